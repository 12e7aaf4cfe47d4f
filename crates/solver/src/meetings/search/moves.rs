//! The moves. Most swap two slots along a chain.
//!
//! In two slots, the meetings of people who are busy in either hang together in chains and rings: moving one meeting to the other slot
//! pushes its partners' meetings there into this one, and so on to the end (Kempe 1879). Swapping a whole chain never gives anybody two meetings
//! at once, whatever else it breaks.

use fastrand::Rng;

use super::super::day::Seat;
use super::super::state::{NONE, State, lowest};
use super::trail::Trail;

/// The moves of a thread, and the room they need.
#[derive(Debug, Default)]
pub(crate) struct Moves {
    chain: Vec<Seated>,
    ends: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Seated {
    meeting: u32,
    seat: Seat,
}

impl Moves {
    /// Makes one move by chance. An empty trail says that it came to nothing.
    pub(crate) fn make(&mut self, state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
        trail.begin();
        if !state.unseated().is_empty() && rng.bool() {
            let meeting = state.unseated()[rng.usize(..state.unseated().len())];
            match rng.u8(..4) {
                0 => self.seat(state, rng, trail, meeting),
                1 => push_in(state, rng, trail, meeting, Nearness::Any),
                _ => push_in(state, rng, trail, meeting, Nearness::BesideBoth),
            }
            return;
        }
        let meeting = draw(rng, state.ground.pairs.len());
        let Some(seat) = state.seat(meeting) else { return };
        let halls = state.ground.halls[meeting as usize].len();
        match rng.u8(..20) {
            0..5 if halls > 1 => change_hall(state, rng, trail, meeting),
            5 => push_in(state, rng, trail, meeting, Nearness::BesideBoth),
            6..10 => self.shift(state, rng, trail, meeting, seat.slot),
            10..13 => self.anywhere(state, rng, trail, meeting),
            _ => self.mend(state, rng, trail),
        }
    }

    /// Swaps the meeting's slot with the one before or after.
    fn shift(&mut self, state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail, meeting: u32, slot: u16) {
        let to = if rng.bool() { slot.checked_add(1) } else { slot.checked_sub(1) };
        let within = |slot: &u16| usize::from(*slot) < state.ground.day.slots.len();
        if let Some(to) = to.filter(within) {
            self.swap(state, trail, meeting, to);
        }
    }

    /// Seats what has no seat: where both are free, along a chain, or in place of others.
    pub(crate) fn seat(&mut self, state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail, meeting: u32) {
        let [one, other] = state.ground.pairs[meeting as usize];
        let slots = state.ground.day.slots.len();
        let all = if slots == 128 { u128::MAX } else { (1 << slots) - 1 };
        let open = state.ground.open[meeting as usize];
        let both = open & !(state.busy(one) | state.busy(other));
        let hall = pick_hall(state, rng, meeting);
        if let Some(slot) = any(rng, both) {
            state.give(meeting, Seat { slot, hall }, trail);
            return;
        }
        let [here, there] = [any(rng, open & !state.busy(one)), any(rng, all & !state.busy(other))];
        if let (Some(slot), Some(to)) = (here, there)
            && rng.bool()
        {
            self.swap(state, trail, state.held(other, slot), to);
            if state.both_free(meeting, slot) {
                state.give(meeting, Seat { slot, hall }, trail);
            }
            return;
        }
        let Some(slot) = any(rng, open) else { return };
        for who in [one, other] {
            let held = state.held(who, slot);
            if held != NONE {
                state.take(held, trail);
            }
        }
        state.give(meeting, Seat { slot, hall }, trail);
    }

    /// Swaps the meeting's slot with another that it may be in.
    fn anywhere(&mut self, state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail, meeting: u32) {
        let open = state.ground.open[meeting as usize];
        if let Some(to) = any(rng, open) {
            self.swap(state, trail, meeting, to);
        }
    }

    /// Takes somebody who waits, and moves one of their meetings to the edge of another stretch, or into the gap.
    fn mend(&mut self, state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
        let people = state.ground.of.len();
        let mut who = draw(rng, people);
        for _ in 0..8 {
            if state.breaks_of(who) > 0 {
                break;
            }
            who = draw(rng, people);
        }
        let busy = state.busy(who);
        let slots = state.ground.day.slots.len();
        let all = if slots == 128 { u128::MAX } else { (1 << slots) - 1 };
        let edge = (busy << 1 | busy >> 1) & !busy & all;
        let [Some(from), Some(to)] = [any(rng, busy), any(rng, edge)] else { return };
        self.swap(state, trail, state.held(who, from), to);
    }

    /// Moves the meeting to the slot, and everybody's meetings out of its way to where it was, and so on.
    fn swap(&mut self, state: &mut State<'_>, trail: &mut Trail, meeting: u32, to: u16) {
        let Some(seat) = state.seat(meeting) else { return };
        let from = seat.slot;
        if from == to {
            return;
        }
        self.chain.clear();
        self.ends.clear();
        self.chain.push(Seated { meeting, seat });
        self.ends.extend(state.ground.pairs[meeting as usize]);
        state.take(meeting, trail);
        while let Some(who) = self.ends.pop() {
            // What has been lifted is not held any more, so the chain never comes back to itself.
            for slot in [from, to] {
                let next = state.held(who, slot);
                if next == NONE {
                    continue;
                }
                let seat = state.take(next, trail);
                self.chain.push(Seated { meeting: next, seat });
                let [one, other] = state.ground.pairs[next as usize];
                self.ends.push(if one == who { other } else { one });
            }
        }
        for Seated { meeting, seat } in &self.chain {
            let slot = if seat.slot == from { to } else { from };
            state.give(*meeting, Seat { slot, hall: seat.hall }, trail);
        }
    }
}

/// Which slots a meeting is pushed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nearness {
    Any,
    /// Into or beside what else both are busy with.
    BesideBoth,
}

/// Puts the meeting into a slot; whatever the two have there loses its seat.
fn push_in(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail, meeting: u32, nearness: Nearness) {
    let pair = state.ground.pairs[meeting as usize];
    let own = state.seat(meeting).map_or(0, |seat| 1_u128 << seat.slot);
    let mut wanted = state.ground.open[meeting as usize] & !own;
    if nearness == Nearness::BesideBoth {
        for who in pair {
            let busy = state.busy(who) & !own;
            wanted &= if busy == 0 { u128::MAX } else { busy | busy << 1 | busy >> 1 };
        }
    }
    let Some(slot) = any(rng, wanted) else { return };
    let hall = match state.seat(meeting) {
        Some(_) => state.take(meeting, trail).hall,
        None => pick_hall(state, rng, meeting),
    };
    for who in pair {
        let held = state.held(who, slot);
        if held != NONE {
            state.take(held, trail);
        }
    }
    state.give(meeting, Seat { slot, hall }, trail);
}

/// Moves the meeting to another hall, changing places with one there if that is full.
fn change_hall(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail, meeting: u32) {
    let hall = pick_hall(state, rng, meeting);
    let seat = state.take(meeting, trail);
    state.give(meeting, Seat { hall, ..seat }, trail);
    if !state.over(hall, seat.slot) {
        return;
    }
    let who = draw(rng, state.ground.of.len());
    let other = state.held(who, seat.slot);
    if other == NONE || other == meeting || !state.ground.halls[other as usize].contains(&seat.hall) {
        return;
    }
    if state.seat(other).is_some_and(|place| place.hall == hall) {
        state.take(other, trail);
        state.give(other, seat, trail);
    }
}

fn pick_hall(state: &State<'_>, rng: &mut Rng, meeting: u32) -> u32 {
    let halls = &state.ground.halls[meeting as usize];
    halls[rng.usize(..halls.len())]
}

/// Any of the set's slots.
fn any(rng: &mut Rng, mut set: u128) -> Option<u16> {
    if set == 0 {
        return None;
    }
    for _ in 0..rng.u32(..set.count_ones()) {
        set &= set - 1;
    }
    Some(lowest(set))
}

fn draw(rng: &mut Rng, of: usize) -> u32 {
    u32::try_from(rng.usize(..of)).expect("a checked day counts in 32 bits")
}
