//! Weighted means of a row: arithmetic (strengths make up for weaknesses), geometric, harmonic, and of any power between and beyond.

use super::RankingError;
use crate::numbers::{NumbersError, checked, elementary};
use crate::weights::WeightError;

/// Which mean; the lower the power, the less a strength makes up for a weakness.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Mean {
    /// Power 1.
    #[default]
    Arithmetic,
    /// Power 0: the root of the product.
    Geometric,
    /// Power −1.
    Harmonic,
    /// Any other power; 0 is the geometric mean.
    Power(f64),
}

/// What a missing value does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Missing {
    /// It is an error.
    #[default]
    Refuse,
    /// The weights of the others are stretched to its.
    Renormalise,
    /// The same, if values with at least this share of the weight are there.
    RenormaliseFrom(f64),
    /// It counts as this value.
    As(f64),
}

/// What a zero does in a mean that has no room for one: geometric, harmonic, or of a negative power.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Zeros {
    /// It is an error.
    #[default]
    Refuse,
    /// It makes the whole mean zero, the limit.
    MakeZero,
    /// It, and anything between it and this floor, is raised to the floor. A negative value stays an error.
    Raise(f64),
}

/// What changes a mean.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Averaging {
    /// Which mean.
    pub mean: Mean,
    /// What a missing value does.
    pub missing: Missing,
    /// What a zero does.
    pub zeros: Zeros,
}

/// The weighted mean of one row; a value that is not a number is missing. Weights need not sum to 1, and what has weight 0 is not looked at.
///
/// # Errors
/// A list of weights of another length, one below zero, none above it; a missing value, or too many, as chosen; a zero, as chosen; a negative
/// value in any mean but the arithmetic. The row in an error is 0.
pub fn weighted_mean(values: &[f64], weights: &[f64], averaging: Averaging) -> Result<f64, RankingError> {
    if values.len() != weights.len() {
        return Err(NumbersError::Lengths { left: values.len(), right: weights.len() }.into());
    }
    let power = match averaging.mean {
        Mean::Arithmetic => 1.0,
        Mean::Geometric => 0.0,
        Mean::Harmonic => -1.0,
        Mean::Power(power) => power,
    };

    let (mut all, mut present, mut sum, mut zero) = (0.0, 0.0, 0.0, false);
    for (column, (value, weight)) in values.iter().zip(weights).enumerate() {
        if !weight.is_finite() || *weight < 0.0 {
            return Err(WeightError::Weight { column, value: *weight }.into());
        }
        all += weight;
        let Some(value) = there(*value, column, averaging.missing)? else { continue };
        if *weight == 0.0 {
            continue;
        }
        present += weight;
        match term(value, column, power, averaging.zeros)? {
            Some(term) => sum += weight * term,
            None => zero = true,
        }
    }

    enough(all, present, averaging.missing)?;
    if zero {
        return Ok(0.0);
    }
    let mean = sum / present;
    let mean = match averaging.mean {
        Mean::Arithmetic => mean,
        Mean::Harmonic => 1.0 / mean,
        _ if power == 0.0 => elementary::exp(mean),
        _ => elementary::pow(mean, 1.0 / power),
    };
    if mean.is_finite() {
        return Ok(mean);
    }
    // A power so high that it leaves no number; the value that did it is the greatest or the least.
    Err(NumbersError::OutOfRange { row: 0, column: 0, value: power }.into())
}

/// The value to count, or none.
fn there(value: f64, column: usize, missing: Missing) -> Result<Option<f64>, RankingError> {
    if value.is_finite() {
        return Ok(Some(checked(value, 0, column)?));
    }
    match missing {
        Missing::Refuse => Err(NumbersError::Missing { row: 0, column }.into()),
        Missing::As(value) => Ok(Some(value)),
        Missing::Renormalise | Missing::RenormaliseFrom(_) => Ok(None),
    }
}

/// The value's part of the sum; none when a zero makes the whole mean zero.
fn term(value: f64, column: usize, power: f64, zeros: Zeros) -> Result<Option<f64>, NumbersError> {
    #[expect(clippy::float_cmp, reason = "exactly the arithmetic mean, whose sum needs no power")]
    if power == 1.0 {
        return Ok(Some(value));
    }
    if value < 0.0 {
        return Err(NumbersError::Negative { row: 0, column, value });
    }
    let value = match zeros {
        Zeros::Raise(floor) => value.max(floor),
        Zeros::Refuse | Zeros::MakeZero => value,
    };
    if value == 0.0 && power <= 0.0 {
        return match zeros {
            Zeros::MakeZero => Ok(None),
            Zeros::Refuse | Zeros::Raise(_) => Err(NumbersError::NotPositive { row: 0, column, value }),
        };
    }
    Ok(Some(if power == 0.0 {
        elementary::ln(value)
    } else if (power + 1.0).abs() == 0.0 {
        1.0 / value
    } else {
        elementary::pow(value, power)
    }))
}

fn enough(all: f64, present: f64, missing: Missing) -> Result<(), RankingError> {
    if all <= 0.0 {
        return Err(WeightError::ZeroSum.into());
    }
    let needed = match missing {
        Missing::RenormaliseFrom(share) => share,
        Missing::Refuse | Missing::Renormalise | Missing::As(_) => 0.0,
    };
    // A share such as 2 of 3 must not fail by its last bit.
    if present <= 0.0 || present / all < needed - 1e-12 {
        return Err(RankingError::TooMissing { row: 0, present: present / all, needed });
    }
    Ok(())
}
