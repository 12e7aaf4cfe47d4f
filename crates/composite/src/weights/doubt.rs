//! The benefit of the doubt: each unit is weighed as favours it most, as long as no unit scores above 1 with the same weights.
//!
//! L. Cherchye, W. Moesen, N. Rogge and T. Van Puyenbroeck, “An introduction to ‘benefit of the doubt’ composite indicators”, Social Indicators
//! Research 82 (2007). Bounds on the share that each indicator has in a unit's own score keep weights from vanishing.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::WeightError;
use super::program::{clean, in_parts, solved};
use crate::Matrix;
use crate::numbers::NumbersError;

/// The least and the greatest share that an indicator may have in a unit's score, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareBounds {
    /// At least.
    pub least: f64,
    /// At most.
    pub most: f64,
}

impl ShareBounds {
    /// Any share.
    pub const FREE: Self = Self { least: 0.0, most: 1.0 };
}

/// Scores under each unit's own best weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// From 0 to 1; 1 for whoever leads with some weights. Unlike the weights, always unique.
    pub scores: Vec<f64>,
    /// Units by indicators: what an indicator's unit counts.
    pub weights: Matrix,
    /// Units by indicators: the share of the score that each brings; each row sums to 1.
    pub shares: Matrix,
}

/// The benefit of the doubt for every unit (row), one pair of bounds an indicator (column). More must be better in each, none below zero.
///
/// # Errors
/// A missing or negative cell; a column of zeros; a unit that is zero everywhere, or where a share above zero is asked; bounds that are no
/// shares, that cross, or that no shares summing to 1 can keep.
pub fn benefit_of_the_doubt(indicators: &Matrix, bounds: &[ShareBounds]) -> Result<Doubt, WeightError> {
    let parts = in_parts(indicators)?;
    check(indicators, bounds)?;

    let columns = indicators.columns();
    let mut doubt = Doubt {
        scores: Vec::with_capacity(indicators.rows()),
        weights: Matrix::of(columns, vec![0.0; columns * indicators.rows()]),
        shares: Matrix::of(columns, vec![0.0; columns * indicators.rows()]),
    };
    for unit in 0..indicators.rows() {
        let contributions = contributions(&parts, unit, bounds)?;
        let score: f64 = contributions.iter().sum();
        doubt.scores.push(if (score - 1.0).abs() < 1e-9 { 1.0 } else { score });
        for (column, contribution) in contributions.into_iter().enumerate() {
            doubt.shares.row_mut(unit)[column] = contribution / score;
            let own = indicators.row(unit)[column];
            doubt.weights.row_mut(unit)[column] = if own > 0.0 { contribution / own } else { 0.0 };
        }
    }
    Ok(doubt)
}

fn check(indicators: &Matrix, bounds: &[ShareBounds]) -> Result<(), WeightError> {
    if bounds.len() != indicators.columns() {
        return Err(NumbersError::Lengths { left: indicators.columns(), right: bounds.len() }.into());
    }
    let (mut least, mut most) = (0.0, 0.0);
    for (column, bound) in bounds.iter().enumerate() {
        if !(0.0 <= bound.least && bound.least <= bound.most && bound.most <= 1.0) {
            return Err(WeightError::Bounds { column, least: bound.least, most: bound.most });
        }
        least += bound.least;
        most += bound.most;
    }
    if least > 1.0 + 1e-9 || most < 1.0 - 1e-9 {
        return Err(WeightError::BoundSums { least, most });
    }
    for row in 0..indicators.rows() {
        let cells = indicators.row(row);
        let bare = cells.iter().zip(bounds).position(|(cell, bound)| *cell <= 0.0 && bound.least > 0.0);
        let empty = cells.iter().all(|cell| *cell <= 0.0).then_some(0);
        if let Some(column) = bare.or(empty) {
            return Err(NumbersError::NotPositive { row, column, value: cells[column] }.into());
        }
        // Only what the unit has can bring a share.
        let possible: f64 =
            cells.iter().zip(bounds).filter(|(cell, _)| **cell > 0.0).map(|(_, b)| b.most).sum();
        if possible < 1.0 - 1e-9 {
            return Err(WeightError::BoundSums { least, most: possible });
        }
    }
    Ok(())
}

/// What each indicator brings to the unit's best score. These are the variables, so that bounds on shares hold between them alone.
fn contributions(parts: &Matrix, unit: usize, bounds: &[ShareBounds]) -> Result<Vec<f64>, WeightError> {
    let own = parts.row(unit);
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    // What a unit has nothing of cannot raise its score, and only burden the others': it has no variable.
    let variables: Vec<Option<Variable>> =
        own.iter().map(|cell| (*cell > 0.0).then(|| problem.add_var(1.0, (0.0, f64::INFINITY)))).collect();
    let used = || variables.iter().enumerate().filter_map(|(column, variable)| variable.map(|v| (column, v)));

    for peer in 0..parts.rows() {
        let terms: Vec<(Variable, f64)> =
            used().map(|(column, variable)| (variable, parts.row(peer)[column] / own[column])).collect();
        problem.add_constraint(terms, ComparisonOp::Le, 1.0);
    }
    for (column, variable) in used() {
        let beyond = |share: f64| -> Vec<(Variable, f64)> {
            used().map(|(_, other)| (other, if other == variable { 1.0 - share } else { -share })).collect()
        };
        if bounds[column].least > 0.0 {
            problem.add_constraint(beyond(bounds[column].least), ComparisonOp::Ge, 0.0);
        }
        if bounds[column].most < 1.0 {
            problem.add_constraint(beyond(bounds[column].most), ComparisonOp::Le, 0.0);
        }
    }

    let solution = solved(&problem, unit)?;
    Ok(variables.iter().map(|variable| variable.map_or(0.0, |v| clean(solution.var_value(v)))).collect())
}
