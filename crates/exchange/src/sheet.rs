//! Spreadsheets and tables in documents, as hosts really send them.
//!
//! From grids of cells to entries: find the tables ([`tables`]), settle what each column is ([`mapping`]), read the
//! rows ([`rows`]) with their moments, people and places. Every value that was not understood or was changed becomes
//! a defect with its cell; nothing is lost silently.
//! Does not resolve names: two spellings of one person stay two until the files are brought together.
//! Costs one walk over the cells to learn what the columns say together and one to read them; repeated words are
//! read once.

use std::collections::HashSet;
use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use jiff::tz::TimeZone;

use crate::defect::Trouble;
use crate::entry::{Entry, RoomEntry, VenueEntry};
use crate::{Defect, Format, NamedFile, Reason, Refusal, formulas};

mod agenda;
pub(crate) mod attributes;
pub(crate) mod cells;
mod fields;
mod forms;
pub mod grid;
mod headings;
mod hours;
mod labels;
mod map_file;
mod mapping;
mod moments;
mod numbers;
pub(crate) mod ours;
mod people;
mod places;
mod relay;
mod rows;
mod sections;
mod sides;
mod tables;
mod trouble;
mod venues;
pub(crate) mod words;
pub(crate) mod zones;

pub(crate) use attributes::language_code;
use cells::Cells;
pub(crate) use fields::Field;
use grid::{Grid, GridPlace};
pub(crate) use headings::ours as columns;
pub use map_file::ColumnMap;
pub use trouble::SheetTrouble;

/// What is known beside the file.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The zone of times without an offset.
    pub zone: &'a TimeZone,
    /// Columns said by hand.
    pub map: Option<&'a ColumnMap>,
    /// The year in which this is asked: that of dates of which nothing in the file says the year.
    pub this_year: i16,
}

/// What the tables of one file state.
#[derive(Debug, Clone, Default)]
pub struct SheetReading {
    /// Sessions.
    pub entries: Vec<Entry>,
    /// Houses.
    pub venues: Vec<VenueEntry>,
    /// Halls.
    pub rooms: Vec<RoomEntry>,
    /// What could not be taken as it stood.
    pub defects: Vec<Defect>,
    /// Which column was taken for what.
    pub mappings: Vec<SheetMapping>,
    /// Some time was read in the zone handed in, because no offset stood beside it.
    pub used_assumed_zone: bool,
    /// The zone that a column of zones names, if the file has one.
    pub zone: Option<TimeZone>,
}

/// Which column of a sheet was taken for what, to be shown and, if wrong, to be given back as `map.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetMapping {
    /// The file.
    pub file: Arc<str>,
    /// The sheet, empty for CSV; `table N` for a document.
    pub sheet: Arc<str>,
    /// The row of the headings, counted from 1.
    pub heading_row: u32,
    /// For each used column, counted from 1: the heading as it stands, and the word of the field it was taken for
    /// (`title`, `start`, `venue`, …), empty where it was not understood and its cells were left aside.
    pub columns: Vec<(u32, String, &'static str)>,
}

impl SheetMapping {
    /// Whether this program wrote the table: it has our column of GUIDs, and nothing is headed otherwise than we do.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        let is_guid = |(_, _, word): &(u32, String, &str)| *word == Field::Guid.word(None);
        let is_known = |(_, heading, _): &(u32, String, &str)| headings::ours::known(heading).is_some();
        self.columns.iter().any(is_guid) && self.columns.iter().all(is_known)
    }
}

/// Reads the tables of one file; wall times are in `zone`.
///
/// # Errors
/// A file that cannot be read at all, or in which no table is recognised, or that a map does not fit.
pub fn read(file: &NamedFile, format: Format, asked: &Asked<'_>) -> Result<SheetReading, Refusal> {
    let (mut grids, troubles) = grid::read(file, format)?;
    take_off_guards(&mut grids);
    let mut reading = read_grids(&file.name, &grids, asked)?;
    let of_grid = troubles
        .into_iter()
        .map(|(citation, trouble)| Defect::new(citation, "", Trouble::Sheet(SheetTrouble::Grid(trouble))));
    reading.defects.splice(0..0, of_grid);
    Ok(reading)
}

/// Takes the apostrophe off cells that would run as formulas without it.
fn take_off_guards(grids: &mut [Grid]) {
    for cell in grids.iter_mut().flat_map(|grid| grid.rows.iter_mut().flatten()) {
        if let grid::Cell::Text(text) = cell {
            let plain = formulas::unguarded(text);
            if plain.len() < text.len() {
                *cell = grid::Cell::Text(plain.into());
            }
        }
    }
}

/// Reads grids that are already in memory.
///
/// # Errors
/// No table is recognised in any of them, or a map does not fit.
pub fn read_grids(name: &Arc<str>, grids: &[Grid], asked: &Asked<'_>) -> Result<SheetReading, Refusal> {
    let mut reading = SheetReading::default();
    let mut seen = Vec::new();
    let mut is_read = false;
    for grid in grids {
        let sheet = sheet_name(&grid.place);
        let map = asked.map.and_then(|map| map.table(name, &sheet));
        if map.is_some_and(|map| map.skip) {
            is_read = true;
            continue;
        }
        let cells = Cells::new(grid, name);
        if grid.rows.is_empty() {
            continue;
        }
        let context = rows::Context {
            file: name,
            sheet: &sheet,
            zone: asked.zone,
            map,
            this_year: asked.this_year,
            lines: &grid.lines,
        };
        if read_grid(&cells, &context, &mut reading)? {
            is_read = true;
        } else {
            seen.extend(first_words(&cells));
            let whole = Citation { file: name.clone(), spot: cells.cite_row(0).spot };
            reading.defects.push(Defect::new(whole, &sheet, Trouble::Sheet(SheetTrouble::NoTable)));
        }
    }
    if !is_read {
        let mut found = seen.join(" | ");
        if found.chars().count() > 200 {
            found = found.chars().take(200).chain(['…']).collect();
        }
        return Err(Refusal { file: name.clone(), spot: Spot::Whole, reason: Reason::NoHeadings(found) });
    }
    Ok(reading)
}

/// Whether anything of the grid was recognised.
fn read_grid(
    cells: &Cells<'_>,
    context: &rows::Context<'_>,
    reading: &mut SheetReading,
) -> Result<bool, Refusal> {
    if context.map.is_none_or(|map| map.heading_row.is_none() && map.columns.is_empty()) {
        if ours::read(cells, context, reading) {
            return Ok(true);
        }
        if let Some(halves) = sides::split(cells) {
            let mut understood = false;
            for (grid, stands) in &halves {
                let half = Cells::relaid(grid, cells.file(), stands.clone());
                understood |= read_grid(&half, context, reading)?;
            }
            return Ok(understood);
        }
        if forms::read(cells, context, reading) {
            return Ok(true);
        }
        if agenda::read(cells, context, reading) {
            return Ok(true);
        }
    }
    let mut tables = tables::find(cells, context.map);
    let mut used = HashSet::new();
    let count = tables.len();
    let mut understood = false;
    let mut above = None;
    let first_above = tables.first().map(|table| table.above.clone()).unwrap_or_default();
    for (i, table) in tables.iter_mut().enumerate() {
        if let Some(map) = context.map {
            mapping::apply(table, map, context.file, i + 1 == count, &mut used)?;
        }
        mapping::settle(table, cells);
        if mapping::is_about_places(table) {
            reading.mappings.push(mapping::shown(table, cells, context.file, context.sheet));
            venues::read(cells, table, context, reading);
            understood = true;
        } else if table.has(Field::Title) {
            reading.mappings.push(mapping::shown(table, cells, context.file, context.sheet));
            let before =
                above.take().filter(|_| table.repeated_above > 0 || i > 0 && table.above == first_above);
            above = Some(rows::read(cells, table, context, before, reading));
            understood = true;
        } else {
            let citation = cells.cite_row(table.heading);
            let words: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
            reading.defects.push(Defect::new(
                citation,
                &words.join(" | "),
                Trouble::Sheet(SheetTrouble::NoTable),
            ));
        }
    }
    Ok(understood)
}

/// Whether words are read as these hours, whatever the year.
pub(crate) fn reads_as_hours(words: &str, hours: &festoon_domain::venue::Hours) -> bool {
    let calendar = moments::dates::Calendar { year: 2000, day_first: false, month: None };
    hours::read(words, calendar).as_ref() == Some(hours)
}

fn sheet_name(place: &GridPlace) -> Arc<str> {
    match place {
        GridPlace::Csv => "".into(),
        GridPlace::Sheet(name) => name.clone(),
        GridPlace::Table(n) => format!("table {n}").into(),
    }
}

/// The first row with several words, for the refusal.
fn first_words(cells: &Cells<'_>) -> Vec<String> {
    let row = (0..cells.rows().min(50))
        .max_by_key(|row| (cells.filled(*row).count().min(6), std::cmp::Reverse(*row)));
    row.map(|row| {
        cells.filled(row).take(20).map(|column| cells.text(row, column).chars().take(30).collect()).collect()
    })
    .unwrap_or_default()
}
