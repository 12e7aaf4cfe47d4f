//! The tables of a week: how they are called, how much is in them, where in them a key is, and what is answered of a place.
//!
//! A *place* counts from nought in a table as it is answered: as the records stand in the release, occurrences by time.

use festoon_domain::programme::{ActivityId, HostId, OccurrenceId, PartId, SessionId};
use festoon_domain::venue::RoomId;
use festoon_guide::Guide;
use uuid::Uuid;

/// One of a week's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Activities,
    Parts,
    Sessions,
    Occurrences,
    People,
    Venues,
    Rooms,
    Hosts,
    Figures,
}

impl Table {
    pub(super) const ALL: [Self; 9] = [
        Self::Activities,
        Self::Parts,
        Self::Sessions,
        Self::Occurrences,
        Self::People,
        Self::Venues,
        Self::Rooms,
        Self::Hosts,
        Self::Figures,
    ];

    /// Its word in addresses.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Activities => "activities",
            Self::Parts => "parts",
            Self::Sessions => "sessions",
            Self::Occurrences => "occurrences",
            Self::People => "people",
            Self::Venues => "venues",
            Self::Rooms => "rooms",
            Self::Hosts => "hosts",
            Self::Figures => "figures",
        }
    }

    /// What it is called in Chinese.
    pub(super) const fn called_zh(self) -> &'static str {
        match self {
            Self::Activities => "活动",
            Self::Parts => "环节",
            Self::Sessions => "场次",
            Self::Occurrences => "场次安排",
            Self::People => "人员",
            Self::Venues => "场馆",
            Self::Rooms => "会场",
            Self::Hosts => "主办单位",
            Self::Figures => "数字",
        }
    }

    /// The table of a word.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.word() == word)
    }

    /// How many records it has.
    pub(super) fn count(self, guide: &Guide) -> usize {
        let programme = guide.programme();
        match self {
            Self::Activities => programme.activities.len(),
            Self::Parts => programme.parts.len(),
            Self::Sessions => programme.sessions.len(),
            Self::Occurrences => programme.occurrences.len(),
            Self::People => programme.people.len(),
            Self::Venues => programme.venues.len(),
            Self::Rooms => programme.rooms.len(),
            Self::Hosts => programme.hosts.len(),
            Self::Figures => guide.figures().len(),
        }
    }

    /// The record of a key, by its place in the release; nothing if there is none.
    pub(super) fn find(self, guide: &Guide, key: &str) -> Option<usize> {
        let programme = guide.programme();
        match self {
            Self::Activities => guide.activity(key).map(|id| id.0 as usize),
            Self::Parts => programme.parts.iter().position(|part| part.key == key),
            Self::Sessions => guide.session(key).map(|id| id.0 as usize),
            Self::Occurrences => {
                // One spelling a guid: others that mean the same would be second addresses.
                let guid: Uuid = key.parse().ok().filter(|guid: &Uuid| guid.to_string() == key)?;
                programme.occurrences.iter().position(|occurrence| occurrence.guid == guid)
            }
            Self::People => guide.person(key).map(|id| id.0 as usize),
            Self::Venues => guide.venue(key).map(|id| id.0 as usize),
            Self::Rooms => programme.rooms.iter().position(|room| room.key == key),
            Self::Hosts => programme.hosts.iter().position(|host| host.key == key),
            Self::Figures => guide.figures().iter().position(|frozen| frozen.figure.key == key),
        }
    }

    /// The key of a record.
    pub(super) fn key(self, guide: &Guide, record: usize) -> String {
        let (programme, id) = (guide.programme(), number(record));
        match self {
            Self::Activities => programme[ActivityId(id)].key.clone(),
            Self::Parts => programme[PartId(id)].key.clone(),
            Self::Sessions => programme[SessionId(id)].key.clone(),
            Self::Occurrences => programme[OccurrenceId(id)].guid.to_string(),
            Self::People => programme.people[record].key.clone(),
            Self::Venues => programme.venues[record].key.clone(),
            Self::Rooms => programme[RoomId(id)].key.clone(),
            Self::Hosts => programme[HostId(id)].key.clone(),
            Self::Figures => guide.figures()[record].figure.key.clone(),
        }
    }

    /// Its records in the order in which they are answered.
    pub(super) fn order(self, guide: &Guide) -> Box<dyn Iterator<Item = usize> + '_> {
        if self != Self::Occurrences {
            return Box::new(0..self.count(guide));
        }
        let timed = guide.days().iter().flat_map(|day| &day.occurrences);
        Box::new(timed.chain(guide.undated()).map(|id| id.0 as usize))
    }
}

/// A record's place as ids have it; tables are bounded by their ids.
pub(super) fn number(record: usize) -> u32 {
    u32::try_from(record).expect("tables are counted in 32 bits")
}
