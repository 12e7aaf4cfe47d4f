//! Grey relational analysis: how near a row runs to a reference. J. Deng, “Introduction to grey system theory”, Journal of Grey System 1 (1989).

use super::{RankingError, by_row, parameter, weighed};
use crate::Matrix;
use crate::numbers::{Direction, NumbersError, Scale, matrix_there, scaled};

/// Grey relational grades against the best of every scaled column: Σ w · coefficient; more is better. `distinguishing` is ζ, usually 0.5.
///
/// # Errors
/// As for [`grey_grades`], or whatever the scale refuses.
pub fn gra(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    scale: Scale,
    distinguishing: f64,
) -> Result<Vec<f64>, RankingError> {
    let scaled = scaled(matrix, directions, scale)?;
    let best: Vec<f64> =
        (0..scaled.columns()).map(|column| scaled.column(column).fold(f64::NEG_INFINITY, f64::max)).collect();
    grey_grades(&scaled, &best, weights, distinguishing)
}

/// Grades of rows that are on one scale already, against any reference: with Δ the distance of a cell from it, a cell's coefficient is
/// (min Δ + ζ max Δ) / (Δ + ζ max Δ), min and max over the whole matrix.
///
/// # Errors
/// Weights or a reference of another number; a missing cell; ζ that is not above 0 and at most 1; or rows that all equal the reference.
pub fn grey_grades(
    scaled: &Matrix,
    reference: &[f64],
    weights: &[f64],
    distinguishing: f64,
) -> Result<Vec<f64>, RankingError> {
    weighed(weights, scaled.columns())?;
    if reference.len() != scaled.columns() {
        return Err(NumbersError::Lengths { left: scaled.columns(), right: reference.len() }.into());
    }
    parameter(distinguishing, f64::MIN_POSITIVE, 1.0)?;
    matrix_there(scaled)?;

    let distance = |(cell, best): (&f64, &f64)| (best - cell).abs();
    let (mut least, mut most) = (f64::INFINITY, 0.0);
    for row in 0..scaled.rows() {
        for distance in scaled.row(row).iter().zip(reference).map(distance) {
            least = f64::min(least, distance);
            most = f64::max(most, distance);
        }
    }
    if most <= 0.0 {
        return Err(RankingError::AllSame);
    }
    let far = distinguishing * most;
    Ok(by_row(scaled, |row| {
        let coefficients =
            row.iter().zip(reference).map(distance).map(|distance| (least + far) / (distance + far));
        coefficients.zip(weights).map(|(coefficient, weight)| coefficient * weight).sum()
    }))
}
