//! From events as they stand to entries: times, identities, places, and every disagreement on the way.

use festoon_domain::programme::{Citation, Spot, State};
use festoon_domain::text::Lang;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use uuid::Uuid;

use super::disagreements::Disagreements;
use super::instant::{self, DateStated, Stated};
use super::length::length;
use super::notes::{Counted, Notes};
use super::outline::{Conference, Day, RawEvent, web_address};
use super::seen::{Identities, Seen};
use super::zone::Zone;
use super::{ScheduleTrouble, vocabulary};
use crate::assembly::identity;
use crate::entry::{Entry, PlaceStated};
use crate::outlet::account::is_stand_in;

/// What all events of a file share.
pub(super) struct Understanding<'a> {
    pub(super) file: &'a std::sync::Arc<str>,
    pub(super) conference: &'a Conference,
    pub(super) days: &'a [Day],
    /// The zone for times without an offset, unless the day has one of its own.
    pub(super) zone: &'a TimeZone,
    /// Whether the file itself names that zone.
    pub(super) zone_named: bool,
    /// What identities are derived from: the acronym, else the file's name.
    pub(super) source: String,
    identities: Identities,
    seen: Seen,
    disagreements: Disagreements,
}

impl<'a> Understanding<'a> {
    pub(super) fn new(
        file: &'a std::sync::Arc<str>,
        conference: &'a Conference,
        days: &'a [Day],
        zone: &'a Zone,
        identities: Identities,
    ) -> Self {
        // A name with folders only tells two files apart that were given together.
        let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = identity::stem(base);
        let source = match identities {
            // The same wherever the calendar was saved.
            Identities::Uid => "uid".to_owned(),
            _ => conference.acronym.clone().unwrap_or_else(|| stem.to_owned()),
        };
        Self {
            file,
            conference,
            days,
            zone: &zone.zone,
            zone_named: zone.is_named(),
            source,
            identities,
            seen: Seen::default(),
            disagreements: Disagreements::default(),
        }
    }

    /// What one event states.
    pub(super) fn entry(&mut self, event: RawEvent, notes: &mut Notes) -> Entry {
        let line = event.line;
        let mut entry = Entry::at(Citation { file: self.file.clone(), spot: Spot::Line(line) });

        if event.title.is_empty() {
            notes.say(line, "", ScheduleTrouble::NoTitle);
        }
        entry.when = self.when(&event, notes);
        entry.place = self.place(&event, notes);
        self.identify(&event, &mut entry, notes);

        let spoken = vocabulary::languages(&event.language);
        if spoken.unclear {
            notes.say(line, &event.language, ScheduleTrouble::LanguageUnknown);
        }
        if spoken.codes.len() > 1 {
            notes.count(Counted::SeveralLanguages, line);
        }
        entry.languages = spoken.codes;
        let address = web_address(&event.url);
        // What stood in for an address when the file was written says nothing when it is read.
        entry.link = address.filter(|address| !is_stand_in(address)).map(str::to_owned);
        if address.is_none() && !event.url.is_empty() {
            notes.say(line, &event.url, ScheduleTrouble::LinkNotWeb);
        }

        entry.state = state(&event);
        entry.title = vocabulary::without_mark(&event.title);
        entry.subtitle = event.subtitle;
        entry.summary = event.teaser;
        entry.description = event.description;
        entry.part = event.track;
        entry.kind = vocabulary::kind(&event.kind);
        entry.references = event.references;
        entry.people = event.people;
        entry.seats = event.seats;
        entry.room_guid = event.room_guid;
        entry
    }

    /// Says the disagreements that were held back: once, when all are alike, else each.
    pub(super) fn finish(self, notes: &mut Notes) {
        self.disagreements.say(notes);
    }

    fn when(&mut self, event: &RawEvent, notes: &mut Notes) -> Option<festoon_domain::programme::Span> {
        let line = event.line;
        let mut stated = self.stated(event, notes);
        let day = event.day.and_then(|day| self.days.get(day));
        let offset = day.and_then(|day| day.offset).filter(|_| !self.zone_named).map(TimeZone::fixed);
        let zone = offset.as_ref().unwrap_or(self.zone);

        let begin = stated.begin(zone);
        let length = length(event, begin.as_ref().map(|begin| begin.instant), zone, notes);
        let Some(begin) = begin else {
            notes.say(line, &format!("{} {}", event.date, event.start), ScheduleTrouble::NoTime);
            return None;
        };
        if !begin.clear {
            notes.say(line, &event.start, ScheduleTrouble::ClockChange);
        }
        if stated.date.is_none() && stated.start.is_some_and(|start| start >= 86_400) {
            notes.say(line, &event.start, ScheduleTrouble::StartPastMidnight);
        }
        if let Some(date) = stated.date.take() {
            let local = self.local(&date, zone, begin.instant);
            self.disagreements.compare(event, &stated, &date, local, notes);
        }
        instant::span(begin.instant, length)
    }

    fn stated(&self, event: &RawEvent, notes: &mut Notes) -> Stated {
        let line = event.line;
        let date = event.begin.clone();
        if date.is_none() && !event.date.is_empty() {
            notes.say(line, &event.date, ScheduleTrouble::DateUnreadable);
        }
        let start = instant::clock(&event.start);
        if start.is_none() && !event.start.is_empty() {
            notes.say(line, &event.start, ScheduleTrouble::StartUnreadable);
        }
        let day = event.day.and_then(|day| self.days.get(day));
        Stated {
            date,
            start,
            day: day.and_then(|day| day.date),
            day_span: day.and_then(|day| day.span),
            day_change: self.conference.day_change,
        }
    }

    /// The time of day a date means where the event takes place.
    fn local(&self, date: &DateStated, zone: &TimeZone, begin: Timestamp) -> DateTime {
        match date {
            // Where neither the file nor anybody named a zone, the offset itself is the best witness of local time.
            DateStated::Instant(instant) if !self.zone_named && instant.offset() != Offset::UTC => {
                instant.datetime()
            }
            DateStated::Local(local) => *local,
            DateStated::Instant(_) | DateStated::Day(_) => zone.to_datetime(begin),
        }
    }

    fn place(&self, event: &RawEvent, notes: &mut Notes) -> PlaceStated {
        let room = match (&event.room, &event.room_named) {
            (Some(listed), named) => {
                if !named.is_empty() && named != listed {
                    let taken = listed.read(Lang::Zh).to_owned();
                    notes.say(event.line, named.read(Lang::Zh), ScheduleTrouble::RoomDisagrees(taken));
                }
                listed
            }
            (None, named) => {
                if !named.is_empty() && self.identities == Identities::GuidAndNumber {
                    notes.count(Counted::NoRoomLevel, event.line);
                }
                named
            }
        };
        if Lang::BOTH.into_iter().any(|lang| vocabulary::is_unsettled(room.wording(lang))) {
            return PlaceStated::Nowhere;
        }
        if room.is_empty() {
            notes.say(event.line, "", ScheduleTrouble::NoRoom);
        }
        let venue = self.conference.place();
        if room.is_empty() && venue.is_empty() {
            return PlaceStated::Nowhere;
        }
        PlaceStated::VenueAndRoom(venue, room.clone())
    }

    fn identify(&mut self, event: &RawEvent, entry: &mut Entry, notes: &mut Notes) {
        let start = entry.when.map(|when| when.start().to_string()).unwrap_or_default();
        let known = self.seen.meet(event, self.identities, notes);
        let stated = Uuid::try_parse(&event.guid).ok().filter(|guid| !guid.is_nil());
        let stated = stated.or_else(|| known.guid_in_id(self.identities));
        let twice = stated.and_then(|guid| self.seen.guids.get(&guid).copied());
        if let Some(first) = twice {
            notes.say(event.line, &event.guid, ScheduleTrouble::GuidTwice(first));
        }

        let source = self.source.as_str();
        let title = event.title.read(Lang::Zh);
        let derived = || match (&known.id, &known.slug) {
            // What is no UUID identifies all the same.
            _ if stated.is_none() && known.guid_is_new => identity::derive(&[source, "guid", &event.guid]),
            (Some(id), _) => identity::derive(&[source, "id", id]),
            (None, Some(slug)) => identity::derive(&[source, "slug", slug]),
            (None, None) => identity::derive(&[source, "title", title, &start]),
        };
        let mut guid = stated.filter(|_| twice.is_none()).unwrap_or_else(derived);
        if self.seen.guids.contains_key(&guid) {
            let room = event.room.as_ref().unwrap_or(&event.room_named).read(Lang::Zh);
            // Counted on from the last event that was the same, so that a thousand of them are not compared in pairs.
            let same = identity::derive(&[source, title, &start, room]);
            let more = self.seen.repeats.entry(same).or_default();
            while self.seen.guids.contains_key(&guid) {
                *more += 1;
                guid = identity::derive(&[source, title, &start, room, &more.to_string()]);
            }
        }
        self.seen.guids.insert(guid, event.line);

        entry.guid = Some(guid);
        entry.number = known.number;
        entry.slug.clone_from(&known.slug);
        entry.id = known.id.or(known.slug);
    }
}

fn state(event: &RawEvent) -> State {
    let is_marked = |lang| vocabulary::is_marked_cancelled(event.title.wording(lang));
    if Lang::BOTH.into_iter().any(is_marked) { State::Cancelled } else { event.state }
}

#[cfg(test)]
mod tests;
