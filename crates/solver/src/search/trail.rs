//! A move under way: what it lifted and from where, so that it can be taken back.

use crate::state::{NONE, State};
use crate::{BlockUse, Place};

/// What was lifted, and where it stood.
#[derive(Debug, Default)]
pub(crate) struct Trail(Vec<(u32, Option<Place>)>);

impl Trail {
    pub(crate) fn begin(&mut self) {
        self.0.clear();
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl State<'_> {
    /// Whether so many slots of the track fit into the block, once what stands there is pushed together.
    pub(crate) fn admits(&self, block: u32, track: u32, slots: u16) -> bool {
        if self.free[block as usize] < slots {
            return false;
        }
        if self.ground.problem.block_use == BlockUse::Mixed {
            return true;
        }
        let of = self.track_of(block);
        of == NONE || of == track
    }

    /// Lifts the entry and remembers it.
    pub(crate) fn take(&mut self, entry: u32, trail: &mut Trail) {
        let place = self.place(entry);
        trail.0.push((entry, place));
        if place.is_some() {
            self.lift(entry);
        }
    }

    /// Puts a taken entry into a block that admits it, pushing others together if it must.
    pub(crate) fn give(&mut self, entry: u32, block: u32, trail: &mut Trail) {
        let slots = self.ground.problem.entries[entry as usize].slots;
        let slot = match self.gap(block, slots) {
            Some(slot) => slot,
            None => {
                self.pack(block, trail);
                self.gap(block, slots).expect("a packed block has all its free slots in one piece")
            }
        };
        self.put(entry, Place { block, slot });
    }

    /// Pushes what stands in the block to its beginning.
    pub(crate) fn pack(&mut self, block: u32, trail: &mut Trail) {
        let stood: Vec<u32> = self.shelf[block as usize].iter().map(|&(_, entry)| entry).collect();
        for &entry in &stood {
            self.take(entry, trail);
        }
        self.fill(block, &stood);
    }

    /// Puts lifted entries into an empty block one after the other.
    pub(crate) fn fill(&mut self, block: u32, entries: &[u32]) {
        let mut slot = self.ground.problem.blocks[block as usize].from;
        for &entry in entries {
            self.put(entry, Place { block, slot });
            slot += self.ground.problem.entries[entry as usize].slots;
        }
    }

    /// Takes the move back.
    pub(crate) fn take_back(&mut self, trail: &Trail) {
        for &(entry, _) in &trail.0 {
            if self.block[entry as usize] != NONE {
                self.lift(entry);
            }
        }
        // What was taken twice stood first where its first taking says.
        for &(entry, place) in &trail.0 {
            if let Some(place) = place
                && self.block[entry as usize] == NONE
            {
                self.put(entry, place);
            }
        }
    }
}
