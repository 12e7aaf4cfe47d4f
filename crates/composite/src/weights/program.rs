//! Linear programs as envelopment and the benefit of the doubt pose them, solved by microlp: all numbers scaled to parts of their column's
//! greatest before, so that units do not matter and its absolute tolerances are relative ones.

use microlp::{Error, Problem, Solution, SolveOptions};

use super::WeightError;
use crate::Matrix;
use crate::numbers::NumbersError;

/// The best solution of a program posed for one row, to the finest tolerance there is; to the usual one where rounding in the program itself leaves
/// no point within the finest.
pub(super) fn solved(problem: &Problem, row: usize) -> Result<Solution, WeightError> {
    let mut finest = SolveOptions::default();
    finest.tolerances.feasibility = 1e-10;
    let outcome = problem.solve_with(finest).or_else(|_| problem.solve()).map_err(|error| match error {
        Error::Infeasible | Error::Unbounded => WeightError::NoPeers { row },
        // What is left are numbers beyond its range, and failures of its own.
        _ => WeightError::Unsolved { row },
    })?;
    outcome.into_solution().map_err(|_| WeightError::Unsolved { row })
}

/// Each column in parts of its greatest value.
///
/// # Errors
/// No row, a missing or a negative cell, or a column of zeros.
pub(super) fn in_parts(matrix: &Matrix) -> Result<Matrix, NumbersError> {
    let profile = crate::numbers::profile(matrix)?;
    crate::numbers::matrix_there(matrix)?;
    for column in 0..matrix.columns() {
        if let Some((row, value)) = matrix.column(column).enumerate().find(|(_, cell)| *cell < 0.0) {
            return Err(NumbersError::Negative { row, column, value });
        }
        if profile.most[column] <= 0.0 {
            return Err(NumbersError::ZeroDenominator { column });
        }
    }
    let mut parts = matrix.clone();
    for row in 0..parts.rows() {
        parts.row_mut(row).iter_mut().zip(&profile.most).for_each(|(cell, most)| *cell /= most);
    }
    Ok(parts)
}

/// A solver's zero is up to its rounding.
pub(super) fn clean(value: f64) -> f64 {
    if value.abs() < 1e-9 { 0.0 } else { value }
}
