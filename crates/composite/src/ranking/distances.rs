//! Methods of distance: from the mean (EDAS), from the worst (CODAS), from a border between good and bad (MABAC).
//!
//! EDAS: M. Keshavarz Ghorabaee and others, Informatica 26 (2015). CODAS: the same, Economic Computation and Economic Cybernetics Studies and
//! Research 50 (2016). MABAC: D. Pamučar and G. Ćirović, Expert Systems with Applications 42 (2015).

use super::{RankingError, by_row, directed, not_negative, parameter, weighed};
use crate::Matrix;
use crate::numbers::{Direction, NumbersError, Scale, count, elementary, profile, scaled};

/// What EDAS says of each row.
#[derive(Clone, Debug, PartialEq)]
pub struct Edas {
    /// SP: the weighted distance above the mean.
    pub above: Vec<f64>,
    /// SN: the weighted distance below it.
    pub below: Vec<f64>,
    /// AS, from 0 to 1: the more the better.
    pub scores: Vec<f64>,
}

/// EDAS: distances from the mean of each column, relative to it.
///
/// # Errors
/// Weights or directions of another number; a missing or negative cell; a column of zeros; or rows that are all the same.
pub fn edas(matrix: &Matrix, weights: &[f64], directions: &[Direction]) -> Result<Edas, RankingError> {
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    let profile = profile(matrix)?;
    not_negative(matrix)?;
    let means = profile.means(matrix.rows());
    if let Some(column) = means.iter().position(|mean| *mean <= 0.0) {
        return Err(NumbersError::ZeroDenominator { column }.into());
    }

    let distance = |row: &[f64], sign: f64| -> f64 {
        let cells = row.iter().zip(&means).zip(directions.iter().zip(weights));
        cells
            .map(|((cell, mean), (direction, weight))| {
                let better = match direction {
                    Direction::Benefit => cell - mean,
                    Direction::Cost => mean - cell,
                };
                weight * (sign * better / mean).max(0.0)
            })
            .sum()
    };
    let above = by_row(matrix, |row| distance(row, 1.0));
    let below = by_row(matrix, |row| distance(row, -1.0));
    let (highest, lowest) = (greatest(&above), greatest(&below));
    if highest <= 0.0 || lowest <= 0.0 {
        return Err(RankingError::AllSame);
    }
    let score = |(above, below): (&f64, &f64)| f64::midpoint(above / highest, 1.0 - below / lowest);
    let scores = above.iter().zip(&below).map(score).collect();
    Ok(Edas { above, below, scores })
}

/// What CODAS says of each row.
#[derive(Clone, Debug, PartialEq)]
pub struct Codas {
    /// Straight distances from the worst of everything.
    pub euclidean: Vec<f64>,
    /// Distances along the axes.
    pub taxicab: Vec<f64>,
    /// H: the more the better; they sum to zero unless the threshold parts rows.
    pub scores: Vec<f64>,
}

/// CODAS with x / max, for costs min / x: straight distances, and where two rows differ in these by the threshold or more, distances along the
/// axes as well. The paper's threshold is 0.02.
///
/// # Errors
/// Weights or directions of another number; whatever [`Scale::MaxRatio`] refuses; or a threshold outside 0 to 1.
pub fn codas(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    threshold: f64,
) -> Result<Codas, RankingError> {
    weighed(weights, matrix.columns())?;
    parameter(threshold, 0.0, 1.0)?;
    let scaled = scaled(matrix, directions, Scale::MaxRatio)?;
    let worst: Vec<f64> =
        (0..scaled.columns()).map(|column| scaled.column(column).fold(f64::INFINITY, f64::min)).collect();
    let from_worst = |row: &[f64], measure: fn(f64) -> f64| -> f64 {
        let cells = row.iter().zip(&worst).zip(weights);
        cells.map(|((cell, worst), weight)| measure(weight * (cell - worst))).sum()
    };
    let euclidean = by_row(&scaled, |row| from_worst(row, |difference| difference * difference).sqrt());
    let taxicab = by_row(&scaled, |row| from_worst(row, f64::abs));

    let score = |(own_line, own_axes): (&f64, &f64)| -> f64 {
        let others = euclidean.iter().zip(&taxicab);
        others
            .map(|(line, axes)| {
                let nearer = own_line - line;
                if nearer.abs() >= threshold { nearer + (own_axes - axes) } else { nearer }
            })
            .sum()
    };
    let scores = euclidean.iter().zip(&taxicab).map(score).collect();
    Ok(Codas { euclidean, taxicab, scores })
}

/// What MABAC says of each row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mabac {
    /// The border of each column: above it a cell speaks for its row.
    pub border: Vec<f64>,
    /// The sum of distances from the border: the more the better, above 0 on the good side.
    pub scores: Vec<f64>,
}

/// MABAC: min-max cells, plus 1, times weights, against the geometric mean of each column.
///
/// # Errors
/// Weights or directions of another number, a missing cell, or a constant column.
pub fn mabac(matrix: &Matrix, weights: &[f64], directions: &[Direction]) -> Result<Mabac, RankingError> {
    weighed(weights, matrix.columns())?;
    let scaled = scaled(matrix, directions, Scale::MinMax)?;
    let rows = count(matrix.rows());
    let border: Vec<f64> = weights
        .iter()
        .enumerate()
        .map(|(column, weight)| {
            let sum: f64 = scaled.column(column).map(|cell| elementary::ln(cell + 1.0)).sum();
            weight * elementary::exp(sum / rows)
        })
        .collect();
    let scores = by_row(&scaled, |row| {
        row.iter()
            .zip(weights)
            .zip(&border)
            .map(|((cell, weight), border)| weight * (cell + 1.0) - border)
            .sum()
    });
    Ok(Mabac { border, scores })
}

fn greatest(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}
