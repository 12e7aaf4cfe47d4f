//! Where a date says otherwise than the start and the day beside it: the date was taken, and that is said.
//!
//! Held back until the whole file was read: a software that is off by the same hours everywhere is told once.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use super::ScheduleTrouble;
use super::instant::{DateStated, Stated};
use super::notes::{Counted, Notes};
use super::outline::RawEvent;

/// What was compared so far, and what differed.
#[derive(Debug, Default)]
pub(super) struct Disagreements {
    starts: Vec<Shift>,
    days: Vec<Shift>,
    starts_compared: usize,
    days_compared: usize,
}

#[derive(Debug)]
struct Shift {
    line: u32,
    by: i64,
    stood: String,
    taken: String,
}

impl Disagreements {
    /// Compares what stands beside a date with the time of day it means there.
    pub(super) fn compare(
        &mut self,
        event: &RawEvent,
        stated: &Stated,
        date: &DateStated,
        local: DateTime,
        notes: &mut Notes,
    ) {
        let line = event.line;
        if let DateStated::Day(day) = date {
            if stated.day.is_some_and(|listed| listed != *day) {
                self.days_compared += 1;
                let taken = local.date().to_string();
                self.days.push(Shift { line, by: 1, stood: event.date.clone(), taken });
            }
            return;
        }
        if let Some(by) = stated.start_shift(local) {
            self.starts_compared += 1;
            if by != 0 {
                let taken = format!("{:02}:{:02}", local.hour(), local.minute());
                self.starts.push(Shift { line, by, stood: event.start.clone(), taken });
            } else if let DateStated::Instant(instant) = date
                && instant.offset() == Offset::UTC
                && instant.datetime() != local
            {
                notes.count(Counted::DateInUtc, line);
            }
        }
        if let Some(by) = stated.day_shift(local) {
            self.days_compared += 1;
            if by != 0 {
                let stood = stated.day.map(|day| day.to_string()).unwrap_or_default();
                self.days.push(Shift { line, by, stood, taken: local.date().to_string() });
            } else if stated.day != Some(local.date()) {
                notes.count(Counted::AfterMidnight, line);
            }
        }
    }

    /// Says what differed: once, when all are alike, else each.
    pub(super) fn say(self, notes: &mut Notes) {
        let Self { starts, days, starts_compared, days_compared } = self;
        say_shifts(
            starts,
            starts_compared,
            notes,
            ScheduleTrouble::StartsShifted,
            ScheduleTrouble::StartDisagrees,
        );
        say_shifts(days, days_compared, notes, ScheduleTrouble::DaysShifted, ScheduleTrouble::DayDisagrees);
    }
}

fn say_shifts(
    shifts: Vec<Shift>,
    compared: usize,
    notes: &mut Notes,
    all: fn(u32, i64) -> ScheduleTrouble,
    each: fn(String) -> ScheduleTrouble,
) {
    const ENOUGH_TO_BE_A_HABIT: usize = 3;
    let habit = shifts.first().map(|first| (first.line, first.by)).filter(|(_, by)| {
        shifts.len() == compared
            && compared >= ENOUGH_TO_BE_A_HABIT
            && shifts.iter().all(|shift| shift.by == *by)
    });
    if let (Some((line, by)), Some(first)) = (habit, shifts.first()) {
        notes.say(line, &first.stood, all(u32::try_from(shifts.len()).unwrap_or(u32::MAX), by));
        return;
    }
    for shift in shifts {
        notes.say(shift.line, &shift.stood, each(shift.taken));
    }
}
