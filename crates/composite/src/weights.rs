//! Where weights come from: given, equal, judged by experts (AHP), or drawn from the numbers (entropy, CRITIC, deviation, principal components,
//! benefit of the doubt). Each is a function of a matrix and of choices that it names.
//!
//! Weights that are returned sum to 1. What a method cannot weigh it refuses, naming the row and the column.

mod ahp;
mod components;
mod critic;
mod doubt;
mod entropy;
mod envelope;
mod program;
mod spread;

pub use ahp::{
    ACCEPTED_RATIO, Consistency, Derivation, Judgements, Misfit, PRINTED, Priorities, RandomIndex, ahp,
    overall_ratio,
};
pub use components::{ComponentWeights, component_weights};
pub use critic::{Conflict, Critic, CriticChoices, critic};
pub use doubt::{Doubt, ShareBounds, benefit_of_the_doubt};
pub use entropy::{Entropy, ZeroShares, entropy};
pub use envelope::{
    Efficiency, Envelopment, Orientation, Peers, Returns, ReturnsToScale, ScaleEfficiency, efficiencies,
    efficiency, scale_efficiencies,
};
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
    /// A judgement that is not one over its opposite; on the diagonal, not 1.
    #[error("row {}, column {}: {given} should be {right}, one over the opposite judgement", row + 1, column + 1)]
    NotReciprocal {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// What was given.
        given: f64,
        /// What the opposite judgement asks for.
        right: f64,
    },
    /// Judgements that contradict each other too much to be used.
    #[error(
        "the judgements contradict each other: the consistency ratio is {ratio:.2}, and should be at most 0.1; row {}, column {} fits worst with {given}, the others ask for about {right:.2}",
        row + 1,
        column + 1
    )]
    Inconsistent {
        /// The consistency ratio.
        ratio: f64,
        /// The row of the judgement that fits worst.
        row: usize,
        /// Its column.
        column: usize,
        /// What was judged.
        given: f64,
        /// What the weights say.
        right: f64,
    },
    /// The random index of so many criteria is not known, or not above zero.
    #[error("{size} criteria have no random index in this table: at most 15 have one")]
    NoRandomIndex {
        /// How many criteria.
        size: usize,
    },
    /// Bounds of an indicator's share that are none.
    #[error("column {}: a share from {least} to {most} should lie between 0 and 1, the lesser first", column + 1)]
    Bounds {
        /// The column.
        column: usize,
        /// The lower bound.
        least: f64,
        /// The upper bound.
        most: f64,
    },
    /// Bounds that no shares summing to 1 can keep.
    #[error("the shares sum to between {least} and {most}: 1 should lie between")]
    BoundSums {
        /// The sum of the lower bounds.
        least: f64,
        /// The sum of the upper bounds, of what a unit has any of.
        most: f64,
    },
    /// A unit that no mixture of the others reaches.
    #[error("row {}: no mixture of the other rows can be compared with it", row + 1)]
    NoPeers {
        /// The unit.
        row: usize,
    },
    /// A program that the solver gave up.
    #[error("row {}: its linear program could not be solved; the values of a column may lie too far apart", row + 1)]
    Unsolved {
        /// The unit.
        row: usize,
    },
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
