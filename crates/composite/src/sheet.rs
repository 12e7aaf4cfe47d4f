//! The two shapes of numbers: a sheet, in which a cell may be missing, and a matrix, in which none is.

/// Units (rows) measured by indicators (columns). Columns lie one after another in memory, since every stage but the last walks columns.
///
/// A missing cell is the one value that is not a number; no arithmetic result of a stage may be one, so a stage that cannot compute a cell
/// says why in its log before it leaves the cell missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    units: usize,
    cells: Vec<f64>,
}

impl Sheet {
    /// A sheet of so many units, without an indicator yet.
    #[must_use]
    pub fn of(units: usize) -> Self {
        Self { units, cells: Vec::new() }
    }

    /// Adds an indicator; `None` is a missing cell. Infinite values are missing too: nothing can be compared with them.
    ///
    /// # Panics
    /// When the column has not one cell a unit: whoever reads files has checked that.
    pub fn push(&mut self, column: impl IntoIterator<Item = Option<f64>>) {
        let before = self.cells.len();
        self.cells.extend(
            column.into_iter().map(|cell| cell.filter(|value| value.is_finite()).unwrap_or(f64::NAN)),
        );
        assert_eq!(self.cells.len() - before, self.units, "a column has one cell a unit");
    }

    /// How many units.
    #[must_use]
    pub fn units(&self) -> usize {
        self.units
    }

    /// How many indicators.
    #[must_use]
    pub fn indicators(&self) -> usize {
        self.cells.len().checked_div(self.units).unwrap_or(0)
    }

    /// The cells of an indicator; what is missing is not a number.
    #[must_use]
    pub fn column(&self, indicator: usize) -> &[f64] {
        &self.cells[indicator * self.units..][..self.units]
    }

    /// The same, to be changed.
    #[must_use]
    pub fn column_mut(&mut self, indicator: usize) -> &mut [f64] {
        &mut self.cells[indicator * self.units..][..self.units]
    }

    /// One cell, if it is there.
    #[must_use]
    pub fn cell(&self, unit: usize, indicator: usize) -> Option<f64> {
        Some(self.column(indicator)[unit]).filter(|value| !value.is_nan())
    }
}

/// Rows by columns, complete: row by row in memory, since methods that rank alternatives walk rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    columns: usize,
    cells: Vec<f64>,
}

impl Matrix {
    /// A matrix from its rows laid one after another.
    ///
    /// # Panics
    /// When the cells are not a whole number of rows.
    #[must_use]
    pub fn of(columns: usize, cells: Vec<f64>) -> Self {
        assert!(columns > 0 && cells.len().is_multiple_of(columns), "a matrix has whole rows");
        Self { columns, cells }
    }

    /// How many rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.cells.len() / self.columns
    }

    /// How many columns.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// One row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[f64] {
        &self.cells[row * self.columns..][..self.columns]
    }

    /// The same, to be changed.
    #[must_use]
    pub fn row_mut(&mut self, row: usize) -> &mut [f64] {
        &mut self.cells[row * self.columns..][..self.columns]
    }

    /// One column, from top to bottom.
    pub fn column(&self, column: usize) -> impl Iterator<Item = f64> + '_ {
        self.cells.iter().skip(column).step_by(self.columns).copied()
    }
}
