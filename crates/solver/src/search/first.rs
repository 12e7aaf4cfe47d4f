//! A first timetable: everything put where it fits and is cheapest, what is hardest to place first.

use crate::state::{Ground, State};

/// All entries that found room.
pub(crate) fn placed<'a>(ground: &'a Ground<'a>) -> State<'a> {
    let mut state = State::new(ground);
    let entries = &ground.problem.entries;
    for (entry, asks) in (0..).zip(entries) {
        if let Some(pin) = asks.pin {
            state.put(entry, pin);
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

impl State<'_> {
    /// Puts the entry where it costs least now, if it fits anywhere: whether it did.
    pub(crate) fn put_cheapest(&mut self, entry: u32) -> bool {
        let asks = &self.ground.problem.entries[entry as usize];
        let (track, slots) = (asks.track, asks.slots);
        let mut best = None;
        for block in 0..self.free.len() {
            let block = u32::try_from(block).expect("blocks are counted in 32 bits");
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
        }
        let Some((_, place)) = best else {
            return false;
        };
        self.put(entry, place);
        true
    }
}
