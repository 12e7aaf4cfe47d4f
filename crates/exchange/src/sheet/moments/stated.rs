//! What one cell states about when, its days and clocks put together but not yet in a year or zone.

use std::borrow::Cow;

use jiff::civil::Weekday;

use super::clock;
use super::clock::{Clock, DayPart};
use super::dates::{Day, Evidence};
use super::scan::{self, Expect, Token};

/// What one cell states.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in super::super) struct Stated {
    pub(in super::super) slots: Vec<Slot>,
    /// A weekday without a date.
    pub(super) weekday: Option<Weekday>,
    /// 次日 before a clock that is no end within the cell: in a column of ends it is the day after.
    pub(super) next_day: bool,
    /// A length in words.
    pub(in super::super) minutes: Option<u32>,
    /// 待定, TBD.
    pub(in super::super) pending: bool,
    /// Every day, said where no days are.
    pub(super) daily: bool,
    /// What could not be read.
    pub(in super::super) junk: String,
    /// A clock that no day has, as `25:00` or `9:70`; nothing of the hours is taken then.
    pub(in super::super) impossible: Option<String>,
}

/// Days with one stretch of hours on each.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Slot {
    pub(in super::super) days: Vec<Days>,
    pub(in super::super) hours: Stretch,
    /// Seconds east, where an offset stands beside the clock.
    pub(super) offset: Option<i32>,
}

/// One day, or all from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Days {
    One(Day),
    Through(Day, Day),
}

/// From when to when on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Stretch {
    /// Nothing said.
    Open,
    From(Clock),
    Between(Clock, End),
    Part(DayPart),
    AllDay,
}

/// An end, and on which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct End {
    pub(super) clock: Clock,
    pub(super) day: Option<Day>,
    pub(super) next_day: bool,
}

impl Stated {
    /// Only a date, of which nothing was left over: what a section row or a sheet's name must be.
    pub(in super::super) fn only_day(&self) -> Option<Day> {
        match self.slots.as_slice() {
            [Slot { days, hours: Stretch::Open | Stretch::Part(_) | Stretch::AllDay, .. }] => {
                match days.as_slice() {
                    [Days::One(day)] => Some(*day),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The part of the day said without a clock.
    pub(in super::super) fn part(&self) -> Option<DayPart> {
        match self.slots.as_slice() {
            [Slot { hours: Stretch::Part(part), .. }] => Some(*part),
            _ => None,
        }
    }

    /// Some slot has clock times.
    pub(in super::super) fn has_clock(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot.hours, Stretch::From(_) | Stretch::Between(..)))
    }

    /// Some slot has both ends.
    pub(in super::super) fn has_span(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot.hours, Stretch::Between(..)))
    }

    /// Some slot has days.
    pub(in super::super) fn has_days(&self) -> bool {
        self.slots.iter().any(|slot| !slot.days.is_empty())
    }

    /// Nothing about when stands in it.
    pub(in super::super) fn is_empty(&self) -> bool {
        self.slots.is_empty() && !self.pending && self.minutes.is_none() && self.weekday.is_none()
    }

    /// The stretches of hours, in minutes since midnight.
    pub(in super::super) fn hours(&self) -> Vec<(u32, u32)> {
        let pair = |slot: &Slot| match slot.hours {
            Stretch::Between(start, end) => Some(Clock::pair(start, end.clock)),
            _ => None,
        };
        self.slots.iter().filter_map(pair).collect()
    }

    /// When the first stretch begins, in minutes since midnight.
    pub(in super::super) fn first_minutes(&self) -> Option<u32> {
        match self.slots.first()?.hours {
            Stretch::From(start) => Some(start.minutes()),
            Stretch::Between(start, end) => Some(Clock::pair(start, end.clock).0),
            Stretch::Part(part) => Some(part.assumed().0),
            Stretch::Open | Stretch::AllDay => None,
        }
    }

    /// When the last stretch ends, if that is written.
    pub(in super::super) fn last_minutes(&self) -> Option<u32> {
        match self.slots.last()?.hours {
            Stretch::Between(start, end) => Some(Clock::pair(start, end.clock).1),
            Stretch::Part(part) => Some(part.assumed().1),
            Stretch::From(_) | Stretch::Open | Stretch::AllDay => None,
        }
    }

    /// The days, each with the last of its range.
    pub(in super::super) fn day_ranges(&self) -> Vec<(Day, Day)> {
        let range = |days: &Days| match *days {
            Days::One(day) => (day, day),
            Days::Through(first, last) => (first, last),
        };
        self.slots.first().map(|slot| slot.days.iter().map(range).collect()).unwrap_or_default()
    }

    /// Collects what the days say about the table's year and order.
    pub(in super::super) fn testify(&self, evidence: &mut Evidence) {
        for slot in &self.slots {
            for days in &slot.days {
                match days {
                    Days::One(day) => evidence.add(*day),
                    Days::Through(first, last) => {
                        evidence.add(*first);
                        evidence.add(*last);
                    }
                }
            }
            if let Stretch::Between(_, End { day: Some(day), .. }) = slot.hours {
                evidence.add(day);
            }
        }
    }

    /// What a date-formatted or plain number states.
    pub(in super::super) fn serial(serial: super::serial::Serial) -> Self {
        let hours = serial.minutes.and_then(Clock::of_minutes).map_or(Stretch::Open, Stretch::From);
        let days = serial.date.map(|date| vec![Days::One(Day::of(date))]).unwrap_or_default();
        Self { slots: vec![Slot { days, hours, offset: None }], ..Self::default() }
    }
}

/// Reads a cell of text.
pub(in super::super) fn read(text: &str, expect: Expect) -> Stated {
    const LONGEST: usize = 400;
    if text.len() > LONGEST {
        return Stated { junk: text.chars().take(80).collect(), ..Stated::default() };
    }
    let (text, aside) = without_doors(text);
    if let Some((before, clock)) = clock::impossible(&text) {
        let days = read(&before, Expect::Date);
        let slots = days
            .only_day()
            .map(|day| vec![Slot { days: vec![Days::One(day)], hours: Stretch::Open, offset: None }]);
        return Stated { slots: slots.unwrap_or_default(), impossible: Some(clock), ..Stated::default() };
    }
    let mut tokens = scan::tokens(&text, expect);
    complete_days(&mut tokens);
    let mut gather = Gather::default();
    for token in tokens {
        gather.take(token);
    }
    let mut stated = gather.finish();
    stated.junk.push_str(&aside);
    stated
}

/// Takes out brackets about when the doors open: `14:00-17:00（13:30签到）`.
fn without_doors(text: &str) -> (Cow<'_, str>, String) {
    const DOORS: &[&str] =
        &["签到", "报到", "入场", "检票", "候场", "彩排", "registration", "check-in", "doors"];
    let lower = text.to_lowercase();
    if !text.contains(['(', '（']) || !DOORS.iter().any(|word| lower.contains(word)) {
        return (Cow::Borrowed(text), String::new());
    }
    let (mut kept, mut aside, mut inside) = (String::new(), String::new(), None::<String>);
    for c in text.chars() {
        match (c, inside.take()) {
            ('(' | '（', None) => inside = Some(String::new()),
            (')' | '）', Some(words)) => {
                let lower = words.to_lowercase();
                let target =
                    if DOORS.iter().any(|word| lower.contains(word)) { &mut aside } else { &mut kept };
                target.push(' ');
                target.push_str(&words);
            }
            (c, Some(mut words)) => {
                words.push(c);
                inside = Some(words);
            }
            (c, None) => kept.push(c),
        }
    }
    if let Some(words) = inside {
        kept.push_str(&words);
    }
    (Cow::Owned(kept), aside.trim().to_owned())
}

/// Gives each day the month and year said once for several: `6月21日-23日`, `21–23 June 2021`.
fn complete_days(tokens: &mut [Token]) {
    let year_after =
        tokens.iter().find_map(|token| if let Token::Year(year) = token { Some(*year) } else { None });
    let (mut month, mut year) = (None, None);
    for token in tokens.iter_mut() {
        if let Token::Day(day) = token {
            day.month = day.month.or(month);
            day.year = day.year.or(year);
            (month, year) = (day.month, day.year);
        }
    }
    (month, year) = (None, year_after);
    for token in tokens.iter_mut().rev() {
        if let Token::Day(day) = token {
            day.month = day.month.or(month);
            day.year = day.year.or(year);
            (month, year) = (day.month, day.year);
        }
    }
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing already seen in the cell, all independent"
)]
#[derive(Default)]
struct Gather {
    stated: Stated,
    days: Vec<Days>,
    /// A slot was made for `days`.
    used: bool,
    /// The last slot has a beginning and no end yet.
    open: bool,
    joint: Option<Token>,
    part: Option<DayPart>,
    weekday: Option<Weekday>,
    next_day: bool,
    end_day: Option<Day>,
    all_day: bool,
}

impl Gather {
    fn take(&mut self, token: Token) {
        match token {
            Token::Day(day) => self.day(day),
            Token::Weekday(weekday) => self.weekday(weekday),
            Token::Part(part) => self.part(part),
            Token::Clock(clock) => self.clock(clock),
            Token::NextDay => self.next_day = true,
            Token::Minutes(minutes) => self.stated.minutes = Some(minutes),
            Token::Offset(seconds) => {
                if let Some(slot) = self.stated.slots.last_mut() {
                    slot.offset = slot.offset.or(Some(seconds));
                }
            }
            Token::Range | Token::List => self.joint = Some(token),
            Token::AllDay => self.all_day = true,
            Token::Daily => self.stated.daily = true,
            Token::Pending => self.stated.pending = true,
            Token::Year(_) => {}
            Token::Junk(c) => self.stated.junk.push(c),
        }
    }

    fn is_range(&self) -> bool {
        self.joint == Some(Token::Range)
    }

    fn day(&mut self, mut day: Day) {
        day.weekday = day.weekday.or(self.weekday.take());
        if self.is_range() && self.open {
            self.end_day = Some(day);
        } else if self.is_range() && !self.used && matches!(self.days.last(), Some(Days::One(_))) {
            if let Some(Days::One(first)) = self.days.pop() {
                self.days.push(Days::Through(first, day));
            }
            // "21日上午-23日下午" is about the days in between as a whole.
            self.all_day |= self.part.take().is_some();
        } else if self.used {
            self.flush_part();
            self.days = vec![Days::One(day)];
            self.used = false;
            self.open = false;
        } else {
            self.flush_part_before_day();
            self.days.push(Days::One(day));
        }
        self.joint = None;
    }

    /// "21日上午、22日下午": the part belongs to the days before it.
    fn flush_part_before_day(&mut self) {
        if self.part.is_some() && !self.days.is_empty() {
            self.flush_part();
            self.days.clear();
            self.used = false;
        }
    }

    fn weekday(&mut self, weekday: Weekday) {
        let day = match (&mut self.end_day, self.days.last_mut()) {
            (Some(day), _) | (None, Some(Days::One(day) | Days::Through(_, day))) => Some(day),
            (None, None) => None,
        };
        match day {
            Some(day) if day.weekday.is_none() => day.weekday = Some(weekday),
            Some(_) => {}
            None => self.weekday = Some(weekday),
        }
    }

    fn part(&mut self, part: DayPart) {
        if self.is_range()
            && self.open
            && matches!(part, DayPart::Noon | DayPart::Midnight)
            && self.part.is_none()
        {
            // "9:00-noon"; a clock that follows ("中午12点") replaces the end.
            self.part = Some(part);
            return;
        }
        if let Some(before) = self.part
            && self.joint.is_some()
        {
            if self.is_range() {
                self.all_day = true;
                self.part = None;
                return;
            }
            self.push(Stretch::Part(before));
        }
        self.part = Some(part);
    }

    fn clock(&mut self, mut clock: Clock) {
        // "noon-1pm": the part is the beginning.
        if self.is_range()
            && !self.open
            && let Some(part @ (DayPart::Noon | DayPart::Midnight)) = self.part
            && let Some(noon) = Clock::new(12, 0)
        {
            self.part = None;
            self.push(Stretch::From(noon.within(part)));
            self.open = true;
        }
        if clock.part.is_none() {
            clock.part = self.part.take();
        } else {
            self.part = None;
        }
        if self.is_range()
            && self.open
            && let Some(Slot { hours, .. }) = self.stated.slots.last_mut()
            && let Stretch::From(start) = *hours
        {
            *hours = Stretch::Between(
                start,
                End { clock, day: self.end_day.take(), next_day: std::mem::take(&mut self.next_day) },
            );
            self.open = false;
        } else {
            self.push(Stretch::From(clock));
            self.open = true;
        }
        self.joint = None;
    }

    fn push(&mut self, hours: Stretch) {
        self.stated.slots.push(Slot { days: self.days.clone(), hours, offset: None });
        self.used = true;
    }

    /// A part without a clock of its own: behind the clocks it is about (`2:00-3:30 (下午)`), or alone.
    fn flush_part(&mut self) {
        let Some(part) = self.part.take() else { return };
        let noon = matches!(part, DayPart::Noon | DayPart::Midnight).then(|| Clock::new(12, 0)).flatten();
        if self.used
            && self.joint.is_none()
            && let Some(slot) = self.stated.slots.last_mut()
        {
            match &mut slot.hours {
                Stretch::From(clock) => *clock = clock.within(part),
                Stretch::Between(start, end) if start.part.is_none() && end.clock.part.is_none() => {
                    *start = start.within(part);
                    end.clock = end.clock.within(part);
                }
                _ => {}
            }
        } else if let Some(noon) = noon.filter(|_| self.is_range() && self.open) {
            self.clock(noon.within(part));
        } else {
            self.push(Stretch::Part(part));
        }
    }

    fn finish(mut self) -> Stated {
        self.flush_part();
        if !self.used && (self.all_day || !self.days.is_empty()) {
            let hours = if self.all_day { Stretch::AllDay } else { Stretch::Open };
            self.push(hours);
        }
        self.stated.next_day = self.next_day;
        self.stated.weekday = self.weekday;
        self.stated
    }
}
