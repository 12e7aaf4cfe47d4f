//! Why a day cannot be made, as values that somebody turns into sentences. What is found here can be counted without a search.
//!
//! Each reason alone is enough. That there is none does not say that the day can be made.

use super::check::Fault;
use super::day::Day;
use super::state::Ground;

/// Something there is too little of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// These meetings of somebody can be in these slots and in no others, which are fewer.
    Crowded { participant: u32, meetings: Vec<u32>, slots: Vec<u16> },
    /// Between pauses and the most meetings in a row, somebody has room for fewer meetings than they have.
    Pauses { participant: u32, meetings: u32, room: u32 },
    /// A meeting has no slot that is open to it, after what must be before it and before what must be after it.
    NoSlot { meeting: u32 },
    /// The people who need every slot they are there for, and the meetings that can be in no other, need more tables than there are.
    TablesAt { slot: u16, needed: u32, tables: u32 },
    /// All slots together have fewer tables than there are meetings.
    Tables { meetings: u32, tables: u32 },
    /// A language is needed in more meetings than its interpreters can be at.
    Interpreters { language: u32, meetings: u32, there: u32 },
    /// These meetings cannot all be held by the rules; leaving out one of them may do. Found by trying, not by counting.
    Together { meetings: Vec<u32> },
}

/// Every reason that could be found; none says that there may be a plan.
///
/// # Errors
/// What is wrong with the day.
pub fn reasons(day: &Day) -> Result<Vec<Reason>, Fault> {
    day.check()?;
    Ok(of_ground(&Ground::new(day)))
}

pub(crate) fn of_ground(ground: &Ground<'_>) -> Vec<Reason> {
    let mut found = Vec::new();
    let windows = windows(ground);
    let blind = windows.iter().enumerate().filter(|(_, open)| **open == 0);
    found.extend(blind.map(|(meeting, _)| Reason::NoSlot { meeting: number(meeting) }));
    for participant in 0..ground.of.len() {
        found.extend(crowded(ground, &windows, participant));
        found.extend(pauses(ground, participant));
    }
    found.extend(tables(ground, &windows));
    found.extend(interpreters(ground));
    found
}

/// The slots of every meeting that its order leaves open.
pub(crate) fn windows(ground: &Ground<'_>) -> Vec<u128> {
    let mut windows = ground.open.clone();
    loop {
        let mut narrowed = false;
        for &(first, then) in &ground.day.order {
            let [early, late] = [windows[first as usize], windows[then as usize]];
            // After the earliest of the one, and before the latest of the other.
            let after = if early == 0 {
                0
            } else {
                !(early & early.wrapping_neg()) & !(early & early.wrapping_neg()).wrapping_sub(1)
            };
            let before = if late == 0 { 0 } else { (1_u128 << late.ilog2()) - 1 };
            windows[then as usize] &= after;
            windows[first as usize] &= before;
            narrowed |= windows[then as usize] != late || windows[first as usize] != early;
        }
        if !narrowed {
            return windows;
        }
    }
}

/// Gives every meeting a slot of its own, pushing others on (augmenting paths); what one that finds none has pushed are too many for
/// their slots (Hall 1935).
fn crowded(ground: &Ground<'_>, windows: &[u128], participant: usize) -> Option<Reason> {
    let mut holds: Vec<Option<u32>> = vec![None; ground.day.slots.len()];
    for &meeting in &ground.of[participant] {
        let mut seen = 0_u128;
        if windows[meeting as usize] == 0 || seated(meeting, windows, &mut holds, &mut seen) {
            continue;
        }
        let slots: Vec<u16> = (0..).take(holds.len()).filter(|slot| seen & (1_u128 << slot) != 0).collect();
        let mut meetings: Vec<u32> = slots.iter().filter_map(|&slot| holds[usize::from(slot)]).collect();
        meetings.push(meeting);
        meetings.sort_unstable();
        return Some(Reason::Crowded { participant: number(participant), meetings, slots });
    }
    None
}

fn seated(meeting: u32, windows: &[u128], holds: &mut [Option<u32>], seen: &mut u128) -> bool {
    for slot in 0..holds.len() {
        let bit = 1_u128 << slot;
        if windows[meeting as usize] & bit == 0 || *seen & bit != 0 {
            continue;
        }
        *seen |= bit;
        let free = match holds[slot] {
            None => true,
            Some(other) => seated(other, windows, holds, seen),
        };
        if free {
            holds[slot] = Some(meeting);
            return true;
        }
    }
    false
}

/// The most meetings that fit in between, pauses one by one and rows.
fn pauses(ground: &Ground<'_>, participant: usize) -> Option<Reason> {
    let meetings = number(ground.of[participant].len());
    let open = ground.of[participant].iter().fold(0, |open, &meeting| open | ground.open[meeting as usize]);
    let demands = &ground.demands[participant];
    let kept = |&(stretch, free): &(u128, u32)| {
        let most = (stretch.count_ones() - free).min((open & stretch).count_ones());
        (open & !stretch).count_ones() + most
    };
    let by_pause = demands.pauses.iter().map(kept).min();
    let by_row = demands.most.map(|most| in_rows(ground, open, most));
    let room = [by_pause, by_row].into_iter().flatten().min()?;
    (room < meetings).then_some(Reason::Pauses { participant: number(participant), meetings, room })
}

/// Taking every open slot until the row is full, then leaving one, is never worse than anything else.
fn in_rows(ground: &Ground<'_>, open: u128, most: u32) -> u32 {
    let mut room = 0;
    let mut row = 0;
    for slot in 0..ground.day.slots.len() {
        let bit = 1_u128 << slot;
        if ground.firsts & bit != 0 {
            row = 0;
        }
        if open & bit == 0 || row == most {
            row = 0;
            continue;
        }
        row += 1;
        room += 1;
    }
    room
}

fn tables(ground: &Ground<'_>, windows: &[u128]) -> Vec<Reason> {
    let day = ground.day;
    let all: u64 = (0..day.slots.len()).map(|slot| day.tables_at(slot)).sum();
    let meetings = number(windows.len());
    let mut found = Vec::new();
    if let Ok(tables) = u32::try_from(all)
        && tables < meetings
    {
        found.push(Reason::Tables { meetings, tables });
    }
    for slot in 0..day.slots.len() {
        let bit = 1_u128 << slot;
        let only = number(windows.iter().filter(|&&open| open == bit).count());
        // Two people can share a table, and no more than two.
        let needed = only.max(needing(ground, windows, bit).div_ceil(2));
        let Ok(tables) = u32::try_from(day.tables_at(slot)) else { continue };
        if needed > tables {
            let slot = u16::try_from(slot).expect("a checked day has at most 128 slots");
            found.push(Reason::TablesAt { slot, needed, tables });
        }
    }
    found
}

/// How many people have so many meetings that they need every open slot, and this among them.
fn needing(ground: &Ground<'_>, windows: &[u128], bit: u128) -> u32 {
    let needs = |meetings: &&Vec<u32>| {
        let open = meetings.iter().fold(0, |open, &meeting| open | windows[meeting as usize]);
        open & bit != 0 && number(meetings.len()) >= open.count_ones()
    };
    number(ground.of.iter().filter(needs).count())
}

fn interpreters(ground: &Ground<'_>) -> Vec<Reason> {
    let mut found = Vec::new();
    for (language, stock) in (0..).zip(&ground.day.languages) {
        let spoken = ground.day.meetings.iter().filter(|meeting| meeting.languages.contains(&language));
        let meetings = number(spoken.count());
        let there: u64 = stock.interpreters.iter().map(|&there| u64::from(there)).sum();
        if let Ok(there) = u32::try_from(there)
            && there < meetings
        {
            found.push(Reason::Interpreters { language, meetings, there });
        }
    }
    found
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a checked day counts in 32 bits")
}
