//! The file as it stands: conference, days and events, nothing understood yet.
//!
//! The zone may stand after the days, so no time can be understood in the first pass. What this keeps is bounded by the
//! file's own size and by [`MOST_RECORDS`]. Wrappers nobody knows are looked through, so that no event is lost in one;
//! inside an event what is not known is passed over and counted.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, Zoned};

use super::XmlTrouble;
use super::event::{self, RawEvent};
use super::instant;
use super::notes::{Counted, Notes};
use super::walker::{Token, Walker};
use crate::{Reason, Refusal};

/// Events and mentions of people beyond this are refused: a file of a hundred megabytes can hold millions of empty ones.
pub(super) const MOST_RECORDS: u32 = 400_000;

#[derive(Default)]
pub(super) struct Outline {
    pub(super) conference: Conference,
    pub(super) days: Vec<Day>,
    pub(super) events: Vec<RawEvent>,
    pub(super) records: u32,
}

/// What the head of a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conference {
    /// What it is called; empty if the file does not say.
    pub title: String,
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
    /// The zone it names, and the line.
    pub zone: Option<(String, u32)>,
    /// Minutes after midnight before which an event belongs to the evening before.
    pub day_change: Option<i64>,
}

/// A `<day>` as it stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Day {
    pub(super) date: Option<Date>,
    pub(super) span: Option<(Timestamp, Timestamp)>,
    /// The offset its start is written in, unless that is UTC, which says nothing about the place.
    pub(super) offset: Option<Offset>,
}

/// Where in the outline an event stands.
#[derive(Debug, Clone, Default)]
struct Frame {
    day: Option<usize>,
    room: Option<String>,
}

impl Outline {
    /// Reads a whole file.
    pub(super) fn read(walker: &mut Walker<'_>, notes: &mut Notes) -> Result<Self, Refusal> {
        let mut outline = Self::default();
        let root = loop {
            match walker.next(notes)? {
                Token::Open(start) => break start.local_name().into_inner().to_owned(),
                Token::Over => return Err(walker.refusal(Reason::UnknownFormat("XML ?".into()))),
                Token::Words(words) if words.trim().is_empty() => {}
                Token::Words(_) | Token::Close => {
                    return Err(walker.refusal(Reason::UnknownFormat("XML ?".into())));
                }
            }
        };
        if root != "schedule" {
            return Err(walker.refusal(Reason::NotASchedule(root.chars().take(60).collect())));
        }

        outline.container(&Frame::default(), walker, notes)?;

        loop {
            match walker.next(notes)? {
                Token::Over => return Ok(outline),
                Token::Words(words) if words.trim().is_empty() => {}
                Token::Words(_) => notes.count(Counted::StrayWords, walker.line()),
                Token::Open(_) | Token::Close => {
                    return Err(walker.refusal(Reason::Broken("</schedule> … <?>".into())));
                }
            }
        }
    }

    /// Reads what stands between the tags of `schedule`, `day`, `room`, or a wrapper nobody knows.
    fn container(
        &mut self,
        frame: &Frame,
        walker: &mut Walker<'_>,
        notes: &mut Notes,
    ) -> Result<(), Refusal> {
        loop {
            let start = match walker.next(notes)? {
                Token::Open(start) => start,
                Token::Close | Token::Over => return Ok(()),
                Token::Words(words) => {
                    if !words.trim().is_empty() {
                        notes.count(Counted::StrayWords, walker.line());
                    }
                    continue;
                }
            };
            match start.local_name().into_inner() {
                "event" => self.event(&start, frame, walker, notes)?,
                "room" => {
                    let [name] = walker.attributes(&start, ["name"], notes);
                    let line = walker.line();
                    let before = self.events.len();
                    let inside = Frame { room: name.filter(|name| !name.is_empty()), ..frame.clone() };
                    self.container(&inside, walker, notes)?;
                    if self.events.len() == before {
                        notes.count(Counted::EmptyRoom, line);
                    }
                }
                "day" => {
                    self.day(&start, walker, notes);
                    let inside = Frame { day: Some(self.days.len() - 1), room: None };
                    self.container(&inside, walker, notes)?;
                }
                "conference" => self.conference(walker, notes)?,
                "generator" | "version" | "url" | "base_url" | "logo" | "color" => walker.skip(notes)?,
                "tracks" => {
                    notes.aside("tracks");
                    walker.skip(notes)?;
                }
                "persons" => {
                    notes.aside("persons");
                    walker.skip(notes)?;
                }
                name => {
                    notes.unknown(name, walker.line());
                    self.container(frame, walker, notes)?;
                }
            }
        }
    }

    fn event<'a>(
        &mut self,
        start: &quick_xml::events::BytesStart<'a>,
        frame: &Frame,
        walker: &mut Walker<'a>,
        notes: &mut Notes,
    ) -> Result<(), Refusal> {
        let mut event = event::read(start, walker, notes)?;
        event.day = frame.day;
        event.room.clone_from(&frame.room);
        let records = 1 + u32::try_from(event.people.len()).unwrap_or(u32::MAX);
        self.records = self.records.saturating_add(records);
        if self.records > MOST_RECORDS {
            return Err(walker.refusal(Reason::TooManyEvents(u64::from(MOST_RECORDS))));
        }
        self.events.push(event);
        Ok(())
    }

    fn day<'a>(
        &mut self,
        start: &quick_xml::events::BytesStart<'a>,
        walker: &mut Walker<'a>,
        notes: &mut Notes,
    ) {
        let line = walker.line();
        let [date, from, to] = walker.attributes(start, ["date", "start", "end"], notes);
        let day = date.as_deref().and_then(instant::date);
        if let (Some(stood), None) = (&date, day) {
            notes.say(line, stood, XmlTrouble::DayUnreadable);
        }
        let (from, to) =
            (from.as_deref().and_then(instant::with_offset), to.as_deref().and_then(instant::with_offset));
        let offset = from.as_ref().map(Zoned::offset).filter(|offset| *offset != Offset::UTC);
        let span = from.zip(to).map(|(from, to)| (from.timestamp(), to.timestamp()));
        self.days.push(Day { date: day, span, offset });
    }

    fn conference(&mut self, walker: &mut Walker<'_>, notes: &mut Notes) -> Result<(), Refusal> {
        loop {
            let start = match walker.next(notes)? {
                Token::Open(start) => start,
                Token::Words(_) => continue,
                Token::Close | Token::Over => return Ok(()),
            };
            let line = walker.line();
            let name = start.local_name().into_inner();
            match name {
                "title" | "acronym" | "venue" | "city" | "start" | "end" | "time_zone_name"
                | "day_change" => {
                    let words = one_line(&walker.words(notes)?);
                    self.conference.note(name, words, line);
                }
                "subtitle" | "days" | "timeslot_duration" | "base_url" | "logo" | "url" | "color"
                | "track" | "tracks" | "description" | "keywords" | "release" => walker.skip(notes)?,
                _ => {
                    notes.unknown(name, line);
                    walker.skip(notes)?;
                }
            }
        }
    }
}

impl Conference {
    fn note(&mut self, name: &str, words: String, line: u32) {
        if words.is_empty() {
            return;
        }
        match name {
            "title" => self.title = words,
            "acronym" => self.acronym = Some(words),
            "venue" => self.venue = Some(words),
            "city" => self.city = Some(words),
            "start" => self.first_day = instant::date(&words),
            "end" => self.last_day = instant::date(&words),
            "time_zone_name" => self.zone = Some((words, line)),
            "day_change" => self.day_change = instant::clock(&words).map(|seconds| seconds / 60),
            _ => {}
        }
    }

    /// Where its events take place, as far as the file says: its house, its city, else itself.
    pub(super) fn place(&self) -> &str {
        self.venue.as_deref().or(self.city.as_deref()).unwrap_or(&self.title)
    }
}

/// Words without line breaks and doubled spaces, as a name or a number is meant.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
