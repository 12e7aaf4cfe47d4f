//! Stretches: a day with more sessions than a page can hold, cut where nothing begins.
//!
//! A stretch is named by the clock at which it begins, `0930`, and where more begin at one instant than a page holds, by a number
//! after it, `0930-2`. The next release may cut elsewhere; so any clock is a good name, and leads to the stretch it falls into.

use std::collections::HashMap;
use std::ops::Range;

use festoon_domain::programme::{OccurrenceId, Programme, Span};
use jiff::civil::{Date, Time};

use super::{Day, Guide};
use crate::url::Page;

/// A page has at most so many lines: about 15 kB on the way to the reader.
pub const MOST_LINES: usize = 150;

/// Part of a long day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its word in the day's addresses.
    pub word: String,
    /// Which of the day's occurrences.
    pub lines: Range<usize>,
    /// When the first of them begins.
    pub from: Time,
    /// When the last of them begins.
    pub to: Time,
}

/// The stretches of a day by its occurrences in order of time; none for a day that one page holds.
pub(super) fn cut(programme: &Programme, occurrences: &[OccurrenceId]) -> Vec<Stretch> {
    if occurrences.len() <= MOST_LINES {
        return Vec::new();
    }
    let start = |at: usize| programme[occurrences[at]].when.map(Span::start);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while from < occurrences.len() {
        let full = (from + MOST_LINES).min(occurrences.len());
        // Back to where the last instant begins, unless the whole stretch is of one.
        let cut = (from + 1..full).rev().find(|&at| start(at) != start(at - 1));
        let ends_between = full == occurrences.len() || start(full) != start(full - 1);
        let to = if ends_between { full } else { cut.unwrap_or(full) };
        ranges.push(from..to);
        from = to;
    }

    let clock = |at: usize| {
        let start = start(at).expect("only what has a time is of a day");
        start.to_zoned(programme.week.zone.clone()).time()
    };
    let mut named: HashMap<String, usize> = HashMap::new();
    let name = |lines: Range<usize>| {
        let (from, to) = (clock(lines.start), clock(lines.end - 1));
        let word = from.strftime("%H%M").to_string();
        let number = named.entry(word.clone()).or_default();
        *number += 1;
        let word = if *number == 1 { word } else { format!("{word}-{number}") };
        Stretch { word, lines, from, to }
    };
    ranges.into_iter().map(name).collect()
}

impl Day {
    /// The place of a stretch by its word.
    #[must_use]
    pub fn stretch(&self, word: &str) -> Option<usize> {
        self.stretches.iter().position(|stretch| stretch.word == word)
    }

    /// The page of a stretch by its place; the day's own page is the first.
    #[must_use]
    pub fn page_of_stretch(&self, at: usize) -> Page<'_> {
        match self.stretches.get(at).filter(|_| at > 0) {
            Some(stretch) => Page::Stretch(self.date, &stretch.word),
            None => Page::Day(self.date),
        }
    }
}

impl Guide {
    /// The page on which a day is read from the clock that a word names; nothing if it names none.
    #[must_use]
    pub fn stretch_at(&self, date: Date, word: &str) -> Option<Page<'_>> {
        let day = self.day(date)?;
        if let Some(at) = day.stretch(word) {
            return Some(day.page_of_stretch(at));
        }
        let clock = clock_of(word)?;
        let at = day.stretches.iter().rposition(|stretch| stretch.from <= clock).unwrap_or_default();
        Some(day.page_of_stretch(at))
    }
}

/// The clock of `0930` or `0930-2`.
fn clock_of(word: &str) -> Option<Time> {
    let (clock, number) = word.split_once('-').map_or((word, None), |(clock, number)| (clock, Some(number)));
    let is_number =
        |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if clock.len() != 4 || !is_number(clock) || number.is_some_and(|number| !is_number(number)) {
        return None;
    }
    Time::new(clock[..2].parse().ok()?, clock[2..].parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_four_digits_and_a_clock() {
        let clock = |word| clock_of(word).map(|time| time.to_string());
        assert_eq!(clock("0930"), Some("09:30:00".into()));
        assert_eq!(clock("0930-2"), Some("09:30:00".into()));
        for word in [
            "",
            "930",
            "2460",
            "9999",
            "0930-",
            "0930-x",
            "0930\0",
            "+930",
            "-930",
            "０９３０",
            "09:30",
            "0930-2-3",
        ] {
            assert_eq!(clock(word), None, "{word}");
        }
    }
}
