//! The markup as an outline: conference, days and events.
//!
//! The zone may stand after the days, so no time can be understood in the first pass. What this keeps is bounded by the
//! file's own size and by [`MOST_RECORDS`]. Wrappers nobody knows are looked through, so that no event is lost in one;
//! inside an event what is not known is passed over and counted.

use festoon_domain::text::Text;
use jiff::Zoned;
use jiff::tz::Offset;
use uuid::Uuid;

use super::event;
use super::walker::{Token, Walker};
use crate::schedule::ScheduleTrouble;
use crate::schedule::instant;
use crate::schedule::notes::{Counted, Notes};
use crate::schedule::outline::{Conference, Day, Outline, one_line, web_address};
use crate::{Reason, Refusal};

/// Where in the outline an event stands.
#[derive(Debug, Clone, Default)]
struct Frame {
    day: Option<usize>,
    room: Option<Text>,
    room_guid: Option<Uuid>,
}

impl Outline {
    /// Reads a whole file.
    pub(super) fn of_markup(walker: &mut Walker<'_>, notes: &mut Notes) -> Result<Self, Refusal> {
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
                    let [name, guid] = walker.attributes(&start, ["name", "guid"], notes);
                    let room_guid = guid.and_then(|guid| Uuid::try_parse(&guid).ok());
                    let line = walker.line();
                    let before = self.events.len();
                    let inside = Frame {
                        room_guid,
                        room: name.filter(|name| !name.is_empty()).map(|name| Text::single(&name)),
                        ..frame.clone()
                    };
                    self.container(&inside, walker, notes)?;
                    if self.events.len() == before {
                        notes.count(Counted::EmptyRoom, line);
                    }
                }
                "day" => {
                    self.day(&start, walker, notes);
                    let inside = Frame { day: Some(self.days.len() - 1), ..Frame::default() };
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
        event.room_guid = frame.room_guid;
        self.take(event).map_err(|reason| walker.refusal(reason))
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
            notes.say(line, stood, ScheduleTrouble::DayUnreadable);
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
                | "day_change" | "base_url" => {
                    let words = one_line(&walker.words(notes)?);
                    self.conference.note(name, words, line);
                }
                "subtitle" | "days" | "timeslot_duration" | "logo" | "url" | "color" | "track" | "tracks"
                | "description" | "keywords" | "release" => walker.skip(notes)?,
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
            "title" => self.title = Text::single(&words),
            "base_url" => self.site = web_address(&words).map(str::to_owned),
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
}
