//! Methods that add or multiply scaled cells.
//!
//! SAW: P. C. Fishburn (1967), in the scaling one names. WPM: D. W. Miller and M. K. Starr (1969). WASPAS, both together: E. K. Zavadskas and others,
//! “Optimization of weighted aggregated sum product assessment”, Elektronika ir Elektrotechnika 122 (2012). MOORA: W. K. M. Brauers and
//! E. K. Zavadskas, Control and Cybernetics 35 (2006); with the multiplicative form it makes MULTIMOORA (2010).

use super::{RankingError, by_row, directed, parameter, positive, weighed, weighted_sum};
use crate::Matrix;
use crate::numbers::{Direction, Scale, elementary, matrix_there, scaled};

/// Simple additive weighting: Σ w · scaled cell. More is better.
///
/// # Errors
/// Weights or directions of another number, or whatever the scale refuses.
pub fn saw(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    scale: Scale,
) -> Result<Vec<f64>, RankingError> {
    weighed(weights, matrix.columns())?;
    let scaled = scaled(matrix, directions, scale)?;
    Ok(by_row(&scaled, |row| weighted_sum(row, weights)))
}

/// The weighted product Π scaled cell ^ w. More is better. With [`Scale::AsIs`] cells stay as they are and a cost has the power −w, for there no
/// scale is needed.
///
/// # Errors
/// As for [`saw`], or a cell that is not above zero after scaling.
pub fn wpm(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    scale: Scale,
) -> Result<Vec<f64>, RankingError> {
    weighed(weights, matrix.columns())?;
    if scale == Scale::AsIs {
        return moora_multiplicative(matrix, weights, directions);
    }
    let scaled = scaled(matrix, directions, scale)?;
    positive(&scaled)?;
    Ok(by_row(&scaled, |row| product(row, weights)))
}

/// WASPAS: part · Σ w · r + (1 − part) · Π r ^ w with r = x / max, for costs min / x. The paper's part is 0.5. More is better.
///
/// # Errors
/// As for [`wpm`], or a part outside 0 to 1.
pub fn waspas(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    part: f64,
) -> Result<Vec<f64>, RankingError> {
    parameter(part, 0.0, 1.0)?;
    let sums = saw(matrix, weights, directions, Scale::MaxRatio)?;
    let products = wpm(matrix, weights, directions, Scale::MaxRatio)?;
    Ok(sums.into_iter().zip(products).map(|(sum, product)| part * sum + (1.0 - part) * product).collect())
}

/// MOORA's ratio system: benefits less costs, each x / √Σx². More is better.
///
/// # Errors
/// Weights or directions of another number, a missing cell, or a column of zeros.
pub fn moora(matrix: &Matrix, weights: &[f64], directions: &[Direction]) -> Result<Vec<f64>, RankingError> {
    let signed = ratios(matrix, weights, directions)?;
    Ok(by_row(&signed, |row| weighted_sum(row, weights)))
}

/// MOORA's reference point: the greatest weighted distance to the best ratio of any column. Less is better.
///
/// # Errors
/// As for [`moora`].
pub fn moora_reference(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
) -> Result<Vec<f64>, RankingError> {
    let signed = ratios(matrix, weights, directions)?;
    let best: Vec<f64> =
        (0..signed.columns()).map(|column| signed.column(column).fold(f64::NEG_INFINITY, f64::max)).collect();
    Ok(by_row(&signed, |row| {
        let distances =
            row.iter().zip(&best).zip(weights).map(|((cell, best), weight)| weight * (best - cell));
        distances.fold(0.0, f64::max)
    }))
}

/// The full multiplicative form: Π benefits ^ w / Π costs ^ w. More is better.
///
/// # Errors
/// Weights or directions of another number, or a cell missing or not above zero.
pub fn moora_multiplicative(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
) -> Result<Vec<f64>, RankingError> {
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    matrix_there(matrix)?;
    positive(matrix)?;
    let powers: Vec<f64> = weights
        .iter()
        .zip(directions)
        .map(|(weight, direction)| match direction {
            Direction::Benefit => *weight,
            Direction::Cost => -weight,
        })
        .collect();
    Ok(by_row(matrix, |row| product(row, &powers)))
}

/// x / √Σx², costs below zero.
fn ratios(matrix: &Matrix, weights: &[f64], directions: &[Direction]) -> Result<Matrix, RankingError> {
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    let mut ratios = scaled(matrix, &vec![Direction::Benefit; matrix.columns()], Scale::Vector)?;
    for row in 0..ratios.rows() {
        for (cell, direction) in ratios.row_mut(row).iter_mut().zip(directions) {
            if *direction == Direction::Cost {
                *cell = -*cell;
            }
        }
    }
    Ok(ratios)
}

fn product(row: &[f64], powers: &[f64]) -> f64 {
    row.iter().zip(powers).map(|(cell, power)| elementary::pow(*cell, *power)).product()
}
