//! One `<event>` as it stands, in whichever order and spelling its dialect has.

use festoon_domain::programme::{Reference, ReferenceKind};
use festoon_domain::text::Text;
use quick_xml::events::BytesStart;
use uuid::Uuid;

use super::walker::{Token, Walker};
use crate::Refusal;
use crate::entry::PersonStated;
use crate::schedule::instant;
use crate::schedule::notes::{Counted, Notes};
use crate::schedule::outline::{RawEvent, one_line, web_address};
use crate::schedule::vocabulary;

/// Elements that are known, and say nothing that a session has.
const ASIDE: [&str; 16] = [
    "recording",
    "logo",
    "feedback_url",
    "origin_url",
    "video_download_url",
    "conf_url",
    "full_conf_url",
    "answers",
    "do_not_stream",
    "do_not_record",
    "recording_license",
    "code",
    "translations",
    "evaluate_url",
    "tags",
    "image",
];

/// The one-line words of an event, by element.
#[derive(Default)]
struct Lines {
    room: String,
    slug: String,
    title: String,
    subtitle: String,
    date: String,
    start: String,
    duration: String,
    end: String,
    track: String,
    kind: String,
    language: String,
    url: String,
    id: String,
    guid: String,
}

/// Reads an event up to its end tag.
pub(super) fn read<'a>(
    start: &BytesStart<'a>,
    walker: &mut Walker<'a>,
    notes: &mut Notes,
) -> Result<RawEvent, Refusal> {
    let [id, guid] = walker.attributes(start, ["id", "guid"], notes);
    let mut event = RawEvent { line: walker.line(), ..RawEvent::default() };
    let mut lines = Lines { id: id.unwrap_or_default(), guid: guid.unwrap_or_default(), ..Lines::default() };
    loop {
        let start = match walker.next(notes)? {
            Token::Open(start) => start,
            Token::Close | Token::Over => return Ok(lines.finish(event)),
            Token::Words(words) => {
                if !words.trim().is_empty() {
                    notes.count(Counted::StrayWords, walker.line());
                }
                continue;
            }
        };
        let name = start.local_name().into_inner();
        match name {
            "persons" | "speakers" => people(&mut event.people, walker, notes)?,
            "person" | "speaker" => person(&start, &mut event.people, walker, notes)?,
            "links" | "attachments" => references(&mut event.references, walker, notes)?,
            "link" => reference(&start, ReferenceKind::Related, &mut event.references, walker, notes)?,
            "attachment" => {
                reference(&start, ReferenceKind::Attachment, &mut event.references, walker, notes)?;
            }
            "abstract" => event.teaser = Text::single(&walker.words(notes)?),
            "description" => event.description = Text::single(&walker.words(notes)?),
            _ => {
                let Some(field) = lines.of(name) else {
                    match ASIDE.iter().find(|aside| **aside == name) {
                        Some(aside) => notes.aside(aside),
                        None => notes.unknown(name, walker.line()),
                    }
                    walker.skip(notes)?;
                    continue;
                };
                let words = one_line(&walker.words(notes)?);
                // An element that stands twice keeps its first words.
                if field.is_empty() {
                    *field = words;
                } else if !words.is_empty() && *field != words {
                    notes.unknown(name, walker.line());
                }
            }
        }
    }
}

impl Lines {
    /// The field that an element of one line of words fills.
    fn of(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "room" => &mut self.room,
            "slug" => &mut self.slug,
            "title" => &mut self.title,
            "subtitle" => &mut self.subtitle,
            "date" => &mut self.date,
            "start" => &mut self.start,
            "duration" => &mut self.duration,
            "end" => &mut self.end,
            "track" => &mut self.track,
            "type" => &mut self.kind,
            "language" => &mut self.language,
            "url" => &mut self.url,
            "id" => &mut self.id,
            "guid" => &mut self.guid,
            _ => return None,
        })
    }

    fn finish(self, event: RawEvent) -> RawEvent {
        RawEvent {
            room_named: Text::single(&self.room),
            slug: self.slug,
            title: Text::single(&self.title),
            subtitle: Text::single(&self.subtitle),
            begin: instant::stated_date(&self.date),
            date: self.date,
            start: self.start,
            duration: self.duration,
            until: instant::stated_date(&self.end),
            end: self.end,
            track: Text::single(&self.track),
            kind: self.kind,
            language: self.language,
            url: self.url,
            id: self.id,
            guid: self.guid,
            ..event
        }
    }
}

fn people(people: &mut Vec<PersonStated>, walker: &mut Walker<'_>, notes: &mut Notes) -> Result<(), Refusal> {
    loop {
        match walker.next(notes)? {
            Token::Open(start) => match start.local_name().into_inner() {
                "person" | "speaker" => person(&start, people, walker, notes)?,
                name => {
                    notes.unknown(name, walker.line());
                    walker.skip(notes)?;
                }
            },
            Token::Close | Token::Over => return Ok(()),
            Token::Words(words) => {
                if !words.trim().is_empty() {
                    notes.count(Counted::StrayWords, walker.line());
                }
            }
        }
    }
}

fn person<'a>(
    start: &BytesStart<'a>,
    people: &mut Vec<PersonStated>,
    walker: &mut Walker<'a>,
    notes: &mut Notes,
) -> Result<(), Refusal> {
    let line = walker.line();
    let names = ["id", "guid", "name", "role", "organisation", "organization", "company"];
    let [id, guid, name, role, british, american, company] = walker.attributes(start, names, notes);
    let mut name = name.unwrap_or_default();
    let mut place = british.or(american).or(company).unwrap_or_default();
    let (mut words, mut biography) = (String::new(), String::new());
    loop {
        match walker.next(notes)? {
            Token::Words(more) => words.push_str(&more),
            Token::Open(start) => match start.local_name().into_inner() {
                "name" | "public_name" | "full_public_name" if name.is_empty() => {
                    name = one_line(&walker.words(notes)?);
                }
                "organisation" | "organization" | "company" | "affiliation" => {
                    place = one_line(&walker.words(notes)?);
                }
                "biography" | "bio" => biography = walker.words(notes)?,
                _ => {
                    notes.aside("person/*");
                    walker.skip(notes)?;
                }
            },
            Token::Close | Token::Over => break,
        }
    }
    let words = one_line(&words);
    let name = if words.is_empty() { name } else { words };
    if name.is_empty() {
        notes.count(Counted::PersonUnnamed, line);
        return Ok(());
    }

    let usable = |id: &String| !id.is_empty() && id != "0";
    if !id.as_ref().is_some_and(usable) {
        notes.count(Counted::PersonWithoutId, line);
    }
    people.push(PersonStated {
        organisation: Text::single(&place),
        biography: Text::single(&biography),
        guid: guid.as_deref().and_then(|guid| Uuid::try_parse(guid).ok()),
        id: id.filter(usable).or(guid.filter(usable)),
        ..PersonStated::named(Text::single(&name), vocabulary::role(role.as_deref(), line, notes))
    });
    Ok(())
}

fn references(
    references: &mut Vec<Reference>,
    walker: &mut Walker<'_>,
    notes: &mut Notes,
) -> Result<(), Refusal> {
    loop {
        match walker.next(notes)? {
            Token::Open(start) => match start.local_name().into_inner() {
                "link" => reference(&start, ReferenceKind::Related, references, walker, notes)?,
                "attachment" => reference(&start, ReferenceKind::Attachment, references, walker, notes)?,
                name => {
                    notes.unknown(name, walker.line());
                    walker.skip(notes)?;
                }
            },
            Token::Close | Token::Over => return Ok(()),
            Token::Words(_) => {}
        }
    }
}

/// A link or an attachment. Where its address stands as its words instead of as an attribute, that is taken and said.
fn reference<'a>(
    start: &BytesStart<'a>,
    kind: ReferenceKind,
    references: &mut Vec<Reference>,
    walker: &mut Walker<'a>,
    notes: &mut Notes,
) -> Result<(), Refusal> {
    let line = walker.line();
    let [href] = walker.attributes(start, ["href"], notes);
    let words = one_line(&walker.words(notes)?);
    let stated = href.filter(|href| !href.is_empty());
    if stated.is_none() {
        notes.count(Counted::LinkWithoutAddress, line);
    }
    let address = stated.unwrap_or_else(|| words.clone());
    let Some(address) = web_address(&address) else {
        if !address.is_empty() {
            notes.count(Counted::LinkNotWeb, line);
        }
        return Ok(());
    };
    let title = if words == address { String::new() } else { words };
    references.push(Reference { address: address.to_owned(), title, kind });
    Ok(())
}
