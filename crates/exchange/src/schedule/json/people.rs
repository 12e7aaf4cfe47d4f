//! Who appears in an event, in every spelling of version 1 and 2.
//!
//! A life is told with the first mention of a person alone: mentions of one id are brought together later, and a file
//! that introduces somebody once may name them a thousand times.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::node::{Kind, Members, Node};
use super::reader::Reader;
use crate::Refusal;
use crate::entry::PersonStated;
use crate::schedule::notes::Counted;
use crate::schedule::vocabulary;

/// Those whom a list beside the events introduces, by guid.
#[derive(Debug, Default)]
pub(super) struct Introduced<'s> {
    by_guid: HashMap<String, Node<'s>>,
    told: HashSet<String>,
}

impl<'s> Introduced<'s> {
    pub(super) fn of(reader: &mut Reader<'s, '_>, list: Vec<Node<'s>>) -> Result<Self, Refusal> {
        let mut by_guid = HashMap::new();
        for node in list {
            let guid = reader.source.members(node)?.get("guid");
            let guid = reader.phrase(guid)?;
            if !guid.is_empty() {
                by_guid.entry(guid).or_insert(node);
            }
        }
        Ok(Self { by_guid, told: HashSet::new() })
    }

    /// Says how many of the list no event mentions.
    pub(super) fn finish(&self, reader: &mut Reader<'s, '_>) {
        for _ in self.told.len()..self.by_guid.len() {
            reader.notes.aside("persons");
        }
    }

    /// What the list says of somebody, the first time they are mentioned.
    fn once(&mut self, id: &str, reader: &Reader<'s, '_>) -> Result<Members<'s>, Refusal> {
        let Some(node) = self.by_guid.get(id).copied() else { return Ok(Members::default()) };
        if !self.told.insert(id.to_owned()) {
            return Ok(Members::default());
        }
        reader.source.members(node)
    }
}

/// The people of an event: a list, or one alone.
pub(super) fn read<'s>(
    reader: &mut Reader<'s, '_>,
    stated: Option<Node<'s>>,
    introduced: &mut Introduced<'s>,
) -> Result<Vec<PersonStated>, Refusal> {
    let Some(stated) = stated.filter(|node| !node.is_empty()) else { return Ok(Vec::new()) };
    let nodes = if stated.kind() == Kind::List { reader.source.items(stated)? } else { vec![stated] };
    let mut people = Vec::with_capacity(nodes.len());
    for node in nodes {
        people.extend(person(reader, node, introduced)?);
    }
    Ok(people)
}

fn person<'s>(
    reader: &mut Reader<'s, '_>,
    node: Node<'s>,
    introduced: &mut Introduced<'s>,
) -> Result<Option<PersonStated>, Refusal> {
    let members = reader.source.members(node)?;
    let name = match node.kind() {
        Kind::Object => members.first_of(&["name", "public_name", "full_public_name"]),
        _ => Some(node),
    };
    let name = reader.named(name)?;
    let line = reader.line(node);
    if name.is_empty() {
        reader.notes.count(Counted::PersonUnnamed, line);
        return Ok(None);
    }

    let id = id(reader, &members)?;
    if id.is_none() {
        reader.notes.count(Counted::PersonWithoutId, line);
    }
    let more = introduced.once(id.as_deref().unwrap_or_default(), reader)?;
    let either = |names: &[&str]| members.first_of(names).or_else(|| more.first_of(names));
    let role = members.get("role").filter(|role| !role.is_empty());
    let role = match role {
        Some(role) => Some(reader.phrase(Some(role))?),
        None => None,
    };
    let organisation = reader.named(either(&["organisation", "organization", "company", "affiliation"]))?;
    let biography = reader.text(either(&["biography", "bio", "description", "abstract"]))?;
    let picture = reader.web(either(&["avatar", "avatar_url", "image"]))?;
    aside(reader, &members);
    Ok(Some(PersonStated {
        organisation,
        biography,
        picture,
        guid: guid(reader, &members)?,
        id,
        ..PersonStated::named(name, vocabulary::role(role.as_deref(), line, reader.notes))
    }))
}

/// A person's identity for ever.
fn guid<'s>(reader: &mut Reader<'s, '_>, members: &Members<'s>) -> Result<Option<Uuid>, Refusal> {
    Ok(Uuid::try_parse(&reader.name(members.get("guid"))?).ok())
}

/// What tells a person from others in the file: the id, else the guid, else the code.
fn id<'s>(reader: &mut Reader<'s, '_>, members: &Members<'s>) -> Result<Option<String>, Refusal> {
    for name in ["id", "guid", "code"] {
        let id = reader.name(members.get(name))?;
        if !id.is_empty() && id != "0" {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// What of a person no session has.
fn aside(reader: &mut Reader<'_, '_>, members: &Members<'_>) {
    for (member, word) in [("url", "person/url"), ("links", "person/links"), ("answers", "person/answers")] {
        if members.get(member).is_some_and(|node| !node.is_empty()) {
            reader.notes.aside(word);
        }
    }
}
