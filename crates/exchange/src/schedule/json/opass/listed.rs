//! The lists of an OPass file, and looking ids up in them.
//!
//! Of two entries with one id the first is taken and the other said; so is an id that no entry has. A speaker's life is
//! told with the first mention alone.

use std::collections::{HashMap, HashSet};

use festoon_domain::programme::Role;
use festoon_domain::text::Text;

use uuid::Uuid;

use crate::Refusal;
use crate::entry::PersonStated;
use crate::schedule::json::fault::{JsonTrouble, Table};
use crate::schedule::json::node::{Kind, Members, Node};
use crate::schedule::json::reader::Reader;
use crate::schedule::notes::Counted;

/// Names by id.
pub(super) struct Listed {
    table: Table,
    names: HashMap<String, Text>,
}

impl Listed {
    pub(super) fn of<'s>(
        reader: &mut Reader<'s, '_>,
        root: &Members<'s>,
        list: &str,
        table: Table,
    ) -> Result<Self, Refusal> {
        let mut names = HashMap::new();
        for (id, node) in entries(reader, root, list, table)? {
            names.insert(id, name(reader, node)?);
            let members = reader.source.members(node)?;
            for language in ["zh", "en"] {
                let inside = reader.members(members.get(language))?;
                if inside.get("description").is_some_and(|words| !words.is_empty()) {
                    reader.notes.aside("*/description");
                }
            }
        }
        Ok(Self { table, names })
    }

    /// The name of an id; the id itself where no entry has it.
    pub(super) fn name<'s>(
        &self,
        reader: &mut Reader<'s, '_>,
        stated: Option<Node<'s>>,
    ) -> Result<Text, Refusal> {
        let Some(node) = stated.filter(|node| !node.is_empty()) else { return Ok(Text::default()) };
        let id = reader.name(Some(node))?;
        if let Some(name) = self.names.get(&id) {
            return Ok(if name.is_empty() { Text::single(&id) } else { name.clone() });
        }
        reader.say(node, &id, JsonTrouble::UnlistedName(self.table));
        Ok(Text::single(&id))
    }

    /// Says an id that no entry has.
    pub(super) fn known<'s>(&self, reader: &mut Reader<'s, '_>, node: Node<'s>) -> Result<(), Refusal> {
        let id = reader.name(Some(node))?;
        if !self.names.contains_key(&id) {
            reader.say(node, &id, JsonTrouble::Unlisted(self.table));
        }
        Ok(())
    }
}

/// Speakers by id.
pub(super) struct Speakers<'s> {
    by_id: HashMap<String, Node<'s>>,
    told: HashSet<String>,
}

impl<'s> Speakers<'s> {
    pub(super) fn of(reader: &mut Reader<'s, '_>, root: &Members<'s>) -> Result<Self, Refusal> {
        let by_id = entries(reader, root, "speakers", Table::Speakers)?.into_iter().collect();
        Ok(Self { by_id, told: HashSet::new() })
    }

    /// Says how many of the list no session mentions.
    pub(super) fn finish(&self, reader: &mut Reader<'s, '_>) {
        for id in self.by_id.keys() {
            if !self.told.contains(id) {
                reader.notes.aside("speakers");
            }
        }
    }

    /// Somebody by their id.
    pub(super) fn named(
        &mut self,
        reader: &mut Reader<'s, '_>,
        stated: Node<'s>,
    ) -> Result<Option<PersonStated>, Refusal> {
        // Some write the whole speaker in place of the id.
        let whole = Some(stated).filter(|node| node.kind() == Kind::Object);
        let id = reader.name(reader.members(whole)?.get("id").or(Some(stated)))?;
        let listed = whole.or_else(|| self.by_id.get(&id).copied());
        let Some(node) = listed else {
            reader.say(stated, &id, JsonTrouble::Unlisted(Table::Speakers));
            return Ok(None);
        };
        let name = name(reader, node)?;
        if name.is_empty() {
            reader.notes.count(Counted::PersonUnnamed, reader.line(stated));
            return Ok(None);
        }

        let mut person = PersonStated::named(name, Role::Speaker);
        person.guid = Uuid::try_parse(&id).ok();
        person.id = Some(id.clone()).filter(|id| !id.is_empty());
        if id.is_empty() || self.told.insert(id) {
            let members = reader.source.members(node)?;
            let (zh, en) = (reader.members(members.get("zh"))?, reader.members(members.get("en"))?);
            person.biography = Text::new(&reader.words(zh.get("bio"))?, &reader.words(en.get("bio"))?);
            person.picture = reader.web(members.get("avatar"))?;
        }
        Ok(Some(person))
    }
}

/// Somebody whom a session describes itself instead of naming an id, as COSCUP 2021 does.
pub(super) fn beside<'s>(
    reader: &mut Reader<'s, '_>,
    members: &Members<'s>,
) -> Result<Option<PersonStated>, Refusal> {
    let zh = reader.name(members.get("speakerZhName"))?;
    let name = Text::new(&zh, &reader.name(members.get("speakerEnName"))?);
    if name.is_empty() {
        return Ok(None);
    }
    let zh = reader.words(members.get("speakerZhBio"))?;
    let biography = Text::new(&zh, &reader.words(members.get("speakerEnBio"))?);
    let picture = reader.web(members.get("speakerAvatar"))?;
    Ok(Some(PersonStated { biography, picture, ..PersonStated::named(name, Role::Speaker) }))
}

/// The entries of a list, each id once.
fn entries<'s>(
    reader: &mut Reader<'s, '_>,
    root: &Members<'s>,
    list: &str,
    table: Table,
) -> Result<Vec<(String, Node<'s>)>, Refusal> {
    let mut lines: HashMap<String, u32> = HashMap::new();
    let mut entries = Vec::new();
    for list in root.all(list) {
        for node in reader.source.items(list)? {
            let id = reader.source.members(node)?.get("id");
            let id = reader.name(id)?;
            if let Some(line) = lines.get(&id) {
                reader.say(node, &id, JsonTrouble::ListedTwice(table, *line));
                continue;
            }
            lines.insert(id.clone(), reader.line(node));
            entries.push((id, node));
        }
    }
    Ok(entries)
}

/// What an entry is called in each language.
fn name<'s>(reader: &mut Reader<'s, '_>, node: Node<'s>) -> Result<Text, Refusal> {
    let members = reader.source.members(node)?;
    let (zh, en) = (reader.members(members.get("zh"))?, reader.members(members.get("en"))?);
    let zh = reader.name(zh.get("name"))?;
    Ok(Text::new(&zh, &reader.name(en.get("name"))?))
}
