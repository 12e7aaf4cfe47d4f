//! Days, periods and times of day as texts state them, with or without their year.
//!
//! No calendar arithmetic beyond the length of a month: nothing here knows what day it is.

use std::fmt;

/// A day, or a month when `day` is nothing; without a year when the text names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31, as the month allows.
    pub day: Option<u8>,
}

impl Date {
    /// The day before, as far as a day is known.
    pub(crate) fn eve(self) -> Self {
        match (self.day, self.month) {
            (Some(day @ 2..), _) => Self { day: Some(day - 1), ..self },
            (Some(_), 1) => {
                Self { year: self.year.map(|year| year.saturating_sub(1)), month: 12, day: Some(31) }
            }
            (Some(_), month) => Self { month: month - 1, day: Some(days_in(self.year, month - 1)), ..self },
            (None, _) => self,
        }
    }

    /// A date that can exist: 31 April and month 13 are none.
    #[must_use]
    pub fn new(year: Option<u16>, month: u8, day: Option<u8>) -> Option<Self> {
        let valid =
            (1..=12).contains(&month) && day.is_none_or(|day| day >= 1 && day <= days_in(year, month));
        valid.then_some(Self { year, month, day })
    }

    /// A whole day with its year.
    #[must_use]
    pub fn full(year: u16, month: u8, day: u8) -> Option<Self> {
        Self::new(Some(year), month, Some(day))
    }

    /// Reads `2021-06-10`, `--06-10`, `2021-06` or `--06`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, rest),
            None => (Some(text.get(..4)?.parse().ok()?), text.get(4..)?.strip_prefix('-')?),
        };
        let (month, day) = match rest.split_once('-') {
            Some((month, day)) => (month, Some(day.parse().ok()?)),
            None => (rest, None),
        };
        Self::new(year, month.parse().ok()?, day)
    }

    /// The same date in `year`, when it has none of its own.
    #[must_use]
    pub fn within(self, year: Option<u16>) -> Self {
        Self { year: self.year.or(year), ..self }
    }

    /// Whether both may be the same, what one leaves open being taken from the other.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        let year = self.year.is_none() || other.year.is_none() || self.year == other.year;
        let day = self.day.is_none() || other.day.is_none() || self.day == other.day;
        year && day && self.month == other.month
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}", self.month)?,
            None => write!(f, "--{:02}", self.month)?,
        }
        match self.day {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}

/// A time of day to the minute; 24:00 is the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock {
    hour: u8,
    minute: u8,
}

impl Clock {
    /// A time that a clock can show, or 24:00.
    #[must_use]
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (minute < 60 && (hour < 24 || hour == 24 && minute == 0)).then_some(Self { hour, minute })
    }

    /// 0 to 24.
    #[must_use]
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// 0 to 59.
    #[must_use]
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// The last day of a month; February has 29 when the year is not known.
pub(crate) fn days_in(year: Option<u16>, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => match year {
            Some(year)
                if !year.is_multiple_of(4) || year.is_multiple_of(100) && !year.is_multiple_of(400) =>
            {
                28
            }
            _ => 29,
        },
        _ => 31,
    }
}
