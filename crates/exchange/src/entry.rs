//! What one row or event of a file states, its names not yet resolved.

use std::num::NonZeroU32;

use festoon_domain::programme::{
    Access, ActivityKind, Citation, Equipment, Interpretation, PartKind, Reference, Role, RoomUse,
    SessionKind, Span, State, Visibility,
};
use festoon_domain::text::Text;
use festoon_domain::venue::{Hours, Position};
use uuid::Uuid;

/// A session on one day in one room, as a file states it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where it stands.
    pub citation: Citation,
    /// What identifies it for ever, if the file has one.
    pub guid: Option<Uuid>,
    /// What identifies it within its source, if the file has one: an id or a slug.
    pub id: Option<String>,
    /// What that tells apart.
    pub id_of: IdOf,
    /// The number by which apps know it, if the file has one that no other event of the file has.
    pub number: Option<NonZeroU32>,
    /// The short name by which apps know it, likewise.
    pub slug: Option<String>,
    /// The session's name.
    pub title: Text,
    /// A second line to it.
    pub subtitle: Text,
    /// What it is about, in a paragraph.
    pub summary: Text,
    /// What more there is to say about it.
    pub description: Text,
    /// The activity it belongs to.
    pub activity: Text,
    /// What sort of activity.
    pub activity_kind: Option<ActivityKind>,
    /// Which yearly one.
    pub edition: Option<u32>,
    /// On the city's list.
    pub is_key: Option<bool>,
    /// Partner countries, ISO 3166-1 alpha-2.
    pub partners: Vec<String>,
    /// Industrial chain, as named.
    pub chain: Text,
    /// The part (track) it belongs to.
    pub part: Text,
    /// What sort of part.
    pub part_kind: Option<PartKind>,
    /// Who hosts it, and its activity.
    pub host: Text,
    /// Who hosts it, where the file tells that apart from who hosts its activity.
    pub own_host: Text,
    /// Who helps.
    pub co_hosts: Vec<Text>,
    /// The place, as named.
    pub place: PlaceStated,
    /// Seats of the room, where the row says so.
    pub seats: Option<u32>,
    /// The room's identity for ever, where the file says so.
    pub room_guid: Option<Uuid>,
    /// When.
    pub when: Option<Span>,
    /// Who appears.
    pub people: Vec<PersonStated>,
    /// What sort of session.
    pub kind: Option<SessionKind>,
    /// Whether it has the room to itself.
    pub room_use: Option<RoomUse>,
    /// Expected audience.
    pub expected: Option<u32>,
    /// Languages spoken, ISO 639-1 where recognised.
    pub languages: Vec<String>,
    /// Interpretation asked for.
    pub interpretation: Option<Interpretation>,
    /// What it needs.
    pub equipment: Vec<Equipment>,
    /// What it does so that more people can follow.
    pub access: Vec<Access>,
    /// An http(s) address.
    pub link: Option<String>,
    /// What else lies elsewhere.
    pub references: Vec<Reference>,
    /// Whether it takes place.
    pub state: State,
}

impl Entry {
    /// An entry that states nothing yet but where it stands.
    #[must_use]
    pub fn at(citation: Citation) -> Self {
        Self {
            citation,
            guid: None,
            id: None,
            id_of: IdOf::default(),
            number: None,
            slug: None,
            title: Text::default(),
            subtitle: Text::default(),
            summary: Text::default(),
            description: Text::default(),
            activity: Text::default(),
            activity_kind: None,
            edition: None,
            is_key: None,
            partners: Vec::new(),
            chain: Text::default(),
            part: Text::default(),
            part_kind: None,
            host: Text::default(),
            own_host: Text::default(),
            co_hosts: Vec::new(),
            place: PlaceStated::Nowhere,
            seats: None,
            room_guid: None,
            when: None,
            people: Vec::new(),
            kind: None,
            room_use: None,
            expected: None,
            languages: Vec::new(),
            interpretation: None,
            equipment: Vec::new(),
            access: Vec::new(),
            link: None,
            references: Vec::new(),
            state: State::Scheduled,
        }
    }
}

/// What the ids of a source tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IdOf {
    /// Rows: two that say the same are one session all the same.
    #[default]
    Row,
    /// Sessions: rows of two ids are of two, however alike.
    Session,
}

/// A place as a file names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum PlaceStated {
    /// Not at all.
    #[default]
    Nowhere,
    /// House and hall, in columns of their own; either may be empty.
    VenueAndRoom(Text, Text),
    /// One column "地点" for both: split where it begins with a known venue, else both house and hall.
    Together(Text),
}

/// A person as a row names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonStated {
    /// Their name.
    pub name: Text,
    /// Where they work, where the cell says so.
    pub organisation: Text,
    /// What they are there.
    pub position: Text,
    /// Who they are, in a paragraph.
    pub biography: Text,
    /// Where their picture lies.
    pub picture: Option<String>,
    /// What they do at the session.
    pub role: Role,
    /// Who may know; nothing for the role's usual.
    pub visibility: Option<Visibility>,
    /// What identifies them within the file, if it has one.
    pub id: Option<String>,
    /// Their identity for ever, if the file has one.
    pub guid: Option<Uuid>,
}

impl PersonStated {
    /// Somebody of whom no more is stated than a name and a role.
    #[must_use]
    pub fn named(name: Text, role: Role) -> Self {
        Self {
            name,
            organisation: Text::default(),
            position: Text::default(),
            biography: Text::default(),
            picture: None,
            role,
            visibility: None,
            id: None,
            guid: None,
        }
    }
}

/// A house as a table of venues states it.
#[derive(Debug, Clone)]
pub struct VenueEntry {
    /// Where it stands.
    pub citation: Citation,
    /// What it is called.
    pub name: Text,
    /// Where the taxi goes.
    pub address: Text,
    /// Where the map points.
    pub position: Option<Position>,
    /// How many people it holds as a whole.
    pub capacity: Option<u32>,
    /// When it is open.
    pub hours: Hours,
}

/// A hall as a table of rooms states it.
#[derive(Debug, Clone)]
pub struct RoomEntry {
    /// Where it stands.
    pub citation: Citation,
    /// The house it is in.
    pub venue: Text,
    /// What it is called.
    pub name: Text,
    /// How many people it seats.
    pub seats: Option<u32>,
    /// When it is open, where that differs from the house.
    pub hours: Hours,
    /// What stands in it.
    pub equipment: Vec<Equipment>,
    /// Whether a wheelchair reaches it.
    pub step_free: Option<bool>,
}
