//! How tests write dates, times and places in tables.

use festoon_domain::programme::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

/// `2021-06-21`.
pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("“{text}” is no date: {error}"))
}

/// `09:00`.
pub(super) fn time(text: &str) -> Time {
    text.parse().unwrap_or_else(|error| panic!("“{text}” is no time: {error}"))
}

/// `2021-06-21 10:00` up to `11:00` of the same day, or up to another `2021-06-22 01:00`.
pub(super) fn span(from: &str, to: &str, zone: &TimeZone) -> Span {
    let start: DateTime = from.parse().unwrap_or_else(|error| panic!("“{from}” is no day and time: {error}"));
    let end = to.parse().unwrap_or_else(|_| start.date().to_datetime(time(to)));
    let instant = |at: DateTime| {
        at.to_zoned(zone.clone()).unwrap_or_else(|error| panic!("{at} is no instant: {error}")).timestamp()
    };
    Span::new(instant(start), instant(end)).unwrap_or_else(|| panic!("{to} lies before {from}"))
}

/// The place in a table of what comes next.
pub(super) fn next_id<T>(table: &[T]) -> u32 {
    u32::try_from(table.len()).expect("no test has four thousand million records")
}

/// Where in a table something stands.
pub(super) fn position<T>(table: &[T], is_it: impl FnMut(&T) -> bool) -> Option<u32> {
    table
        .iter()
        .position(is_it)
        .map(|at| u32::try_from(at).expect("no test has four thousand million records"))
}
