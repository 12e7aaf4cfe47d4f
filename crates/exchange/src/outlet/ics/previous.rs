//! The feed before: what subscribers have, so that only what changed says so.
//!
//! Read from the bytes that were published, which makes them the only memory there is; a feed of another program is none.
//! Costs its own size in memory.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::content::{self, File};
use super::zone::{self, Clock};
use crate::outlet::Issue;
use crate::schedule::ics::{Lines, PRODUCT};

/// What remains of an event that is gone: enough to cross it out, nothing that somebody may have wanted gone.
const KEPT: [&str; 7] = ["UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "CLASS"];

/// A feed of ours as it was published last.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    head: Vec<String>,
    modified: Option<String>,
    events: HashMap<Uuid, Known>,
    order: Vec<Uuid>,
}

/// When something was written and how often it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamps {
    written: String,
    pub(super) modified: String,
    sequence: u32,
}

/// An event: its lines without its stamps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    lines: Vec<String>,
    stamps: Stamps,
}

impl Stamps {
    /// Those of something that is new in an issue.
    pub(super) fn of(issue: Issue) -> Self {
        let at = zone::utc(issue.at);
        Self { written: at.clone(), modified: at, sequence: issue.number }
    }

    /// Those of something that changed in an issue: above what it was, and not below the issue's number, so that whoever
    /// counts the issues may lose the feed before without going back.
    fn raised(&self, issue: &Self) -> Self {
        Self { sequence: self.sequence.saturating_add(1).max(issue.sequence), ..issue.clone() }
    }
}

impl Previous {
    /// Reads a feed; nothing if it is not one of ours.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut previous = Self::default();
        let mut is_ours = false;
        let mut open: Vec<String> = Vec::new();
        let mut lines = Vec::new();
        for (_, line) in Lines::of(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            let line = String::from_utf8_lossy(&line).into_owned();
            let (name, value) = parts(&line);
            match name {
                "BEGIN" => open.push(value.to_owned()),
                "END" => {
                    if open.pop().as_deref() == Some("VEVENT") {
                        previous.take(std::mem::take(&mut lines));
                    }
                }
                _ => match open.last().map(String::as_str) {
                    Some("VEVENT") => lines.push(line),
                    Some("VCALENDAR") if name == "LAST-MODIFIED" => previous.modified = stamp(value),
                    Some("VCALENDAR") => {
                        is_ours |= name == "PRODID" && value.starts_with(PRODUCT);
                        previous.head.push(line);
                    }
                    _ => {}
                },
            }
        }
        is_ours.then_some(previous)
    }

    fn take(&mut self, lines: Vec<String>) {
        let of = |name: &str| lines.iter().map(|line| parts(line)).find(|(known, _)| *known == name);
        let value = |name: &str| of(name).map(|(_, value)| value);
        let guid =
            value("UID").and_then(|uid| uid.split('@').next()).and_then(|guid| Uuid::try_parse(guid).ok());
        let (Some(guid), Some(written)) = (guid, value("DTSTAMP").and_then(stamp)) else { return };
        let modified = value("LAST-MODIFIED").and_then(stamp).unwrap_or_else(|| written.clone());
        let sequence = value("SEQUENCE").and_then(|number| number.parse().ok()).unwrap_or(0);
        let is_stamp = |line: &String| matches!(parts(line).0, "DTSTAMP" | "LAST-MODIFIED" | "SEQUENCE");
        let lines = lines.into_iter().filter(|line| !is_stamp(line)).collect();
        let known = Known { lines, stamps: Stamps { written, modified, sequence } };
        if self.events.insert(guid, known).is_none() {
            self.order.push(guid);
        }
    }

    /// Whether it is a feed of the same week in the same language, by what the head of a new one says.
    pub(super) fn precedes(&self, head: &[String]) -> bool {
        let identity = |lines: &[String]| {
            let uid = lines.iter().map(|line| parts(line)).find(|(name, _)| *name == "UID");
            uid.map(|(_, uid)| uid.split('@').next().unwrap_or_default().to_owned())
        };
        identity(&self.head) == identity(head)
    }

    pub(super) fn event(&self, guid: Uuid) -> Option<&Known> {
        self.events.get(&guid)
    }

    /// What subscribers have and the programme has not, in the order of the feed.
    pub(super) fn gone<'a>(&'a self, there: &'a HashSet<Uuid>) -> impl Iterator<Item = &'a Known> {
        self.order.iter().filter(|guid| !there.contains(guid)).map(|guid| &self.events[guid])
    }

    /// Whether a feed with this head and these events differs from this one.
    pub(super) fn changed(&self, head: &[String], told: &[Known]) -> bool {
        let same = |known: &Known| known.guid().is_some_and(|guid| self.events.get(&guid) == Some(known));
        head != self.head || told.len() != self.order.len() || !told.iter().all(same)
    }

    pub(super) fn modified(&self) -> Option<&String> {
        self.modified.as_ref()
    }
}

impl Known {
    /// An event of the programme: with the stamps it had if it says what it said.
    pub(super) fn told(lines: Vec<String>, before: Option<&Self>, issue: &Stamps) -> Self {
        let stamps = match before {
            None => issue.clone(),
            Some(before) if before.lines == lines => before.stamps.clone(),
            Some(before) => before.stamps.raised(issue),
        };
        Self { lines, stamps }
    }

    /// The event as one that does not take place: it stays, because an app that only finds it gone may keep its ghost.
    pub(super) fn called_off(&self, clock: &Clock, issue: &Stamps) -> Self {
        let kept = |line: &&String| KEPT.contains(&parts(line).0);
        let mut lines: Vec<String> = self.lines.iter().filter(kept).map(|line| zoned(line, clock)).collect();
        lines.push(content::value("STATUS", "CANCELLED"));
        lines.push(content::value("TRANSP", "TRANSPARENT"));
        Self::told(lines, Some(self), issue)
    }

    pub(super) fn uid(&self) -> &str {
        self.lines
            .iter()
            .map(|line| parts(line))
            .find(|(name, _)| *name == "UID")
            .map_or("", |(_, value)| value)
    }

    fn guid(&self) -> Option<Uuid> {
        Uuid::try_parse(self.uid().split('@').next().unwrap_or_default()).ok()
    }

    /// When it begins.
    pub(super) fn start(&self) -> Option<Timestamp> {
        instant(self.lines.iter().find(|line| parts(line).0 == "DTSTART")?)
    }

    /// Where it stands in a feed: by its begin.
    pub(super) fn order(&self) -> (Option<Timestamp>, &str) {
        (self.start(), self.uid())
    }

    pub(super) fn write(&self, file: &mut File) {
        file.line("BEGIN:VEVENT");
        for (place, line) in self.lines.iter().enumerate() {
            file.line(line);
            if place == 0 {
                file.line(&content::value("DTSTAMP", &self.stamps.written));
                file.line(&content::value("LAST-MODIFIED", &self.stamps.modified));
                file.line(&content::value("SEQUENCE", &self.stamps.sequence.to_string()));
            }
        }
        file.line("END:VEVENT");
    }
}

/// The name of a content line of ours, and what stands behind its colon. None of our parameters has one.
fn parts(line: &str) -> (&str, &str) {
    let name = line.find([';', ':']).map_or(line, |end| &line[..end]);
    (name, line.split_once(':').map_or("", |(_, value)| value))
}

fn stamp(value: &str) -> Option<String> {
    let is_stamp = value.ends_with('Z') && instant(&content::value("DTSTAMP", value)).is_some();
    is_stamp.then(|| value.to_owned())
}

/// The instant of `DTSTART;TZID=Asia/Shanghai:20210621T093000`, or of one with a Z.
fn instant(line: &str) -> Option<Timestamp> {
    let (head, value) = line.split_once(':')?;
    let local = DateTime::strptime("%Y%m%dT%H%M%S", value.trim_end_matches('Z')).ok()?;
    let zone = match head.split_once(";TZID=") {
        Some((_, name)) => TimeZone::get(name).ok()?,
        None => TimeZone::UTC,
    };
    zone.to_timestamp(local).ok()
}

/// A time in a zone that the feed does not define any more, in UTC; any other line as it is.
fn zoned(line: &str, clock: &Clock) -> String {
    let elsewhere = line.split_once(':').and_then(|(head, _)| head.split_once(";TZID="));
    match (elsewhere, instant(line)) {
        (Some((property, name)), Some(at)) if name != clock.name() => {
            content::value(property, &zone::utc(at))
        }
        _ => line.to_owned(),
    }
}
