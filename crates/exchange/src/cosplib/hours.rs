//! Which sessions fall into somebody's night: times of day where the presenter is, against the hours that suit.
//!
//! Only the time of day counts, as the benchmark has it: whoever is a day ahead is not further away. An offset never changes; a zone with
//! a name is taken on the day of the session.

use jiff::civil::{Date, Time, date};
use jiff::tz::{Offset, TimeZone};

use super::parameters::Parameters;

/// When a session is, where the conference is.
pub(super) struct Clock {
    /// Nothing where the sheet says it in words of its own.
    pub(super) day: Option<Date>,
    pub(super) starts: Time,
    pub(super) ends: Time,
}

pub(super) struct Hours<'a> {
    pub(super) parameters: &'a Parameters,
    pub(super) clocks: &'a [Clock],
}

impl Hours<'_> {
    /// What each session costs somebody who is there.
    pub(super) fn penalties(&self, there: &TimeZone) -> Vec<i64> {
        self.clocks.iter().map(|clock| self.penalty(clock, there)).collect()
    }

    fn penalty(&self, clock: &Clock, there: &TimeZone) -> i64 {
        let Parameters { suitable, less_suitable, small, big, .. } = self.parameters;
        // Workbooks whose days are no dates need one only for zones with a name.
        let day = clock.day.unwrap_or(date(2021, 7, 21));
        let seen = |time: Time| {
            let instant = self.parameters.zone.to_ambiguous_zoned(day.to_datetime(time)).compatible().ok()?;
            Some(instant.with_time_zone(there.clone()).time())
        };
        let (Some(starts), Some(ends)) = (seen(clock.starts), seen(clock.ends)) else { return 0 };
        if starts < less_suitable.from || ends > less_suitable.to || ends < less_suitable.from {
            return *big;
        }
        if starts < suitable.from || ends > suitable.to { *small } else { 0 }
    }
}

/// `GMT+8`, `UTC-3:30`, `GMT`, or an IANA name.
pub(super) fn zone(words: &str) -> Option<TimeZone> {
    let words = words.trim();
    let offset = ["GMT", "UTC"].into_iter().find_map(|prefix| {
        let head = words.get(..3)?;
        head.eq_ignore_ascii_case(prefix).then(|| words[3..].trim())
    });
    match offset {
        Some("") => Some(TimeZone::UTC),
        Some(offset) => fixed(offset),
        None => TimeZone::get(words).ok(),
    }
}

fn fixed(offset: &str) -> Option<TimeZone> {
    let (sign, rest) = match offset.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, offset.strip_prefix('+')?),
    };
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    let seconds = sign * (i32::from(hours) * 60 + i32::from(minutes)) * 60;
    Offset::from_seconds(seconds).ok().map(TimeZone::fixed)
}
