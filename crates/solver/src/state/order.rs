//! The order that entries of a track ask for: the k-th entry met on a walk by period, room and slot should be the one that asked for k.
//!
//! A walk is dear, so tracks that changed wait until somebody asks what it all costs.

use super::{NONE, State};

/// An entry on such a walk, by what orders it.
pub(super) type Step = (u32, u32, u16, u32);

/// How many of the track's placed entries ask for a place that is not theirs. The walk is only room to work in.
pub(super) fn misses(state: &State<'_>, track: u32, walk: &mut Vec<Step>) -> i64 {
    let problem = state.ground.problem;
    walk.clear();
    for &entry in &state.ground.members[track as usize] {
        let block = state.block[entry as usize];
        if block != NONE {
            let stands = problem.blocks[block as usize];
            walk.push((stands.period, stands.room, state.slot[entry as usize], entry));
        }
    }
    walk.sort_unstable();
    let missed = walk.iter().zip(1_u32..).filter(|&(&(.., entry), place)| {
        let order = problem.entries[entry as usize].order;
        order != 0 && order != place
    });
    i64::try_from(missed.count()).expect("a track's entries are counted in 32 bits")
}
