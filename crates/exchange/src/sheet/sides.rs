//! Two tables side by side: a heading row that says the same headings again further right.
//!
//! Each is laid out as a sheet of its own, its cells cited where they really stand. Costs one copy of the cells.

use super::cells::{Cells, Stands};
use super::fields::Field;
use super::grid::{Cell, Grid, Merge};
use super::headings;
use super::words::plain;

/// The halves of a sheet whose headings come twice; nothing for any other.
pub(super) fn split(cells: &Cells<'_>) -> Option<Vec<(Grid, Stands)>> {
    const LARGEST: usize = 5000;
    if cells.rows() > LARGEST {
        return None;
    }
    let starts = (0..cells.rows().min(15)).find_map(|row| starts(cells, row))?;
    let width = (0..cells.rows()).map(|row| cells.width(row)).max()?;
    let mut halves = Vec::new();
    for (i, from) in starts.iter().enumerate() {
        let from = if i == 0 { 0 } else { *from };
        let to = starts.get(i + 1).copied().unwrap_or(width);
        halves.push(half(cells, from, to));
    }
    Some(halves)
}

/// The columns at which the same headings begin, where they come at least twice with a time and a title each.
fn starts(cells: &Cells<'_>, row: usize) -> Option<Vec<usize>> {
    let filled: Vec<usize> = cells.filled(row).collect();
    let words: Vec<String> = filled.iter().map(|column| plain(&cells.text(row, *column))).collect();
    let period = (2..=words.len() / 2).find(|period| {
        words.len().is_multiple_of(*period) && words.chunks(*period).all(|chunk| chunk == &words[..*period])
    })?;
    let fields: Vec<Field> =
        words[..period].iter().filter_map(|word| headings::read(word)).map(|heading| heading.field).collect();
    let has = |wanted: &[Field]| fields.iter().any(|field| wanted.contains(field));
    let fits = has(&[Field::Time, Field::Start, Field::Date])
        && has(&[Field::Title, Field::Activity, Field::Theme, Field::Name]);
    fits.then(|| filled.chunks(period).map(|chunk| chunk[0]).collect())
}

fn half(cells: &Cells<'_>, from: usize, to: usize) -> (Grid, Stands) {
    let mut stands = Stands::new();
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(cells.rows());
    for row in 0..cells.rows() {
        let mut own: Vec<Cell> = (from..to).map(|column| cells.own(row, column).clone()).collect();
        stands.extend((from..to).map(|column| ((row, column - from), cells.stand(row, column))));
        // A title over both tables stands in the first one's columns.
        if from > 0
            && let Some(area) = cells.area(row, from).filter(|area| area.left < from)
            && let Some(first) = own.first_mut()
        {
            *first = cells.own(area.top, area.left).clone();
        }
        while own.last().is_some_and(|cell| *cell == Cell::Empty) {
            own.pop();
        }
        rows.push(own);
    }
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX - 1) + 1;
    let mut merges = Vec::new();
    for row in 0..cells.rows() {
        for column in from..to {
            if let Some(area) = cells.area(row, column).filter(|area| (area.top, area.left) == (row, column))
            {
                merges.push(Merge {
                    first_row: number(row),
                    first_column: number(column - from),
                    last_row: number(area.bottom),
                    last_column: number(area.right.min(to - 1) - from),
                });
            }
        }
    }
    let place = cells.grid.place.clone();
    let is_1904 = cells.grid.is_1904;
    (Grid { place, rows, first_row: 1, merges, is_1904, lines: cells.grid.lines.clone() }, stands)
}
