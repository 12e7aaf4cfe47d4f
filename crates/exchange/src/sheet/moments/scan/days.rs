//! Numbers that are days.

use super::super::dates::Day;
use super::super::letters;
use super::{Expect, Scan, Token};

impl Scan {
    /// `2021-06-21`, `2021/6/21`, `2021.6.21`, `2021年6月21日`, with `T14:00` behind it or not.
    pub(super) fn year_first(&mut self, year: u32, length: usize) -> bool {
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

    pub(super) fn day_mark(&mut self) {
        if matches!(self.char(self.at), Some('日' | '号')) {
            self.at += 1;
        }
    }

    /// `6月21日`, `6月21`.
    pub(super) fn month_and_day(&mut self, month: u32) -> bool {
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

    /// `21/06/2021`, `6/21`, `21-6-21`, `06.21`.
    pub(super) fn slashed(&mut self, first: u32, length: usize) -> bool {
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
    pub(super) fn bare_range_of_days(&self, after: usize) -> bool {
        matches!(self.char(after), Some('日' | '号')) || letters::month_at(self, self.blanks(after)).is_some()
    }

    /// `21日`, and `21` between days and a month: `6月21-23日`, `June 21-23`, `21, 22 & 23 June`.
    pub(super) fn bare_day(&mut self, day: u32, length: usize) -> bool {
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
    pub(super) fn day_then_month(&self, at: usize) -> bool {
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
    pub(super) fn named_month(&mut self, day: u32, length: usize) -> bool {
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
}
