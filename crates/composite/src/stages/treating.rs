//! Outliers: a column that is too skewed and too peaked is winsorised a step at a time, and bent when that does not help.

use crate::framework::{Pass, Treat, WinsorTies, Winsorise};
use crate::model::Pool;
use crate::run::{Outcome, Shape, Treated, Warning, WhyChanged};

use super::bending::{self, Bent};
use super::blocks::put;
use super::column::{extremes, shape};
use super::{Blocks, Journal, Ready, State};

/// Looks at every column that is meant, and pulls in those that do not pass.
pub(super) fn treat(state: &mut State, treat: &Treat, ready: &Ready, pool: &Pool, journal: &mut Journal) {
    let blocks = Blocks::of(treat.over, state, pool);
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    for column in 0..state.indicators.len() {
        let indicator = state.indicators[column];
        if !ready.which[indicator] {
            continue;
        }
        let mut bent = None;
        for block in blocks.iter() {
            block.gather_there(state.sheet.column(column), &mut rows, &mut cells);
            let found = treated(&mut cells, treat);
            bent = bent.or(found.bent);
            note(state, column, &rows, &cells, &found, block.year, journal);
            put(&rows, &cells, state.sheet.column_mut(column));
        }
        if let Some(bent) = bent {
            bent.bend_posts(state, indicator);
        }
    }
}

/// What became of one column, and how.
struct Found {
    before: Option<Shape>,
    /// How many points were moved from below and from above, kept or not.
    moved: usize,
    after_winsorising: Option<Shape>,
    bent: Option<Bent>,
    after_bending: Option<Shape>,
    outcome: Outcome,
}

fn passes(shape: Shape, pass: Pass) -> bool {
    shape.skewness.abs() < pass.skewness || shape.kurtosis < pass.kurtosis
}

/// Treats the cells of one column in place.
fn treated(cells: &mut [f64], treat: &Treat) -> Found {
    let mut found = Found {
        before: shape(cells, treat.pass.estimator),
        moved: 0,
        after_winsorising: None,
        bent: None,
        after_bending: None,
        outcome: Outcome::NoShape,
    };
    let Some(before) = found.before else { return found };
    if passes(before, treat.pass) {
        found.outcome = Outcome::AsItWas;
        return found;
    }
    let untreated = treat.otherwise.map(|curve| (curve, cells.to_vec()));
    if let Some(how) = treat.winsorise {
        let (moved, after) = winsorise(cells, before, how, treat.pass);
        found.moved = moved;
        found.after_winsorising = (moved > 0).then_some(after);
        if passes(after, treat.pass) {
            found.outcome = Outcome::Winsorised;
            return found;
        }
    }
    found.outcome = Outcome::StillFails;
    let Some((curve, untreated)) = untreated else { return found };
    let bent = Bent::of(curve, &untreated);
    for (cell, &from) in cells.iter_mut().zip(&untreated) {
        *cell = bent.at(from).unwrap_or(f64::NAN);
    }
    found.bent = Some(bent);
    let there: Vec<f64> = cells.iter().copied().filter(|cell| !cell.is_nan()).collect();
    found.after_bending = shape(&there, treat.pass.estimator);
    if found.after_bending.is_some_and(|shape| passes(shape, treat.pass)) {
        found.outcome = Outcome::Bent;
    }
    found
}

/// Moves the extreme to the next value until the column passes or enough points are moved; gives how many were, and the shape then. A step that
/// would leave a constant is not taken: it would throw the indicator away.
#[expect(clippy::float_cmp, reason = "values that are moved together are the very same number")]
fn winsorise(cells: &mut [f64], before: Shape, how: Winsorise, pass: Pass) -> (usize, Shape) {
    let most = how.most as usize;
    let (mut above, mut below, mut now) = (0, 0, before);
    while !passes(now, pass) && above + below < most {
        let Some((low, high)) = extremes(cells) else { break };
        let from_above = now.skewness >= 0.0;
        let extreme = if from_above { high } else { low };
        let others = cells.iter().copied().filter(|cell| *cell != extreme);
        let next = if from_above { others.reduce(f64::max) } else { others.reduce(f64::min) };
        let other_end = if from_above { low } else { high };
        let Some(next) = next.filter(|next| *next != other_end) else { break };
        let tied = cells.iter().filter(|cell| **cell == extreme).count();
        let already = if from_above { below } else { above };
        if how.ties == WinsorTies::WithinLimit && tied + already > most {
            break;
        }
        let moved = if from_above { &mut above } else { &mut below };
        *moved = tied;
        for cell in cells.iter_mut().filter(|cell| **cell == extreme) {
            *cell = next;
        }
        let Some(shape) = shape(cells, pass.estimator) else { break };
        now = shape;
    }
    (above + below, now)
}

/// Tells the journal, if it listens.
fn note(
    state: &State,
    column: usize,
    rows: &[usize],
    cells: &[f64],
    found: &Found,
    year: Option<i32>,
    journal: &mut Journal,
) {
    if !journal.keeps() {
        return;
    }
    let indicator = state.indicators[column];
    for (&row, &to) in rows.iter().zip(cells) {
        let (case, from) = (state.cases[row], state.sheet.column(column)[row]);
        let why = match found.bent {
            Some(_) => WhyChanged::BentAfterWinsorising,
            None if to < from => WhyChanged::WinsorisedFromAbove,
            None => WhyChanged::WinsorisedFromBelow,
        };
        journal.change(case, indicator, from, to, why);
        if to.is_nan() {
            journal.no_cell(case, indicator, bending::not_positive(from));
        }
    }
    let step = journal.step;
    journal.treated(Treated {
        step,
        indicator,
        year,
        before: found.before,
        winsorised: found.moved,
        after_winsorising: found.after_winsorising,
        after_bending: found.after_bending,
        outcome: found.outcome,
    });
    let shape = found.after_bending.or(found.after_winsorising).or(found.before);
    if let Some(shape) = shape.filter(|_| found.outcome == Outcome::StillFails) {
        journal.warn(Warning::StillFails { step, indicator, shape });
    }
}
