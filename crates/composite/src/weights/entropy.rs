//! Entropy weights: a column counts by how unevenly it is spread over the rows.
//!
//! C. E. Shannon's measure as a weight: M. Zeleny, “Multiple Criteria Decision Making” (1982). With p the share of a cell in its column,
//! e = −Σ p ln p / ln n, and the weight is 1 − e over the sum of these.
//!
//! Computed as the divergence from an even spread, Σ (r ln r − r + 1) / (n ln n) with r = cell / mean: the same number, but a sum of terms of
//! which none is negative, so that nothing is lost where entropies are near 1, as they usually are.

use super::{WeightError, told};
use crate::Matrix;
use crate::numbers::{NumbersError, Profile, at_least, count, elementary, ln_without_branch, profile};

/// What a cell of zero does, whose logarithm there is not.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum ZeroShares {
    /// 0 · ln 0 counts as 0, its limit.
    #[default]
    CountNothing,
    /// This is added to every cell first, as Chinese practice does after min-max (0.0001, 0.01 or 1). It may also lift negative cells.
    Shift(f64),
    /// It is an error.
    Refuse,
}

/// How even each column is, and the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Entropy {
    /// From 0, all in one row, to 1, the same in every row.
    pub entropies: Vec<f64>,
    /// What 1 − entropy is of the sum of these.
    pub weights: Vec<f64>,
}

/// Entropy weights of the columns of a matrix without negative cells. Which scale the cells are on changes the result: for data with costs,
/// [`scaled`](crate::numbers::scaled) them before.
///
/// # Errors
/// Fewer than two rows; a missing or a negative cell; a zero, if refused; a column of zeros only; or columns that are all constant.
pub fn entropy(matrix: &Matrix, zeros: ZeroShares) -> Result<Entropy, WeightError> {
    at_least(2, matrix.rows())?;
    let profile = profile(matrix)?;
    let shift = match zeros {
        ZeroShares::Shift(shift) => shift,
        ZeroShares::CountNothing | ZeroShares::Refuse => 0.0,
    };
    check(matrix, &profile, shift, zeros)?;

    let rows = count(matrix.rows());
    let factors: Vec<f64> = profile.sums.iter().map(|sum| 1.0 / (sum / rows + shift)).collect();
    let mut told_by: Vec<f64> = divergences(matrix, &factors, shift);
    let whole = rows * elementary::ln(rows);
    for (divergence, (least, most)) in told_by.iter_mut().zip(profile.least.iter().zip(&profile.most)) {
        *divergence = if least >= most { 0.0 } else { (*divergence / whole).clamp(0.0, 1.0) };
    }
    let entropies = told_by.iter().map(|divergence| 1.0 - divergence).collect();
    Ok(Entropy { entropies, weights: told(&told_by)? })
}

fn check(matrix: &Matrix, profile: &Profile, shift: f64, zeros: ZeroShares) -> Result<(), NumbersError> {
    for (column, (least, most)) in profile.least.iter().zip(&profile.most).enumerate() {
        let row = || matrix.column(column).position(|cell| cell <= *least).unwrap_or(0);
        if least + shift < 0.0 {
            return Err(NumbersError::Negative { row: row(), column, value: *least });
        }
        if zeros == ZeroShares::Refuse && *least <= 0.0 {
            return Err(NumbersError::NotPositive { row: row(), column, value: *least });
        }
        if most + shift <= 0.0 {
            return Err(NumbersError::ZeroDenominator { column });
        }
    }
    Ok(())
}

/// Σ (r ln r − r + 1) of each column.
fn divergences(matrix: &Matrix, factors: &[f64], shift: f64) -> Vec<f64> {
    let mut sums = vec![0.0; factors.len()];
    for row in 0..matrix.rows() {
        for (sum, (cell, factor)) in sums.iter_mut().zip(matrix.row(row).iter().zip(factors)) {
            let ratio = (cell + shift) * factor;
            // A share of zero counts nothing, whatever finite number its logarithm is taken for.
            *sum += ratio * ln_without_branch(ratio) - (ratio - 1.0);
        }
    }
    sums
}
