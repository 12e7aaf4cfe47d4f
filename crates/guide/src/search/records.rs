//! What can be found, and by which of its texts.
//!
//! Everything is read from a guide, which holds public things alone; so nothing else can be found.

use std::ops::ControlFlow;

use festoon_domain::programme::{ActivityId, HostId, PartId, PersonId, Place, SessionId};
use festoon_domain::text::Text;
use festoon_domain::venue::{RoomId, VenueId};

use super::lists::Lists;
use super::ranking::Tier;
use crate::Guide;
use crate::lamp::Lamp;
use crate::url::Page;

/// The kinds of things that are found, in the order in which a page shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The hosts' events.
    Activity,
    /// Talks, ceremonies and signings.
    Session,
    /// Whoever appears in public.
    Person,
    /// Houses, with their halls.
    Venue,
    /// Bodies that hand in activities.
    Host,
    /// Announced numbers.
    Figure,
}

impl Kind {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Activity, Self::Session, Self::Person, Self::Venue, Self::Host, Self::Figure];

    /// Its word in addresses and in JSON: `sessions`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Activity => "activities",
            Self::Session => "sessions",
            Self::Person => "people",
            Self::Venue => "venues",
            Self::Host => "hosts",
            Self::Figure => "figures",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One thing that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Record {
    /// An activity.
    Activity(ActivityId),
    /// A session.
    Session(SessionId),
    /// A person.
    Person(PersonId),
    /// A house.
    Venue(VenueId),
    /// A host.
    Host(HostId),
    /// A figure, by its place among the guide's.
    Figure(u32),
}

impl Record {
    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Activity(_) => Kind::Activity,
            Self::Session(_) => Kind::Session,
            Self::Person(_) => Kind::Person,
            Self::Venue(_) => Kind::Venue,
            Self::Host(_) => Kind::Host,
            Self::Figure(_) => Kind::Figure,
        }
    }

    /// Its key.
    #[must_use]
    pub fn key(self, guide: &Guide) -> &str {
        let programme = guide.programme();
        match self {
            Self::Activity(id) => &programme[id].key,
            Self::Session(id) => &programme[id].key,
            Self::Person(id) => &programme[id].key,
            Self::Venue(id) => &programme[id].key,
            Self::Host(id) => &programme[id].key,
            Self::Figure(place) => &guide.figures()[place as usize].figure.key,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(self, guide: &Guide) -> &Text {
        let programme = guide.programme();
        match self {
            Self::Activity(id) => &programme[id].title,
            Self::Session(id) => &programme[id].title,
            Self::Person(id) => &programme[id].name,
            Self::Venue(id) => &programme[id].name,
            Self::Host(id) => &programme[id].name,
            Self::Figure(place) => &guide.figures()[place as usize].figure.name,
        }
    }

    /// Its page. A host has none of its own; what it has handed in is a way of reading the programme.
    #[must_use]
    pub const fn page(self, key: &str) -> Page<'_> {
        match self {
            Self::Activity(_) => Page::Activity(key),
            Self::Session(_) => Page::Session(key),
            Self::Person(_) => Page::Person(key),
            Self::Venue(_) => Page::Venue(key),
            Self::Host(_) => Page::Programme,
            Self::Figure(_) => Page::Figure(key),
        }
    }
}

/// Everything in the guide that can be found: by kind, and within a kind what comes first where two are found equally well.
///
/// That is what is on the city's list, then what is sooner, and last what has no time or does not take place.
pub(super) fn all(guide: &Guide) -> Vec<Record> {
    let programme = guide.programme();
    let of_activity = |id: &ActivityId| {
        let day = guide.first_day_of(*id);
        let is_cancelled = guide.lamp_of(*id) == Lamp::Cancelled;
        (is_cancelled, !programme[*id].is_key, day.is_none(), day, *id)
    };
    let of_session = |id: &SessionId| {
        let first = guide.occurrences_of(*id).first();
        let time = first.and_then(|&first| programme[first].when);
        let is_cancelled = first.is_some_and(|&first| guide.lamp_of_occurrence(first) == Lamp::Cancelled);
        let is_key = programme[*id].activity.is_some_and(|activity| programme[activity].is_key);
        (is_cancelled, !is_key, time.is_none(), time, *id)
    };
    let mut activities: Vec<ActivityId> = guide.activities().collect();
    activities.sort_by_cached_key(of_activity);
    let mut sessions: Vec<SessionId> = (0..).map(SessionId).take(programme.sessions.len()).collect();
    sessions.sort_by_cached_key(of_session);

    let mut records: Vec<Record> = activities.into_iter().map(Record::Activity).collect();
    records.extend(sessions.into_iter().map(Record::Session));
    records.extend((0..).map(|id| Record::Person(PersonId(id))).take(programme.people.len()));
    records.extend((0..).map(|id| Record::Venue(VenueId(id))).take(programme.venues.len()));
    records.extend((0..).map(|id| Record::Host(HostId(id))).take(programme.hosts.len()));
    records.extend((0..).map(Record::Figure).take(guide.figures().len()));
    records.retain(|record| !record.title(guide).is_empty());
    records
}

/// What belongs to records of other tables and takes a walk to find: the halls of each house and the parts of each activity.
#[derive(Debug)]
pub(super) struct Within {
    rooms: Lists,
    parts: Lists,
}

impl Within {
    pub(super) fn of(guide: &Guide) -> Self {
        let programme = guide.programme();
        let rooms: Vec<(u32, u32)> =
            (0..).zip(&programme.rooms).map(|(id, room)| (room.venue.0, id)).collect();
        let parts = (0..).zip(&programme.parts);
        let parts: Vec<(u32, u32)> = parts.filter_map(|(id, part)| Some((part.activity?.0, id))).collect();
        Self {
            rooms: Lists::of(programme.venues.len(), &rooms),
            parts: Lists::of(programme.activities.len(), &parts),
        }
    }

    fn rooms(&self, venue: VenueId) -> impl Iterator<Item = RoomId> {
        self.rooms.list(venue.0 as usize).iter().copied().map(RoomId)
    }

    fn parts(&self, activity: ActivityId) -> impl Iterator<Item = PartId> {
        self.parts.list(activity.0 as usize).iter().copied().map(PartId)
    }

    /// The memory it takes.
    pub(super) fn bytes(&self) -> usize {
        self.rooms.bytes() + self.parts.bytes()
    }
}

/// Calls `take` with each text by which a record is found, what it is called first, until it has had enough.
pub(super) fn each_text<'a>(
    guide: &'a Guide,
    within: &Within,
    record: Record,
    mut take: impl FnMut(Tier, &'a Text) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let programme = guide.programme();
    take(Tier::Title, record.title(guide))?;
    match record {
        Record::Activity(id) => {
            let activity = &programme[id];
            for host in activity.host.iter().chain(&activity.co_hosts) {
                take(Tier::Beside, &programme[*host].name)?;
            }
            if let Some(venue) = activity.venue {
                take(Tier::Beside, &programme[venue].name)?;
            }
            if let Some(chain) = activity.chain.as_deref().and_then(|key| guide.chain(key)) {
                take(Tier::Beside, &chain.name)?;
            }
            for part in within.parts(id) {
                take(Tier::Beside, &programme[part].title)?;
            }
            take(Tier::Body, &activity.summary)
        }
        Record::Session(id) => session(guide, id, take),
        Record::Person(id) => {
            let person = &programme[id];
            take(Tier::Beside, &person.organisation)?;
            take(Tier::Beside, &person.position)?;
            take(Tier::Body, &person.biography)
        }
        Record::Venue(id) => {
            for room in within.rooms(id) {
                take(Tier::Beside, &programme[room].name)?;
            }
            take(Tier::Beside, &programme[id].address)
        }
        Record::Host(_) => ControlFlow::Continue(()),
        Record::Figure(place) => take(Tier::Body, &guide.figures()[place as usize].figure.definition),
    }
}

fn session<'a>(
    guide: &'a Guide,
    id: SessionId,
    mut take: impl FnMut(Tier, &'a Text) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let programme = guide.programme();
    let session = &programme[id];
    take(Tier::Beside, &session.subtitle)?;
    for appearance in &session.appearances {
        take(Tier::Beside, &programme[appearance.person].name)?;
    }
    if let Some(part) = session.part {
        take(Tier::Beside, &programme[part].title)?;
    }
    if let Some(activity) = session.activity.map(|id| &programme[id]) {
        take(Tier::Beside, &activity.title)?;
        if let Some(chain) = activity.chain.as_deref().and_then(|key| guide.chain(key)) {
            take(Tier::Beside, &chain.name)?;
        }
    }
    if let Some(host) = programme.host_of(id) {
        take(Tier::Beside, &programme[host].name)?;
    }
    for &occurrence in guide.occurrences_of(id) {
        match programme[occurrence].place {
            Some(Place::Room(room)) => {
                take(Tier::Beside, &programme[room].name)?;
                take(Tier::Beside, &programme[programme[room].venue].name)?;
            }
            Some(Place::Venue(venue)) => take(Tier::Beside, &programme[venue].name)?,
            None => {}
        }
    }
    take(Tier::Body, &session.summary)?;
    take(Tier::Body, &session.description)
}
