//! Meetings of ours: from `meetings.toml` to the solver's numbers.
//!
//! First who meets whom: wishes, offers and quotas become a market, and pairs that could never sit down together are kept out of it, with the reason. Then
//! their day: parties are participants, venues are halls. Interpreters are counted by circles: sets of them that meetings need one of, so that no slot
//! has more meetings than somebody can be found for, whoever speaks what.

use std::collections::{BTreeMap, BTreeSet};

use festoon_domain::programme::Spot;
use festoon_exchange::meetings_file::{Interpreter, MeetingsFile, Pin, Stretch, place_en, place_zh};
use festoon_exchange::{Refusal, Right};
use festoon_solver::meetings::matching::{Market, Wish, matched, wishes_of_subjects};
use festoon_solver::meetings::{Day, Half, Hall, Language, Meeting, Participant, Pause, Slot};
use jiff::civil::Date;

/// The most meetings of a party that says nothing.
pub const USUAL_MOST: u32 = 8;

/// How often the matching may decide halves before it takes the best it has.
const PATIENCE: u32 = 2_000;

/// Why two who wish it do not meet; parties by their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// They are to be kept apart.
    Apart,
    /// They have no language in common and nobody interprets between them.
    NoLanguage,
    /// They and a venue are never free at once.
    NoTime,
    /// They are free at once with a venue, and never with anybody who interprets between them.
    NoTimeInterpreted,
    /// This one of them has as many meetings as it may.
    Full(usize),
    /// They were matched, and there was no place at which all rules are kept.
    NoPlace,
    /// They were matched, and no interpreter could be there in time.
    NoInterpreter,
}

/// A day to arrange, and what is known of it beside the numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posed {
    pub day: Day,
    /// The two of each meeting; pins stand first.
    pub pairs: Vec<(usize, usize)>,
    /// Pairs of whom somebody named the other, and who were not matched.
    pub unmatched: Vec<(usize, usize, Why)>,
    /// Of each meeting: who could interpret; nobody where nobody is needed.
    pub able: Vec<Vec<usize>>,
    /// Of each language of the day: the interpreters it counts.
    pub circles: Vec<Vec<usize>>,
}

/// Sets of interpreters, as many of whom as are there can be at as many meetings that need one of them.
type Circles = Vec<Vec<usize>>;

/// More sets are counted nowhere: who interprets is settled exactly after the search in any case.
const MOST_CIRCLES: usize = 200;

/// Everybody who could speak for any of some meetings: every meeting's own, and what comes of joining those that share somebody. A slot has enough
/// interpreters exactly if it has no more meetings inside any of these sets than people of it (Hall 1935).
fn circles(able: &[Vec<usize>]) -> Circles {
    let own: BTreeSet<Vec<usize>> = able.iter().filter(|who| !who.is_empty()).cloned().collect();
    let mut all: Circles = own.iter().cloned().collect();
    let mut at = 0;
    while at < all.len() && all.len() < MOST_CIRCLES {
        for one in &own {
            if all.len() == MOST_CIRCLES || !one.iter().any(|who| all[at].contains(who)) {
                continue;
            }
            let joined: BTreeSet<usize> = all[at].iter().chain(one).copied().collect();
            let joined: Vec<usize> = joined.into_iter().collect();
            if !all.contains(&joined) {
                all.push(joined);
            }
        }
        at += 1;
    }
    all
}

/// The circles that hold everybody who could speak for a meeting.
fn within(circles: &[Vec<usize>], able: &[usize]) -> Vec<u32> {
    let holds = |circle: &Vec<usize>| !able.is_empty() && able.iter().all(|who| circle.contains(who));
    (0..).zip(circles).filter(|(_, circle)| holds(circle)).map(|(at, _)| at).collect()
}

/// Who meets whom, and the day of it.
///
/// # Errors
/// Pins that contradict each other or the rest of the file, with their line.
///
/// # Panics
/// Never: the reader bounds everything that is counted here.
pub fn pose_market(file: &MeetingsFile) -> Result<Posed, Refusal> {
    let house = House::new(file);
    let wished = wishes(file);
    let mut asked: BTreeSet<(usize, usize)> =
        wished.iter().map(|wish| sorted(wish.of as usize, wish.to as usize)).collect();
    asked.extend(file.pins.iter().map(|pin| sorted(pin.one, pin.other)));

    let mut never: BTreeMap<(usize, usize), Why> =
        file.apart.iter().map(|&(one, other)| (sorted(one, other), Why::Apart)).collect();
    for &(one, other) in &asked {
        if let Err(why) = house.together(file, one, other) {
            never.entry((one, other)).or_insert(why);
        }
    }
    house.check_pins(file, &never)?;

    let pinned: BTreeSet<(usize, usize)> = file.pins.iter().map(|pin| sorted(pin.one, pin.other)).collect();
    let quotas: Vec<u32> = (0..file.parties.len()).map(|who| house.quota(file, who)).collect();
    let has = |who: usize| number(pinned.iter().filter(|(one, other)| who == *one || who == *other).count());
    let market = Market {
        quotas: (0..).zip(&quotas).map(|(who, quota)| quota.saturating_sub(has(who))).collect(),
        wishes: wished,
        apart: never.keys().chain(&pinned).map(|&(one, other)| (number(one), number(other))).collect(),
    };
    let found = matched(&market, PATIENCE).expect("the wishes are of parties that there are");
    let mut pairs: Vec<(usize, usize)> = file.pins.iter().map(|pin| (pin.one, pin.other)).collect();
    pairs.extend(found.pairs.iter().map(|&(one, other)| (one as usize, other as usize)));

    let able: Vec<Vec<usize>> =
        pairs.iter().map(|&(one, other)| able(file, one, other).unwrap_or_default()).collect();
    let circles = circles(&able);
    let meetings = pairs.iter().enumerate().map(|(at, &(one, other))| {
        let pin = file.pins.get(at);
        Meeting {
            fixed: pin.and_then(|pin| pin.slot).map(short),
            halls: pin.and_then(|pin| pin.venue).map(number).into_iter().collect(),
            languages: within(&circles, &able[at]),
            ..Meeting::of(number(one), number(other))
        }
    });
    let languages = circles.iter().map(|who| Language { interpreters: house.heard(file, who) });
    let day = Day { meetings: meetings.collect(), languages: languages.collect(), ..house.day(file) };
    let met: BTreeSet<(usize, usize)> = pairs.iter().map(|&(one, other)| sorted(one, other)).collect();
    let mut times = vec![0_u32; file.parties.len()];
    for &(one, other) in &met {
        times[one] += 1;
        times[other] += 1;
    }
    let why = |&(one, other): &(usize, usize)| match never.get(&(one, other)) {
        Some(why) => why.clone(),
        None if times[one] >= quotas[one] => Why::Full(one),
        None => Why::Full(other),
    };
    let named: BTreeSet<(usize, usize)> = file
        .parties
        .iter()
        .enumerate()
        .flat_map(|(of, party)| party.wishes.iter().map(move |&to| sorted(of, to)))
        .collect();
    let unmatched = named.difference(&met).map(|pair| (pair.0, pair.1, why(pair))).collect();
    Ok(Posed { day, pairs, unmatched, able, circles })
}

/// Whom a party names it wishes most; who seeks what another offers wishes it a little.
fn wishes(file: &MeetingsFile) -> Vec<Wish> {
    let mut subjects: BTreeMap<&str, u32> = BTreeMap::new();
    let numbers =
        |said: &[String]| -> Vec<String> { said.iter().map(|one| one.trim().to_lowercase()).collect() };
    let offered: Vec<Vec<String>> = file.parties.iter().map(|party| numbers(&party.offers)).collect();
    let sought: Vec<Vec<String>> = file.parties.iter().map(|party| numbers(&party.seeks)).collect();
    for subject in offered.iter().chain(&sought).flatten() {
        let next = number(subjects.len());
        subjects.entry(subject).or_insert(next);
    }
    let by_number = |all: &[Vec<String>]| -> Vec<Vec<u32>> {
        all.iter().map(|said| said.iter().map(|subject| subjects[subject.as_str()]).collect()).collect()
    };
    let mut wishes = wishes_of_subjects(&by_number(&offered), &by_number(&sought), 2);
    for (of, party) in (0..).zip(&file.parties) {
        for (rank, &to) in (0_u32..).zip(&party.wishes) {
            let strength = 200_u32.saturating_sub(rank * 5).max(100);
            wishes.push(Wish { of, to: number(to), strength });
        }
    }
    wishes
}

/// When everybody and everything is there, a bit a slot.
struct House {
    free: Vec<u128>,
    open: Vec<u128>,
    speaking: Vec<u128>,
}

impl House {
    fn new(file: &MeetingsFile) -> Self {
        let but = |away: &[Stretch]| there(&file.slots, away);
        Self {
            free: file.parties.iter().map(|party| but(&party.away)).collect(),
            open: file.venues.iter().map(|venue| but(&venue.closed)).collect(),
            speaking: file.interpreters.iter().map(|one| but(&one.away)).collect(),
        }
    }

    fn anywhere(&self) -> u128 {
        self.open.iter().fold(0, |all, open| all | open)
    }

    /// The most meetings of a party; no more than it has slots.
    fn quota(&self, file: &MeetingsFile, who: usize) -> u32 {
        let slots = (self.free[who] & self.anywhere()).count_ones();
        file.parties[who].most.unwrap_or(USUAL_MOST).min(slots)
    }

    /// Whether the two can ever sit down together.
    fn together(&self, file: &MeetingsFile, one: usize, other: usize) -> Result<(), Why> {
        let able = able(file, one, other)?;
        let common = self.free[one] & self.free[other] & self.anywhere();
        if common == 0 {
            return Err(Why::NoTime);
        }
        let spoken = able.iter().fold(0, |word, &who| word | self.speaking[who]);
        if able.is_empty() || common & spoken != 0 { Ok(()) } else { Err(Why::NoTimeInterpreted) }
    }

    /// How many of these interpreters are there in each slot.
    fn heard(&self, file: &MeetingsFile, who: &[usize]) -> Vec<u32> {
        let there = |slot: usize| who.iter().filter(|one| self.speaking[**one] & (1 << slot) != 0).count();
        (0..file.slots.len()).map(|slot| number(there(slot))).collect()
    }

    /// Pins must be possible by themselves and beside each other.
    fn check_pins(&self, file: &MeetingsFile, never: &BTreeMap<(usize, usize), Why>) -> Result<(), Refusal> {
        let name = |who: usize| file.parties[who].name.as_str();
        for (at, pin) in file.pins.iter().enumerate() {
            let (one, other) = (name(pin.one), name(pin.other));
            let refuse = |zh: String, en: String| Err(refused(file, &pin.at, zh, en));
            match never.get(&sorted(pin.one, pin.other)) {
                Some(Why::Apart) => {
                    return refuse(
                        format!("「{one}」和「{other}」既定了要谈，又写了不能谈（[[apart]]）。请只留一处。"),
                        format!("“{one}” and “{other}” are pinned to meet and are in [[apart]]. Keep one."),
                    );
                }
                Some(Why::NoLanguage) => {
                    return refuse(
                        format!(
                            "「{one}」和「{other}」没有共同语言，也没有能为他们口译的译员。请补一位译员或删去这场。"
                        ),
                        format!(
                            "“{one}” and “{other}” have no language in common and nobody interprets. Add an interpreter or leave out the pin."
                        ),
                    );
                }
                Some(Why::NoTimeInterpreted) => {
                    return refuse(
                        format!(
                            "「{one}」和「{other}」都在的时段，能口译的译员都不在。请改译员的 away 或补一位译员。"
                        ),
                        format!(
                            "“{one}” and “{other}” have no slot at which somebody who interprets between them is there too. Change the interpreter's away, or add one."
                        ),
                    );
                }
                Some(_) => {
                    return refuse(
                        format!(
                            "「{one}」和「{other}」没有都在、场地也开放的时段。请改他们的 away 或场地的 closed。"
                        ),
                        format!(
                            "“{one}” and “{other}” have no slot at which both are there and a venue is open. Change away or closed."
                        ),
                    );
                }
                None => {}
            }
            if let Some(slot) = pin.slot {
                self.check_slot(file, pin, slot)?;
                let same = |earlier: &&Pin| {
                    let shares =
                        [earlier.one, earlier.other].iter().any(|who| [pin.one, pin.other].contains(who));
                    earlier.slot == Some(slot) && shares
                };
                if let Some(earlier) = file.pins[..at].iter().find(same) {
                    let (zh, en) = (place_zh(&earlier.at), place_en(&earlier.at));
                    return refuse(
                        format!("与{zh}定在同一时段，有一方要同时谈两场。请改其中一场的 start。"),
                        format!(
                            "it is pinned to the slot of {en}, and one of the two would have both at once. Change one start."
                        ),
                    );
                }
            }
            for who in [pin.one, pin.other] {
                let pins = file.pins.iter().filter(|pin| pin.one == who || pin.other == who).count();
                let most = self.quota(file, who);
                if number(pins) > most {
                    return refuse(
                        format!(
                            "「{}」最多谈 {most} 场，却定了 {pins} 场。请加大 most 或少定几场。",
                            name(who)
                        ),
                        format!(
                            "“{}” can have {most} meetings and {pins} are pinned. Raise most or pin fewer.",
                            name(who)
                        ),
                    );
                }
            }
        }
        Ok(())
    }

    fn check_slot(&self, file: &MeetingsFile, pin: &Pin, slot: usize) -> Result<(), Refusal> {
        let bit = 1_u128 << slot;
        let at = file.slots[slot].from;
        for who in [pin.one, pin.other] {
            if self.free[who] & bit == 0 {
                let name = &file.parties[who].name;
                return Err(refused(
                    file,
                    &pin.at,
                    format!("定在 {at}，「{name}」那时不在。请换一个 start 或改它的 away。"),
                    format!("it is pinned to {at}, when “{name}” is away. Change start, or its away."),
                ));
            }
        }
        let able = able(file, pin.one, pin.other).unwrap_or_default();
        let spoken = able.iter().fold(0, |word, &who| word | self.speaking[who]);
        if !able.is_empty() && spoken & bit == 0 {
            return Err(refused(
                file,
                &pin.at,
                format!("定在 {at}，那时能为他们口译的译员都不在。请换一个 start 或改译员的 away。"),
                format!(
                    "it is pinned to {at}, when nobody who interprets between the two is there. Change start, or the interpreter's away."
                ),
            ));
        }
        let open = pin.venue.map_or_else(|| self.anywhere(), |venue| self.open[venue]);
        if open & bit == 0 {
            return Err(refused(
                file,
                &pin.at,
                format!("定在 {at}，那时场地不开放。请换一个 start 或场地。"),
                format!("it is pinned to {at}, when the venue is closed. Change start or venue."),
            ));
        }
        Ok(())
    }

    /// Everything but the meetings.
    fn day(&self, file: &MeetingsFile) -> Day {
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
fn able(file: &MeetingsFile, one: usize, other: usize) -> Result<Vec<usize>, Why> {
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
pub(super) fn there(slots: &[Stretch], away: &[Stretch]) -> u128 {
    let free = |slot: &Stretch| !away.iter().any(|away| away.meets(*slot));
    slots.iter().enumerate().filter(|(_, slot)| free(slot)).fold(0, |word, (at, _)| word | 1 << at)
}

fn refused(file: &MeetingsFile, at: &Spot, zh: String, en: String) -> Refusal {
    file.refusal(at, Right::new(zh, en))
}

fn sorted(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}

fn number(place: usize) -> u32 {
    u32::try_from(place).expect("the reader counts in 32 bits")
}

fn short(place: usize) -> u16 {
    u16::try_from(place).expect("the reader takes 128 slots at most")
}
