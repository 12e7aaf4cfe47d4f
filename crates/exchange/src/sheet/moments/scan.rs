//! Cutting a cell into tokens of time.
//!
//! A number means a day, an hour or a year by what stands around it, so each rule looks at its neighbours before it
//! takes a character. Costs one pass with short looks ahead.

use jiff::civil::Weekday;

use super::super::words::plain;
use super::clock::{Clock, DayPart};
use super::dates::Day;
use super::{letters, numerals};

mod clocks;
mod days;

/// What the column is about, where a bare number could be either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in super::super) enum Expect {
    /// Days: `6.21` is a date.
    Date,
    /// Hours: `14.00` and `9-12` are times.
    Time,
    /// Both may stand here.
    Either,
}

/// One piece of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Day(Day),
    /// A year that follows the days it belongs to: `21–23 June, 2021`.
    Year(i16),
    Weekday(Weekday),
    Part(DayPart),
    NextDay,
    Clock(Clock),
    Minutes(u32),
    Offset(i32),
    Range,
    List,
    AllDay,
    Daily,
    Pending,
    Junk(char),
}

pub(super) struct Scan {
    pub(super) chars: Vec<char>,
    pub(super) at: usize,
    pub(super) expect: Expect,
    pub(super) tokens: Vec<Token>,
    /// Some clock in the cell is written beyond doubt, so a dotted pair is a date.
    has_clock: bool,
}

pub(super) fn tokens(text: &str, expect: Expect) -> Vec<Token> {
    let text = numerals::to_digits(&plain(text));
    let has_clock = looks_clocked(&text);
    let mut scan = Scan { chars: text.chars().collect(), at: 0, expect, tokens: Vec::new(), has_clock };
    while scan.at < scan.chars.len() {
        let before = scan.at;
        if !scan.step() {
            scan.tokens.push(Token::Junk(scan.chars[before]));
            scan.at = before + 1;
        }
    }
    scan.tokens
}

fn looks_clocked(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.contains('点')
        || bytes.windows(3).any(|w| w[0].is_ascii_digit() && w[1] == b':' && w[2].is_ascii_digit())
}

impl Scan {
    fn step(&mut self) -> bool {
        match self.chars[self.at] {
            c if c.is_ascii_digit() => self.number(),
            '+' => self.plus(),
            '-' | '~' | '至' | '到' => self.token(Token::Range, 1),
            ',' | '、' | ';' | '&' | '和' | '及' | '与' => self.token(Token::List, 1),
            ' ' | '(' | ')' | '.' | ':' | '/' | '|' | '\'' | '@' | '*' | '"' | '\\' => self.skip(1),
            _ => letters::word(self),
        }
    }

    pub(super) fn token(&mut self, token: Token, length: usize) -> bool {
        self.tokens.push(token);
        self.skip(length)
    }

    pub(super) fn skip(&mut self, length: usize) -> bool {
        self.at += length;
        true
    }

    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// The digits from `at`, at most nine of them: value and count.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        let mut value = 0_u32;
        let mut length = 0;
        while let Some(digit) = self.char(at + length).and_then(|c| c.to_digit(10)) {
            if length == 9 {
                return None;
            }
            value = value * 10 + digit;
            length += 1;
        }
        (length > 0).then_some((value, length))
    }

    pub(super) fn blanks(&self, at: usize) -> usize {
        at + self.chars[at.min(self.chars.len())..].iter().take_while(|c| **c == ' ').count()
    }

    pub(super) fn starts(&self, at: usize, word: &str) -> bool {
        word.chars().zip(at..).all(|(c, i)| self.char(i) == Some(c))
    }

    /// `+1` and `+1天` are the next day, `+08:00` is an offset.
    fn plus(&mut self) -> bool {
        let Some((value, length)) = self.digits(self.at + 1) else { return self.skip(1) };
        if length == 1 && value == 1 && self.char(self.at + 2) != Some(':') {
            let day = usize::from(matches!(self.char(self.at + 2), Some('天' | '日' | 'd')));
            return self.token(Token::NextDay, 2 + day);
        }
        self.offset(1)
    }

    /// `+08:00`, `+0800`, `+8`, from the sign at the scan's place.
    pub(super) fn offset(&mut self, sign: i32) -> bool {
        let Some((value, length)) = self.digits(self.at + 1) else { return false };
        let mut end = self.at + 1 + length;
        let (hours, minutes) = match length {
            1 | 2 => match (self.char(end), self.digits(end + 1)) {
                (Some(':'), Some((minutes, 2))) => {
                    end += 3;
                    (value, minutes)
                }
                _ => (value, 0),
            },
            4 => (value / 100, value % 100),
            _ => return false,
        };
        if hours > 14 || minutes > 59 {
            return false;
        }
        let seconds = i32::try_from(hours * 3600 + minutes * 60).unwrap_or(0);
        self.tokens.push(Token::Offset(sign * seconds));
        self.at = end;
        true
    }

    fn number(&mut self) -> bool {
        let Some((value, length)) = self.digits(self.at) else { return self.compact_long() };
        self.minutes()
            || self.year_first(value, length)
            || self.compact(value, length)
            || (length <= 2
                && (self.month_and_day(value)
                    || self.clock(value, length)
                    || self.named_month(value, length)
                    || self.slashed(value, length)
                    || self.bare_day(value, length)
                    || self.bare_hour(value, length)))
    }

    /// `20210621143000`: more digits than a number holds.
    fn compact_long(&mut self) -> bool {
        let run = self.chars[self.at..].iter().take_while(|c| c.is_ascii_digit()).count();
        if run != 12 && run != 14 {
            return false;
        }
        let part = |from: usize, to: usize| {
            self.chars[self.at + from..self.at + to]
                .iter()
                .fold(0, |sum, c| sum * 10 + c.to_digit(10).unwrap_or(0))
        };
        let (year, month, day, hour, minute) =
            (part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12));
        let (Some(date), Some(clock)) = (Day::full(year, month, day), Clock::new(hour, minute)) else {
            return false;
        };
        self.tokens.push(Token::Day(date));
        self.token(Token::Clock(clock), run)
    }

    /// `90分钟`, `1.5小时`, `1小时30分`, `2 hours`: how long, not when.
    fn minutes(&mut self) -> bool {
        let Some((minutes, length)) = super::durations::worded(&self.chars[self.at..]) else { return false };
        self.token(Token::Minutes(minutes), length)
    }

    /// `20210621`, `210621` in a date column, `1400` in a time column or before another four digits.
    fn compact(&mut self, value: u32, length: usize) -> bool {
        let end = self.at + length;
        if length == 8 {
            let Some(day) = Day::full(value / 10_000, value / 100 % 100, value % 100) else { return false };
            return self.token(Token::Day(day), length);
        }
        if length == 6 && self.expect == Expect::Date {
            let Some(day) = Day::full(2000 + value / 10_000, value / 100 % 100, value % 100) else {
                return false;
            };
            return self.token(Token::Day(day), length);
        }
        if length != 4 && !(length == 3 && self.expect == Expect::Time) {
            return false;
        }
        let next = self.blanks(end);
        let paired = matches!(self.char(next), Some('-' | '~' | '至' | '到'))
            && self.digits(self.blanks(next + 1)).is_some_and(|(_, length)| length == 4);
        let closing = matches!(self.tokens.as_slice(), [.., Token::Clock(_), Token::Range]);
        let hours_word = self.starts(next, "h") && !self.starts(next, "ho");
        if let Some(clock) = Clock::new(value / 100, value % 100)
            && (self.expect == Expect::Time || paired || closing || hours_word)
        {
            self.token(Token::Clock(clock), length);
            self.meridiem();
            return true;
        }
        if length == 4 && (1900..=2100).contains(&value) {
            let year = i16::try_from(value).unwrap_or(0);
            return self.token(Token::Year(year), length + usize::from(self.char(end) == Some('年')));
        }
        false
    }
}
