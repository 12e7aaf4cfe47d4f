//! One `<event>` as it stands, in whichever order and spelling its dialect has.

use festoon_domain::programme::Role;
use festoon_domain::text::Text;
use quick_xml::events::BytesStart;

use super::notes::{Counted, Notes};
use super::outline::one_line;
use super::walker::{Token, Walker};
use crate::Refusal;
use crate::entry::PersonStated;

/// An event, its words not understood yet; what is not there is empty.
#[derive(Default)]
pub(super) struct RawEvent {
    pub(super) line: u32,
    pub(super) day: Option<usize>,
    /// The room it is listed under.
    pub(super) room: Option<String>,
    /// The room it names.
    pub(super) room_named: String,
    pub(super) id: String,
    pub(super) guid: String,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) teaser: String,
    pub(super) description: String,
    pub(super) date: String,
    pub(super) start: String,
    pub(super) duration: String,
    pub(super) track: String,
    pub(super) kind: String,
    pub(super) language: String,
    pub(super) url: String,
    pub(super) people: Vec<PersonStated>,
}

/// Elements that are known, and say nothing that a session has.
const ASIDE: [&str; 21] = [
    "recording",
    "attachments",
    "attachment",
    "links",
    "link",
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
    "end",
    "code",
    "translations",
    "evaluate_url",
    "tags",
    "image",
];

/// Reads an event up to its end tag.
pub(super) fn read<'a>(
    start: &BytesStart<'a>,
    walker: &mut Walker<'a>,
    notes: &mut Notes,
) -> Result<RawEvent, Refusal> {
    let [id, guid] = walker.attributes(start, ["id", "guid"], notes);
    let mut event = RawEvent {
        line: walker.line(),
        id: id.unwrap_or_default(),
        guid: guid.unwrap_or_default(),
        ..RawEvent::default()
    };
    loop {
        let start = match walker.next(notes)? {
            Token::Open(start) => start,
            Token::Close | Token::Over => return Ok(event),
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
            "links" => links(walker, notes)?,
            "link" => link(&start, walker, notes)?,
            "abstract" => event.teaser = trimmed(walker.words(notes)?),
            "description" => event.description = trimmed(walker.words(notes)?),
            _ => {
                let Some(field) = event.line_of(name) else {
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

impl RawEvent {
    /// The field that an element of one line of words fills.
    fn line_of(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "room" => &mut self.room_named,
            "slug" => &mut self.slug,
            "title" => &mut self.title,
            "subtitle" => &mut self.subtitle,
            "date" => &mut self.date,
            "start" => &mut self.start,
            "duration" => &mut self.duration,
            "track" => &mut self.track,
            "type" => &mut self.kind,
            "language" => &mut self.language,
            "url" => &mut self.url,
            "id" => &mut self.id,
            "guid" => &mut self.guid,
            _ => return None,
        })
    }
}

fn trimmed(words: String) -> String {
    if words.trim().len() == words.len() { words } else { words.trim().to_owned() }
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
    let mut words = String::new();
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
        name: Text::single(&name),
        organisation: Text::single(&place),
        position: Text::default(),
        role: role_of(role.as_deref(), line, notes),
        visibility: None,
        id: id.filter(usable).or(guid.filter(usable)),
    });
    Ok(())
}

fn role_of(stated: Option<&str>, line: u32, notes: &mut Notes) -> Role {
    let Some(stated) = stated else { return Role::Speaker };
    match stated.to_lowercase().as_str() {
        "moderator" | "chair" | "coordinator" | "host" | "主持人" | "主持" => Role::Chair,
        "interpreter" | "translator" | "翻译" | "口译" => Role::Interpreter,
        "guest" | "guest of honour" | "guest of honor" | "嘉宾" => Role::GuestOfHonour,
        "" | "speaker" | "presenter" | "lecturer" | "co-speaker" | "panelist" | "演讲人" => Role::Speaker,
        _ => {
            notes.count(Counted::RoleUnknown, line);
            Role::Speaker
        }
    }
}

fn links(walker: &mut Walker<'_>, notes: &mut Notes) -> Result<(), Refusal> {
    loop {
        match walker.next(notes)? {
            Token::Open(start) if start.local_name().into_inner() == "link" => link(&start, walker, notes)?,
            Token::Open(_) => walker.skip(notes)?,
            Token::Close | Token::Over => return Ok(()),
            Token::Words(_) => {}
        }
    }
}

/// A session keeps one link, its page; the further ones are counted as left aside.
fn link<'a>(start: &BytesStart<'a>, walker: &mut Walker<'a>, notes: &mut Notes) -> Result<(), Refusal> {
    let line = walker.line();
    let [href] = walker.attributes(start, ["href"], notes);
    if href.is_none_or(|href| href.is_empty()) {
        notes.count(Counted::LinkWithoutAddress, line);
    } else {
        notes.aside("link");
    }
    walker.skip(notes)
}
