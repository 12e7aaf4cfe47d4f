//! One model with its uncertain choices: a function from numbers between 0 and 1, one a factor, to scores or ranks.
//!
//! This is what a sampler draws from: it knows nothing of steps and trees, and this module knows nothing of sampling. A call allocates what it
//! needs and shares nothing, so calls may run side by side; the same inputs give the same bytes.

use std::ops::Range;

use crate::framework::{Step, Which};

/// Something that could have been chosen otherwise. Each takes one number u with 0 ≤ u < 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Factor {
    /// The steps in a range are exchanged for one of these lists, each equally likely. An empty list leaves them out; a list in another order
    /// exchanges them.
    Steps {
        /// Which steps of the framework, counted from 0. Ranges of several factors must not overlap.
        range: Range<usize>,
        /// What may stand in their place; what the framework has is one of them only if it is listed.
        choices: Vec<Vec<Step>>,
    },
    /// One node's weight is multiplied by a number between 1 − spread and 1 + spread.
    Weight {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
        /// From 0 to 1.
        spread: f64,
    },
    /// The weights of all nodes of an index are multiplied so, each by a number of its own; u is the seed of all of them.
    Weights {
        /// The index's code.
        index: String,
        /// From 0 to 1.
        spread: f64,
    },
    /// Every raw cell that is there gets normal noise with a standard deviation of this share of its column's; u is the seed of all of it.
    Noise {
        /// The indicators.
        which: Which,
        /// The share, 0 or greater.
        share: f64,
    },
    /// One of these indicators or nodes is taken out of every index it is in, or, for `None`, nothing is; each equally likely.
    Removal {
        /// Codes.
        choices: Vec<Option<String>>,
    },
}

impl Factor {
    /// How many different values it takes, when they are few: then all combinations can be run.
    #[must_use]
    pub fn levels(&self) -> Option<usize> {
        match self {
            Self::Steps { choices, .. } => Some(choices.len()),
            Self::Removal { choices } => Some(choices.len()),
            Self::Weight { .. } | Self::Weights { .. } | Self::Noise { .. } => None,
        }
    }
}

/// What is asked of a variant of one index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The root's score of every case.
    Scores,
    /// The root's rank of every case, by the framework's ranking step, or the best rank of equals where it has none.
    Ranks,
    /// Of each year, in ascending order: by how many ranks the cases move away from the framework's own, on average.
    RankShift,
}
