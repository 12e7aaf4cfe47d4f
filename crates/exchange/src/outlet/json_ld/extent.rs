//! From when to when something extends that is made of days and hours.
//!
//! A day of which no hour is known stays a day: search engines take a midnight that stands in for it for a time.

use festoon_domain::programme::Span;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::moments;

/// Nothing, or a first and a last edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent(Option<(Edge, Edge)>);

/// A day, and the instant where one is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    date: Date,
    instant: Option<Timestamp>,
}

impl Extent {
    /// Whole days; the ends of the calendar stand for days that nobody knows.
    pub(super) fn of_days(days: Option<(Date, Date)>) -> Self {
        let known = days.filter(|(first, last)| *first != Date::MIN && *last != Date::MAX);
        let edge = |date| Edge { date, instant: None };
        Self(known.map(|(first, last)| (edge(first), edge(last))))
    }

    pub(super) fn of_span(when: Span, zone: &TimeZone) -> Self {
        let edge = |instant| Edge { date: zone.to_datetime(instant).date(), instant: Some(instant) };
        Self(Some((edge(when.start()), edge(when.end()))))
    }

    pub(super) const fn edges(&self) -> Option<(Edge, Edge)> {
        self.0
    }

    /// Grows to hold another.
    pub(super) fn take(&mut self, other: &Self) {
        self.0 = match (self.0, other.0) {
            (Some((first, last)), Some((begin, end))) => {
                // On one day an hour says more than none.
                let first = std::cmp::min_by_key(first, begin, |edge| {
                    (edge.date, edge.instant.is_none(), edge.instant)
                });
                let last = std::cmp::max_by_key(last, end, |edge| (edge.date, edge.instant));
                Some((first, last))
            }
            (own, others) => own.or(others),
        };
    }
}

impl Edge {
    /// `2021-06-21T10:00:00+08:00`, or `2021-06-21` where no hour is known.
    pub(super) fn written(self, zone: &TimeZone) -> String {
        match self.instant {
            Some(instant) => moments::exact(&instant.to_zoned(zone.clone())),
            None => self.date.to_string(),
        }
    }
}
