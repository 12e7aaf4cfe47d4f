//! One model with its uncertain choices: a function from numbers between 0 and 1 to scores or ranks.
//!
//! This is what a sampler draws from: it knows nothing of steps and trees, and this module knows nothing of sampling. A call allocates what it
//! needs and shares nothing, so calls may run side by side; the same inputs give the same bytes. What stands before the first uncertain step is
//! done once.

mod checking;
mod drawing;

use std::ops::Range;

use crate::framework::{Faults, Step, Ties, Which};
use crate::model::Model;
use crate::stages::{Climb, Journal, Ready, State, Twist, ranked};

/// Something that could have been chosen otherwise. Each takes one number u, 0 ≤ u < 1, but for `WeightsBelow`.
#[derive(Clone, Debug, PartialEq)]
pub enum Factor {
    /// The steps in a range are exchanged for one of these lists, each equally likely. An empty list leaves them out; a list in another order
    /// exchanges them.
    Steps {
        /// Which steps of the framework, counted from 0. Ranges of several factors must not overlap.
        range: Range<usize>,
        /// What may stand in their place; what the framework has is one of them only if it is listed.
        choices: Vec<Vec<Step>>,
    },
    /// One node's weight is multiplied by a number between 1 − spread and 1 + spread.
    Weight {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
        /// From 0 to 1.
        spread: f64,
    },
    /// The weights of all nodes of an index are multiplied so, each by a number of its own; u is the seed of all of them.
    Weights {
        /// The index's code.
        index: String,
        /// From 0 to 1.
        spread: f64,
    },
    /// The given weights of a node's children are replaced: it takes one number a child, in the order of the tree, none below 0, which need not
    /// sum to 1.
    WeightsBelow {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
    },
    /// Every raw cell that is there gets normal noise with a standard deviation of this share of its column's; u is the seed of all of it.
    Noise {
        /// The indicators.
        which: Which,
        /// The share, 0 or greater.
        share: f64,
    },
    /// One of these indicators or nodes is taken out of the index, or, for `None`, nothing is; each equally likely.
    Removal {
        /// Codes.
        choices: Vec<Option<String>>,
    },
}

impl Factor {
    /// How many different values it takes, when they are few: then all combinations can be run.
    #[must_use]
    pub fn levels(&self) -> Option<usize> {
        match self {
            Self::Steps { choices, .. } => Some(choices.len()),
            Self::Removal { choices } => Some(choices.len()),
            _ => None,
        }
    }
}

/// What is asked of a variant of one index. What a variant leaves undefined is not a number there: the sampler counts it, and
/// [`Variation::framework`] and a run of it say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The root's score of every case.
    Scores,
    /// The root's rank of every case, by the variant's ranking step, or the best rank of equals where it has none.
    Ranks,
    /// Of each year, in ascending order: by how many ranks the cases move away from the framework's own, on average over the cases that have both.
    RankShift,
}

/// A model, its uncertain choices, and what is asked of it.
#[derive(Clone, Debug)]
pub struct Variation<'a> {
    model: &'a Model,
    index: usize,
    output: Output,
    factors: Vec<Factor>,
    /// Where the numbers of each factor begin.
    begins: Vec<usize>,
    /// Of every factor that exchanges steps: its choices, looked up.
    choices: Vec<Vec<Vec<Ready>>>,
    /// The factors that exchange steps, by their ranges.
    order: Vec<usize>,
    /// How many steps stand before every uncertain one, and the sheet after them.
    before: (usize, State),
    /// The standard deviation of each raw column.
    deviations: Vec<f64>,
    /// The ranks without any variation, one a case.
    nominal: Vec<f64>,
}

impl<'a> Variation<'a> {
    /// Makes a model ready to be varied.
    ///
    /// # Errors
    /// When a factor names what is not there, exchanges steps that another exchanges, or puts a step into the framework that cannot be meant.
    pub fn of(model: &'a Model, index: &str, factors: Vec<Factor>, output: Output) -> Result<Self, Faults> {
        let index = checking::check(model, index, &factors)?;
        let choices = checking::looked_up(model, &factors)?;
        let mut order: Vec<usize> = (0..factors.len()).filter(|&at| range(&factors[at]).is_some()).collect();
        order.sort_by_key(|&at| range(&factors[at]).map(|range| range.start));
        let noisy = factors.iter().any(|factor| matches!(factor, Factor::Noise { .. }));
        let first = order.first().and_then(|&at| range(&factors[at])).map(|range| range.start);
        let settled = if noisy { 0 } else { first.unwrap_or(model.ready.len()) };
        let mut state = model.start();
        for ready in &model.ready[..settled] {
            state.take(ready, &model.pool, &mut Journal::silent());
        }
        let mut begins = vec![0];
        for factor in &factors {
            begins.push(begins[begins.len() - 1] + model.numbers_of(factor));
        }
        let deviations = model.deviations();
        let mut variation = Self {
            model,
            index,
            output,
            factors,
            begins,
            choices,
            order,
            before: (settled, state),
            deviations,
            nominal: Vec::new(),
        };
        let steps: Vec<&Ready> = model.ready.iter().skip(settled).collect();
        let mut nominal = vec![f64::NAN; model.pool.cases.len()];
        variation.evaluate(
            variation.before.1.clone(),
            &steps,
            &Twist::default(),
            Output::Ranks,
            &mut nominal,
        );
        variation.nominal = nominal;
        Ok(variation)
    }

    /// The factors.
    #[must_use]
    pub fn factors(&self) -> &[Factor] {
        &self.factors
    }

    /// How many numbers a factor takes: one, or as many as a node has children.
    #[must_use]
    pub fn numbers_of(&self, factor: usize) -> usize {
        self.begins[factor + 1] - self.begins[factor]
    }

    /// How many numbers a variant is made of.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.begins[self.factors.len()]
    }

    /// How many numbers it gives: one a case, or one a year.
    #[must_use]
    pub fn outputs(&self) -> usize {
        match self.output {
            Output::Scores | Output::Ranks => self.model.pool.cases.len(),
            Output::RankShift => self.model.pool.years.len(),
        }
    }

    /// The ranks without any variation, one a case; a case that has none is not a number.
    #[must_use]
    pub fn nominal_ranks(&self) -> &[f64] {
        &self.nominal
    }

    /// Runs one variant.
    ///
    /// # Panics
    /// When there are not as many numbers as [`Self::inputs`] and [`Self::outputs`] say.
    pub fn evaluate_at(&self, inputs: &[f64], outputs: &mut [f64]) {
        assert_eq!((inputs.len(), outputs.len()), (self.inputs(), self.outputs()), "one number each");
        let mut state = self.before.1.clone();
        self.make_noise(inputs, &mut state);
        let twist = self.twist(inputs);
        let steps: Vec<&Ready> = self.steps(inputs).into_iter().skip(self.before.0).collect();
        self.evaluate(state, &steps, &twist, self.output, outputs);
    }

    /// The framework of one variant, so far as it is one of other steps: for looking at it step by step. Weights, noise and removals are not in it.
    #[must_use]
    pub fn framework(&self, inputs: &[f64]) -> crate::Framework {
        let steps = self.steps(inputs).into_iter().map(|ready| ready.step.clone()).collect();
        crate::Framework { steps, ..self.model.framework.clone() }
    }

    /// The steps of a variant.
    fn steps(&self, inputs: &[f64]) -> Vec<&Ready> {
        let mut steps: Vec<&Ready> = Vec::with_capacity(self.model.ready.len() + 2);
        let mut reached = 0;
        for &at in &self.order {
            let Some(range) = range(&self.factors[at]) else { continue };
            steps.extend(&self.model.ready[reached..range.start]);
            let choices = &self.choices[at];
            steps.extend(&choices[drawing::chosen(inputs[self.begins[at]], choices.len())]);
            reached = range.end;
        }
        steps.extend(&self.model.ready[reached..]);
        steps
    }

    fn evaluate(
        &self,
        mut state: State,
        steps: &[&Ready],
        twist: &Twist,
        output: Output,
        outputs: &mut [f64],
    ) {
        outputs.fill(f64::NAN);
        let (pool, tree) = (&self.model.pool, &self.model.trees[self.index]);
        let mut journal = Journal::silent();
        for ready in steps {
            state.take(ready, pool, &mut journal);
        }
        let settled = self.model.ready[..self.before.0].iter();
        let steps: Vec<&Step> = settled.chain(steps.iter().copied()).map(|ready| &ready.step).collect();
        let Some(climb) = Climb::of(tree, &steps) else { return };
        let climbed = climb.climb((self.index, tree), (&state, pool), twist, &mut journal);
        let scores = climbed.scores(0);
        let ranks = || ranked(scores, &state, pool, climb.ties.unwrap_or(Ties::Min));
        let mut put = |of_rows: &[f64]| {
            state.cases.iter().zip(of_rows).for_each(|(&case, &value)| outputs[case] = value);
        };
        match output {
            Output::Scores => put(scores),
            Output::Ranks => put(&ranks()),
            Output::RankShift => self.shift(&state, &ranks(), outputs),
        }
    }

    /// By how many ranks the cases of each year move, on average.
    fn shift(&self, state: &State, ranks: &[f64], outputs: &mut [f64]) {
        let pool = &self.model.pool;
        for (&year, output) in pool.years.iter().zip(outputs) {
            let (mut sum, mut of) = (0.0, 0.0);
            for (&case, rank) in state.cases.iter().zip(ranks) {
                let moved = (rank - self.nominal[case]).abs();
                if pool.cases[case].year == year && !moved.is_nan() {
                    sum += moved;
                    of += 1.0;
                }
            }
            *output = if of > 0.0 { sum / of } else { f64::NAN };
        }
    }
}

/// The steps that a factor exchanges.
fn range(factor: &Factor) -> Option<&Range<usize>> {
    if let Factor::Steps { range, .. } = factor { Some(range) } else { None }
}
