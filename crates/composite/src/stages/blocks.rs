//! Which rows belong together: all of them, or those of each year.

use crate::framework::Span;
use crate::model::Pool;

use super::State;

/// Rows that are worked on together, and those that set their scale.
#[derive(Clone, Debug)]
pub(crate) struct Blocks {
    blocks: Vec<Block>,
}

/// Rows of the sheet, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// The year, when each is worked on for itself.
    pub(crate) year: Option<i32>,
    /// The rows.
    pub(crate) rows: Vec<usize>,
    /// The rows that set the scale, where they are others.
    pub(crate) scale: Option<Vec<usize>>,
}

impl Blocks {
    /// The blocks of a span, years in ascending order.
    pub(crate) fn of(span: Span, state: &State, pool: &Pool) -> Self {
        let all = || (0..state.cases.len()).collect::<Vec<_>>();
        let of_year = |year: i32| {
            let year_of = |row: &usize| pool.cases[state.cases[*row]].year;
            all().into_iter().filter(|row| year_of(row) == year).collect::<Vec<_>>()
        };
        let blocks = match span {
            Span::AllYears => vec![Block { year: None, rows: all(), scale: None }],
            Span::Year(year) => vec![Block { year: None, rows: all(), scale: Some(of_year(year)) }],
            Span::EachYear => {
                let block = |year: &i32| Block { year: Some(*year), rows: of_year(*year), scale: None };
                pool.years.iter().map(block).collect()
            }
        };
        Self { blocks }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| !block.rows.is_empty())
    }
}

impl Block {
    /// The cells of a column in these rows that are there, and the rows they are in.
    pub(crate) fn gather_there(&self, column: &[f64], rows: &mut Vec<usize>, cells: &mut Vec<f64>) {
        rows.clear();
        cells.clear();
        for &row in self.rows.iter().filter(|&&row| !column[row].is_nan()) {
            rows.push(row);
            cells.push(column[row]);
        }
    }

    /// The cells that set the scale, without those that are missing.
    pub(crate) fn gather_scale(&self, column: &[f64], into: &mut Vec<f64>) {
        into.clear();
        let rows = self.scale.as_ref().unwrap_or(&self.rows);
        into.extend(rows.iter().map(|&row| column[row]).filter(|cell| !cell.is_nan()));
    }
}

/// Puts gathered cells back into the rows they are of.
pub(crate) fn put(rows: &[usize], cells: &[f64], column: &mut [f64]) {
    for (&row, &cell) in rows.iter().zip(cells) {
        column[row] = cell;
    }
}
