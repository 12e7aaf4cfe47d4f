//! A first timetable: what is pinned, then what can stay where it stood, then the rest where it fits and is cheapest, the hardest first.

use crate::state::{Ground, State, number};

/// All entries that found room.
pub(crate) fn placed<'a>(ground: &'a Ground<'a>) -> State<'a> {
    let mut state = State::new(ground);
    let entries = &ground.problem.entries;
    for (entry, asks) in (0..).zip(entries) {
        if let Some(pin) = asks.pin {
            state.put(entry, pin);
        }
    }
    for (entry, asks) in (0..).zip(entries) {
        if let Some(former) = asks.former
            && asks.pin.is_none()
            && state.admits(former.block, asks.track, asks.slots)
            && state.fits(entry, former)
        {
            let before = state.score().hard;
            state.put(entry, former);
            // One less without a place, and nothing hard for it.
            if state.score().hard >= before {
                state.lift(entry);
            }
        }
    }
    let weight = |track: u32| -> u32 {
        let members = &ground.members[track as usize];
        members.iter().map(|&entry| u32::from(entries[entry as usize].slots)).sum()
    };
    let mut waiting = state.unplaced.clone();
    waiting.sort_by_key(|&entry| {
        let asks = &entries[entry as usize];
        let track = asks.track;
        (std::cmp::Reverse(weight(track)), track, std::cmp::Reverse(asks.slots), asks.order, entry)
    });
    for entry in waiting {
        state.put_cheapest(entry);
    }
    state
}

/// Enough blocks looked at, where there are thousands.
const ENOUGH: usize = 200;

impl State<'_> {
    /// Puts the entry where it costs least now, if it fits anywhere: whether it did. Beyond [`ENOUGH`] blocks, the first that costs nothing
    /// hard will do.
    fn put_cheapest(&mut self, entry: u32) -> bool {
        let asks = &self.ground.problem.entries[entry as usize];
        let (track, slots) = (asks.track, asks.slots);
        let hard = self.score().hard - 1;
        let blocks = self.free.len();
        // Everybody begins elsewhere, so that what is alike does not crowd into the first blocks.
        let begin = (entry as usize * 7_919) % blocks.max(1);
        let mut best = None;
        for (looked, block) in (begin..blocks).chain(0..begin).enumerate() {
            let block = number(block);
            if !self.admits(block, track, slots) {
                continue;
            }
            let Some(slot) = self.gap(block, slots) else {
                continue;
            };
            let place = crate::Place { block, slot };
            self.put(entry, place);
            let score = self.score();
            self.lift(entry);
            if best.is_none_or(|(cheapest, _)| score < cheapest) {
                best = Some((score, place));
            }
            if looked > ENOUGH && best.is_some_and(|(cheapest, _)| cheapest.hard <= hard) {
                break;
            }
        }
        let Some((_, place)) = best else {
            return false;
        };
        self.put(entry, place);
        true
    }
}
