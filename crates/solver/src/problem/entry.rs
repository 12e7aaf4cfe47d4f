//! What is placed, what it costs somewhere, and what binds two of them.

use crate::{Place, Rule};

/// What belongs together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Track {
    /// What a block of it costs: see [`Rule::TrackPeriod`] and [`Rule::TrackRoom`].
    pub costs: Vec<Cost>,
}

/// What is to be placed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    pub track: u32,
    /// How many slots it takes, without a break.
    pub slots: u16,
    /// The slots that should be free behind it in its room.
    pub pause: u16,
    /// Which of its track it wants to be, from 1; 0 is anywhere.
    pub order: u32,
    /// How many of a house's places it takes.
    pub audience: u32,
    pub host: Option<u32>,
    pub language: Option<u32>,
    pub costs: Vec<Cost>,
    pub draws: Vec<Draw>,
    /// Where it must stay.
    pub pin: Option<Place>,
    /// Where it stood: see [`Rule::Moved`].
    pub former: Option<Place>,
}

impl Entry {
    /// One of the first track, of so many slots.
    #[must_use]
    pub fn of(slots: u16) -> Self {
        Self { slots, ..Self::default() }
    }
}

/// So much of a stock, while the entry is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draw {
    pub stock: u32,
    pub amount: u32,
}

/// What standing somewhere adds to a rule's count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    pub rule: Rule,
    pub at: At,
    pub count: i64,
}

/// Where a [`Cost`] falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Period(u32),
    Room(u32),
    /// While any of it lies in these hours. Not for tracks.
    Hours(super::Hours),
}

/// Two entries, or two tracks, that a rule holds apart. Which meetings it counts is the rule's: see [`Rule::Presenters`],
/// [`Rule::PresentersAtOnce`], [`Rule::Slack`], [`Rule::Bookmarks`] and, where `one` must have ended before `other` begins,
/// [`Rule::Prerequisite`]; for tracks [`Rule::SimilarTracks`] and [`Rule::Chairs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bond {
    pub rule: Rule,
    pub one: u32,
    pub other: u32,
    /// What one meeting counts.
    pub count: i64,
}
