//! What sessions name by an id: rooms, speakers, types and tags, each listed once and only where a session names it.
//!
//! A type is a track (a part, else an activity), a tag what sort of session it is: so the big conferences use them.

use std::collections::{BTreeMap, BTreeSet};

use festoon_domain::programme::{ActivityId, PartId, PersonId, Place, Programme, Session};
use festoon_domain::text::{Lang, Text};
use festoon_domain::venue::VenueId;
use festoon_domain::week::Provenance;
use serde::Serialize;

use super::super::agenda::hall_names;
use super::super::{Losses, account, identity, words};
use super::both;

/// The tag of what was invented.
const SAMPLE: (&str, [&str; 2]) = ("sample", ["示例", "sample"]);

/// Names met so far.
#[derive(Debug, Default)]
pub(super) struct Directory {
    people: BTreeSet<PersonId>,
    places: BTreeSet<Stand>,
    types: BTreeSet<Type>,
    tags: BTreeMap<&'static str, [&'static str; 2]>,
}

/// Where something takes place, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stand {
    Room(festoon_domain::venue::RoomId),
    Venue(VenueId),
    Unsettled,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Type {
    Activity(ActivityId),
    Part(PartId),
}

/// Something with a name and perhaps more to say.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    id: String,
    zh: Named,
    en: Named,
}

#[derive(Debug, Serialize)]
struct Named {
    name: String,
    description: String,
}

#[derive(Debug, Serialize)]
pub(super) struct SpeakerListed {
    id: String,
    /// Empty where there is no picture: iOS refuses the file without it.
    avatar: String,
    zh: Introduced,
    en: Introduced,
}

#[derive(Debug, Serialize)]
struct Introduced {
    name: String,
    bio: String,
}

impl Directory {
    /// The id of somebody who speaks.
    pub(super) fn speaker(&mut self, programme: &Programme, person: PersonId) -> String {
        self.people.insert(person);
        identity::person(programme, person).to_string()
    }

    /// The id of a place; nobody knowing where is a place too.
    pub(super) fn room(&mut self, programme: &Programme, place: Option<Place>) -> String {
        let stand = match place {
            Some(Place::Room(room)) => Stand::Room(room),
            Some(Place::Venue(venue)) => Stand::Venue(venue),
            None => Stand::Unsettled,
        };
        self.places.insert(stand);
        place_id(programme, stand)
    }

    /// The id of a session's track.
    pub(super) fn kind(&mut self, programme: &Programme, session: &Session) -> Option<String> {
        let part = session.part.map(Type::Part);
        let of = part.or_else(|| session.activity.map(Type::Activity))?;
        self.types.insert(of);
        Some(type_id(programme, of))
    }

    /// The ids of what sort of session it is, and that it is invented where it is.
    pub(super) fn tags_of(&mut self, session: &Session) -> Vec<&'static str> {
        let kind = session.kind.map(|kind| {
            let names = Lang::BOTH.map(|lang| words::kind_name(kind, lang));
            (words::kind(Some(kind)), names)
        });
        let sample = (session.provenance == Provenance::Sample).then_some(SAMPLE);
        let tags: Vec<_> = kind.into_iter().chain(sample).collect();
        self.tags.extend(tags.iter().copied());
        tags.into_iter().map(|(id, _)| id).collect()
    }

    pub(super) fn speakers(&self, programme: &Programme, losses: &mut Losses) -> Vec<SpeakerListed> {
        let mut speaker = |id: &PersonId| {
            let person = &programme[*id];
            let [zh, en] = Lang::BOTH.map(|lang| Introduced {
                name: words::line(&words::shown(&person.name, lang, losses)),
                bio: account::introduction(person, lang, losses),
            });
            let avatar = person.picture.as_deref().and_then(account::web).unwrap_or_default();
            SpeakerListed { id: identity::person(programme, *id).to_string(), avatar, zh, en }
        };
        self.people.iter().map(&mut speaker).collect()
    }

    pub(super) fn rooms(&self, programme: &Programme, losses: &mut Losses) -> Vec<Entry> {
        let names = Lang::BOTH.map(|lang| hall_names(programme, lang, losses));
        let mut room = |stand: &Stand| {
            let place = match *stand {
                Stand::Room(room) => Some(Place::Room(room)),
                Stand::Venue(venue) => Some(Place::Venue(venue)),
                Stand::Unsettled => None,
            };
            let house = match place {
                Some(Place::Room(room)) => Some(programme[room].venue),
                Some(Place::Venue(venue)) => Some(venue),
                None => None,
            };
            let address = house.map(|house| both(&programme[house].address, losses)).unwrap_or_default();
            let names = names.each_ref().map(|of| of.get(&place).cloned().unwrap_or_default());
            entry(place_id(programme, *stand), names, address)
        };
        self.places.iter().map(&mut room).collect()
    }

    pub(super) fn types(&self, programme: &Programme, losses: &mut Losses) -> Vec<Entry> {
        let mut listed = |of: &Type| {
            let (session, summary) = match *of {
                Type::Activity(id) => {
                    (Session { activity: Some(id), ..Session::default() }, programme[id].summary.clone())
                }
                Type::Part(id) => (Session { part: Some(id), ..Session::default() }, Text::default()),
            };
            let names = Lang::BOTH.map(|lang| account::track(programme, &session, lang, losses));
            entry(type_id(programme, *of), names, both(&summary, losses))
        };
        self.types.iter().map(&mut listed).collect()
    }

    pub(super) fn tags(&self) -> Vec<Entry> {
        let tag = |(id, names): (&&str, &[&str; 2])| {
            entry((*id).to_owned(), names.map(capitalised), <[String; 2]>::default())
        };
        self.tags.iter().map(tag).collect()
    }
}

fn entry(id: String, [zh, en]: [String; 2], [about_zh, about_en]: [String; 2]) -> Entry {
    let words = |name: String, description| Named { name: words::line(&name), description };
    Entry { id, zh: words(zh, about_zh), en: words(en, about_en) }
}

fn place_id(programme: &Programme, stand: Stand) -> String {
    match stand {
        Stand::Room(room) => identity::room(programme, room).to_string(),
        Stand::Venue(venue) => identity::venue(programme, venue).to_string(),
        Stand::Unsettled => "tba".into(),
    }
}

fn type_id(programme: &Programme, of: Type) -> String {
    match of {
        Type::Activity(id) => format!("activity-{}", programme[id].key),
        Type::Part(id) => format!("part-{}", programme[id].key),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}
