//! When an occurrence is: `day`, `start` and `end` in the week's zone where they say it exactly, else two instants.
//!
//! What day and clock cannot say: seconds, more than a day, no length at all, and hours that a change of clocks has twice.

use festoon_domain::record::Value;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::table::Row;
use crate::Refusal;

/// The columns.
pub(super) const COLUMNS: [&str; 3] = ["day", "start", "end"];

/// Start and end, or nothing twice where one of the columns says nothing.
pub(super) fn read(row: Row<'_>, zone: &TimeZone) -> Result<(Value, Value), Refusal> {
    let (day, start, end) = (day(row)?, moment(row, "start")?, moment(row, "end")?);
    let (start, end) = match (day, start, end) {
        (None, Some(Moment::Instant(start)), Some(Moment::Instant(end))) => (start, end),
        (Some(day), Some(Moment::Clock(start)), Some(Moment::Clock(end))) => {
            span(day, start, end, zone).ok_or_else(|| row.bad("day", row.cell("day"), "2021-06-21"))?
        }
        (Some(_), Some(Moment::Instant(_)), _) => return Err(row.bad("start", row.cell("start"), "14:00")),
        (Some(_), _, Some(Moment::Instant(_))) => return Err(row.bad("end", row.cell("end"), "14:00")),
        _ => return Ok((Value::Nothing, Value::Nothing)),
    };
    Ok((Value::Instant(start), Value::Instant(end)))
}

/// The three cells that [`read`] takes for a start and an end.
pub(super) fn write(start: &Value, end: &Value, zone: &TimeZone) -> [String; 3] {
    let (&Value::Instant(start), &Value::Instant(end)) = (start, end) else {
        return Default::default();
    };
    let from = start.to_zoned(zone.clone());
    let (day, from, to) = (from.date(), from.time(), end.to_zoned(zone.clone()).time());
    let is_exact =
        on_the_minute(from) && on_the_minute(to) && span(day, from, to, zone) == Some((start, end));
    if !is_exact {
        return [String::new(), start.to_string(), end.to_string()];
    }
    let clock = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
    [day.to_string(), clock(from), clock(to)]
}

fn on_the_minute(time: Time) -> bool {
    time.second() == 0 && time.subsec_nanosecond() == 0
}

/// An end at or before the start is on the next day.
fn span(day: Date, start: Time, end: Time, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
    let at = |day: Date, time: Time| {
        let zoned = zone.to_ambiguous_zoned(day.to_datetime(time)).compatible();
        zoned.ok().map(|zoned| zoned.timestamp())
    };
    let last = if end <= start { day.tomorrow().ok()? } else { day };
    Some((at(day, start)?, at(last, end)?))
}

enum Moment {
    Clock(Time),
    Instant(Timestamp),
}

fn day(row: Row<'_>) -> Result<Option<Date>, Refusal> {
    match row.cell("day") {
        "" => Ok(None),
        day => day.parse().map(Some).map_err(|_| row.bad("day", day, "2021-06-21")),
    }
}

fn moment(row: Row<'_>, column: &'static str) -> Result<Option<Moment>, Refusal> {
    let cell = row.cell(column);
    if cell.is_empty() {
        return Ok(None);
    }
    if let Ok(clock) = Time::strptime("%H:%M", cell) {
        return Ok(Some(Moment::Clock(clock)));
    }
    let instant = cell.parse().ok().and_then(to_microsecond);
    instant.map(Moment::Instant).map(Some).ok_or_else(|| row.bad(column, cell, "14:00"))
}

fn to_microsecond(instant: Timestamp) -> Option<Timestamp> {
    Timestamp::from_microsecond(instant.as_microsecond()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_and_clock_are_written_only_where_they_say_it_exactly() {
        let zone = TimeZone::get("Europe/Copenhagen").expect("the zone table is compiled in");
        let written = |start: &str, end: &str| {
            let instant = |text: &str| Value::Instant(text.parse().expect("an instant"));
            write(&instant(start), &instant(end), &zone)
        };
        for (start, end, cells) in [
            ("2021-06-21T12:00:00Z", "2021-06-21T13:30:00Z", ["2021-06-21", "14:00", "15:30"]),
            ("2021-06-21T20:00:00Z", "2021-06-22T00:00:00Z", ["2021-06-21", "22:00", "02:00"]),
            ("2021-06-21T12:00:00Z", "2021-06-22T12:00:00Z", ["2021-06-21", "14:00", "14:00"]),
            (
                "2021-06-21T12:00:00Z",
                "2021-06-21T12:00:00Z",
                ["", "2021-06-21T12:00:00Z", "2021-06-21T12:00:00Z"],
            ),
            (
                "2021-06-21T12:00:00.000001Z",
                "2021-06-21T13:00:00Z",
                ["", "2021-06-21T12:00:00.000001Z", "2021-06-21T13:00:00Z"],
            ),
            // The night in which 02:30 comes twice: the first is what a clock says.
            ("2021-10-31T00:30:00Z", "2021-10-31T02:00:00Z", ["2021-10-31", "02:30", "03:00"]),
            (
                "2021-10-31T01:30:00Z",
                "2021-10-31T02:00:00Z",
                ["", "2021-10-31T01:30:00Z", "2021-10-31T02:00:00Z"],
            ),
        ] {
            assert_eq!(written(start, end), cells.map(str::to_owned), "{start}");
        }
    }
}
