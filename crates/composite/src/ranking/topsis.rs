//! TOPSIS: near the best of everything and far from the worst.
//!
//! C. L. Hwang and K. Yoon, “Multiple Attribute Decision Making” (1981), with vector scaling. Programs differ in the scale and in where the
//! weight stands, so both are choices. One pass finds what the scale needs, a second the distances; the scaled matrix is never written, since
//! the difference of two scaled cells is a factor times the difference of the cells.

use super::{RankingError, weighed};
use crate::Matrix;
use crate::numbers::{Direction, Profile, Scale, profile, scaled, scalings};

/// Where the weight stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weighting {
    /// Cells are multiplied by it, so that a squared difference carries its square: Hwang and Yoon.
    #[default]
    Values,
    /// Squared differences are multiplied by it, as in many Chinese texts.
    SquaredDifferences,
}

/// Distances and closeness of each row.
#[derive(Clone, Debug, PartialEq)]
pub struct Topsis {
    /// The distance to the best of everything.
    pub to_best: Vec<f64>,
    /// The distance to the worst of everything.
    pub to_worst: Vec<f64>,
    /// to_worst / (to_best + to_worst), from 0 to 1: the more the better.
    pub closeness: Vec<f64>,
}

/// TOPSIS of the rows.
///
/// # Errors
/// Weights or directions of another number; a weight below zero, or none above; a missing cell; whatever the scale refuses; or rows that are all
/// the same.
pub fn topsis(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    scale: Scale,
    weighting: Weighting,
) -> Result<Topsis, RankingError> {
    weighed(weights, matrix.columns())?;
    let cells = profile(matrix)?;
    let scalings = scalings(matrix, &cells, directions, scale)?;
    let straight: Option<Vec<f64>> = scalings.iter().map(|scaling| scaling.factor()).collect();
    if let Some(factors) = straight {
        return measured(matrix, &cells, weights, &factors, weighting);
    }

    let copy = scaled(matrix, directions, scale)?;
    measured(&copy, &profile(&copy)?, weights, &vec![1.0; copy.columns()], weighting)
}

fn measured(
    matrix: &Matrix,
    profile: &Profile,
    weights: &[f64],
    factors: &[f64],
    weighting: Weighting,
) -> Result<Topsis, RankingError> {
    let columns = Columns::of(profile, weights, factors, weighting);
    let rows = matrix.rows();
    let mut result = Topsis {
        to_best: Vec::with_capacity(rows),
        to_worst: Vec::with_capacity(rows),
        closeness: Vec::with_capacity(rows),
    };
    for row in 0..rows {
        let (to_best, to_worst) = columns.distances(matrix.row(row));
        let both = to_best + to_worst;
        // Were both zero, best and worst would be one, and every row with them.
        if both <= 0.0 {
            return Err(RankingError::AllSame);
        }
        result.to_best.push(to_best);
        result.to_worst.push(to_worst);
        result.closeness.push(to_worst / both);
    }
    Ok(result)
}

/// The best and the worst cell of each column, and what a squared difference counts.
struct Columns {
    best: Vec<f64>,
    worst: Vec<f64>,
    counts: Vec<f64>,
}

impl Columns {
    fn of(profile: &Profile, weights: &[f64], factors: &[f64], weighting: Weighting) -> Self {
        let ends = profile.least.iter().zip(&profile.most).zip(factors);
        let (best, worst) = ends
            .map(|((least, most), factor)| if *factor < 0.0 { (*least, *most) } else { (*most, *least) })
            .unzip();
        let count = |(weight, factor): (&f64, &f64)| match weighting {
            Weighting::Values => (weight * factor) * (weight * factor),
            Weighting::SquaredDifferences => weight * factor * factor,
        };
        Self { best, worst, counts: weights.iter().zip(factors).map(count).collect() }
    }

    /// Four sums side by side, added up at the end: always in this order.
    fn distances(&self, row: &[f64]) -> (f64, f64) {
        const LANES: usize = 4;
        let (mut best, mut worst) = ([0.0; LANES], [0.0; LANES]);
        let fours = row
            .chunks(LANES)
            .zip(self.best.chunks(LANES))
            .zip(self.worst.chunks(LANES).zip(self.counts.chunks(LANES)));
        for ((cells, bests), (worsts, counts)) in fours {
            if let (Ok(cells), Ok(bests), Ok(worsts), Ok(counts)) = (
                <&[f64; LANES]>::try_from(cells),
                <&[f64; LANES]>::try_from(bests),
                <&[f64; LANES]>::try_from(worsts),
                <&[f64; LANES]>::try_from(counts),
            ) {
                for lane in 0..LANES {
                    let (up, down) = (cells[lane] - bests[lane], cells[lane] - worsts[lane]);
                    best[lane] += counts[lane] * (up * up);
                    worst[lane] += counts[lane] * (down * down);
                }
                continue;
            }
            for (lane, cell) in cells.iter().enumerate() {
                let (up, down) = (cell - bests[lane], cell - worsts[lane]);
                best[lane] += counts[lane] * (up * up);
                worst[lane] += counts[lane] * (down * down);
            }
        }
        let sum = |lanes: [f64; LANES]| ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])).sqrt();
        (sum(best), sum(worst))
    }
}
