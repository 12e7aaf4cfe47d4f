//! Methods of proportional assessment: what a row has of everything, set against the best.
//!
//! COPRAS: E. K. Zavadskas, A. Kaklauskas and V. Sarka (1994). ARAS: E. K. Zavadskas and Z. Turskis, “A new additive ratio assessment (ARAS) method”,
//! Technological and Economic Development of Economy 16 (2010).

use super::{RankingError, by_row, directed, not_negative, weighed, weighted_sum};
use crate::Matrix;
use crate::numbers::{Direction, NumbersError, Scale, scaled};

/// What COPRAS says of each row.
#[derive(Clone, Debug, PartialEq)]
pub struct Copras {
    /// Q: the sum of benefits and what the sum of costs leaves.
    pub significance: Vec<f64>,
    /// Q over the greatest Q, from 0 to 1.
    pub utility: Vec<f64>,
}

/// COPRAS: Q = S⁺ + Σ S⁻ / (S⁻ · Σ 1/S⁻), with cells as shares of their column. Without a cost Q is S⁺.
///
/// # Errors
/// Weights or directions of another number; a missing or negative cell; a column of zeros; or a row whose costs are all zero.
pub fn copras(matrix: &Matrix, weights: &[f64], directions: &[Direction]) -> Result<Copras, RankingError> {
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    let shares = scaled(matrix, &vec![Direction::Benefit; matrix.columns()], Scale::Sum)?;
    not_negative(matrix)?;

    let of = |wanted: Direction| {
        let parts: Vec<f64> = weights
            .iter()
            .zip(directions)
            .map(|(weight, direction)| if *direction == wanted { *weight } else { 0.0 })
            .collect();
        by_row(&shares, |row| weighted_sum(row, &parts))
    };
    let (mut significance, costs) = (of(Direction::Benefit), of(Direction::Cost));
    let weighed_cost =
        |(direction, weight): (&Direction, &f64)| *direction == Direction::Cost && *weight > 0.0;
    if let Some(column) = directions.iter().zip(weights).position(weighed_cost) {
        if let Some(row) = costs.iter().position(|cost| *cost <= 0.0) {
            return Err(NumbersError::NotPositive { row, column, value: 0.0 }.into());
        }
        let all: f64 = costs.iter().sum();
        let reciprocals: f64 = costs.iter().map(|cost| 1.0 / cost).sum();
        for (significance, cost) in significance.iter_mut().zip(&costs) {
            *significance += all / (cost * reciprocals);
        }
    }
    let most = significance.iter().copied().fold(0.0, f64::max);
    if most <= 0.0 {
        return Err(RankingError::AllSame);
    }
    let utility = significance.iter().map(|significance| significance / most).collect();
    Ok(Copras { significance, utility })
}

/// What ARAS says of each row.
#[derive(Clone, Debug, PartialEq)]
pub struct Aras {
    /// S of the best of every column together.
    pub best: f64,
    /// S: the weighted sum of each row.
    pub optimality: Vec<f64>,
    /// K = S / S of the best.
    pub utility: Vec<f64>,
}

/// ARAS: a row made of the best of every column joins the others; benefits are shares of their column, costs shares of their reciprocals.
///
/// # Errors
/// Weights or directions of another number; a missing or negative cell; a cost that is not above zero; or a column of zeros.
pub fn aras(matrix: &Matrix, weights: &[f64], directions: &[Direction]) -> Result<Aras, RankingError> {
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    // Checked before the best row joins, so that an error names the row of the table given.
    crate::numbers::matrix_there(matrix)?;
    not_negative(matrix)?;
    let ends = |(column, direction): (usize, &Direction)| match direction {
        Direction::Benefit => matrix.column(column).fold(f64::NEG_INFINITY, f64::max),
        Direction::Cost => matrix.column(column).fold(f64::INFINITY, f64::min),
    };
    let mut cells: Vec<f64> = (0..matrix.rows()).flat_map(|row| matrix.row(row)).copied().collect();
    cells.extend(directions.iter().enumerate().map(ends));

    let scaled = scaled(&Matrix::of(matrix.columns(), cells), directions, Scale::SumRatio)?;
    let mut optimality = by_row(&scaled, |row| weighted_sum(row, weights));
    let best = optimality.pop().ok_or(RankingError::AllSame)?;
    let utility = optimality.iter().map(|own| own / best).collect();
    Ok(Aras { best, optimality, utility })
}
