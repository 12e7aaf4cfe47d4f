//! Cronbach's alpha: how far indicators measure one thing. L. J. Cronbach, “Coefficient alpha and the internal structure of tests”,
//! Psychometrika 16 (1951).

use super::{Correlation, Divisor, NumbersError, at_least, correlations, count, matrix_there, variance};
use crate::Matrix;

/// Of which indicators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alpha {
    /// As they are: k/(k − 1) · (1 − sum of variances / variance of the sum).
    #[default]
    Raw,
    /// Standardised: from the mean correlation r, k·r / (1 + (k − 1)·r).
    Standardised,
}

/// Cronbach's alpha of the columns: at most 1, and below 0 when indicators contradict each other.
///
/// # Errors
/// Fewer than two columns or rows, a missing cell, a constant column (standardised), or rows that all have the same sum (raw).
pub fn cronbach(matrix: &Matrix, alpha: Alpha) -> Result<f64, NumbersError> {
    at_least(2, matrix.columns())?;
    at_least(2, matrix.rows())?;
    matrix_there(matrix)?;
    let columns = count(matrix.columns());
    match alpha {
        Alpha::Raw => {
            let sums: Vec<f64> = (0..matrix.rows()).map(|row| matrix.row(row).iter().sum()).collect();
            let whole = variance(&sums, Divisor::Sample)?;
            if whole <= 0.0 {
                return Err(NumbersError::Constant { column: 0, value: sums[0] });
            }
            let mut parts = 0.0;
            for column in 0..matrix.columns() {
                let values: Vec<f64> = matrix.column(column).collect();
                parts += variance(&values, Divisor::Sample)?;
            }
            Ok(columns / (columns - 1.0) * (1.0 - parts / whole))
        }
        Alpha::Standardised => {
            let table = correlations(matrix, Correlation::Pearson)?;
            let upper =
                (0..table.rows()).map(|row| table.row(row)[row + 1..].iter().sum::<f64>()).sum::<f64>();
            let mean = upper / (columns * (columns - 1.0) / 2.0);
            let below = 1.0 + (columns - 1.0) * mean;
            if below.abs() <= 1e-12 {
                return Err(NumbersError::Dependent);
            }
            Ok(columns * mean / below)
        }
    }
}
