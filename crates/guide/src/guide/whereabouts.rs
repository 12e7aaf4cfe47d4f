//! Who appears where, what is held in which house, and which halls stand in it: the indexes of the pages of people and venues.

use festoon_domain::programme::{OccurrenceId, PersonId, Programme, Role, SessionId};
use festoon_domain::venue::{RoomId, VenueId};

use super::Guide;

/// Indexed once, one walk over the records.
#[derive(Debug)]
pub(super) struct Whereabouts {
    halls: Vec<Vec<RoomId>>,
    held: Vec<Vec<OccurrenceId>>,
    appearances: Vec<Vec<(SessionId, Role)>>,
}

impl Whereabouts {
    pub(super) fn of(programme: &Programme) -> Self {
        let mut halls = vec![Vec::new(); programme.venues.len()];
        for (id, room) in (0..).map(RoomId).zip(&programme.rooms) {
            halls[room.venue.0 as usize].push(id);
        }
        let mut held = vec![Vec::new(); programme.venues.len()];
        for (id, _) in programme.each_occurrence() {
            if let Some(venue) = programme.venue_of(id) {
                held[venue.0 as usize].push(id);
            }
        }
        for of_venue in &mut held {
            // What has no time yet comes last.
            of_venue.sort_by_key(|&id| (programme[id].when.is_none(), programme[id].when, id));
        }
        let mut appearances = vec![Vec::new(); programme.people.len()];
        for (id, session) in (0..).map(SessionId).zip(&programme.sessions) {
            for appearance in &session.appearances {
                appearances[appearance.person.0 as usize].push((id, appearance.role));
            }
        }
        Self { halls, held, appearances }
    }
}

impl Guide {
    /// The halls of a house, in the order of the records.
    #[must_use]
    pub fn halls_of(&self, venue: VenueId) -> &[RoomId] {
        &self.indexed.whereabouts.halls[venue.0 as usize]
    }

    /// What is held in a house, by time, what has none yet last.
    #[must_use]
    pub fn held_in(&self, venue: VenueId) -> &[OccurrenceId] {
        &self.indexed.whereabouts.held[venue.0 as usize]
    }

    /// Where somebody appears and as what; freezing has left only what everybody may know.
    #[must_use]
    pub fn appearances_of(&self, person: PersonId) -> &[(SessionId, Role)] {
        &self.indexed.whereabouts.appearances[person.0 as usize]
    }
}
