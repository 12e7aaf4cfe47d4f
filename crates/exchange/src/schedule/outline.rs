//! A schedule as its file has it: the head, days and events, nothing understood yet.
//!
//! Every format fills the same outline, so that instants, identities and places are decided by one rule
//! (`understanding.rs`) whatever the file. What is not there is empty.

use std::collections::BTreeMap;

use festoon_domain::programme::{Reference, State};
use festoon_domain::text::{Lang, Text};
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::instant::DateStated;
use crate::Reason;
use crate::entry::PersonStated;

/// Events beyond this are refused: a file of a hundred megabytes can hold millions of empty ones.
pub(super) const MOST_EVENTS: u32 = 130_000;
/// Texts beyond these bytes are refused: twice what the largest file can hold by itself.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// Events and mentions of people beyond this are refused together.
pub(super) const MOST_RECORDS: u32 = 400_000;

#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) conference: Conference,
    pub(super) days: Vec<Day>,
    pub(super) events: Vec<RawEvent>,
    records: u32,
    bytes: u64,
}

/// What the head of a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conference {
    /// What it is called; empty if the file does not say.
    pub title: Text,
    /// Its short name in addresses.
    pub acronym: Option<String>,
    /// Its house.
    pub venue: Option<String>,
    /// Its city.
    pub city: Option<String>,
    /// Its first day.
    pub first_day: Option<Date>,
    /// Its last day.
    pub last_day: Option<Date>,
    /// Where it is published: an http(s) address.
    pub site: Option<String>,
    /// The zone it names, and the line.
    pub zone: Option<(String, u32)>,
    /// Minutes after midnight before which an event belongs to the evening before.
    pub day_change: Option<i64>,
}

/// A day as it stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Day {
    pub(super) date: Option<Date>,
    pub(super) span: Option<(Timestamp, Timestamp)>,
    /// The offset its start is written in, unless that is UTC, which says nothing about the place.
    pub(super) offset: Option<Offset>,
}

/// An event, its words not understood yet.
#[derive(Debug, Default, Clone)]
pub(super) struct RawEvent {
    pub(super) line: u32,
    pub(super) day: Option<usize>,
    /// The room it is listed under.
    pub(super) room: Option<Text>,
    /// That room's identity.
    pub(super) room_guid: Option<Uuid>,
    /// The room it names.
    pub(super) room_named: Text,
    pub(super) id: String,
    pub(super) guid: String,
    pub(super) slug: String,
    pub(super) title: Text,
    pub(super) subtitle: Text,
    pub(super) teaser: Text,
    pub(super) description: Text,
    /// The begin as it stood, and as far as it could be read.
    pub(super) date: String,
    pub(super) begin: Option<DateStated>,
    /// The time of day, where it stands apart.
    pub(super) start: String,
    /// The duration as it stood.
    pub(super) duration: String,
    /// The end as it stood, and as far as it could be read.
    pub(super) end: String,
    pub(super) until: Option<DateStated>,
    /// A length that the format itself states without words: whole days.
    pub(super) length: Option<SignedDuration>,
    pub(super) track: Text,
    pub(super) kind: String,
    pub(super) language: String,
    pub(super) url: String,
    pub(super) references: Vec<Reference>,
    pub(super) people: Vec<PersonStated>,
    pub(super) state: State,
    /// Seats of the room, where the file says so.
    pub(super) seats: Option<u32>,
}

impl Outline {
    /// The line of the first event whose time stands without an offset, its day's included.
    pub(super) fn first_without_offset(&self) -> Option<u32> {
        let floats = |event: &&RawEvent| {
            !matches!(event.begin, Some(DateStated::Instant(_)))
                && event.day.and_then(|day| self.days.get(day)).is_none_or(|day| day.offset.is_none())
        };
        self.events.iter().find(floats).map(|event| event.line)
    }

    /// The offset that most times are written in, unless that is UTC.
    pub(super) fn usual_offset(&self) -> Option<Offset> {
        let mut counts: BTreeMap<Offset, usize> = BTreeMap::new();
        for event in &self.events {
            if let Some(DateStated::Instant(begin)) = &event.begin {
                *counts.entry(begin.offset()).or_default() += 1;
            }
        }
        let usual = counts.into_iter().max_by_key(|(_, count)| *count);
        usual.map(|(offset, _)| offset).filter(|offset| *offset != Offset::UTC)
    }

    /// Takes an event, unless the file holds more than any schedule does.
    pub(super) fn take(&mut self, event: RawEvent) -> Result<(), Reason> {
        let records = 1 + u32::try_from(event.people.len()).unwrap_or(u32::MAX);
        self.records = self.records.saturating_add(records);
        // A series says its whole text again with every time, so that a small file can hold gigabytes.
        self.bytes = self.bytes.saturating_add(event.bytes());
        if self.bytes > MOST_BYTES {
            return Err(Reason::Bomb(MOST_BYTES));
        }
        if self.events.len() >= MOST_EVENTS as usize {
            return Err(Reason::TooManyEvents(u64::from(MOST_EVENTS)));
        }
        if self.records > MOST_RECORDS {
            return Err(Reason::TooManyEvents(u64::from(MOST_RECORDS)));
        }
        self.events.push(event);
        Ok(())
    }
}

impl RawEvent {
    /// How much its texts take.
    fn bytes(&self) -> u64 {
        let texts = [&self.title, &self.subtitle, &self.teaser, &self.description];
        let all = texts.iter().flat_map(|text| Lang::BOTH.map(|lang| text.wording(lang).len()));
        u64::try_from(all.sum::<usize>()).unwrap_or(u64::MAX)
    }
}

impl Conference {
    /// Where its events take place, as far as the file says: its house, its city, else itself.
    pub(super) fn place(&self) -> Text {
        match self.venue.as_deref().or(self.city.as_deref()) {
            Some(place) => Text::single(place),
            None => self.title.clone(),
        }
    }
}

/// Words without line breaks and doubled spaces, as a name or a number is meant.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An http(s) address, or nothing.
pub(super) fn web_address(words: &str) -> Option<&str> {
    let words = words.trim();
    let scheme = words.get(..8).unwrap_or(words).to_ascii_lowercase();
    let is_web = scheme.starts_with("http://") || scheme.starts_with("https://");
    (is_web && !words.contains(|c: char| c.is_whitespace() || c.is_control())).then_some(words)
}
