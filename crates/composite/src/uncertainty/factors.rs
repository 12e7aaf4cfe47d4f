//! Factors: what may vary, and how. Each takes evenly spread numbers between 0 and 1 and makes values of them that the model reads.

use super::distributions::{gamma_shares, normal, triangular};
use super::{Refused, Unfit};

/// How one factor varies. It gives the model one value, or several which a study moves together.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    /// Any number from `low` to `high`, all alike.
    Uniform { low: f64, high: f64 },
    /// Around a mean, with a standard deviation.
    Normal { mean: f64, deviation: f64 },
    /// From `low` to `high`, most likely near `mode`.
    Triangular { low: f64, mode: f64, high: f64 },
    /// One of these values, each with its probability.
    Discrete { values: Vec<f64>, probabilities: Vec<f64> },
    /// One of so many ways, all alike: the value is 0 for the first, 1 for the second. Removals too: which of the indicators is left out.
    Choice { ways: usize },
    /// Weights, each multiplied by its own number between 1 − `by` and 1 + `by`, and then scaled so that they add up to what they did. One value a
    /// weight.
    Perturbed { weights: Vec<f64>, by: f64 },
    /// Shares after Dirichlet: they add up to 1, are on average in proportion to the weights, and vary less the firmer they are (the parameters
    /// add up to `firmness`; a share s has the variance s(1 − s) / (firmness + 1)). One value a weight.
    Dirichlet { weights: Vec<f64>, firmness: f64 },
    /// Several that count as one factor, such as the noise in all cells of a table.
    Together(Vec<Spread>),
}

/// Factors that vary independently of each other, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Factors(Vec<Spread>);

impl Factors {
    /// Takes factors that can be varied.
    ///
    /// # Errors
    /// When there is none, or one cannot be meant.
    pub fn of(spreads: Vec<Spread>) -> Result<Self, Refused> {
        if spreads.is_empty() {
            return Err(Refused::NoFactors);
        }
        for (place, spread) in spreads.iter().enumerate() {
            spread.check().map_err(|why| Refused::Factor { factor: place + 1, why })?;
        }
        Ok(Self(spreads))
    }

    /// One a factor.
    #[must_use]
    pub fn spreads(&self) -> &[Spread] {
        &self.0
    }

    /// How many values the model reads, which is also how many numbers between 0 and 1 they are made of.
    #[must_use]
    pub fn values(&self) -> usize {
        self.0.iter().map(Spread::values).sum()
    }

    /// Makes the model's values of numbers between 0 and 1, both exclusive, as many.
    pub(super) fn place(&self, even: &[f64], values: &mut [f64]) {
        place_all(&self.0, even, values);
    }
}

impl Spread {
    /// A choice for a model that reads a number between 0 and 1: the middles of so many equal parts, all alike.
    #[must_use]
    pub fn parts(ways: usize) -> Self {
        let [all, mut middle] = [count(ways), 0.5];
        let mut values = Vec::with_capacity(ways);
        for _ in 0..ways {
            values.push(middle / all);
            middle += 1.0;
        }
        Self::Discrete { values, probabilities: vec![1.0 / all; ways] }
    }

    /// How many values the model reads of it.
    #[must_use]
    pub fn values(&self) -> usize {
        match self {
            Self::Perturbed { weights, .. } | Self::Dirichlet { weights, .. } => weights.len(),
            Self::Together(all) => all.iter().map(Self::values).sum(),
            _ => 1,
        }
    }

    /// Its values with their probabilities, when they are few.
    pub(super) fn levels(&self) -> Option<Vec<(f64, f64)>> {
        match self {
            Self::Discrete { values, probabilities } => {
                let levels = values.iter().copied().zip(probabilities.iter().copied());
                Some(levels.filter(|(_, probability)| *probability > 0.0).collect())
            }
            Self::Choice { ways } => {
                let probability = 1.0 / count(*ways);
                Some((0..*ways).map(|way| (count(way), probability)).collect())
            }
            _ => None,
        }
    }

    fn place(&self, even: &[f64], values: &mut [f64]) {
        match self {
            Self::Uniform { low, high } => values[0] = low + (high - low) * even[0],
            Self::Normal { mean, deviation } => values[0] = mean + deviation * normal(even[0]),
            Self::Triangular { low, mode, high } => values[0] = triangular([*low, *mode, *high], even[0]),
            Self::Discrete { values: levels, probabilities } => {
                values[0] = discrete(levels, probabilities, even[0]);
            }
            Self::Choice { ways } => values[0] = (even[0] * count(*ways)).floor(),
            Self::Perturbed { weights, by } => {
                for ((value, weight), even) in values.iter_mut().zip(weights).zip(even) {
                    *value = weight * (1.0 + by * (2.0 * even - 1.0));
                }
                let scale = weights.iter().sum::<f64>() / values.iter().sum::<f64>();
                values.iter_mut().for_each(|value| *value *= scale);
            }
            Self::Dirichlet { weights, firmness } => {
                let scale = firmness / weights.iter().sum::<f64>();
                gamma_shares(weights.iter().map(|weight| weight * scale), even, values);
            }
            Self::Together(all) => place_all(all, even, values),
        }
    }

    fn check(&self) -> Result<(), Unfit> {
        match self {
            Self::Uniform { low, high } => ends(*low, *high),
            Self::Normal { mean, deviation } => {
                finite("its mean", *mean)?;
                finite("its standard deviation", *deviation)?;
                require(*deviation >= 0.0, || Unfit::Deviation { deviation: *deviation })
            }
            Self::Triangular { low, mode, high } => {
                ends(*low, *high)?;
                finite("its most likely value", *mode)?;
                require((*low..=*high).contains(mode), || Unfit::Mode { low: *low, mode: *mode, high: *high })
            }
            Self::Discrete { values, probabilities } => check_discrete(values, probabilities),
            Self::Choice { ways } => require(*ways > 0, || Unfit::Nothing),
            Self::Perturbed { weights, by } => {
                check_weights(weights)?;
                require((0.0..1.0).contains(by), || Unfit::By { by: *by })
            }
            Self::Dirichlet { weights, firmness } => {
                check_weights(weights)?;
                require(firmness.is_finite() && *firmness > 0.0, || Unfit::Firmness { firmness: *firmness })
            }
            Self::Together(all) => {
                require(!all.is_empty(), || Unfit::Nothing)?;
                all.iter().try_for_each(Self::check)
            }
        }
    }
}

fn place_all(all: &[Spread], mut even: &[f64], mut values: &mut [f64]) {
    for spread in all {
        let (mine, rest) = even.split_at(spread.values());
        let (made, others) = values.split_at_mut(spread.values());
        spread.place(mine, made);
        (even, values) = (rest, others);
    }
}

/// The first value whose probability, added to those before it, exceeds the number.
fn discrete(values: &[f64], probabilities: &[f64], even: f64) -> f64 {
    let mut reached = 0.0;
    let mut last = values[0];
    for (value, probability) in values.iter().zip(probabilities) {
        if *probability > 0.0 {
            last = *value;
        }
        reached += probability;
        if even < reached {
            break;
        }
    }
    last
}

fn check_discrete(values: &[f64], probabilities: &[f64]) -> Result<(), Unfit> {
    require(!values.is_empty(), || Unfit::Nothing)?;
    require(values.len() == probabilities.len(), || Unfit::Lengths {
        values: values.len(),
        probabilities: probabilities.len(),
    })?;
    values.iter().try_for_each(|value| finite("a value", *value))?;
    none_negative("probability", probabilities)?;
    let sum: f64 = probabilities.iter().sum();
    require((sum - 1.0).abs() < 1e-9, || Unfit::Probabilities { sum })
}

fn check_weights(weights: &[f64]) -> Result<(), Unfit> {
    require(!weights.is_empty(), || Unfit::Nothing)?;
    none_negative("weight", weights)?;
    require(weights.iter().sum::<f64>() > 0.0, || Unfit::NoWeight)
}

fn none_negative(name: &'static str, numbers: &[f64]) -> Result<(), Unfit> {
    for (place, value) in numbers.iter().copied().enumerate() {
        finite(name, value)?;
        require(value >= 0.0, || Unfit::Negative { name, place: place + 1, value })?;
    }
    Ok(())
}

fn ends(low: f64, high: f64) -> Result<(), Unfit> {
    finite("its lower end", low)?;
    finite("its upper end", high)?;
    require(low <= high, || Unfit::Reversed { low, high })
}

fn finite(name: &'static str, value: f64) -> Result<(), Unfit> {
    require(value.is_finite(), || Unfit::NotFinite { name, value })
}

fn require(holds: bool, why: impl FnOnce() -> Unfit) -> Result<(), Unfit> {
    if holds { Ok(()) } else { Err(why()) }
}

/// A number of things as a number to compute with; it is exact below 2^53, and no study has as many.
#[expect(clippy::cast_precision_loss, reason = "no study counts to 2^53")]
pub(super) fn count(things: usize) -> f64 {
    things as f64
}
