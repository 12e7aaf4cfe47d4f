//! Sobol' indices: which share of an output's variance a factor has alone, and which with all that it acts together with. The module above says
//! which estimators, and why so.

use thiserror::Error;

use super::points::{MOST_POINTS, Points};
use super::running::{How, Watched, in_parallel};
use super::sums::{Base, Pair, Sums};
use super::{Refused, Study};
use crate::numbers::count;

/// Into how many independent scramblings the base points are divided.
pub const REPLICATES: usize = 16;
/// Of Student's distribution with 15 degrees of freedom, 2.5 % lie beyond.
const STUDENT: f64 = 2.131_449_545_559_323;
/// With fewer, a scrambling has less than four points.
const LEAST: usize = 4 * REPLICATES;
const MOST: usize = MOST_POINTS * REPLICATES;

/// How many base points a study draws: a power of two from 64 to 2^20. It runs the model (factors + 2) times as often, and once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasePoints(usize);

impl BasePoints {
    /// So many.
    ///
    /// # Errors
    /// When it is no power of two, or too few or many: what would be right is told.
    pub fn of(points: usize) -> Result<Self, Refused> {
        let nearest = points.clamp(LEAST, MOST).next_power_of_two();
        if nearest == points {
            return Ok(Self(points));
        }
        Err(Refused::BasePoints { given: points, nearest, least: LEAST, most: MOST })
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> usize {
        self.0
    }
}

/// Each output with its variance shared out.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// How often the model was run for them.
    pub runs: u64,
    /// One an output of the model.
    pub outputs: Vec<Shared>,
}

/// One output.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// What comes out on average; where that is beyond numbers, the middle of what came out.
    pub mean: f64,
    /// Of all that could come out, not of a sample; 0 where it is not shared out.
    pub variance: f64,
    /// One a factor.
    pub shares: Result<Vec<Effect>, Unshared>,
}

/// Why an output's variance is not shared out.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
pub enum Unshared {
    /// It does not vary, but for rounding.
    #[error("it is {value} whatever the factors are: there is no variance to be shared out")]
    Flat {
        /// What it always is.
        value: f64,
    },
    /// Its squares are too great or too small for a number.
    #[error("it goes from {low} to {high}: squares of such differences cannot be held, so scale it first")]
    Beyond {
        /// The smallest that came out.
        low: f64,
        /// The greatest.
        high: f64,
    },
}

/// The share of a factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// First order: what of the variance goes when this factor alone is known.
    pub first: Estimate,
    /// Total: what of the variance stays when this factor alone is unknown.
    pub total: Estimate,
}

/// A share with its 95 % interval, which may reach below 0 or above 1 as an estimate may.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The share, from 0 to 1 but for what chance adds.
    pub value: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end; both are the value where it is exact.
    pub high: f64,
}

impl Estimate {
    pub(super) fn exactly(value: f64) -> Self {
        Self { value, low: value, high: value }
    }

    /// An estimate from all scramblings, and those with each left out.
    fn with(value: f64, without: &[f64; REPLICATES]) -> Self {
        let replicates = count(REPLICATES);
        let mean = without.iter().sum::<f64>() / replicates;
        let squares: f64 = without.iter().map(|one| (one - mean) * (one - mean)).sum();
        let half = STUDENT * (squares * (replicates - 1.0) / replicates).sqrt();
        Self { value, low: value - half, high: value + half }
    }
}

impl Effects {
    pub(super) fn estimate<F: Fn(&[f64], &mut [f64]) + Sync>(
        study: &Study<F>,
        points: BasePoints,
        how: &How,
    ) -> Result<Self, Refused> {
        // Sums are of differences from one run in the middle, so that a small variance around a great mean is not rounded away.
        let mut values = vec![0.0; study.factors.values()];
        study.factors.place(&vec![0.5; values.len()], &mut values);
        let mut middle = vec![0.0; study.outputs];
        study.measure(&values, &mut middle)?;

        let runs = points.0 * (study.factors.spreads().len() + 2);
        let watched = Watched::new(how, runs);
        let scramblings = in_parallel(REPLICATES, how.threads, |scrambling| {
            let number = u32::try_from(scrambling).expect("scramblings are few");
            let drawn = Points::new(how.seed, number, 2 * values.len());
            Sums::over(study, points.0 / REPLICATES, &drawn, &middle, &watched)
        })?;

        let outputs = (0..study.outputs).map(|output| shared(&scramblings, output, middle[output])).collect();
        Ok(Self { runs: runs as u64 + 1, outputs })
    }
}

fn shared(scramblings: &[Sums], output: usize, middle: f64) -> Shared {
    let base_of = |left_out: Option<usize>| {
        let kept = scramblings.iter().enumerate().filter(|(place, _)| Some(*place) != left_out);
        kept.fold(Base::NONE, |all, (_, one)| all.and(&one.bases[output]))
    };
    let effect = |factor: usize| {
        let shares_of = |left_out: Option<usize>| {
            let kept = scramblings.iter().enumerate().filter(|(place, _)| Some(*place) != left_out);
            let pair = kept.fold(Pair::default(), |all, (_, one)| all.and(&one.pairs[factor][output]));
            pair.shares(&base_of(left_out))
        };
        let without: [[f64; 2]; REPLICATES] = std::array::from_fn(|place| shares_of(Some(place)));
        let [first, total] = shares_of(None);
        Effect {
            first: Estimate::with(first, &without.map(|[first, _]| first)),
            total: Estimate::with(total, &without.map(|[_, total]| total)),
        }
    };

    let base = base_of(None);
    let factors = scramblings.first().map_or(0, |one| one.pairs.len());
    let moments = [middle + base.mean(), base.variance()];
    Shared::of(moments, [middle + base.low, middle + base.high], || (0..factors).map(effect).collect())
}

impl Shared {
    /// Shares out, if there is something to share and it can be held.
    pub(super) fn of(
        [mean, variance]: [f64; 2],
        [low, high]: [f64; 2],
        effects: impl FnOnce() -> Vec<Effect>,
    ) -> Self {
        if high - low <= ROUNDING * low.abs().max(high.abs()) {
            return Self { mean, variance: 0.0, shares: Err(Unshared::Flat { value: low }) };
        }
        let effects = if variance.is_normal() { effects() } else { Vec::new() };
        let held = effects.iter().flat_map(|effect| [effect.first, effect.total]);
        if effects.is_empty() || !held.clone().all(|share| share.low.is_finite() && share.high.is_finite()) {
            // The middle between the ends is a mean that can be held whatever they are.
            let mean = if mean.is_finite() { mean } else { f64::midpoint(low, high) };
            return Self { mean, variance: 0.0, shares: Err(Unshared::Beyond { low, high }) };
        }
        Self { mean, variance, shares: Ok(effects) }
    }
}

/// Values that differ by less than this part of them differ by rounding.
const ROUNDING: f64 = 1e-12;
