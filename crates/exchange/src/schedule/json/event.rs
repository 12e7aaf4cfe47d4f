//! What an event says in version 1 and version 2 alike: identities, texts, people, and what lies elsewhere.

use festoon_domain::programme::{Reference, ReferenceKind, State};

use super::node::{Kind, Members, Node};
use super::people::{self, Introduced};
use super::reader::Reader;
use crate::Refusal;
use crate::schedule::outline::RawEvent;

/// Members that are known, and say nothing that a session has.
const ASIDE: [&str; 7] =
    ["logo", "feedback_url", "origin_url", "do_not_stream", "do_not_record", "recording_license", "code"];

/// Reads what both versions have.
pub(super) fn read<'s>(
    reader: &mut Reader<'s, '_>,
    node: Node<'s>,
    members: &Members<'s>,
    introduced: &mut Introduced<'s>,
) -> Result<RawEvent, Refusal> {
    let mut event = RawEvent {
        line: reader.line(node),
        id: reader.phrase(members.get("id"))?,
        guid: reader.phrase(members.get("guid"))?,
        slug: reader.phrase(members.get("slug"))?,
        title: reader.title(members.get("title"))?,
        subtitle: reader.title(members.get("subtitle"))?,
        teaser: reader.text(members.get("abstract"))?,
        description: reader.text(members.get("description"))?,
        kind: reader.phrase(members.get("type"))?,
        language: reader.phrase(members.first_of(&["language", "languages"]))?,
        url: reader.address(members.get("url"))?,
        state: state(&reader.phrase(members.get("state"))?),
        ..RawEvent::default()
    };
    for name in ["persons", "participants", "speakers"] {
        for stated in members.all(name) {
            event.people.extend(people::read(reader, Some(stated), introduced)?);
        }
    }
    for (name, kind) in [("links", ReferenceKind::Related), ("attachments", ReferenceKind::Attachment)] {
        for stated in members.all(name) {
            references(reader, stated, kind, &mut event.references)?;
        }
    }
    for name in ASIDE {
        if members.get(name).is_some_and(|node| !node.is_empty()) {
            reader.notes.aside(name);
        }
    }
    Ok(event)
}

fn state(stated: &str) -> State {
    match stated.to_ascii_lowercase().as_str() {
        "canceled" | "cancelled" | "withdrawn" | "rejected" | "deleted" => State::Cancelled,
        _ => State::Scheduled,
    }
}

/// Links or attachments: a list or one alone, as objects or as bare addresses.
fn references<'s>(
    reader: &mut Reader<'s, '_>,
    stated: Node<'s>,
    kind: ReferenceKind,
    references: &mut Vec<Reference>,
) -> Result<(), Refusal> {
    let nodes = match stated.kind() {
        Kind::List => reader.source.items(stated)?,
        _ if stated.is_empty() => Vec::new(),
        _ => vec![stated],
    };
    for node in nodes {
        let members = reader.source.members(node)?;
        // Where to praise or blame a session is no part of it.
        if reader.phrase(members.get("type"))? == "FEEDBACK" {
            reader.notes.aside("feedback_url");
            continue;
        }
        let Some(address) = reader.web(Some(node))? else { continue };
        let title = reader.phrase(members.get("title"))?;
        let title = if title == address { String::new() } else { title };
        references.push(Reference { address, title, kind });
    }
    Ok(())
}
