//! Moves where a block is of one track: what stands in a block is a list without gaps, and whole blocks change hands.

use fastrand::Rng;

use super::{any_block, any_entry};
use crate::search::trail::Trail;
use crate::state::{NONE, State};

/// One move, chosen by chance.
pub(super) fn make(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    match rng.u32(..100) {
        0..35 => {
            let entry = any_entry(state, rng);
            relocate(state, entry, rng, trail);
        }
        35..65 => exchange(state, rng, trail),
        65..90 => exchange_blocks(state, rng, trail),
        90..95 => exchange_rooms(state, rng, trail),
        95..98 => merge(state, rng, trail),
        98 => exchange_periods(state, rng, trail),
        _ => resequence(state, rng, trail),
    }
}

/// An entry goes to another block, of its own track as often as not; where there is no room, it changes places with one that stands there.
pub(super) fn relocate(state: &mut State<'_>, entry: u32, rng: &mut Rng, trail: &mut Trail) {
    let asks = &state.ground.problem.entries[entry as usize];
    let (track, slots) = (asks.track, asks.slots);
    let block = if rng.bool() {
        let kin =
            *rng.choice(&state.ground.members[track as usize]).expect("the entry itself is in its track");
        state.block[kin as usize]
    } else {
        any_block(state, rng)
    };
    if block == NONE || block == state.block[entry as usize] || !state.admits(block, track, slots) {
        return;
    }
    state.take(entry, trail);
    state.give(entry, block, trail);
}

/// Two entries of a track change places; in one block, they change order.
fn exchange(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let one = any_entry(state, rng);
    let track = state.ground.problem.entries[one as usize].track;
    let other = *rng.choice(&state.ground.members[track as usize]).expect("the entry itself is in its track");
    let (here, there) = (state.block[one as usize], state.block[other as usize]);
    if one == other || here == NONE || there == NONE || state.ground.pinned(other) {
        return;
    }
    let slots = |entry: u32| state.ground.problem.entries[entry as usize].slots;
    let (long, short) = (slots(one), slots(other));
    if long == short {
        let (here, there) = (state.place(one), state.place(other));
        state.take(one, trail);
        state.take(other, trail);
        state.put(one, there.expect("both stood somewhere"));
        state.put(other, here.expect("both stood somewhere"));
        return;
    }
    if state.ground.holds_pins(here) || state.ground.holds_pins(there) {
        return;
    }
    if here == there {
        let mut order: Vec<u32> = state.shelf[here as usize].iter().map(|&(_, entry)| entry).collect();
        let place = |entry| order.iter().position(|&next| next == entry).expect("both stand in the block");
        let (first, second) = (place(one), place(other));
        order.swap(first, second);
        for &entry in &order {
            state.take(entry, trail);
        }
        state.fill(here, &order);
        return;
    }
    if state.free[here as usize] + long < short || state.free[there as usize] + short < long {
        return;
    }
    state.take(one, trail);
    state.take(other, trail);
    state.give(one, there, trail);
    state.give(other, here, trail);
}

/// Two blocks change what stands in them.
fn exchange_blocks(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let entry = any_entry(state, rng);
    let one = state.block[entry as usize];
    if one == NONE {
        return;
    }
    let place = state.ground.problem.blocks[one as usize];
    // As often as not within the period: a track that changes rooms keeps its hours.
    let other = if rng.bool() {
        let beside = &state.ground.blocks_in[place.period as usize];
        *rng.choice(beside).expect("the block itself is in its period")
    } else {
        any_block(state, rng)
    };
    swap_blocks(state, one, other, trail);
}

/// Two rooms change what stands in them, from one period to another.
fn exchange_rooms(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let rooms = state.ground.problem.rooms.len();
    let periods = state.ground.blocks_in.len();
    let (one, other) = (rng.usize(..rooms), rng.usize(..rooms));
    let from = rng.usize(..periods);
    let till = from + 1 + rng.usize(..periods - from);
    if one == other {
        return;
    }
    for period in from..till {
        let of = |room: usize| {
            let beside = state.ground.blocks_in[period].iter();
            beside.copied().find(|&block| state.ground.room[block as usize] as usize == room)
        };
        if let (Some(one), Some(other)) = (of(one), of(other)) {
            swap_blocks(state, one, other, trail);
        }
    }
}

/// Two periods change what stands in their rooms.
fn exchange_periods(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let periods = state.ground.blocks_in.len();
    let (one, other) = (rng.usize(..periods), rng.usize(..periods));
    if one == other {
        return;
    }
    let pairs: Vec<(u32, u32)> = state.ground.blocks_in[one]
        .iter()
        .zip(&state.ground.blocks_in[other])
        .map(|(&one, &other)| (one, other))
        .collect();
    for (one, other) in pairs {
        swap_blocks(state, one, other, trail);
    }
}

fn swap_blocks(state: &mut State<'_>, one: u32, other: u32, trail: &mut Trail) {
    let capacity = |block: u32| state.ground.problem.blocks[block as usize].slots;
    let used = |block: u32| capacity(block) - state.free[block as usize];
    let held = state.ground.holds_pins(one) || state.ground.holds_pins(other);
    if held || one == other || used(one) > capacity(other) || used(other) > capacity(one) {
        return;
    }
    let standing =
        |block: u32| -> Vec<u32> { state.shelf[block as usize].iter().map(|&(_, entry)| entry).collect() };
    let (here, there) = (standing(one), standing(other));
    for &entry in here.iter().chain(&there) {
        state.take(entry, trail);
    }
    state.fill(other, &here);
    state.fill(one, &there);
}

/// A block is emptied into others of its track, where they have room.
fn merge(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let entry = any_entry(state, rng);
    let block = state.block[entry as usize];
    if block == NONE || state.ground.holds_pins(block) {
        return;
    }
    let standing: Vec<u32> = state.shelf[block as usize].iter().map(|&(_, entry)| entry).collect();
    for entry in standing {
        let asks = &state.ground.problem.entries[entry as usize];
        let (track, slots) = (asks.track, asks.slots);
        let members = &state.ground.members[track as usize];
        let turn = rng.usize(..members.len());
        let kin = members[turn..].iter().chain(&members[..turn]);
        let home = kin
            .map(|&kin| state.block[kin as usize])
            .find(|&home| home != NONE && home != block && state.admits(home, track, slots));
        let Some(home) = home else {
            return;
        };
        state.take(entry, trail);
        state.give(entry, home, trail);
    }
}

/// A track's entries go through its blocks in the order they ask for.
fn resequence(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let track = state.ground.problem.entries[any_entry(state, rng) as usize].track;
    if !state.ground.ordered[track as usize] {
        return;
    }
    let problem = state.ground.problem;
    let mut members: Vec<u32> = state.ground.members[track as usize]
        .iter()
        .copied()
        .filter(|&entry| state.block[entry as usize] != NONE)
        .collect();
    if members.iter().any(|&entry| state.ground.holds_pins(state.block[entry as usize])) {
        return;
    }
    let mut blocks: Vec<u32> = members.iter().map(|&entry| state.block[entry as usize]).collect();
    blocks.sort_by_key(|&block| {
        let block = problem.blocks[block as usize];
        (block.period, block.room)
    });
    blocks.dedup();
    // Who asks for nothing fills what is left between those who ask.
    let mut wishes: Vec<u32> = Vec::with_capacity(members.len());
    let mut free: Vec<u32> = Vec::new();
    members.sort_by_key(|&entry| problem.entries[entry as usize].order);
    for &entry in &members {
        if problem.entries[entry as usize].order == 0 {
            free.push(entry);
        }
    }
    let mut asking =
        members.iter().copied().filter(|&entry| problem.entries[entry as usize].order > 0).peekable();
    rng.shuffle(&mut free);
    for turn in 1.. {
        match asking.peek() {
            Some(&entry) if problem.entries[entry as usize].order <= turn || free.is_empty() => {
                wishes.push(entry);
                asking.next();
            }
            Some(_) | None => match free.pop() {
                Some(entry) => wishes.push(entry),
                None => break,
            },
        }
    }
    for &entry in &wishes {
        state.take(entry, trail);
    }
    let mut blocks = blocks.into_iter();
    let Some(mut block) = blocks.next() else {
        return;
    };
    for entry in wishes {
        let asks = &problem.entries[entry as usize];
        while !state.admits(block, track, asks.slots) {
            match blocks.next() {
                Some(next) => block = next,
                None => return,
            }
        }
        state.give(entry, block, trail);
    }
}
