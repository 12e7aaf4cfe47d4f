//! Columns in which an empty cell means the one above: a merge that was lost when the sheet was saved as text.
//!
//! A column of days is filled where no row repeats the day above in words, so blanks are the way that sheet says it.
//! Halls, hosts and activities are filled only where their blanks go together with those of the days or activities.

use std::collections::HashMap;

use super::super::cells::{Cells, is_blank};
use super::super::fields::Field;
use super::super::grid::Cell;
use super::super::sections::{self, RowKind};
use super::super::tables::Table;
use super::super::words::is_ditto;

/// A column whose blanks are read as the cell above.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filled {
    pub(super) column: usize,
}

/// For each row of a column with blanks or "ditto" to be filled: the row whose value holds there.
pub(super) type Origins = HashMap<usize, Vec<Option<usize>>>;

/// Walks down each column once, so that ten thousand dittos below each other cost no more than ten thousand names.
pub(super) fn origins(cells: &Cells<'_>, table: &Table, filled: &[Filled]) -> Origins {
    let is_ditto = |cell: &Cell| matches!(cell, Cell::Text(text) if is_ditto(text));
    let mut origins = Origins::new();
    for column in table.columns.iter().map(|column| column.index) {
        let is_filled = filled.iter().any(|filled| filled.column == column);
        if !is_filled && !table.rows.clone().any(|row| is_ditto(cells.own(row, column))) {
            continue;
        }
        let mut last = None;
        let rows = table.rows.clone().map(|row| {
            let cell = cells.cell(row, column);
            if !is_blank(cell) && !is_ditto(cell) {
                last = Some(row);
            }
            last
        });
        origins.insert(column, rows.collect());
    }
    origins
}

pub(super) fn columns(cells: &Cells<'_>, table: &Table) -> Vec<Filled> {
    let rows: Vec<usize> = table
        .rows
        .clone()
        .filter(|row| {
            !matches!(
                sections::kind(cells, table, *row),
                RowKind::Blank | RowKind::Note | RowKind::Day(..) | RowKind::Hall(_) | RowKind::Part(_)
            )
        })
        .collect();
    let mut found: Vec<Filled> = Vec::new();
    let mut anchors: Vec<usize> = Vec::new();
    for column in &table.columns {
        if column.field == Some(Field::Date) && is_systematic(cells, &rows, column.index) {
            found.push(Filled { column: column.index });
            anchors.push(column.index);
        }
    }
    for field in [Field::Activity, Field::Part] {
        for column in table.of(field) {
            if is_systematic(cells, &rows, column.index) {
                found.push(Filled { column: column.index });
                anchors.push(column.index);
            }
        }
    }
    for field in [Field::Venue, Field::Room, Field::Place, Field::Host, Field::CoHosts] {
        for column in table.of(field) {
            let together = rows
                .iter()
                .filter(|row| is_blank(cells.cell(**row, column.index)))
                .all(|row| anchors.iter().any(|anchor| is_blank(cells.cell(*row, *anchor))));
            if together && is_systematic(cells, &rows, column.index) {
                found.push(Filled { column: column.index });
            }
        }
    }
    found
}

/// The first row is filled, some are empty, and hardly any repeats the one above.
fn is_systematic(cells: &Cells<'_>, rows: &[usize], column: usize) -> bool {
    let Some(first) = rows.first() else { return false };
    if is_blank(cells.cell(*first, column)) {
        return false;
    }
    let (mut blanks, mut repeats) = (0_usize, 0_usize);
    let mut last = None;
    for row in rows {
        let cell = cells.cell(*row, column);
        if is_blank(cell) {
            blanks += 1;
            continue;
        }
        let is_merged = cells.area(*row, column).is_some();
        if last == Some(cell) && !is_merged {
            repeats += 1;
        }
        last = Some(cell);
    }
    blanks > 0 && blanks > 2 * repeats
}
