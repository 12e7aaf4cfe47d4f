//! A track whose entries keep an order settles somewhere anew, parted over its blocks as is cheapest, and what stood there goes where it costs
//! least. Block after block it would come there only through timetables in which it is torn, or parted badly, while the places it needs happen
//! to be free. Who keeps no order need not be parted along a line: those entries find their blocks one by one, and this would only lead them
//! astray.

use std::ops::Range;

use fastrand::Rng;

use super::super::any_entry;
use super::order::{in_line, walked};
use super::runs::block_at;
use crate::Score;
use crate::search::trail::Trail;
use crate::state::State;

/// Blocks looked at for what stood there, where many would do.
const ENOUGH: usize = 12;

/// The track of any entry, if it keeps an order, goes into blocks of one room that follow each other.
pub(super) fn settle(state: &mut State<'_>, rng: &mut Rng, trail: &mut Trail) {
    let entry = any_entry(state, rng);
    let track = state.ground.problem.entries[entry as usize].track;
    if !state.ground.ordered[track as usize] {
        return;
    }
    let walk = walked(state, track);
    let mut held: Vec<u32> = walk.iter().map(|&entry| state.block[entry as usize]).collect();
    held.dedup();
    let Some(window) = window(state, &held, rng) else {
        return;
    };
    if held.iter().chain(&window).any(|&block| state.ground.holds_pins(block)) {
        return;
    }
    let line = in_line(state, &walk);
    let Some(parts) = parted(state, track, &line, &window) else {
        return;
    };
    let foreign = window.iter().filter(|block| !held.contains(block));
    let evicted: Vec<(u32, Vec<u32>)> = foreign.map(|&block| (block, standing(state, block))).collect();
    let evicted = evicted.into_iter().filter(|(_, those)| !those.is_empty());
    let evicted: Vec<(u32, Vec<u32>)> = evicted.collect();
    for &entry in walk.iter().chain(evicted.iter().flat_map(|(_, those)| those)) {
        state.take(entry, trail);
    }
    for (block, part) in window.iter().zip(parts) {
        state.fill(*block, &line[part]);
    }
    for (from, those) in evicted {
        put_cheapest(state, from, &those, rng, trail);
    }
}

/// Blocks of a room, period after period: often of one where the track stands, about as many as it has.
fn window(state: &State<'_>, held: &[u32], rng: &mut Rng) -> Option<Vec<u32>> {
    let room = if rng.u8(..4) > 0 {
        state.ground.room[*rng.choice(held)? as usize]
    } else {
        rng.u32(..crate::state::number(state.ground.problem.rooms.len()))
    };
    let periods = crate::state::number(state.ground.blocks_in.len());
    let long = (crate::state::number(held.len()) + rng.u32(..3)).saturating_sub(1).clamp(1, periods);
    let first = rng.u32(..=periods - long);
    (first..first + long).map(|period| block_at(state, room, period)).collect()
}

/// Which part of the line stands in which of the blocks, none empty, so that it costs least; nothing where it does not fit. What entries cost
/// each other is not looked at.
fn parted(state: &State<'_>, track: u32, line: &[u32], blocks: &[u32]) -> Option<Vec<Range<usize>>> {
    let problem = state.ground.problem;
    // By block and number of entries up to and with it: what they cost, and how many stood before it.
    let mut best: Vec<Vec<Option<(Score, usize)>>> = Vec::with_capacity(blocks.len());
    for (number, &block) in blocks.iter().enumerate() {
        let mut here = vec![None; line.len() + 1];
        for from in 0..line.len() {
            let before = match number.checked_sub(1) {
                None => (from == 0).then(Score::default),
                Some(last) => best[last][from].map(|(cost, _): (Score, usize)| cost),
            };
            let Some(before) = before else {
                continue;
            };
            let mut cost = before + state.ground.block_of_track(track, block);
            let mut free = problem.blocks[block as usize].slots;
            for (till, &entry) in (from + 1..).zip(&line[from..]) {
                let Some(left) = free.checked_sub(problem.entries[entry as usize].slots) else {
                    break;
                };
                free = left;
                cost = cost + state.ground.fixed(entry, block);
                if here[till].is_none_or(|(cheapest, _)| cost < cheapest) {
                    here[till] = Some((cost, from));
                }
            }
        }
        best.push(here);
    }
    let mut till = line.len();
    let mut parts = Vec::with_capacity(blocks.len());
    for here in best.iter().rev() {
        let (_, from) = here[till]?;
        parts.push(from..till);
        till = from;
    }
    parts.reverse();
    Some(parts)
}

/// Puts what stood in a block, and is lifted, into an empty one or to its kin, where it costs least; nowhere if it has room nowhere.
fn put_cheapest(state: &mut State<'_>, from: u32, those: &[u32], rng: &mut Rng, trail: &mut Trail) {
    let problem = state.ground.problem;
    let slots: u16 = those.iter().map(|&entry| problem.entries[entry as usize].slots).sum();
    let track = problem.entries[those[0] as usize].track;
    let mut best: Option<(Score, u32)> = None;
    let blocks = crate::state::number(problem.blocks.len());
    let begin = rng.u32(..blocks);
    let mut looked = 0;
    for block in (begin..blocks).chain(0..begin) {
        if state.ground.holds_pins(block) || !state.admits(block, track, slots) {
            continue;
        }
        looked += 1;
        if looked > ENOUGH {
            break;
        }
        let stood = join(state, block, from, those, trail);
        let cost = state.score();
        part(state, block, &stood, those);
        if best.is_none_or(|(cheapest, _)| cost < cheapest) {
            best = Some((cost, block));
        }
    }
    if let Some((_, block)) = best {
        join(state, block, from, those, trail);
    }
}

/// Those come to what stands in the block, before or behind it as they stood; what stood there.
fn join(state: &mut State<'_>, block: u32, from: u32, those: &[u32], trail: &mut Trail) -> Vec<u32> {
    let stood = standing(state, block);
    for &entry in &stood {
        state.take(entry, trail);
    }
    let place = |block: u32| (state.ground.period[block as usize], state.ground.room[block as usize]);
    let all = if place(from) < place(block) { [those, &stood].concat() } else { [&stood, those].concat() };
    state.fill(block, &all);
    stood
}

/// And away again.
fn part(state: &mut State<'_>, block: u32, stood: &[u32], those: &[u32]) {
    for &entry in stood.iter().chain(those) {
        state.lift(entry);
    }
    state.fill(block, stood);
}

fn standing(state: &State<'_>, block: u32) -> Vec<u32> {
    state.shelf[block as usize].iter().map(|&(_, entry)| entry).collect()
}
