//! A grid with its merged cells filled in: each cell knows where its value really stands.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use festoon_domain::programme::Citation;

use super::grid::{Cell, Grid};

/// A grid, read through its merges. Indexes count from 0; citations say what the program shows.
#[derive(Debug)]
pub(crate) struct Cells<'a> {
    pub(crate) grid: &'a Grid,
    file: Arc<str>,
    /// For each row that merges cover: the merges.
    covered: HashMap<usize, Vec<Area>>,
    /// For a grid laid out anew from another: where each cell really stands, row and column as shown.
    stands: Stands,
}

/// Where the cells of a grid laid out anew really stand: row and column as shown, by their indexes.
pub(super) type Stands = HashMap<(usize, usize), (u32, u32)>;

/// A merge in indexes from 0, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) top: usize,
    pub(super) left: usize,
    pub(super) bottom: usize,
    pub(super) right: usize,
}

impl<'a> Cells<'a> {
    pub(crate) fn new(grid: &'a Grid, file: &Arc<str>) -> Self {
        const MOST_ROWS: usize = 2_000_000;
        let mut covered: HashMap<usize, Vec<Area>> = HashMap::new();
        let index = |row: u32| (row.saturating_sub(grid.first_row)) as usize;
        let mut spent = 0_usize;
        for merge in &grid.merges {
            if merge.first_row < grid.first_row || merge.first_column == 0 {
                continue;
            }
            let area = Area {
                top: index(merge.first_row),
                left: merge.first_column as usize - 1,
                bottom: index(merge.last_row).min(grid.rows.len().saturating_sub(1)),
                right: (merge.last_column as usize).saturating_sub(1).min(16_383),
            };
            spent += area.bottom.saturating_sub(area.top) + 1;
            if spent > MOST_ROWS
                || area.top >= grid.rows.len()
                || area.right < area.left
                || area.bottom < area.top
            {
                continue;
            }
            for row in area.top..=area.bottom {
                covered.entry(row).or_default().push(area);
            }
        }
        Self { grid, file: file.clone(), covered, stands: HashMap::new() }
    }

    /// A grid laid out anew, its cells cited where they really stand.
    pub(super) fn relaid(grid: &'a Grid, file: &Arc<str>, stands: Stands) -> Self {
        Self { stands, ..Self::new(grid, file) }
    }

    /// The name of the file.
    pub(super) fn file(&self) -> &Arc<str> {
        &self.file
    }

    pub(crate) fn rows(&self) -> usize {
        self.grid.rows.len()
    }

    pub(crate) fn width(&self, row: usize) -> usize {
        let own = self.grid.rows[row].len();
        self.covered
            .get(&row)
            .map_or(own, |areas| areas.iter().map(|area| area.right + 1).max().unwrap_or(0).max(own))
    }

    /// The merge a cell lies in.
    pub(super) fn area(&self, row: usize, column: usize) -> Option<Area> {
        if self.covered.is_empty() {
            return None;
        }
        self.covered.get(&row)?.iter().find(|area| (area.left..=area.right).contains(&column)).copied()
    }

    /// Where the value of a cell stands.
    pub(super) fn origin(&self, row: usize, column: usize) -> (usize, usize) {
        self.area(row, column).map_or((row, column), |area| (area.top, area.left))
    }

    /// The value, that of the merge's first cell where the cell lies in one.
    pub(crate) fn cell(&self, row: usize, column: usize) -> &'a Cell {
        let (row, column) = self.origin(row, column);
        self.own(row, column)
    }

    /// The value that stands in the cell itself.
    pub(crate) fn own(&self, row: usize, column: usize) -> &'a Cell {
        self.grid.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&Cell::Empty)
    }

    pub(crate) fn text(&self, row: usize, column: usize) -> Cow<'a, str> {
        as_text(self.cell(row, column))
    }

    pub(crate) fn cite(&self, row: usize, column: usize) -> Citation {
        let (row, column) = self.origin(row, column);
        if let Some((row, column)) = self.stands.get(&(row, column)) {
            return self.grid.place.cell(&self.file, *row, *column);
        }
        self.grid.place.cell(
            &self.file,
            self.shown_row(row),
            u32::try_from(column).unwrap_or(u32::MAX - 1) + 1,
        )
    }

    /// Row and column as the program shows them.
    pub(super) fn stand(&self, row: usize, column: usize) -> (u32, u32) {
        let (row, column) = self.origin(row, column);
        let shown = || (self.shown_row(row), u32::try_from(column).unwrap_or(u32::MAX - 1) + 1);
        self.stands.get(&(row, column)).copied().unwrap_or_else(shown)
    }

    pub(crate) fn cite_row(&self, row: usize) -> Citation {
        self.grid.place.row(&self.file, self.shown_row(row))
    }

    pub(super) fn shown_row(&self, row: usize) -> u32 {
        if !self.stands.is_empty() {
            let first = (0..self.width(row)).find_map(|column| self.stands.get(&(row, column)));
            return first.map_or(1, |(row, _)| *row);
        }
        self.grid.first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX))
    }

    /// The columns with a value of their own in a row.
    pub(crate) fn filled(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.grid.rows[row].len()).filter(move |column| !is_blank(self.own(row, *column)))
    }
}

/// Nothing a person would see.
pub(crate) fn is_blank(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => text.chars().all(|c| c.is_whitespace() || super::words::is_invisible(c)),
        _ => false,
    }
}

/// A cell as words.
pub(crate) fn as_text(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text.trim()),
        Cell::Number(value) | Cell::Serial(value) => {
            if value.fract() == 0.0 && value.abs() < 1e15 {
                Cow::Owned(format!("{value:.0}"))
            } else {
                Cow::Owned(value.to_string())
            }
        }
        Cell::Bool(true) => Cow::Borrowed("true"),
        Cell::Bool(false) => Cow::Borrowed("false"),
        Cell::Empty | Cell::Fault(_) => Cow::Borrowed(""),
    }
}
