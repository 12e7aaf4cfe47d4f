//! Meetings as hosts send them: a workbook with a sheet for each kind of thing, or as many CSV files.
//!
//! A sheet is known by its name, else by its headings; a column by its heading, in Chinese or English, wherever the headings stand. Lists stand in one cell,
//! parted by `;`, `、` or a new line. Columns that mean nothing here are told and left aside, since hosts keep telephone numbers beside; a sheet that
//! means nothing is refused, unless it is called notes.

mod columns;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

use festoon_domain::programme::Spot;

use super::raw::{
    Apart, Break, Day, Document, Fault, Faults, Interpreter, Party, Pin, Road, Venue, bad, fault,
};
use super::reading::{A_BREAK, A_ROAD, BETWEEN, MINUTES, MOST, TABLES};
use crate::sheet::cells::Cells;
use crate::sheet::grid::{self, GridPlace};
use crate::{Format, NamedFile, Placed, Reason, Refusal, Right, Word};
use columns::{Column, Kind, Table};

/// How long a meeting is where nobody says it.
const USUAL_MINUTES: u32 = 20;

/// What was read, and what of it was left aside: where, and what.
pub(super) struct Found {
    pub(super) document: Document,
    pub(super) notes: Vec<(Spot, Right)>,
}

/// Reads one workbook, or a CSV file for each sheet. A spot in a CSV file names the file as its sheet; see [`super::MeetingsFile::refusal`].
pub(super) fn read(files: &[NamedFile]) -> Result<Found, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut reading = Reading::default();
    for file in files {
        match Format::of(file).and_then(|format| grid::read(file, format)) {
            Ok((grids, _)) => {
                for mut grid in grids {
                    if grid.place == GridPlace::Csv {
                        grid.place = GridPlace::Sheet(Arc::clone(&file.name));
                    }
                    reading.sheet(&Cells::new(&grid, &file.name));
                }
            }
            Err(refusal) => refusals.push(refusal),
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let file = files.first().map_or_else(|| "".into(), |file| Arc::clone(&file.name));
    reading.found().map_err(|faults| {
        let refusal = |(spot, right)| super::cited(&file, spot, Reason::Malformed(right));
        faults.into_iter().map(refusal).collect()
    })
}

#[derive(Default)]
struct Reading {
    faults: Faults,
    /// Sheets that mean nothing here.
    unclear: Vec<Fault>,
    notes: Vec<(Spot, Right)>,
    minutes: Option<Placed<u32>>,
    between: Option<u32>,
    in_a_row: Option<u32>,
    days: Vec<Day>,
    parties: Vec<Party>,
    /// Wishes of a sheet of their own: by the name of who wishes, with their rank.
    wishes: Vec<(Word, u32, Word)>,
    interpreters: Vec<Interpreter>,
    venues: Vec<Venue>,
    roads: Vec<Road>,
    breaks: Vec<Break>,
    pins: Vec<Pin>,
    apart: Vec<Apart>,
}

impl Reading {
    fn sheet(&mut self, cells: &Cells<'_>) {
        let name = match &cells.grid.place {
            GridPlace::Sheet(name) => name.to_string(),
            GridPlace::Csv | GridPlace::Table(_) => String::new(),
        };
        let Some(first) = (0..cells.rows()).find(|row| cells.filled(*row).next().is_some()) else { return };
        let table = match columns::find(cells, &name) {
            Ok(Some(table)) => table,
            Ok(None) => return,
            Err(right) => return self.unclear.push((cells.cite_row(first).spot, right)),
        };
        for (column, heading) in &table.strange {
            let words = Right::new(
                format!("「{heading}」这一列不认识，没有读。"),
                format!("the column “{heading}” is not known and was not read."),
            );
            self.notes.push((cells.cite(table.heading, *column).spot, words));
        }
        let begins = if table.kind == Kind::Settings { table.heading } else { table.heading + 1 };
        for row in begins..cells.rows() {
            if cells.filled(row).next().is_some() {
                self.row(&Row { cells, table: &table, at: row });
            }
        }
    }

    fn row(&mut self, row: &Row<'_>) {
        match row.table.kind {
            Kind::Parties => {
                let Some(name) = self.must(row, Column::Name) else { return };
                let party = Party {
                    name,
                    people: row.list(Column::People),
                    languages: row.languages(),
                    offers: row.plain_list(Column::Offers),
                    seeks: row.plain_list(Column::Seeks),
                    wishes: row.list(Column::Wishes),
                    most: self.whole(row, Column::Most, (0, MOST)).map(|most| most.value),
                    away: row.stretches(Column::Away),
                };
                self.parties.push(party);
            }
            Kind::Wishes => {
                let (of, to) = (self.must(row, Column::One), row.list(Column::Other));
                let rank = self.whole(row, Column::Rank, (0, MOST)).map_or(MOST, |rank| rank.value);
                if let Some(of) = of {
                    self.wishes.extend(to.into_iter().map(|to| (of.clone(), rank, to)));
                }
            }
            Kind::Interpreters => {
                let Some(name) = self.must(row, Column::Name) else { return };
                let (languages, away) = (row.languages(), row.stretches(Column::Away));
                self.interpreters.push(Interpreter { name, languages, away });
            }
            Kind::Venues => {
                let (name, tables) =
                    (self.must(row, Column::Name), self.must_whole(row, Column::Tables, TABLES));
                let (Some(name), Some(tables)) = (name, tables) else { return };
                self.venues.push(Venue { name, tables, closed: row.stretches(Column::Closed) });
            }
            Kind::Days => self.day(row),
            Kind::Breaks => {
                let (name, between) = (row.word(Column::Name), self.must(row, Column::Hours));
                let free = self.whole(row, Column::Free, A_BREAK).map_or(1, |free| free.value);
                let Some(between) = between else { return };
                let between = Word { value: values::hours(&between.value), at: between.at };
                let name = name.unwrap_or_else(|| between.clone());
                self.breaks.push(Break { name, between, free });
            }
            Kind::Roads => {
                let (from, to) = (self.must(row, Column::From), self.must(row, Column::To));
                let minutes = self.must_whole(row, Column::Minutes, A_ROAD);
                if let (Some(from), Some(to), Some(minutes)) = (from, to, minutes) {
                    self.roads.push(Road { from, to, minutes });
                }
            }
            Kind::Pins => self.pin(row),
            Kind::Apart => {
                let (one, other) = (self.must(row, Column::One), self.must(row, Column::Other));
                if let (Some(one), Some(other)) = (one, other) {
                    self.apart.push(Apart { one, other });
                }
            }
            Kind::Settings => self.setting(row),
        }
    }

    fn day(&mut self, row: &Row<'_>) {
        let (Some(column), Some(hours)) = (row.column(Column::Date), self.must(row, Column::Hours)) else {
            return;
        };
        let at = row.cells.cite(row.at, column).spot;
        match values::date(row.cells.cell(row.at, column), row.cells.grid.is_1904) {
            Some(date) => {
                let split = values::list(&hours.value).into_iter();
                let hours =
                    split.map(|one| Word { value: values::hours(&one), at: hours.at.clone() }).collect();
                self.days.push(Day { date: Placed { value: date, at }, hours });
            }
            None => self.faults.0.push(bad(&at, "date", &row.cells.text(row.at, column), "2021-06-22")),
        }
    }

    fn pin(&mut self, row: &Row<'_>) {
        let (one, other) = (self.must(row, Column::One), self.must(row, Column::Other));
        let mut start = None;
        if let Some(word) = row.word(Column::Start) {
            let column = row.column(Column::Start).expect("a word stands in a column");
            let cell = row.cells.cell(row.at, column);
            match values::moment(cell, row.cells.grid.is_1904) {
                Some(value) => start = Some(Placed { value, at: word.at }),
                None => {
                    return self.faults.0.push(bad(&word.at, "start", &word.value, "2021-06-22 09:00"));
                }
            }
        }
        if let (Some(one), Some(other)) = (one, other) {
            self.pins.push(Pin { one, other, start, venue: row.word(Column::Venue) });
        }
    }

    /// A row of what holds for all: what, and how much.
    fn setting(&mut self, row: &Row<'_>) {
        let mut filled = row.cells.filled(row.at);
        let (Some(key), Some(value)) = (filled.next(), filled.next()) else { return };
        let said = row.cells.text(row.at, key);
        let bounds = match columns::setting(&said) {
            Some(Column::Minutes) => MINUTES,
            Some(Column::Between) => BETWEEN,
            Some(Column::InARow) => (1, MOST),
            // A row of headings above the settings.
            _ if row.at == row.table.heading => return,
            _ => {
                let spot = row.cells.cite(row.at, key).spot;
                return self.faults.0.push(fault(
                    &spot,
                    format!("没有「{said}」这一项。可用的有：每场分钟、间隔分钟、最多连续场次。"),
                    format!("nothing is called “{said}”. There are: minutes, between, in a row."),
                ));
            }
        };
        let Some(number) = self.number(row, value, &said, bounds) else { return };
        match columns::setting(&said) {
            Some(Column::Minutes) => self.minutes = Some(number),
            Some(Column::Between) => self.between = Some(number.value),
            _ => self.in_a_row = Some(number.value),
        }
    }

    fn must(&mut self, row: &Row<'_>, column: Column) -> Option<Word> {
        let word = row.word(column);
        if word.is_none() {
            self.lacks(row, column);
        }
        word
    }

    fn lacks(&mut self, row: &Row<'_>, column: Column) {
        let spot = match row.column(column) {
            Some(at) => row.cells.cite(row.at, at).spot,
            None => row.cells.cite_row(row.at).spot,
        };
        let (zh, en) = column.called();
        self.faults.0.push(fault(
            &spot,
            format!("这一行缺少「{zh}」。请填上。"),
            format!("this row lacks its {en}. Fill it in."),
        ));
    }

    fn must_whole(&mut self, row: &Row<'_>, column: Column, bounds: (u32, u32)) -> Option<u32> {
        if row.word(column).is_none() {
            self.lacks(row, column);
            return None;
        }
        self.whole(row, column, bounds).map(|number| number.value)
    }

    fn whole(&mut self, row: &Row<'_>, column: Column, bounds: (u32, u32)) -> Option<Placed<u32>> {
        row.word(column)?;
        let at = row.column(column)?;
        let heading = row.cells.text(row.table.heading, at).into_owned();
        self.number(row, at, &heading, bounds)
    }

    fn number(
        &mut self,
        row: &Row<'_>,
        column: usize,
        called: &str,
        (least, most): (u32, u32),
    ) -> Option<Placed<u32>> {
        let at = row.cells.cite(row.at, column).spot;
        let number = values::whole(row.cells.cell(row.at, column));
        let fits = |number: &u32| (least..=most).contains(number);
        let Some(value) = number.filter(fits) else {
            let stood = row.cells.text(row.at, column);
            self.faults.0.push(bad(&at, called, &stood, &format!("{least} … {most}")));
            return None;
        };
        Some(Placed { value, at })
    }

    fn found(mut self) -> Result<Found, Vec<Fault>> {
        self.give_wishes();
        // Of a workbook about something else one sentence is enough.
        let is_foreign = self.parties.is_empty() && self.venues.is_empty() && self.days.is_empty();
        if is_foreign {
            self.unclear.truncate(1);
        }
        self.faults.0.append(&mut self.unclear);
        let minutes = self.minutes.take().unwrap_or_else(|| {
            let right = Right::new(
                format!("没有写每场多少分钟，按 {USUAL_MINUTES} 分钟安排。可以在「设置」表里写：每场分钟。"),
                format!(
                    "nothing says how long a meeting is; {USUAL_MINUTES} minutes are taken. A sheet settings can say it: minutes."
                ),
            );
            self.notes.push((Spot::Whole, right));
            Placed { value: USUAL_MINUTES, at: Spot::Whole }
        });
        if self.parties.is_empty() && (!is_foreign || self.faults.0.is_empty()) {
            self.faults.0.push(fault(
                &Spot::Whole,
                "没有找到洽谈方。请有一张名为「洽谈方」的表，至少有「名称」和「语言」两列。",
                "there are no parties. Have a sheet called participants, with a name and languages at least.",
            ));
        }
        if !self.faults.0.is_empty() {
            let mut faults = self.faults.0;
            faults.truncate(crate::said::MOST_MISTAKES);
            return Err(faults);
        }
        let document = Document {
            minutes,
            between: self.between.unwrap_or(0),
            in_a_row: self.in_a_row,
            days: self.days,
            parties: self.parties,
            interpreters: self.interpreters,
            venues: self.venues,
            roads: self.roads,
            breaks: self.breaks,
            pins: self.pins,
            apart: self.apart,
        };
        Ok(Found { document, notes: self.notes })
    }

    /// Wishes of their own sheet stand behind those in the party's row, by rank and then by row.
    fn give_wishes(&mut self) {
        let mut wishes = std::mem::take(&mut self.wishes);
        wishes.sort_by_key(|(_, rank, _)| *rank);
        let places: BTreeMap<String, usize> =
            self.parties.iter().enumerate().map(|(at, party)| (party.name.value.clone(), at)).collect();
        for (of, _, to) in wishes {
            match places.get(&of.value) {
                Some(&at) => self.parties[at].wishes.push(to),
                None => self.faults.0.push(fault(
                    &of.at,
                    format!("没有叫「{}」的洽谈方。请写成文件里的名称。", of.value),
                    format!("there is no party “{}”. Write the name as the file has it.", of.value),
                )),
            }
        }
    }
}

/// A row of a table whose columns are known.
struct Row<'a> {
    cells: &'a Cells<'a>,
    table: &'a Table,
    at: usize,
}

impl Row<'_> {
    fn column(&self, column: Column) -> Option<usize> {
        self.table.columns.get(&column).copied()
    }

    /// What stands in a cell, if anything does.
    fn word(&self, column: Column) -> Option<Word> {
        let column = self.column(column)?;
        let value = self.cells.text(self.at, column).trim().to_owned();
        (!value.is_empty()).then(|| Word { value, at: self.cells.cite(self.at, column).spot })
    }

    fn list(&self, column: Column) -> Vec<Word> {
        let Some(Word { value, at }) = self.word(column) else { return Vec::new() };
        values::list(&value).into_iter().map(|value| Word { value, at: at.clone() }).collect()
    }

    fn plain_list(&self, column: Column) -> Vec<String> {
        self.word(column).map(|word| values::short_words(&word.value)).unwrap_or_default()
    }

    fn languages(&self) -> Vec<Word> {
        let Some(Word { value, at }) = self.word(Column::Languages) else { return Vec::new() };
        values::languages(&value).into_iter().map(|value| Word { value, at: at.clone() }).collect()
    }

    /// Days and hours, as `2021-06-22 09:00-10:00` or a day alone.
    fn stretches(&self, column: Column) -> Vec<Word> {
        let Some(at) = self.column(column) else { return Vec::new() };
        let cell = self.cells.cell(self.at, at);
        if let Some(date) = values::date(cell, self.cells.grid.is_1904) {
            return vec![Word { value: date.to_string(), at: self.cells.cite(self.at, at).spot }];
        }
        let list = self.list(column).into_iter();
        list.map(|word| Word { value: values::stretch(&word.value), at: word.at }).collect()
    }
}

#[cfg(test)]
mod tests;
