//! Which zone a TZID means.
//!
//! A name of the tz database, alone or behind a prefix (`/freeassociation.sourceforge.net/Europe/Berlin`); Outlook's name;
//! else what the calendar itself defines: offsets and, for a summer time, the yearly rules "last Sunday in March".
//! Other rules are not understood: then the name is said, and the time is read like one without a zone.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Zoned;
use jiff::civil::{DateTime, Weekday};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

use super::windows;
use crate::schedule::ScheduleTrouble;
use crate::schedule::notes::Notes;

/// Zones and changes of clocks beyond these many are no calendar's.
const MOST_DEFINED: usize = 1_000;
const MOST_ONSETS: usize = 1_000;

/// A VTIMEZONE.
#[derive(Debug, Clone, Default)]
pub(super) struct Definition {
    pub(super) name: String,
    /// The tz database's name for it, which libical writes beside.
    pub(super) location: String,
    observances: Vec<Observance>,
}

/// A STANDARD or DAYLIGHT: from when on which offset holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Observance {
    pub(super) start: Option<DateTime>,
    /// Further onsets, each said by itself.
    pub(super) more: Vec<DateTime>,
    pub(super) from: Option<Offset>,
    pub(super) to: Option<Offset>,
    pub(super) rule: String,
}

/// A zone that was found.
#[derive(Debug, Clone)]
pub(super) enum Found {
    Named(TimeZone),
    Defined(Arc<Definition>),
}

#[derive(Debug, Default)]
pub(super) struct Zones {
    defined: HashMap<String, Arc<Definition>>,
    found: HashMap<String, Option<Found>>,
}

impl Zones {
    /// Takes a definition; of two of one name the first.
    pub(super) fn define(&mut self, definition: Definition) {
        if !definition.name.is_empty() && self.defined.len() < MOST_DEFINED {
            self.defined.entry(definition.name.clone()).or_insert_with(|| Arc::new(definition));
        }
    }

    /// The zone of a name; what was taken for it, or that nobody knows it, is said where it stands first.
    pub(super) fn find(&mut self, name: &str, line: u32, notes: &mut Notes) -> Option<Found> {
        if let Some(found) = self.found.get(name) {
            return found.clone();
        }
        let found = self.look_up(name);
        match &found {
            Some(Found::Named(zone))
                if zone.iana_name().is_some_and(|iana| !iana.eq_ignore_ascii_case(name)) =>
            {
                let iana = zone.iana_name().unwrap_or_default().to_owned();
                notes.say(line, name, ScheduleTrouble::ZoneNameTaken(iana));
            }
            Some(Found::Named(_)) => {}
            Some(Found::Defined(_)) => notes.say(line, name, ScheduleTrouble::ZoneDefinedInFile),
            None => notes.say(line, name, ScheduleTrouble::ZoneNameUnknown),
        }
        self.found.insert(name.to_owned(), found.clone());
        found
    }

    /// The one zone of the tz database that all names met so far mean.
    pub(super) fn only(&self) -> Option<String> {
        let mut names = self.found.values().map(|found| match found {
            Some(Found::Named(zone)) => zone.iana_name().map(str::to_owned),
            Some(Found::Defined(_)) | None => None,
        });
        let first = names.next()??;
        names.all(|name| name.as_ref() == Some(&first)).then_some(first)
    }

    fn look_up(&self, name: &str) -> Option<Found> {
        let definition = self.defined.get(name);
        let location = definition.and_then(|one| named(&one.location));
        if let Some(zone) = named(name).or(location) {
            return Some(Found::Named(zone));
        }
        definition.filter(|one| one.is_understood()).map(|one| Found::Defined(Arc::clone(one)))
    }
}

/// A zone of the tz database, by its own name, behind a prefix, or by the name Windows has for it.
pub(super) fn named(name: &str) -> Option<TimeZone> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    let parts: Vec<&str> = name.rsplitn(4, '/').collect();
    let behind = |count: usize| {
        let last: Vec<&str> = parts.iter().take(count).rev().copied().collect();
        TimeZone::get(&last.join("/")).ok()
    };
    let zone =
        TimeZone::get(name).ok().or_else(|| windows::iana(name).and_then(|iana| TimeZone::get(iana).ok()));
    // `jiff` knows this name for what the system does not know.
    let zone = zone.or_else(|| if parts.len() > 1 { [3, 2, 1].into_iter().find_map(behind) } else { None });
    zone.filter(|zone| zone.iana_name().is_some_and(|name| name != "Etc/Unknown"))
}

impl Found {
    /// The instant of a local time, and whether clocks leave no doubt about it.
    pub(super) fn instant(&self, local: DateTime) -> Option<(Zoned, bool)> {
        match self {
            Self::Named(zone) => {
                let ambiguous = zone.to_ambiguous_zoned(local);
                let clear = matches!(ambiguous.offset(), AmbiguousOffset::Unambiguous { .. });
                Some((ambiguous.compatible().ok()?, clear))
            }
            Self::Defined(definition) => {
                Some((local.to_zoned(TimeZone::fixed(definition.offset(local)?)).ok()?, true))
            }
        }
    }
}

impl Definition {
    pub(super) fn observe(&mut self, observance: Observance) {
        let known: usize = self.observances.iter().map(|one| 1 + one.more.len()).sum();
        if known + observance.more.len() < MOST_ONSETS {
            self.observances.push(observance);
        }
    }

    /// Whether it says at any time which offset holds.
    fn is_understood(&self) -> bool {
        let mut offsets = self.observances.iter().map(|one| one.to);
        let Some(Some(first)) = offsets.next() else { return false };
        let several = offsets.any(|offset| offset != Some(first));
        let ruled = |one: &Observance| {
            one.to.is_some() && one.start.is_some() && (one.rule.is_empty() || yearly(&one.rule).is_some())
        };
        !several || self.observances.iter().all(ruled)
    }

    /// The offset that the newest change of clocks before a local time brought.
    fn offset(&self, local: DateTime) -> Option<Offset> {
        let onsets = self.observances.iter().filter_map(|one| Some((one.newest(local)?, one.to?)));
        let newest = onsets.max_by_key(|(onset, _)| *onset).map(|(_, offset)| offset);
        let earliest = || {
            let first = self.observances.iter().min_by_key(|one| one.start)?;
            first.from.or(first.to)
        };
        let only = || self.observances.first()?.to;
        let several = self.observances.iter().any(|one| one.to != self.observances[0].to);
        if several { newest.or_else(earliest) } else { only() }
    }
}

impl Observance {
    /// The newest onset up to a local time.
    fn newest(&self, local: DateTime) -> Option<DateTime> {
        let start = self.start?;
        let said = self.more.iter().copied().chain([start]);
        let ruled = yearly(&self.rule).into_iter().flat_map(|(month, nth, weekday)| {
            [local.year(), local.year() - 1].into_iter().filter_map(move |year| {
                let first = jiff::civil::Date::new(year, month, 1).ok()?;
                let day = first.nth_weekday_of_month(nth, weekday).ok()?;
                Some(day.to_datetime(start.time())).filter(|onset| *onset >= start)
            })
        });
        said.chain(ruled).filter(|onset| *onset <= local).max()
    }
}

/// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`: month, which weekday of it, weekday. Where such a rule ends is not asked: it is
/// followed by another observance.
fn yearly(rule: &str) -> Option<(i8, i8, Weekday)> {
    let (mut is_yearly, mut month, mut day) = (false, None, None);
    for part in rule.split(';').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=')?;
        match (name.trim().to_ascii_uppercase().as_str(), value.trim()) {
            ("FREQ", value) => is_yearly = value.eq_ignore_ascii_case("YEARLY"),
            ("BYMONTH", value) => month = value.parse::<i8>().ok().filter(|month| (1..=12).contains(month)),
            ("BYDAY", value) => {
                let (nth, weekday) = value.split_at_checked(value.len().checked_sub(2)?)?;
                let nth = nth.parse::<i8>().ok().filter(|nth| (-5..=5).contains(nth) && *nth != 0)?;
                day = Some((nth, super::recurrence::weekday(weekday)?));
            }
            ("INTERVAL", "1") | ("UNTIL" | "WKST", _) => {}
            _ => return None,
        }
    }
    let (nth, weekday) = day?;
    is_yearly.then_some((month?, nth, weekday))
}

/// `+0800`, `-043000`.
pub(super) fn offset(words: &str) -> Option<Offset> {
    let (sign, digits) = match words.trim().split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let shape = matches!(digits.len(), 4 | 6) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !shape {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).and_then(|part| part.parse::<i32>().ok());
    let seconds = part(0)? * 3_600 + part(2)? * 60 + part(4).unwrap_or(0);
    Offset::from_seconds(sign * seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(words: &str) -> DateTime {
        words.parse().expect("a local time")
    }

    fn berlin() -> Definition {
        let observance = |start: &str, from: &str, to: &str, rule: &str| Observance {
            start: Some(local(start)),
            more: Vec::new(),
            from: offset(from),
            to: offset(to),
            rule: rule.into(),
        };
        let mut definition = Definition { name: "Ours".into(), ..Definition::default() };
        definition.observe(observance(
            "1601-01-01T03:00:00",
            "+0200",
            "+0100",
            "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        ));
        definition.observe(observance(
            "1601-01-01T02:00:00",
            "+0100",
            "+0200",
            "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        ));
        definition
    }

    #[test]
    fn names_are_known_alone_behind_prefixes_and_as_windows_has_them() {
        let iana = |name: &str| named(name).and_then(|zone| zone.iana_name().map(str::to_owned));
        for name in [
            "Europe/Berlin",
            "europe/berlin",
            "/freeassociation.sourceforge.net/Europe/Berlin",
            "/mozilla.org/20050126_1/Europe/Berlin",
            "W. Europe Standard Time",
        ] {
            assert_eq!(iana(name).as_deref(), Some("Europe/Berlin"), "{name}");
        }
        assert_eq!(
            iana("/x/America/Argentina/Buenos_Aires").as_deref(),
            Some("America/Argentina/Buenos_Aires")
        );
        assert_eq!(iana("tzone://Microsoft/Utc").as_deref(), Some("UTC"));
        for name in ["", "Ours", "Europe/Nowhere", "/"] {
            assert_eq!(iana(name), None, "{name}");
        }
    }

    #[test]
    fn a_defined_summer_time_agrees_with_the_tz_database() {
        let (ours, theirs) =
            (Found::Defined(Arc::new(berlin())), Found::Named(named("Europe/Berlin").expect("known")));
        let mut at = local("2020-12-31T12:00:00");
        while at < local("2022-02-01T00:00:00") {
            let instant = |zone: &Found| zone.instant(at).expect("an instant").0.timestamp();
            assert_eq!(instant(&ours), instant(&theirs), "{at}");
            at = at.checked_add(jiff::Span::new().hours(7)).expect("in range");
        }
    }

    #[test]
    fn rules_that_are_not_understood_make_no_zone_unless_one_offset_holds_always() {
        let mut definition = berlin();
        definition.observances[0].rule = "FREQ=MONTHLY;BYDAY=1MO".into();
        assert!(!definition.is_understood());
        definition.observances[1].to = offset("+0100");
        assert!(definition.is_understood());
    }

    #[test]
    fn offsets_have_seconds_or_not() {
        assert_eq!(offset("+0800").map(Offset::seconds), Some(28_800));
        assert_eq!(offset("-043015").map(Offset::seconds), Some(-16_215));
        for wrong in ["0800", "+08", "+99999", "+9900", "", "+周周"] {
            assert_eq!(offset(wrong), None, "{wrong}");
        }
    }
}
