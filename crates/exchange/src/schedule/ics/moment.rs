//! Times as calendars write them: `20210621T093000` with a Z, a zone's name, or neither; and days.

use festoon_domain::programme::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan, Zoned};

use super::property::Property;
use super::zones::Zones;
use crate::schedule::ScheduleTrouble;
use crate::schedule::instant::{self, DateStated};
use crate::schedule::notes::{Counted, Notes};

/// A time as it stands; its zone is looked up when the whole file is read.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub(super) line: u32,
    pub(super) words: String,
    written: Option<Written>,
    zone: Option<String>,
}

#[derive(Debug, Clone)]
enum Written {
    Instant(Zoned),
    Local(DateTime),
    Day(Date),
}

impl Moment {
    pub(super) fn of(property: &Property, notes: &mut Notes) -> Self {
        let zone = property.parameter("TZID").map(str::to_owned);
        // A period among the dates of a series: its begin.
        let words = property.value.split('/').next().unwrap_or_default();
        let moment = Self::written(words, zone, property.line);
        if moment.zone.is_some() && matches!(moment.written, Some(Written::Instant(_))) {
            notes.count(Counted::ZoneBesideUtc, property.line);
        }
        moment
    }

    /// All times of a list.
    pub(super) fn list(property: &Property) -> impl Iterator<Item = Self> + '_ {
        let zone = property.parameter("TZID").map(str::to_owned);
        let words = property.value.split(',').map(|words| words.split('/').next().unwrap_or_default().trim());
        let words = words.filter(|words| !words.is_empty());
        words.map(move |words| Self::written(words, zone.clone(), property.line))
    }

    /// Reads words without a property around them.
    pub(super) fn written(words: &str, zone: Option<String>, line: u32) -> Self {
        let written = compact(words).or_else(|| {
            Some(match instant::stated_date(words)? {
                DateStated::Instant(instant) => Written::Instant(instant),
                DateStated::Local(local) => Written::Local(local),
                DateStated::Day(day) => Written::Day(day),
            })
        });
        Self { line, words: words.to_owned(), written, zone }
    }

    /// The day, for a time that is none of the clock's.
    pub(super) fn day(&self) -> Option<Date> {
        match &self.written {
            Some(Written::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// The instant, for a time that states its offset itself.
    pub(super) fn instant(&self) -> Option<&Zoned> {
        match &self.written {
            Some(Written::Instant(instant)) => Some(instant),
            _ => None,
        }
    }

    /// What it states, in the zone it names; a name that nobody knows is said and left out.
    pub(super) fn stated(&self, zones: &mut Zones, notes: &mut Notes) -> Option<DateStated> {
        Some(match self.written.as_ref()? {
            Written::Instant(instant) => DateStated::Instant(instant.clone()),
            Written::Day(day) => DateStated::Day(*day),
            Written::Local(local) => self.in_zone(*local, zones, notes),
        })
    }

    /// A local time of the same zone as this one.
    pub(super) fn in_zone(&self, local: DateTime, zones: &mut Zones, notes: &mut Notes) -> DateStated {
        if let Some(Written::Instant(instant)) = &self.written {
            let there = local.to_zoned(instant.time_zone().clone());
            return there.map_or(DateStated::Local(local), DateStated::Instant);
        }
        let found = self.zone.as_deref().and_then(|name| zones.find(name, self.line, notes));
        let Some((instant, clear)) = found.and_then(|zone| zone.instant(local)) else {
            return DateStated::Local(local);
        };
        if !clear {
            notes.say(self.line, &self.words, ScheduleTrouble::ClockChange);
        }
        DateStated::Instant(instant)
    }

    /// Its time on the clock of its own zone; midnight of a day.
    pub(super) fn local(&self) -> Option<DateTime> {
        Some(match self.written.as_ref()? {
            Written::Instant(instant) => instant.datetime(),
            Written::Local(local) => *local,
            Written::Day(day) => day.to_datetime(Time::midnight()),
        })
    }
}

/// `20210621`, `20210621T0930`, `20210621T093000`, `20210621T093000Z`; `240000` is midnight of the next day.
fn compact(words: &str) -> Option<Written> {
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { digits.parse::<i16>().ok() } else { None }
    };
    let small = |digits: &str| number(digits).and_then(|number| i8::try_from(number).ok());
    let words = words.trim();
    let date =
        Date::new(number(words.get(..4)?)?, small(words.get(4..6)?)?, small(words.get(6..8)?)?).ok()?;
    let rest = &words[8..];
    if rest.is_empty() {
        return Some(Written::Day(date));
    }
    let rest = rest.strip_prefix(['T', 't'])?;
    let (clock, is_utc) = match rest.strip_suffix(['Z', 'z']) {
        Some(clock) => (clock, true),
        None => (rest, false),
    };
    if !matches!(clock.len(), 4 | 6) {
        return None;
    }
    let (hour, minute) = (small(clock.get(..2)?)?, small(clock.get(2..4)?)?);
    let second = if clock.len() == 6 { small(clock.get(4..6)?)?.min(59) } else { 0 };
    let local = if (hour, minute, second) == (24, 0, 0) {
        date.tomorrow().ok()?.to_datetime(Time::midnight())
    } else {
        date.to_datetime(Time::new(hour, minute, second, 0).ok()?)
    };
    if !is_utc {
        return Some(Written::Local(local));
    }
    Some(Written::Instant(local.to_zoned(TimeZone::UTC).ok()?))
}

/// A duration: `PT45M`, `P1DT12H`, `P2W`. Nothing for one that runs backwards.
pub(super) fn duration(words: &str) -> Option<SignedDuration> {
    let words = words.trim().to_ascii_uppercase();
    let rest = words.strip_prefix('+').unwrap_or(&words).strip_prefix('P')?;
    let (mut seconds, mut digits, mut stated) = (0_i64, String::new(), false);
    let mut clock = false;
    for c in rest.chars() {
        let unit = match (c, clock) {
            ('0'..='9', _) => {
                digits.push(c);
                continue;
            }
            ('T', false) if digits.is_empty() => {
                clock = true;
                continue;
            }
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3_600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        let count: i64 = digits.parse().ok()?;
        seconds = seconds.checked_add(count.checked_mul(unit)?)?;
        digits.clear();
        stated = true;
    }
    (stated && digits.is_empty()).then(|| SignedDuration::from_secs(seconds))
}

/// The same as schedules write it, which is what the rule for lengths reads.
pub(super) fn plain(length: SignedDuration) -> String {
    format!("PT{}S", length.as_secs())
}

/// The end of something that begins elsewhere and is as long as from `begin` to `until`.
pub(super) fn moved(until: &DateStated, begin: &DateStated, to: &DateStated) -> Option<DateStated> {
    Some(match (until, begin, to) {
        (DateStated::Instant(until), DateStated::Instant(begin), DateStated::Instant(to)) => {
            let span = Span::new(begin.timestamp(), until.timestamp())?;
            DateStated::Instant(to.checked_add(span.duration()).ok()?)
        }
        (DateStated::Local(until), DateStated::Local(begin), DateStated::Local(to)) => {
            DateStated::Local(to.checked_add(until.duration_since(*begin)).ok()?)
        }
        (DateStated::Day(until), DateStated::Day(begin), DateStated::Day(to)) => {
            let days = begin.until(*until).ok()?.get_days();
            DateStated::Day(to.checked_add(days.days()).ok()?)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(words: &str) -> Option<i64> {
        duration(words).map(|length| length.as_secs())
    }

    #[test]
    fn durations_are_read_with_weeks_and_days() {
        assert_eq!(seconds("PT1H30M"), Some(5_400));
        assert_eq!(seconds("p1dt12h"), Some(129_600));
        assert_eq!(seconds("+P2W"), Some(1_209_600));
        assert_eq!(seconds("PT0S"), Some(0));
        for wrong in
            ["", "P", "PT", "-PT15M", "PT1", "P1H", "1H", "PT99999999999999999999H", "P9223372036854775807W"]
        {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn compact_times_are_read_in_all_their_lengths() {
        let local = |words: &str| Moment::written(words, None, 1).local().map(|local| local.to_string());
        assert_eq!(local("20210621T093000Z").as_deref(), Some("2021-06-21T09:30:00"));
        assert_eq!(local("20210621t0930").as_deref(), Some("2021-06-21T09:30:00"));
        assert_eq!(local("20210621").as_deref(), Some("2021-06-21T00:00:00"));
        assert_eq!(local("20210621T240000").as_deref(), Some("2021-06-22T00:00:00"));
        assert_eq!(local("20210621T093060").as_deref(), Some("2021-06-21T09:30:59"));
        assert_eq!(local("2021-06-21T09:30:00").as_deref(), Some("2021-06-21T09:30:00"));
        for wrong in ["20210631T093000", "20210621T9", "2021062", "soon", "20210621X", "２０２１"] {
            assert_eq!(local(wrong), None, "{wrong}");
        }
    }
}
