//! Cutting a cell into tokens of time.
//!
//! A number means a day, an hour or a year by what stands around it, so each rule looks at its neighbours before it
//! takes a character. Costs one pass with short looks ahead.

use jiff::civil::Weekday;

use super::super::words::plain;
use super::clock::{Clock, DayPart};
use super::dates::Day;
use super::{letters, numerals};

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
            '-' | '~' => self.token(Token::Range, 1),
            '至' | '到' => self.token(Token::Range, 1),
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
        let mut i = at;
        for c in word.chars() {
            if self.char(i) != Some(c) {
                return false;
            }
            i += 1;
        }
        true
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

    /// `2021-06-21`, `2021/6/21`, `2021.6.21`, `2021年6月21日`, with `T14:00` behind it or not.
    fn year_first(&mut self, year: u32, length: usize) -> bool {
        let end = self.at + length;
        let mark = self.char(self.blanks(end));
        let chinese = mark == Some('年');
        if !(length == 4 || (length == 2 && chinese)) {
            return false;
        }
        let separator = match mark {
            Some('年') => '月',
            Some(c @ ('-' | '/' | '.')) => c,
            _ => return false,
        };
        let at = self.blanks(self.blanks(end) + 1);
        let Some((month, month_length)) = self.digits(at).filter(|(_, length)| *length <= 2) else {
            return false;
        };
        let at = self.blanks(at + month_length);
        if self.char(at) != Some(separator) {
            return false;
        }
        let at = self.blanks(at + 1);
        let Some((day, day_length)) = self.digits(at).filter(|(_, length)| *length <= 2) else {
            return false;
        };
        let year = if length == 2 { year + 2000 } else { year };
        let Some(date) = Day::full(year, month, day) else { return false };
        self.tokens.push(Token::Day(date));
        self.at = at + day_length;
        self.day_mark();
        if self.char(self.at) == Some('t') {
            self.at += 1;
            self.iso_clock();
        }
        true
    }

    fn iso_clock(&mut self) {
        let Some((hour, length)) = self.digits(self.at) else { return };
        if !self.clock(hour, length) {
            return;
        }
        match self.char(self.at) {
            Some('z') => {
                self.token(Token::Offset(0), 1);
            }
            Some('-') if self.char(self.at + 3) == Some(':') => {
                let behind = self.char(self.at + 6);
                if behind.is_none_or(|c| !c.is_ascii_digit() && c != ':') {
                    self.offset(-1);
                }
            }
            _ => {}
        }
    }

    fn day_mark(&mut self) {
        if matches!(self.char(self.at), Some('日' | '号')) {
            self.at += 1;
        }
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

    /// `6月21日`, `6月21`.
    fn month_and_day(&mut self, month: u32) -> bool {
        let end = self.at + self.digits(self.at).map_or(0, |(_, length)| length);
        let mark = self.blanks(end);
        if self.char(mark) != Some('月') {
            return false;
        }
        let at = self.blanks(mark + 1);
        let Some((day, length)) = self.digits(at).filter(|(_, length)| *length <= 2) else { return false };
        let Some(date) = Day::of_month(month, day) else { return false };
        self.tokens.push(Token::Day(date));
        self.at = at + length;
        self.day_mark();
        true
    }

    /// `14:00`, `14:00:00`, `14h30`, `14点30分`, `2点半`, `2pm`, `2 p.m.`, dotted in a time column.
    fn clock(&mut self, hour: u32, length: usize) -> bool {
        if length > 2 {
            return false;
        }
        let end = self.at + length;
        let Some((minute, after)) = self.clock_minutes(end) else { return false };
        let Some(clock) = Clock::new(hour, minute) else { return false };
        self.tokens.push(Token::Clock(clock));
        self.at = after;
        self.meridiem();
        true
    }

    fn clock_minutes(&self, end: usize) -> Option<(u32, usize)> {
        let next = self.char(end);
        if next == Some(':') || (next == Some(' ') && self.char(end + 1) == Some(':')) {
            let at = self.blanks(self.blanks(end) + 1);
            let (minute, 2) = self.digits(at)? else { return None };
            let mut after = at + 2;
            if self.char(after) == Some(':')
                && let Some((_, 2)) = self.digits(after + 1)
            {
                after += 3;
                if self.char(after) == Some('.') && self.digits(after + 1).is_some() {
                    after += 1 + self.digits(after + 1).map_or(0, |(_, length)| length);
                }
            }
            return Some((minute, after));
        }
        let mark = self.blanks(end);
        if let Some('点' | '时') = self.char(mark) {
            let mut at = mark + 1;
            if matches!(self.char(at), Some('钟' | '整' | '正')) {
                return Some((0, at + 1));
            }
            if self.char(at) == Some('半') {
                return Some((30, at + 1));
            }
            if self.starts(at, "1刻") || self.starts(at, "一刻") {
                return Some((15, at + 2));
            }
            if self.starts(at, "3刻") || self.starts(at, "三刻") {
                return Some((45, at + 2));
            }
            if let Some((minute, length @ 1..=2)) = self.digits(at)
                && minute < 60
                && (length == 2 || self.char(at + length) == Some('分'))
            {
                at += length;
                return Some((minute, at + usize::from(self.char(at) == Some('分'))));
            }
            return Some((0, at));
        }
        if next == Some('h') && !self.char(end + 1).is_some_and(char::is_alphabetic) {
            return match self.digits(end + 1) {
                Some((minute, 2)) if minute < 60 => Some((minute, end + 3)),
                _ => Some((0, end + 1)),
            };
        }
        if next == Some('.')
            && let Some((minute, 2)) = self.digits(end + 1)
            && self.dotted_is_clock(end, minute)
        {
            return Some((minute, end + 3));
        }
        self.is_meridiem(mark).then_some((0, end))
    }

    /// `14.00` against `6.21`.
    fn dotted_is_clock(&self, end: usize, minute: u32) -> bool {
        let hour = self.digits(self.at).map_or(99, |(hour, _)| hour);
        if minute > 59
            || hour > 24
            || self.char(end + 3) == Some('.')
            || self.char(end + 3).is_some_and(|c| c.is_ascii_digit())
        {
            return false;
        }
        let dated = Day::of_month(hour, minute).is_some();
        match self.expect {
            Expect::Time => !(dated && self.has_clock),
            Expect::Date | Expect::Either => {
                !self.has_clock && !dated && Day::of_month(minute, hour).is_none()
            }
        }
    }

    pub(super) fn is_meridiem(&self, at: usize) -> bool {
        matches!(self.char(at), Some('a' | 'p'))
            && (self.starts(at + 1, "m") && !self.char(at + 2).is_some_and(char::is_alphabetic)
                || self.starts(at + 1, ".m"))
    }

    /// `pm` or `p.m.` behind the clock just read.
    fn meridiem(&mut self) {
        let at = self.blanks(self.at);
        if !self.is_meridiem(at) {
            return;
        }
        let part = if self.char(at) == Some('a') { DayPart::Am } else { DayPart::Pm };
        if let Some(Token::Clock(clock)) = self.tokens.last_mut() {
            clock.part = Some(part);
        }
        self.at = at + if self.starts(at + 1, ".m") { 3 } else { 2 };
        if self.char(self.at) == Some('.') {
            self.at += 1;
        }
    }

    /// `21/06/2021`, `6/21`, `21-6-21`, `06.21`.
    fn slashed(&mut self, first: u32, length: usize) -> bool {
        let end = self.at + length;
        let Some(separator @ ('/' | '.' | '-')) = self.char(end) else { return false };
        let Some((second, second_length @ 1..=2)) = self.digits(end + 1) else { return false };
        let after = end + 1 + second_length;
        if self.char(after) == Some(separator)
            && let Some((year, year_length @ (2 | 4))) = self.digits(after + 1)
            && self.char(after + 1 + year_length) != Some(':')
        {
            let Some(day) = Day::numeric(first, second, Some(year), separator) else { return false };
            return self.token(Token::Day(day), after + 1 + year_length - self.at);
        }
        let allowed = match separator {
            '/' => true,
            '.' => self.expect != Expect::Time || self.has_clock,
            _ => self.expect == Expect::Date && !self.bare_range_of_days(after),
        };
        if !allowed || self.char(after) == Some(':') {
            return false;
        }
        let Some(day) = Day::numeric(first, second, None, separator) else { return false };
        self.at = after;
        self.tokens.push(Token::Day(day));
        if matches!(self.char(self.at), Some('日' | '号')) {
            self.at += 1;
        }
        true
    }

    /// After `21-23`: 日 or a month's name makes it days of one month.
    fn bare_range_of_days(&self, after: usize) -> bool {
        matches!(self.char(after), Some('日' | '号')) || letters::month_at(self, self.blanks(after)).is_some()
    }

    /// `21日`, and `21` between days and a month: `6月21-23日`, `June 21-23`, `21, 22 & 23 June`.
    fn bare_day(&mut self, day: u32, length: usize) -> bool {
        let mut end = self.at + length;
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|suffix| self.starts(end, suffix));
        if ordinal {
            end += 2;
        }
        let Some(date) = Day::bare(day) else { return false };
        let marked = matches!(self.char(end), Some('日' | '号'));
        let follows_day = matches!(
            self.tokens.as_slice(),
            [.., Token::Day(_), Token::Range | Token::List]
                | [.., Token::Day(_), Token::Weekday(_), Token::Range | Token::List]
        ) && !matches!(self.char(self.blanks(end)), Some(':' | '点' | '时' | 'h'))
            && !self.is_meridiem(self.blanks(end));
        if !(marked || ordinal || follows_day || self.day_then_month(end)) {
            return false;
        }
        self.tokens.push(Token::Day(date));
        self.at = end + usize::from(marked);
        true
    }

    /// Whether a list or range of days that ends in a month, or in 日, goes on from `at`.
    fn day_then_month(&self, at: usize) -> bool {
        let mut i = at;
        for _ in 0..12 {
            i = self.blanks(i);
            let joined = match self.char(i) {
                Some('-' | '~' | ',' | '&' | '、' | '至' | '到') => 1,
                Some(_) if self.starts(i, "to ") => 3,
                Some(_) if self.starts(i, "and ") => 4,
                _ => return false,
            };
            i = self.blanks(i + joined);
            let Some((day, length @ 1..=2)) = self.digits(i) else { return false };
            if day == 0 || day > 31 {
                return false;
            }
            i += length;
            if ["st", "nd", "rd", "th"].iter().any(|suffix| self.starts(i, suffix)) {
                i += 2;
            }
            let next = self.blanks(i);
            if matches!(self.char(next), Some('日' | '号')) || letters::month_at(self, next).is_some() {
                return true;
            }
        }
        false
    }

    /// `21 June 2021`, `21st of June`, `21-Jun-21`.
    fn named_month(&mut self, day: u32, length: usize) -> bool {
        let mut at = self.at + length;
        if ["st", "nd", "rd", "th"].iter().any(|suffix| self.starts(at, suffix)) {
            at += 2;
        }
        at = self.blanks(at);
        if matches!(self.char(at), Some('-' | '.' | '/')) {
            at = self.blanks(at + 1);
        }
        for article in ["of ", "de "] {
            if self.starts(at, article) {
                at += article.len();
            }
        }
        let Some((month, month_length)) = letters::month_at(self, at) else { return false };
        let Some(mut date) = Day::of_month(month, day) else { return false };
        at += month_length;
        if let Some((year, after)) = letters::year_at(self, at) {
            date.year = Some(year);
            at = after;
        }
        self.at = at;
        self.tokens.push(Token::Day(date));
        true
    }

    /// `9` in `9-12点`, `下午2-4点` and, in a time column, `9-12`.
    fn bare_hour(&mut self, hour: u32, length: usize) -> bool {
        let end = self.at + length;
        let Some(clock) = Clock::new(hour, 0) else { return false };
        let closing = matches!(self.tokens.as_slice(), [.., Token::Clock(_), Token::Range])
            || matches!(
                self.tokens.as_slice(),
                [.., Token::Clock(_), Token::Range, Token::Part(_) | Token::NextDay]
            );
        let next = self.blanks(end);
        let opening = (matches!(self.char(next), Some('-' | '~' | '至' | '到')) || self.starts(next, "to "))
            && (self.expect == Expect::Time
                || matches!(self.tokens.last(), Some(Token::Part(_)))
                || self.range_of_hours(next));
        let alone = self.expect == Expect::Time && self.tokens.is_empty() && next == self.chars.len();
        if !(closing || opening || alone) {
            return false;
        }
        self.token(Token::Clock(clock), length);
        self.meridiem();
        true
    }

    /// `-3:30`, `-12点`, `to 4pm`: what follows the dash is a clock beyond doubt.
    fn range_of_hours(&self, at: usize) -> bool {
        let at = if self.starts(at, "to ") { at + 3 } else { at + 1 };
        let at = self.blanks(at);
        let Some((_, length @ 1..=2)) = self.digits(at) else { return false };
        let next = self.blanks(at + length);
        matches!(self.char(next), Some(':' | '点' | '时' | 'h')) || self.is_meridiem(next)
    }
}
