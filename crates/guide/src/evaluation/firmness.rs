//! How firm the ranks of an index are, by many runs with other choices.

use super::Both;

/// What many runs say of one index in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Firmness {
    /// The year that was looked at: ranks are within it.
    pub year: i32,
    /// How many runs the intervals are made of.
    pub runs: usize,
    /// The seed: with it and the framework anybody has the same numbers.
    pub seed: u64,
    /// Whether all combinations were run or some were drawn.
    pub judged: Judged,
    /// What was varied, in words.
    pub factors: Vec<Both>,
    /// One a case of the year that has a rank in some run, in published order.
    pub standings: Vec<Standing>,
    /// Every two neighbours in the published order, from the top.
    pub swaps: Vec<Swap>,
    /// By how many ranks units are off their published ones, on average over units and runs.
    pub shift: f64,
    /// The share of each factor, in the order of `factors`, in how far ranks move on average; or why it cannot be told.
    pub shares: Result<Vec<Shared>, Both>,
}

/// How the runs were chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// Every combination of the choices was run once: nothing is estimated.
    Exactly,
    /// Runs were drawn, spread evenly.
    ByDrawing,
}

/// Where a case stands in all runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The case.
    pub case: usize,
    /// Its published rank among the cases of its year; none if it has no score. Ranks can be halves where equals share their mean.
    pub published: Option<f64>,
    /// In the middle of all runs.
    pub median: f64,
    /// On average.
    pub mean: f64,
    /// From `low` to `high` in nine tenths of the runs.
    pub low: f64,
    /// The other end.
    pub high: f64,
    /// The best rank of any run.
    pub best: f64,
    /// The worst.
    pub worst: f64,
    /// The share of runs in which it is ranked at all.
    pub ranked: f64,
    /// Every rank that occurs, the best first, with the share of the runs in which it has it.
    pub shares: Vec<(f64, f64)>,
}

/// Two neighbours in the published order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swap {
    /// The case that is published as the better one.
    pub above: usize,
    /// And the next.
    pub below: usize,
    /// The share of runs in which the next is better.
    pub swapped: f64,
    /// And in which they are equal.
    pub level: f64,
}

/// A factor's share in what moves the ranks, each with its 95 % interval; without one when it is exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shared {
    /// Alone (Sobol, first order).
    pub alone: f64,
    /// From and to.
    pub alone_between: (f64, f64),
    /// With all it does together with others (Sobol, total).
    pub together: f64,
    /// From and to.
    pub together_between: (f64, f64),
}
