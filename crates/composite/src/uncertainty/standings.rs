//! How firm each rank is: where a unit stands in all runs, and how often two of them change places.
//!
//! Choices: the greatest score has rank 1, and equals have the best of their ranks; a unit that a run leaves out is not ranked there, the others
//! close up, and what is told of it is told of the runs that ranked it. Bounds of an interval are ranks that occur: the first below which, or at
//! which, 5 % and 95 % of the runs lie. A median between two ranks is their mean.

use super::factors::count;
use super::{Refused, Runs};

/// The ranks of every unit in every run.
#[derive(Clone, Debug, PartialEq)]
pub struct Standings {
    nominal: Vec<u32>,
    /// Unit by unit, one a run; 0 where it is not ranked.
    ranks: Vec<Vec<u32>>,
    weights: Vec<f64>,
}

/// Where a unit stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Its rank by the scores that are published; none if it has no score there.
    pub nominal: Option<u32>,
    pub mean: f64,
    pub median: f64,
    /// From `low` to `high` in nine tenths of the runs.
    pub low: u32,
    pub high: u32,
    pub best: u32,
    pub worst: u32,
    /// By how many ranks it is off its nominal one, on average.
    pub shift: Option<f64>,
    /// The share of runs that rank it.
    pub ranked: f64,
}

/// Two neighbours in the published order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swap {
    /// The published better one, and the worse: units counted from 0.
    pub above: usize,
    pub below: usize,
    /// The share of runs, of those that rank both, in which the published worse one is better.
    pub swapped: f64,
    /// And in which they are equal.
    pub level: f64,
}

impl Standings {
    /// Ranks the units in runs whose outputs are their scores. The nominal scores are those that are published.
    ///
    /// # Errors
    /// When there is not one nominal score a unit.
    pub fn of(runs: &Runs, nominal: &[f64]) -> Result<Self, Refused> {
        let units = runs.outputs();
        if nominal.len() != units {
            return Err(Refused::Scores { given: nominal.len(), units });
        }
        let mut by_unit = vec![Vec::with_capacity(runs.count()); units];
        for run in 0..runs.count() {
            for (unit, rank) in by_unit.iter_mut().zip(ranks(runs.outcome(run))) {
                unit.push(rank);
            }
        }
        Ok(Self { nominal: ranks(nominal), ranks: by_unit, weights: runs.weights.clone() })
    }

    /// How many units.
    #[must_use]
    pub fn units(&self) -> usize {
        self.nominal.len()
    }

    /// The ranks of a unit, one a run; 0 where it is not ranked.
    #[must_use]
    pub fn ranks(&self, unit: usize) -> &[u32] {
        &self.ranks[unit]
    }

    /// Where a unit stands; nothing if no run ranks it.
    #[must_use]
    pub fn unit(&self, unit: usize) -> Option<Standing> {
        let mut shares = vec![0.0; self.units() + 1];
        for (rank, weight) in self.ranks[unit].iter().zip(&self.weights) {
            shares[*rank as usize] += weight;
        }
        let absent = std::mem::take(&mut shares[0]);
        let best = shares.iter().position(|share| *share > 0.0)?;
        let worst = shares.iter().rposition(|share| *share > 0.0)?;
        let all: f64 = shares.iter().sum();
        let mean_of = |of: &dyn Fn(usize) -> f64| {
            shares.iter().enumerate().map(|(rank, share)| share * of(rank)).sum::<f64>() / all
        };
        let nominal = Some(self.nominal[unit]).filter(|rank| *rank > 0);
        let [low, high] = [0.05, 0.95].map(|part| reached(&shares, part * all * (1.0 - NEARLY)));
        let middle = [1.0 - NEARLY, 1.0 + NEARLY].map(|around| reached(&shares, 0.5 * all * around));
        Some(Standing {
            nominal,
            mean: mean_of(&count),
            median: f64::midpoint(f64::from(middle[0]), f64::from(middle[1])),
            low,
            high,
            best: rank_of(best),
            worst: rank_of(worst),
            shift: nominal.map(|nominal| mean_of(&|rank| (count(rank) - f64::from(nominal)).abs())),
            ranked: all / (all + absent),
        })
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
        let mut order: Vec<usize> = (0..self.units()).filter(|unit| self.nominal[*unit] > 0).collect();
        order.sort_by_key(|unit| self.nominal[*unit]);
        let swap = |pair: &[usize]| {
            let (above, below) = (pair[0], pair[1]);
            let [_, level, swapped] = self.compare(above, below)?;
            Some(Swap { above, below, swapped, level })
        };
        order.windows(2).filter_map(swap).collect()
    }

    /// By how many ranks units are off their nominal ones, on average over units and runs.
    #[must_use]
    pub fn mean_shift(&self) -> f64 {
        let mut now = vec![0; self.units()];
        let mut sum = 0.0;
        for (run, weight) in self.weights.iter().enumerate() {
            now.iter_mut().zip(&self.ranks).for_each(|(now, ranks)| *now = ranks[run]);
            sum += weight * mean_shift(&self.nominal, &now);
        }
        sum / self.weights.iter().sum::<f64>()
    }

    /// In which share of runs a unit is better than, level with and worse than another.
    fn compare(&self, one: usize, other: usize) -> Option<[f64; 3]> {
        let mut shares = [0.0; 3];
        for ((mine, others), weight) in self.ranks[one].iter().zip(&self.ranks[other]).zip(&self.weights) {
            if *mine > 0 && *others > 0 {
                shares[(mine.cmp(others) as i8 + 1).unsigned_abs() as usize] += weight;
            }
        }
        let all: f64 = shares.iter().sum();
        if all > 0.0 { Some(shares.map(|share| share / all)) } else { None }
    }
}

/// Sums of shares are taken to be equal if they are nearer than this.
const NEARLY: f64 = 1e-12;

/// The first rank up to which so much lies.
fn reached(shares: &[f64], much: f64) -> u32 {
    let mut sum = 0.0;
    let rank = shares.iter().position(|share| {
        sum += share;
        *share > 0.0 && sum >= much
    });
    rank_of(rank.or_else(|| shares.iter().rposition(|share| *share > 0.0)).unwrap_or(0))
}

fn rank_of(place: usize) -> u32 {
    u32::try_from(place).expect("a study keeps fewer than 2^27 scores")
}

/// Ranks of scores: the greatest has 1, equals have the best of their ranks, and what is not a number has 0.
#[must_use]
pub fn ranks(scores: &[f64]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..scores.len()).filter(|unit| !scores[*unit].is_nan()).collect();
    order.sort_unstable_by(|one, other| scores[*other].total_cmp(&scores[*one]).then(one.cmp(other)));
    let mut ranks = vec![0; scores.len()];
    let mut level: Option<(f64, u32)> = None;
    for (place, unit) in order.into_iter().enumerate() {
        let rank = match level {
            // By value, since zero and minus zero are equal.
            Some((score, rank)) if score >= scores[unit] => rank,
            _ => rank_of(place + 1),
        };
        level = Some((scores[unit], rank));
        ranks[unit] = rank;
    }
    ranks
}

/// By how many ranks units are off on average, over those ranked in both orders; 0 if there are none.
#[must_use]
pub fn mean_shift(nominal: &[u32], ranks: &[u32]) -> f64 {
    let both = nominal.iter().zip(ranks).filter(|(nominal, rank)| **nominal > 0 && **rank > 0);
    let (sum, units) = both
        .fold((0, 0), |(sum, units), (nominal, rank)| (sum + u64::from(nominal.abs_diff(*rank)), units + 1));
    if units == 0 { 0.0 } else { sum as f64 / count(units) }
}

/// A model of scores as one of ranks, for a [`super::Study`] with one output more: first the mean shift from the nominal ranks, then the rank of
/// each unit, not a number for one that is left out.
pub fn as_ranks<'a>(
    nominal: &'a [u32],
    scores: impl Fn(&[f64], &mut [f64]) + Sync + 'a,
) -> impl Fn(&[f64], &mut [f64]) + Sync + 'a {
    move |values, outcome| {
        let [shift, places @ ..] = outcome else { return };
        scores(values, places);
        let ranks = ranks(places);
        *shift = mean_shift(nominal, &ranks);
        for (place, rank) in places.iter_mut().zip(ranks) {
            *place = if rank > 0 { f64::from(rank) } else { f64::NAN };
        }
    }
}
