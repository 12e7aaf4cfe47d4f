//! What is asked of numbers alone: elementary functions that are the same on every machine, moments, ranks, correlations, eigenvalues.
//!
//! Every function that more than one textbook definition fits takes the definition by name. Values are finite numbers: a missing or an
//! infinite one is an error, except in [`ranks`], where a missing value has no rank. Sums run in one fixed order.

mod components;
mod correlation;
pub mod elementary;
mod gram;
mod kendall;
mod logarithm;
mod moments;
mod quantiles;
mod ranks;
mod reliability;
mod scales;
mod symmetric;
mod varimax;

pub use components::{Basis, Components, Keep, Loadings, Rotation, Scores, components, sampling_adequacy};
pub use correlation::{Correlation, correlation, correlations, covariances};
pub use moments::{Divisor, Estimator, kurtosis, mean, sd, skewness, variance};
pub use quantiles::{QuantileRule, median, quantile};
pub use ranks::{Order, Ties, ranks};
pub use reliability::{Alpha, cronbach};
pub use scales::{Direction, Scale, nearest, scaled, within};
pub use symmetric::{Eigen, symmetric_eigen};

pub(crate) use gram::{Profile, correlations_of_scaled, profile};
pub(crate) use logarithm::ln_without_branch;
pub(crate) use moments::skewness_and_kurtosis;
pub(crate) use scales::scalings;

use crate::Matrix;

/// Why numbers do not allow what was asked of them. Rows and columns count from 0, and from 1 in the sentences; a function of one list of
/// values speaks of column 0, which [`NumbersError::in_column`] makes the true one.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NumbersError {
    /// Too few values.
    #[error("{found} values are too few: at least {needed} are needed")]
    TooFew {
        /// How many there are.
        found: usize,
        /// How many there must be.
        needed: usize,
    },
    /// A value is missing or infinite.
    #[error("row {}, column {}: a number is missing", row + 1, column + 1)]
    Missing {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// All values of a column are one value, so that nothing can be divided by its spread.
    #[error("column {}: every value is {value}, and it should vary", column + 1)]
    Constant {
        /// The column.
        column: usize,
        /// The one value.
        value: f64,
    },
    /// A value below zero where there may be none.
    #[error("row {}, column {}: {value} should be zero or more", row + 1, column + 1)]
    Negative {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// The value.
        value: f64,
    },
    /// A value that is zero or below where only positive ones have a meaning.
    #[error("row {}, column {}: {value} should be above zero", row + 1, column + 1)]
    NotPositive {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// The value.
        value: f64,
    },
    /// A column by whose sum, mean or maximum one must divide, and it is zero.
    #[error("column {}: its sum or maximum is zero, and nothing can be divided by it", column + 1)]
    ZeroDenominator {
        /// The column.
        column: usize,
    },
    /// Two lists that belong together differ in length.
    #[error("{left} values stand against {right}: there should be as many of both")]
    Lengths {
        /// The length of the first.
        left: usize,
        /// The length of the second.
        right: usize,
    },
    /// A matrix that should equal its mirror image does not.
    #[error("row {}, column {}: the matrix is not symmetric", row + 1, column + 1)]
    NotSymmetric {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// A share outside 0 to 1.
    #[error("{share} is no share: it should be from 0 to 1")]
    Share {
        /// What was given.
        share: f64,
    },
    /// A number so great or so small that its powers are none any more.
    #[error("row {}, column {}: {value} is beyond what can be reckoned with; give the column in another unit", row + 1, column + 1)]
    OutOfRange {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// The value.
        value: f64,
    },
    /// Columns that determine each other, so that their correlations have no inverse.
    #[error("some columns follow exactly from others: leave out one of them")]
    Dependent,
}

impl NumbersError {
    /// The same, said of another column: for functions that were given one column of many.
    #[must_use]
    pub fn in_column(mut self, true_column: usize) -> Self {
        match &mut self {
            Self::Missing { column, .. }
            | Self::Constant { column, .. }
            | Self::Negative { column, .. }
            | Self::NotPositive { column, .. }
            | Self::OutOfRange { column, .. }
            | Self::ZeroDenominator { column } => *column = true_column,
            Self::TooFew { .. }
            | Self::Lengths { .. }
            | Self::NotSymmetric { .. }
            | Self::Share { .. }
            | Self::Dependent => {}
        }
        self
    }
}

/// A count as a number: counts here are far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "no count here comes near 2^53")]
pub(crate) fn count(of: usize) -> f64 {
    of as f64
}

/// The sizes within which fourth powers of numbers and of their differences are still numbers. No unit of measurement comes near.
pub(crate) const SMALLEST: f64 = 1e-60;
/// See [`SMALLEST`].
pub(crate) const GREATEST: f64 = 1e60;

/// Refuses a missing, an infinite or an immense value.
pub(crate) fn checked(value: f64, row: usize, column: usize) -> Result<f64, NumbersError> {
    if !value.is_finite() {
        return Err(NumbersError::Missing { row, column });
    }
    let size = value.abs();
    if size > GREATEST || (size < SMALLEST && size != 0.0) {
        return Err(NumbersError::OutOfRange { row, column, value });
    }
    Ok(value)
}

/// Refuses such values, naming the first.
pub(crate) fn all_there(values: &[f64]) -> Result<(), NumbersError> {
    values.iter().enumerate().try_for_each(|(row, value)| checked(*value, row, 0).map(drop))
}

/// The same of a matrix, by rows.
pub(crate) fn matrix_there(matrix: &Matrix) -> Result<(), NumbersError> {
    for row in 0..matrix.rows() {
        for (column, value) in matrix.row(row).iter().enumerate() {
            checked(*value, row, column)?;
        }
    }
    Ok(())
}

/// Refuses a list that is too short.
pub(crate) fn at_least(needed: usize, found: usize) -> Result<(), NumbersError> {
    if found < needed { Err(NumbersError::TooFew { found, needed }) } else { Ok(()) }
}
