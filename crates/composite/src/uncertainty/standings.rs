//! How firm each rank is: where a unit stands in all runs, and how often two of them change places.
//!
//! Choices: a unit that a run leaves out is not ranked there, the others close up, and what is told of it is told of the runs that ranked it. Bounds
//! of an interval are ranks that occur: the first at which 5 % or 95 % of the runs are reached. A median between two ranks is their mean.

use super::{Refused, Runs};
use crate::numbers::{Order, Ties, count, ranks};

/// The ranks of every unit in every run.
#[derive(Clone, Debug, PartialEq)]
pub struct Standings {
    nominal: Vec<f64>,
    /// Unit by unit, one a run; not a number where it is not ranked.
    ranks: Vec<Vec<f64>>,
    weights: Vec<f64>,
}

/// Where a unit stands. Ranks are whole numbers unless equals were given the mean of theirs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Its published rank, if it has one.
    pub nominal: Option<f64>,
    /// Its rank on average.
    pub mean: f64,
    /// The rank that as many runs go below as above.
    pub median: f64,
    /// The lower end of the 90 % interval: it stands from `low` to `high` in nine tenths of the runs.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The best rank that occurs.
    pub best: f64,
    /// The worst that occurs.
    pub worst: f64,
    /// By how many ranks it is off its published one, on average.
    pub shift: Option<f64>,
    /// The share of runs that rank it.
    pub ranked: f64,
}

/// Two neighbours in the published order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swap {
    /// The published better one; units are counted from 0.
    pub above: usize,
    /// The published worse one.
    pub below: usize,
    /// The share of runs, of those that rank both, in which the published worse one is better.
    pub swapped: f64,
    /// And in which they are equal.
    pub level: f64,
}

impl Standings {
    /// Ranks the units in runs whose outputs are their scores: the greatest has rank 1, and equals have the best of their ranks. The nominal
    /// scores are those that are published.
    ///
    /// # Errors
    /// When there is not one nominal score a unit.
    pub fn of_scores(runs: &Runs, nominal: &[f64]) -> Result<Self, Refused> {
        Self::of(runs, &ranked(nominal), ranked)
    }

    /// Takes runs whose outputs are ranks, and the ranks that are published. What is not ranked is not a number.
    ///
    /// # Errors
    /// When there is not one nominal rank a unit.
    pub fn of_ranks(runs: &Runs, nominal: &[f64]) -> Result<Self, Refused> {
        Self::of(runs, nominal, <[f64]>::to_vec)
    }

    fn of(runs: &Runs, nominal: &[f64], ranks_of: impl Fn(&[f64]) -> Vec<f64>) -> Result<Self, Refused> {
        let units = runs.outputs();
        if nominal.len() != units {
            return Err(Refused::Units { given: nominal.len(), units });
        }
        let mut ranks = vec![Vec::with_capacity(runs.count()); units];
        for run in 0..runs.count() {
            for (unit, rank) in ranks.iter_mut().zip(ranks_of(runs.outcome(run))) {
                unit.push(rank);
            }
        }
        Ok(Self { nominal: nominal.to_vec(), ranks, weights: runs.weights.clone() })
    }

    /// How many units.
    #[must_use]
    pub fn units(&self) -> usize {
        self.nominal.len()
    }

    /// The ranks of a unit, one a run; not a number where it is not ranked.
    #[must_use]
    pub fn ranks(&self, unit: usize) -> &[f64] {
        &self.ranks[unit]
    }

    /// Where a unit stands; nothing if no run ranks it.
    #[must_use]
    pub fn unit(&self, unit: usize) -> Option<Standing> {
        let levels = self.levels(unit);
        let (best, worst) = (levels.first()?.0, levels.last()?.0);
        let all: f64 = levels.iter().map(|(_, weight)| weight).sum();
        let mean_of = |of: &dyn Fn(f64) -> f64| {
            levels.iter().map(|(rank, weight)| weight * of(*rank)).sum::<f64>() / all
        };
        let reached = |part: f64| {
            let mut sum = 0.0;
            let level = levels.iter().find(|(_, weight)| {
                sum += weight;
                sum >= part * all
            });
            level.map_or(worst, |(rank, _)| *rank)
        };
        let nominal = Some(self.nominal[unit]).filter(|rank| !rank.is_nan());
        Some(Standing {
            nominal,
            mean: mean_of(&|rank| rank),
            median: f64::midpoint(reached(0.5 * (1.0 - NEARLY)), reached(0.5 * (1.0 + NEARLY))),
            low: reached(0.05 * (1.0 - NEARLY)),
            high: reached(0.95 * (1.0 - NEARLY)),
            best,
            worst,
            shift: nominal.map(|nominal| mean_of(&|rank| (rank - nominal).abs())),
            ranked: all / self.weights.iter().sum::<f64>(),
        })
    }

    /// The ranks that a unit has, from the best, with the share of runs that give it each, of those that rank it.
    #[must_use]
    pub fn distribution(&self, unit: usize) -> Vec<(f64, f64)> {
        let levels = self.levels(unit);
        let all: f64 = levels.iter().map(|(_, weight)| weight).sum();
        levels.into_iter().map(|(rank, weight)| (rank, weight / all)).collect()
    }

    /// The share of runs in which a unit is better than another, of those that rank both; nothing if none does.
    #[must_use]
    pub fn beats(&self, one: usize, other: usize) -> Option<f64> {
        let [better, _, _] = self.compare(one, other)?;
        Some(better)
    }

    /// Every two neighbours in the published order, from the top. Of equals, the one listed first is above.
    #[must_use]
    pub fn swaps(&self) -> Vec<Swap> {
        let mut order: Vec<usize> = (0..self.units()).filter(|unit| !self.nominal[*unit].is_nan()).collect();
        order.sort_by(|one, other| self.nominal[*one].total_cmp(&self.nominal[*other]));
        let swap = |pair: &[usize]| {
            let (above, below) = (pair[0], pair[1]);
            let [_, level, swapped] = self.compare(above, below)?;
            Some(Swap { above, below, swapped, level })
        };
        order.windows(2).filter_map(swap).collect()
    }

    /// By how many ranks units are off their published ones, on average over units and runs.
    #[must_use]
    pub fn mean_shift(&self) -> f64 {
        let mut now = vec![f64::NAN; self.units()];
        let mut sum = 0.0;
        for (run, weight) in self.weights.iter().enumerate() {
            for (now, ranks) in now.iter_mut().zip(&self.ranks) {
                *now = ranks[run];
            }
            sum += weight * mean_shift(&self.nominal, &now);
        }
        sum / self.weights.iter().sum::<f64>()
    }

    /// The ranks a unit has, from the best, with what they weigh.
    fn levels(&self, unit: usize) -> Vec<(f64, f64)> {
        let there = self.ranks[unit].iter().copied().zip(self.weights.iter().copied());
        let mut there: Vec<(f64, f64)> = there.filter(|(rank, _)| !rank.is_nan()).collect();
        // Stable, so that weights are added in the order of the runs.
        there.sort_by(|one, other| one.0.total_cmp(&other.0));
        there.dedup_by(|later, kept| {
            let same = later.0.total_cmp(&kept.0).is_eq();
            if same {
                kept.1 += later.1;
            }
            same
        });
        there
    }

    /// In which share of runs a unit is better than, level with and worse than another.
    fn compare(&self, one: usize, other: usize) -> Option<[f64; 3]> {
        let mut shares = [0.0; 3];
        for ((mine, others), weight) in self.ranks[one].iter().zip(&self.ranks[other]).zip(&self.weights) {
            match mine.partial_cmp(others) {
                Some(std::cmp::Ordering::Less) => shares[0] += weight,
                Some(std::cmp::Ordering::Equal) => shares[1] += weight,
                Some(std::cmp::Ordering::Greater) => shares[2] += weight,
                None => {}
            }
        }
        let all: f64 = shares.iter().sum();
        if all > 0.0 { Some(shares.map(|share| share / all)) } else { None }
    }
}

/// Sums of weights are taken to be equal if they are nearer than this.
const NEARLY: f64 = 1e-12;

fn ranked(scores: &[f64]) -> Vec<f64> {
    ranks(scores, Order::Descending, Ties::Min)
}

/// By how many ranks units are off on average, over those ranked in both orders; 0 if there are none.
#[must_use]
pub fn mean_shift(nominal: &[f64], ranks: &[f64]) -> f64 {
    let (mut sum, mut units) = (0.0, 0);
    for shift in nominal.iter().zip(ranks).map(|(nominal, rank)| (nominal - rank).abs()) {
        if !shift.is_nan() {
            sum += shift;
            units += 1;
        }
    }
    if units == 0 { 0.0 } else { sum / count(units) }
}

/// A model of scores as one of ranks, for a [`super::Study`] with one output more: first the mean shift from the nominal ranks, then the rank of
/// each unit, not a number for one that is left out.
pub fn as_ranks<'a>(
    nominal: &'a [f64],
    scores: impl Fn(&[f64], &mut [f64]) + Sync + 'a,
) -> impl Fn(&[f64], &mut [f64]) + Sync + 'a {
    move |values, outcome| {
        let [shift, places @ ..] = outcome else { return };
        scores(values, places);
        places.copy_from_slice(&ranked(places));
        *shift = mean_shift(nominal, places);
    }
}
