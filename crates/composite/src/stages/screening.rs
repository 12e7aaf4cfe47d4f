//! Leaving out cases and indicators of which too little is measured.

use crate::framework::{Presence, Screen, Screening};
use crate::run::{Missing, Why};
use crate::sheet::Sheet;

use super::column::count;
use super::{Journal, State};

/// Leaves out what is below its share; exactly the share stays.
pub(super) fn screen(state: &mut State, screen: Screen, journal: &mut Journal) {
    match screen.order {
        Screening::AtOnce => {
            let rows = kept_rows(state, screen, journal);
            let columns = kept_columns(state, screen, journal);
            keep(state, &rows, &columns);
        }
        Screening::CasesFirst => {
            let rows = kept_rows(state, screen, journal);
            keep(state, &rows, &all(state.indicators.len()));
            let columns = kept_columns(state, screen, journal);
            keep(state, &all(state.cases.len()), &columns);
        }
        Screening::IndicatorsFirst => {
            let columns = kept_columns(state, screen, journal);
            keep(state, &all(state.cases.len()), &columns);
            let rows = kept_rows(state, screen, journal);
            keep(state, &rows, &all(state.indicators.len()));
        }
    }
}

fn all(of: usize) -> Vec<usize> {
    (0..of).collect()
}

fn is_there(cell: f64, presence: Presence) -> bool {
    !cell.is_nan() && (presence == Presence::Measured || cell != 0.0)
}

fn kept_rows(state: &State, screen: Screen, journal: &mut Journal) -> Vec<usize> {
    let Some(least) = screen.cases else { return all(state.cases.len()) };
    let columns = state.indicators.len();
    let share = |row: usize| {
        let there = (0..columns).filter(|&column| is_there(state.sheet.column(column)[row], screen.presence));
        count(there.count()) / count(columns)
    };
    let mut kept = Vec::with_capacity(state.cases.len());
    for (row, &case) in state.cases.iter().enumerate() {
        let share = share(row);
        if share >= least {
            kept.push(row);
        } else {
            journal.nothing(Missing::Case { case }, Why::TooFewMeasured { share });
        }
    }
    kept
}

fn kept_columns(state: &State, screen: Screen, journal: &mut Journal) -> Vec<usize> {
    let Some(least) = screen.indicators else { return all(state.indicators.len()) };
    let mut kept = Vec::with_capacity(state.indicators.len());
    for (column, &indicator) in state.indicators.iter().enumerate() {
        let cells = state.sheet.column(column);
        let there = cells.iter().filter(|&&cell| is_there(cell, screen.presence)).count();
        let share = count(there) / count(cells.len());
        if share >= least {
            kept.push(column);
        } else {
            journal.nothing(Missing::Indicator { indicator }, Why::TooFewMeasured { share });
        }
    }
    kept
}

fn keep(state: &mut State, rows: &[usize], columns: &[usize]) {
    if rows.len() == state.cases.len() && columns.len() == state.indicators.len() {
        return;
    }
    let mut sheet = Sheet::of(rows.len());
    for &column in columns {
        let cells = state.sheet.column(column);
        sheet.push(rows.iter().map(|&row| Some(cells[row])));
    }
    state.sheet = sheet;
    state.cases = rows.iter().map(|&row| state.cases[row]).collect();
    state.indicators = columns.iter().map(|&column| state.indicators[column]).collect();
}
