//! Opening hours as one line of text, as folders, stores and people write them.
//!
//! `08:00-22:00` is daily; `Mon-Fri 08:30-18:00; Sat,Sun 09:00-21:00` by weekday; `2021-06-21 closed` on a date.
//! Weekdays come back in the order of the week, each once. `24:00` is the midnight that ends a day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time, Weekday};

use super::{Hours, Opening};

/// Words that are no opening hours; [`Hours::RIGHT`] says what would be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHours;

impl Hours {
    /// What hours look like.
    pub const RIGHT: &str = "08:00-22:00 / Mon-Fri 08:30-18:00; Sat-Sun 09:00-21:00; 2021-06-21 closed";
}

/// Nothing at all for hours nobody stated.
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, opening) in self.openings.iter().enumerate() {
            if place > 0 {
                f.write_str("; ")?;
            }
            opening.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weekly(days, from, to) => {
                write_days(f, days)?;
                write_clock(f, *from, *to)
            }
            Self::On(date, from, to) => {
                write!(f, "{date} ")?;
                write_clock(f, *from, *to)
            }
            Self::Closed(date) => write!(f, "{date} closed"),
        }
    }
}

impl FromStr for Hours {
    type Err = NoHours;

    fn from_str(text: &str) -> Result<Self, NoHours> {
        if text.trim().is_empty() {
            return Ok(Self::default());
        }
        let openings = text.split(';').map(|part| opening(part.trim()).ok_or(NoHours));
        Ok(Self { openings: openings.collect::<Result<_, _>>()? })
    }
}

/// The week from Monday, as it stands in words.
const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "Mon"),
    (Weekday::Tuesday, "Tue"),
    (Weekday::Wednesday, "Wed"),
    (Weekday::Thursday, "Thu"),
    (Weekday::Friday, "Fri"),
    (Weekday::Saturday, "Sat"),
    (Weekday::Sunday, "Sun"),
];

/// An opening on no weekday forbids everything, so it has a word of its own.
const NEVER: &str = "never";

/// Nothing for all seven, else stretches between commas and a blank.
fn write_days(f: &mut fmt::Formatter<'_>, days: &[Weekday]) -> fmt::Result {
    let open = WEEK.map(|(day, _)| days.contains(&day));
    if open == [true; 7] {
        return Ok(());
    }
    if open == [false; 7] {
        return write!(f, "{NEVER} ");
    }

    let mut comma = "";
    let mut first = 0;
    while first < WEEK.len() {
        if !open[first] {
            first += 1;
            continue;
        }
        let length = open[first..].iter().take_while(|open| **open).count();
        let last = first + length - 1;
        write!(f, "{comma}{}", WEEK[first].1)?;
        if last > first {
            write!(f, "-{}", WEEK[last].1)?;
        }
        comma = ",";
        first = last + 1;
    }
    f.write_str(" ")
}

fn write_clock(f: &mut fmt::Formatter<'_>, from: Time, to: Time) -> fmt::Result {
    write_time(f, from)?;
    f.write_str("-")?;
    if to == Time::midnight() { f.write_str("24:00") } else { write_time(f, to) }
}

fn write_time(f: &mut fmt::Formatter<'_>, time: Time) -> fmt::Result {
    if time.second() == 0 && time.subsec_nanosecond() == 0 {
        write!(f, "{:02}:{:02}", time.hour(), time.minute())
    } else {
        write!(f, "{time}")
    }
}

fn opening(part: &str) -> Option<Opening> {
    let (days, clock) =
        part.rsplit_once(' ').map_or((None, part), |(days, clock)| (Some(days.trim()), clock));
    let date: Option<Date> = days.and_then(|days| days.parse().ok());
    if clock == "closed" {
        return date.map(Opening::Closed);
    }

    let (from, to) = clock.split_once('-')?;
    let (from, to) = (time(from)?, time(to)?);
    if let Some(date) = date {
        return Some(Opening::On(date, from, to));
    }
    let days = match days {
        None => WEEK.map(|(day, _)| day).to_vec(),
        Some(NEVER) => Vec::new(),
        Some(words) => weekdays(words)?,
    };
    Some(Opening::Weekly(days, from, to))
}

/// `24:00` is the midnight that ends a day.
fn time(text: &str) -> Option<Time> {
    if text == "24:00" {
        return Some(Time::midnight());
    }
    let is_clock = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
    is_clock.then(|| Time::strptime("%H:%M", text).or_else(|_| text.parse()).ok())?
}

/// Days and stretches between commas; a stretch may run over Sunday.
fn weekdays(words: &str) -> Option<Vec<Weekday>> {
    let mut open = [false; 7];
    for stretch in words.split(',') {
        let (first, last) = stretch.split_once('-').unwrap_or((stretch, stretch));
        let (mut day, last) = (place(first.trim())?, place(last.trim())?);
        open[day] = true;
        while day != last {
            day = (day + 1) % WEEK.len();
            open[day] = true;
        }
    }
    Some(WEEK.iter().zip(open).filter(|(_, open)| *open).map(|((day, _), _)| *day).collect())
}

fn place(word: &str) -> Option<usize> {
    WEEK.iter().position(|(_, name)| *name == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn hours_are_written_as_a_clerk_would() {
        let (nine, noon, midnight) = (time(9, 0, 0, 0), time(12, 0, 0, 0), Time::midnight());
        let cases = [
            (Hours::default(), ""),
            (Hours::daily(time(8, 0, 0, 0), time(22, 0, 0, 0)), "08:00-22:00"),
            (Hours::daily(midnight, midnight), "00:00-24:00"),
            (weekly(&[Weekday::Saturday, Weekday::Sunday], nine, noon), "Sat-Sun 09:00-12:00"),
            (weekly(&[Weekday::Monday, Weekday::Wednesday], nine, noon), "Mon,Wed 09:00-12:00"),
            (weekly(&[], nine, noon), "never 09:00-12:00"),
            (
                Hours { openings: vec![Opening::On(date(2021, 6, 22), nine, midnight)] },
                "2021-06-22 09:00-24:00",
            ),
            (Hours { openings: vec![Opening::Closed(date(2021, 6, 21))] }, "2021-06-21 closed"),
            (Hours::daily(time(9, 0, 30, 0), noon), "09:00:30-12:00"),
        ];
        for (hours, words) in cases {
            assert_eq!(hours.to_string(), words);
            assert_eq!(words.parse(), Ok(hours), "{words}");
        }
    }

    #[test]
    fn weekdays_come_back_in_the_order_of_the_week() {
        let hours =
            weekly(&[Weekday::Sunday, Weekday::Monday, Weekday::Monday], Time::midnight(), Time::midnight());
        assert_eq!(hours.to_string(), "Mon,Sun 00:00-24:00");
        assert_eq!(
            "Sun-Mon 00:00-24:00".parse::<Hours>().map(|hours| hours.to_string()),
            Ok(hours.to_string())
        );
    }

    #[test]
    fn words_that_are_no_hours_are_refused() {
        for words in
            ["8", "Mon", "Mo 08:00-09:00", "08:00-25:00", "closed", "08:00-22:00;", "2021-06-21", "Mon, 9-10"]
        {
            assert_eq!(words.parse::<Hours>(), Err(NoHours), "{words}");
        }
    }

    fn weekly(days: &[Weekday], from: Time, to: Time) -> Hours {
        Hours { openings: vec![Opening::Weekly(days.to_vec(), from, to)] }
    }
}
