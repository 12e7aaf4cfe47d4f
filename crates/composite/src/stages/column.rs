//! What is asked of the cells of one column that are there. All functions take them without gaps, and give none where nothing can be said.

use crate::framework::{Divisor, Estimator};
use crate::numbers;
use crate::run::Shape;

pub(crate) use crate::numbers::count;

/// The smallest and the greatest.
pub(crate) fn extremes(cells: &[f64]) -> Option<(f64, f64)> {
    let first = *cells.first()?;
    Some(cells.iter().fold((first, first), |(low, high), &cell| (low.min(cell), high.max(cell))))
}

/// The one value, where all cells have the same.
#[expect(clippy::float_cmp, reason = "a constant column holds the very same number in every row")]
pub(crate) fn constant(cells: &[f64]) -> Option<f64> {
    let first = *cells.first()?;
    cells.iter().all(|cell| *cell == first).then_some(first)
}

/// The mean, if it can be written; a constant column's is that constant to the bit.
pub(crate) fn mean(cells: &[f64]) -> Option<f64> {
    numbers::mean(cells).ok().filter(|mean| mean.is_finite())
}

/// The middle one, or the mean of the two in the middle.
pub(crate) fn median(cells: &[f64]) -> Option<f64> {
    numbers::median(cells).ok()
}

/// The standard deviation, greater than 0.
pub(crate) fn deviation(cells: &[f64], divisor: Divisor) -> Option<f64> {
    numbers::sd(cells, divisor).ok().filter(|deviation| *deviation > 0.0 && deviation.is_finite())
}

/// The sample's standard deviation of the cells that are there in a column with gaps; 0 where there is none.
pub(crate) fn sample_deviation(column: &[f64]) -> f64 {
    let there: Vec<f64> = column.iter().copied().filter(|cell| !cell.is_nan()).collect();
    deviation(&there, Divisor::Sample).unwrap_or(0.0)
}

/// Skewness and excess kurtosis; none below four cells (three have a skewness, but no kurtosis), for a constant, and beyond what a number holds.
pub(crate) fn shape(cells: &[f64], estimator: Estimator) -> Option<Shape> {
    let (skewness, kurtosis) = numbers::skewness_and_kurtosis(cells, estimator).ok()?;
    (skewness.is_finite() && kurtosis.is_finite()).then_some(Shape { skewness, kurtosis })
}
