//! What a rule can find, as values; the sentences are in [`super::words`].

use crate::programme::{ActivityId, OccurrenceId, PersonId, SessionId, Span};
use crate::text::Lang;
use crate::venue::{Minutes, Road, RoomId, VenueId};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot happen as planned.
    Block,
    /// It can, but somebody will suffer.
    Warn,
    /// Worth knowing.
    Note,
}

/// The rules, one word each; the words are the ones of the JSON report and of the rulebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// A person in two places at one time.
    TwoPlaces,
    /// A person with less time than the road takes.
    Road,
    /// A road that somebody must take and nobody stated.
    RoadUnknown,
    /// A guest of honour without slack on the road.
    Slack,
    /// Two exclusive uses of one room.
    RoomTwice,
    /// A venue over its capacity as a whole.
    VenueFull,
    /// Outside opening hours.
    Closed,
    /// More audience than seats.
    Seats,
    /// Too few interpreters.
    Interpreters,
    /// A translation that is missing.
    Untranslated,
    /// A translation older than its original.
    Stale,
    /// A session without a room.
    NoRoom,
    /// A session without a time.
    NoTime,
    /// A session without a host.
    NoHost,
    /// Two rows that look like one session.
    Duplicate,
}

impl Rule {
    /// All of them, in the order of a report.
    pub const ALL: [Self; 15] = [
        Self::TwoPlaces,
        Self::Road,
        Self::RoomTwice,
        Self::VenueFull,
        Self::Closed,
        Self::Seats,
        Self::Slack,
        Self::Interpreters,
        Self::Duplicate,
        Self::NoTime,
        Self::NoRoom,
        Self::NoHost,
        Self::RoadUnknown,
        Self::Untranslated,
        Self::Stale,
    ];

    /// Its word in JSON, addresses and rulebooks.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::TwoPlaces => "two-places",
            Self::Road => "road",
            Self::RoadUnknown => "road-unknown",
            Self::Slack => "slack",
            Self::RoomTwice => "room-twice",
            Self::VenueFull => "venue-full",
            Self::Closed => "closed",
            Self::Seats => "seats",
            Self::Interpreters => "interpreters",
            Self::Untranslated => "untranslated",
            Self::Stale => "stale",
            Self::NoRoom => "no-room",
            Self::NoTime => "no-time",
            Self::NoHost => "no-host",
            Self::Duplicate => "duplicate",
        }
    }
}

/// Something wrong, with everything a sentence about it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How grave.
    pub severity: Severity,
    /// What.
    pub clash: Clash,
}

/// What is wrong. Times are in [`Span`]s, roads and gaps in whole minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// A person is at two sessions, in different places or places unknown, that share `together`.
    TwoPlaces {
        /// Who.
        person: PersonId,
        /// The earlier one.
        first: OccurrenceId,
        /// The later one.
        second: OccurrenceId,
        /// When they are at both.
        together: Span,
    },
    /// A person has `gap` minutes for a road of more.
    Road {
        /// Who.
        person: PersonId,
        /// Where they leave.
        from: OccurrenceId,
        /// Where they must be.
        to: OccurrenceId,
        /// Whole minutes between the two.
        gap: Minutes,
        /// What the road takes.
        road: Road,
    },
    /// A guest of honour can make it, but with less than `wanted` minutes to spare.
    Slack {
        /// Who.
        person: PersonId,
        /// Where they leave.
        from: OccurrenceId,
        /// Where they must be.
        to: OccurrenceId,
        /// Whole minutes between the two.
        gap: Minutes,
        /// What the road takes.
        road: Road,
        /// The slack the rulebook asks for.
        wanted: Minutes,
    },
    /// People move between houses of which no road is known, so those moves could not be checked; said once.
    RoadUnknown {
        /// How many pairs of houses.
        pairs: u32,
        /// Somebody who moves.
        person: PersonId,
        /// Where they leave.
        from: OccurrenceId,
        /// Where they must be.
        to: OccurrenceId,
    },
    /// Two sessions have one room to themselves at one time.
    RoomTwice {
        /// The hall.
        room: RoomId,
        /// The earlier one.
        first: OccurrenceId,
        /// The later one.
        second: OccurrenceId,
        /// When both have it.
        together: Span,
    },
    /// More people are expected in a house than it holds.
    VenueFull {
        /// The house.
        venue: VenueId,
        /// From when to when it is over.
        during: Span,
        /// The most that are expected at one time.
        expected: u64,
        /// How many it holds.
        capacity: u32,
        /// What takes place then.
        occurrences: Vec<OccurrenceId>,
    },
    /// A session outside the hours of its house or hall.
    Closed {
        /// The session.
        occurrence: OccurrenceId,
        /// The house.
        venue: VenueId,
        /// The hall, where its own hours are the narrower ones.
        room: Option<RoomId>,
    },
    /// More people expected than the room seats.
    Seats {
        /// The session.
        occurrence: OccurrenceId,
        /// The hall.
        room: RoomId,
        /// How many are expected.
        expected: u32,
        /// How many it seats.
        seats: u32,
    },
    /// Fewer interpreters named than needed.
    Interpreters {
        /// The session.
        occurrence: OccurrenceId,
        /// How many it takes.
        needed: u32,
        /// How many are named.
        named: u32,
    },
    /// A text without its other language.
    Untranslated {
        /// Whose text.
        subject: Subject,
        /// Which of its texts.
        field: Field,
        /// The language that is missing.
        lang: Lang,
    },
    /// A translation older than its original.
    Stale {
        /// Whose text.
        subject: Subject,
        /// Which of its texts.
        field: Field,
        /// The language that is behind.
        lang: Lang,
    },
    /// Nobody said which room.
    NoRoom(OccurrenceId),
    /// Nobody said when.
    NoTime(OccurrenceId),
    /// Nobody said whose it is.
    NoHost(OccurrenceId),
    /// Two rows that look like one session.
    Duplicate {
        /// The row read first.
        first: OccurrenceId,
        /// The row read later.
        second: OccurrenceId,
    },
    /// What a rule asks for is absent from every session, so it is said once and not once a session.
    Everywhere {
        /// Which rule: no host, no room, no time, untranslated.
        rule: Rule,
        /// The language that is missing, for an untranslated programme.
        lang: Option<Lang>,
        /// How many sessions there are.
        sessions: u32,
        /// One of them.
        example: OccurrenceId,
    },
    /// One rule found so many about one person, room or title that only the first are listed.
    AndMore {
        /// Which rule.
        rule: Rule,
        /// About what.
        subject: Subject,
        /// The occurrence at which listing stopped.
        example: OccurrenceId,
    },
}

/// Whose text, or about what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A session.
    Session(SessionId),
    /// An activity.
    Activity(ActivityId),
    /// A person.
    Person(PersonId),
    /// A house.
    Venue(VenueId),
    /// A hall.
    Room(RoomId),
}

/// Which text of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What it is called.
    Title,
    /// What it is about.
    Summary,
}

impl Clash {
    /// The rule that found it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        match self {
            Self::TwoPlaces { .. } => Rule::TwoPlaces,
            Self::Road { .. } => Rule::Road,
            Self::RoadUnknown { .. } => Rule::RoadUnknown,
            Self::Slack { .. } => Rule::Slack,
            Self::RoomTwice { .. } => Rule::RoomTwice,
            Self::VenueFull { .. } => Rule::VenueFull,
            Self::Closed { .. } => Rule::Closed,
            Self::Seats { .. } => Rule::Seats,
            Self::Interpreters { .. } => Rule::Interpreters,
            Self::Untranslated { .. } => Rule::Untranslated,
            Self::Stale { .. } => Rule::Stale,
            Self::NoRoom(_) => Rule::NoRoom,
            Self::NoTime(_) => Rule::NoTime,
            Self::NoHost(_) => Rule::NoHost,
            Self::Duplicate { .. } => Rule::Duplicate,
            Self::Everywhere { rule, .. } | Self::AndMore { rule, .. } => *rule,
        }
    }

    /// The occurrences whose rows it comes from, the earlier first; empty for a text of a person or activity.
    #[must_use]
    pub fn occurrences(&self) -> Vec<OccurrenceId> {
        match self {
            Self::TwoPlaces { first, second, .. }
            | Self::RoomTwice { first, second, .. }
            | Self::Duplicate { first, second } => vec![*first, *second],
            Self::Road { from, to, .. }
            | Self::Slack { from, to, .. }
            | Self::RoadUnknown { from, to, .. } => {
                vec![*from, *to]
            }
            Self::VenueFull { occurrences, .. } => occurrences.clone(),
            Self::Closed { occurrence, .. }
            | Self::Seats { occurrence, .. }
            | Self::Interpreters { occurrence, .. }
            | Self::NoRoom(occurrence)
            | Self::NoTime(occurrence)
            | Self::NoHost(occurrence)
            | Self::Everywhere { example: occurrence, .. }
            | Self::AndMore { example: occurrence, .. } => vec![*occurrence],
            Self::Untranslated { .. } | Self::Stale { .. } => Vec::new(),
        }
    }
}
