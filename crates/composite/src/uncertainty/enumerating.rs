//! All combinations of discrete factors, and the shares of variance that follow from them without any chance.

use super::effects::{Effect, Effects, Estimate, Shared};
use super::{Factors, Refused, Runs};
use crate::numbers::count;

/// How many combinations are run one by one.
const MOST: usize = 1 << 20;

/// The levels of every factor; combinations are numbered with the last factor changing fastest.
pub(super) struct Combinations {
    levels: Vec<Vec<(f64, f64)>>,
}

impl Combinations {
    pub(super) fn of(factors: &Factors) -> Result<Self, Refused> {
        let mut levels = Vec::new();
        for (place, spread) in factors.spreads().iter().enumerate() {
            levels.push(spread.levels().ok_or(Refused::NotDiscrete { factor: place + 1 })?);
        }
        let combinations: f64 = levels.iter().map(|levels| count(levels.len())).product();
        if combinations > count(MOST) {
            return Err(Refused::Combinations { combinations, most: MOST });
        }
        Ok(Self { levels })
    }

    pub(super) fn count(&self) -> usize {
        self.levels.iter().map(Vec::len).product()
    }

    pub(super) fn place(&self, combination: usize, values: &mut [f64]) {
        let mut rest = combination;
        for (levels, value) in self.levels.iter().zip(values).rev() {
            *value = levels[rest % levels.len()].0;
            rest /= levels.len();
        }
    }

    /// The probability of each.
    pub(super) fn weights(&self) -> Vec<f64> {
        let mut weights = vec![1.0];
        for levels in &self.levels {
            weights = weights
                .iter()
                .flat_map(|before| levels.iter().map(move |(_, probability)| before * probability))
                .collect();
        }
        weights
    }

    pub(super) fn effects(&self, runs: &Runs) -> Effects {
        let outputs = (0..runs.outputs()).map(|output| self.shared(runs, output)).collect();
        Effects { runs: runs.count() as u64, outputs }
    }

    fn shared(&self, runs: &Runs, output: usize) -> Shared {
        let results: Vec<f64> = (0..runs.count()).map(|run| runs.outcome(run)[output]).collect();
        let sum = |of: &dyn Fn(f64) -> f64| -> f64 {
            results.iter().zip(&runs.weights).map(|(result, weight)| weight * of(*result)).sum()
        };
        let mean = sum(&|result| result);
        let variance = sum(&|result| (result - mean) * (result - mean));
        let low = results.iter().copied().fold(f64::INFINITY, f64::min);
        let high = results.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Shared::of([mean, variance], [low, high], || {
            let mut stride = runs.count();
            let effect = |levels: &Vec<(f64, f64)>| {
                stride /= levels.len();
                let [alone, within] = parts(&results, &runs.weights, levels, stride, mean);
                let exact = |part: f64| Estimate::exactly(part / variance);
                Effect { first: exact(alone), total: exact(within) }
            };
            self.levels.iter().map(effect).collect()
        })
    }
}

/// The variance of the means at one factor's levels, and the mean of the variances with all the others held: first and total effect, before they
/// are divided by the whole variance.
fn parts(results: &[f64], weights: &[f64], levels: &[(f64, f64)], stride: usize, mean: f64) -> [f64; 2] {
    let mut at_level = vec![0.0; levels.len()];
    let mut within = 0.0;
    let bases = (0..results.len()).filter(|run| (run / stride).is_multiple_of(levels.len()));
    for base in bases {
        let others = weights[base] / levels[0].1;
        let here = |level: usize| results[base + level * stride] - mean;
        let here_mean: f64 = (0..levels.len()).map(|level| levels[level].1 * here(level)).sum();
        for (level, (_, probability)) in levels.iter().enumerate() {
            at_level[level] += others * here(level);
            within += others * probability * (here(level) - here_mean) * (here(level) - here_mean);
        }
    }
    let alone = at_level.iter().zip(levels).map(|(off, (_, probability))| probability * off * off).sum();
    [alone, within]
}
