//! What is to be placed, and where: the one model for a conference of tracks and for a week in many houses.
//!
//! Time is *periods*, cut into slots that are the same in every room; a *block* is a stretch of a period in a room in which entries can
//! stand. A conference session is a period with a block in every room; a day of a week is a period with a block for each of a room's
//! opening hours. How long a slot is, only the caller knows; roads, pauses and entries are counted in the same slots.

mod check;
mod entry;

pub use check::Fault;
pub use entry::{At, Bond, Cost, Draw, Entry, Track};

use crate::{Plan, Rulebook};

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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Venue {
    /// How many may be in it at a time: its stock of places.
    pub places: Option<u32>,
    /// To every house, in order: the slots the road takes, and how long one is on it at least. Empty where nobody travels.
    pub roads: Vec<u16>,
}

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

    /// The slot at which it closes.
    #[must_use]
    pub const fn till(&self) -> u16 {
        self.from + self.slots
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

/// Something of which there is only so much at a time: interpreters of a language, cameras, the one minister.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stock {
    /// How much there is.
    pub of: u32,
    /// Which rule counts the slots in which more is asked for.
    pub rule: crate::Rule,
}

/// A stretch of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    pub period: u32,
    pub from: u16,
    pub till: u16,
}

/// Who puts entries on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Host {
    /// How many of its entries belong into prime time, if all hosts are treated alike.
    pub share: u32,
}

/// All of it. Whatever is in a list is known by its place in it.
#[derive(Debug, Clone)]
pub struct Problem {
    pub block_use: BlockUse,
    /// Entries begin at every so-manieth slot of their block; where something is pinned, at its pin.
    pub step: u16,
    /// How many slots somebody wants beyond the road, for [`crate::Rule::Slack`].
    pub slack: u16,
    pub periods: Vec<Period>,
    pub venues: Vec<Venue>,
    pub rooms: Vec<Room>,
    pub blocks: Vec<Block>,
    pub tracks: Vec<Track>,
    pub hosts: Vec<Host>,
    pub stocks: Vec<Stock>,
    /// How many languages entries are in; see [`Entry::language`].
    pub languages: u32,
    pub prime: Vec<Hours>,
    pub entries: Vec<Entry>,
    /// By person: the entries that need them, for [`crate::Rule::People`] and [`crate::Rule::Waiting`].
    pub people: Vec<Vec<u32>>,
    /// Between entries.
    pub bonds: Vec<Bond>,
    /// Between tracks.
    pub track_bonds: Vec<Bond>,
    /// What a used block costs, whatever stands in it: its place in `blocks`, and the count of [`crate::Rule::PeriodRoom`].
    pub block_costs: Vec<(u32, i64)>,
    pub rules: Rulebook,
}

impl Default for Problem {
    fn default() -> Self {
        Self {
            block_use: BlockUse::Mixed,
            step: 1,
            slack: 0,
            periods: Vec::new(),
            venues: vec![Venue::default()],
            rooms: Vec::new(),
            blocks: Vec::new(),
            tracks: Vec::new(),
            hosts: Vec::new(),
            stocks: Vec::new(),
            languages: 0,
            prime: Vec::new(),
            entries: Vec::new(),
            people: Vec::new(),
            bonds: Vec::new(),
            track_bonds: Vec::new(),
            block_costs: Vec::new(),
            rules: Rulebook::default(),
        }
    }
}

impl Problem {
    /// Adds a period; its number.
    pub fn period(&mut self, period: Period) -> u32 {
        added(&mut self.periods, period)
    }

    /// Adds a venue; its number. There is one from the beginning, number 0, of which nothing is known.
    pub fn venue(&mut self, venue: Venue) -> u32 {
        added(&mut self.venues, venue)
    }

    /// Adds a room; its number.
    pub fn room(&mut self, room: Room) -> u32 {
        added(&mut self.rooms, room)
    }

    /// Adds a block; its number.
    pub fn block(&mut self, block: Block) -> u32 {
        added(&mut self.blocks, block)
    }

    /// Adds a track; its number. Every entry is of one.
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

impl Problem {
    /// The problem of some of its entries alone, and of a plan what is about them. What is counted over all entries (shares of prime time, whole
    /// tracks' order) is left out where it would mean something else.
    pub(crate) fn only(&self, entries: &[u32], plan: &Plan) -> (Self, Plan) {
        let mut number = vec![None; self.entries.len()];
        for (place, &entry) in (0_u32..).zip(entries) {
            number[entry as usize] = Some(place);
        }
        let mut only = self.clone();
        only.entries = entries.iter().map(|&entry| self.entries[entry as usize].clone()).collect();
        only.bonds = self
            .bonds
            .iter()
            .filter_map(|bond| {
                let (one, other) = (number[bond.one as usize]?, number[bond.other as usize]?);
                Some(Bond { one, other, ..*bond })
            })
            .collect();
        let kept = |of: &Vec<u32>| of.iter().filter_map(|&entry| number[entry as usize]).collect();
        only.people = self.people.iter().map(kept).collect();
        for rule in [crate::Rule::Fairness, crate::Rule::Order, crate::Rule::Variety] {
            only.rules.weigh(rule, crate::Weight::Off);
        }
        let places = entries.iter().map(|&entry| plan.0[entry as usize]).collect();
        (only, Plan(places))
    }
}
