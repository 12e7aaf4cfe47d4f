//! How columns become one number or one order: weighted means of any power, TOPSIS, Copeland, chained growth.
//!
//! Alternatives are rows, criteria columns. Weights are taken as they are given, since published tables often round them: whoever wants them to
//! sum to 1 passes them through [`shares`](crate::weights::shares). Every method keeps to its source paper, named in its file.

mod decision;
mod distances;
mod grey;
mod growth;
mod means;
mod outranking;
mod ratios;
mod sums;
mod topsis;
mod vikor;
mod votes;

pub use decision::{Decision, RatioScore, VikorScore, decided};
pub use distances::{Codas, Edas, Mabac, codas, edas, mabac};
pub use grey::{gra, grey_grades};
pub use growth::{Link, chained_growth, fixed_base, rebased};
pub(crate) use means::PowerSum;
pub use means::{Averaging, Mean, Missing, Zeros, weighted_mean};
pub use outranking::{Flows, Preference, promethee};
pub use ratios::{Aras, Copras, aras, copras};
pub use sums::{moora, moora_multiplicative, moora_reference, saw, waspas, wpm};
pub use topsis::{Topsis, Weighting, topsis};
pub use vikor::{Vikor, vikor};
pub use votes::{CopelandScore, borda, copeland, majorities};

use crate::Matrix;
use crate::numbers::{Direction, NumbersError, checked};
use crate::weights::WeightError;

/// Why there is no score or order. Rows and columns count from 0, and from 1 in the sentences; a function of one row speaks of row 0, which
/// [`RankingError::in_row`] makes the true one.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RankingError {
    /// The numbers themselves do not allow it.
    #[error(transparent)]
    Numbers(#[from] NumbersError),
    /// The weights do not.
    #[error(transparent)]
    Weights(#[from] WeightError),
    /// Too little of a row is there for a mean.
    #[error("row {}: values with {present} of the weight are there, and at least {needed} is needed", row + 1)]
    TooMissing {
        /// The row.
        row: usize,
        /// The share of the weight whose values are there.
        present: f64,
        /// The share there should be.
        needed: f64,
    },
    /// No row differs from another, so that there is nothing to rank.
    #[error("all rows are the same in what counts: there is nothing to rank")]
    AllSame,
    /// Thresholds of a preference that are below zero or cross.
    #[error("column {}: thresholds should be zero or more, indifference below preference", column + 1)]
    Thresholds {
        /// The column.
        column: usize,
    },
    /// A choice that is a number has one outside its range.
    #[error("{value} should be from {least} to {most}")]
    Parameter {
        /// What was given.
        value: f64,
        /// The least there may be.
        least: f64,
        /// The greatest.
        most: f64,
    },
    /// There is no such period to be the base.
    #[error("period {} cannot be the base: there are {periods}", base + 1)]
    Base {
        /// The period, counted from 0.
        base: usize,
        /// How many there are.
        periods: usize,
    },
}

impl RankingError {
    /// The same, said of another row: for functions that were given one row of many.
    #[must_use]
    pub fn in_row(mut self, true_row: usize) -> Self {
        match &mut self {
            Self::Numbers(
                NumbersError::Missing { row, .. }
                | NumbersError::Negative { row, .. }
                | NumbersError::NotPositive { row, .. }
                | NumbersError::OutOfRange { row, .. },
            )
            | Self::TooMissing { row, .. } => *row = true_row,
            Self::Numbers(_)
            | Self::Weights(_)
            | Self::AllSame
            | Self::Thresholds { .. }
            | Self::Parameter { .. }
            | Self::Base { .. } => {}
        }
        self
    }
}

/// A choice that must lie within a range.
fn parameter(value: f64, least: f64, most: f64) -> Result<(), RankingError> {
    if (least..=most).contains(&value) { Ok(()) } else { Err(RankingError::Parameter { value, least, most }) }
}

/// As many directions as columns.
fn directed(directions: &[Direction], columns: usize) -> Result<(), RankingError> {
    if directions.len() == columns {
        return Ok(());
    }
    Err(NumbersError::Lengths { left: columns, right: directions.len() }.into())
}

/// One value a row.
fn by_row(matrix: &Matrix, of: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    (0..matrix.rows()).map(|row| of(matrix.row(row))).collect()
}

/// Σ weight · cell.
fn weighted_sum(row: &[f64], weights: &[f64]) -> f64 {
    row.iter().zip(weights).map(|(cell, weight)| cell * weight).sum()
}

/// Refuses cells that are not above zero.
fn positive(matrix: &Matrix) -> Result<(), NumbersError> {
    for row in 0..matrix.rows() {
        for (column, value) in matrix.row(row).iter().enumerate() {
            if checked(*value, row, column)? <= 0.0 {
                return Err(NumbersError::NotPositive { row, column, value: *value });
            }
        }
    }
    Ok(())
}

/// Refuses cells below zero.
fn not_negative(matrix: &Matrix) -> Result<(), NumbersError> {
    for row in 0..matrix.rows() {
        for (column, value) in matrix.row(row).iter().enumerate() {
            if checked(*value, row, column)? < 0.0 {
                return Err(NumbersError::Negative { row, column, value: *value });
            }
        }
    }
    Ok(())
}

/// As many weights as columns, none below zero, not all zero.
fn weighed(weights: &[f64], columns: usize) -> Result<(), RankingError> {
    if weights.len() != columns {
        return Err(NumbersError::Lengths { left: columns, right: weights.len() }.into());
    }
    crate::weights::shares(weights)?;
    Ok(())
}
