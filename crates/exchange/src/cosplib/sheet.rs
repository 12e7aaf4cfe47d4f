//! A workbook by the names of its sheets, and a sheet by rows and columns as the spreadsheet program counts them.

use std::collections::HashMap;
use std::sync::Arc;

use festoon_domain::programme::Spot;

use super::{ConferenceFault, Things, refusal};
use crate::Refusal;
use crate::sheet::grid::{Cell, Grid, GridPlace};

/// A workbook.
pub(super) struct Book<'a> {
    file: &'a Arc<str>,
    grids: &'a [Grid],
}

impl<'a> Book<'a> {
    pub(super) const fn new(file: &'a Arc<str>, grids: &'a [Grid]) -> Self {
        Self { file, grids }
    }

    /// Whether it has the sheet, and something is in it.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    pub(super) fn sheet(&self, name: &str) -> Result<Sheet<'a>, Refusal> {
        let fault = || refusal(self.file, Spot::Row(name.into(), 1), ConferenceFault::NoSheet(name.into()));
        self.find(name).ok_or_else(fault)
    }

    /// The first sheet.
    pub(super) fn first(&self) -> Option<Sheet<'a>> {
        self.grids.first().map(|grid| Sheet { file: self.file, grid, name: called(grid) })
    }

    pub(super) fn find(&self, name: &str) -> Option<Sheet<'a>> {
        let grid = self.grids.iter().find(|grid| called(grid).trim().eq_ignore_ascii_case(name))?;
        Some(Sheet { file: self.file, grid, name: called(grid) })
    }
}

fn called(grid: &Grid) -> Arc<str> {
    match &grid.place {
        GridPlace::Sheet(name) => Arc::clone(name),
        GridPlace::Csv | GridPlace::Table(_) => "".into(),
    }
}

/// A sheet.
#[derive(Clone)]
pub(super) struct Sheet<'a> {
    file: &'a Arc<str>,
    grid: &'a Grid,
    name: Arc<str>,
}

impl<'a> Sheet<'a> {
    /// The rows that are not blank, from this one on.
    pub(super) fn rows_from(&self, row: u32) -> impl Iterator<Item = u32> + use<'a> {
        let grid = self.grid;
        let numbered = (grid.first_row..).zip(&grid.rows);
        numbered.filter(move |(at, cells)| *at >= row && !is_blank(cells)).map(|(at, _)| at)
    }

    pub(super) fn name(&self) -> Arc<str> {
        Arc::clone(&self.name)
    }

    pub(super) fn last_row(&self) -> u32 {
        self.rows_from(1).last().unwrap_or(0)
    }

    pub(super) fn is_blank(&self, row: u32) -> bool {
        self.cells(row).is_none_or(is_blank)
    }

    fn cells(&self, row: u32) -> Option<&'a [Cell]> {
        let at = row.checked_sub(self.grid.first_row)?;
        self.grid.rows.get(at as usize).map(Vec::as_slice)
    }

    /// What stands in a cell, both counted from 1.
    pub(super) fn cell(&self, row: u32, column: u32) -> &'a Cell {
        const NOTHING: &Cell = &Cell::Empty;
        self.cells(row).and_then(|cells| cells.get(column as usize - 1)).unwrap_or(NOTHING)
    }

    /// The words in a cell without blanks around them; a number as its digits.
    pub(super) fn words(&self, row: u32, column: u32) -> Result<String, Refusal> {
        self.raw(row, column).map(|words| words.trim().to_owned())
    }

    /// The words in a cell as they stand.
    pub(super) fn raw(&self, row: u32, column: u32) -> Result<String, Refusal> {
        let cell = self.cell(row, column);
        if let Cell::Fault(shown) = cell {
            return Err(self.fault(row, column, ConferenceFault::Failed(shown.to_string())));
        }
        Ok(shown(cell))
    }

    /// The headings of a row that are not blank: the column of each.
    pub(super) fn headings(&self, row: u32) -> Result<Vec<(u32, String)>, Refusal> {
        let width = u32::try_from(self.cells(row).map_or(0, <[Cell]>::len)).unwrap_or(u32::MAX);
        let mut headings = Vec::new();
        let mut seen = HashMap::new();
        for column in 1..=width {
            let heading = self.words(row, column)?;
            if heading.is_empty() {
                continue;
            }
            if seen.insert(heading.clone(), column).is_some() {
                return Err(self.fault(row, column, ConferenceFault::Twice(heading)));
            }
            headings.push((column, heading));
        }
        Ok(headings)
    }

    pub(super) fn fault(&self, row: u32, column: u32, fault: ConferenceFault) -> Refusal {
        refusal(self.file, Spot::Cell(Arc::clone(&self.name), row, column), fault)
    }

    pub(super) fn row_fault(&self, row: u32, fault: ConferenceFault) -> Refusal {
        refusal(self.file, Spot::Row(Arc::clone(&self.name), row), fault)
    }
}

/// What a cell shows.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Fault(text) => text.to_string(),
        Cell::Number(number) | Cell::Serial(number) => number.to_string(),
        Cell::Bool(flag) => flag.to_string(),
    }
}

fn is_blank(cells: &[Cell]) -> bool {
    cells.iter().all(|cell| match cell {
        Cell::Empty => true,
        Cell::Text(text) => text.trim().is_empty(),
        _ => false,
    })
}

/// Names that a sheet lists, each once, looked up without the blanks around them.
#[derive(Debug)]
pub(super) struct Names {
    things: Things,
    said: Vec<Box<str>>,
    places: HashMap<Box<str>, usize>,
}

impl Names {
    /// The first column of the sheet, below its heading: the names with their rows.
    pub(super) fn read(sheet: &Sheet<'_>, things: Things, most: usize) -> Result<(Self, Vec<u32>), Refusal> {
        let mut names = Self { things, said: Vec::new(), places: HashMap::new() };
        let mut rows = Vec::new();
        for row in sheet.rows_from(2) {
            let said = sheet.raw(row, 1)?;
            let name = said.trim();
            if name.is_empty() {
                return Err(sheet.row_fault(row, ConferenceFault::NoName));
            }
            if names.said.len() == most {
                return Err(sheet.row_fault(row, ConferenceFault::TooMany(things, most)));
            }
            if names.places.insert(name.into(), names.said.len()).is_some() {
                return Err(sheet.fault(row, 1, ConferenceFault::Twice(name.into())));
            }
            names.said.push(said.into());
            rows.push(row);
        }
        if rows.is_empty() {
            return Err(sheet.row_fault(1, ConferenceFault::None(things)));
        }
        Ok((names, rows))
    }

    pub(super) fn of(things: Things, said: impl Iterator<Item = Box<str>>) -> Self {
        let said: Vec<Box<str>> = said.collect();
        let places = said.iter().enumerate().map(|(at, name)| (name.trim().into(), at)).collect();
        Self { things, said, places }
    }

    pub(super) const fn things(&self) -> Things {
        self.things
    }

    pub(super) const fn len(&self) -> usize {
        self.said.len()
    }

    /// As they stand in the file.
    pub(super) fn said(&self) -> impl Iterator<Item = &str> {
        self.said.iter().map(AsRef::as_ref)
    }

    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name.trim()).copied()
    }
}
