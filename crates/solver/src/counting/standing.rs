//! Who stands where, spelled out.

use crate::{Block, Entry, Plan, Problem};

/// An entry that has a place.
#[derive(Clone, Copy)]
pub(super) struct Stands<'a> {
    pub(super) number: usize,
    pub(super) entry: &'a Entry,
    pub(super) block: Block,
    pub(super) block_number: usize,
    pub(super) from: u16,
    pub(super) till: u16,
    pub(super) venue: usize,
}

impl Stands<'_> {
    /// Whether both are on in one slot.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.shares(other) > 0
    }

    /// The slots both are on.
    pub(super) fn shares(&self, other: &Self) -> i64 {
        if self.block.period != other.block.period {
            return 0;
        }
        i64::from(self.till.min(other.till).saturating_sub(self.from.max(other.from)))
    }
}

pub(super) struct Standing<'a> {
    pub(super) problem: &'a Problem,
    /// By entry.
    pub(super) places: Vec<Option<Stands<'a>>>,
}

impl<'a> Standing<'a> {
    pub(super) fn of(problem: &'a Problem, plan: &Plan) -> Self {
        let stands = |(number, (entry, place)): (usize, (&'a Entry, &Option<crate::Place>))| {
            let place = (*place)?;
            let block = problem.blocks[place.block as usize];
            Some(Stands {
                number,
                entry,
                block,
                block_number: place.block as usize,
                from: place.slot,
                till: place.slot + entry.slots,
                venue: problem.rooms[block.room as usize].venue as usize,
            })
        };
        let places = problem.entries.iter().zip(&plan.0).enumerate().map(stands).collect();
        Self { problem, places }
    }

    /// All that have a place.
    pub(super) fn all(&self) -> impl Iterator<Item = &Stands<'a>> {
        self.places.iter().flatten()
    }
}
