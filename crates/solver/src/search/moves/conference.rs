//! Moves where a block is of one track: what stands in a block is a list without gaps, and whole blocks change hands.

mod order;
mod runs;
mod settle;

use fastrand::Rng;

use super::{any_block, any_entry};
use crate::search::trail::Trail;
use crate::state::{NONE, State};

/// One move, chosen by chance.
pub(super) fn make(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    // Where nobody keeps an order, nothing settles.
    let moves = if state.ground.any_ordered { 102 } else { 100 };
    match rng.u32(..moves) {
        0..35 => {
            let entry = any_entry(state, rng);
            relocate(state, entry, rng, trail);
        }
        35..65 => return exchange(state, rng, trail),
        65..75 => exchange_blocks(state, rng, trail),
        75..83 => runs::join(state, rng, trail),
        83..88 => runs::exchange(state, rng, trail),
        88..90 => runs::gather(state, rng, trail),
        90..92 => exchange_rooms(state, rng, trail),
        92..95 => exchange_room_of_track(state, rng, trail),
        95..98 => merge(state, rng, trail),
        98 => exchange_periods(state, rng, trail),
        100..102 => settle::settle(state, rng, trail),
        _ => return order::refill(state, rng, trail),
    }
    if rng.u8(..8) > 0 {
        order::straighten_moved(state, trail);
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
    // Where both ask for a place in the order, it is seldom each other's.
    let asks = |entry: u32| state.ground.problem.entries[entry as usize].order > 0;
    if state.ground.ordered[track as usize] && asks(one) && asks(other) && rng.u8(..8) > 0 {
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
    // Often within the period, or within the room: a track that changes one keeps the other.
    let other = match rng.u8(..4) {
        0 | 1 => {
            let beside = &state.ground.blocks_in[place.period as usize];
            *rng.choice(beside).expect("the block itself is in its period")
        }
        2 => {
            let after = &state.ground.blocks_of[place.room as usize];
            *rng.choice(after).expect("the block itself is in its room")
        }
        _ => any_block(state, rng),
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

/// A track leaves a room for another in all periods, and whatever stood there then comes into the first.
fn exchange_room_of_track(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let entry = any_entry(state, rng);
    let stands = state.block[entry as usize];
    if stands == NONE {
        return;
    }
    let track = state.ground.problem.entries[entry as usize].track;
    let room = state.ground.room[stands as usize] as usize;
    let other = rng.usize(..state.ground.problem.rooms.len());
    if room == other {
        return;
    }
    for number in 0..state.ground.blocks_of[room].len() {
        let block = state.ground.blocks_of[room][number];
        if state.track_of(block) != track {
            continue;
        }
        let period = state.ground.period[block as usize];
        let mut there = state.ground.blocks_of[other].iter().copied();
        if let Some(there) = there.find(|&there| state.ground.period[there as usize] == period) {
            swap_blocks(state, block, there, trail);
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
