//! Columns of different units on one scale, so that more is better in each: the normalisations of decision methods, by name.
//!
//! They differ in what they divide by and in what they do with a cost, and results differ with them: so TOPSIS, CRITIC and the others take
//! the scale as a choice. Goalposts and the like, which need more than the column, belong to the stages.

use super::gram::{Profile, profile};
use super::moments::Divisor;
use super::{NumbersError, SMALLEST, all_there, at_least, checked, count};
use crate::Matrix;

/// Which way an indicator points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    #[default]
    Benefit,
    /// Less is better.
    Cost,
}

/// How a column becomes comparable. In the formulas x is the cell, Σ runs over the column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// As it is; a cost changes its sign.
    AsIs,
    /// (x − min) / (max − min); a cost (max − x) / (max − min).
    #[default]
    MinMax,
    /// x / max; a cost 1 − x / max.
    Max,
    /// x / max; a cost min / x.
    MaxRatio,
    /// x / Σx; a cost 1 − x / Σx.
    Sum,
    /// x / Σx; a cost (1/x) / Σ(1/x).
    SumRatio,
    /// x / √Σx²; a cost 1 − x / √Σx². For distances this equals leaving costs as they are and exchanging best and worst.
    Vector,
    /// x / √Σx²; a cost is mirrored first, as max − x.
    VectorMirrored,
    /// x / √Σx²; a cost is turned over first, as 1 / x.
    VectorReciprocal,
    /// (x − mean) / deviation; a cost changes its sign.
    Z(Divisor),
}

/// The matrix on one scale, more being better in each column.
///
/// # Errors
/// A missing cell; a constant column for [`Scale::MinMax`] and [`Scale::Z`]; a sum or maximum of zero; a cost that is not above zero where
/// it is turned over; not one direction a column.
pub fn scaled(matrix: &Matrix, directions: &[Direction], scale: Scale) -> Result<Matrix, NumbersError> {
    let profile = profile(matrix)?;
    let scalings = scalings(matrix, &profile, directions, scale)?;
    let mut scaled = matrix.clone();
    for row in 0..scaled.rows() {
        for (cell, scaling) in scaled.row_mut(row).iter_mut().zip(&scalings) {
            *cell = scaling.of(*cell);
        }
    }
    Ok(scaled)
}

/// Values of which the nearest to `best` is best, as shares: 1 at it, 0 at the farthest.
///
/// # Errors
/// No value, a missing one, or every value at `best`.
pub fn nearest(values: &[f64], best: f64) -> Result<Vec<f64>, NumbersError> {
    within(values, best, best)
}

/// Values of which all from `low` to `high` are best, as shares: 1 between them, 0 at the farthest outside.
///
/// # Errors
/// No value, a missing one, or every value within.
pub fn within(values: &[f64], low: f64, high: f64) -> Result<Vec<f64>, NumbersError> {
    at_least(1, values.len())?;
    all_there(values)?;
    let outside = |value: &f64| (low - value).max(value - high).max(0.0);
    let farthest = values.iter().map(outside).fold(0.0, f64::max);
    if farthest <= 0.0 {
        return Err(NumbersError::Constant { column: 0, value: values[0] });
    }
    Ok(values.iter().map(|value| 1.0 - outside(value) / farthest).collect())
}

/// What is done to a cell of one column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scaling {
    /// (x − origin) / divisor + offset: written so that the ends of a column come out as exactly 0 and 1 where they should.
    Straight { origin: f64, divisor: f64, offset: f64 },
    /// factor / x.
    TurnedOver { factor: f64 },
}

impl Scaling {
    pub(crate) fn of(self, cell: f64) -> f64 {
        match self {
            Self::Straight { origin, divisor, offset } => (cell - origin) / divisor + offset,
            Self::TurnedOver { factor } => factor / cell,
        }
    }

    /// What a difference of two cells is multiplied by; none where the column is turned over.
    pub(crate) fn factor(self) -> Option<f64> {
        match self {
            Self::Straight { divisor, .. } => Some(1.0 / divisor),
            Self::TurnedOver { .. } => None,
        }
    }
}

/// What is done to each column.
pub(crate) fn scalings(
    matrix: &Matrix,
    profile: &Profile,
    directions: &[Direction],
    scale: Scale,
) -> Result<Vec<Scaling>, NumbersError> {
    if directions.len() != matrix.columns() {
        return Err(NumbersError::Lengths { left: matrix.columns(), right: directions.len() });
    }
    directions
        .iter()
        .enumerate()
        .map(|(column, direction)| match direction {
            Direction::Benefit => benefit(matrix, profile, column, scale),
            Direction::Cost => cost(matrix, profile, column, scale),
        })
        .collect()
}

fn benefit(matrix: &Matrix, profile: &Profile, column: usize, scale: Scale) -> Result<Scaling, NumbersError> {
    let (origin, divisor) = straight(matrix, profile, column, scale)?;
    Ok(Scaling::Straight { origin, divisor, offset: 0.0 })
}

fn cost(matrix: &Matrix, profile: &Profile, column: usize, scale: Scale) -> Result<Scaling, NumbersError> {
    let most = profile.most[column];
    let less_from = |whole: f64| {
        let (origin, divisor) = straight(matrix, profile, column, scale)?;
        Ok(Scaling::Straight { origin, divisor: -divisor, offset: whole })
    };
    match scale {
        Scale::MinMax => Ok(mirrored(most, range(profile, column)?)),
        Scale::VectorMirrored => {
            range(profile, column)?;
            let squares: f64 = matrix.column(column).map(|cell| (most - cell) * (most - cell)).sum();
            Ok(mirrored(most, squares.sqrt()))
        }
        Scale::Max | Scale::Sum | Scale::Vector => less_from(1.0),
        Scale::AsIs | Scale::Z(_) => less_from(0.0),
        Scale::MaxRatio => {
            positive(matrix, column)?;
            Ok(Scaling::TurnedOver { factor: profile.least[column] })
        }
        Scale::SumRatio => {
            positive(matrix, column)?;
            let sum: f64 = matrix.column(column).map(|cell| 1.0 / cell).sum();
            Ok(Scaling::TurnedOver { factor: 1.0 / sum })
        }
        Scale::VectorReciprocal => {
            positive(matrix, column)?;
            let squares: f64 = matrix.column(column).map(|cell| 1.0 / (cell * cell)).sum();
            Ok(Scaling::TurnedOver { factor: 1.0 / squares.sqrt() })
        }
    }
}

/// (most − x) / divisor.
fn mirrored(most: f64, divisor: f64) -> Scaling {
    Scaling::Straight { origin: most, divisor: -divisor, offset: 0.0 }
}

/// Origin and divisor of a column of which more is better: no scale turns such a column over.
fn straight(
    matrix: &Matrix,
    profile: &Profile,
    column: usize,
    scale: Scale,
) -> Result<(f64, f64), NumbersError> {
    let divisor = match scale {
        Scale::AsIs => 1.0,
        Scale::MinMax => return Ok((profile.least[column], range(profile, column)?)),
        Scale::Z(divisor) => return spread(matrix, profile, column, divisor),
        Scale::Max | Scale::MaxRatio => profile.most[column],
        Scale::Sum | Scale::SumRatio => profile.sums[column],
        Scale::Vector | Scale::VectorMirrored | Scale::VectorReciprocal => profile.squares[column].sqrt(),
    };
    if divisor.abs() < SMALLEST {
        return Err(NumbersError::ZeroDenominator { column });
    }
    Ok((0.0, divisor))
}

fn range(profile: &Profile, column: usize) -> Result<f64, NumbersError> {
    let range = profile.most[column] - profile.least[column];
    if range >= SMALLEST {
        return Ok(range);
    }
    Err(NumbersError::Constant { column, value: profile.least[column] })
}

/// Mean and deviation of a column.
fn spread(
    matrix: &Matrix,
    profile: &Profile,
    column: usize,
    divisor: Divisor,
) -> Result<(f64, f64), NumbersError> {
    at_least(2, matrix.rows())?;
    range(profile, column)?;
    let mean = profile.sums[column] / count(matrix.rows());
    let squares: f64 = matrix.column(column).map(|cell| (cell - mean) * (cell - mean)).sum();
    Ok((mean, (squares / divisor.of(matrix.rows())).sqrt()))
}

/// Refuses a column that cannot be turned over.
fn positive(matrix: &Matrix, column: usize) -> Result<(), NumbersError> {
    for (row, value) in matrix.column(column).enumerate() {
        if checked(value, row, column)? <= 0.0 {
            return Err(NumbersError::NotPositive { row, column, value });
        }
    }
    Ok(())
}
