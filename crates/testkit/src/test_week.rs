//! A week said in a few words, for the tests of the rules.
//!
//! ```
//! use festoon_testkit::{TestWeek, people::ADA};
//!
//! let programme = TestWeek::new()
//!     .venue("park").room("hall")
//!     .session("keynote").at("2021-06-21 10:00", "11:00").speaker(ADA)
//!     .venue("campus").room("aula")
//!     .session("panel").at("2021-06-21 11:20", "12:00").speaker(ADA)
//!     .road("park", "campus", 35)
//!     .build();
//! assert_eq!(programme.occurrences.len(), 2);
//! ```
//!
//! A venue, room or session named again is gone back to, not made anew; a new session takes place in the room named last.
//! A session is clean unless told otherwise: it has a host, a title in both languages and its room to itself, and nobody
//! has said how many seats or which hours there are.

mod lookup;
mod places;
mod sessions;
mod stage;
mod words;

pub use lookup::{occurrence, person, room, session, venue};

use festoon_domain::programme::{Programme, SessionId};
use festoon_domain::text::Text;
use festoon_domain::venue::{RoomId, VenueId};
use festoon_domain::week::Week;
use jiff::tz::TimeZone;

/// A week in the making; the words are in the files beside this one.
#[derive(Debug, Clone)]
pub struct TestWeek {
    programme: Programme,
    venue: Option<VenueId>,
    room: Option<RoomId>,
    session: Option<SessionId>,
    host: &'static str,
}

impl Default for TestWeek {
    fn default() -> Self {
        Self::new()
    }
}

impl TestWeek {
    /// The week of 21 to 27 June 2021 in Asia/Shanghai, with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::in_zone("Asia/Shanghai")
    }

    /// The same in another zone, as where clocks change.
    #[must_use]
    pub fn in_zone(zone: &str) -> Self {
        let zone = TimeZone::get(zone).unwrap_or_else(|error| panic!("{zone}: {error}"));
        let week = Week {
            slug: "test-week".into(),
            title: Text::new("测试周", "Test Week"),
            first_day: words::date("2021-06-21"),
            last_day: words::date("2021-06-27"),
            ..Week::unnamed(zone)
        };
        Self { programme: Programme::empty(week), venue: None, room: None, session: None, host: "office" }
    }

    /// The programme as said.
    #[must_use]
    pub fn build(self) -> Programme {
        self.programme
    }
}
