//! Days as written, and what a whole table decides about them: the year, and whether day or month comes first.

use jiff::civil::{Date, Weekday};

/// A day as a cell writes it.
#[expect(clippy::struct_field_names, reason = "a day has a day of the month")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in super::super) struct Day {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: i8,
    pub(super) order: Order,
    /// The weekday written beside it.
    pub(in super::super) weekday: Option<Weekday>,
}

/// What the writing says about day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in super::super) enum Order {
    /// Nothing can be mistaken.
    Plain,
    /// 21/06: the day stands first beyond doubt.
    DayFirst,
    /// 06/21: the month stands first beyond doubt.
    MonthFirst,
    /// 03/04: kept as month first until the column decides.
    Open,
}

impl Day {
    pub(super) fn full(year: u32, month: u32, day: u32) -> Option<Self> {
        let year = i16::try_from(year).ok().filter(|year| (1900..=2200).contains(year))?;
        Some(Self { year: Some(year), ..Self::of_month(month, day)? })
    }

    pub(super) fn of_month(month: u32, day: u32) -> Option<Self> {
        // 31 June is kept, so that it can be said that there is no such day.
        if !(1..=12).contains(&month) {
            return None;
        }
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        (1..=31).contains(&day).then_some(Self {
            year: None,
            month: Some(month),
            day,
            order: Order::Plain,
            weekday: None,
        })
    }

    /// A day of a month named elsewhere.
    pub(super) fn bare(day: u32) -> Option<Self> {
        let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        Some(Self { year: None, month: None, day, order: Order::Plain, weekday: None })
    }

    /// `21/06/2021`, `6/21`, `03.04.21`: two or three numbers and what stands between them.
    pub(super) fn numeric(first: u32, second: u32, year: Option<u32>, separator: char) -> Option<Self> {
        let month_first = Self::of_month(first, second);
        let day_first = Self::of_month(second, first);
        let dotted = separator == '.' && year.is_some();
        let (mut day, order) = match (month_first, day_first) {
            (Some(day), Some(_)) if !dotted && first != second => (day, Order::Open),
            (Some(day), None) => (day, Order::MonthFirst),
            (_, Some(day)) => (day, if first == second { Order::Plain } else { Order::DayFirst }),
            (None, None) => return None,
        };
        day.order = order;
        if let Some(year) = year {
            let year = if year < 100 { year + 2000 } else { year };
            day.year = Some(i16::try_from(year).ok().filter(|year| (1900..=2200).contains(year))?);
        }
        Some(day)
    }

    pub(super) fn of(date: Date) -> Self {
        Self {
            year: Some(date.year()),
            month: Some(date.month()),
            day: date.day(),
            order: Order::Plain,
            weekday: None,
        }
    }

    fn swapped(self) -> Self {
        let Some(month) = self.month else { return self };
        Self { month: Some(self.day), day: month, ..self }
    }

    /// With the order of the column, if the writing leaves it open.
    fn ordered(self, day_first: bool) -> Self {
        if self.order == Order::Open && day_first { self.swapped() } else { self }
    }
}

/// What a table's days say together.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Evidence {
    years: Vec<(i16, u32)>,
    day_first: u32,
    month_first: u32,
    /// Days whose order is open, with their year and weekday; at most [`Self::KEPT`].
    open: Vec<Day>,
    /// Days without a year but with a weekday; at most [`Self::KEPT`].
    weekdays: Vec<Day>,
    yearless: bool,
}

/// How the days of a table are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Calendar {
    pub(in super::super) year: i16,
    pub(in super::super) day_first: bool,
    /// The month a title says for bare days: `21日` under 2021年6月.
    pub(in super::super) month: Option<i8>,
}

/// Where a year that is not written came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum YearFrom {
    /// From `map.toml`, another row, the title or the file's name.
    Said,
    /// The weekdays fit it.
    Weekdays,
    /// Nothing says it.
    Nothing,
}

impl Evidence {
    const KEPT: usize = 64;

    pub(in super::super) fn add(&mut self, day: Day) {
        match day.year {
            Some(year) => match self.years.iter_mut().find(|(known, _)| *known == year) {
                Some((_, times)) => *times += 1,
                None => self.years.push((year, 1)),
            },
            None => self.yearless = true,
        }
        match day.order {
            Order::DayFirst => self.day_first += 1,
            Order::MonthFirst => self.month_first += 1,
            Order::Open if self.open.len() < Self::KEPT && !self.open.contains(&day) => self.open.push(day),
            Order::Open | Order::Plain => {}
        }
        if day.year.is_none()
            && day.weekday.is_some()
            && day.order != Order::Open
            && self.weekdays.len() < Self::KEPT
            && !self.weekdays.contains(&day)
        {
            self.weekdays.push(day);
        }
    }

    /// Days whose year nobody wrote.
    pub(in super::super) fn lacks_year(&self) -> bool {
        self.yearless
    }

    /// The first day that could be read two ways.
    pub(in super::super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether other days of the table settle what comes first.
    pub(in super::super) fn settles_order(&self) -> bool {
        self.day_first > 0 || self.month_first > 0
    }

    /// The year most days write, else `said`, else the last up to this one in which all weekdays fit, else this one.
    pub(in super::super) fn year(&self, said: Option<i16>, this_year: i16) -> (i16, YearFrom) {
        if let Some((year, _)) = self.years.iter().max_by_key(|(_, times)| *times) {
            return (*year, YearFrom::Said);
        }
        if let Some(year) = said {
            return (year, YearFrom::Said);
        }
        let fits = |year: i16| {
            self.weekdays.iter().all(|day| {
                let date = day.month.and_then(|month| Date::new(year, month, day.day).ok());
                date.is_some_and(|date| Some(date.weekday()) == day.weekday)
            })
        };
        if !self.weekdays.is_empty()
            && let Some(year) = (this_year - 11..=this_year).rev().find(|year| fits(*year))
        {
            return (year, YearFrom::Weekdays);
        }
        (this_year, YearFrom::Nothing)
    }

    /// Whether the day comes first: what other days of the column show, the weekdays, the order that keeps the days
    /// together, and at last `usual`.
    pub(in super::super) fn day_first(&self, year: i16, usual: bool) -> bool {
        if self.day_first != self.month_first {
            return self.day_first > self.month_first;
        }
        let date = |day: &Day, first: bool| {
            let day = day.ordered(first);
            Date::new(day.year.unwrap_or(year), day.month?, day.day).ok()
        };
        let agreeing = |first: bool| {
            self.open
                .iter()
                .filter(|day| day.weekday.is_some() && date(day, first).map(Date::weekday) == day.weekday)
                .count()
        };
        if agreeing(true) != agreeing(false) {
            return agreeing(true) > agreeing(false);
        }
        let spread = |first: bool| {
            let days: Vec<Date> = self.open.iter().filter_map(|day| date(day, first)).collect();
            match (days.iter().min(), days.iter().max()) {
                (Some(min), Some(max)) => (*max - *min).get_days(),
                _ => 0,
            }
        };
        let (together, apart) = (spread(true), spread(false));
        if together.abs_diff(apart) > 20 { together < apart } else { usual }
    }
}

impl Calendar {
    /// The date, in the table's year where none is written; nothing for 30 February.
    pub(in super::super) fn date(self, day: Day) -> Option<Date> {
        let day = day.ordered(self.day_first);
        Date::new(day.year.unwrap_or(self.year), day.month.or(self.month)?, day.day).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(first: u32, second: u32) -> Day {
        Day::numeric(first, second, Some(2021), '/').expect("a day")
    }

    #[test]
    fn one_day_beyond_twelve_decides_the_column() {
        let mut evidence = Evidence::default();
        evidence.add(open(3, 4));
        evidence.add(open(21, 6));
        assert!(evidence.day_first(2021, false));
    }

    #[test]
    fn the_order_that_keeps_the_days_together_wins_over_the_usual_one() {
        let mut evidence = Evidence::default();
        for day in 3..6 {
            evidence.add(open(day, 4));
        }
        assert!(evidence.day_first(2021, false));
    }

    #[test]
    fn weekdays_find_the_year() {
        let mut evidence = Evidence::default();
        evidence.add(Day { weekday: Some(Weekday::Monday), ..Day::of_month(6, 21).expect("a day") });
        assert_eq!(evidence.year(None, 2026), (2021, YearFrom::Weekdays));
    }
}
