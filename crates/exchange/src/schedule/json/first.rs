//! schedule.json, version 1: days, rooms, events.

use std::collections::HashMap;

use festoon_domain::text::{Lang, Text};
use jiff::Zoned;
use jiff::tz::Offset;
use uuid::Uuid;

use super::event;
use super::node::{Kind, Members, Node};
use super::people::Introduced;
use super::reader::Reader;
use crate::Refusal;
use crate::schedule::ScheduleTrouble;
use crate::schedule::instant;
use crate::schedule::notes::Counted;
use crate::schedule::outline::{Conference, Day, Outline, RawEvent, web_address};

/// Lists within lists beyond this are not looked into for events.
const DEEPEST_ROOMS: u8 = 3;

/// What events of one place share.
struct Frame<'f> {
    day: usize,
    room: Option<Text>,
    halls: &'f HashMap<String, Hall>,
}

/// What the head of a file says of a room.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hall {
    pub(super) seats: Option<u32>,
    pub(super) guid: Option<Uuid>,
}

/// Reads a whole file.
pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Outline, Refusal> {
    let mut outline = Outline::default();
    for schedule in reader.source.members(reader.source.root)?.all("schedule") {
        let schedule = reader.source.members(schedule)?;
        let mut known = HashMap::new();
        rooms(reader, &schedule, &mut known)?;
        for conference in schedule.all("conference") {
            let conference = reader.source.members(conference)?;
            outline.conference = head(reader, &schedule, &conference)?;
            rooms(reader, &conference, &mut known)?;
            for list in conference.all("days") {
                for node in reader.source.items(list)? {
                    day(reader, &mut outline, node, &known)?;
                }
            }
        }
    }
    reader.finish();
    Ok(outline)
}

/// The head of a file, in either version.
pub(super) fn head<'s>(
    reader: &mut Reader<'s, '_>,
    schedule: &Members<'s>,
    conference: &Members<'s>,
) -> Result<Conference, Refusal> {
    let mut site = None;
    for stated in [schedule.get("base_url"), conference.get("base_url"), conference.get("url")] {
        site = site.or(web_address(&reader.phrase(stated)?).map(str::to_owned));
    }
    reader.at_home(site.as_deref());
    let mut said = |name: &str| -> Result<Option<String>, Refusal> {
        Ok(Some(reader.name(conference.get(name))?).filter(|words| !words.is_empty()))
    };
    let (acronym, venue, city, zone) =
        (said("acronym")?, said("venue")?, said("city")?, said("time_zone_name")?);
    let (from, to) = (said("start")?, said("end")?);
    let line = conference.get("time_zone_name").map_or(0, |node| reader.line(node));
    Ok(Conference {
        title: reader.named(conference.get("title"))?,
        acronym,
        venue,
        city,
        first_day: from.as_deref().and_then(instant::date),
        last_day: to.as_deref().and_then(instant::date),
        site,
        zone: zone.map(|zone| (zone, line)),
        day_change: None,
    })
}

/// Learns how many people each room seats, and by what it is known elsewhere.
fn rooms<'s>(
    reader: &mut Reader<'s, '_>,
    holder: &Members<'s>,
    known: &mut HashMap<String, Hall>,
) -> Result<(), Refusal> {
    for room in reader.items(holder.get("rooms"))? {
        let room = reader.source.members(room)?;
        let name = reader.named(room.get("name"))?;
        let hall = hall(reader, &room)?;
        known.insert(name.read(Lang::Zh).to_owned(), hall);
    }
    Ok(())
}

/// A room's seats, unless it has none, and its identity.
pub(super) fn hall<'s>(reader: &mut Reader<'s, '_>, room: &Members<'s>) -> Result<Hall, Refusal> {
    let stated = reader.phrase(room.get("capacity"))?;
    let guid = reader.name(room.get("guid"))?;
    Ok(Hall { seats: stated.parse().ok().filter(|seats| *seats > 0), guid: Uuid::try_parse(&guid).ok() })
}

fn day<'s>(
    reader: &mut Reader<'s, '_>,
    outline: &mut Outline,
    node: Node<'s>,
    known: &HashMap<String, Hall>,
) -> Result<(), Refusal> {
    let members = reader.source.members(node)?;
    let date = reader.phrase(members.get("date"))?;
    let day = instant::date(&date);
    if day.is_none() && !date.is_empty() {
        reader.notes.say(reader.line(node), &date, ScheduleTrouble::DayUnreadable);
    }
    let from = instant::with_offset(&reader.phrase(members.first_of(&["day_start", "start"]))?);
    let to = instant::with_offset(&reader.phrase(members.first_of(&["day_end", "end"]))?);
    let offset = from.as_ref().map(Zoned::offset).filter(|offset| *offset != Offset::UTC);
    let span = from.zip(to).map(|(from, to)| (from.timestamp(), to.timestamp()));
    outline.days.push(Day { date: day, span, offset });

    let frame = Frame { day: outline.days.len() - 1, room: None, halls: known };
    for rooms in members.all("rooms") {
        halls(reader, outline, rooms, &frame)?;
    }
    Ok(())
}

/// Rooms by name, as the format has them; also as a list of rooms with a name and events.
fn halls<'s>(
    reader: &mut Reader<'s, '_>,
    outline: &mut Outline,
    rooms: Node<'s>,
    frame: &Frame<'_>,
) -> Result<(), Refusal> {
    if rooms.kind() != Kind::Object {
        return events(reader, outline, rooms, frame, 0);
    }
    for (name, node) in reader.source.members(rooms)?.each() {
        if node.is_empty() {
            reader.notes.count(Counted::EmptyRoom, reader.line(name));
        }
        let room = Text::single(&reader.name(Some(name))?);
        let frame = Frame { room: Some(room).filter(|room| !room.is_empty()), ..*frame };
        events(reader, outline, node, &frame, 0)?;
    }
    Ok(())
}

/// Events, however many lists and numbered objects stand around them.
fn events<'s>(
    reader: &mut Reader<'s, '_>,
    outline: &mut Outline,
    node: Node<'s>,
    frame: &Frame<'_>,
    depth: u8,
) -> Result<(), Refusal> {
    const OF_AN_EVENT: [&str; 5] = ["title", "guid", "id", "start", "date"];
    let members = reader.source.members(node)?;
    if OF_AN_EVENT.iter().any(|name| members.get(name).is_some()) {
        let event = event(reader, node, &members, frame)?;
        return outline.take(event).map_err(|reason| reader.refusal(node, reason));
    }
    if depth > DEEPEST_ROOMS {
        if !node.is_empty() {
            reader.notes.unknown("rooms/…", reader.line(node));
        }
        return Ok(());
    }
    if let Some(inside) = members.get("events") {
        let room = reader.named(members.get("name"))?;
        let frame = Frame { room: Some(room).filter(|room| !room.is_empty()), ..*frame };
        return events(reader, outline, inside, &frame, depth + 1);
    }
    let inside = reader.source.items(node)?.into_iter().chain(members.each().map(|(_, node)| node));
    for node in inside {
        events(reader, outline, node, frame, depth + 1)?;
    }
    Ok(())
}

fn event<'s>(
    reader: &mut Reader<'s, '_>,
    node: Node<'s>,
    members: &Members<'s>,
    frame: &Frame<'_>,
) -> Result<RawEvent, Refusal> {
    let date = reader.phrase(members.get("date"))?;
    let end = reader.phrase(members.get("end"))?;
    let room_named = reader.named(members.get("room"))?;
    let name = frame.room.as_ref().unwrap_or(&room_named).read(Lang::Zh);
    let hall = frame.halls.get(name).copied().unwrap_or_default();
    Ok(RawEvent {
        day: Some(frame.day),
        seats: hall.seats,
        room_guid: hall.guid,
        room: frame.room.clone(),
        room_named,
        begin: instant::stated_date(&date),
        date,
        start: reader.phrase(members.get("start"))?,
        duration: reader.phrase(members.get("duration"))?,
        until: instant::stated_date(&end),
        end,
        track: reader.named(members.get("track"))?,
        ..event::read(reader, node, members, &mut Introduced::default())?
    })
}
