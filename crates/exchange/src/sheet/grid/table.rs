//! A table while it is read: used cells only, in whatever order the file has them.
//!
//! Rows usually come in order and are then only appended; otherwise one stable sort mends it at the end.

use super::limits::{Budget, MOST_COLUMNS, MOST_ROWS};
use super::{Cell, Grid, GridPlace, Merge};
use crate::Reason;

pub(super) struct Table {
    place: GridPlace,
    rows: Vec<(u32, Vec<Cell>)>,
    row: u32,
    current: Vec<Cell>,
    merges: Vec<Merge>,
    is_1904: bool,
}

impl Table {
    pub(super) fn new(place: GridPlace) -> Self {
        Self { place, rows: Vec::new(), row: 0, current: Vec::new(), merges: Vec::new(), is_1904: false }
    }

    pub(super) fn in_1904(mut self, is_1904: bool) -> Self {
        self.is_1904 = is_1904;
        self
    }

    pub(super) fn place(&self) -> &GridPlace {
        &self.place
    }

    /// Sets a cell, both counted from 1. An empty one costs nothing; one off the sheet is a broken file.
    pub(super) fn put(
        &mut self,
        budget: &mut Budget,
        row: u32,
        column: u32,
        cell: Cell,
    ) -> Result<(), Reason> {
        match &cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) | Cell::Fault(text) => budget.text(text.len())?,
            Cell::Number(_) | Cell::Serial(_) | Cell::Bool(_) => (),
        }
        if row == 0 || row > MOST_ROWS || column == 0 || column > MOST_COLUMNS {
            return Err(Reason::Broken(format!("R{row}C{column}")));
        }
        if row != self.row {
            self.end_row(budget)?;
            self.row = row;
        }
        let at = column as usize - 1;
        if at == self.current.len() {
            self.current.push(cell);
            return Ok(());
        }
        if at > self.current.len() {
            self.current.resize(at + 1, Cell::Empty);
        }
        self.current[at] = cell;
        Ok(())
    }

    /// Notes a merged region; one of a single cell is none.
    pub(super) fn merge(&mut self, budget: &mut Budget, merge: Merge) -> Result<(), Reason> {
        let is_single = merge.first_row == merge.last_row && merge.first_column == merge.last_column;
        let is_backwards = merge.first_row > merge.last_row || merge.first_column > merge.last_column;
        if is_single || is_backwards || merge.first_row == 0 || merge.first_column == 0 {
            return Ok(());
        }
        budget.cells(1)?;
        self.merges.push(Merge {
            last_row: merge.last_row.min(MOST_ROWS),
            last_column: merge.last_column.min(MOST_COLUMNS),
            ..merge
        });
        Ok(())
    }

    /// The grid, or nothing where the table is blank.
    pub(super) fn finish(mut self, budget: &mut Budget) -> Result<Option<Grid>, Reason> {
        self.end_row(budget)?;
        if !self.rows.is_sorted_by_key(|(row, _)| *row) {
            self.rows.sort_by_key(|(row, _)| *row);
        }
        let (Some(first), Some(last)) = (self.rows.first(), self.rows.last()) else {
            return Ok(None);
        };
        let (first_row, last_row) = (first.0, last.0);

        let count = (last_row - first_row) as usize + 1;
        budget.cells(count.saturating_sub(self.rows.len()))?;
        let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(count);
        for (row, cells) in self.rows {
            let at = (row - first_row) as usize;
            if at < rows.len() {
                overlay(&mut rows[at], cells);
                continue;
            }
            rows.resize_with(at, Vec::new);
            rows.push(cells);
        }
        Ok(Some(Grid {
            place: self.place,
            rows,
            first_row,
            merges: self.merges,
            is_1904: self.is_1904,
            lines: Vec::new(),
        }))
    }

    fn end_row(&mut self, budget: &mut Budget) -> Result<(), Reason> {
        if self.current.is_empty() {
            return Ok(());
        }
        budget.cells(self.current.len() + 1)?;
        let mut cells = Vec::with_capacity(self.current.len());
        cells.append(&mut self.current);
        self.rows.push((self.row, cells));
        Ok(())
    }
}

/// A row that the file brings in two pieces.
fn overlay(row: &mut Vec<Cell>, later: Vec<Cell>) {
    if row.len() < later.len() {
        row.resize(later.len(), Cell::Empty);
    }
    for (old, new) in row.iter_mut().zip(later) {
        if new != Cell::Empty {
            *old = new;
        }
    }
}
