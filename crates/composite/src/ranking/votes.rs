//! Criteria as voters: Copeland's rule of won comparisons and Borda's points. Only the order within each column counts, so that no scale is needed
//! and no strength makes up for a weakness.
//!
//! As composite indicators use them: OECD/JRC, “Handbook on Constructing Composite Indicators” (2008), on non-compensatory aggregation.

use super::{RankingError, directed, weighed};
use crate::Matrix;
use crate::numbers::{Direction, Order, Ties, count, matrix_there, ranks};
use crate::weights::shares;

/// What a comparison is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopelandScore {
    /// Won comparisons less lost ones.
    #[default]
    WinsLessLosses,
    /// Won comparisons and half of the drawn ones.
    WinsAndHalfDraws,
    /// Won comparisons alone.
    Wins,
}

/// For each pair of rows the share of the weight of the columns in which the first is better, a tied column counting half for each. With its
/// mirror image it sums to 1.
///
/// # Errors
/// Weights or directions of another number, or a missing cell.
pub fn majorities(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
) -> Result<Matrix, RankingError> {
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    matrix_there(matrix)?;
    let weights = shares(weights)?;
    let rows = matrix.rows();
    let mut table = Matrix::of(rows.max(1), vec![0.5; rows * rows]);
    for left in 0..rows {
        for right in left + 1..rows {
            let (for_left, for_right) = balance(matrix, left, right, &weights, directions);
            let drawn = (1.0 - for_left - for_right).max(0.0) / 2.0;
            table.row_mut(left)[right] = for_left + drawn;
            table.row_mut(right)[left] = for_right + drawn;
        }
    }
    Ok(table)
}

/// Copeland's score of each row: a row wins a comparison in which columns of more weight are for it than against it. More is better.
///
/// # Errors
/// As for [`majorities`].
pub fn copeland(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    score: CopelandScore,
) -> Result<Vec<f64>, RankingError> {
    // Sums of the same weights in another order differ in their last bits, and such a difference wins nothing.
    const SAME: f64 = 1e-12;
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    matrix_there(matrix)?;
    let weights = shares(weights)?;
    let (win, draw, loss) = match score {
        CopelandScore::WinsLessLosses => (1.0, 0.0, -1.0),
        CopelandScore::WinsAndHalfDraws => (1.0, 0.5, 0.0),
        CopelandScore::Wins => (1.0, 0.0, 0.0),
    };
    let mut scores = vec![0.0; matrix.rows()];
    for left in 0..matrix.rows() {
        for right in left + 1..matrix.rows() {
            let (for_left, for_right) = balance(matrix, left, right, &weights, directions);
            let (own, other) = if (for_left - for_right).abs() <= SAME {
                (draw, draw)
            } else if for_left > for_right {
                (win, loss)
            } else {
                (loss, win)
            };
            scores[left] += own;
            scores[right] += other;
        }
    }
    Ok(scores)
}

/// Borda's points: in each column n − 1 for the first, 0 for the last, the mean for tied rows; times weights divided by their sum. More is better.
///
/// # Errors
/// As for [`majorities`].
pub fn borda(matrix: &Matrix, weights: &[f64], directions: &[Direction]) -> Result<Vec<f64>, RankingError> {
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    matrix_there(matrix)?;
    let weights = shares(weights)?;
    let mut points = vec![0.0; matrix.rows()];
    for (column, (weight, direction)) in weights.iter().zip(directions).enumerate() {
        let order = match direction {
            Direction::Benefit => Order::Descending,
            Direction::Cost => Order::Ascending,
        };
        let values: Vec<f64> = matrix.column(column).collect();
        for (points, rank) in points.iter_mut().zip(ranks(&values, order, Ties::Mean)) {
            *points += weight * (count(matrix.rows()) - rank);
        }
    }
    Ok(points)
}

/// The weight for the one and for the other row.
fn balance(
    matrix: &Matrix,
    left: usize,
    right: usize,
    weights: &[f64],
    directions: &[Direction],
) -> (f64, f64) {
    let cells = matrix.row(left).iter().zip(matrix.row(right)).zip(weights.iter().zip(directions));
    let (mut for_left, mut for_right) = (0.0, 0.0);
    for ((own, other), (weight, direction)) in cells {
        let (own, other) = match direction {
            Direction::Benefit => (own, other),
            Direction::Cost => (other, own),
        };
        if own > other {
            for_left += weight;
        } else if own < other {
            for_right += weight;
        }
    }
    (for_left, for_right)
}
