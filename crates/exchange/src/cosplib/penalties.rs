//! The sheets of penalties: names along the first row and the first column, a number where they cross.

use std::collections::HashSet;

use super::ConferenceFault;
use super::numbers::MOST;
use super::sheet::{Names, Sheet};
use crate::Refusal;

/// Such a sheet.
pub(super) struct Table<'a> {
    sheet: Sheet<'a>,
    /// Row and name.
    rows: Vec<(u32, String)>,
    /// Column and name.
    columns: Vec<(u32, String)>,
}

pub(super) fn read<'a>(sheet: &Sheet<'a>) -> Result<Table<'a>, Refusal> {
    let mut columns = sheet.headings(1)?;
    columns.retain(|(column, _)| *column > 1);
    let mut rows = Vec::new();
    for row in sheet.rows_from(2) {
        let name = sheet.words(row, 1)?;
        if name.is_empty() {
            return Err(sheet.row_fault(row, ConferenceFault::NoName));
        }
        rows.push((row, name));
    }
    Ok(Table { sheet: sheet.clone(), rows, columns })
}

impl Table<'_> {
    /// By row and column, in the order of the names.
    pub(super) fn dense(&self, rows: &Names, columns: &Names) -> Result<Vec<Vec<i64>>, Refusal> {
        let mut penalties = vec![vec![0; columns.len()]; rows.len()];
        let column_places = self.column_places(columns)?;
        for (row, at) in self.row_places(rows)? {
            for &(column, to) in &column_places {
                penalties[at][to] = self.sheet.number(row, column, 0, MOST)?;
            }
        }
        Ok(penalties)
    }

    /// Of each pair of names, the penalty that stands in one half of the sheet or the other; what crosses itself means nothing.
    pub(super) fn triangle(&self, names: &Names) -> Result<Vec<(usize, usize, i64)>, Refusal> {
        let columns = self.column_places(names)?;
        let mut found = std::collections::BTreeMap::new();
        for (row, one) in self.row_places(names)? {
            for &(column, other) in &columns {
                let penalty = self.sheet.number(row, column, 0, MOST)?;
                if penalty == 0 || one == other {
                    continue;
                }
                let earlier = found.insert((one.min(other), one.max(other)), penalty);
                if let Some(earlier) = earlier.filter(|earlier| *earlier != penalty) {
                    return Err(self.sheet.fault(
                        row,
                        column,
                        ConferenceFault::TwoPenalties(earlier, penalty),
                    ));
                }
            }
        }
        Ok(found.into_iter().map(|((one, other), penalty)| (one, other, penalty)).collect())
    }

    fn row_places(&self, names: &Names) -> Result<Vec<(u32, usize)>, Refusal> {
        let spots = self.rows.iter().map(|(row, name)| (*row, 1, name));
        let places = self.places(names, spots)?;
        Ok(self.rows.iter().map(|(row, _)| *row).zip(places).collect())
    }

    fn column_places(&self, names: &Names) -> Result<Vec<(u32, usize)>, Refusal> {
        let spots = self.columns.iter().map(|(column, name)| (1, *column, name));
        let places = self.places(names, spots)?;
        Ok(self.columns.iter().map(|(column, _)| *column).zip(places).collect())
    }

    /// The place of each heading among the names: every name once, and nothing else.
    fn places<'n>(
        &self,
        names: &Names,
        headings: impl Iterator<Item = (u32, u32, &'n String)>,
    ) -> Result<Vec<usize>, Refusal> {
        let mut places = Vec::new();
        let mut seen = HashSet::new();
        for (row, column, heading) in headings {
            let Some(place) = names.place(heading) else {
                let fault = ConferenceFault::UnknownHeading(heading.clone(), names.things());
                return Err(self.sheet.fault(row, column, fault));
            };
            if !seen.insert(place) {
                return Err(self.sheet.fault(row, column, ConferenceFault::Twice(heading.clone())));
            }
            places.push(place);
        }
        let missing = names.said().enumerate().find(|(place, _)| !seen.contains(place));
        if let Some((_, name)) = missing {
            let fault = ConferenceFault::Unmentioned(names.things(), name.trim().into());
            return Err(self.sheet.row_fault(1, fault));
        }
        Ok(places)
    }
}
