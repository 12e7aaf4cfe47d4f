//! schedule.json, version 1, as c3voc's schema has it and stricter: what its readers die of is not written.
//!
//! One file a language, with the same numbers and guids in both; one entry a day. The schema is
//! <https://c3voc.de/schedule/schema.json>, draft 6. Licences and permissions to record are not said, because nobody here
//! knows them. Costs the whole document in memory, some two kilobytes an entry.

mod event;
mod head;

use std::collections::BTreeMap;

use festoon_domain::programme::Programme;
use serde::Serialize;

use self::event::{Event, Writer};
use self::head::{Generator, Room, Track};
use super::agenda::{Agenda, Day, GRID, Slot};
use super::{Asked, Losses, Page, Unwritable, account, json_text, moments};

pub(super) fn write(
    programme: &Programme,
    asked: &Asked,
    losses: &mut Losses,
) -> Result<Vec<u8>, Unwritable> {
    let agenda = Agenda::of(programme, asked, losses)?;
    let rooms = head::rooms(programme, &agenda, asked.lang, losses);
    let mut writer = Writer::new(programme, asked, losses);
    let days: Vec<DayListed<'_>> =
        (1..).zip(&agenda.days).map(|(index, day)| DayListed::of(index, day, &agenda, &mut writer)).collect();
    let tracks = writer.tracks();

    let base_url = account::base_url(programme, asked, losses);
    let site = || programme.week.site.as_deref().and_then(account::web);
    let conference = Conference {
        acronym: &agenda.acronym,
        title: account::title_of_week(programme, asked.lang, losses),
        description: account::notices(asked, losses),
        start: days.first().map(|day| day.date.clone()).unwrap_or_default(),
        end: days.last().map(|day| day.date.clone()).unwrap_or_default(),
        days_count: days.len(),
        timeslot_duration: GRID,
        time_zone_name: agenda.zone_name().filter(|name| head::schema_takes(name)),
        url: asked.address(Page::Week).or_else(site),
        tracks,
        rooms,
        days,
    };
    let document = Document {
        schema: "https://c3voc.de/schedule/schema.json",
        generator: Generator::festoon(),
        schedule: Schedule { version: asked.issue.number.to_string(), base_url, conference },
    };
    Ok(json_text::bytes(&document))
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    generator: Generator,
    schedule: Schedule<'a>,
}

#[derive(Serialize)]
struct Schedule<'a> {
    version: String,
    base_url: String,
    conference: Conference<'a>,
}

#[derive(Serialize)]
struct Conference<'a> {
    acronym: &'a str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    start: String,
    end: String,
    #[serde(rename = "daysCount")]
    days_count: usize,
    timeslot_duration: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_zone_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    tracks: Vec<Track>,
    rooms: Vec<Room>,
    days: Vec<DayListed<'a>>,
}

#[derive(Serialize)]
struct DayListed<'a> {
    index: usize,
    date: String,
    day_start: String,
    day_end: String,
    rooms: BTreeMap<&'a str, Vec<Event>>,
}

impl<'a> DayListed<'a> {
    fn of(index: usize, day: &Day, agenda: &'a Agenda, writer: &mut Writer<'_>) -> Self {
        let mut in_hall = |(hall, slots): &(usize, Vec<Slot>)| {
            let name = agenda.halls[*hall].name.as_str();
            (name, slots.iter().map(|slot| writer.event(slot, name)).collect())
        };
        Self {
            index,
            date: day.date.to_string(),
            day_start: moments::exact(&day.begin),
            day_end: moments::exact(&day.end),
            rooms: day.halls.iter().map(&mut in_hall).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
