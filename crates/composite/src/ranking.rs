//! How columns become one number or one order: weighted means of any power, TOPSIS, Copeland, chained growth.
//!
//! Alternatives are rows, criteria columns. Weights are taken as they are given, since published tables often round them: whoever wants them to
//! sum to 1 passes them through [`shares`](crate::weights::shares). Every method keeps to its source paper, named in its file.

mod means;
mod topsis;

pub use means::{Averaging, Mean, Missing, Zeros, weighted_mean};
pub use topsis::{Topsis, Weighting, topsis};

use crate::numbers::NumbersError;
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
}

impl RankingError {
    /// The same, said of another row: for functions that were given one row of many.
    #[must_use]
    pub fn in_row(mut self, true_row: usize) -> Self {
        match &mut self {
            Self::Numbers(
                NumbersError::Missing { row, .. }
                | NumbersError::Negative { row, .. }
                | NumbersError::NotPositive { row, .. },
            )
            | Self::TooMissing { row, .. } => *row = true_row,
            Self::Numbers(_) | Self::Weights(_) | Self::AllSame => {}
        }
        self
    }
}

/// As many weights as columns, none below zero, not all zero.
fn weighed(weights: &[f64], columns: usize) -> Result<(), RankingError> {
    if weights.len() != columns {
        return Err(NumbersError::Lengths { left: columns, right: weights.len() }.into());
    }
    crate::weights::shares(weights)?;
    Ok(())
}
