//! One VEVENT, property by property, as far as a programme needs it.

use festoon_domain::programme::{Reference, ReferenceKind, Role, State};
use festoon_domain::text::{Lang, Text};
use uuid::Uuid;

use super::details;
use super::moment::Moment;
use super::property::Property;
use crate::entry::PersonStated;
use crate::schedule::notes::{Counted, Notes};
use crate::schedule::outline::{MOST_RECORDS, RawEvent, one_line, web_address};
use crate::schedule::{ScheduleTrouble, vocabulary};

/// About the entry in a calendar, not about what takes place.
const ABOUT_THE_ENTRY: [&str; 9] = [
    "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE",
    "TRANSP",
    "PRIORITY",
    "COLOR",
    "REQUEST-STATUS",
    "X-APPLE-STRUCTURED-LOCATION",
    "X-MICROSOFT-CDO-BUSYSTATUS",
];
/// Known, and nothing that a session has.
const ASIDE: [&str; 8] =
    ["ORGANIZER", "CONTACT", "COMMENT", "GEO", "RESOURCES", "RELATED-TO", "EXRULE", "X-ALT-DESC"];

/// Whether the people of a calendar are on stage or invited to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Purpose {
    /// It is published: who takes part is on the programme.
    #[default]
    Published,
    /// It invites: who takes part is nobody's business.
    Invitation,
    /// It calls off what stands in it.
    Cancellation,
}

/// Whose calendar it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Maker {
    Ours,
    #[default]
    Other,
}

/// An event as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) event: RawEvent,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    pub(super) duration: String,
    pub(super) rules: Vec<String>,
    pub(super) also: Vec<Moment>,
    pub(super) not: Vec<Moment>,
    pub(super) instance: Option<Moment>,
    stamp: String,
}

impl Draft {
    pub(super) fn at(line: u32) -> Self {
        Self { event: RawEvent { line, ..RawEvent::default() }, ..Self::default() }
    }

    /// What is missing that every event has, and that nothing here needs.
    pub(super) fn end(&self, notes: &mut Notes) {
        if self.stamp.is_empty() {
            notes.count(Counted::StampMissing, self.event.line);
        }
    }

    /// Takes one property; how many records came of it.
    pub(super) fn take(
        &mut self,
        property: &Property,
        purpose: Purpose,
        maker: Maker,
        notes: &mut Notes,
    ) -> usize {
        let line = property.line;
        match property.name.as_str() {
            "UID" => self.identify(property, notes),
            "SUMMARY" if maker == Maker::Ours && vocabulary::is_untitled(&property.text()) => {}
            "SUMMARY" => fill(&mut self.event.title, property, notes),
            "DESCRIPTION" => self.describe(property, maker, notes),
            "LOCATION" => self.place(property, notes),
            "CATEGORIES" => self.categorise(property, notes),
            "DTSTART" => first(&mut self.start, Moment::of(property, notes), property, notes),
            "DTEND" => first(&mut self.end, Moment::of(property, notes), property, notes),
            "RECURRENCE-ID" => {
                if property.parameter("RANGE").is_some() {
                    notes.say(line, "RANGE", ScheduleTrouble::SeriesNotFollowed);
                }
                first(&mut self.instance, Moment::of(property, notes), property, notes);
            }
            "DURATION" => self.duration.clone_from(&property.value),
            // Ours leads to the guide; where the host put more stands in the details.
            "URL" if maker == Maker::Ours => {}
            "URL" => property.value.trim().clone_into(&mut self.event.url),
            "STATUS" => self.state(property, notes),
            "RRULE" => {
                self.rules.push(property.value.clone());
                return 1;
            }
            "RDATE" => return extend(&mut self.also, property),
            "EXDATE" => return extend(&mut self.not, property),
            "ATTENDEE" => return self.attend(property, purpose, notes),
            "ATTACH" | "CONFERENCE" | "IMAGE" => return self.refer(property, notes),
            "DTSTAMP" => self.stamp.clone_from(&property.value),
            "METHOD" => notes.count(Counted::MethodInEvent, line),
            "CLASS" => {
                if !property.value.eq_ignore_ascii_case("PUBLIC") {
                    notes.count(Counted::NotPublic, line);
                }
            }
            name if ABOUT_THE_ENTRY.contains(&name) => {}
            name => match ASIDE.iter().find(|aside| **aside == name) {
                Some(aside) => notes.aside(aside),
                None if name.starts_with("X-") => notes.aside("X-*"),
                None => notes.unknown(name, line),
            },
        }
        0
    }

    /// A UID that is a UUID, alone or before an `@`, is the guid by which other formats know the event.
    fn identify(&mut self, property: &Property, notes: &mut Notes) {
        let uid = one_line(&property.text());
        if !self.event.id.is_empty() {
            notes.unknown("UID", property.line);
            return;
        }
        let guid = Uuid::try_parse(uid.split('@').next().unwrap_or_default());
        if let Ok(guid) = guid {
            self.event.guid = guid.to_string();
        }
        self.event.id = uid;
    }

    fn describe(&mut self, property: &Property, maker: Maker, notes: &mut Notes) {
        if maker == Maker::Other {
            fill(&mut self.event.description, property, notes);
            return;
        }
        let text = property.text();
        let (words, details) = details::apart(&text);
        self.event.description.fill_from(&worded(words, property));
        self.event.url = details.link;
        self.event.people.extend(details.people);
        self.event.references.extend(details.references);
    }

    fn place(&mut self, property: &Property, notes: &mut Notes) {
        if !vocabulary::is_unsettled(&property.text()) {
            fill(&mut self.event.room_named, property, notes);
        }
    }

    /// The first category is the track; there is no place for others.
    fn categorise(&mut self, property: &Property, notes: &mut Notes) {
        for category in property.list() {
            if self.event.track.is_empty() {
                self.event.track = worded(&one_line(&category), property);
            } else {
                notes.aside("CATEGORIES");
            }
        }
    }

    fn state(&mut self, property: &Property, notes: &mut Notes) {
        match property.value.to_ascii_uppercase().as_str() {
            "CANCELLED" | "CANCELED" => self.event.state = State::Cancelled,
            "TENTATIVE" => notes.count(Counted::Tentative, property.line),
            "CONFIRMED" => {}
            _ => notes.unknown("STATUS", property.line),
        }
    }

    /// Somebody who takes part, where a published calendar says as what. An address of theirs is never looked at.
    fn attend(&mut self, property: &Property, purpose: Purpose, notes: &mut Notes) -> usize {
        let role = property.parameter("ROLE").unwrap_or_default().to_ascii_uppercase();
        let is_person =
            property.parameter("CUTYPE").is_none_or(|kind| kind.eq_ignore_ascii_case("INDIVIDUAL"));
        let name =
            property.parameter("CN").map(one_line).filter(|name| !name.is_empty() && !name.contains('@'));
        let role = match role.as_str() {
            "" | "OPT-PARTICIPANT" | "NON-PARTICIPANT" => None,
            "REQ-PARTICIPANT" => Some(Role::Speaker),
            other => Some(vocabulary::role(Some(other), property.line, notes)),
        };
        let (Some(role), Some(name), true, Purpose::Published) = (role, name, is_person, purpose) else {
            notes.aside("ATTENDEE");
            return 0;
        };
        self.event.people.push(PersonStated::named(Text::single(&name), role));
        1
    }

    fn refer(&mut self, property: &Property, notes: &mut Notes) -> usize {
        if property.parameter("ENCODING").is_some_and(|encoding| encoding.eq_ignore_ascii_case("BASE64")) {
            notes.aside("ATTACH");
            return 0;
        }
        let Some(address) = web_address(&property.value) else {
            if !property.value.is_empty() {
                notes.count(Counted::LinkNotWeb, property.line);
            }
            return 0;
        };
        let title = property.parameter("LABEL").or_else(|| property.parameter("FILENAME")).map(one_line);
        let kind = match property.name.as_str() {
            "ATTACH" => ReferenceKind::Attachment,
            _ => ReferenceKind::Related,
        };
        let title = title.unwrap_or_default();
        self.event.references.push(Reference { address: address.to_owned(), title, kind });
        1
    }
}

/// A text in the language its property names, else in the one it looks like.
pub(super) fn worded(words: &str, property: &Property) -> Text {
    let named = property.parameter("LANGUAGE").map(str::to_ascii_lowercase).unwrap_or_default();
    match named.split(['-', '_']).next() {
        Some("zh") => Text::in_language(Lang::Zh, words),
        Some("en") => Text::in_language(Lang::En, words),
        _ => Text::single(words),
    }
}

/// Fills a text; a property that stands twice adds its other language, or keeps its first words.
fn fill(text: &mut Text, property: &Property, notes: &mut Notes) {
    if property.is_unescaped() {
        notes.count(Counted::Unescaped, property.line);
    }
    let words = property.text();
    let words = if property.name == "DESCRIPTION" { words } else { one_line(&words) };
    let stated = worded(&words, property);
    let before = text.clone();
    text.fill_from(&stated);
    if !stated.is_empty() && !before.is_empty() && *text == before && stated != before {
        notes.unknown(&property.name, property.line);
    }
}

fn first(place: &mut Option<Moment>, moment: Moment, property: &Property, notes: &mut Notes) {
    match place {
        Some(_) => notes.unknown(&property.name, property.line),
        None => *place = Some(moment),
    }
}

fn extend(moments: &mut Vec<Moment>, property: &Property) -> usize {
    let before = moments.len();
    moments.extend(Moment::list(property).take(MOST_RECORDS as usize + 1));
    moments.len() - before
}
