//! Moves for tracks that stand in several periods: what belongs together is brought together, and then goes elsewhere in one piece. One block after
//! the other could only get there through timetables in which the track is torn.

use std::ops::Range;

use fastrand::Rng;

use super::super::any_entry;
use super::swap_blocks;
use crate::search::trail::Trail;
use crate::state::{NONE, State};

/// A block goes to the period before or after another block of its track, in that one's room, and what stood there comes into its place.
pub(super) fn join(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let entry = any_entry(state, rng);
    let block = state.block[entry as usize];
    let track = state.ground.problem.entries[entry as usize].track;
    let kin = *rng.choice(&state.ground.members[track as usize]).expect("the entry itself is in its track");
    let home = state.block[kin as usize];
    if block == NONE || home == NONE || block == home {
        return;
    }
    let place = state.ground.problem.blocks[home as usize];
    let period = if rng.bool() { place.period.checked_add(1) } else { place.period.checked_sub(1) };
    let Some(beside) = period.and_then(|period| block_at(state, place.room, period)) else {
        return;
    };
    if beside != block && state.track_of(beside) != track {
        swap_blocks(state, block, beside, trail);
    }
}

/// The blocks that a track has in a room one period after the other change with as many elsewhere.
pub(super) fn exchange(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let entry = any_entry(state, rng);
    let block = state.block[entry as usize];
    if block == NONE {
        return;
    }
    let track = state.ground.problem.entries[entry as usize].track;
    let place = state.ground.problem.blocks[block as usize];
    let is_held =
        |period: u32| block_at(state, place.room, period).is_some_and(|block| state.track_of(block) == track);
    let mut first = place.period;
    while first > 0 && is_held(first - 1) {
        first -= 1;
    }
    let mut after = place.period + 1;
    while is_held(after) {
        after += 1;
    }
    let long = after - first;
    let Some((room, to)) = destination(state, track, &(first..after), rng) else {
        return;
    };
    if room == place.room && to.abs_diff(first) < long {
        return slide(state, room, first..after, to, trail);
    }
    for step in 0..long {
        let here = block_at(state, place.room, first + step);
        if let (Some(here), Some(there)) = (here, block_at(state, room, to + step)) {
            swap_blocks(state, here, there, trail);
        }
    }
}

/// All blocks of a track go into periods that follow each other, in a room where one of them stands.
pub(super) fn gather(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let entry = any_entry(state, rng);
    let home = state.block[entry as usize];
    if home == NONE {
        return;
    }
    let track = state.ground.problem.entries[entry as usize].track;
    let members = state.ground.members[track as usize].iter();
    let mut held: Vec<u32> =
        members.map(|&entry| state.block[entry as usize]).filter(|&block| block != NONE).collect();
    held.sort_unstable_by_key(|&block| (state.ground.period[block as usize], block));
    held.dedup();
    let place = state.ground.problem.blocks[home as usize];
    let periods = crate::state::number(state.ground.blocks_in.len());
    let long = crate::state::number(held.len());
    let Some(last) = periods.checked_sub(long) else {
        return;
    };
    let first = place.period.saturating_sub(rng.u32(..long)).min(last);
    let window: Vec<u32> =
        (first..first + long).filter_map(|period| block_at(state, place.room, period)).collect();
    let outside = held.iter().filter(|block| !window.contains(block));
    let foreign = window.iter().filter(|block| !held.contains(block));
    let pairs: Vec<(u32, u32)> = outside.copied().zip(foreign.copied()).collect();
    for (here, there) in pairs {
        swap_blocks(state, here, there, trail);
    }
}

/// Where a run goes, room and first period: beside another block of its track, or anywhere.
fn destination(state: &State<'_>, track: u32, run: &Range<u32>, rng: &mut Rng) -> Option<(u32, u32)> {
    let long = run.end - run.start;
    let last = crate::state::number(state.ground.blocks_in.len()) - long;
    if rng.bool() {
        let room = rng.u32(..crate::state::number(state.ground.problem.rooms.len()));
        return Some((room, rng.u32(..=last)));
    }
    let kin = *rng.choice(&state.ground.members[track as usize])?;
    let home = state.block[kin as usize];
    if home == NONE {
        return None;
    }
    let place = state.ground.problem.blocks[home as usize];
    let to = if rng.bool() { Some(place.period + 1) } else { place.period.checked_sub(long) };
    to.filter(|to| *to <= last).map(|to| (place.room, to))
}

/// The same within the room: whatever the blocks pass comes behind them.
fn slide(state: &mut State<'_>, room: u32, run: Range<u32>, to: u32, trail: &mut Trail) {
    let mut pass = |one: u32| {
        if let (Some(one), Some(other)) = (block_at(state, room, one), block_at(state, room, one + 1)) {
            swap_blocks(state, one, other, trail);
        }
    };
    for step in run.start..to {
        let long = run.end - run.start;
        (step..step + long).rev().for_each(&mut pass);
    }
    for step in (to..run.start).rev() {
        let long = run.end - run.start;
        (step..step + long).for_each(&mut pass);
    }
}

/// The block of a room in a period.
pub(super) fn block_at(state: &State<'_>, room: u32, period: u32) -> Option<u32> {
    let blocks = &state.ground.problem.blocks;
    state.ground.blocks_of[room as usize]
        .iter()
        .copied()
        .find(|&block| blocks[block as usize].period == period)
}
