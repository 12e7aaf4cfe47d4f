//! Rows and columns that a sheet hides: read all the same, and named where something stands in them.
//!
//! Many sheets hide everything beyond their table; that loses nothing and is not worth a word.

use super::limits::MOST_ROWS;
use super::{Cell, Grid, GridTrouble, Harvest};

#[derive(Default)]
pub(super) struct Hidden {
    rows: Vec<u32>,
    columns: Vec<(u32, u32)>,
}

impl Hidden {
    pub(super) fn row(&mut self, row: u32) {
        if self.rows.len() < MOST_ROWS as usize {
            self.rows.push(row);
        }
    }

    pub(super) fn columns(&mut self, first: u32, last: u32) {
        const MOST_STRETCHES: usize = 16_384;
        if self.columns.len() < MOST_STRETCHES {
            self.columns.push((first, last));
        }
    }

    /// Names what is hidden in the grid just finished; a blank sheet hides nothing.
    pub(super) fn say(mut self, blank: Blank, harvest: &mut Harvest) {
        let (Blank::No, Some(grid)) = (blank, harvest.grids.last()) else { return };
        self.rows.sort_unstable();
        self.rows.dedup();
        self.rows.retain(|row| is_used(grid, *row));
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        let is_hidden =
            |column: &u32| self.columns.iter().any(|(first, last)| (first..=last).contains(&column));
        let columns = (1..).take(width).filter(is_hidden).count();
        let place = grid.place.clone();

        if let Some(first) = self.rows.first() {
            let count = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
            harvest.say_of_row(&place, *first, GridTrouble::HiddenRows(count));
        }
        if columns > 0 {
            let count = u32::try_from(columns).unwrap_or(u32::MAX);
            harvest.say_of_row(&place, 1, GridTrouble::HiddenColumns(count));
        }
    }
}

/// Whether a sheet gave no grid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    Yes,
    No,
}

fn is_used(grid: &Grid, row: u32) -> bool {
    let at = row.checked_sub(grid.first_row).map(|at| at as usize);
    let cells = at.and_then(|at| grid.rows.get(at));
    cells.is_some_and(|cells| cells.iter().any(|cell| *cell != Cell::Empty))
}
