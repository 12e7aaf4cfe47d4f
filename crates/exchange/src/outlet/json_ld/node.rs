//! The three things that are described: the week, an activity, an occurrence.

use std::collections::BTreeSet;

use festoon_domain::programme::{
    ActivityId, ActivityKind, OccurrenceId, Place, Programme, Session, Span, State,
};
use festoon_domain::text::Lang;
use jiff::Timestamp;
use serde::Serialize;

use super::super::{Asked, Loss, Losses, Page, account, moments, words};
use super::extent::Edge;
use super::place::{self, Location};
use super::who::{self, Organization, Performer, title};

const ON_THE_SPOT: &str = "https://schema.org/OfflineEventAttendanceMode";

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Event {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    url: String,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    start_date: String,
    end_date: String,
    #[serde(rename = "eventStatus")]
    status: &'static str,
    #[serde(rename = "eventAttendanceMode")]
    attendance: &'static str,
    location: Location,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizer: Vec<Organization>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    performer: Vec<Performer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<Languages>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_attendee_capacity: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(rename = "superEvent", skip_serializing_if = "Option::is_none")]
    pub(super) part_of: Option<Named>,
    #[serde(rename = "subEvent", skip_serializing_if = "Vec::is_empty")]
    pub(super) parts: Vec<Named>,
}

/// Spoken on stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Languages {
    One(String),
    Several(Vec<String>),
}

/// What is described elsewhere in the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Named {
    #[serde(rename = "@id")]
    id: String,
}

impl Event {
    /// Something that takes place, of which neither time nor people are said yet.
    fn at(kind: &'static str, address: String, name: String, location: Location) -> Self {
        Self {
            kind,
            id: address.clone(),
            url: address,
            name,
            description: String::new(),
            start_date: String::new(),
            end_date: String::new(),
            status: status(State::Scheduled),
            attendance: ON_THE_SPOT,
            location,
            organizer: Vec::new(),
            performer: Vec::new(),
            in_language: None,
            maximum_attendee_capacity: None,
            same_as: None,
            part_of: None,
            parts: Vec::new(),
        }
    }

    pub(super) fn set_time(&mut self, begin: Edge, end: Edge, programme: &Programme) {
        self.start_date = begin.written(&programme.week.zone);
        self.end_date = end.written(&programme.week.zone);
    }

    pub(super) fn named(&self) -> Named {
        Named { id: self.id.clone() }
    }
}

pub(super) fn week(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Event {
    let week = &programme.week;
    let Named { id: address } = week_named(programme, asked, losses);
    let site = Some(address.clone()).filter(|address| !account::is_stand_in(address));
    let name = account::title_of_week(programme, asked.lang, losses);
    let location = place::location(programme, None, asked.lang, losses);
    let organizer = who::organization(&week.organiser, site, asked, losses);
    Event {
        description: words::shown(&week.theme, asked.lang, losses),
        organizer: organizer.into_iter().collect(),
        ..Event::at("EventSeries", address, name, location)
    }
}

/// The page of the week, by which what belongs to it names it.
pub(super) fn week_named(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Named {
    let id = asked.address(Page::Week).unwrap_or_else(|| account::base_url(programme, asked, losses));
    Named { id }
}

/// The page of an activity, by which its sessions name it.
pub(super) fn activity_named(key: &str, asked: &Asked, losses: &mut Losses) -> Named {
    let page = Page::Activity(key);
    Named { id: asked.address(page).unwrap_or_else(|| account::stand_in(page, losses)) }
}

/// An activity with what of it has a time.
pub(super) fn activity(
    programme: &Programme,
    id: ActivityId,
    occurrences: &[OccurrenceId],
    asked: &Asked,
    losses: &mut Losses,
) -> Event {
    let activity = &programme[id];
    let Named { id: address } = activity_named(&activity.key, asked, losses);
    let cancelled =
        !occurrences.is_empty() && occurrences.iter().all(|one| programme[*one].state == State::Cancelled);

    // Without a house of its own it is where all of it is, if that is one house.
    let mut houses: Vec<_> = occurrences.iter().map(|one| programme.venue_of(*one)).collect();
    houses.dedup();
    let common = if let [house] = houses.as_slice() { *house } else { None };
    let house = activity.venue.or(common).map(Place::Venue);
    let location = place::location(programme, house, asked.lang, losses);
    let spoken: BTreeSet<&String> =
        occurrences.iter().flat_map(|one| &programme.session_of(*one).languages).collect();
    let spoken: Vec<String> = spoken.into_iter().cloned().collect();
    let hosts = activity.host.iter().chain(&activity.co_hosts).map(|host| &programme[*host]);
    Event {
        description: words::shown(&activity.summary, asked.lang, losses),
        status: status(if cancelled { State::Cancelled } else { State::Scheduled }),
        organizer: who::organizers(hosts, programme, asked, losses),
        in_language: languages(&spoken),
        ..Event::at(kind(activity.kind), address, title(&activity.title, asked, losses), location)
    }
}

/// Whether a session takes place once or again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    Once,
    Again,
}

pub(super) fn occurrence(
    programme: &Programme,
    (id, when): (OccurrenceId, Span),
    times: Times,
    asked: &Asked,
    losses: &mut Losses,
) -> Event {
    let occurrence = &programme[id];
    let session = &programme[occurrence.session];
    note_what_is_left_out(session, losses);
    if occurrence.place.is_none() {
        losses.note(Loss::NoRoom, session.title.read(asked.lang));
    }

    let page = OwnPage::of(session, asked, losses);
    let here = format!("{}#{}", page.address.split('#').next().unwrap_or_default(), occurrence.guid);
    let at = |instant: Timestamp| moments::exact(&instant.to_zoned(programme.week.zone.clone()));
    let host = programme.host_of(occurrence.session).map(|host| &programme[host]);
    let location = place::location(programme, occurrence.place, asked.lang, losses);
    Event {
        url: if page.is_shared || times == Times::Again { here.clone() } else { page.address },
        description: description(session, asked, losses),
        start_date: at(when.start()),
        end_date: at(when.end()),
        status: status(occurrence.state),
        organizer: who::organizers(host.into_iter(), programme, asked, losses),
        performer: who::performers(programme, session, asked, losses),
        in_language: languages(&session.languages),
        maximum_attendee_capacity: occurrence.room().and_then(|room| programme[room].seats),
        same_as: page.same_as,
        ..Event::at("Event", here, words::title(session, asked.lang, losses), location)
    }
}

/// The page of a session: the guide's before its host's, because hosts give many sessions one.
struct OwnPage {
    address: String,
    is_shared: bool,
    same_as: Option<String>,
}

impl OwnPage {
    fn of(session: &Session, asked: &Asked, losses: &mut Losses) -> Self {
        let page = Page::Session(&session.key);
        let link = session.link.as_deref().and_then(account::web);
        match (asked.address(page), link) {
            (Some(address), same_as) => Self { address, is_shared: false, same_as },
            (None, Some(address)) => Self { address, is_shared: true, same_as: None },
            (None, None) => {
                Self { address: account::stand_in(page, losses), is_shared: false, same_as: None }
            }
        }
    }
}

fn description(session: &Session, asked: &Asked, losses: &mut Losses) -> String {
    let summary = words::shown(&session.summary, asked.lang, losses);
    if summary.is_empty() { words::shown(&session.description, asked.lang, losses) } else { summary }
}

fn note_what_is_left_out(session: &Session, losses: &mut Losses) {
    let more = if session.summary.is_empty() { None } else { Some(&session.description) };
    for text in std::iter::once(&session.subtitle).chain(more).filter(|text| !text.is_empty()) {
        losses.note(Loss::TextsLeftOut, text.read(Lang::Zh));
    }
    for reference in &session.references {
        losses.note(Loss::TextsLeftOut, &reference.address);
    }
}

fn languages(codes: &[String]) -> Option<Languages> {
    match codes {
        [] => None,
        [only] => Some(Languages::One(only.clone())),
        several => Some(Languages::Several(several.to_vec())),
    }
}

const fn status(state: State) -> &'static str {
    match state {
        State::Scheduled => "https://schema.org/EventScheduled",
        State::Cancelled => "https://schema.org/EventCancelled",
    }
}

/// The nearest of schema.org's types.
const fn kind(kind: Option<ActivityKind>) -> &'static str {
    match kind {
        Some(
            ActivityKind::Conference | ActivityKind::Forum | ActivityKind::Roadshow | ActivityKind::Signing,
        ) => "BusinessEvent",
        Some(ActivityKind::Exhibition) => "ExhibitionEvent",
        Some(ActivityKind::Carnival) => "Festival",
        Some(ActivityKind::Training | ActivityKind::Salon) => "EducationEvent",
        Some(ActivityKind::Contest | ActivityKind::OpenDay | ActivityKind::Award) | None => "Event",
    }
}
