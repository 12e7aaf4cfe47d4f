//! The first plan: one meeting after the other, the busiest people first, each in the earliest slot that is free.

use super::super::day::Seat;
use super::super::state::{Ground, State, lowest};

/// What finds no free slot has no seat yet.
pub(crate) fn placed<'a>(ground: &'a Ground<'a>) -> State<'a> {
    let mut state = State::empty(ground);
    let load = |meeting: &u32| {
        ground.pairs[*meeting as usize].map(|who| ground.of[who as usize].len()).iter().sum::<usize>()
    };
    let mut meetings: Vec<u32> = (0..).take(ground.pairs.len()).collect();
    meetings.sort_by_key(|meeting| {
        (ground.open[*meeting as usize].count_ones(), std::cmp::Reverse(load(meeting)))
    });
    for meeting in meetings {
        if let Some(seat) = earliest(&state, meeting) {
            state.put(meeting, seat);
        }
    }
    state
}

fn earliest(state: &State<'_>, meeting: u32) -> Option<Seat> {
    let mut open = state.ground.open[meeting as usize];
    while open != 0 {
        let slot = lowest(open);
        open &= open - 1;
        if !state.both_free(meeting, slot) {
            continue;
        }
        let mut halls = state.ground.halls[meeting as usize].iter();
        if let Some(&hall) = halls.find(|hall| !state.full(**hall, slot)) {
            return Some(Seat { slot, hall });
        }
    }
    None
}
