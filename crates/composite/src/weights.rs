//! Where weights come from: given, equal, judged by experts (AHP), or drawn from the numbers (entropy, CRITIC, deviation, principal components,
//! benefit of the doubt). Each is a function of a matrix and of choices that it names.
//!
//! Weights that are returned sum to 1. What a method cannot weigh it refuses, naming the row and the column.

mod critic;
mod entropy;
mod spread;

pub use critic::{Conflict, Critic, CriticChoices, critic};
pub use entropy::{Entropy, ZeroShares, entropy};
pub use spread::{coefficient_of_variation, standard_deviation};

use crate::numbers::{NumbersError, count};

/// Why there are no weights. Rows and columns count from 0, and from 1 in the sentences.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WeightError {
    /// The numbers themselves do not allow it.
    #[error(transparent)]
    Numbers(#[from] NumbersError),
    /// A weight below zero, or none at all.
    #[error("weight {}: {value} should be zero or more", column + 1)]
    Weight {
        /// Whose weight.
        column: usize,
        /// What it is.
        value: f64,
    },
    /// All weights are zero.
    #[error("the weights sum to zero: at least one should be above it")]
    ZeroSum,
    /// No column tells the rows apart, so that none deserves a weight.
    #[error("no column tells the rows apart: at least one should vary")]
    NothingDiffers,
}

/// Weights divided by their sum, so that they sum to 1.
///
/// # Errors
/// No weight, one below zero or missing, or a sum of zero.
pub fn shares(weights: &[f64]) -> Result<Vec<f64>, WeightError> {
    let wrong = weights.iter().position(|weight| !weight.is_finite() || *weight < 0.0);
    if let Some(column) = wrong {
        return Err(WeightError::Weight { column, value: weights[column] });
    }
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return Err(WeightError::ZeroSum);
    }
    Ok(weights.iter().map(|weight| weight / sum).collect())
}

/// The same weight for each of so many.
///
/// # Errors
/// None to weigh.
pub fn equal(columns: usize) -> Result<Vec<f64>, WeightError> {
    if columns == 0 {
        return Err(WeightError::ZeroSum);
    }
    Ok(vec![1.0 / count(columns); columns])
}

/// Shares of how much each column tells; refused when none does.
fn told(amounts: &[f64]) -> Result<Vec<f64>, WeightError> {
    match shares(amounts) {
        Err(WeightError::ZeroSum) => Err(WeightError::NothingDiffers),
        other => other,
    }
}
