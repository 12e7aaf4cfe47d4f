//! From events as they stand to entries: times, identities, places, and every disagreement on the way.

use std::collections::HashMap;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Text;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::event::RawEvent;
use super::instant::{self, DateStated, Parts, Stated};
use super::notes::{Counted, Notes};
use super::outline::{Conference, Day};
use super::{XmlTrouble, vocabulary};
use crate::assembly::identity;
use crate::entry::{Entry, PlaceStated};

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
    seen: Seen,
    shifts: Shifts,
}

/// Identities met so far, with the line.
#[derive(Default)]
struct Seen {
    ids: HashMap<String, u32>,
    guids: HashMap<Uuid, u32>,
    slugs: HashMap<String, u32>,
}

/// Disagreements, held back until it is known whether they are the same all over the file.
#[derive(Default)]
struct Shifts {
    starts: Vec<Shift>,
    days: Vec<Shift>,
    starts_compared: usize,
    days_compared: usize,
}

struct Shift {
    line: u32,
    by: i64,
    stood: String,
    taken: String,
}

impl<'a> Understanding<'a> {
    pub(super) fn new(
        file: &'a std::sync::Arc<str>,
        conference: &'a Conference,
        days: &'a [Day],
        zone: &'a TimeZone,
        zone_named: bool,
    ) -> Self {
        let stem = identity::stem(file);
        let source = conference.acronym.clone().unwrap_or_else(|| stem.to_owned());
        Self {
            file,
            conference,
            days,
            zone,
            zone_named,
            source,
            seen: Seen::default(),
            shifts: Shifts::default(),
        }
    }

    /// What one event states.
    pub(super) fn entry(&mut self, event: RawEvent, notes: &mut Notes) -> Entry {
        let line = event.line;
        let mut entry = Entry::at(Citation { file: self.file.clone(), spot: Spot::Line(line) });

        if event.title.is_empty() {
            notes.say(line, "", XmlTrouble::NoTitle);
        }
        entry.when = self.when(&event, notes);
        entry.place = self.place(&event, notes);
        self.identify(&event, &mut entry, notes);

        let spoken = vocabulary::languages(&event.language);
        if spoken.unclear {
            notes.say(line, &event.language, XmlTrouble::LanguageUnknown);
        }
        if spoken.codes.len() > 1 {
            notes.count(Counted::SeveralLanguages, line);
        }
        entry.languages = spoken.codes;
        if event.url.starts_with("http://") || event.url.starts_with("https://") {
            entry.link = Some(event.url.clone());
        } else if !event.url.is_empty() {
            notes.say(line, &event.url, XmlTrouble::LinkNotWeb);
        }

        entry.summary = Text::single(&summary(&event));
        entry.title = Text::single(&event.title);
        entry.part = Text::single(&event.track);
        entry.kind = vocabulary::kind(&event.kind);
        entry.people = event.people;
        entry
    }

    /// Says the disagreements that were held back: once, when all are alike, else each.
    pub(super) fn finish(self, notes: &mut Notes) {
        let Shifts { starts, days, starts_compared, days_compared } = self.shifts;
        say_shifts(starts, starts_compared, notes, XmlTrouble::StartsShifted, XmlTrouble::StartDisagrees);
        say_shifts(days, days_compared, notes, XmlTrouble::DaysShifted, XmlTrouble::DayDisagrees);
    }

    fn when(&mut self, event: &RawEvent, notes: &mut Notes) -> Option<festoon_domain::programme::Span> {
        let line = event.line;
        let mut stated = self.stated(event, notes);
        let day = event.day.and_then(|day| self.days.get(day));
        let offset = day.and_then(|day| day.offset).filter(|_| !self.zone_named).map(TimeZone::fixed);
        let zone = offset.as_ref().unwrap_or(self.zone);

        let duration = duration(event, notes);
        let Some(begin) = stated.begin(zone) else {
            notes.say(line, &format!("{} {}", event.date, event.start), XmlTrouble::NoTime);
            return None;
        };
        if !begin.clear {
            notes.say(line, &event.start, XmlTrouble::ClockChange);
        }
        if stated.date.is_none() && stated.start.is_some_and(|start| start >= 86_400) {
            notes.say(line, &event.start, XmlTrouble::StartPastMidnight);
        }
        if let Some(date) = stated.date.take() {
            self.compare(event, &stated, &date, zone, begin.instant);
        }
        instant::span(begin.instant, duration)
    }

    fn stated(&self, event: &RawEvent, notes: &mut Notes) -> Stated {
        let line = event.line;
        let date = instant::stated_date(&event.date);
        if date.is_none() && !event.date.is_empty() {
            notes.say(line, &event.date, XmlTrouble::DateUnreadable);
        }
        let start = instant::clock(&event.start);
        if start.is_none() && !event.start.is_empty() {
            notes.say(line, &event.start, XmlTrouble::StartUnreadable);
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

    /// Notes where `<date>` says otherwise than `<start>` and the day.
    fn compare(
        &mut self,
        event: &RawEvent,
        stated: &Stated,
        date: &DateStated,
        zone: &TimeZone,
        begin: Timestamp,
    ) {
        let local: DateTime = match date {
            // Where neither the file nor anybody named a zone, the offset itself is the best witness of local time.
            DateStated::Instant(instant) if !self.zone_named && instant.offset() != jiff::tz::Offset::UTC => {
                instant.datetime()
            }
            DateStated::Instant(_) => zone.to_datetime(begin),
            DateStated::Local(local) => *local,
            DateStated::Day(day) => {
                let same = stated.day.is_none_or(|listed| listed == *day);
                if !same {
                    self.shifts.days_compared += 1;
                    let taken = zone.to_datetime(begin).date().to_string();
                    self.shifts.days.push(Shift {
                        line: event.line,
                        by: 1,
                        stood: event.date.clone(),
                        taken,
                    });
                }
                return;
            }
        };
        if let Some(by) = stated.start_shift(local) {
            self.shifts.starts_compared += 1;
            if by != 0 {
                let taken = format!("{:02}:{:02}", local.hour(), local.minute());
                self.shifts.starts.push(Shift { line: event.line, by, stood: event.start.clone(), taken });
            }
        }
        if let Some(by) = stated.day_shift(local) {
            self.shifts.days_compared += 1;
            if by != 0 {
                let stood = stated.day.map(|day| day.to_string()).unwrap_or_default();
                let taken = local.date().to_string();
                self.shifts.days.push(Shift { line: event.line, by, stood, taken });
            }
        }
    }

    fn place(&self, event: &RawEvent, notes: &mut Notes) -> PlaceStated {
        let room = match (&event.room, event.room_named.as_str()) {
            (Some(listed), named) => {
                if !named.is_empty() && named != listed {
                    notes.say(event.line, named, XmlTrouble::RoomDisagrees(listed.clone()));
                }
                listed.as_str()
            }
            (None, named) => named,
        };
        if room.is_empty() {
            notes.say(event.line, "", XmlTrouble::NoRoom);
        }
        let venue = self.conference.place();
        if room.is_empty() && venue.is_empty() {
            return PlaceStated::Nowhere;
        }
        PlaceStated::VenueAndRoom(Text::single(venue), Text::single(room))
    }

    fn identify(&mut self, event: &RawEvent, entry: &mut Entry, notes: &mut Notes) {
        let line = event.line;
        let slug = Some(event.slug.clone()).filter(|slug| !slug.is_empty());
        if let Some(slug) = &slug
            && let Some(first) = self.seen.slugs.insert(slug.clone(), line)
        {
            notes.say(line, slug, XmlTrouble::SlugTwice(first));
        }

        let number = event.id.trim_start_matches('0');
        let valid = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        if event.id.is_empty() {
            notes.count(Counted::IdMissing, line);
        } else if !valid {
            notes.say(line, &event.id, XmlTrouble::IdInvalid);
        }
        let id = Some(event.id.clone()).filter(|id| !id.is_empty() && !number.is_empty());
        let mut id_is_new = id.is_some();
        if let Some(id) = &id
            && let Some(first) = self.seen.ids.insert(id.clone(), line)
        {
            notes.say(line, id, XmlTrouble::IdTwice(first));
            id_is_new = false;
        }

        let stated = Uuid::try_parse(&event.guid).ok().filter(|guid| !guid.is_nil());
        if event.guid.is_empty() {
            notes.count(Counted::GuidMissing, line);
        } else if stated.is_none() {
            notes.say(line, &event.guid, XmlTrouble::GuidInvalid);
        }
        let twice = stated.and_then(|guid| self.seen.guids.get(&guid).copied());
        if let Some(first) = twice {
            notes.say(line, &event.guid, XmlTrouble::GuidTwice(first));
        }

        let start = entry.when.map(|when| when.start().to_string()).unwrap_or_default();
        let derived = || match (&id, &slug) {
            (Some(id), _) if id_is_new => identity::derive(&[&self.source, "id", id]),
            (_, Some(slug)) => identity::derive(&[&self.source, "slug", slug]),
            _ => identity::derive(&[&self.source, "title", &event.title, &start]),
        };
        let mut guid = stated.filter(|_| twice.is_none()).unwrap_or_else(derived);
        let mut more = 0_u32;
        while self.seen.guids.contains_key(&guid) {
            more += 1;
            let room = event.room.as_deref().unwrap_or(&event.room_named);
            guid = identity::derive(&[&self.source, &event.title, &start, room, &more.to_string()]);
        }
        self.seen.guids.insert(guid, line);

        entry.guid = Some(guid);
        entry.id = id.filter(|_| id_is_new).or(slug);
    }
}

fn duration(event: &RawEvent, notes: &mut Notes) -> SignedDuration {
    const A_DAY: SignedDuration = SignedDuration::from_hours(24);
    let line = event.line;
    if event.duration.is_empty() {
        notes.say(line, "", XmlTrouble::DurationMissing);
        return SignedDuration::ZERO;
    }
    let Some((duration, parts)) = instant::duration(&event.duration) else {
        notes.say(line, &event.duration, XmlTrouble::DurationUnreadable);
        return SignedDuration::ZERO;
    };
    if duration.is_zero() {
        notes.say(line, &event.duration, XmlTrouble::DurationZero);
    } else if duration >= A_DAY {
        notes.say(line, &event.duration, XmlTrouble::DurationLong);
    } else if parts == Parts::Three {
        notes.say(line, &event.duration, XmlTrouble::DurationOfThreeParts);
    }
    duration
}

/// Subtitle, abstract and description as given; what one says again that another says is left out.
fn summary(event: &RawEvent) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in [&event.subtitle, &event.teaser, &event.description] {
        if part.is_empty() || parts.iter().any(|before| *before == part) {
            continue;
        }
        parts.retain(|before| !part.starts_with(before));
        parts.push(part);
    }
    parts.join("\n\n")
}

fn say_shifts(
    shifts: Vec<Shift>,
    compared: usize,
    notes: &mut Notes,
    all: fn(u32, i64) -> XmlTrouble,
    each: fn(String) -> XmlTrouble,
) {
    const ENOUGH_TO_BE_A_HABIT: usize = 3;
    let habit = shifts.first().map(|first| (first.line, first.by)).filter(|(_, by)| {
        shifts.len() == compared
            && compared >= ENOUGH_TO_BE_A_HABIT
            && shifts.iter().all(|shift| shift.by == *by)
    });
    if let (Some((line, by)), Some(first)) = (habit, shifts.first()) {
        notes.say(line, &first.stood, all(u32::try_from(shifts.len()).unwrap_or(u32::MAX), by));
        return;
    }
    for shift in shifts {
        notes.say(shift.line, &shift.stood, each(shift.taken));
    }
}
