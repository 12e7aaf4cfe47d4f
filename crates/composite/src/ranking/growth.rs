//! Growth indexes: the first or any base period is 100, and each period is linked to the one before by the mean growth of its indicators.

use super::{RankingError, directed, weighed};
use crate::Matrix;
use crate::numbers::{Direction, NumbersError, elementary, matrix_there};
use crate::weights::shares;

/// How the growths of indicators become the link from one period to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// The weighted mean of x_t / x_{t−1}.
    #[default]
    Ratios,
    /// The weighted geometric mean of these, which does not depend on the path.
    GeometricRatios,
    /// Growth relative to the mean of both periods, v = 200 (x_t − x_{t−1}) / (x_t + x_{t−1}) %, which rises and falls alike and stays within ±200; the
    /// weighted mean V links as (200 + V) / (200 − V), as China's national innovation index is built.
    Symmetric,
}

/// A chained index of periods (rows, in order of time) over indicators (columns): the first period is 100. A cost that falls makes it grow.
///
/// # Errors
/// No period; weights or directions of another number; a missing or negative cell; or a zero by which a growth would be divided.
pub fn chained_growth(
    periods: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    link: Link,
) -> Result<Vec<f64>, RankingError> {
    checked(periods, weights, directions)?;
    let weights = shares(weights)?;
    let mut indexes = vec![100.0];
    for period in 1..periods.rows() {
        let mut sum = 0.0;
        for (column, (weight, direction)) in weights.iter().zip(directions).enumerate() {
            let cell = |row: usize| Cell { row, column, value: periods.row(row)[column] };
            let (from, to) = match direction {
                Direction::Benefit => (cell(period - 1), cell(period)),
                Direction::Cost => (cell(period), cell(period - 1)),
            };
            sum += weight * link.growth(from, to)?;
        }
        let factor = match link {
            Link::Ratios => sum,
            Link::GeometricRatios => elementary::exp(sum),
            Link::Symmetric => (200.0 + sum) / (200.0 - sum),
        };
        // All indicators that grow from zero at once have no symmetric link.
        if !factor.is_finite() {
            return Err(NumbersError::NotPositive { row: period - 1, column: 0, value: 0.0 }.into());
        }
        indexes.push(indexes[period - 1] * factor);
    }
    Ok(indexes)
}

/// A cell and where it stands.
#[derive(Clone, Copy)]
struct Cell {
    row: usize,
    column: usize,
    value: f64,
}

impl Cell {
    fn positive(self) -> Result<f64, NumbersError> {
        let Self { row, column, value } = self;
        if value > 0.0 { Ok(value) } else { Err(NumbersError::NotPositive { row, column, value }) }
    }
}

impl Link {
    fn growth(self, from: Cell, to: Cell) -> Result<f64, NumbersError> {
        match self {
            Self::Ratios => Ok(to.value / from.positive()?),
            Self::GeometricRatios => Ok(elementary::ln(to.positive()? / from.positive()?)),
            Self::Symmetric if from.value == 0.0 => {
                to.positive()?;
                Ok(200.0)
            }
            Self::Symmetric => Ok(200.0 * (to.value - from.value) / (to.value + from.value)),
        }
    }
}

/// The weighted mean of each indicator's relation to the base period, times 100: not chained, so that the weights stay those of the base.
///
/// # Errors
/// As for [`chained_growth`], or no such base.
pub fn fixed_base(
    periods: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    base: usize,
) -> Result<Vec<f64>, RankingError> {
    checked(periods, weights, directions)?;
    if base >= periods.rows() {
        return Err(RankingError::Base { base, periods: periods.rows() });
    }
    let weights = shares(weights)?;
    let mut indexes = Vec::with_capacity(periods.rows());
    for period in 0..periods.rows() {
        let mut sum = 0.0;
        for (column, (weight, direction)) in weights.iter().zip(directions).enumerate() {
            let (now, then) = (periods.row(period)[column], periods.row(base)[column]);
            let ((above, _), (below, row)) = match direction {
                Direction::Benefit => ((now, period), (then, base)),
                Direction::Cost => ((then, base), (now, period)),
            };
            if below <= 0.0 {
                return Err(NumbersError::NotPositive { row, column, value: below }.into());
            }
            sum += weight * above / below;
        }
        indexes.push(100.0 * sum);
    }
    Ok(indexes)
}

/// The same indexes with another period as 100.
///
/// # Errors
/// No such base, or an index of zero there.
pub fn rebased(indexes: &[f64], base: usize) -> Result<Vec<f64>, RankingError> {
    let Some(own) = indexes.get(base) else {
        return Err(RankingError::Base { base, periods: indexes.len() });
    };
    if !own.is_finite() || *own <= 0.0 {
        return Err(NumbersError::NotPositive { row: base, column: 0, value: *own }.into());
    }
    crate::numbers::all_there(indexes)?;
    Ok(indexes.iter().map(|index| 100.0 * index / own).collect())
}

fn checked(periods: &Matrix, weights: &[f64], directions: &[Direction]) -> Result<(), RankingError> {
    crate::numbers::at_least(1, periods.rows())?;
    weighed(weights, periods.columns())?;
    directed(directions, periods.columns())?;
    matrix_there(periods)?;
    super::not_negative(periods)?;
    Ok(())
}
