//! Moves where entries stand at hours of their own: they wander, slide, change places, or are torn out together and put back one by one.

use fastrand::Rng;

use super::{any_block, any_entry};
use crate::Place;
use crate::search::trail::Trail;
use crate::state::{NONE, State};

/// How many places are tried for an entry that is put back.
const TRIES: usize = 12;

/// One move, chosen by chance; as often as not of somebody who is in trouble.
pub(super) fn make(state: &mut State<'_>, troubled: &[u32], rng: &mut Rng, trail: &mut Trail) {
    let entry = match rng.choice(troubled) {
        Some(&entry) if rng.bool() => entry,
        _ => any_entry(state, rng),
    };
    match rng.u32(..100) {
        0..35 => wander(state, entry, rng, trail),
        35..55 => slide(state, entry, rng, trail),
        55..80 => exchange(state, entry, rng, trail),
        80..90 => go_home(state, entry, trail),
        90..98 => push_in(state, entry, rng, trail),
        _ => ruin(state, entry, rng, trail),
    }
}

/// To any free place.
pub(super) fn wander(state: &mut State<'_>, entry: u32, rng: &mut Rng, trail: &mut Trail) {
    if let Some(place) = any_place(state, entry, rng) {
        state.take(entry, trail);
        state.put(entry, place);
    }
}

/// To another hour of its room.
fn slide(state: &mut State<'_>, entry: u32, rng: &mut Rng, trail: &mut Trail) {
    let block = state.block[entry as usize];
    if block == NONE {
        return;
    }
    state.take(entry, trail);
    match free_slot(state, entry, block, rng) {
        Some(slot) => state.put(entry, Place { block, slot }),
        None => give_up(state, trail),
    }
}

/// Two entries change places, if each fits where the other stood.
fn exchange(state: &mut State<'_>, one: u32, rng: &mut Rng, trail: &mut Trail) {
    let other = any_entry(state, rng);
    let (Some(here), Some(there)) = (state.place(one), state.place(other)) else {
        return;
    };
    if one == other {
        return;
    }
    state.take(one, trail);
    state.take(other, trail);
    if state.fits(one, there) {
        state.put(one, there);
        if state.fits(other, here) {
            return state.put(other, here);
        }
    }
    give_up(state, trail);
}

/// As if it had not been tried.
fn give_up(state: &mut State<'_>, trail: &mut Trail) {
    state.take_back(trail);
    trail.begin();
}

/// Back to where it stood in the last release.
fn go_home(state: &mut State<'_>, entry: u32, trail: &mut Trail) {
    let Some(former) = state.ground.problem.entries[entry as usize].former else {
        return;
    };
    // A hall may have closed since.
    if state.place(entry) != Some(former) && state.is_open(entry, former) {
        clear_and_put(state, entry, former, trail);
    }
}

/// To a place that is taken: whoever stands there goes where it came from, or where there is room.
fn push_in(state: &mut State<'_>, entry: u32, rng: &mut Rng, trail: &mut Trail) {
    let slots = state.ground.problem.entries[entry as usize].slots;
    let block = any_block(state, rng);
    let Some(slot) = any_slot(state, block, slots, rng) else {
        return;
    };
    clear_and_put(state, entry, Place { block, slot }, trail);
}

/// Puts the entry there, and whoever stood in its way where it came from.
fn clear_and_put(state: &mut State<'_>, entry: u32, place: Place, trail: &mut Trail) {
    let in_the_way = state.between(place, state.ground.problem.entries[entry as usize].slots);
    if in_the_way.iter().any(|&other| state.ground.pinned(other)) {
        return;
    }
    let left = state.place(entry);
    state.take(entry, trail);
    for &other in &in_the_way {
        if other != entry {
            state.take(other, trail);
        }
    }
    state.put(entry, place);
    resettle(state, &in_the_way, entry, left);
}

/// Those who were pushed out go where the pusher came from, or stay out.
fn resettle(state: &mut State<'_>, pushed: &[u32], by: u32, left: Option<Place>) {
    let Some(mut place) = left else { return };
    for &other in pushed {
        if other == by || !state.fits(other, place) {
            continue;
        }
        state.put(other, place);
        place.slot += state.ground.problem.entries[other as usize].slots;
    }
}

/// An entry and some it is tied to, or stands beside, are torn out and put back where each is cheapest of a few places.
fn ruin(state: &mut State<'_>, entry: u32, rng: &mut Rng, trail: &mut Trail) {
    let mut torn = vec![entry];
    let ground = state.ground;
    let ties = [&ground.people, &ground.slack, &ground.clashes, &ground.before, &ground.after];
    for ties in ties {
        if let Some(tie) = rng.choice(ties.of(entry)) {
            torn.push(tie.other);
        }
    }
    let block = state.block[entry as usize];
    if block != NONE {
        torn.extend(rng.choice(&state.shelf[block as usize]).map(|&(_, beside)| beside));
    }
    torn.sort_unstable();
    torn.dedup();
    torn.retain(|&entry| !ground.pinned(entry));
    rng.shuffle(&mut torn);
    for &entry in &torn {
        state.take(entry, trail);
    }
    for &entry in &torn {
        let mut best = None;
        for _ in 0..TRIES {
            let Some(place) = any_place(state, entry, rng) else {
                continue;
            };
            state.put(entry, place);
            let score = state.score();
            state.lift(entry);
            if best.is_none_or(|(cheapest, _)| score < cheapest) {
                best = Some((score, place));
            }
        }
        if let Some((_, place)) = best {
            state.put(entry, place);
        }
    }
}

/// A free place in any block, if the first few looked at have one.
fn any_place(state: &State<'_>, entry: u32, rng: &mut Rng) -> Option<Place> {
    (0..4).find_map(|_| {
        let block = any_block(state, rng);
        if state.ground.fixed(entry, block).hard > 0 && rng.u8(..16) > 0 {
            return None;
        }
        free_slot(state, entry, block, rng).map(|slot| Place { block, slot })
    })
}

/// A slot of the block at which the entry could begin, whoever stands there.
fn any_slot(state: &State<'_>, block: u32, slots: u16, rng: &mut Rng) -> Option<u16> {
    let hall = state.ground.problem.blocks[block as usize];
    let step = state.ground.problem.step;
    let room = hall.slots.checked_sub(slots)?;
    Some(hall.from + rng.u16(..=room / step) * step)
}

/// A slot of the block at which the entry has room, among the gaps it fits into.
fn free_slot(state: &State<'_>, entry: u32, block: u32, rng: &mut Rng) -> Option<u16> {
    let slots = state.ground.problem.entries[entry as usize].slots;
    if state.free[block as usize] < slots {
        return None;
    }
    for _ in 0..3 {
        let slot = any_slot(state, block, slots, rng)?;
        if state.fits(entry, Place { block, slot }) {
            return Some(slot);
        }
    }
    state.gap(block, slots)
}
