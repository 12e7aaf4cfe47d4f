//! The clock of a calendar: times in the week's zone by its name, and the definition of that zone.
//!
//! Apps that know the tz database go by the name, Outlook by the definition: it has every change of clocks from the one
//! before the first event to the one after the last. A zone without a name, and a local time that clocks show a second
//! time, are written in UTC.

use jiff::tz::{Dst, TimeZone, TimeZoneTransition};
use jiff::{Timestamp, Zoned};

use super::content;

/// Changes of clocks beyond these are left out: two a year for the longest programme anybody plans.
const MOST_CHANGES: usize = 200;
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
        let (from, to) = (from.unwrap_or(issued), to.unwrap_or(issued));

        let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), content::value("TZID", name)];
        let before = self.zone.preceding(from).next();
        let mut changes: Vec<TimeZoneTransition<'_>> = Vec::new();
        for change in self.zone.following(from).take(MOST_CHANGES) {
            let is_after = change.timestamp() > to;
            changes.push(change);
            if is_after {
                break;
            }
        }
        if changes.is_empty() {
            let info = self.zone.to_offset_info(from);
            lines.extend(observance(info.dst(), ALWAYS, info.offset(), info.offset(), info.abbreviation()));
        } else {
            for change in before.into_iter().chain(changes) {
                let at = change.timestamp();
                let earlier = at.checked_sub(jiff::SignedDuration::from_nanos(1)).unwrap_or(at);
                let old = self.zone.to_offset(earlier);
                let onset = compact(&at.to_zoned(TimeZone::fixed(old)));
                let mut change =
                    observance(change.dst(), &onset, old, change.offset(), change.abbreviation());
                // Said again as RDATE: dateutil, on which many programs stand, overlooks an onset without a rule.
                change.insert(2, content::value("RDATE", &onset));
                lines.extend(change);
            }
        }
        lines.push("END:VTIMEZONE".to_owned());
        lines
    }
}

fn observance(
    dst: Dst,
    onset: &str,
    from: jiff::tz::Offset,
    to: jiff::tz::Offset,
    name: &str,
) -> Vec<String> {
    let kind = if dst == Dst::Yes { "DAYLIGHT" } else { "STANDARD" };
    vec![
        content::value("BEGIN", kind),
        content::value("DTSTART", onset),
        content::value("TZOFFSETFROM", &offset(from)),
        content::value("TZOFFSETTO", &offset(to)),
        content::value("TZNAME", name),
        content::value("END", kind),
    ]
}

fn offset(offset: jiff::tz::Offset) -> String {
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
    fn a_zone_with_a_summer_time_has_the_changes_around_its_events() {
        insta::assert_snapshot!(definition("Europe/Berlin", &["2020-09-18T09:00:00Z", "2020-09-19T09:00:00Z"]), @r"
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        DTSTART:20200329T020000
        RDATE:20200329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20201025T030000
        RDATE:20201025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        END:STANDARD
        END:VTIMEZONE
        ");
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
