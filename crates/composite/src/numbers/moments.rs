//! Mean, variance, skew and kurtosis of one column. Which divisor and which estimator is always named, since programs differ: a spreadsheet's
//! SKEW is the adjusted one, NumPy's deviation the population's.
//!
//! Skew and kurtosis: D. N. Joanes and C. A. Gill, “Comparing measures of sample skewness and kurtosis”, The Statistician 47 (1998).

use super::{NumbersError, all_there, at_least, count};

/// What the squared deviations are divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Divisor {
    /// n − 1: the values are a sample.
    #[default]
    Sample,
    /// n: the values are all there is.
    Population,
}

/// How skew and kurtosis are estimated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Estimator {
    /// g1 and g2: plain moments divided by n.
    Population,
    /// G1 and G2: adjusted for the size of the sample, as spreadsheets and SPSS give them.
    #[default]
    SampleAdjusted,
    /// b1 and b2: third and fourth moment over powers of the sample's deviation.
    SampleDeviation,
}

/// The arithmetic mean.
///
/// # Errors
/// No value, or a missing one.
pub fn mean(values: &[f64]) -> Result<f64, NumbersError> {
    at_least(1, values.len())?;
    all_there(values)?;
    Ok(plain_mean(values))
}

/// The variance.
///
/// # Errors
/// Fewer than two values for a sample's, none for a population's, or a missing one.
pub fn variance(values: &[f64], divisor: Divisor) -> Result<f64, NumbersError> {
    let needed = match divisor {
        Divisor::Sample => 2,
        Divisor::Population => 1,
    };
    at_least(needed, values.len())?;
    all_there(values)?;

    if is_constant(values) {
        return Ok(0.0);
    }
    let mean = plain_mean(values);
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    Ok(squares / divisor.of(values.len()))
}

/// The standard deviation.
///
/// # Errors
/// As for [`variance`].
pub fn sd(values: &[f64], divisor: Divisor) -> Result<f64, NumbersError> {
    variance(values, divisor).map(f64::sqrt)
}

/// The skew: 0 for a symmetric column, above 0 when the long tail is on the right.
///
/// # Errors
/// Fewer than three values, a missing one, or all the same.
pub fn skewness(values: &[f64], estimator: Estimator) -> Result<f64, NumbersError> {
    at_least(3, values.len())?;
    Ok(Moments::of(values)?.skewness(estimator))
}

/// The excess kurtosis: 0 for a normal distribution.
///
/// # Errors
/// Fewer than four values, a missing one, or all the same.
pub fn kurtosis(values: &[f64], estimator: Estimator) -> Result<f64, NumbersError> {
    at_least(4, values.len())?;
    Ok(Moments::of(values)?.kurtosis(estimator))
}

/// Skew and excess kurtosis of one walk over the values, for whoever asks for both again and again.
pub(crate) fn skewness_and_kurtosis(
    values: &[f64],
    estimator: Estimator,
) -> Result<(f64, f64), NumbersError> {
    at_least(4, values.len())?;
    let moments = Moments::of(values)?;
    Ok((moments.skewness(estimator), moments.kurtosis(estimator)))
}

impl Divisor {
    /// The number that a sum of so many squared deviations is divided by.
    pub(crate) fn of(self, values: usize) -> f64 {
        match self {
            Self::Sample => count(values) - 1.0,
            Self::Population => count(values),
        }
    }
}

/// The second to fourth central moments, divided by n.
struct Moments {
    n: f64,
    second: f64,
    third: f64,
    fourth: f64,
}

impl Moments {
    fn of(values: &[f64]) -> Result<Self, NumbersError> {
        all_there(values)?;
        if is_constant(values) {
            return Err(NumbersError::Constant { column: 0, value: values[0] });
        }

        let mean = plain_mean(values);
        let (mut second, mut third, mut fourth) = (0.0, 0.0, 0.0);
        for value in values {
            let deviation = value - mean;
            let square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }
        let n = count(values.len());
        Ok(Self { n, second: second / n, third: third / n, fourth: fourth / n })
    }

    fn skewness(&self, estimator: Estimator) -> f64 {
        let n = self.n;
        let plain = self.third / (self.second * self.second.sqrt());
        match estimator {
            Estimator::Population => plain,
            Estimator::SampleAdjusted => plain * (n * (n - 1.0)).sqrt() / (n - 2.0),
            Estimator::SampleDeviation => plain * ((n - 1.0) / n) * ((n - 1.0) / n).sqrt(),
        }
    }

    fn kurtosis(&self, estimator: Estimator) -> f64 {
        let n = self.n;
        let plain = self.fourth / (self.second * self.second);
        match estimator {
            Estimator::Population => plain - 3.0,
            Estimator::SampleAdjusted => {
                ((n + 1.0) * (plain - 3.0) + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0))
            }
            Estimator::SampleDeviation => plain * ((n - 1.0) / n) * ((n - 1.0) / n) - 3.0,
        }
    }
}

/// The mean of values known to be there. A constant column's is that constant to the bit, which a quotient of sums need not be.
pub(crate) fn plain_mean(values: &[f64]) -> f64 {
    if is_constant(values) {
        return values[0];
    }
    values.iter().sum::<f64>() / count(values.len())
}

#[expect(clippy::float_cmp, reason = "a constant column holds the very same number in every row")]
pub(crate) fn is_constant(values: &[f64]) -> bool {
    values.iter().all(|value| *value == values[0])
}
