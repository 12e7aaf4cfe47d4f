//! Whether a factor can be meant.

use super::{Spread, Unfit};

impl Spread {
    pub(super) fn check(&self) -> Result<(), Unfit> {
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
