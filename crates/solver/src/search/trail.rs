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

    /// Who was lifted, somebody perhaps twice.
    pub(crate) fn entries(&self) -> impl Iterator<Item = u32> {
        self.0.iter().map(|&(entry, _)| entry)
    }
}

impl State<'_> {
    /// Whether so many slots of the track fit into the block, once what stands there is pushed together.
    pub(crate) fn admits(&self, block: u32, track: u32, slots: u16) -> bool {
        if self.free[block as usize] < slots {
            return false;
        }
        if self.ground.holds_pins(block) && self.gap(block, slots).is_none() {
            return false;
        }
        if self.ground.problem.block_use == BlockUse::Mixed {
            return true;
        }
        let of = self.track_of(block);
        of == NONE || of == track
    }

    /// The first slot of the block at which so many are free, if there is one without moving anything.
    pub(crate) fn gap(&self, block: u32, slots: u16) -> Option<u16> {
        let hall = self.ground.problem.blocks[block as usize];
        let mut from = hall.from;
        for &(slot, entry) in &self.shelf[block as usize] {
            if slot - from >= slots {
                return Some(from);
            }
            from = slot + self.ground.problem.entries[entry as usize].slots;
        }
        (hall.till() - from >= slots).then_some(from)
    }

    /// Whether the lifted entry has room there.
    pub(crate) fn fits(&self, entry: u32, place: Place) -> bool {
        let slots = self.ground.problem.entries[entry as usize].slots;
        self.is_open(entry, place) && self.between(place, slots).is_empty()
    }

    /// Whether the block is open there for as long as the entry takes.
    pub(crate) fn is_open(&self, entry: u32, place: Place) -> bool {
        let slots = self.ground.problem.entries[entry as usize].slots;
        let hall = self.ground.problem.blocks[place.block as usize];
        place.slot >= hall.from && u32::from(place.slot) + u32::from(slots) <= u32::from(hall.till())
    }

    /// Who stands there in any of so many slots.
    pub(crate) fn between(&self, place: Place, slots: u16) -> Vec<u32> {
        let till = place.slot + slots;
        let entries = &self.ground.problem.entries;
        let row = self.shelf[place.block as usize].iter();
        row.filter(|&&(slot, entry)| slot < till && place.slot < slot + entries[entry as usize].slots)
            .map(|&(_, entry)| entry)
            .collect()
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
        let slot = self.gap(block, slots).unwrap_or_else(|| {
            self.pack(block, trail);
            self.gap(block, slots).expect("a packed block has all its free slots in one piece")
        });
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
