//! OPass session.json: sessions name their room, type, speakers and tags by ids into lists beside them.
//!
//! Both languages stand in one file. Systems that demand both copy the one that is there into the other, so that equal
//! wordings are not taken for a translation. Types are used as tracks, so that their name is the part as well as a hint
//! at what sort of session it is.

mod listed;

use festoon_domain::programme::{Reference, ReferenceKind};
use festoon_domain::text::{Lang, Text};

use self::listed::{Listed, Speakers};
use uuid::Uuid;

use super::fault::{JsonTrouble, Table};
use super::node::{Members, Node};
use super::reader::{Reader, Tally};
use crate::Refusal;
use crate::schedule::instant;
use crate::schedule::outline::{Outline, RawEvent};

/// What else a session has elsewhere, and what it is called.
const ELSEWHERE: [(&str, &str, ReferenceKind); 5] = [
    ("slide", "幻灯片 Slides", ReferenceKind::Attachment),
    ("co_write", "共笔 Notes", ReferenceKind::Related),
    ("qa", "提问 Q&A", ReferenceKind::Related),
    ("live", "直播 Live", ReferenceKind::Related),
    ("record", "录像 Recording", ReferenceKind::Related),
];

/// The lists beside the sessions.
struct Lists<'s> {
    rooms: Listed,
    types: Listed,
    tags: Listed,
    speakers: Speakers<'s>,
    untranslated: Tally,
}

/// Reads a whole file.
pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Outline, Refusal> {
    let root = reader.source.members(reader.source.root)?;
    let mut lists = Lists {
        rooms: Listed::of(reader, &root, "rooms", Table::Rooms)?,
        types: Listed::of(reader, &root, "session_types", Table::Types)?,
        tags: Listed::of(reader, &root, "tags", Table::Tags)?,
        speakers: Speakers::of(reader, &root)?,
        untranslated: Tally::default(),
    };
    let mut outline = Outline::default();
    for list in root.all("sessions") {
        for node in reader.source.items(list)? {
            let event = session(reader, node, &mut lists)?;
            outline.take(event).map_err(|reason| reader.refusal(node, reason))?;
        }
    }
    lists.speakers.finish(reader);
    lists.untranslated.say(reader.notes, JsonTrouble::Untranslated);
    reader.finish();
    Ok(outline)
}

fn session<'s>(
    reader: &mut Reader<'s, '_>,
    node: Node<'s>,
    lists: &mut Lists<'s>,
) -> Result<RawEvent, Refusal> {
    let members = reader.source.members(node)?;
    let (zh, en) = (reader.members(members.get("zh"))?, reader.members(members.get("en"))?);
    let (zh_title, en_title) = (reader.phrase(zh.get("title"))?, reader.phrase(en.get("title"))?);
    if !zh_title.is_empty() && zh_title == en_title {
        lists.untranslated.add(reader.line(node));
    }
    let (begin, end) = (reader.phrase(members.get("start"))?, reader.phrase(members.get("end"))?);
    let track = lists.types.name(reader, members.get("type"))?;
    let mut event = RawEvent {
        line: reader.line(node),
        id: reader.phrase(members.get("id"))?,
        title: Text::new(&zh_title, &en_title),
        description: Text::new(&reader.words(zh.get("description"))?, &reader.words(en.get("description"))?),
        room_named: lists.rooms.name(reader, members.get("room"))?,
        // A UUID for an id is good beyond the file.
        room_guid: Uuid::try_parse(&reader.name(members.get("room"))?).ok(),
        begin: instant::stated_date(&begin),
        date: begin,
        until: instant::stated_date(&end),
        end,
        kind: track.read(Lang::En).to_owned(),
        track,
        language: reader.phrase(members.get("language"))?,
        url: reader.address(members.get("uri"))?,
        ..RawEvent::default()
    };
    for speaker in reader.items(members.get("speakers"))? {
        event.people.extend(lists.speakers.named(reader, speaker)?);
    }
    if event.people.is_empty() {
        event.people.extend(listed::beside(reader, &members)?);
    } else if members.get("speakerZhName").is_some_and(|name| !name.is_empty()) {
        reader.notes.aside("speakerZhName");
    }
    tags(reader, &members, &lists.tags)?;
    relays(reader, node, &members, lists)?;
    elsewhere(reader, &members, &mut event.references)?;
    Ok(event)
}

/// Tags fit nothing that a session has; one that is not listed is said all the same.
fn tags<'s>(reader: &mut Reader<'s, '_>, members: &Members<'s>, tags: &Listed) -> Result<(), Refusal> {
    for tag in reader.items(members.get("tags"))? {
        tags.known(reader, tag)?;
        reader.notes.aside("tags");
    }
    Ok(())
}

/// The rooms to which a session is relayed, beside the one it takes place in.
fn relays<'s>(
    reader: &mut Reader<'s, '_>,
    node: Node<'s>,
    members: &Members<'s>,
    lists: &Lists<'s>,
) -> Result<(), Refusal> {
    let own = reader.phrase(members.get("room"))?;
    let mut names = Vec::new();
    for room in reader.items(members.get("broadcast"))? {
        if reader.phrase(Some(room))? != own {
            names.push(lists.rooms.name(reader, Some(room))?.read(Lang::Zh).to_owned());
        }
    }
    if !names.is_empty() {
        reader.say(node, &names.join(", "), JsonTrouble::Relayed);
    }
    Ok(())
}

fn elsewhere<'s>(
    reader: &mut Reader<'s, '_>,
    members: &Members<'s>,
    references: &mut Vec<Reference>,
) -> Result<(), Refusal> {
    for (name, title, kind) in ELSEWHERE {
        let Some(address) = reader.web(members.get(name))? else { continue };
        if !references.iter().any(|known| known.address == address) {
            references.push(Reference { address, title: title.to_owned(), kind });
        }
    }
    Ok(())
}
