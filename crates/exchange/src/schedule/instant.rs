//! Times as schedule files write them, and the rule for the instant.
//!
//! A `<date>` with an offset wins. Else the day's date and the start, a day later if before the day's change, in the
//! file's zone, the day's own offset, the zone said, or Asia/Shanghai, in this order.
//! Durations are `M`, `H:MM`, `HH:MM:SS` or `DDD:HH:MM`; clients differ over three parts (c3voc's schema has seconds
//! there, EventFahrplan days), so that two digits in front are read as hours and three as days.

use festoon_domain::programme::Span;
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};
use unicode_normalization::UnicodeNormalization;

/// Before this hour an event may be listed under the evening before, where the file does not say another.
const USUAL_DAY_CHANGE_MINUTES: i64 = 6 * 60;

/// What a file says about one event's time, read as far as it could be.
#[derive(Debug, Clone, Default)]
pub(super) struct Stated {
    pub(super) date: Option<DateStated>,
    /// Seconds after midnight; may reach past the day.
    pub(super) start: Option<i64>,
    pub(super) day: Option<Date>,
    pub(super) day_span: Option<(Timestamp, Timestamp)>,
    pub(super) day_change: Option<i64>,
}

/// A `<date>`.
#[derive(Debug, Clone)]
pub(super) enum DateStated {
    Instant(Zoned),
    Local(DateTime),
    Day(Date),
}

/// A local time, and whether clocks change there.
pub(super) struct Local {
    pub(super) instant: Timestamp,
    pub(super) clear: bool,
}

impl Stated {
    /// The instant an event begins by the rule; `None` when too little is said.
    pub(super) fn begin(&self, zone: &TimeZone) -> Option<Local> {
        if let Some(DateStated::Instant(instant)) = &self.date {
            return Some(Local { instant: instant.timestamp(), clear: true });
        }
        let local = match (self.start, self.day, &self.date) {
            (Some(start), Some(day), _) => self.local_start(day, start, zone)?,
            (_, _, Some(DateStated::Local(local))) => *local,
            (Some(start), None, Some(DateStated::Day(day))) => later(*day, start)?,
            _ => return None,
        };
        local_instant(local, zone)
    }

    fn local_start(&self, day: Date, start: i64, zone: &TimeZone) -> Option<DateTime> {
        let plain = later(day, start)?;
        if let Some(change) = self.day_change {
            let next = start < change * 60;
            return if next { later(day.tomorrow().ok()?, start) } else { Some(plain) };
        }
        // Without a stated change, a day that ends after midnight says itself which night is meant.
        let (Some((from, to)), Some(instant)) = (self.day_span, local_instant(plain, zone)) else {
            return Some(plain);
        };
        let next = later(day.tomorrow().ok()?, start)?;
        let fits = local_instant(next, zone).is_some_and(|next| next.instant <= to);
        Some(if instant.instant < from && fits { next } else { plain })
    }

    /// Minutes that `<start>` differs from the time of day of `<date>`, where both are said, the shorter way round.
    pub(super) fn start_shift(&self, local: DateTime) -> Option<i64> {
        let start = self.start?.rem_euclid(86_400) / 60;
        let minutes = i64::from(local.hour()) * 60 + i64::from(local.minute());
        let shift = (start - minutes).rem_euclid(1_440);
        Some(if shift > 720 { shift - 1_440 } else { shift })
    }

    /// Days that the day an event is listed under differs from the day of its `<date>`.
    pub(super) fn day_shift(&self, local: DateTime) -> Option<i64> {
        let day = self.day?;
        let shift = i64::from(day.until(local.date()).ok()?.get_days());
        let minutes = i64::from(local.hour()) * 60 + i64::from(local.minute());
        let night = minutes < self.day_change.unwrap_or(USUAL_DAY_CHANGE_MINUTES);
        Some(if shift == 1 && night { 0 } else { shift })
    }
}

fn later(day: Date, seconds: i64) -> Option<DateTime> {
    day.to_datetime(jiff::civil::Time::midnight()).checked_add(seconds.seconds()).ok()
}

fn local_instant(local: DateTime, zone: &TimeZone) -> Option<Local> {
    let ambiguous = zone.to_ambiguous_timestamp(local);
    let clear = matches!(ambiguous.offset(), AmbiguousOffset::Unambiguous { .. });
    Some(Local { instant: ambiguous.compatible().ok()?, clear })
}

/// From an instant on for so long.
pub(super) fn span(begin: Timestamp, duration: SignedDuration) -> Option<Span> {
    Span::new(begin, begin.checked_add(duration).ok()?)
}

/// The instant of an end that is stated as such.
pub(super) fn end_of(stated: Option<&DateStated>, zone: &TimeZone) -> Option<Timestamp> {
    match stated? {
        DateStated::Instant(instant) => Some(instant.timestamp()),
        DateStated::Local(local) => Some(local_instant(*local, zone)?.instant),
        // An end that is a day is the first day after, as in calendars.
        DateStated::Day(day) => {
            Some(local_instant(day.to_datetime(jiff::civil::Time::midnight()), zone)?.instant)
        }
    }
}

/// A `<date>`: an instant with its offset, a local time, or a day.
pub(super) fn stated_date(words: &str) -> Option<DateStated> {
    if let Some(instant) = with_offset(words) {
        return Some(DateStated::Instant(instant));
    }
    let words = plain(words);
    if words.len() > 10
        && let Ok(local) = words.parse::<DateTime>()
    {
        return Some(DateStated::Local(local));
    }
    date(&words).map(DateStated::Day)
}

/// An instant, in the offset it is written in; `Z` counts as one.
pub(super) fn with_offset(words: &str) -> Option<Zoned> {
    let words = plain(words);
    // A space instead of the T, or before the offset, is common; jiff takes the former only.
    let words = match words.rsplit_once(' ') {
        Some((front, offset)) if offset.starts_with(['+', '-']) => format!("{front}{offset}"),
        _ => words,
    };
    if words.len() < 17 {
        return None;
    }
    let instant: Timestamp = words.parse().ok()?;
    let parsed = jiff::fmt::temporal::DateTimeParser::new().parse_pieces(&words).ok()?;
    let offset = parsed.to_numeric_offset()?;
    Some(instant.to_zoned(TimeZone::fixed(offset)))
}

/// A day, also where a time follows it.
pub(super) fn date(words: &str) -> Option<Date> {
    let words = plain(words);
    words.get(..10)?.replace('/', "-").parse().ok()
}

/// Seconds after midnight of `H:MM`, `HH:MM:SS` or the time of day in a full date; up to 47:59.
pub(super) fn clock(words: &str) -> Option<i64> {
    let words = plain(words);
    if words.len() >= 16 {
        let local: DateTime = words.get(..16)?.replace(' ', "T").parse().ok()?;
        return Some(i64::from(local.hour()) * 3_600 + i64::from(local.minute()) * 60);
    }
    let mut parts = words.split(':');
    let hours = number(parts.next()?, 2)?;
    let minutes = number(parts.next()?, 2)?;
    let seconds = parts.next().map_or(Some(0), |part| number(part.split('.').next()?, 2))?;
    let whole = parts.next().is_none() && hours < 48 && minutes < 60 && seconds < 60;
    whole.then_some(hours * 3_600 + minutes * 60 + seconds)
}

/// How a duration was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    Clear,
    /// Three parts, which clients read in two ways.
    Three,
}

/// `M`, `H:MM`, `HH:MM:SS`, `DDD:HH:MM`, or ISO 8601 (`PT45M`).
pub(super) fn duration(words: &str) -> Option<(SignedDuration, Parts)> {
    let words = plain(words);
    if words.starts_with(['P', 'p']) {
        let duration: SignedDuration = words.parse().ok()?;
        return (!duration.is_negative()).then_some((duration, Parts::Clear));
    }
    let parts: Vec<&str> = words.split(':').collect();
    let (seconds, kind) = match parts.as_slice() {
        [minutes] => {
            let minutes = minutes.trim_end_matches(|c: char| !c.is_ascii_digit());
            let unit = words[minutes.len()..].trim();
            if !matches!(unit, "" | "m" | "min" | "mins" | "minutes" | "分" | "分钟") {
                return None;
            }
            (number(minutes, 5)? * 60, Parts::Clear)
        }
        [hours, minutes] => (number(hours, 3)? * 3_600 + sixty(minutes)? * 60, Parts::Clear),
        [days, hours, minutes] if days.len() == 3 => {
            (number(days, 3)? * 86_400 + number(hours, 2)? * 3_600 + sixty(minutes)? * 60, Parts::Three)
        }
        [hours, minutes, seconds] => {
            let kind = if hours.len() == 2 { Parts::Clear } else { Parts::Three };
            (number(hours, 2)? * 3_600 + sixty(minutes)? * 60 + sixty(seconds)?, kind)
        }
        _ => return None,
    };
    Some((SignedDuration::from_secs(seconds), kind))
}

fn sixty(digits: &str) -> Option<i64> {
    number(digits, 2).filter(|number| *number < 60)
}

fn number(digits: &str, most: usize) -> Option<i64> {
    let digits = digits.trim();
    let fits = !digits.is_empty() && digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}

/// Full-width digits and colons as typed in a Chinese input method.
fn plain(words: &str) -> String {
    if words.is_ascii() {
        words.trim().to_owned()
    } else {
        words.nfkc().collect::<String>().trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(words: &str) -> Option<i64> {
        duration(words).map(|(duration, _)| duration.as_mins())
    }

    #[test]
    fn durations_are_read_in_every_spelling_seen() {
        assert_eq!(minutes("0:45"), Some(45));
        assert_eq!(minutes("01:30"), Some(90));
        assert_eq!(minutes("00:45:00"), Some(45));
        assert_eq!(minutes("45"), Some(45));
        assert_eq!(minutes("４５分钟"), Some(45));
        assert_eq!(minutes("24:00"), Some(1_440));
        assert_eq!(minutes("120:00"), Some(7_200));
        assert_eq!(minutes("002:03:00"), Some(2 * 1_440 + 180));
        assert_eq!(minutes("1:00:00"), Some(60));
        assert_eq!(minutes("PT1H30M"), Some(90));
        assert_eq!(minutes("-1:00"), None);
        assert_eq!(minutes("01:75"), None);
        assert_eq!(minutes("soon"), None);
        assert_eq!(minutes(""), None);
    }

    #[test]
    fn an_offset_is_seen_in_every_spelling() {
        let utc: Timestamp = "2024-02-03T09:30:00Z".parse().expect("an instant");
        for words in [
            "2024-02-03T10:30:00+01:00",
            "2024-02-03 10:30:00+01:00",
            "2024-02-03 10:30:00 +0100",
            "2024-02-03T09:30:00Z",
            "2024-02-03T10:30+01:00",
        ] {
            assert_eq!(with_offset(words).map(|z| z.timestamp()), Some(utc), "{words}");
        }
        assert!(with_offset("2024-02-03T10:30:00").is_none());
        assert!(matches!(stated_date("2024-02-03T10:30:00"), Some(DateStated::Local(_))));
        assert!(matches!(stated_date("2024-02-03"), Some(DateStated::Day(_))));
    }

    #[test]
    fn a_clock_may_pass_midnight() {
        assert_eq!(clock("9:05"), Some(9 * 3_600 + 300));
        assert_eq!(clock("25:30"), Some(25 * 3_600 + 1_800));
        assert_eq!(clock("10:30:00"), Some(37_800));
        assert_eq!(clock("2024-02-03T10:30:00+01:00"), Some(37_800));
        assert_eq!(clock("48:00"), None);
        assert_eq!(clock("9.5"), None);
    }
}
