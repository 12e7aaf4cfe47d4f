//! A plan under search: who is busy when, what is used up, and what that counts; kept up to date as meetings are lifted and put.
//!
//! Nobody ever has two meetings at once here; everything else can be broken, and is counted. A participant's slots are one machine word, so
//! that counting their breaks is a few instructions. Lifting or putting costs the work of two participants.

mod ground;
mod person;

pub(crate) use ground::Ground;
use person::Felt;

use super::day::{Plan, Seat};
use super::score::Score;

/// No meeting.
pub(crate) const NONE: u32 = u32::MAX;

pub(crate) struct State<'a> {
    pub(crate) ground: &'a Ground<'a>,
    seats: Vec<Option<Seat>>,
    /// The meeting a participant has in a slot; see [`State::held`].
    held: Vec<u32>,
    busy: Vec<u128>,
    felt: Vec<Felt>,
    /// Meetings by hall and slot, and by language and slot.
    used: Vec<u32>,
    spoken: Vec<u32>,
    /// How many participants have how many breaks.
    spread: Vec<u32>,
    pub(crate) counts: Counts,
    /// Meetings without a seat, in no order, and where each stands there.
    unseated: Vec<u32>,
    unseated_at: Vec<u32>,
}

/// How often each rule is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    pub(crate) unplaced: u32,
    pub(crate) closed: u32,
    pub(crate) tables: u32,
    pub(crate) interpreters: u32,
    pub(crate) order: u32,
    /// Roads, rows and pauses.
    pub(crate) personal: u32,
    pub(crate) breaks: u32,
    /// Idle slots of all breaks.
    pub(crate) waited: u32,
}

impl<'a> State<'a> {
    /// Nothing has a seat.
    pub(crate) fn empty(ground: &'a Ground<'a>) -> Self {
        let day = ground.day;
        let people = day.participants.len();
        let slots = day.slots.len();
        let mut state = Self {
            ground,
            seats: vec![None; day.meetings.len()],
            held: vec![NONE; people * slots],
            busy: vec![0; people],
            felt: vec![Felt::default(); people],
            used: vec![0; day.halls.len() * slots],
            spoken: vec![0; day.languages.len() * slots],
            spread: vec![0; slots + 1],
            unseated: (0..number(day.meetings.len())).collect(),
            unseated_at: (0..number(day.meetings.len())).collect(),
            counts: Counts { unplaced: number(day.meetings.len()), ..Counts::default() },
        };
        state.spread[0] = number(people);
        state
    }

    pub(crate) fn seat(&self, meeting: u32) -> Option<Seat> {
        self.seats[meeting as usize]
    }

    pub(crate) fn unseated(&self) -> &[u32] {
        &self.unseated
    }

    /// The meeting that the participant has in the slot, or [`NONE`].
    pub(crate) fn held(&self, who: u32, slot: u16) -> u32 {
        self.held[self.ground.at(who, slot)]
    }

    pub(crate) fn busy(&self, who: u32) -> u128 {
        self.busy[who as usize]
    }

    pub(crate) fn breaks_of(&self, who: u32) -> u32 {
        self.felt[who as usize].breaks
    }

    /// Whether both are free in the slot.
    pub(crate) fn both_free(&self, meeting: u32, slot: u16) -> bool {
        let [one, other] = self.ground.pairs[meeting as usize];
        (self.busy(one) | self.busy(other)) & (1 << slot) == 0
    }

    pub(crate) fn over(&self, hall: u32, slot: u16) -> bool {
        let at = self.ground.at(hall, slot);
        self.used[at] > self.ground.tables[at]
    }

    pub(crate) fn full(&self, hall: u32, slot: u16) -> bool {
        let at = self.ground.at(hall, slot);
        self.used[at] >= self.ground.tables[at]
    }

    pub(crate) fn plan(&self) -> Plan {
        Plan(self.seats.clone())
    }

    pub(crate) fn score(&self) -> Score {
        let counts = &self.counts;
        let hard = counts.unplaced
            + counts.closed
            + counts.tables
            + counts.interpreters
            + counts.order
            + counts.personal
            + self.uneven();
        Score { hard, breaks: counts.breaks }
    }

    /// By how many breaks people differ too much.
    pub(crate) fn uneven(&self) -> u32 {
        let Some(allowed) = self.ground.day.evenness else { return 0 };
        let most = self.spread.iter().rposition(|&people| people > 0).unwrap_or(0);
        let fewest = self.spread.iter().position(|&people| people > 0).unwrap_or(0);
        number(most - fewest).saturating_sub(allowed)
    }

    /// Takes the meeting's seat from it, which it has.
    pub(crate) fn lift(&mut self, meeting: u32) -> Seat {
        let seat = self.seats[meeting as usize].expect("only what has a seat is lifted");
        self.counts.order -= self.ill_ordered(meeting, seat.slot);
        self.seats[meeting as usize] = None;
        self.counts.unplaced += 1;
        self.unseated_at[meeting as usize] = number(self.unseated.len());
        self.unseated.push(meeting);
        if self.ground.open[meeting as usize] & (1 << seat.slot) == 0 {
            self.counts.closed -= 1;
        }
        self.unstock(meeting, seat);
        for who in self.ground.pairs[meeting as usize] {
            let at = self.ground.at(who, seat.slot);
            self.held[at] = NONE;
            self.busy[who as usize] &= !(1 << seat.slot);
            self.feel(who);
        }
        seat
    }

    /// Gives the meeting a seat at which both are free.
    pub(crate) fn put(&mut self, meeting: u32, seat: Seat) {
        self.seats[meeting as usize] = Some(seat);
        self.counts.unplaced -= 1;
        let at = self.unseated_at[meeting as usize];
        self.unseated.swap_remove(at as usize);
        if let Some(&last) = self.unseated.get(at as usize) {
            self.unseated_at[last as usize] = at;
        }
        if self.ground.open[meeting as usize] & (1 << seat.slot) == 0 {
            self.counts.closed += 1;
        }
        self.stock(meeting, seat);
        for who in self.ground.pairs[meeting as usize] {
            let at = self.ground.at(who, seat.slot);
            debug_assert_eq!(self.held[at], NONE, "nobody has two meetings at once");
            self.held[at] = meeting;
            self.busy[who as usize] |= 1 << seat.slot;
            self.feel(who);
        }
        self.counts.order += self.ill_ordered(meeting, seat.slot);
    }

    fn stock(&mut self, meeting: u32, seat: Seat) {
        let at = self.ground.at(seat.hall, seat.slot);
        self.used[at] += 1;
        if self.used[at] > self.ground.tables[at] {
            self.counts.tables += 1;
        }
        let ground = self.ground;
        for &language in &ground.day.meetings[meeting as usize].languages {
            let at = ground.at(language, seat.slot);
            self.spoken[at] += 1;
            if self.spoken[at] > self.ground.interpreters[at] {
                self.counts.interpreters += 1;
            }
        }
    }

    fn unstock(&mut self, meeting: u32, seat: Seat) {
        let at = self.ground.at(seat.hall, seat.slot);
        if self.used[at] > self.ground.tables[at] {
            self.counts.tables -= 1;
        }
        self.used[at] -= 1;
        let ground = self.ground;
        for &language in &ground.day.meetings[meeting as usize].languages {
            let at = ground.at(language, seat.slot);
            if self.spoken[at] > self.ground.interpreters[at] {
                self.counts.interpreters -= 1;
            }
            self.spoken[at] -= 1;
        }
    }

    /// How many orders the meeting breaks in the slot.
    fn ill_ordered(&self, meeting: u32, slot: u16) -> u32 {
        let at = |other: &u32| self.seat(*other).map(|seat| seat.slot);
        let late =
            self.ground.before[meeting as usize].iter().filter(|first| at(first).is_some_and(|s| s >= slot));
        let early =
            self.ground.after[meeting as usize].iter().filter(|then| at(then).is_some_and(|s| s <= slot));
        number(late.count() + early.count())
    }

    /// Counts the participant anew.
    fn feel(&mut self, who: u32) {
        let now = self.felt_by(who);
        let then = std::mem::replace(&mut self.felt[who as usize], now);
        self.counts.personal = self.counts.personal + now.personal - then.personal;
        self.counts.breaks = self.counts.breaks + now.breaks - then.breaks;
        self.counts.waited = self.counts.waited + now.waited - then.waited;
        self.spread[then.breaks as usize] -= 1;
        self.spread[now.breaks as usize] += 1;
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a day that was checked counts in 32 bits")
}

/// The first of the slots, of which there must be one.
pub(crate) fn lowest(slots: u128) -> u16 {
    u16::try_from(slots.trailing_zeros()).expect("a word has 128 bits")
}
