//! The order that entries of a track ask for: the k-th entry met on a walk by period, room and slot should be the one that asked for k.

use super::{NONE, State};

/// How many of the track's placed entries ask for a place that is not theirs.
pub(crate) fn misses(state: &State<'_>, track: u32) -> i64 {
    let problem = state.ground.problem;
    let mut walk: Vec<(u32, u32, u16, u32)> = state.ground.members[track as usize]
        .iter()
        .filter(|&&entry| state.block[entry as usize] != NONE)
        .map(|&entry| {
            let block = problem.blocks[state.block[entry as usize] as usize];
            let slot = state.slot[entry as usize];
            (block.period, block.room, slot, entry)
        })
        .collect();
    walk.sort_unstable();
    let missed = walk.iter().zip(1_u32..).filter(|&(&(.., entry), place)| {
        let order = problem.entries[entry as usize].order;
        order != 0 && order != place
    });
    i64::try_from(missed.count()).expect("a track's entries are counted in 32 bits")
}
