//! One entry: an occurrence, or one day of a long one.

use std::collections::HashSet;
use std::num::NonZeroU32;

use festoon_domain::programme::{Programme, Reference, ReferenceKind, Session};
use jiff::ToSpan;
use serde::Serialize;

use super::super::account::{self, Lead};
use super::super::agenda::Slot;
use super::super::{Asked, Loss, Losses, identity, moments, people, words};
use super::head::Track;

/// What the schema calls an event. What it demands and nobody knows is null.
#[derive(Serialize)]
pub(super) struct Event {
    guid: String,
    id: NonZeroU32,
    date: String,
    start: String,
    end: String,
    duration: String,
    room: String,
    slug: String,
    url: String,
    title: String,
    subtitle: Option<String>,
    language: Option<String>,
    track: Option<String>,
    #[serde(rename = "type")]
    kind: &'static str,
    r#abstract: Option<String>,
    description: Option<String>,
    persons: Vec<PersonNamed>,
    links: Vec<Link>,
    attachments: Vec<Link>,
}

/// With `name` alone: the schema takes a person by `name` or by the older `public_name`, and refuses one with both.
#[derive(Serialize)]
struct PersonNamed {
    id: NonZeroU32,
    guid: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    avatar: Option<String>,
    biography: Option<String>,
}

#[derive(Serialize)]
struct Link {
    title: String,
    url: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
}

/// What every entry is written with.
pub(super) struct Writer<'a> {
    programme: &'a Programme,
    asked: &'a Asked,
    losses: &'a mut Losses,
    people: Vec<NonZeroU32>,
    tracks: Tracks,
}

/// Tracks as they were met, each once.
#[derive(Default)]
struct Tracks {
    met: HashSet<String>,
    in_order: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(programme: &'a Programme, asked: &'a Asked, losses: &'a mut Losses) -> Self {
        Self {
            programme,
            asked,
            losses,
            people: identity::people_numbers(programme),
            tracks: Tracks::default(),
        }
    }

    pub(super) fn event(&mut self, slot: &Slot, room: &str) -> Event {
        let programme = self.programme;
        let (lang, occurrence) = (self.asked.lang, &programme[slot.occurrence]);
        let session = programme.session_of(slot.occurrence);
        let title = words::marked_title(programme, occurrence, lang, self.losses);
        let end = slot.begin.checked_add(slot.minutes.minutes()).unwrap_or_else(|_| slot.begin.clone());
        Event {
            guid: slot.guid.to_string(),
            id: slot.number,
            date: moments::to_the_minute(&slot.begin),
            start: slot.begin.strftime("%H:%M").to_string(),
            end: moments::to_the_minute(&end),
            duration: slot.duration(),
            room: room.to_owned(),
            slug: slot.slug.clone(),
            url: account::page(self.asked, session, self.losses),
            subtitle: said(words::line(&words::shown(&session.subtitle, lang, self.losses))),
            language: words::language(&session.languages, &title, self.losses),
            title,
            track: self.track(session),
            kind: words::kind(session.kind),
            r#abstract: said(words::shown(&session.summary, lang, self.losses)),
            description: said(words::shown(&session.description, lang, self.losses)),
            persons: self.persons(session),
            links: self.links(session, ReferenceKind::Related),
            attachments: self.links(session, ReferenceKind::Attachment),
        }
    }

    /// Every track that an entry has, in the order of the entries.
    pub(super) fn tracks(self) -> Vec<Track> {
        self.tracks.in_order.into_iter().map(|name| Track { name }).collect()
    }

    fn track(&mut self, session: &Session) -> Option<String> {
        let track = said(account::track(self.programme, session, self.asked.lang, self.losses))?;
        if self.tracks.met.insert(track.clone()) {
            self.tracks.in_order.push(track.clone());
        }
        Some(track)
    }

    fn persons(&mut self, session: &Session) -> Vec<PersonNamed> {
        let stage = people::on_stage(self.programme, session, self.asked.audience, self.losses);
        let named = stage.into_iter().map(|(id, person)| PersonNamed {
            id: self.people[id.0 as usize],
            guid: identity::person(self.programme, id).to_string(),
            name: words::line(&words::shown(&person.name, self.asked.lang, self.losses)),
            avatar: person.picture.as_deref().and_then(account::web),
            biography: said(account::introduction(person, self.asked.lang, self.losses)),
        });
        named.filter(|person| !person.name.is_empty()).collect()
    }

    fn links(&mut self, session: &Session, kind: ReferenceKind) -> Vec<Link> {
        session
            .references
            .iter()
            .filter(|reference| reference.kind == kind)
            .filter_map(|one| self.link(one))
            .collect()
    }

    fn link(&mut self, reference: &Reference) -> Option<Link> {
        let title = words::line(&words::clean(&reference.title, self.losses));
        let Some(url) = account::web(&reference.address) else {
            self.losses.note(Loss::TextsLeftOut, &reference.address);
            return None;
        };
        let kind = match (account::lead(reference), reference.kind) {
            (Lead::Slides, _) => Some("slides"),
            (Lead::Recording, _) => Some("media"),
            (Lead::Other, ReferenceKind::Related) => Some("related"),
            (Lead::Other, ReferenceKind::Attachment) => None,
        };
        Some(Link { title, url, kind })
    }
}

/// Nothing for what says nothing.
fn said(words: String) -> Option<String> {
    Some(words).filter(|words| !words.is_empty())
}
