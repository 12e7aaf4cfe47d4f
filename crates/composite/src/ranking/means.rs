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

    let (mut all, mut sum) = (0.0, PowerSum::of(power));
    for (column, (value, weight)) in values.iter().zip(weights).enumerate() {
        if !weight.is_finite() || *weight < 0.0 {
            return Err(WeightError::Weight { column, value: *weight }.into());
        }
        all += weight;
        let Some(value) = there(*value, column, averaging.missing)? else { continue };
        if *weight > 0.0 {
            sum.add(allowed(value, column, power, averaging.zeros)?, *weight);
        }
    }

    enough(all, sum.weight, averaging.missing)?;
    let mean = sum.mean();
    if mean.is_finite() {
        return Ok(mean);
    }
    // A power so high that it leaves no number; the value that did it is the greatest or the least.
    Err(NumbersError::OutOfRange { row: 0, column: 0, value: power }.into())
}

/// Σ w x^p on its way to (Σ w x^p / Σ w)^(1/p): the one place where a mean is computed. Which values may enter is for its caller to say; none
/// below zero but for power 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PowerSum {
    power: f64,
    sum: f64,
    /// Of what was added.
    pub(crate) weight: f64,
    /// A zero under a power that has no room for one makes the mean zero, its limit.
    zero: bool,
}

#[expect(clippy::float_cmp, reason = "the powers with a formula of their own, and a value of exactly zero")]
impl PowerSum {
    /// 0 is the geometric mean.
    pub(crate) fn of(power: f64) -> Self {
        Self { power, sum: 0.0, weight: 0.0, zero: false }
    }

    pub(crate) fn add(&mut self, value: f64, weight: f64) {
        self.weight += weight;
        if weight == 0.0 {
            return;
        }
        if self.power == 1.0 {
            self.sum += weight * value;
        } else if value == 0.0 && self.power <= 0.0 {
            self.zero = true;
        } else if self.power == 0.0 {
            self.sum += weight * elementary::ln(value);
        } else if self.power == -1.0 {
            self.sum += weight / value;
        } else {
            self.sum += weight * elementary::pow(value, self.power);
        }
    }

    /// Not a finite number where nothing of any weight was added, or a power is too high.
    pub(crate) fn mean(self) -> f64 {
        if self.zero {
            return 0.0;
        }
        let mean = self.sum / self.weight;
        match self.power {
            1.0 => mean,
            0.0 => elementary::exp(mean),
            -1.0 => 1.0 / mean,
            power => elementary::pow(mean, 1.0 / power),
        }
    }
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

/// The value that enters the mean: raised, or refused, as chosen.
fn allowed(value: f64, column: usize, power: f64, zeros: Zeros) -> Result<f64, NumbersError> {
    #[expect(clippy::float_cmp, reason = "exactly the arithmetic mean, which takes every value")]
    if power == 1.0 {
        return Ok(value);
    }
    if value < 0.0 {
        return Err(NumbersError::Negative { row: 0, column, value });
    }
    let value = match zeros {
        Zeros::Raise(floor) => value.max(floor),
        Zeros::Refuse | Zeros::MakeZero => value,
    };
    if value == 0.0 && power <= 0.0 && zeros != Zeros::MakeZero {
        return Err(NumbersError::NotPositive { row: 0, column, value });
    }
    Ok(value)
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
