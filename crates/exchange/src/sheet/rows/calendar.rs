//! What all days of a table say together: the year, the order of day and month, and the day said above it.

use super::super::cells::is_blank;
use super::super::fields::Field;
use super::super::labels;
use super::super::moments::Expect;
use super::super::moments::dates::{Calendar, Day, Evidence, YearFrom};
use super::super::sections::{self, RowKind};
use super::super::trouble::SheetTrouble;
use super::super::words::{is_han, plain};
use super::{Above, Rows};

impl Rows<'_, '_> {
    /// Learns what all days of the table say together: the year, and whether the day comes first.
    pub(super) fn settle_calendar(&mut self, before: Option<Above>) {
        let mut evidence = Evidence::default();
        let mut first = None;
        let mut chinese = self.table.columns.iter().any(|column| column.heading.chars().any(is_han));
        let columns: Vec<(usize, Expect)> = self
            .table
            .columns
            .iter()
            .filter_map(|column| match column.field? {
                Field::Date | Field::EndDate => Some((column.index, Expect::Date)),
                Field::Time | Field::Start | Field::End => Some((column.index, self.expect_time())),
                _ => None,
            })
            .collect();
        for row in self.table.rows.clone() {
            for (column, expect) in &columns {
                if is_blank(self.cells.own(row, *column)) {
                    continue;
                }
                if let Some(stated) = self.stated(row, *column, *expect) {
                    if stated.has_days() && first.is_none() {
                        first = Some((row, *column));
                    }
                    stated.testify(&mut evidence);
                }
            }
            if self.cells.filled(row).take(3).count() < 3
                && let RowKind::Day(Some(day), _) = sections::kind(self.cells, self.table, row)
            {
                evidence.add(day);
                first = first.or_else(|| self.cells.filled(row).next().map(|column| (row, column)));
            }
        }
        let said = self.context.map.and_then(|map| map.year);
        let titles: Vec<String> = self
            .table
            .above
            .iter()
            .flat_map(|row| self.cells.filled(*row).map(|c| self.cells.text(*row, c).into_owned()))
            .chain(self.context.lines.iter().map(ToString::to_string))
            .collect();
        let own = self.table.above.len() - self.table.repeated_above;
        let mut sheet_day = None;
        let mut title_day = None;
        for title in &titles {
            chinese |= title.chars().any(is_han);
            if let Some(day) = sections::day_in_title(title).or_else(|| sections::day_of(title)?.0)
                && (title_day.is_none() || self.table.repeated_above > 0 || !self.context.lines.is_empty())
            {
                title_day = Some(day);
            }
            self.heed(title);
        }
        if let Some((Some(day), _)) = sections::day_of(self.context.sheet) {
            sheet_day = Some(day);
        }
        if self.whole.hall.is_none() && sections::is_hall_sheet(self.context.sheet) {
            self.whole.hall = Some(self.context.sheet.to_string());
        }
        for day in [sheet_day, title_day].into_iter().flatten() {
            evidence.add(day);
        }
        let hint = titles
            .iter()
            .map(String::as_str)
            .chain([&**self.context.sheet, &**self.context.file])
            .find_map(year_in)
            .or_else(|| {
                let first = self.table.titles.clone();
                first
                    .flat_map(|row| self.cells.filled(row).map(move |c| (row, c)))
                    .find_map(|(row, c)| year_in(&self.cells.text(row, c)))
            });
        let (year, from) = match said {
            Some(year) => (year, YearFrom::Said),
            None => evidence.year(hint, self.context.this_year),
        };
        let day_first = self.context.map.and_then(|map| map.day_first);
        let names = [&**self.context.sheet, &**self.context.file];
        let calendar = Calendar {
            year,
            day_first: day_first.unwrap_or_else(|| evidence.day_first(year, !chinese)),
            month: titles.iter().map(String::as_str).chain(names).find_map(month_in),
        };
        self.calendar = calendar;
        self.above = self.whole.clone();
        self.above.day = sheet_day.or(title_day).and_then(|day| calendar.date(day));
        if let Some(before) = before.filter(|_| own == 0) {
            self.above = before;
        }

        if let Some((row, column)) = first {
            if evidence.lacks_year() && from != YearFrom::Said {
                self.say(row, column, SheetTrouble::YearAssumed(year));
            }
            if evidence.is_open() && !evidence.settles_order() && day_first.is_none() {
                self.say(row, column, SheetTrouble::OrderAssumed(calendar.day_first));
            }
        }
    }

    /// The hall, part, place or host a line above the table says for all of it.
    fn heed(&mut self, title: &str) {
        let labelled = labels::read(title);
        if sections::is_hall(title) {
            self.whole.hall = Some(title.to_owned());
        }
        if sections::is_section_name(&labelled.rest) && sections::day_of(&labelled.rest).is_none() {
            self.whole.part = Some(labelled.rest);
        }
        self.whole.place = labelled.place.or(self.whole.place.take());
        self.whole.host = labelled.host.or(self.whole.host.take());
    }

    pub(super) fn check_weekday(&mut self, row: usize, day: Day) {
        if let (Some(date), Some(weekday)) = (self.calendar.date(day), day.weekday)
            && date.weekday() != weekday
            && let Some(column) = self.cells.filled(row).next()
        {
            self.say(row, column, SheetTrouble::WeekdayDisagrees(date, date.weekday()));
        }
    }
}

/// `2021年`, `2021 Innovation Week`, `week-2021.xlsx`.
pub(in super::super) fn year_in(text: &str) -> Option<i16> {
    let text = plain(text);
    let bytes = text.as_bytes();
    (0..bytes.len()).find_map(|at| {
        let digits = bytes.get(at..at + 4)?;
        let alone = (at == 0 || !bytes[at - 1].is_ascii_digit())
            && !bytes.get(at + 8).is_some_and(u8::is_ascii_digit);
        let year: i16 = std::str::from_utf8(digits).ok()?.parse().ok()?;
        let followed = bytes.get(at + 4).is_some_and(u8::is_ascii_digit);
        let compact =
            followed && bytes.get(at + 4..at + 8).is_some_and(|rest| rest.iter().all(u8::is_ascii_digit));
        ((!followed || compact) && alone && (2000..=2099).contains(&year)).then_some(year)
    })
}

/// `2021年6月活动安排`: the month of bare days below, unless a day follows it.
fn month_in(text: &str) -> Option<i8> {
    let text = plain(text);
    let (before, after) = text.split_once('月')?;
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    before[before.len() - digits..].parse().ok().filter(|month| (1..=12).contains(month))
}
