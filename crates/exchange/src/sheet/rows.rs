//! The rows of a table, one entry each, or one for each day and stretch a row names.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use festoon_domain::programme::{Citation, Span};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::SheetReading;
use super::cells::{Cells, as_text, is_blank};
use super::fields::Field;
use super::grid::Cell;
use super::map_file::TableMap;
use super::mapping;
use super::moments::clock::DayPart;
use super::moments::dates::{Calendar, Evidence, YearFrom};
use super::moments::span::{About, WhenCells};
use super::moments::{self, Expect, Stated, durations, serial, span};
use super::sections::{self, RowKind};
use super::tables::{Column, Table};
use super::trouble::SheetTrouble;
use super::words::{is_ditto, is_han, plain};
use crate::Defect;
use crate::defect::Trouble;
use crate::entry::Entry;

mod fill;
mod values;

/// What holds for a whole sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) file: &'a Arc<str>,
    pub(super) sheet: &'a Arc<str>,
    pub(super) zone: &'a TimeZone,
    pub(super) map: Option<&'a TableMap>,
}

/// Reads the rows of a table of sessions.
pub(super) fn read(cells: &Cells<'_>, table: &Table, context: &Context<'_>, reading: &mut SheetReading) {
    let mut rows = Rows::new(cells, table, context, reading);
    rows.settle_calendar();
    for row in table.rows.clone() {
        rows.row(row);
    }
    rows.close();
}

pub(super) struct Rows<'a, 'g> {
    cells: &'a Cells<'g>,
    table: &'a Table,
    context: &'a Context<'a>,
    reading: &'a mut SheetReading,
    calendar: Calendar,
    moments: HashMap<(Expect, String), Rc<Stated>>,
    values: values::Cache,
    filled: Vec<fill::Filled>,
    /// How often an empty cell of a column was read as the one above, by the column's place.
    fills: HashMap<usize, u32>,
    above: Above,
    ends_assumed: Vec<Citation>,
}

/// What rows above say for those below.
#[derive(Debug, Clone, Default)]
struct Above {
    day: Option<Date>,
    part_of_day: Option<DayPart>,
    hall: Option<String>,
    part: Option<String>,
}

/// The moments of one row's cells.
#[derive(Default)]
struct RowMoments {
    date: Option<(usize, Rc<Stated>)>,
    end_date: Option<(usize, Rc<Stated>)>,
    time: Option<(usize, Rc<Stated>)>,
    end: Option<(usize, Rc<Stated>)>,
    minutes: Option<u32>,
}

impl<'a, 'g> Rows<'a, 'g> {
    fn new(
        cells: &'a Cells<'g>,
        table: &'a Table,
        context: &'a Context<'a>,
        reading: &'a mut SheetReading,
    ) -> Self {
        let calendar = Calendar { year: Evidence::ASSUMED_YEAR, day_first: false };
        let filled = fill::columns(cells, table);
        Self {
            cells,
            table,
            context,
            reading,
            calendar,
            moments: HashMap::new(),
            values: values::Cache::default(),
            filled,
            fills: HashMap::new(),
            above: Above::default(),
            ends_assumed: Vec::new(),
        }
    }

    fn say(&mut self, row: usize, column: usize, trouble: SheetTrouble) {
        let stood = as_text(self.value(row, column)).into_owned();
        let citation = self.cells.cite(row, column);
        self.reading.defects.push(Defect::new(citation, &stood, Trouble::Sheet(trouble)));
    }

    fn say_heading(&mut self, column: &Column, trouble: SheetTrouble) {
        let citation = self.cells.cite(self.table.heading, column.index);
        self.reading.defects.push(Defect::new(citation, &column.heading, Trouble::Sheet(trouble)));
    }

    /// The value of a cell: its own, its merge's, or for "ditto" and systematic blanks the one above.
    fn value(&self, row: usize, column: usize) -> &'g Cell {
        let cell = self.cells.cell(row, column);
        let is_ditto = matches!(cell, Cell::Text(text) if is_ditto(text));
        let filled = self.filled.iter().find(|filled| filled.column == column);
        if !is_ditto && !(is_blank(cell) && filled.is_some()) {
            return cell;
        }
        (self.table.rows.start..row)
            .rev()
            .take(5000)
            .map(|above| self.cells.cell(above, column))
            .find(|cell| !is_blank(cell) && !matches!(cell, Cell::Text(text) if self::is_ditto(text)))
            .unwrap_or(&Cell::Empty)
    }

    /// Reads a cell about when.
    fn stated(&mut self, row: usize, column: usize, expect: Expect) -> Option<Rc<Stated>> {
        let cell = self.value(row, column);
        let number = match cell {
            Cell::Empty | Cell::Bool(_) | Cell::Fault(_) => return None,
            Cell::Serial(value) => Some(*value),
            Cell::Number(value) => {
                Some(*value).filter(|value| is_serial(*value, expect, self.cells.grid.is_1904))
            }
            Cell::Text(text) => text.trim().parse().ok().filter(|value| {
                text.contains('.') && is_serial(*value, expect, false)
                    || text.trim().len() == 5 && is_serial(*value, expect, false)
            }),
        };
        if let Some(serial) = number.and_then(|value| serial::read(value, self.cells.grid.is_1904)) {
            let serial = if expect == Expect::Date { serial.as_day() } else { serial };
            return Some(Rc::new(Stated::serial(serial)));
        }
        let text = as_text(cell);
        if text.is_empty() {
            return None;
        }
        if let Some(known) = self.moments.get(&(expect, text.to_string())) {
            return Some(known.clone());
        }
        let stated = Rc::new(moments::read(&text, expect));
        self.moments.insert((expect, text.into_owned()), stated.clone());
        Some(stated)
    }

    fn expect_time(&self) -> Expect {
        if self.table.has(Field::Date) || self.above.day.is_some() { Expect::Time } else { Expect::Either }
    }

    /// Learns what all days of the table say together: the year, and whether the day comes first.
    fn settle_calendar(&mut self) {
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
            .collect();
        let mut sheet_day = None;
        let mut title_day = None;
        for title in &titles {
            chinese |= title.chars().any(is_han);
            if title_day.is_none()
                && let Some(day) = sections::day_in_title(title)
            {
                title_day = Some(day);
            }
        }
        if let Some((Some(day), _)) = sections::day_of(self.context.sheet) {
            sheet_day = Some(day);
        }
        for day in [sheet_day, title_day].into_iter().flatten() {
            evidence.add(day);
        }
        let hint = titles
            .iter()
            .map(String::as_str)
            .chain([&**self.context.sheet, &**self.context.file])
            .find_map(year_in);
        let (year, from) = match said {
            Some(year) => (year, YearFrom::Said),
            None => evidence.year(hint),
        };
        let day_first = self.context.map.and_then(|map| map.day_first);
        let calendar =
            Calendar { year, day_first: day_first.unwrap_or_else(|| evidence.day_first(year, !chinese)) };
        self.calendar = calendar;
        self.above.day = sheet_day.or(title_day).and_then(|day| calendar.date(day));

        if let Some((row, column)) = first {
            if evidence.lacks_year() && from != YearFrom::Said {
                self.say(row, column, SheetTrouble::YearAssumed(year));
            }
            if evidence.is_open() && !evidence.settles_order() && day_first.is_none() {
                self.say(row, column, SheetTrouble::OrderAssumed(calendar.day_first));
            }
        }
    }

    fn row(&mut self, row: usize) {
        match sections::kind(self.cells, self.table, row) {
            RowKind::Blank => {}
            RowKind::Day(day, part) => {
                if let Some(day) = day {
                    self.above = Above { day: self.calendar.date(day), ..Above::default() };
                    self.check_weekday(row, day);
                }
                self.above.part_of_day = part;
            }
            RowKind::Hall(hall) => self.above.hall = Some(hall),
            RowKind::Part(part) => {
                self.above.part = Some(part);
                if let Some(column) = self.cells.filled(row).next() {
                    self.say(row, column, SheetTrouble::SectionAsPart);
                }
            }
            RowKind::Note => {
                if let Some(column) = self.cells.filled(row).next() {
                    self.say(row, column, SheetTrouble::RowAside);
                }
            }
            RowKind::Data => self.data(row),
        }
    }

    fn check_weekday(&mut self, row: usize, day: moments::dates::Day) {
        if let (Some(date), Some(weekday)) = (self.calendar.date(day), day.weekday)
            && date.weekday() != weekday
            && let Some(column) = self.cells.filled(row).next()
        {
            self.say(row, column, SheetTrouble::WeekdayDisagrees(date, date.weekday()));
        }
    }

    fn data(&mut self, row: usize) {
        for column in self.cells.filled(row).collect::<Vec<_>>() {
            match self.cells.own(row, column) {
                Cell::Fault(words) => {
                    let citation = self.cells.cite(row, column);
                    self.reading.defects.push(Defect::new(
                        citation,
                        words,
                        Trouble::Sheet(SheetTrouble::Fault),
                    ));
                }
                Cell::Text(text) if is_ditto(text) && is_blank(self.value(row, column)) => {
                    self.say(row, column, SheetTrouble::NothingAbove);
                }
                _ => {}
            }
        }
        self.count_fills(row);
        if self.continues(row) {
            return self.more_people(row);
        }
        let mut entry = Entry::at(self.cells.cite_row(row));
        self.fill_entry(row, &mut entry);
        let (moments, columns) = self.row_moments(row);
        let spans = self.spans(row, &moments, columns);
        if entry.title.is_empty() {
            if spans.is_empty() && entry.people.is_empty() && entry.activity.is_empty() {
                if let Some(column) = self.cells.filled(row).next() {
                    self.say(row, column, SheetTrouble::RowAside);
                }
                return;
            }
            let column = self.table.of(Field::Title).next().map_or(0, |column| column.index);
            if !entry.activity.is_empty() {
                entry.title = entry.activity.clone();
            }
            self.say(row, column, SheetTrouble::Untitled);
        }
        if spans.is_empty() {
            self.reading.entries.push(entry);
            return;
        }
        for span in spans {
            self.reading.entries.push(Entry { when: Some(span), ..entry.clone() });
        }
    }

    fn count_fills(&mut self, row: usize) {
        for filled in &self.filled {
            if is_blank(self.cells.cell(row, filled.column)) && !is_blank(self.value(row, filled.column)) {
                *self.fills.entry(filled.column).or_default() += 1;
            }
        }
    }

    /// The title of this row is the one merged over it or empty, and so are its times: more about the session above.
    fn continues(&self, row: usize) -> bool {
        if self.reading.entries.is_empty() || row == self.table.rows.start {
            return false;
        }
        let from_above = |column: &Column| {
            self.cells.area(row, column.index).is_some_and(|area| area.top < row)
                || is_blank(self.cells.cell(row, column.index))
        };
        let mut titles = self.table.of(Field::Title);
        let times = |field| self.table.of(field).all(from_above);
        titles.all(from_above)
            && [Field::Date, Field::Time, Field::Start, Field::End, Field::Duration].into_iter().all(times)
            && [Field::Time, Field::Start, Field::Title].iter().any(|field| self.table.has(*field))
            && self.table.columns.iter().any(|c| matches!(c.field, Some(Field::Person(_))) && !from_above(c))
    }

    fn more_people(&mut self, row: usize) {
        let mut more = Entry::at(self.cells.cite_row(row));
        self.fill_people(row, &mut more);
        let Some(last) = self.reading.entries.last() else { return };
        let citation = last.citation.clone();
        for entry in self.reading.entries.iter_mut().rev().take_while(|entry| entry.citation == citation) {
            for person in &more.people {
                if !entry.people.contains(person) {
                    entry.people.push(person.clone());
                }
            }
        }
    }

    fn row_moments(&mut self, row: usize) -> (RowMoments, [usize; 3]) {
        let mut found = RowMoments::default();
        let expect = self.expect_time();
        for column in &self.table.columns {
            let slot = match column.field {
                Some(Field::Date) => (&mut found.date, Expect::Date),
                Some(Field::EndDate) => (&mut found.end_date, Expect::Date),
                Some(Field::Time | Field::Start) => (&mut found.time, expect),
                Some(Field::End) => (&mut found.end, expect),
                Some(Field::Duration) => {
                    found.minutes = self.minutes(row, column);
                    continue;
                }
                _ => continue,
            };
            if slot.0.as_ref().is_none_or(|(_, stated)| stated.is_empty()) {
                *slot.0 = self
                    .stated(row, column.index, slot.1)
                    .map(|stated| (column.index, stated))
                    .or(slot.0.take());
            }
        }
        // "日期" that holds the whole of it, and a start in "时间" that is nothing but a date.
        let place = |moment: &Option<(usize, Rc<Stated>)>| moment.as_ref().map(|(column, _)| *column);
        let time = place(&found.time).or(place(&found.date)).unwrap_or(0);
        let columns = [place(&found.date).unwrap_or(time), time, place(&found.end).unwrap_or(time)];
        (found, columns)
    }

    fn minutes(&mut self, row: usize, column: &Column) -> Option<u32> {
        let minutes = match self.value(row, column.index) {
            Cell::Empty => return None,
            Cell::Serial(value) => durations::number(*value * 24.0, Some(durations::Unit::Hours)),
            Cell::Number(value) => durations::number(*value, column.unit),
            Cell::Text(text) => {
                if text.trim().is_empty() || super::words::is_placeholder(text) {
                    return None;
                }
                durations::read(text, column.unit)
            }
            Cell::Bool(_) | Cell::Fault(_) => None,
        };
        if minutes.is_none() {
            self.say(row, column.index, SheetTrouble::NotUnderstood("duration"));
        }
        minutes
    }

    fn spans(&mut self, row: usize, found: &RowMoments, columns: [usize; 3]) -> Vec<Span> {
        let get = |moment: &'_ Option<(usize, Rc<Stated>)>| moment.as_ref().map(|(_, stated)| stated.clone());
        let (date, end_date, time, end) =
            (get(&found.date), get(&found.end_date), get(&found.time), get(&found.end));
        let when = span::join(
            WhenCells {
                date: date.as_deref(),
                end_date: end_date.as_deref(),
                time: time.as_deref(),
                end: end.as_deref(),
                minutes: found.minutes,
                above: self.above.day,
                part_above: self.above.part_of_day,
            },
            self.calendar,
            self.context.zone,
        );
        for (column, stated) in [&found.date, &found.end_date, &found.time, &found.end].into_iter().flatten()
        {
            if stated.is_empty() && !super::words::is_placeholder(&as_text(self.value(row, *column))) {
                self.say(row, *column, SheetTrouble::WhenUnreadable);
            } else if !stated.junk.is_empty() && !stated.pending {
                self.say(row, *column, SheetTrouble::WhenLeft(stated.junk.clone()));
            } else if stated.is_empty() && super::words::is_pending(&as_text(self.value(row, *column))) {
                self.say(row, *column, SheetTrouble::TimePending);
            }
        }
        for (about, trouble) in when.troubles {
            let column = match about {
                About::Date => columns[0],
                About::Time => columns[1],
                About::End => columns[2],
            };
            self.say(row, column, trouble);
        }
        if when.end_assumed && !when.spans.is_empty() {
            self.ends_assumed.push(self.cells.cite(row, columns[1]));
        }
        self.reading.used_assumed_zone |= !when.spans.is_empty();
        when.spans
    }

    /// What is said once for the whole table.
    fn close(&mut self) {
        let systematic =
            !self.table.has(Field::End) && !self.table.has(Field::Duration) && self.ends_assumed.len() > 3;
        let ends = std::mem::take(&mut self.ends_assumed);
        if systematic {
            let count = u32::try_from(ends.len()).unwrap_or(u32::MAX);
            self.reading.defects.push(Defect::new(
                ends[0].clone(),
                "",
                Trouble::Sheet(SheetTrouble::EndAssumed(count)),
            ));
        } else {
            for citation in ends {
                self.reading.defects.push(Defect::new(
                    citation,
                    "",
                    Trouble::Sheet(SheetTrouble::EndAssumed(1)),
                ));
            }
        }
        for column in &self.table.columns {
            if let Some(cells) = self.fills.get(&column.index).copied() {
                let trouble = if column.field == Some(Field::Date) {
                    SheetTrouble::DateFilled(cells)
                } else {
                    SheetTrouble::ColumnFilled(cells)
                };
                self.say_heading(column, trouble);
            }
            let cells = match column.field {
                None | Some(Field::Note | Field::Contact | Field::Ignored) => {
                    mapping::filled(self.table, self.cells, column.index)
                }
                _ => 0,
            };
            if cells > 0 {
                let trouble = if column.field.is_none() {
                    SheetTrouble::ColumnAside(cells)
                } else {
                    SheetTrouble::ColumnUnused(cells)
                };
                self.say_heading(column, trouble);
            }
        }
    }
}

/// A number that is Excel's count of days under a heading about when, not `20210621`, `1400` or `9`.
fn is_serial(value: f64, expect: Expect, is_1904: bool) -> bool {
    serial::is_plausible_day(value, is_1904) || (expect != Expect::Date && value > 0.0 && value < 1.0)
}

/// `2021年`, `2021 Innovation Week`, `week-2021.xlsx`.
pub(super) fn year_in(text: &str) -> Option<i16> {
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
