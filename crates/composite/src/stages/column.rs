//! What is asked of the cells of one column that are there. All functions take them without gaps, and give none where nothing can be said.

use crate::framework::{Divisor, Estimator};
use crate::run::Shape;

/// A whole number as the number it counts.
#[expect(clippy::cast_precision_loss, reason = "no sheet has 2^53 cells")]
pub(crate) fn count(of: usize) -> f64 {
    of as f64
}

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
    if let Some(value) = constant(cells) {
        return Some(value);
    }
    let mean = cells.iter().sum::<f64>() / count(cells.len());
    mean.is_finite().then_some(mean)
}

/// The middle one, or the mean of the two in the middle.
pub(crate) fn median(cells: &[f64]) -> Option<f64> {
    let mut sorted = cells.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(sorted[middle - 1], upper))
}

/// The standard deviation, greater than 0.
pub(crate) fn deviation(cells: &[f64], divisor: Divisor) -> Option<f64> {
    let mean = mean(cells)?;
    let squares: f64 = cells.iter().map(|cell| (cell - mean) * (cell - mean)).sum();
    let divided = match divisor {
        Divisor::Sample => count(cells.len()) - 1.0,
        Divisor::Population => count(cells.len()),
    };
    let deviation = (squares / divided).sqrt();
    (deviation > 0.0 && deviation.is_finite()).then_some(deviation)
}

/// The sample's standard deviation of the cells that are there in a column with gaps; 0 where there is none.
pub(crate) fn sample_deviation(column: &[f64]) -> f64 {
    let there: Vec<f64> = column.iter().copied().filter(|cell| !cell.is_nan()).collect();
    deviation(&there, Divisor::Sample).unwrap_or(0.0)
}

/// Skewness and excess kurtosis; none below four cells (three have a skewness, but no kurtosis) and for a constant.
///
/// D. N. Joanes and C. A. Gill, “Comparing measures of sample skewness and kurtosis”, The Statistician 47 (1998).
pub(crate) fn shape(cells: &[f64], estimator: Estimator) -> Option<Shape> {
    if cells.len() < 4 || constant(cells).is_some() {
        return None;
    }
    let n = count(cells.len());
    let mean = cells.iter().sum::<f64>() / n;
    let (mut second, mut third, mut fourth) = (0.0, 0.0, 0.0);
    for cell in cells {
        let deviation = cell - mean;
        let square = deviation * deviation;
        second += square;
        third += square * deviation;
        fourth += square * square;
    }
    let (second, third, fourth) = (second / n, third / n, fourth / n);
    let skewness = third / (second * second.sqrt());
    let peak = fourth / (second * second);
    let shrunk = (n - 1.0) / n;
    let shape = match estimator {
        Estimator::Population => Shape { skewness, kurtosis: peak - 3.0 },
        Estimator::SampleAdjusted => Shape {
            skewness: skewness * (n * (n - 1.0)).sqrt() / (n - 2.0),
            kurtosis: ((n + 1.0) * (peak - 3.0) + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0)),
        },
        Estimator::SampleDeviation => {
            Shape { skewness: skewness * shrunk * shrunk.sqrt(), kurtosis: peak * shrunk * shrunk - 3.0 }
        }
    };
    (shape.skewness.is_finite() && shape.kurtosis.is_finite()).then_some(shape)
}
