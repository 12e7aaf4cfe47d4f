//! Laying a grid out anew: a form or an agenda as a plain table, each cell remembering where it really stands.
//!
//! The rules for rows are then the same ones; only the citations are looked up.

use festoon_domain::text::Lang;

use super::SheetReading;
use super::cells::{Cells, Stands};
use super::fields::Field;
use super::grid::{Cell, Grid};
use super::moments::durations::Unit;
use super::rows::{self, Context};
use super::tables::{Column, Table};

/// A table in the making.
#[derive(Default)]
pub(super) struct Relay {
    rows: Vec<Vec<Cell>>,
    stands: Stands,
    columns: Vec<Column>,
    above: usize,
}

impl Relay {
    /// Begins with the words above the headings, which may say the year.
    pub(super) fn under(cells: &Cells<'_>, above: usize) -> Self {
        let mut relay = Self { above, ..Self::default() };
        for row in 0..above {
            relay.rows.push(cells.grid.rows[row].clone());
            for column in cells.filled(row) {
                relay.stands.insert((row, column), cells.stand(row, column));
            }
        }
        relay.rows.push(Vec::new());
        relay
    }

    /// The place of a column, new or known by its heading.
    pub(super) fn column(
        &mut self,
        heading: &str,
        field: Option<Field>,
        lang: Option<Lang>,
        unit: Option<Unit>,
        at: (u32, u32),
    ) -> usize {
        if let Some(known) = self.columns.iter().position(|column| column.heading == heading) {
            return known;
        }
        let index = self.columns.len();
        self.columns.push(Column { index, heading: heading.to_owned(), field, lang, unit });
        self.rows[self.above].push(Cell::Text(heading.into()));
        self.stands.insert((self.above, index), at);
        index
    }

    pub(super) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Puts a cell into the row begun last.
    pub(super) fn put(&mut self, column: usize, cell: Cell, at: (u32, u32)) {
        let row = self.rows.len() - 1;
        if let Some(last) = self.rows.last_mut() {
            if last.len() <= column {
                last.resize(column + 1, Cell::Empty);
            }
            last[column] = cell;
        }
        self.stands.insert((row, column), at);
    }

    /// Reads the table as any other.
    pub(super) fn read(
        self,
        cells: &Cells<'_>,
        context: &Context<'_>,
        settle: bool,
        reading: &mut SheetReading,
    ) {
        let grid = Grid {
            place: cells.grid.place.clone(),
            rows: self.rows,
            first_row: 1,
            merges: Vec::new(),
            is_1904: cells.grid.is_1904,
            lines: Vec::new(),
        };
        let relaid = Cells::relaid(&grid, cells.file(), self.stands);
        let rows = self.above + 1..grid.rows.len();
        let mut table = Table {
            heading: self.above,
            rows,
            columns: self.columns,
            above: (0..self.above).collect(),
            repeated_above: 0,
            titles: 0..self.above,
        };
        if settle {
            super::mapping::settle(&mut table, &relaid);
        }
        rows::read(&relaid, &table, context, None, reading);
    }
}
