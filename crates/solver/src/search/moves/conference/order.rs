//! Moves that keep, or bring back, the order that entries of a track ask for: a move says which blocks a track has and how many stand in each, and
//! its entries go through them in line. Without that, every change of blocks would be paid for with the order first.

use fastrand::Rng;

use super::super::any_entry;
use crate::search::trail::Trail;
use crate::state::{NONE, State};

/// Tracks of what was moved that have come out of order are put in line again.
pub(super) fn straighten_moved(state: &mut State<'_>, trail: &mut Trail) {
    let ground = state.ground;
    let mut tracks: Vec<u32> = trail
        .entries()
        .map(|entry| ground.problem.entries[entry as usize].track)
        .filter(|&track| ground.ordered[track as usize])
        .collect();
    tracks.sort_unstable();
    tracks.dedup();
    for track in tracks {
        if state.missed(track) > 0 {
            straighten(state, track, trail);
        }
    }
}

/// A block in which the track stands, and how many of its entries.
type Held = (u32, usize);

/// As many entries in each block as stand there, in the order they ask for; nothing where lengths do not allow it.
fn straighten(state: &mut State<'_>, track: u32, trail: &mut Trail) {
    let walk = walked(state, track);
    if walk.iter().any(|&entry| state.ground.holds_pins(state.block[entry as usize])) {
        return;
    }
    let mut held: Vec<Held> = Vec::new();
    for &entry in &walk {
        let block = state.block[entry as usize];
        match held.last_mut() {
            Some((last, count)) if *last == block => *count += 1,
            _ => held.push((block, 1)),
        }
    }
    let problem = state.ground.problem;
    let line = in_line(state, &walk);
    let mut rest = &line[..];
    for &(block, count) in &held {
        let (here, after) = rest.split_at(count);
        let slots: u16 = here.iter().map(|&entry| problem.entries[entry as usize].slots).sum();
        if slots > problem.blocks[block as usize].slots {
            return;
        }
        rest = after;
    }
    if line == walk {
        return;
    }
    for &entry in &walk {
        state.take(entry, trail);
    }
    let mut rest = &line[..];
    for (block, count) in held {
        let (here, after) = rest.split_at(count);
        state.fill(block, here);
        rest = after;
    }
}

/// A track's entries go through its blocks in the order they ask for, each block filled before the next.
pub(super) fn refill(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let track = state.ground.problem.entries[any_entry(state, rng) as usize].track;
    if !state.ground.ordered[track as usize] {
        return;
    }
    let walk = walked(state, track);
    if walk.iter().any(|&entry| state.ground.holds_pins(state.block[entry as usize])) {
        return;
    }
    let mut blocks: Vec<u32> = walk.iter().map(|&entry| state.block[entry as usize]).collect();
    blocks.dedup();
    let line = in_line(state, &walk);
    for &entry in &line {
        state.take(entry, trail);
    }
    let mut blocks = blocks.into_iter();
    let Some(mut block) = blocks.next() else {
        return;
    };
    for entry in line {
        let slots = state.ground.problem.entries[entry as usize].slots;
        while !state.admits(block, track, slots) {
            match blocks.next() {
                Some(next) => block = next,
                None => return,
            }
        }
        state.give(entry, block, trail);
    }
}

/// The track's entries that stand somewhere, by period, room and slot.
pub(super) fn walked(state: &State<'_>, track: u32) -> Vec<u32> {
    let problem = state.ground.problem;
    let members = state.ground.members[track as usize].iter().copied();
    let mut walk: Vec<u32> = members.filter(|&entry| state.block[entry as usize] != NONE).collect();
    walk.sort_unstable_by_key(|&entry| {
        let block = problem.blocks[state.block[entry as usize] as usize];
        (block.period, block.room, state.slot[entry as usize])
    });
    walk
}

/// Whoever asks for a place has it, and the others keep their order between them.
pub(super) fn in_line(state: &State<'_>, walk: &[u32]) -> Vec<u32> {
    let mut line = vec![NONE; walk.len()];
    let mut others = Vec::with_capacity(walk.len());
    for &entry in walk {
        let order = state.ground.problem.entries[entry as usize].order as usize;
        match order.checked_sub(1).and_then(|place| line.get_mut(place)) {
            Some(free) if *free == NONE => *free = entry,
            _ => others.push(entry),
        }
    }
    let mut others = others.into_iter();
    for place in line.iter_mut().filter(|place| **place == NONE) {
        *place = others.next().expect("as many are left as places");
    }
    line
}
