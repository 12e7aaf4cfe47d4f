//! Factors: what may vary, and how. Each takes evenly spread numbers between 0 and 1 and makes values of them that the model reads.

use super::Refused;
use super::distributions::{gamma_shares, normal, triangular};
use crate::Variation;
use crate::numbers::count;

/// How one factor varies. It gives the model one value, or several which a study moves together.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    /// Any number from `low` to `high`, all alike.
    Uniform {
        /// The smallest.
        low: f64,
        /// The greatest.
        high: f64,
    },
    /// Around a mean, with a standard deviation.
    Normal {
        /// The mean.
        mean: f64,
        /// The standard deviation, 0 or more.
        deviation: f64,
    },
    /// From `low` to `high`, most likely near `mode`.
    Triangular {
        /// The smallest.
        low: f64,
        /// The most likely.
        mode: f64,
        /// The greatest.
        high: f64,
    },
    /// One of these values, each with its probability.
    Discrete {
        /// The values.
        values: Vec<f64>,
        /// One a value; they add up to 1.
        probabilities: Vec<f64>,
    },
    /// One of so many ways, all alike: the value is 0 for the first, 1 for the second. Removals too: which of the indicators is left out.
    Choice {
        /// How many.
        ways: usize,
    },
    /// Weights, each multiplied by its own number between 1 − `by` and 1 + `by`, and then scaled so that they add up to what they did. One value a
    /// weight.
    Perturbed {
        /// The weights, 0 or more.
        weights: Vec<f64>,
        /// From 0 to below 1.
        by: f64,
    },
    /// Shares after Dirichlet: they add up to 1, are on average in proportion to the weights, and vary less the firmer they are (the parameters
    /// add up to `firmness`; a share s has the variance s(1 − s) / (firmness + 1)). One value a weight.
    Dirichlet {
        /// The weights, 0 or more.
        weights: Vec<f64>,
        /// Greater than 0.
        firmness: f64,
    },
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

    /// The uncertain choices of a framework: a choice among few has levels, and any other number is uniform between 0 and 1.
    ///
    /// # Errors
    /// When the variation has no factor.
    pub fn of_variation(variation: &Variation) -> Result<Self, Refused> {
        let spread = |(place, factor): (usize, &crate::Factor)| match factor.levels() {
            Some(ways) => Spread::parts(ways),
            None => {
                Spread::Together(vec![Spread::Uniform { low: 0.0, high: 1.0 }; variation.numbers_of(place)])
            }
        };
        Self::of(variation.factors().iter().enumerate().map(spread).collect())
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
        let values = (0..ways).map(|way| (count(way) + 0.5) / count(ways)).collect();
        Self::Discrete { values, probabilities: vec![1.0 / count(ways); ways] }
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
                for value in values {
                    *value *= scale;
                }
            }
            Self::Dirichlet { weights, firmness } => {
                let scale = firmness / weights.iter().sum::<f64>();
                gamma_shares(weights.iter().map(|weight| weight * scale), even, values);
            }
            Self::Together(all) => place_all(all, even, values),
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
