//! A study: a model, what it depends on, and the four things that can be asked.

use std::fmt;

use super::effects::{BasePoints, Effects};
use super::enumerating::Combinations;
use super::points::{MOST_POINTS, Points};
use super::running::{How, Runs, Watched, in_parallel};
use super::{Factors, Refused};

/// How many numbers a study keeps: a gigabyte of them.
const MOST_KEPT: usize = 1 << 27;
/// How many runs one thread takes at a time.
const STRETCH: usize = 64;

/// A model with its factors.
#[derive(Clone)]
pub struct Study<'a, F> {
    pub(super) factors: &'a Factors,
    pub(super) outputs: usize,
    model: F,
}

impl<F> fmt::Debug for Study<'_, F> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Study {{ factors: {:?}, outputs: {} }}", self.factors, self.outputs)
    }
}

impl<'a, F: Fn(&[f64], &mut [f64]) + Sync> Study<'a, F> {
    /// A model that reads [`Factors::values`] numbers and writes so many outputs. Same values must give same outputs, whatever ran before.
    ///
    /// # Errors
    /// When there is no output.
    pub fn of(factors: &'a Factors, outputs: usize, model: F) -> Result<Self, Refused> {
        if outputs == 0 { Err(Refused::NoOutputs) } else { Ok(Self { factors, outputs, model }) }
    }

    /// So many runs with drawn values, spread evenly. A model may leave an output out (not a number), such as the score of a unit it removed.
    ///
    /// # Errors
    /// When there are none or too many, an output is infinite, or the study is called off.
    pub fn runs(&self, runs: usize, how: &How) -> Result<Runs, Refused> {
        self.check_size(runs)?;
        let dimensions = self.factors.values();
        let scramblings = u32::try_from(runs.div_ceil(MOST_POINTS)).unwrap_or(u32::MAX);
        let points: Vec<Points> =
            (0..scramblings).map(|scrambling| Points::new(how.seed, scrambling, dimensions)).collect();
        let outcomes = self.run_all(runs, how, |run, values| {
            let mut even = vec![0.5; dimensions];
            points[run / MOST_POINTS].fill(number(run % MOST_POINTS), &mut even);
            self.factors.place(&even, values);
        })?;
        Ok(Runs { outputs: self.outputs, outcomes, weights: vec![1.0; runs] })
    }

    /// One run for each combination of the factors' levels, weighted by its probability. The last factor changes fastest.
    ///
    /// # Errors
    /// As [`Study::runs`], and when a factor is not discrete or there are more than 2^20 combinations.
    pub fn all_runs(&self, how: &How) -> Result<Runs, Refused> {
        let combinations = Combinations::of(self.factors)?;
        self.check_size(combinations.count())?;
        let outcomes =
            self.run_all(combinations.count(), how, |run, values| combinations.place(run, values))?;
        Ok(Runs { outputs: self.outputs, outcomes, weights: combinations.weights() })
    }

    /// The values that [`Study::all_runs`] gives the model in one of its runs, counted from 0.
    ///
    /// # Errors
    /// When a factor is not discrete or there are more than 2^20 combinations.
    pub fn combination(&self, run: usize) -> Result<Vec<f64>, Refused> {
        let mut values = vec![0.0; self.factors.values()];
        Combinations::of(self.factors)?.place(run, &mut values);
        Ok(values)
    }

    /// The share of each factor in the variance of each output: exactly, if all combinations are no more runs than the estimate takes and so can
    /// be had for less, and otherwise estimated.
    ///
    /// # Errors
    /// When an output is not a finite number, or the study is called off.
    pub fn shares(&self, points: BasePoints, how: &How) -> Result<Effects, Refused> {
        let drawn = points.count() * (self.factors.spreads().len() + 2);
        match Combinations::of(self.factors) {
            Ok(all) if all.count() <= drawn => self.exact_effects(how),
            _ => self.effects(points, how),
        }
    }

    /// The share of each factor in the variance of each output, estimated with intervals in N(k + 2) runs.
    ///
    /// # Errors
    /// When an output is not a finite number, or the study is called off.
    pub fn effects(&self, points: BasePoints, how: &How) -> Result<Effects, Refused> {
        Effects::estimate(self, points, how)
    }

    /// The same exactly, by running all combinations.
    ///
    /// # Errors
    /// As [`Study::all_runs`], and when an output is not a finite number.
    pub fn exact_effects(&self, how: &How) -> Result<Effects, Refused> {
        let combinations = Combinations::of(self.factors)?;
        let runs = self.all_runs(how)?;
        for run in 0..runs.count() {
            if let Some(output) = runs.outcome(run).iter().position(|value| value.is_nan()) {
                return Err(Refused::Output {
                    output: output + 1,
                    value: f64::NAN,
                    at: self.combination(run)?,
                    why: NEEDS_NUMBERS,
                });
            }
        }
        Ok(combinations.effects(&runs))
    }

    /// Runs the model once where every output has to be a finite number.
    pub(super) fn measure(&self, values: &[f64], outcome: &mut [f64]) -> Result<(), Refused> {
        self.run(values, outcome);
        refuse(values, outcome, |value| !value.is_finite(), NEEDS_NUMBERS)
    }

    /// What the model does not write is left out, not left over.
    fn run(&self, values: &[f64], outcome: &mut [f64]) {
        outcome.fill(f64::NAN);
        (self.model)(values, outcome);
    }

    fn run_all(
        &self,
        runs: usize,
        how: &How,
        place: impl Fn(usize, &mut [f64]) + Sync,
    ) -> Result<Vec<f64>, Refused> {
        let watched = Watched::new(how, runs);
        let stretches = in_parallel(runs.div_ceil(STRETCH), how.threads, |stretch| {
            let mine = stretch * STRETCH..runs.min((stretch + 1) * STRETCH);
            let mut outcomes = vec![0.0; mine.len() * self.outputs];
            let mut values = vec![0.0; self.factors.values()];
            for (run, outcome) in mine.clone().zip(outcomes.chunks_exact_mut(self.outputs)) {
                place(run, &mut values);
                self.run(&values, outcome);
                refuse(&values, outcome, f64::is_infinite, "no rank can be told from it")?;
            }
            watched.ran(mine.len())?;
            Ok(outcomes)
        })?;
        Ok(stretches.concat())
    }

    fn check_size(&self, runs: usize) -> Result<(), Refused> {
        let fits = runs.checked_mul(self.outputs).is_some_and(|kept| (1..=MOST_KEPT).contains(&kept));
        if fits {
            return Ok(());
        }
        Err(Refused::Size { given: runs, outputs: self.outputs, most: MOST_KEPT })
    }
}

const NEEDS_NUMBERS: &str = "its variance can only be shared out where every run gives a finite number";

fn refuse(
    values: &[f64],
    outcome: &[f64],
    unfit: impl Fn(f64) -> bool,
    why: &'static str,
) -> Result<(), Refused> {
    let Some(output) = outcome.iter().position(|value| unfit(*value)) else { return Ok(()) };
    Err(Refused::Output { output: output + 1, value: outcome[output], at: values.to_vec(), why })
}

fn number(point: usize) -> u32 {
    u32::try_from(point).expect("a scrambling has 2^16 points")
}
