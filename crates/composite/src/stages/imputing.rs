//! Filling missing cells: from the others of the same years and group, or from the same unit in other years.

use std::collections::BTreeMap;

use crate::framework::{Fallback, Filling, Impute};
use crate::model::Pool;
use crate::run::{FilledFrom, Why, WhyChanged};

use super::blocks::Block;
use super::column::{mean, median};
use super::{Blocks, Journal, Ready, State};

/// What a cell is filled with, of how many cells, and from whom.
type Fill = (f64, usize, FilledFrom);

/// Fills the missing cells of every column that is meant, each from what was measured and never from what was filled.
pub(super) fn impute(state: &mut State, impute: &Impute, ready: &Ready, pool: &Pool, journal: &mut Journal) {
    let blocks = Blocks::of(impute.over, state, pool);
    for column in 0..state.indicators.len() {
        let indicator = state.indicators[column];
        let measured = state.sheet.column(column);
        if !ready.which[indicator] || !measured.iter().any(|cell| cell.is_nan()) {
            continue;
        }
        let measured = measured.to_vec();
        let time = along_time(state, &measured, impute, pool);
        for block in blocks.iter() {
            let groups = Groups::of(block, &measured, state, impute, ready);
            for &row in block.rows.iter().filter(|&&row| measured[row].is_nan()) {
                let case = state.cases[row];
                let fill = time.get(&row).copied().or_else(|| groups.fill(case, ready, impute));
                let Some((with, of, from)) = fill else {
                    journal.no_cell(case, indicator, Why::NothingToFillFrom);
                    continue;
                };
                state.sheet.column_mut(column)[row] = with;
                journal.change(case, indicator, f64::NAN, with, WhyChanged::Filled { of, from });
            }
        }
    }
}

/// The means or medians of one block of one column, each made when it is first asked for.
struct Groups {
    by_group: BTreeMap<usize, (f64, usize)>,
    all: Option<(f64, usize)>,
}

impl Groups {
    fn of(block: &Block, measured: &[f64], state: &State, impute: &Impute, ready: &Ready) -> Self {
        let middle = |cells: &[f64]| {
            let middle = if impute.by == Filling::Median { median(cells) } else { mean(cells) };
            middle.filter(|with| with.is_finite()).map(|with| (with, cells.len()))
        };
        let mut cells: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for &row in block.scale.as_ref().unwrap_or(&block.rows) {
            let group = ready.groups.as_ref().and_then(|groups| groups[state.cases[row]]);
            if let Some(group) = group.filter(|_| !measured[row].is_nan()) {
                cells.entry(group).or_default().push(measured[row]);
            }
        }
        let by_group = cells.iter().filter_map(|(&group, cells)| Some((group, middle(cells)?))).collect();
        let mut there = Vec::new();
        block.gather_scale(measured, &mut there);
        Self { by_group, all: middle(&there) }
    }

    fn fill(&self, case: usize, ready: &Ready, impute: &Impute) -> Option<Fill> {
        let all = self.all.map(|(with, of)| (with, of, FilledFrom::AllUnits));
        let fallback = all.filter(|_| impute.fallback == Fallback::AllUnits);
        match impute.by {
            Filling::Constant(with) => Some((with, 0, FilledFrom::Statement)),
            Filling::Carry | Filling::Interpolate | Filling::InterpolateAndHold => fallback,
            Filling::Mean | Filling::Median => {
                let Some(groups) = &ready.groups else { return all };
                let group = groups[case].and_then(|group| self.by_group.get(&group));
                group.map(|&(with, of)| (with, of, FilledFrom::Group)).or(fallback)
            }
        }
    }
}

/// What each missing row of a column gets from the same unit in other years.
fn along_time(state: &State, measured: &[f64], impute: &Impute, pool: &Pool) -> BTreeMap<usize, Fill> {
    let mut fills = BTreeMap::new();
    if matches!(impute.by, Filling::Mean | Filling::Median | Filling::Constant(_)) {
        return fills;
    }
    let mut by_unit: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for row in 0..state.cases.len() {
        by_unit.entry(pool.cases[state.cases[row]].unit).or_default().push(row);
    }
    let year = |row: usize| pool.cases[state.cases[row]].year;
    for rows in by_unit.values_mut() {
        rows.sort_unstable_by_key(|&row| year(row));
        for (at, &row) in rows.iter().enumerate().filter(|&(_, &row)| measured[row].is_nan()) {
            let is_there = |row: &&usize| !measured[**row].is_nan();
            let before = rows[..at].iter().rev().find(is_there).copied();
            let after = rows[at..].iter().find(is_there).copied();
            let fill = match (impute.by, before, after) {
                (Filling::Carry, Some(before), _) => Some((measured[before], 1)),
                (Filling::Interpolate | Filling::InterpolateAndHold, Some(before), Some(after)) => {
                    let passed = f64::from(year(row)) - f64::from(year(before));
                    let whole = f64::from(year(after)) - f64::from(year(before));
                    let (from, to) = (measured[before], measured[after]);
                    Some((from + (to - from) * (passed / whole), 2))
                }
                (Filling::InterpolateAndHold, before, after) => {
                    before.or(after).map(|nearest| (measured[nearest], 1))
                }
                _ => None,
            };
            if let Some((with, of)) = fill.filter(|(with, _)| with.is_finite()) {
                fills.insert(row, (with, of, FilledFrom::Time));
            }
        }
    }
    fills
}
