//! The rules a week may grade, and how.

use crate::Right;

/// What a broken rule means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// It must not be.
    Block,
    /// It costs so much each time; what is counted by time, each five minutes.
    Warn(u32),
    /// It is not looked at.
    Ignore,
}

/// The heaviest weight. Heavier ones say nothing more: what must not be is `block`.
const MOST: u32 = 1_000_000;

/// A rule of the planner. That two sessions have one hall at once, or a hall that is closed, cannot be graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlannerRule {
    /// Nobody is in two places, or on a road longer than the time for it.
    People,
    /// Guests of honour have time to spare on the road.
    Slack,
    /// Nobody is asked for while they are away.
    Away,
    /// Sessions stay within the days of their activity or of the week.
    Days,
    /// No house holds more people than it may.
    VenueCapacity,
    /// What a session needs stands in its hall.
    Equipment,
    /// What comes before something has ended by then.
    Before,
    /// No more is asked for than there is.
    Stock,
    /// Everybody who is expected has a seat.
    Seats,
    /// Sessions stay in the house their hosts put them in.
    House,
    /// Sessions stay on their day.
    SameDay,
    /// What moved.
    Moved,
    /// Sessions that one visitor marked are not at once.
    Bookmarks,
    /// Sessions of one track are not at once.
    SameTrack,
    /// A track stays in one hall.
    TrackRooms,
    /// A track has no day off in between.
    TrackDays,
    /// What somebody would rather not have.
    Wishes,
    /// Hosts share the best hours.
    PrimeTime,
    /// People do not wait between two things they are needed for.
    Waiting,
    /// There is something in every language at any time.
    Languages,
    /// Halls are free for a while between two sessions.
    Pause,
}

impl PlannerRule {
    /// All of them, in the order of the documentation.
    pub const ALL: [Self; 21] = [
        Self::People,
        Self::Slack,
        Self::Away,
        Self::Days,
        Self::VenueCapacity,
        Self::Equipment,
        Self::Before,
        Self::Stock,
        Self::Seats,
        Self::House,
        Self::SameDay,
        Self::Moved,
        Self::Bookmarks,
        Self::SameTrack,
        Self::TrackRooms,
        Self::TrackDays,
        Self::Wishes,
        Self::PrimeTime,
        Self::Waiting,
        Self::Languages,
        Self::Pause,
    ];

    /// Its word in `planner.toml`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Slack => "slack",
            Self::Away => "away",
            Self::Days => "days",
            Self::VenueCapacity => "venue-capacity",
            Self::Equipment => "equipment",
            Self::Before => "before",
            Self::Stock => "stock",
            Self::Seats => "seats",
            Self::House => "house",
            Self::SameDay => "same-day",
            Self::Moved => "moved",
            Self::Bookmarks => "bookmarks",
            Self::SameTrack => "same-track",
            Self::TrackRooms => "track-rooms",
            Self::TrackDays => "track-days",
            Self::Wishes => "wishes",
            Self::PrimeTime => "prime-time",
            Self::Waiting => "waiting",
            Self::Languages => "languages",
            Self::Pause => "pause",
        }
    }

    /// The rule of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }

    /// How it is graded where a week says nothing: what cannot happen must not be, moving is dear, and what is a matter of taste is off.
    #[must_use]
    pub const fn usual(self) -> Grade {
        match self {
            Self::People
            | Self::Away
            | Self::Days
            | Self::VenueCapacity
            | Self::Equipment
            | Self::Before
            | Self::Stock => Grade::Block,
            Self::Slack => Grade::Warn(5_000),
            Self::Moved => Grade::Warn(1_000),
            Self::House => Grade::Warn(300),
            Self::SameDay | Self::Pause => Grade::Warn(200),
            Self::Seats => Grade::Warn(100),
            Self::Wishes | Self::PrimeTime => Grade::Warn(50),
            Self::Bookmarks => Grade::Warn(5),
            Self::SameTrack | Self::TrackRooms | Self::TrackDays | Self::Waiting | Self::Languages => {
                Grade::Ignore
            }
        }
    }
}

impl Grade {
    /// Reads `block`, `warn 20` or `ignore`.
    pub(super) fn read(rule: &str, said: &str) -> Result<Self, Right> {
        match said.split_whitespace().collect::<Vec<_>>()[..] {
            ["block"] => Ok(Self::Block),
            ["ignore"] => Ok(Self::Ignore),
            ["warn", weight] => match weight.parse() {
                Ok(weight @ 0..=MOST) => Ok(Self::Warn(weight)),
                _ => Err(Right::new(
                    format!("「{rule}」的权重「{weight}」不对：应为 0 到 {MOST} 的整数。"),
                    format!(
                        "the weight {weight} of “{rule}” does not fit: weights are whole numbers from 0 to {MOST}."
                    ),
                )),
            },
            _ => Err(Right::new(
                format!("「{rule}」的「{said}」不对：可以写 \"block\"、\"warn 20\" 或 \"ignore\"。"),
                format!("“{said}” for “{rule}” does not fit: write \"block\", \"warn 20\" or \"ignore\"."),
            )),
        }
    }
}
