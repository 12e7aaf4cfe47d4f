//! The clock of a calendar: times in the week's zone by its name, and the definition of that zone.
//!
//! Apps that know the tz database go by the name, Outlook by the definition. Some keep the first definition they meet for
//! every later calendar that names the zone, so it has the changes of clocks of many years, not of the programme's alone.
//! A zone without a name, and a local time that clocks show a second time, are written in UTC.

use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use super::content;

/// Changes of clocks beyond these are left out.
const MOST_CHANGES: usize = 400;
/// The years in which every definition tells the changes, and more where the programme lies outside them.
const FIRST_YEAR: i16 = 2000;
const LAST_YEAR: i16 = 2038;
/// Where a zone whose clocks do not change begins, by custom.
const ALWAYS: &str = "19700101T000000";

#[derive(Debug)]
pub(super) struct Clock {
    zone: TimeZone,
    name: Option<String>,
}

impl Clock {
    pub(super) fn of(zone: &TimeZone) -> Self {
        let name = zone.iana_name().filter(|name| name.contains('/')).map(str::to_owned);
        Self { zone: zone.clone(), name }
    }

    /// What the calendar calls its zone.
    pub(super) fn name(&self) -> &str {
        self.name.as_deref().unwrap_or("UTC")
    }

    /// `DTSTART;TZID=Asia/Shanghai:20210621T093000`, or the same in UTC.
    pub(super) fn moment(&self, property: &str, at: Timestamp) -> String {
        let there = at.to_zoned(self.zone.clone());
        let first = self.zone.to_timestamp(there.datetime()).is_ok_and(|first| first == at);
        match &self.name {
            Some(name) if first => format!("{property};TZID={name}:{}", compact(&there)),
            _ => content::value(property, &utc(at)),
        }
    }

    /// Each change of clocks with its onsets in local time, in the order of their first.
    fn changes(&self, from: Timestamp, to: Timestamp) -> Vec<(Change, Vec<String>)> {
        let mut known: Vec<(Change, Vec<String>)> = Vec::new();
        let before = self.zone.preceding(from).next();
        let after =
            self.zone.following(from).take(MOST_CHANGES).take_while(|change| change.timestamp() <= to);
        let after: Vec<_> = after.collect();
        // A change long before says nothing where the clocks have rested since.
        let before = before.filter(|_| !after.is_empty());
        for change in before.into_iter().chain(after) {
            let at = change.timestamp();
            let earlier = at.checked_sub(jiff::SignedDuration::from_nanos(1)).unwrap_or(at);
            let old = self.zone.to_offset(earlier);
            let onset = compact(&at.to_zoned(TimeZone::fixed(old)));
            let is_summer = change.dst() == Dst::Yes;
            let name = change.abbreviation().to_owned();
            let change = Change { is_summer, from: old, to: change.offset(), name };
            match known.iter_mut().find(|(one, _)| *one == change) {
                Some((_, onsets)) => onsets.push(onset),
                None => known.push((change, vec![onset])),
            }
        }
        known
    }

    /// The VTIMEZONE for events that begin at these times; nothing for a calendar in UTC.
    pub(super) fn definition(
        &self,
        starts: impl Iterator<Item = Timestamp>,
        issued: Timestamp,
    ) -> Vec<String> {
        let Some(name) = &self.name else { return Vec::new() };
        let (mut from, mut to) = (None, None);
        for start in starts {
            from = Some(from.map_or(start, |from: Timestamp| from.min(start)));
            to = Some(to.map_or(start, |to: Timestamp| to.max(start)));
        }
        let from = from.unwrap_or(issued).min(year(FIRST_YEAR));
        let to = to.unwrap_or(issued).max(year(LAST_YEAR));

        let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), content::value("TZID", name)];
        let changes = self.changes(from, to);
        if changes.is_empty() {
            let info = self.zone.to_offset_info(from);
            let (dst, at) = (info.dst(), info.offset());
            let rest =
                Change { is_summer: dst == Dst::Yes, from: at, to: at, name: info.abbreviation().into() };
            lines.extend(rest.observance(&[ALWAYS.to_owned()]));
        }
        for (change, onsets) in changes {
            lines.extend(change.observance(&onsets));
        }
        lines.push("END:VTIMEZONE".to_owned());
        lines
    }
}

/// A change of clocks that comes again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    is_summer: bool,
    from: Offset,
    to: Offset,
    name: String,
}

impl Change {
    fn observance(&self, onsets: &[String]) -> Vec<String> {
        let kind = if self.is_summer { "DAYLIGHT" } else { "STANDARD" };
        let first = onsets.first().map_or(ALWAYS, String::as_str);
        let mut lines = vec![content::value("BEGIN", kind), content::value("DTSTART", first)];
        if first != ALWAYS {
            // dateutil, on which many programs stand, overlooks an onset that is not said again, and all but the first of
            // several in one line.
            lines.extend(onsets.iter().map(|onset| content::value("RDATE", onset)));
        }
        lines.push(content::value("TZOFFSETFROM", &offset(self.from)));
        lines.push(content::value("TZOFFSETTO", &offset(self.to)));
        lines.push(content::value("TZNAME", &self.name));
        lines.push(content::value("END", kind));
        lines
    }
}

fn year(year: i16) -> Timestamp {
    let first = jiff::civil::date(year, 1, 1).to_zoned(TimeZone::UTC);
    first.map_or(Timestamp::UNIX_EPOCH, |first| first.timestamp())
}

fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3_600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    if rest == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{rest:02}")
    }
}

/// `20210621T013000Z`.
pub(super) fn utc(at: Timestamp) -> String {
    format!("{}Z", compact(&at.to_zoned(TimeZone::UTC)))
}

fn compact(at: &Zoned) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(zone: &str) -> Clock {
        Clock::of(&TimeZone::get(zone).expect("a zone"))
    }

    fn at(words: &str) -> Timestamp {
        words.parse().expect("an instant")
    }

    fn definition(zone: &str, starts: &[&str]) -> String {
        let starts: Vec<Timestamp> = starts.iter().map(|start| at(start)).collect();
        clock(zone).definition(starts.into_iter(), Timestamp::UNIX_EPOCH).join("\n")
    }

    #[test]
    fn a_zone_whose_clocks_rest_has_one_offset() {
        insta::assert_snapshot!(definition("Asia/Shanghai", &["2021-06-21T01:30:00Z"]), @r"
        BEGIN:VTIMEZONE
        TZID:Asia/Shanghai
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0800
        TZOFFSETTO:+0800
        TZNAME:CST
        END:STANDARD
        END:VTIMEZONE
        ");
    }

    #[test]
    fn a_zone_with_a_summer_time_has_the_changes_of_many_years() {
        let berlin = definition("Europe/Berlin", &["2020-09-18T09:00:00Z"]);
        let lines: Vec<&str> = berlin.lines().collect();
        assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN:")).count(), 3);
        for onset in ["20200329T020000", "20201025T030000", "20370329T020000"] {
            assert!(lines.contains(&format!("RDATE:{onset}").as_str()), "{onset}");
        }
        // The same whatever the programme: some apps keep the first they meet.
        assert_eq!(berlin, definition("Europe/Berlin", &["2024-02-03T09:00:00Z"]));
    }

    #[test]
    fn a_programme_of_long_ago_has_its_own_changes_too() {
        let berlin = definition("Europe/Berlin", &["1999-07-01T09:00:00Z"]);
        assert!(berlin.contains("19990328T020000") && berlin.contains("20201025T030000"));
    }

    #[test]
    fn the_second_of_two_equal_times_is_written_in_utc() {
        let berlin = clock("Europe/Berlin");
        assert_eq!(
            berlin.moment("DTSTART", at("2020-10-25T00:30:00Z")),
            "DTSTART;TZID=Europe/Berlin:20201025T023000"
        );
        assert_eq!(berlin.moment("DTSTART", at("2020-10-25T01:30:00Z")), "DTSTART:20201025T013000Z");
    }

    #[test]
    fn a_zone_without_a_name_is_written_in_utc() {
        let fixed = Clock::of(&TimeZone::fixed(jiff::tz::offset(8)));
        assert_eq!(fixed.moment("DTEND", at("2021-06-21T01:30:00Z")), "DTEND:20210621T013000Z");
        assert_eq!(fixed.definition([].into_iter(), Timestamp::UNIX_EPOCH), [""; 0]);
    }
}
