//! The rows of a table, one entry each, or one for each day and stretch a row names.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use festoon_domain::programme::Citation;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::SheetReading;
use super::cells::{Cells, as_text, is_blank};
use super::fields::Field;
use super::grid::Cell;
use super::labels::Labelled;
use super::map_file::TableMap;
use super::mapping;
use super::moments::clock::DayPart;
use super::moments::dates::Calendar;
use super::moments::{self, Expect, Stated, serial};
use super::sections::{self, RowKind};
use super::tables::{Column, Table};
use super::trouble::SheetTrouble;
use super::words::is_ditto;
use super::zones;
use crate::Defect;
use crate::defect::Trouble;
use crate::entry::Entry;

mod attribute;
mod calendar;
mod fill;
mod ours;
mod values;
mod when;

pub(super) use calendar::year_in;

/// What holds for a whole sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) file: &'a Arc<str>,
    pub(super) sheet: &'a Arc<str>,
    pub(super) zone: &'a TimeZone,
    pub(super) map: Option<&'a TableMap>,
    pub(super) this_year: i16,
    /// The paragraphs before a document's table.
    pub(super) lines: &'a [Box<str>],
}

/// Reads the rows of a table of sessions.
///
/// `before` is what the rows said last where the headings are only repeated; what holds at the end comes back.
pub(super) fn read(
    cells: &Cells<'_>,
    table: &Table,
    context: &Context<'_>,
    before: Option<Above>,
    reading: &mut SheetReading,
) -> Above {
    let mut rows = Rows::new(cells, table, context, reading);
    rows.settle_calendar(before);
    for row in table.rows.clone() {
        rows.row(row);
    }
    rows.close();
    rows.above
}

/// Reads the rows of a table that this program wrote: what bears its guid as it stands, what was added by hand as any
/// host's row.
pub(super) fn read_ours(cells: &Cells<'_>, table: &Table, context: &Context<'_>, reading: &mut SheetReading) {
    let mut rows = Rows::new(cells, table, context, reading);
    // An empty cell says that there is nothing, not that the one above holds.
    rows.filled.clear();
    rows.settle_calendar(None);
    for row in table.rows.clone() {
        match rows.own_row(row) {
            Some(entries) => rows.reading.entries.extend(entries),
            None => rows.row(row),
        }
    }
    rows.close();
}

pub(super) struct Rows<'a, 'g> {
    cells: &'a Cells<'g>,
    table: &'a Table,
    context: &'a Context<'a>,
    reading: &'a mut SheetReading,
    calendar: Calendar,
    moments: HashMap<Expect, HashMap<Box<str>, Rc<Stated>>>,
    values: values::Cache,
    zones: HashMap<Box<str>, Option<zones::Said>>,
    filled: Vec<fill::Filled>,
    origins: fill::Origins,
    /// How often an empty cell of a column was read as the one above, by the column's place.
    fills: HashMap<usize, u32>,
    above: Above,
    /// What the lines above the table say for all of it.
    whole: Above,
    ends_assumed: Vec<Citation>,
}

/// What rows above say for those below.
#[derive(Debug, Clone, Default)]
pub(super) struct Above {
    day: Option<Date>,
    part_of_day: Option<DayPart>,
    hall: Option<String>,
    part: Option<String>,
    place: Option<String>,
    host: Option<String>,
}

impl<'a, 'g> Rows<'a, 'g> {
    fn new(
        cells: &'a Cells<'g>,
        table: &'a Table,
        context: &'a Context<'a>,
        reading: &'a mut SheetReading,
    ) -> Self {
        let calendar = Calendar { year: context.this_year, day_first: false, month: None };
        let filled = fill::columns(cells, table);
        let origins = fill::origins(cells, table, &filled);
        Self {
            cells,
            table,
            context,
            reading,
            calendar,
            moments: HashMap::new(),
            values: values::Cache::default(),
            zones: HashMap::new(),
            filled,
            origins,
            fills: HashMap::new(),
            above: Above::default(),
            whole: Above::default(),
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
        let takes_above =
            is_ditto || (is_blank(cell) && self.filled.iter().any(|filled| filled.column == column));
        if !takes_above {
            return cell;
        }
        let origin =
            self.origins.get(&column).and_then(|rows| *rows.get(row.checked_sub(self.table.rows.start)?)?);
        origin.map_or(&Cell::Empty, |row| self.cells.cell(row, column))
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
        if let Some(known) = self.moments.get(&expect).and_then(|known| known.get(&*text)) {
            return Some(known.clone());
        }
        let stated = Rc::new(moments::read(&text, expect));
        self.moments.entry(expect).or_default().insert(text.into(), stated.clone());
        Some(stated)
    }

    fn expect_time(&self) -> Expect {
        if self.table.has(Field::Date) || self.above.day.is_some() { Expect::Time } else { Expect::Either }
    }

    fn row(&mut self, row: usize) {
        match sections::kind(self.cells, self.table, row) {
            RowKind::Blank => {}
            RowKind::Day(day, part) => {
                if let Some(day) = day {
                    self.above = Above { day: self.calendar.date(day), ..self.whole.clone() };
                    self.check_weekday(row, day);
                }
                self.above.part_of_day = part;
            }
            RowKind::Labelled(labelled) => self.labelled(row, labelled),
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

    /// `6月21日 地点：会议中心`, `二、绿色能源论坛（地点：钟山厅）`: a section with its place or host.
    fn labelled(&mut self, row: usize, labelled: Labelled) {
        if let Some((day, part)) = sections::day_of(&labelled.rest) {
            if let Some(day) = day {
                self.above = Above { day: self.calendar.date(day), ..self.whole.clone() };
                self.check_weekday(row, day);
            }
            self.above.part_of_day = part;
        } else if !labelled.rest.is_empty() {
            self.above.part = Some(labelled.rest);
            if let Some(column) = self.cells.filled(row).next() {
                self.say(row, column, SheetTrouble::SectionAsPart);
            }
        }
        self.above.place = labelled.place.or(self.above.place.take());
        self.above.host = labelled.host.or(self.above.host.take());
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
