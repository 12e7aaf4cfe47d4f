//! The programme: activity 活动 → part 环节 → session 场次 → occurrence, and the people on stage.
//!
//! A [`Programme`] is one plain value: tables of records that name each other by their place in the table.
//! Ids are only good inside the value they came from; what lasts is the `key` (or an occurrence's `guid`).
//! That makes a rule over a hundred thousand occurrences a walk over arrays, and costs a resolution of names once,
//! when a file is read or a draft is loaded.

mod activity;
mod citation;
mod person;
mod session;
mod upload;

pub use activity::{Activity, ActivityId, ActivityKind, Host, HostId, Part, PartId, PartKind};
pub use citation::{Citation, Spot};
pub use person::{Appearance, Person, PersonId, Role, Visibility};
pub use session::{
    Access, Equipment, Interpretation, Occurrence, OccurrenceId, Place, Reference, ReferenceKind, RoomUse,
    Session, SessionId, SessionKind, Span, State,
};
pub use upload::{UPLOAD, upload_of};

use std::ops::Index;

use crate::venue::{Roads, Room, RoomId, Venue, VenueId};
use crate::week::Week;

/// Everything that happens in a week, as one value.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// The edition.
    pub week: Week,
    /// Houses.
    pub venues: Vec<Venue>,
    /// Halls.
    pub rooms: Vec<Room>,
    /// The minutes between houses.
    pub roads: Roads,
    /// Bodies that hand in activities.
    pub hosts: Vec<Host>,
    /// People on stage or behind a speaker's shoulder.
    pub people: Vec<Person>,
    /// The hosts' events.
    pub activities: Vec<Activity>,
    /// Their parts.
    pub parts: Vec<Part>,
    /// The talks, ceremonies and signings.
    pub sessions: Vec<Session>,
    /// One session on one day in one room.
    pub occurrences: Vec<Occurrence>,
}

impl Programme {
    /// A programme in which nothing happens yet.
    #[must_use]
    pub fn empty(week: Week) -> Self {
        Self {
            week,
            venues: Vec::new(),
            rooms: Vec::new(),
            roads: Roads::default(),
            hosts: Vec::new(),
            people: Vec::new(),
            activities: Vec::new(),
            parts: Vec::new(),
            sessions: Vec::new(),
            occurrences: Vec::new(),
        }
    }

    /// The session an occurrence is of.
    #[must_use]
    pub fn session_of(&self, occurrence: OccurrenceId) -> &Session {
        &self[self[occurrence].session]
    }

    /// The house an occurrence is in, if that is known.
    #[must_use]
    pub fn venue_of(&self, occurrence: OccurrenceId) -> Option<VenueId> {
        self[occurrence].place.map(|place| match place {
            Place::Room(room) => self[room].venue,
            Place::Venue(venue) => venue,
        })
    }

    /// Who answers for a session: its own host, else its activity's.
    #[must_use]
    pub fn host_of(&self, session: SessionId) -> Option<HostId> {
        let session = &self[session];
        session.host.or_else(|| session.activity.and_then(|activity| self[activity].host))
    }

    /// Every occurrence with its id, in table order.
    pub fn each_occurrence(&self) -> impl Iterator<Item = (OccurrenceId, &Occurrence)> {
        (0..).map(OccurrenceId).zip(&self.occurrences)
    }
}

macro_rules! tables {
    ($($id:ident => $table:ident: $record:ident),+ $(,)?) => {$(
        impl Index<$id> for Programme {
            type Output = $record;

            fn index(&self, id: $id) -> &$record {
                &self.$table[id.0 as usize]
            }
        }
    )+};
}

tables! {
    VenueId => venues: Venue,
    RoomId => rooms: Room,
    HostId => hosts: Host,
    PersonId => people: Person,
    ActivityId => activities: Activity,
    PartId => parts: Part,
    SessionId => sessions: Session,
    OccurrenceId => occurrences: Occurrence,
}
