//! Finding in a finished programme what a test has named.

use festoon_domain::programme::{OccurrenceId, PersonId, Programme, SessionId};
use festoon_domain::venue::{RoomId, VenueId};

use super::words::position;
use crate::TestPerson;

/// The session with a key.
#[must_use]
pub fn session(programme: &Programme, key: &str) -> SessionId {
    let at = position(&programme.sessions, |session| session.key == key);
    SessionId(at.unwrap_or_else(|| panic!("there is no session “{key}”")))
}

/// The first occurrence of the session with a key.
#[must_use]
pub fn occurrence(programme: &Programme, key: &str) -> OccurrenceId {
    let session = session(programme, key);
    let at = position(&programme.occurrences, |occurrence| occurrence.session == session);
    OccurrenceId(at.unwrap_or_else(|| panic!("“{key}” never takes place")))
}

/// Somebody who appears in it.
#[must_use]
pub fn person(programme: &Programme, person: TestPerson) -> PersonId {
    let at = position(&programme.people, |record| record.key == person.key);
    PersonId(at.unwrap_or_else(|| panic!("{} does not appear", person.en)))
}

/// The venue with a key.
#[must_use]
pub fn venue(programme: &Programme, key: &str) -> VenueId {
    let at = position(&programme.venues, |venue| venue.key == key);
    VenueId(at.unwrap_or_else(|| panic!("there is no venue “{key}”")))
}

/// The room with a key.
#[must_use]
pub fn room(programme: &Programme, key: &str) -> RoomId {
    let at = position(&programme.rooms, |room| room.key == key);
    RoomId(at.unwrap_or_else(|| panic!("there is no room “{key}”")))
}
