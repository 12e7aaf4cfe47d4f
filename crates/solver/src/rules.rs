//! The rules a timetable is held against, and what each weighs.
//!
//! A rule counts; the rulebook says what one count costs. Rules that cannot be broken by construction (two things in one room, an entry
//! torn apart, two tracks in a block of one track) are not here: a [`crate::Plan`] that does so is refused, not scored.

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// An entry that has no place.
    Unplaced,
    /// A used block: what its track costs in this period.
    TrackPeriod,
    /// A used block: what its track costs in this room.
    TrackRoom,
    /// A used block: what the room costs in this period.
    PeriodRoom,
    /// Two blocks of one period whose tracks draw the same people.
    SimilarTracks,
    /// Rooms of a track beyond its first.
    RoomsPerTrack,
    /// Blocks of a track in one period beyond the first.
    ParallelTracks,
    /// A track whose periods have a gap.
    ConsecutiveTracks,
    /// An entry at an hour that is night where its people are.
    Hours,
    /// An entry that is not the one in its track that it asked to be.
    Order,
    /// What an entry costs in this period.
    EntryPeriod,
    /// What an entry costs in this room.
    EntryRoom,
    /// Two entries in one period and different rooms that need one presenter.
    Presenters,
    /// Two entries in one period and different rooms that somebody wants to attend both.
    Attendees,
    /// Two blocks of one period whose tracks have one chair.
    Chairs,
    /// Slots that two entries with one presenter share.
    PresentersAtOnce,
    /// Slots that two entries with one attendee share.
    AttendeesAtOnce,
    /// Two entries that need one person, at once or with less time between them than the road takes.
    People,
    /// Two entries in different houses between which somebody has time for the road, but less than the slack beyond it.
    Slack,
    /// An entry at a time when somebody it needs is away.
    Away,
    /// An entry in a room that lacks what it needs.
    Equipment,
    /// An entry that begins before one that must come before it has ended.
    Prerequisite,
    /// Slots in which a house is fuller than it may be.
    VenueCapacity,
    /// More people expected than the room has seats.
    Seats,
    /// People who marked two entries that are on at once.
    Bookmarks,
    /// Slots in which a track has entries beside each other.
    TrackAtOnce,
    /// Slots in which more is asked of a stock than there is.
    Stock,
    /// An entry at an hour, or in a room, that those it is of would rather not have.
    Wishes,
    /// Entries in prime time by which a host has more, or fewer, than its share.
    Fairness,
    /// Slots that somebody waits between the first and the last of a day.
    Waiting,
    /// Slots in which something is on, but nothing in a language.
    Variety,
    /// Two entries of a room with less than the pause between them.
    Pause,
    /// An entry that does not stand where it stood.
    Moved,
}

impl Rule {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 33] = [
        Self::Unplaced,
        Self::TrackPeriod,
        Self::TrackRoom,
        Self::PeriodRoom,
        Self::SimilarTracks,
        Self::RoomsPerTrack,
        Self::ParallelTracks,
        Self::ConsecutiveTracks,
        Self::Hours,
        Self::Order,
        Self::EntryPeriod,
        Self::EntryRoom,
        Self::Presenters,
        Self::Attendees,
        Self::Chairs,
        Self::PresentersAtOnce,
        Self::AttendeesAtOnce,
        Self::People,
        Self::Slack,
        Self::Away,
        Self::Equipment,
        Self::Prerequisite,
        Self::VenueCapacity,
        Self::Seats,
        Self::Bookmarks,
        Self::TrackAtOnce,
        Self::Stock,
        Self::Wishes,
        Self::Fairness,
        Self::Waiting,
        Self::Variety,
        Self::Pause,
        Self::Moved,
    ];
}

/// What one count of a rule costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// Nothing: the rule is not looked at.
    #[default]
    Off,
    /// So much.
    Soft(i64),
    /// More than anything soft.
    Hard,
}

/// The weight of every rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rulebook([Weight; Rule::COUNT]);

impl Default for Rulebook {
    fn default() -> Self {
        let mut weights = [Weight::Off; Rule::COUNT];
        weights[Rule::Unplaced as usize] = Weight::Hard;
        Self(weights)
    }
}

impl Rulebook {
    #[must_use]
    pub const fn weight(&self, rule: Rule) -> Weight {
        self.0[rule as usize]
    }

    /// The rule weighs this from now on.
    pub fn weigh(&mut self, rule: Rule, weight: Weight) {
        self.0[rule as usize] = weight;
    }

    /// Whether the rule is looked at.
    #[must_use]
    pub const fn on(&self, rule: Rule) -> bool {
        !matches!(self.weight(rule), Weight::Off | Weight::Soft(0))
    }
}
