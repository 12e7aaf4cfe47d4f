//! From what the cells of one row state to instants in the sheet's zone.

use festoon_domain::programme::Span;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::super::trouble::SheetTrouble;
use super::clock::{Clock, DAY, DayPart};
use super::dates::{Calendar, Day};
use super::stated::{Days, End, Slot, Stated, Stretch};

/// The cells of a row that are about when.
#[derive(Debug, Clone, Copy, Default)]
pub(in super::super) struct WhenCells<'a> {
    pub(in super::super) date: Option<&'a Stated>,
    pub(in super::super) end_date: Option<&'a Stated>,
    pub(in super::super) time: Option<&'a Stated>,
    pub(in super::super) end: Option<&'a Stated>,
    pub(in super::super) minutes: Option<u32>,
    /// The day said above, for rows that say none.
    pub(in super::super) above: Option<Date>,
    /// 上午 or 下午 said above.
    pub(in super::super) part_above: Option<DayPart>,
}

/// Which cell a trouble is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum About {
    Date,
    Time,
    End,
}

/// What a row's cells come to.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct When {
    /// One for each day and stretch; empty where no instant can be named.
    pub(in super::super) spans: Vec<Span>,
    pub(in super::super) troubles: Vec<(About, SheetTrouble)>,
    /// Some span has no written end.
    pub(in super::super) end_assumed: bool,
}

const LONGEST_RANGE: i32 = 62;

/// Joins the cells of a row.
pub(in super::super) fn join(cells: WhenCells<'_>, calendar: Calendar, zone: &TimeZone) -> When {
    let mut join = Join { cells, calendar, zone, when: When::default() };
    let row_days = join.row_days();
    let slots = join.slots();
    for slot in slots {
        join.slot(&slot, &row_days);
    }
    join.when
}

struct Join<'a> {
    cells: WhenCells<'a>,
    calendar: Calendar,
    zone: &'a TimeZone,
    when: When,
}

impl Join<'_> {
    fn say(&mut self, about: About, trouble: SheetTrouble) {
        if !self.when.troubles.contains(&(about, trouble.clone())) {
            self.when.troubles.push((about, trouble));
        }
    }

    /// The days of the date cells, or the one said above.
    fn row_days(&mut self) -> Vec<Date> {
        let stated: Vec<Days> = match (self.cells.date, self.cells.end_date) {
            (Some(first), Some(last)) => match (first_day(first), first_day(last)) {
                (Some(first), Some(last)) if first != last => vec![Days::Through(first, last)],
                (Some(first), _) => vec![Days::One(first)],
                _ => Vec::new(),
            },
            (Some(date), None) => date.slots.iter().flat_map(|slot| slot.days.iter().copied()).collect(),
            _ => Vec::new(),
        };
        let days = self.dates(&stated, About::Date);
        if days.is_empty() && stated.is_empty() { self.cells.above.into_iter().collect() } else { days }
    }

    fn dates(&mut self, stated: &[Days], about: About) -> Vec<Date> {
        let mut dates = Vec::new();
        for days in stated {
            match *days {
                Days::One(day) => dates.extend(self.date(day, about)),
                Days::Through(first, last) => {
                    let (Some(first), Some(mut last)) = (self.date(first, about), self.date(last, about))
                    else {
                        continue;
                    };
                    if last < first && first.month() == 12 {
                        last = last.checked_add(1.year()).unwrap_or(last);
                    }
                    let length = (last - first).get_days();
                    if length < 0 {
                        self.say(about, SheetTrouble::EndBeforeStart);
                        continue;
                    }
                    if length >= LONGEST_RANGE {
                        self.say(about, SheetTrouble::TooManyDays(length.unsigned_abs() + 1));
                        dates.push(first);
                        continue;
                    }
                    dates.extend(first.series(1.day()).take_while(|day| *day <= last));
                }
            }
        }
        dates.dedup();
        dates
    }

    fn date(&mut self, day: Day, about: About) -> Option<Date> {
        let Some(date) = self.calendar.date(day) else {
            self.say(about, SheetTrouble::NoSuchDay);
            return None;
        };
        if date.year() <= 1904 {
            self.say(about, SheetTrouble::Date1900);
            return None;
        }
        if day.weekday.is_some_and(|weekday| weekday != date.weekday()) {
            self.say(about, SheetTrouble::WeekdayDisagrees(date, date.weekday()));
        }
        Some(date)
    }

    /// The stretches of the row, the end cell's clock put to the start's.
    fn slots(&mut self) -> Vec<Slot> {
        let clocked = |stated: Option<&&Stated>| {
            stated.is_some_and(|stated| stated.slots.iter().any(|slot| slot.hours != Stretch::Open))
        };
        let source = match (&self.cells.time, &self.cells.date) {
            (time, _) if clocked(time.as_ref()) => self.cells.time,
            (_, date) if clocked(date.as_ref()) => self.cells.date,
            (Some(time), _) if time.has_days() => self.cells.time,
            (_, date) => *date,
        };
        let mut slots = source.map(|stated| stated.slots.clone()).unwrap_or_default();
        if slots.is_empty() {
            slots.push(Slot { days: Vec::new(), hours: Stretch::Open, offset: None });
        }
        let is_date_cell =
            source.is_some_and(|source| self.cells.date.is_some_and(|date| std::ptr::eq(source, date)));
        if let [slot] = slots.as_mut_slice() {
            if is_date_cell && self.cells.end_date.is_some() {
                slot.days.clear();
            }
            if let Some(end) = self.cells.end {
                self.put_end(slot, end);
            }
        }
        // A part said above holds for clocks that say none: 下午 over "2:00-3:30".
        if let Some(part) = self.cells.part_above {
            for slot in &mut slots {
                within(&mut slot.hours, part);
            }
        }
        if slots.len() > 1 && self.cells.end.is_some_and(Stated::has_clock) {
            self.say(About::End, SheetTrouble::SecondValue);
        }
        // Each date of a list in the date cell gave a slot of its own; without clocks they are one.
        if is_date_cell && slots.len() > 1 && slots.iter().all(|slot| slot.hours == Stretch::Open) {
            slots.truncate(1);
        }
        slots
    }

    fn put_end(&mut self, slot: &mut Slot, end: &Stated) {
        let Some(Slot { days, hours, .. }) = end.slots.first() else { return };
        let day = match days.first() {
            Some(Days::One(day) | Days::Through(_, day)) => Some(*day),
            None => None,
        };
        let (clock, next_day) = match hours {
            Stretch::From(clock) => (*clock, end.next_day),
            Stretch::Between(_, end) => (end.clock, end.next_day),
            // An end at midnight comes as a whole number of days from Excel.
            Stretch::Open
                if day.is_some() && matches!(slot.hours, Stretch::From(_)) && !slot.days.is_empty() =>
            {
                match Clock::new(0, 0) {
                    Some(clock) => (clock, false),
                    None => return,
                }
            }
            _ => return,
        };
        match slot.hours {
            Stretch::From(start) => slot.hours = Stretch::Between(start, End { clock, day, next_day }),
            Stretch::Between(_, written) if written.clock != clock => {
                self.say(About::End, SheetTrouble::SecondValue);
            }
            Stretch::Part(_) | Stretch::Open | Stretch::AllDay => {
                self.say(About::End, SheetTrouble::WhenUnreadable);
            }
            Stretch::Between(..) => {}
        }
    }

    fn slot(&mut self, slot: &Slot, row_days: &[Date]) {
        let own = self.dates(&slot.days, About::Time);
        let days = if own.is_empty() {
            if slot.days.is_empty() { row_days.to_vec() } else { Vec::new() }
        } else {
            let beside = self.cells.date.is_some_and(Stated::has_days);
            if beside && !row_days.is_empty() && own.iter().any(|day| !row_days.contains(day)) {
                self.say(About::Time, SheetTrouble::DaysDisagree(own[0]));
            }
            own
        };
        let (from, to, end) = match slot.hours {
            Stretch::Open => return self.without_clock(&days),
            Stretch::From(start) => {
                let from = start.minutes();
                let minutes = self.cells.minutes.or(self.cells.time.and_then(|time| time.minutes));
                if minutes.is_none() {
                    self.when.end_assumed = true;
                }
                (from, from + minutes.unwrap_or(60), None)
            }
            Stretch::Between(start, end) => {
                let (from, to) = Clock::pair(start, end.clock);
                (from, to, Some(end))
            }
            Stretch::Part(part) => {
                let (from, to) = part.assumed();
                self.say(About::Time, SheetTrouble::PartAssumed(from, to));
                (from, to, None)
            }
            Stretch::AllDay => {
                let (from, to) = (9 * 60, 17 * 60);
                self.say(About::Time, SheetTrouble::PartAssumed(from, to));
                (from, to, None)
            }
        };
        if days.is_empty() {
            if slot.days.is_empty() && !self.when.troubles.iter().any(|(about, _)| *about == About::Date) {
                self.say(About::Time, SheetTrouble::DayMissing);
            }
            return;
        }
        for day in days {
            self.on(day, from, to, end, slot.offset);
        }
    }

    fn without_clock(&mut self, days: &[Date]) {
        let pending = [self.cells.time, self.cells.date].into_iter().flatten().any(|stated| stated.pending);
        if pending {
            self.say(About::Time, SheetTrouble::TimePending);
        } else if !days.is_empty() && self.when.troubles.is_empty() {
            self.say(About::Date, SheetTrouble::TimeMissing);
        }
    }

    /// One stretch on one day.
    fn on(&mut self, day: Date, from: u32, to: u32, end: Option<End>, offset: Option<i32>) {
        let mut to = to;
        let mut end_day = day;
        if let Some(end) = end {
            if let Some(stated) = end.day {
                let Some(date) = self.date(stated, About::End) else { return };
                end_day = date;
            }
            if end.next_day && end_day == day {
                to += DAY;
            } else if end_day == day && to < from {
                let over = to + DAY - from;
                if from >= 17 * 60 && over <= DAY / 2 {
                    to += DAY;
                    self.say(About::End, SheetTrouble::PastMidnight);
                } else {
                    return self.say(About::End, SheetTrouble::EndBeforeStart);
                }
            }
        }
        let (Some(start), Some(stop)) = (self.instant(day, from, offset), self.instant(end_day, to, offset))
        else {
            return self.say(About::Time, SheetTrouble::WhenUnreadable);
        };
        let Some(span) = Span::new(start, stop) else {
            return self.say(About::End, SheetTrouble::EndBeforeStart);
        };
        if span.duration().is_zero() {
            self.say(About::End, SheetTrouble::ZeroLength);
        } else if span.duration() > SignedDuration::from_hours(24) {
            self.say(About::End, SheetTrouble::Long(span.duration().as_hours()));
        }
        self.when.spans.push(span);
    }

    fn instant(&mut self, day: Date, minutes: u32, offset: Option<i32>) -> Option<Timestamp> {
        let day = day.checked_add(i64::from(minutes / DAY).days()).ok()?;
        let minutes = minutes % DAY;
        let (hour, minute) = (i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?);
        let wall = day.at(hour, minute, 0, 0);
        if let Some(seconds) = offset {
            return Offset::from_seconds(seconds).ok()?.to_timestamp(wall).ok();
        }
        let ambiguous = self.zone.to_ambiguous_timestamp(wall);
        if ambiguous.is_ambiguous() {
            self.say(About::Time, SheetTrouble::ClockChange);
        }
        ambiguous.compatible().ok()
    }
}

fn first_day(stated: &Stated) -> Option<Day> {
    stated.slots.first().and_then(|slot| slot.days.first()).map(|days| match days {
        Days::One(day) | Days::Through(day, _) => *day,
    })
}

fn within(hours: &mut Stretch, part: DayPart) {
    match hours {
        Stretch::From(clock) => *clock = clock.within(part),
        Stretch::Between(start, end) if start.part.is_none() && end.clock.part.is_none() => {
            *start = start.within(part);
        }
        _ => {}
    }
}
