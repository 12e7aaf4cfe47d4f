//! Days as periods, minutes as slots.
//!
//! A period is a day of the week's zone, from one hour of the clock to the same hour of the next day; which hour is chosen so that as little
//! as possible goes on then, so that an evening that ends after midnight is one evening. Slots are counted in elapsed time since the period's
//! first instant, not by the clock: a day on which summer time begins has 23 hours, and two sessions meet exactly if their instants do.
//!
//! A slot is the greatest common divisor of five minutes and all times and lengths there are; no time is ever rounded.

use festoon_domain::programme::{Occurrence, Programme, Span};
use festoon_domain::timetable::Rulebook;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::wanted::Wanted;
use super::{Asked, number};

/// A week of which the days are said wrongly, or that is a season, is planned on the days on which something is.
const LONGEST_WEEK: i32 = 62;
/// What lasts longer is not asked for on days on which nothing else begins.
const LONG_DAYS: i64 = 7;

#[derive(Debug, Clone)]
pub(super) struct Calendar {
    zone: TimeZone,
    /// The hour of the clock at which a day begins.
    hour: i8,
    /// Minutes.
    pub(super) slot: u16,
    pub(super) days: Vec<Date>,
    /// The first instant of each day, in seconds.
    starts: Vec<i64>,
    /// The instant after the last.
    ends: Vec<i64>,
}

impl Calendar {
    pub(super) fn of(programme: &Programme, asked: &Asked<'_>, wanted: &Wanted) -> Self {
        let zone = programme.week.zone.clone();
        let spans: Vec<Span> = programme
            .occurrences
            .iter()
            .filter_map(Occurrence::scheduled)
            .filter(|span| span.start() < span.end())
            .collect();
        let longest = programme.roads.longest(&programme.venues).0;
        let hour = quietest_hour(&spans, &zone, longest);
        let mut calendar =
            Self { zone, hour, slot: 5, days: Vec::new(), starts: Vec::new(), ends: Vec::new() };

        let mut days = week_days(programme);
        let former = asked.former.iter().flat_map(|former| &former.occurrences);
        let former: Vec<Span> = former.filter_map(Occurrence::scheduled).collect();
        let pinned = wanted.placed.iter().filter_map(|pin| pin.start);
        let starts: Vec<Timestamp> = former.iter().map(|span| span.start()).chain(pinned).collect();
        days.extend(starts.iter().map(|start| calendar.day_of(*start)));
        for span in &spans {
            let first = calendar.day_of(span.start());
            let last = calendar.day_of(span.end());
            days.push(first);
            if span.duration().as_hours() < LONG_DAYS * 24 {
                days.extend(first.series(1.day()).take_while(|day| *day <= last).take(9));
            }
        }
        days.sort_unstable();
        days.dedup();
        calendar.starts = days.iter().map(|day| calendar.start_of(*day)).collect();
        calendar.ends = days
            .iter()
            .map(|day| day.tomorrow().map_or(Timestamp::MAX.as_second(), |next| calendar.start_of(next)))
            .collect();
        calendar.days = days;

        let all = spans.iter().chain(&former).flat_map(|span| [span.start(), span.end()]).chain(starts);
        let slack = u16::try_from(asked.planner.slack.unwrap_or(Rulebook::default().slack.0)).unwrap_or(5);
        let pause = asked.planner.pause;
        let times = all.filter_map(|at| calendar.minutes_since_start(at)).filter(|minutes| minutes % 5 != 0);
        calendar.slot = times.fold(gcd(gcd(5, slack), pause), gcd);
        calendar
    }

    pub(super) const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The day in whose period the instant lies.
    pub(super) fn day_of(&self, at: Timestamp) -> Date {
        let date = at.to_zoned(self.zone.clone()).date();
        if at.as_second() < self.start_of(date) { date.yesterday().unwrap_or(date) } else { date }
    }

    fn start_of(&self, day: Date) -> i64 {
        self.instant_of(day, Time::constant(self.hour, 0, 0, 0))
    }

    /// An hour of the clock on a day; one that a change of clocks leaves out is the next there is, and one beyond all time is where time ends.
    fn instant_of(&self, day: Date, time: Time) -> i64 {
        let zoned = self.zone.to_ambiguous_zoned(day.to_datetime(time)).compatible();
        let beyond = if day.year() > 0 { Timestamp::MAX } else { Timestamp::MIN };
        zoned.map_or(beyond, |zoned| zoned.timestamp()).as_second()
    }

    /// An hour of the clock in a period: before the hour at which it begins, it is the next day's.
    pub(super) fn clock(&self, period: u32, time: Time) -> i64 {
        let day = self.days[period as usize];
        let day = if time.hour() < self.hour { day.tomorrow().unwrap_or(day) } else { day };
        self.instant_of(day, time)
    }

    pub(super) fn period(&self, day: Date) -> Option<u32> {
        self.days.binary_search(&day).ok().map(number)
    }

    /// The first instant of a period and the one after its last, in seconds.
    pub(super) fn bounds(&self, period: u32) -> (i64, i64) {
        (self.starts[period as usize], self.ends[period as usize])
    }

    pub(super) fn slots(&self, period: u32) -> u16 {
        let (start, end) = self.bounds(period);
        self.slots_of(end - start, Rounding::Down)
    }

    fn slots_of(&self, seconds: i64, rounding: Rounding) -> u16 {
        let slot = i64::from(self.slot) * 60;
        let whole = seconds.div_euclid(slot);
        let more = matches!(rounding, Rounding::Up) && seconds.rem_euclid(slot) != 0;
        u16::try_from((whole + i64::from(more)).clamp(0, 30_000)).expect("clamped to 16 bits")
    }

    /// The part of a stretch, in seconds, that lies in the period: outward to whole slots, nothing if there is none.
    pub(super) fn outward(&self, period: u32, from: i64, till: i64) -> Option<(u16, u16)> {
        let (start, end) = self.bounds(period);
        let (from, till) = (from.max(start), till.min(end));
        let stretch = (
            self.slots_of(from - start, Rounding::Down),
            self.slots_of(till - start, Rounding::Up).min(self.slots(period)),
        );
        (from < till && stretch.0 < stretch.1).then_some(stretch)
    }

    /// The same, inward: what begins on slots lies in it exactly if it lies in the stretch.
    pub(super) fn inward(&self, period: u32, from: i64, till: i64) -> Option<(u16, u16)> {
        let (start, end) = self.bounds(period);
        let (from, till) = (from.max(start), till.min(end));
        let stretch =
            (self.slots_of(from - start, Rounding::Up), self.slots_of(till - start, Rounding::Down));
        (from < till && stretch.0 < stretch.1).then_some(stretch)
    }

    /// Whether an instant lies on a slot of its period.
    pub(super) fn is_on_a_slot(&self, at: Timestamp) -> bool {
        self.minutes_since_start(at).is_some_and(|minutes| minutes % self.slot == 0)
    }

    /// Nothing for what lies between minutes, or in no period.
    fn minutes_since_start(&self, at: Timestamp) -> Option<u16> {
        let start = self.start_of(self.day_of(at));
        let seconds = at.as_second() - start;
        let whole = seconds % 60 == 0 && at.subsec_nanosecond() == 0;
        if whole { u16::try_from(seconds / 60).ok() } else { None }
    }

    /// The instant at which a slot begins.
    pub(super) fn instant(&self, period: u32, slot: u16) -> Timestamp {
        let seconds = self.starts[period as usize] + i64::from(slot) * i64::from(self.slot) * 60;
        Timestamp::from_second(seconds).expect("periods lie among instants that programmes have")
    }

    /// The minutes as slots, rounded up, at most more than any period has.
    pub(super) fn up(&self, minutes: u32) -> u16 {
        u16::try_from(minutes.div_ceil(u32::from(self.slot)).min(3_000)).expect("at most 3000")
    }
}

#[derive(Clone, Copy)]
enum Rounding {
    Up,
    Down,
}

fn gcd(one: u16, other: u16) -> u16 {
    if other == 0 { one } else { gcd(other, one % other) }
}

/// The days the week is said to have.
pub(super) fn week_days(programme: &Programme) -> Vec<Date> {
    let (first, last) = (programme.week.first_day, programme.week.last_day);
    let long = first.until(last).map_or(i32::MAX, |span| span.get_days());
    if first == Date::MIN || !(0..LONGEST_WEEK).contains(&long) {
        return Vec::new();
    }
    first.series(1.day()).take_while(|day| *day <= last).collect()
}

/// The hour of the clock at which the least goes on, and of those the one farthest from anything; of equals the first after four in the morning.
/// Farther than the longest road, in minutes, is far enough.
fn quietest_hour(spans: &[Span], zone: &TimeZone, longest_road: u32) -> i8 {
    let enough = i64::from(longest_road.clamp(120, 240));
    let minutes: Vec<(i64, i64)> = spans
        .iter()
        .map(|span| {
            let time = span.start().to_zoned(zone.clone()).time();
            let start = i64::from(time.hour()) * 60 + i64::from(time.minute());
            (start, start + span.duration().as_mins())
        })
        .collect();
    let badness = |hour: i64| {
        let at = hour * 60;
        let mut crossed = 0;
        let mut nearest = enough;
        for &(start, end) in &minutes {
            let ahead = (at - start).rem_euclid(24 * 60);
            let length = end - start;
            if 0 < ahead && ahead < length {
                crossed += 1;
            }
            // How long before it begins, and how long after it ends, the day changes.
            let before = (start - at).rem_euclid(24 * 60);
            nearest = nearest.min(before).min((ahead - length).max(0));
        }
        (crossed, -nearest)
    };
    let hours = (0..24).map(|later| (4 + later) % 24);
    let best = hours.min_by_key(|hour| badness(*hour)).expect("a day has hours");
    i8::try_from(best).expect("below 24")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_changes_when_the_least_goes_on() {
        let zone = TimeZone::UTC;
        let span = |from: &str, till: &str| {
            Span::new(from.parse().expect("an instant"), till.parse().expect("an instant")).expect("forwards")
        };
        assert_eq!(quietest_hour(&[], &zone, 0), 4);
        let late =
            [span("2021-06-21T20:00Z", "2021-06-22T03:30Z"), span("2021-06-21T09:00Z", "2021-06-21T10:00Z")];
        assert_eq!(quietest_hour(&late, &zone, 35), 6);
    }
}
