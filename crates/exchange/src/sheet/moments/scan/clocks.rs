//! Numbers that are hours.

use super::super::clock::{Clock, DayPart};
use super::super::dates::Day;
use super::{Expect, Scan, Token};

impl Scan {
    /// `14:00`, `14:00:00`, `14h30`, `14点30分`, `2点半`, `2pm`, `2 p.m.`, dotted in a time column.
    pub(super) fn clock(&mut self, hour: u32, length: usize) -> bool {
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

    pub(super) fn clock_minutes(&self, end: usize) -> Option<(u32, usize)> {
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
            && (self.dotted_is_clock(end, minute) || minute < 60 && self.is_meridiem(self.blanks(end + 3)))
        {
            return Some((minute, end + 3));
        }
        self.is_meridiem(mark).then_some((0, end))
    }

    /// `14.00` against `6.21`.
    pub(super) fn dotted_is_clock(&self, end: usize, minute: u32) -> bool {
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

    pub(in super::super) fn is_meridiem(&self, at: usize) -> bool {
        matches!(self.char(at), Some('a' | 'p'))
            && (self.starts(at + 1, "m") && !self.char(at + 2).is_some_and(char::is_alphabetic)
                || self.starts(at + 1, ".m"))
    }

    /// `pm` or `p.m.` behind the clock just read.
    pub(super) fn meridiem(&mut self) {
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

    /// `9` in `9-12点`, `下午2-4点` and, in a time column, `9-12`.
    pub(super) fn bare_hour(&mut self, hour: u32, length: usize) -> bool {
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
    pub(super) fn range_of_hours(&self, at: usize) -> bool {
        let at = if self.starts(at, "to ") { at + 3 } else { at + 1 };
        let at = self.blanks(at);
        let Some((_, length @ 1..=2)) = self.digits(at) else { return false };
        let next = self.blanks(at + length);
        matches!(self.char(next), Some(':' | '点' | '时' | 'h')) || self.is_meridiem(next)
    }

    pub(super) fn iso_clock(&mut self) {
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
}
