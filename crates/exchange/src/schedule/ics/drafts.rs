//! From drafts to events: zones looked up, series followed, changed times of a series in their place.
//!
//! All of that needs the whole file: a zone may be defined after the event that names it, and a change stands beside the
//! series it is of.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use festoon_domain::programme::{Spot, State};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};

use super::event::{Draft, Purpose};
use super::moment::{self, Moment};
use super::recurrence::{Rule, Times};
use super::zones::Zones;
use crate::schedule::ScheduleTrouble;
use crate::schedule::instant::DateStated;
use crate::schedule::notes::{Counted, Notes};
use crate::schedule::outline::{Conference, Outline, RawEvent};
use crate::{Reason, Refusal};

/// A file's calendars, read but not understood.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    pub(super) conference: Conference,
    pub(super) zones: Zones,
    drafts: Vec<Draft>,
}

/// By what two statements of one time are known to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Same {
    Instant(Timestamp),
    Local(DateTime),
}

impl Same {
    fn of(stated: &DateStated) -> Self {
        match stated {
            DateStated::Instant(instant) => Self::Instant(instant.timestamp()),
            DateStated::Local(local) => Self::Local(*local),
            DateStated::Day(day) => Self::Local(day.to_datetime(Time::midnight())),
        }
    }
}

/// The times of a series that stand by themselves, by the series' UID.
type Changed = HashMap<String, HashSet<Same>>;

impl Calendar {
    pub(super) fn take(&mut self, mut draft: Draft, purpose: Purpose) {
        if purpose == Purpose::Cancellation {
            draft.event.state = State::Cancelled;
        }
        self.drafts.push(draft);
    }

    /// Every event at its time.
    pub(super) fn outline(mut self, file: &Arc<str>, notes: &mut Notes) -> Result<Outline, Refusal> {
        let mut changed = Changed::new();
        for draft in &self.drafts {
            let instance = draft.instance.as_ref().and_then(|moment| moment.stated(&mut self.zones, notes));
            if let Some(instance) = instance {
                changed.entry(draft.event.id.clone()).or_default().insert(Same::of(&instance));
            }
        }

        let mut outline = Outline::default();
        outline.conference = self.conference;
        for draft in self.drafts {
            let line = draft.event.line;
            let refuse = |reason| Refusal { file: Arc::clone(file), spot: Spot::Line(line), reason };
            draft.happen(&changed, &mut self.zones, &mut outline, notes).map_err(refuse)?;
        }
        // Where nothing floats, the one zone that all times name is the place's, which the report's days are said in.
        if outline.conference.zone.is_none() && outline.first_without_offset().is_none() {
            outline.conference.zone = self.zones.only().map(|name| (name, 1));
        }
        Ok(outline)
    }
}

impl Draft {
    /// Puts the event, or each time of the series, into the outline.
    fn happen(
        mut self,
        changed: &Changed,
        zones: &mut Zones,
        outline: &mut Outline,
        notes: &mut Notes,
    ) -> Result<(), Reason> {
        self.state_times(zones, notes);
        if let Some(instance) = &self.instance {
            let original = instance.stated(zones, notes);
            let word = original.as_ref().map_or_else(|| instance.words.clone(), word);
            instance_identity(&mut self.event, &word);
            return outline.take(settled(self.event));
        }
        let Some(times) = self.times(zones, notes) else { return outline.take(settled(self.event)) };

        let empty = HashSet::new();
        let changed = changed.get(&self.event.id).unwrap_or(&empty);
        let not: Vec<DateStated> = self.not.iter().filter_map(|moment| moment.stated(zones, notes)).collect();
        let days: HashSet<_> = self.not.iter().filter_map(Moment::day).collect();
        let not: HashSet<Same> = not.iter().map(Same::of).collect();
        let is_off = |time: &DateStated| {
            let same = Same::of(time);
            not.contains(&same) || changed.contains(&same) || days.contains(&local(time).date())
        };
        for time in times.iter().filter(|time| !is_off(time)) {
            outline.take(settled(self.event_at(time)))?;
        }
        Ok(())
    }

    /// Begin, end and length as they stand.
    fn state_times(&mut self, zones: &mut Zones, notes: &mut Notes) {
        let event = &mut self.event;
        if let Some(start) = &self.start {
            event.date.clone_from(&start.words);
            event.begin = start.stated(zones, notes);
        }
        if let Some(end) = &self.end {
            event.end.clone_from(&end.words);
            event.until = end.stated(zones, notes);
        }
        event.duration = self.duration.trim().to_owned();
        if !event.end.is_empty() && !event.duration.is_empty() {
            notes.count(Counted::EndAndDuration, event.line);
        }
        let length = moment::duration(&event.duration);
        let Some(DateStated::Day(day)) = event.begin else {
            if let Some(length) = length {
                event.duration = moment::plain(length);
            }
            return;
        };

        notes.count(Counted::WholeDay, event.line);
        match (length, &event.until) {
            (None, None) if event.duration.is_empty() => event.until = days_after(day, 1),
            // Counted in days, because a day on which clocks change is no 24 hours.
            (Some(length), None) if length.as_secs() % 86_400 == 0 => {
                event.until = days_after(day, length.as_hours() / 24);
                event.duration.clear();
            }
            (Some(length), _) => event.duration = moment::plain(length),
            (None, _) => {}
        }
        // To begin and end on one day is how many programs write one whole day.
        if matches!(event.until, Some(DateStated::Day(until)) if until == day) {
            event.until = days_after(day, 1);
        }
    }

    /// When a series takes place; nothing for an event that is none.
    fn times(&self, zones: &mut Zones, notes: &mut Notes) -> Option<Vec<DateStated>> {
        if self.rules.is_empty() && self.also.is_empty() {
            return None;
        }
        let (start, begin) = (self.start.as_ref()?, self.event.begin.as_ref()?);
        let first = start.local()?;
        let ruled = match self.rules.as_slice() {
            [] => Times { times: vec![first], goes_on: false },
            [words] => match Rule::parse(words) {
                Some(rule) => match rule.until.as_deref().map(|until| last(until, begin)) {
                    None => rule.times(first, |_| true),
                    Some(Some(last)) => rule.times(first, |time| time <= last),
                    Some(None) => self.first_alone(words, first, notes),
                },
                None => self.first_alone(words, first, notes),
            },
            [words, ..] => self.first_alone(words, first, notes),
        };
        if ruled.goes_on {
            let count = u32::try_from(ruled.times.len()).unwrap_or(u32::MAX);
            notes.say(
                self.event.line,
                self.rules.first().map_or("", String::as_str),
                ScheduleTrouble::SeriesCut(count),
            );
        }

        let in_kind = |local: DateTime, zones: &mut Zones, notes: &mut Notes| match begin {
            DateStated::Day(_) => DateStated::Day(local.date()),
            DateStated::Instant(_) | DateStated::Local(_) => start.in_zone(local, zones, notes),
        };
        let mut times: Vec<DateStated> =
            ruled.times.iter().map(|local| in_kind(*local, zones, notes)).collect();
        let mut known: HashSet<Same> = times.iter().map(Same::of).collect();
        for more in &self.also {
            let stated = match (more.stated(zones, notes), begin) {
                // A day among times: at the usual hour.
                (Some(DateStated::Day(day)), DateStated::Instant(_) | DateStated::Local(_)) => {
                    Some(in_kind(day.to_datetime(first.time()), zones, notes))
                }
                (Some(stated), DateStated::Day(_)) => Some(DateStated::Day(local(&stated).date())),
                (stated, _) => stated,
            };
            match stated {
                Some(stated) if known.insert(Same::of(&stated)) => times.push(stated),
                Some(_) => {}
                None => notes.say(more.line, &more.words, ScheduleTrouble::DateUnreadable),
            }
        }
        Some(times)
    }

    fn first_alone(&self, words: &str, first: DateTime, notes: &mut Notes) -> Times {
        notes.say(self.event.line, words, ScheduleTrouble::SeriesNotFollowed);
        Times { times: vec![first], goes_on: false }
    }

    fn event_at(&self, time: &DateStated) -> RawEvent {
        let mut event = self.event.clone();
        instance_identity(&mut event, &word(time));
        if let (Some(until), Some(begin)) = (&self.event.until, &self.event.begin) {
            event.until = moment::moved(until, begin, time);
        }
        event.begin = Some(time.clone());
        event
    }
}

/// One time of a series is known by the series' UID and the time it was meant to be at first.
fn instance_identity(event: &mut RawEvent, word: &str) {
    event.guid.clear();
    if !event.id.is_empty() {
        event.id = format!("{} {word}", event.id);
    }
}

/// A time in a word that is the same whatever zone it was written in.
fn word(time: &DateStated) -> String {
    match time {
        DateStated::Instant(instant) => instant.timestamp().to_string(),
        DateStated::Local(local) => local.to_string(),
        DateStated::Day(day) => day.to_string(),
    }
}

fn local(time: &DateStated) -> DateTime {
    match time {
        DateStated::Instant(instant) => instant.datetime(),
        DateStated::Local(local) => *local,
        DateStated::Day(day) => day.to_datetime(Time::midnight()),
    }
}

/// The last time a rule's UNTIL allows, on the event's own clock.
fn last(until: &str, begin: &DateStated) -> Option<DateTime> {
    let until = Moment::written(until, None, 0);
    if let Some(day) = until.day() {
        return Some(day.to_datetime(Time::MAX));
    }
    match (until.instant(), begin) {
        (Some(until), DateStated::Instant(begin)) => {
            Some(until.with_time_zone(begin.time_zone().clone()).datetime())
        }
        _ => until.local(),
    }
}

fn days_after(day: Date, days: i64) -> Option<DateStated> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(DateStated::Day)
}

/// An event as the rule for instants takes it: a whole day begins at midnight.
fn settled(mut event: RawEvent) -> RawEvent {
    if let Some(DateStated::Day(day)) = event.begin {
        event.begin = Some(DateStated::Local(day.to_datetime(Time::midnight())));
    }
    event
}
