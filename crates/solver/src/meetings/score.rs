//! What is wrong with a plan, and how many breaks it has: from the definitions, by walking the plan.
//!
//! The search counts in its own way, step by step; tests hold the two together. Plans of others are measured here too.

use super::check::Fault;
use super::day::{Day, Plan, Seat};

/// A hard rule that a plan breaks, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breach {
    /// It has no seat.
    Unplaced { meeting: u32 },
    /// It is in a slot that its half, its fixing or the absence of one of the two forbids.
    Closed { meeting: u32, slot: u16 },
    /// It is in a hall where it cannot be.
    Elsewhere { meeting: u32, hall: u32 },
    /// Somebody has two meetings at once.
    Twice { participant: u32, slot: u16, one: u32, other: u32 },
    /// More meetings in a hall than it has tables.
    Tables { hall: u32, slot: u16, needed: u32, tables: u32 },
    /// More meetings in need of a language than interpreters of it.
    Interpreters { language: u32, slot: u16, needed: u32, there: u32 },
    /// The first is not over when the second begins.
    Order { first: u32, then: u32 },
    /// Somebody cannot walk from one meeting to their next in time.
    Road { participant: u32, one: u32, other: u32, minutes: u32, there: u32 },
    /// Somebody has more meetings without a free slot than they may; from this slot on.
    Row { participant: u32, from: u16, meetings: u32, most: u32 },
    /// Somebody has fewer free slots in a pause than they need.
    Pause { participant: u32, pause: u32, free: u32, needed: u32 },
    /// Somebody has so many breaks more than another that the day is unfair.
    Uneven { most: u32, fewest: u32, apart: u32, allowed: u32 },
}

impl Breach {
    /// How often it counts: what is missing, or 1.
    #[must_use]
    pub const fn count(&self) -> u32 {
        match self {
            Self::Tables { needed, tables, .. } => *needed - *tables,
            Self::Interpreters { needed, there, .. } => *needed - *there,
            Self::Row { meetings, most, .. } => *meetings - *most,
            Self::Pause { free, needed, .. } => *needed - *free,
            Self::Uneven { apart, allowed, .. } => *apart - *allowed,
            _ => 1,
        }
    }
}

/// How good a plan is; less is better, and the hard part comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Score {
    /// The counts of all [`Breach`]es.
    pub hard: u32,
    /// Of all participants.
    pub breaks: u32,
}

/// How good the plan is.
///
/// # Errors
/// What is wrong with the day, or what the plan names that there is not.
pub fn score(day: &Day, plan: &Plan) -> Result<Score, Fault> {
    let hard = breaches(day, plan)?.iter().map(Breach::count).sum();
    Ok(Score { hard, breaks: diaries(day, plan).iter().map(|diary| breaks(day, diary)).sum() })
}

/// Every hard rule that the plan breaks.
///
/// # Errors
/// What is wrong with the day, or what the plan names that there is not.
pub fn breaches(day: &Day, plan: &Plan) -> Result<Vec<Breach>, Fault> {
    day.check()?;
    check_plan(day, plan)?;
    let mut found = Vec::new();
    of_meetings(day, plan, &mut found);
    of_stock(day, plan, &mut found);
    let diaries = diaries(day, plan);
    for (participant, diary) in diaries.iter().enumerate() {
        of_diary(day, number(participant), diary, &mut found);
    }
    found.extend(unevenness(day, &diaries));
    Ok(found)
}

fn check_plan(day: &Day, plan: &Plan) -> Result<(), Fault> {
    if plan.0.len() != day.meetings.len() {
        return Err(Fault::Seats { seated: plan.0.len(), meetings: day.meetings.len() });
    }
    for (at, seat) in plan.0.iter().enumerate() {
        let Some(seat) = seat else { continue };
        for (what, named, count) in
            [("slot", usize::from(seat.slot), day.slots.len()), ("hall", seat.hall as usize, day.halls.len())]
        {
            if named >= count {
                return Err(Fault::Unknown { list: "the seat of meeting", at, what, named, count });
            }
        }
    }
    Ok(())
}

fn of_meetings(day: &Day, plan: &Plan, found: &mut Vec<Breach>) {
    for (at, (meeting, seat)) in day.meetings.iter().zip(&plan.0).enumerate() {
        let Some(seat) = seat else {
            found.push(Breach::Unplaced { meeting: number(at) });
            continue;
        };
        if !day.open(meeting, seat.slot) {
            found.push(Breach::Closed { meeting: number(at), slot: seat.slot });
        }
        if !meeting.halls.is_empty() && !meeting.halls.contains(&seat.hall) {
            found.push(Breach::Elsewhere { meeting: number(at), hall: seat.hall });
        }
    }
    for &(first, then) in &day.order {
        let slot = |meeting: u32| plan.0[meeting as usize].map(|seat| seat.slot);
        if let (Some(one), Some(other)) = (slot(first), slot(then))
            && one >= other
        {
            found.push(Breach::Order { first, then });
        }
    }
}

fn of_stock(day: &Day, plan: &Plan, found: &mut Vec<Breach>) {
    for slot in 0..day.slots.len() {
        let here = || day.meetings.iter().zip(&plan.0).filter(move |(_, seat)| is_at(**seat, slot));
        for (hall, stock) in day.halls.iter().enumerate() {
            let needed =
                here().filter(|(_, seat)| seat.is_some_and(|seat| seat.hall as usize == hall)).count();
            let tables = stock.tables[slot];
            if number(needed) > tables {
                found.push(Breach::Tables {
                    hall: number(hall),
                    slot: short(slot),
                    needed: number(needed),
                    tables,
                });
            }
        }
        for (language, stock) in day.languages.iter().enumerate() {
            let needed =
                number(here().filter(|(meeting, _)| meeting.languages.contains(&number(language))).count());
            let there = stock.interpreters[slot];
            if needed > there {
                found.push(Breach::Interpreters {
                    language: number(language),
                    slot: short(slot),
                    needed,
                    there,
                });
            }
        }
    }
}

fn is_at(seat: Option<Seat>, slot: usize) -> bool {
    seat.is_some_and(|seat| usize::from(seat.slot) == slot)
}

/// Everybody's seated meetings in the order of time.
fn diaries(day: &Day, plan: &Plan) -> Vec<Vec<(Seat, u32)>> {
    let mut diaries = vec![Vec::new(); day.participants.len()];
    for (at, (meeting, seat)) in day.meetings.iter().zip(&plan.0).enumerate() {
        let Some(seat) = seat else { continue };
        for who in [meeting.one, meeting.other] {
            diaries[who as usize].push((*seat, number(at)));
        }
    }
    for diary in &mut diaries {
        diary.sort_unstable_by_key(|&(seat, meeting)| (seat.slot, meeting));
    }
    diaries
}

fn of_diary(day: &Day, participant: u32, diary: &[(Seat, u32)], found: &mut Vec<Breach>) {
    for pair in diary.windows(2) {
        let [(from, one), (to, other)] = [pair[0], pair[1]];
        if from.slot == to.slot {
            found.push(Breach::Twice { participant, slot: from.slot, one, other });
        } else if !day.walks(from, to) {
            let there = day.slots[usize::from(to.slot)].from - day.slots[usize::from(from.slot)].till;
            let minutes = day.road(from.hall, to.hall);
            found.push(Breach::Road { participant, one, other, minutes, there });
        }
    }
    let who = &day.participants[participant as usize];
    if let Some(most) = who.in_a_row {
        for (from, meetings) in rows(day, diary).into_iter().filter(|&(_, meetings)| meetings > most) {
            found.push(Breach::Row { participant, from, meetings, most });
        }
    }
    for (pause, wanted) in who.pauses.iter().enumerate() {
        let stretch = wanted.first..=wanted.last;
        let busy = |slot: &u16| diary.iter().any(|(seat, _)| seat.slot == *slot);
        let free = number(stretch.filter(|slot| !busy(slot)).count());
        let needed = u32::from(wanted.free);
        if free < needed {
            found.push(Breach::Pause { participant, pause: number(pause), free, needed });
        }
    }
}

/// Stretches of busy slots: where each begins, and how many slots it has.
fn rows(day: &Day, diary: &[(Seat, u32)]) -> Vec<(u16, u32)> {
    let day_of = |slot: u16| day.slots[usize::from(slot)].day;
    let mut rows: Vec<(u16, u32)> = Vec::new();
    let mut last = None;
    for slot in diary.iter().map(|(seat, _)| seat.slot) {
        match (last, rows.last_mut()) {
            (Some(before), _) if before == slot => {}
            (Some(before), Some(row)) if before + 1 == slot && day_of(before) == day_of(slot) => row.1 += 1,
            _ => rows.push((slot, 1)),
        }
        last = Some(slot);
    }
    rows
}

/// Stretches of idle slots between two meetings of one day.
fn breaks(day: &Day, diary: &[(Seat, u32)]) -> u32 {
    let day_of = |slot: u16| day.slots[usize::from(slot)].day;
    let rows = rows(day, diary);
    number(rows.windows(2).filter(|pair| day_of(pair[0].0) == day_of(pair[1].0)).count())
}

fn unevenness(day: &Day, diaries: &[Vec<(Seat, u32)>]) -> Option<Breach> {
    let allowed = day.evenness?;
    let of = |who: usize| breaks(day, &diaries[who]);
    let most = (0..diaries.len()).max_by_key(|&who| (of(who), std::cmp::Reverse(who)))?;
    let fewest = (0..diaries.len()).min_by_key(|&who| (of(who), who))?;
    let apart = of(most) - of(fewest);
    (apart > allowed).then_some(Breach::Uneven { most: number(most), fewest: number(fewest), apart, allowed })
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("a day that was checked counts in 32 bits")
}

fn short(slot: usize) -> u16 {
    u16::try_from(slot).expect("a day that was checked has at most 128 slots")
}
