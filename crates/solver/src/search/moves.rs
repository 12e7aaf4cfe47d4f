//! The moves. Each takes entries and gives them back somewhere; none looks at what it costs, and none touches what is pinned.

mod conference;
mod week;

use fastrand::Rng;

use super::trail::Trail;
use crate::BlockUse;
use crate::state::State;

/// One move, chosen by chance. The trail stays empty where there was nothing to move.
pub(crate) fn make(state: &mut State<'_>, troubled: &[u32], rng: &mut Rng, trail: &mut Trail) {
    trail.begin();
    if state.ground.movable.is_empty() || state.free.is_empty() {
        return;
    }
    let waiting = if rng.u8(..8) == 0 { rng.choice(&state.unplaced).copied() } else { None };
    match (state.ground.problem.block_use, waiting) {
        (BlockUse::OneTrack, Some(entry)) => conference::relocate(state, entry, rng, trail),
        (BlockUse::OneTrack, None) => conference::make(state, rng, trail),
        (BlockUse::Mixed, Some(entry)) => week::wander(state, entry, rng, trail),
        (BlockUse::Mixed, None) => week::make(state, troubled, rng, trail),
    }
}

/// An entry that may move.
fn any_entry(state: &State<'_>, rng: &mut Rng) -> u32 {
    *rng.choice(&state.ground.movable).expect("there is something to move")
}

fn any_block(state: &State<'_>, rng: &mut Rng) -> u32 {
    rng.u32(..crate::state::number(state.free.len()))
}
