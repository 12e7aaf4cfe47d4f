//! Numbers, times of day and lists of people in cells.

use jiff::civil::{Date, Time};

use super::ConferenceFault;
use super::sheet::{Sheet, shown};
use crate::Refusal;
use crate::sheet::grid::Cell;

/// The largest penalty and weight.
pub(super) const MOST: i64 = 1_000_000_000;

impl Sheet<'_> {
    /// A whole number between the two; an empty cell is 0, if that is between them.
    pub(super) fn number(&self, row: u32, column: u32, least: i64, most: i64) -> Result<i64, Refusal> {
        let cell = self.cell(row, column);
        let number = match cell {
            Cell::Fault(_) => return self.words(row, column).map(|_| 0),
            Cell::Empty => Some(0),
            Cell::Number(number) => whole(*number),
            Cell::Text(text) if text.trim().is_empty() => Some(0),
            Cell::Text(text) => text.trim().parse().ok(),
            Cell::Serial(_) | Cell::Bool(_) => None,
        };
        number.filter(|number| (least..=most).contains(number)).ok_or_else(|| {
            self.fault(row, column, ConferenceFault::NotANumber { stood: shown(cell), least, most })
        })
    }

    /// A time of day, to the minute.
    pub(super) fn clock(&self, row: u32, column: u32) -> Result<Time, Refusal> {
        let cell = self.cell(row, column);
        let time = match cell {
            Cell::Serial(days) | Cell::Number(days) => of_day(*days),
            Cell::Text(text) => of_words(text.trim()),
            Cell::Empty | Cell::Bool(_) | Cell::Fault(_) => None,
        };
        time.ok_or_else(|| self.fault(row, column, ConferenceFault::NotATime(shown(cell))))
    }

    /// A day, where the cell says one in a way that is understood.
    pub(super) fn day(&self, row: u32, column: u32) -> Option<Date> {
        match self.cell(row, column) {
            Cell::Serial(days) | Cell::Number(days) => {
                let first = jiff::civil::date(1899, 12, 30);
                let days = whole(days.floor()).filter(|days| (61..=2_000_000).contains(days))?;
                first.checked_add(jiff::Span::new().days(days)).ok()
            }
            Cell::Text(text) => text.trim().parse().ok(),
            Cell::Empty | Cell::Bool(_) | Cell::Fault(_) => None,
        }
    }

    /// The people in a cell, commas between them, each once.
    pub(super) fn people(&self, row: u32, column: u32) -> Result<Vec<Box<str>>, Refusal> {
        let mut people: Vec<Box<str>> = Vec::new();
        let words = self.words(row, column)?;
        for name in words.split([',', '，']).map(str::trim).filter(|name| !name.is_empty()) {
            people.push(name.into());
        }
        people.sort_unstable();
        people.dedup();
        Ok(people)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the bounds of a float that holds whole numbers are asked first"
)]
fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    (number.fract() == 0.0 && number.abs() < EXACT).then_some(number as i64)
}

/// The time of day in serial days, to the minute that is nearest.
fn of_day(days: f64) -> Option<Time> {
    if !days.is_finite() || days < 0.0 {
        return None;
    }
    let minutes = whole((days.fract() * 1440.0).round())?;
    time(minutes / 60, minutes % 60)
}

/// `9:30`, `09:30` or `09:30:00`.
fn of_words(words: &str) -> Option<Time> {
    let mut parts = words.split(':');
    let (hour, minute) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let seconds = parts.next().is_none_or(|second| second.parse::<u8>().is_ok_and(|second| second < 60));
    (seconds && parts.next().is_none()).then(|| time(hour, minute)).flatten()
}

/// Midnight at the end of a day is its last minute, so that it is not before the beginning.
fn time(hour: i64, minute: i64) -> Option<Time> {
    if (hour, minute) == (24, 0) {
        return Time::new(23, 59, 0, 0).ok();
    }
    Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
}
