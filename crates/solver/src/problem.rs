//! What is to be placed, and where: the one model for a conference of tracks and for a week in many houses.
//!
//! Time is *periods*, cut into slots that are the same in every room; a *block* is a stretch of a period in a room in which entries can
//! stand. A conference session is a period with a block in every room; a day of a week is a period with a block for each of a room's
//! opening hours.

mod check;

pub use check::Fault;

use crate::{Place, Rulebook};

/// A stretch of time that all rooms share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many slots it has.
    pub slots: u16,
}

impl Period {
    #[must_use]
    pub const fn of(slots: u16) -> Self {
        Self { slots }
    }
}

/// A hall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Room {
    pub venue: u32,
}

/// A house of halls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Venue;

/// A stretch of a period in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    pub period: u32,
    pub room: u32,
    /// The slot of the period at which it opens.
    pub from: u16,
    pub slots: u16,
}

impl Block {
    /// The whole period in the room.
    #[must_use]
    pub fn whole(problem: &Problem, period: u32, room: u32) -> Self {
        let slots = problem.periods[period as usize].slots;
        Self { period, room, from: 0, slots }
    }
}

/// Whether entries of several tracks may stand in one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BlockUse {
    /// A block is of the track of what stands in it.
    OneTrack,
    #[default]
    Mixed,
}

/// What belongs together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Track {
    /// What a block of it costs: see [`crate::Rule::TrackPeriod`] and [`crate::Rule::TrackRoom`].
    pub costs: Vec<Cost>,
}

/// What is to be placed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    pub track: u32,
    /// How many slots it takes, without a break.
    pub slots: u16,
    /// Which of its track it wants to be, from 1; 0 is anywhere.
    pub order: u32,
    pub costs: Vec<Cost>,
    /// Where it must stay.
    pub pin: Option<Place>,
}

impl Entry {
    #[must_use]
    pub fn of(slots: u16) -> Self {
        Self { slots, ..Self::default() }
    }
}

/// What standing somewhere adds to a rule's count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    pub rule: crate::Rule,
    pub at: At,
    pub count: i64,
}

/// Where a [`Cost`] falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Period(u32),
    Room(u32),
}

/// Two entries, or two tracks, that must not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bond {
    pub rule: crate::Rule,
    pub one: u32,
    pub other: u32,
    /// What one meeting counts.
    pub count: i64,
}

/// All of it. Tracks, rooms, periods and entries are known by their place in these lists.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    pub block_use: BlockUse,
    pub periods: Vec<Period>,
    pub rooms: Vec<Room>,
    pub blocks: Vec<Block>,
    pub tracks: Vec<Track>,
    pub entries: Vec<Entry>,
    /// Between entries.
    pub bonds: Vec<Bond>,
    /// Between tracks.
    pub track_bonds: Vec<Bond>,
    /// What a used block costs, whatever stands in it: its place in `blocks`, and the count of [`crate::Rule::PeriodRoom`].
    pub block_costs: Vec<(u32, i64)>,
    pub rules: Rulebook,
}

impl Problem {
    /// Adds a period; its number.
    pub fn period(&mut self, period: Period) -> u32 {
        added(&mut self.periods, period)
    }

    /// Adds a room; its number.
    pub fn room(&mut self, room: Room) -> u32 {
        added(&mut self.rooms, room)
    }

    /// Adds a block; its number.
    pub fn block(&mut self, block: Block) -> u32 {
        added(&mut self.blocks, block)
    }

    /// Adds a track; its number.
    pub fn track(&mut self, track: Track) -> u32 {
        added(&mut self.tracks, track)
    }

    /// Adds an entry; its number.
    pub fn entry(&mut self, entry: Entry) -> u32 {
        added(&mut self.entries, entry)
    }
}

fn added<T>(list: &mut Vec<T>, one: T) -> u32 {
    list.push(one);
    u32::try_from(list.len() - 1).expect("no timetable has four thousand million of anything")
}
