//! The draft of schedule.json's second version: a flat list of events, with rooms, tracks and people beside it.

use std::collections::HashMap;

use festoon_domain::text::Text;

use super::event;
use super::fault::{JsonTrouble, Table};
use super::first::{Hall, hall, head};
use super::node::{Kind, Members, Node};
use super::people::Introduced;
use super::reader::Reader;
use crate::Refusal;
use crate::schedule::instant;
use crate::schedule::outline::{Outline, RawEvent};

/// What the head of a file says about things that its events name.
struct Named {
    tracks: HashMap<String, Text>,
    /// By guid, slug and name.
    rooms: HashMap<String, (Text, Hall)>,
    language: String,
}

/// Reads a whole file.
pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Outline, Refusal> {
    let mut outline = Outline::default();
    for schedule in reader.source.members(reader.source.root)?.all("schedule") {
        let schedule = reader.source.members(schedule)?;
        let conference = reader.members(schedule.get("conference"))?;
        outline.conference = head(reader, &schedule, &conference)?;
        let named = Named::of(reader, &conference)?;
        let people = reader.items(schedule.get("persons"))?;
        let mut introduced = Introduced::of(reader, people)?;
        for list in schedule.all("events") {
            for node in reader.source.items(list)? {
                let event = event(reader, node, &named, &mut introduced)?;
                outline.take(event).map_err(|reason| reader.refusal(node, reason))?;
            }
        }
        introduced.finish(reader);
    }
    reader.finish();
    Ok(outline)
}

impl Named {
    fn of<'s>(reader: &mut Reader<'s, '_>, conference: &Members<'s>) -> Result<Self, Refusal> {
        let mut named = Self { tracks: HashMap::new(), rooms: HashMap::new(), language: String::new() };
        let defaults = reader.members(conference.get("defaults"))?;
        named.language = reader.phrase(defaults.get("language"))?;
        for track in reader.items(conference.get("tracks"))? {
            let track = reader.source.members(track)?;
            let slug = reader.name(track.get("slug"))?;
            let name = reader.named(track.get("name"))?;
            named.tracks.entry(slug).or_insert(name);
        }
        for room in reader.items(conference.get("rooms"))? {
            let room = reader.source.members(room)?;
            let name = reader.named(room.get("name"))?;
            let hall = hall(reader, &room)?;
            for key in ["guid", "slug", "name"] {
                let key = reader.name(room.get(key))?;
                named.rooms.entry(key).or_insert_with(|| (name.clone(), hall));
            }
        }
        named.rooms.remove("");
        Ok(named)
    }

    /// The name of a room that an event names by any of its three names.
    fn room<'s>(&self, reader: &mut Reader<'s, '_>, node: Node<'s>) -> Result<(Text, Hall), Refusal> {
        let members = reader.source.members(node)?;
        let stated = reader.named(members.get("name"))?;
        for key in ["guid", "slug", "name"] {
            let key = reader.name(members.get(key))?;
            if let Some((name, hall)) = self.rooms.get(&key) {
                return Ok((if stated.is_empty() { name.clone() } else { stated }, *hall));
            }
        }
        if node.kind() != Kind::Object {
            let name = reader.named(Some(node))?;
            return Ok((name, Hall::default()));
        }
        if stated.is_empty() && !node.is_empty() {
            let stood = reader.phrase(members.first_of(&["slug", "guid"]))?;
            reader.say(node, &stood, JsonTrouble::Unlisted(Table::Rooms));
        }
        Ok((stated, Hall::default()))
    }

    fn track<'s>(&self, reader: &mut Reader<'s, '_>, node: Option<Node<'s>>) -> Result<Text, Refusal> {
        let Some(node) = node.filter(|node| !node.is_empty()) else { return Ok(Text::default()) };
        let members = reader.source.members(node)?;
        let slug = if node.kind() == Kind::Object { members.get("slug") } else { Some(node) };
        let slug = reader.name(slug)?;
        if let Some(name) = self.tracks.get(&slug).filter(|name| !name.is_empty()) {
            return Ok(name.clone());
        }
        if node.kind() == Kind::Object && members.get("name").is_none_or(Node::is_empty) {
            reader.say(node, &slug, JsonTrouble::UnlistedName(Table::Tracks));
        }
        reader.named(Some(node))
    }
}

fn event<'s>(
    reader: &mut Reader<'s, '_>,
    node: Node<'s>,
    named: &Named,
    introduced: &mut Introduced<'s>,
) -> Result<RawEvent, Refusal> {
    let members = reader.source.members(node)?;
    let start = reader.phrase(members.get("start"))?;
    let date = reader.phrase(members.get("date"))?;
    // As in version 1, a day may stand apart from the time of day.
    let (date, start) = if date.is_empty() { (start, String::new()) } else { (date, start) };
    let end = reader.phrase(members.get("end"))?;
    let place = members.get("room").filter(|room| !room.is_empty()).or_else(|| members.get("location"));
    let (room_named, hall) = match place {
        Some(place) => named.room(reader, place)?,
        None => (Text::default(), Hall::default()),
    };
    let event = RawEvent {
        room_named,
        seats: hall.seats,
        room_guid: hall.guid,
        begin: instant::stated_date(&date),
        date,
        start,
        duration: reader.phrase(members.get("duration"))?,
        until: instant::stated_date(&end),
        end,
        track: named.track(reader, members.get("track"))?,
        ..event::read(reader, node, &members, introduced)?
    };
    let unsaid = members.first_of(&["language", "languages"]).is_none() && members.get("language").is_none();
    let language = if unsaid { named.language.clone() } else { event.language };
    Ok(RawEvent { language, ..event })
}
