//! Venues: places, their rooms, when they are open, how many people they hold, and the road between them.
//!
//! A *room* is a hall 会场; a *venue* 场馆 is the house it stands in.
//! This subject does not know what happens in a room; the timetable does.

mod hours;
mod hours_text;
mod position;
mod road;

pub use hours::{Hours, Opening};
pub use hours_text::NoHours;
pub use position::{Datum, Position};
pub use road::{Minutes, Road, RoadSource, Roads};

use crate::programme::Equipment;
use crate::text::Text;
use crate::week::Provenance;

/// A venue's place in [`crate::programme::Programme::venues`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VenueId(pub u32);

/// A room's place in [`crate::programme::Programme::rooms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoomId(pub u32);

/// A house, park or mall in which activities take place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Venue {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// What sort of house, by a word of its office: `mall`, `hotel`.
    pub kind: Option<String>,
    /// Where the taxi goes.
    pub address: Text,
    /// Where the map points, with the datum named.
    pub position: Option<Position>,
    /// How many people the house holds at one time, over all its rooms.
    pub capacity: Option<u32>,
    /// When it is open.
    pub hours: Hours,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
    /// The same for its address, position, capacity and hours.
    pub details: Provenance,
}

/// A hall in a venue.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// Its identity in files elsewhere, if it has one already: a UUID.
    pub guid: Option<uuid::Uuid>,
    /// The house it stands in.
    pub venue: VenueId,
    /// What it is called.
    pub name: Text,
    /// How many people it seats.
    pub seats: Option<u32>,
    /// When it is open, where that differs from the venue's hours.
    pub hours: Hours,
    /// What stands in it.
    pub equipment: Vec<Equipment>,
    /// Whether a wheelchair reaches it without a step.
    pub step_free: Option<bool>,
}
