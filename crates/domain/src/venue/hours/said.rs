//! Opening hours as they are written: `Mon-Fri 08:30-18:00; Sat-Sun 09:00-21:00; 2021-06-22 13:00-20:00; 2021-06-23 closed`.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time, Weekday};

use super::{Hours, Opening};

/// What is right, for somebody who wrote something else.
pub const HOURS_WORDS: &str = "08:00-22:00 / Mon-Fri 08:30-18:00; Sat-Sun 09:00-21:00";

/// What is no way to write opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHours;

const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "Mon"),
    (Weekday::Tuesday, "Tue"),
    (Weekday::Wednesday, "Wed"),
    (Weekday::Thursday, "Thu"),
    (Weekday::Friday, "Fri"),
    (Weekday::Saturday, "Sat"),
    (Weekday::Sunday, "Sun"),
];

/// Weekdays come out in the order of the week, whatever order they were kept in; an opening on no weekday says nothing.
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said: Vec<String> = self.openings.iter().filter_map(opening).collect();
        f.write_str(&said.join("; "))
    }
}

impl FromStr for Hours {
    type Err = NoHours;

    fn from_str(text: &str) -> Result<Self, NoHours> {
        let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
        let openings: Option<Vec<Opening>> = parts.map(parse).collect();
        openings.filter(|openings| !openings.is_empty()).map(|openings| Self { openings }).ok_or(NoHours)
    }
}

fn opening(opening: &Opening) -> Option<String> {
    Some(match opening {
        Opening::Weekly(days, from, to) => {
            let days: Vec<usize> = (0..7).filter(|&day| days.contains(&WEEK[day].0)).collect();
            match days.len() {
                0 => return None,
                7 => clock(*from, *to),
                _ => format!("{} {}", stretches(&days), clock(*from, *to)),
            }
        }
        Opening::On(date, from, to) => format!("{date} {}", clock(*from, *to)),
        Opening::Closed(date) => format!("{date} closed"),
    })
}

/// `Mon-Wed,Fri`
fn stretches(days: &[usize]) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut rest = days;
    while let Some(&first) = rest.first() {
        let length = rest.iter().zip(first..).take_while(|(day, expected)| *day == expected).count();
        let last = first + length - 1;
        said.push(match length {
            1 => WEEK[first].1.to_owned(),
            _ => format!("{}-{}", WEEK[first].1, WEEK[last].1),
        });
        rest = &rest[length..];
    }
    said.join(",")
}

fn clock(from: Time, to: Time) -> String {
    // The midnight that ends a day is its 24:00.
    let to = if to == Time::midnight() { "24:00".to_owned() } else { time(to) };
    format!("{}-{to}", time(from))
}

fn time(time: Time) -> String {
    if time.second() == 0 && time.subsec_nanosecond() == 0 {
        format!("{:02}:{:02}", time.hour(), time.minute())
    } else {
        time.to_string()
    }
}

fn parse(part: &str) -> Option<Opening> {
    let (days, clock) = part.rsplit_once(' ').map_or((None, part), |(days, clock)| (Some(days.trim()), clock));
    if let Some(date) = days.and_then(|days| days.parse::<Date>().ok()) {
        if clock == "closed" {
            return Some(Opening::Closed(date));
        }
        let (from, to) = between(clock)?;
        return Some(Opening::On(date, from, to));
    }
    let (from, to) = between(clock)?;
    let days = days.map_or_else(|| Some(WEEK.map(|(day, _)| day).to_vec()), weekdays)?;
    Some(Opening::Weekly(days, from, to))
}

fn between(clock: &str) -> Option<(Time, Time)> {
    let (from, to) = clock.split_once('-')?;
    let at = |text: &str| {
        if text == "24:00" {
            return Some(Time::midnight());
        }
        Time::strptime("%H:%M", text).or_else(|_| text.parse()).ok()
    };
    Some((at(from)?, at(to)?))
}

/// A stretch may run over the end of the week: `Sat-Mon`.
fn weekdays(text: &str) -> Option<Vec<Weekday>> {
    let place = |word: &str| WEEK.iter().position(|(_, known)| *known == word.trim());
    let mut days = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (place(first)?, place(last)?);
        let length = (last + 7 - first) % 7 + 1;
        days.extend((first..first + length).map(|day| WEEK[day % 7].0));
    }
    days.sort_unstable_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(text: &str) -> String {
        text.parse::<Hours>().map_or_else(|_| "no hours".into(), |hours| hours.to_string())
    }

    #[test]
    fn hours_come_back_as_they_were_written() {
        for text in [
            "08:00-22:00",
            "Mon-Fri 08:30-18:00; Sat-Sun 09:00-21:00",
            "Mon,Wed,Fri 09:00-12:00",
            "Mon-Wed,Sat 18:00-24:00",
            "08:00-22:00; 2021-06-22 13:00-20:00; 2021-06-23 closed",
            "00:00-24:00",
            "08:00:30-22:00",
        ] {
            assert_eq!(again(text), text);
        }
        assert_eq!(again("Sat-Mon 10:00-12:00"), "Mon,Sat-Sun 10:00-12:00");
    }

    #[test]
    fn what_is_no_hours_is_refused() {
        for text in ["", ";", "all day", "25:00-26:00", "Mon-Nod 08:00-09:00", "08:00", "2021-06-31 closed"] {
            assert_eq!(again(text), "no hours", "{text}");
        }
    }
}
