//! Weights by spread alone: a column counts by its deviation, absolute or relative to its mean.

use super::{WeightError, told};
use crate::Matrix;
use crate::numbers::{Divisor, NumbersError, at_least, mean, sd};

/// Standard deviations as shares. The columns should be on one scale before ([`scaled`](crate::numbers::scaled)). Which divisor changes nothing
/// in the shares, so the population's is used.
///
/// # Errors
/// A missing cell, no row, or columns that are all constant.
pub fn standard_deviation(matrix: &Matrix) -> Result<Vec<f64>, WeightError> {
    at_least(1, matrix.rows())?;
    let mut deviations = Vec::with_capacity(matrix.columns());
    for column in 0..matrix.columns() {
        let values: Vec<f64> = matrix.column(column).collect();
        deviations.push(sd(&values, Divisor::Population).map_err(|error| error.in_column(column))?);
    }
    told(&deviations)
}

/// Coefficients of variation, deviation / |mean|, as shares: of columns as they were measured.
///
/// # Errors
/// A missing cell, no row, a column whose mean is zero, or columns that are all constant.
pub fn coefficient_of_variation(matrix: &Matrix) -> Result<Vec<f64>, WeightError> {
    at_least(1, matrix.rows())?;
    let mut coefficients = Vec::with_capacity(matrix.columns());
    for column in 0..matrix.columns() {
        let values: Vec<f64> = matrix.column(column).collect();
        let deviation = sd(&values, Divisor::Population).map_err(|error| error.in_column(column))?;
        let mean = mean(&values).map_err(|error| error.in_column(column))?;
        if mean == 0.0 {
            return Err(NumbersError::ZeroDenominator { column }.into());
        }
        coefficients.push(deviation / mean.abs());
    }
    told(&coefficients)
}
