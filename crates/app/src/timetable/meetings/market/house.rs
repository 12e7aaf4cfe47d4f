//! When everybody and everything is there, and the solver's day made of it.

use festoon_exchange::meetings_file::{Interpreter, MeetingsFile, Stretch};
use festoon_solver::meetings::{Day, Half, Hall, Participant, Pause, Slot};
use jiff::civil::Date;

use super::{USUAL_MOST, Why, number};

/// When everybody and everything is there, a bit a slot.
pub(super) struct House {
    pub(super) free: Vec<u128>,
    pub(super) open: Vec<u128>,
    pub(super) speaking: Vec<u128>,
}

impl House {
    pub(super) fn new(file: &MeetingsFile) -> Self {
        let but = |away: &[Stretch]| there(&file.slots, away);
        Self {
            free: file.parties.iter().map(|party| but(&party.away)).collect(),
            open: file.venues.iter().map(|venue| but(&venue.closed)).collect(),
            speaking: file.interpreters.iter().map(|one| but(&one.away)).collect(),
        }
    }

    pub(super) fn anywhere(&self) -> u128 {
        self.open.iter().fold(0, |all, open| all | open)
    }

    /// The most meetings of a party; no more than it has slots.
    pub(super) fn quota(&self, file: &MeetingsFile, who: usize) -> u32 {
        let slots = (self.free[who] & self.anywhere()).count_ones();
        file.parties[who].most.unwrap_or(USUAL_MOST).min(slots)
    }

    /// Whether the two can ever sit down together.
    pub(super) fn together(&self, file: &MeetingsFile, one: usize, other: usize) -> Result<(), Why> {
        let able = able(file, one, other)?;
        let common = self.free[one] & self.free[other] & self.anywhere();
        if common == 0 {
            return Err(Why::NoTime);
        }
        let spoken = able.iter().fold(0, |word, &who| word | self.speaking[who]);
        if able.is_empty() || common & spoken != 0 { Ok(()) } else { Err(Why::NoTimeInterpreted) }
    }

    /// How many of these interpreters are there in each slot.
    pub(super) fn heard(&self, file: &MeetingsFile, who: &[usize]) -> Vec<u32> {
        let there = |slot: usize| who.iter().filter(|one| self.speaking[**one] & (1 << slot) != 0).count();
        (0..file.slots.len()).map(|slot| number(there(slot))).collect()
    }

    /// Everything but the meetings.
    pub(super) fn day(&self, file: &MeetingsFile) -> Day {
        let mut dates: Vec<Date> = file.slots.iter().map(|slot| slot.from.date()).collect();
        dates.dedup();
        let minute = |at: jiff::civil::DateTime| {
            u32::from(at.hour().unsigned_abs()) * 60 + u32::from(at.minute().unsigned_abs())
        };
        let slot = |slot: &Stretch| {
            let from = minute(slot.from);
            let long = slot.till.duration_since(slot.from).as_mins();
            Slot {
                day: short(dates.iter().position(|date| *date == slot.from.date()).unwrap_or(0)),
                half: if slot.from.hour() < 12 { Half::Morning } else { Half::Afternoon },
                from,
                till: from + u32::try_from(long).expect("a meeting has some hours at most"),
            }
        };
        let bits = 0..file.slots.len();
        let each = |word: u128, there: u32| {
            bits.clone().map(|slot| if word & (1 << slot) == 0 { 0 } else { there }).collect()
        };
        let pauses: Vec<Pause> = file
            .breaks
            .iter()
            .flat_map(|one| one.during.iter().map(move |during| (one.free, *during)))
            .filter_map(|(free, during)| {
                let mut inside =
                    (0_u16..).zip(&file.slots).filter(|(_, slot)| slot.meets(during)).map(|(at, _)| at);
                let first = inside.next()?;
                Some(Pause { first, last: inside.last().unwrap_or(first), free })
            })
            .collect();
        let away =
            |word: u128| (0_u16..).take(file.slots.len()).filter(|slot| word & (1 << slot) == 0).collect();
        let mut roads = vec![vec![0; file.venues.len()]; file.venues.len()];
        for &(from, to, minutes) in &file.roads {
            roads[from][to] = minutes;
            roads[to][from] = minutes;
        }
        Day {
            slots: file.slots.iter().map(slot).collect(),
            halls: file
                .venues
                .iter()
                .zip(&self.open)
                .map(|(venue, &open)| Hall { tables: each(open, venue.tables) })
                .collect(),
            roads,
            participants: self
                .free
                .iter()
                .map(|&free| Participant {
                    away: away(free),
                    in_a_row: file.in_a_row,
                    pauses: pauses.clone(),
                })
                .collect(),
            ..Day::default()
        }
    }
}

/// Who could interpret between two parties, by their place; nothing where they have a language in common.
///
/// # Errors
/// That nobody could.
pub(super) fn able(file: &MeetingsFile, one: usize, other: usize) -> Result<Vec<usize>, Why> {
    let [one, other] = [one, other].map(|who| &file.parties[who].languages);
    if one.iter().any(|language| other.contains(language)) {
        return Ok(Vec::new());
    }
    let speaks = |interpreter: &Interpreter, languages: &[String]| {
        languages.iter().any(|language| interpreter.languages.contains(language))
    };
    let able: Vec<usize> = (0..file.interpreters.len())
        .filter(|&who| {
            let who = &file.interpreters[who];
            speaks(who, one) && speaks(who, other)
        })
        .collect();
    if able.is_empty() { Err(Why::NoLanguage) } else { Ok(able) }
}

/// The slots that no absence touches.
pub(in crate::timetable::meetings) fn there(slots: &[Stretch], away: &[Stretch]) -> u128 {
    let free = |slot: &Stretch| !away.iter().any(|away| away.meets(*slot));
    slots.iter().enumerate().filter(|(_, slot)| free(slot)).fold(0, |word, (at, _)| word | 1 << at)
}

pub(super) fn short(place: usize) -> u16 {
    u16::try_from(place).expect("the reader takes 128 slots at most")
}
