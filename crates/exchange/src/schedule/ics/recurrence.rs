//! Series: when an event that repeats takes place.
//!
//! Daily and weekly rules are followed, which is what organisers' calendars have within a week's programme; of others the
//! first time is kept, and said. Bounded: at most 400 times within two years of the first, whatever the rule says.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};

/// Times of one series beyond this many are not read.
pub(super) const MOST_TIMES: usize = 400;
/// Nor those later than this after the first.
const MOST_YEARS: i16 = 2;
const MOST_YEARS_IN_DAYS: i32 = 2 * 366;

/// A daily or weekly rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    weekly: bool,
    interval: u16,
    count: Option<usize>,
    pub(super) until: Option<String>,
    days: Vec<Weekday>,
    week_start: Weekday,
}

/// The times of a series, and whether the rule goes on beyond what is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) times: Vec<DateTime>,
    pub(super) goes_on: bool,
}

impl Rule {
    /// Reads `FREQ=WEEKLY;INTERVAL=2;COUNT=6;BYDAY=MO,WE`; nothing for a rule that is not followed.
    pub(super) fn parse(words: &str) -> Option<Self> {
        let mut rule = Self {
            weekly: false,
            interval: 1,
            count: None,
            until: None,
            days: Vec::new(),
            week_start: Weekday::Monday,
        };
        let mut is_followed = false;
        for part in words.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    rule.weekly = value == "WEEKLY";
                    is_followed = rule.weekly || value == "DAILY";
                }
                "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| *interval > 0)?,
                // More than fit a number are more than are read.
                "COUNT" => rule.count = Some(value.parse().unwrap_or(usize::MAX)),
                "UNTIL" => rule.until = Some(value),
                "WKST" => rule.week_start = weekday(&value)?,
                "BYDAY" => {
                    for day in value.split(',') {
                        let day = weekday(day.trim())?;
                        if !rule.days.contains(&day) {
                            rule.days.push(day);
                        }
                    }
                }
                _ => return None,
            }
        }
        is_followed.then_some(rule)
    }

    /// The times from the first on, in order, while `within` holds. The first counts, also where the rule would not
    /// have it (RFC 5545, 3.8.5.3).
    pub(super) fn times(&self, first: DateTime, within: impl Fn(DateTime) -> bool) -> Times {
        let mut times = vec![first];
        let most = self.count.unwrap_or(usize::MAX).max(1);
        let horizon = first.checked_add(MOST_YEARS.years()).unwrap_or(DateTime::MAX);
        for day in self.days_from(first.date()).take_while(|day| *day <= horizon.date()) {
            let time = day.to_datetime(first.time());
            if time <= first {
                continue;
            }
            if times.len() >= most || !within(time) {
                return Times { times, goes_on: false };
            }
            if times.len() >= MOST_TIMES {
                return Times { times, goes_on: true };
            }
            times.push(time);
        }
        let goes_on = times.len() < most && within(horizon);
        Times { times, goes_on }
    }

    /// The days the rule names, from the week of the first on, up to some weeks beyond the horizon.
    fn days_from(&self, first: Date) -> impl Iterator<Item = Date> {
        let step = if self.weekly { 7 * i32::from(self.interval) } else { i32::from(self.interval) };
        let into_week = first.weekday().since(self.week_start);
        let begin =
            if self.weekly { first.checked_sub(i32::from(into_week).days()).unwrap_or(first) } else { first };
        let turns = MOST_YEARS_IN_DAYS / step + 2;
        let starts = (0..turns).map_while(move |turn| begin.checked_add((turn * step).days()).ok());
        let days =
            if self.weekly && self.days.is_empty() { vec![first.weekday()] } else { self.days.clone() };
        let length = if self.weekly { 7 } else { 1 };
        let in_turn =
            move |start: Date| (0..length).filter_map(move |day: i32| start.checked_add(day.days()).ok());
        starts.flat_map(in_turn).filter(move |day| days.is_empty() || days.contains(&day.weekday()))
    }
}

/// `MO` to `SU`; one with a number before it, as in monthly rules, is none.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rule: &str) -> Vec<String> {
        let first = "2021-06-21T09:30:00".parse().expect("a Monday");
        let times = Rule::parse(rule).expect("followed").times(first, |_| true);
        times.times.iter().map(|time| time.strftime("%m-%d").to_string()).collect()
    }

    #[test]
    fn daily_and_weekly_rules_are_followed() {
        assert_eq!(days("FREQ=DAILY;COUNT=3"), ["06-21", "06-22", "06-23"]);
        assert_eq!(days("FREQ=DAILY;INTERVAL=2;COUNT=3"), ["06-21", "06-23", "06-25"]);
        assert_eq!(days("FREQ=DAILY;COUNT=3;BYDAY=MO,SA"), ["06-21", "06-26", "06-28"]);
        assert_eq!(days("FREQ=WEEKLY;COUNT=3"), ["06-21", "06-28", "07-05"]);
        assert_eq!(days("freq=weekly;byday=fr,tu;count=4;"), ["06-21", "06-22", "06-25", "06-29"]);
        assert_eq!(days("FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=MO,SU;WKST=SU"), ["06-21", "07-04", "07-05"]);
    }

    #[test]
    fn what_ends_a_rule_ends_it() {
        let first = "2021-06-21T09:30:00".parse().expect("a Monday");
        let last = "2021-06-23T09:30:00".parse().expect("a Wednesday");
        let rule = Rule::parse("FREQ=DAILY").expect("followed");
        assert_eq!(rule.times(first, |time| time <= last).times.len(), 3);
    }

    #[test]
    fn a_rule_without_an_end_is_cut_and_says_so() {
        let first = "2021-06-21T09:30:00".parse().expect("a Monday");
        let times = |rule: &str| Rule::parse(rule).expect("followed").times(first, |_| true);
        let daily = times("FREQ=DAILY");
        assert_eq!((daily.times.len(), daily.goes_on), (400, true));
        let weekly = times("FREQ=WEEKLY;COUNT=99999999999999999999999");
        assert_eq!((weekly.times.len(), weekly.goes_on), (105, true));
        let seldom = times("FREQ=WEEKLY;INTERVAL=65535");
        assert_eq!((seldom.times.len(), seldom.goes_on), (1, true));
    }

    #[test]
    fn other_rules_are_not_followed() {
        for rule in [
            "",
            "FREQ=MONTHLY",
            "FREQ=DAILY;BYHOUR=9",
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=DAILY;INTERVAL=0",
            "daily",
        ] {
            assert_eq!(Rule::parse(rule), None, "{rule}");
        }
    }
}
