//! From events as they stand to entries: times, identities, places, and every disagreement on the way.

use festoon_domain::programme::{Citation, Spot, State};
use festoon_domain::text::Lang;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::instant::{self, DateStated, Parts, Stated};
use super::notes::{Counted, Notes};
use super::outline::{Conference, Day, RawEvent, web_address};
use super::seen::{Identities, Seen};
use super::zone::Zone;
use super::{ScheduleTrouble, vocabulary};
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
    identities: Identities,
    seen: Seen,
    shifts: Shifts,
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
        zone: &'a Zone,
        identities: Identities,
    ) -> Self {
        let stem = identity::stem(file);
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
            shifts: Shifts::default(),
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
        entry.link = web_address(&event.url).map(str::to_owned);
        if entry.link.is_none() && !event.url.is_empty() {
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
        entry
    }

    /// Says the disagreements that were held back: once, when all are alike, else each.
    pub(super) fn finish(self, notes: &mut Notes) {
        let Shifts { starts, days, starts_compared, days_compared } = self.shifts;
        say_shifts(
            starts,
            starts_compared,
            notes,
            ScheduleTrouble::StartsShifted,
            ScheduleTrouble::StartDisagrees,
        );
        say_shifts(days, days_compared, notes, ScheduleTrouble::DaysShifted, ScheduleTrouble::DayDisagrees);
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
            self.compare(event, &stated, &date, zone, begin.instant);
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
        let room = match (&event.room, &event.room_named) {
            (Some(listed), named) => {
                if !named.is_empty() && named != listed {
                    let taken = listed.read(Lang::Zh).to_owned();
                    notes.say(event.line, named.read(Lang::Zh), ScheduleTrouble::RoomDisagrees(taken));
                }
                listed
            }
            (None, named) => named,
        };
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
        let mut more = 0_u32;
        while self.seen.guids.contains_key(&guid) {
            more += 1;
            let room = event.room.as_ref().unwrap_or(&event.room_named).read(Lang::Zh);
            guid = identity::derive(&[source, title, &start, room, &more.to_string()]);
        }
        self.seen.guids.insert(guid, event.line);

        entry.guid = Some(guid);
        entry.number = known.number;
        entry.slug = known.slug.clone();
        entry.id = known.id.or(known.slug);
    }
}

fn state(event: &RawEvent) -> State {
    let is_marked = |lang| vocabulary::is_marked_cancelled(event.title.wording(lang));
    if Lang::BOTH.into_iter().any(is_marked) { State::Cancelled } else { event.state }
}

/// How long an event takes: as its duration says, else up to its end.
fn length(event: &RawEvent, begin: Option<Timestamp>, zone: &TimeZone, notes: &mut Notes) -> SignedDuration {
    const A_DAY: SignedDuration = SignedDuration::from_hours(24);
    let line = event.line;
    let end = instant::end_of(event.until.as_ref(), zone);
    if end.is_none() && !event.end.is_empty() {
        notes.say(line, &event.end, ScheduleTrouble::EndUnreadable);
    }
    let end = end.zip(begin).map(|(end, begin)| end.duration_since(begin));
    if let Some(backwards) = end.filter(SignedDuration::is_negative) {
        notes.say(line, &event.end, ScheduleTrouble::EndBeforeStart(-backwards.as_mins()));
    }
    let end = end.filter(|length| !length.is_negative());

    let worded = instant::duration(&event.duration);
    if worded.is_none() && !event.duration.is_empty() {
        notes.say(line, &event.duration, ScheduleTrouble::DurationUnreadable);
    }
    let stated = event.length.or(worded.map(|(length, _)| length));
    if let (Some(stated), Some(end)) = (stated, end)
        && stated != end
    {
        notes.say(line, &event.end, ScheduleTrouble::EndDisagrees(stated.as_mins()));
    }
    let Some(length) = stated.or(end) else {
        if event.duration.is_empty() && event.end.is_empty() {
            notes.say(line, "", ScheduleTrouble::DurationMissing);
        }
        return SignedDuration::ZERO;
    };

    let stood = if event.duration.is_empty() { &event.end } else { &event.duration };
    if length.is_zero() {
        notes.say(line, stood, ScheduleTrouble::DurationZero);
    } else if length >= A_DAY && event.length.is_none() && !matches!(event.until, Some(DateStated::Day(_))) {
        notes.say(line, stood, ScheduleTrouble::DurationLong);
    } else if worded.is_some_and(|(_, parts)| parts == Parts::Three) {
        notes.say(line, stood, ScheduleTrouble::DurationOfThreeParts);
    }
    length
}

fn say_shifts(
    shifts: Vec<Shift>,
    compared: usize,
    notes: &mut Notes,
    all: fn(u32, i64) -> ScheduleTrouble,
    each: fn(String) -> ScheduleTrouble,
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
