//! Opening hours: by weekday, or on one date, in the week's zone.
//!
//! An opening that ends at or before it starts runs past midnight.
//! Hours nobody stated forbid nothing.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use crate::programme::Span;

/// When a house or hall is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hours {
    /// One entry an opening; empty means that nobody said.
    pub openings: Vec<Opening>,
}

/// One opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// On these weekdays, from and to; all seven for "daily".
    Weekly(Vec<Weekday>, Time, Time),
    /// On one date; the openings of a date replace the weekly ones of that day.
    On(Date, Time, Time),
    /// Closed on a date.
    Closed(Date),
}

impl Hours {
    /// The same hours every day.
    #[must_use]
    pub fn daily(from: Time, to: Time) -> Self {
        let all = Weekday::Monday.cycle_forward().take(7).collect();
        Self { openings: vec![Opening::Weekly(all, from, to)] }
    }

    /// Whether nobody said.
    #[must_use]
    pub fn is_unstated(&self) -> bool {
        self.openings.is_empty()
    }

    /// Whether the doors are open from the first to the last instant of `span`.
    ///
    /// Openings that touch, or run past midnight into the next day's, count as one.
    #[must_use]
    pub fn cover(&self, span: Span, zone: &TimeZone) -> bool {
        if self.is_unstated() {
            return true;
        }
        let first = span.start().to_zoned(zone.clone()).date();
        let last = span.end().to_zoned(zone.clone()).date();

        // The evening before may still be open after midnight.
        let mut reached = span.start();
        let mut day = first.yesterday().unwrap_or(first);
        while day <= last {
            for opening in self.on(day, zone) {
                if opening.start() <= reached && opening.end() > reached {
                    reached = opening.end();
                }
            }
            if reached >= span.end() {
                return true;
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        reached >= span.end() && span.start() < span.end()
    }

    /// The openings that begin on a date, in order.
    #[must_use]
    pub fn on(&self, date: Date, zone: &TimeZone) -> Vec<Span> {
        let dated = self.openings.iter().any(|opening| match opening {
            Opening::On(day, ..) | Opening::Closed(day) => *day == date,
            Opening::Weekly(..) => false,
        });
        let mut spans: Vec<Span> = self
            .openings
            .iter()
            .filter_map(|opening| match opening {
                Opening::On(day, from, to) if *day == date => between(date, *from, *to, zone),
                Opening::Weekly(days, from, to) if !dated && days.contains(&date.weekday()) => {
                    between(date, *from, *to, zone)
                }
                _ => None,
            })
            .collect();
        spans.sort_unstable();
        spans
    }
}

fn between(date: Date, from: Time, to: Time, zone: &TimeZone) -> Option<Span> {
    let last = if to <= from { date.tomorrow().ok()? } else { date };
    let start = zone.to_ambiguous_zoned(date.to_datetime(from)).compatible().ok()?;
    let end = zone.to_ambiguous_zoned(last.to_datetime(to)).compatible().ok()?;
    Span::new(start.timestamp(), end.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn shanghai() -> TimeZone {
        TimeZone::get("Asia/Shanghai").expect("the zone table is compiled in")
    }

    fn span(from: &str, to: &str) -> Span {
        let at = |text: &str| format!("{text}+08:00").parse().expect("an instant");
        Span::new(at(from), at(to)).expect("forwards")
    }

    #[test]
    fn hours_nobody_stated_forbid_nothing() {
        assert!(Hours::default().cover(span("2021-06-21T03:00", "2021-06-21T04:00"), &shanghai()));
    }

    #[test]
    fn a_session_may_fill_the_opening_exactly_but_not_exceed_it() {
        let hours = Hours::daily(time(8, 0, 0, 0), time(22, 0, 0, 0));
        assert!(hours.cover(span("2021-06-21T08:00", "2021-06-21T22:00"), &shanghai()));
        assert!(!hours.cover(span("2021-06-21T07:59", "2021-06-21T09:00"), &shanghai()));
        assert!(!hours.cover(span("2021-06-21T21:00", "2021-06-21T22:01"), &shanghai()));
        assert!(!hours.cover(span("2021-06-21T23:00", "2021-06-21T23:30"), &shanghai()));
    }

    #[test]
    fn an_opening_may_run_past_midnight() {
        let hours = Hours::daily(time(18, 0, 0, 0), time(2, 0, 0, 0));
        assert!(hours.cover(span("2021-06-21T23:00", "2021-06-22T01:30"), &shanghai()));
        assert!(hours.cover(span("2021-06-22T00:30", "2021-06-22T01:30"), &shanghai()));
        assert!(!hours.cover(span("2021-06-22T01:30", "2021-06-22T02:30"), &shanghai()));
    }

    #[test]
    fn open_all_day_covers_several_days() {
        let hours = Hours::daily(time(0, 0, 0, 0), time(0, 0, 0, 0));
        assert!(hours.cover(span("2021-06-21T10:00", "2021-06-23T10:00"), &shanghai()));
    }

    #[test]
    fn a_dated_opening_replaces_the_weekly_one() {
        let mut hours = Hours::daily(time(9, 0, 0, 0), time(18, 0, 0, 0));
        hours.openings.push(Opening::Closed(date(2021, 6, 21)));
        hours.openings.push(Opening::On(date(2021, 6, 22), time(13, 0, 0, 0), time(20, 0, 0, 0)));
        assert!(!hours.cover(span("2021-06-21T10:00", "2021-06-21T11:00"), &shanghai()));
        assert!(!hours.cover(span("2021-06-22T10:00", "2021-06-22T11:00"), &shanghai()));
        assert!(hours.cover(span("2021-06-22T19:00", "2021-06-22T20:00"), &shanghai()));
    }
}
