//! What each indicator gives to the score of the root.
//!
//! Every mean of powers grows in proportion when all of its children do, so by Euler's theorem it is the sum of its children, each times the
//! slope of the mean there. Multiplied down the tree the slopes give every leaf a contribution, and these sum to the score, whatever the means.
//! In an arithmetic tree a contribution is weight times score. In a geometric mean all children of equal weight contribute alike.

use crate::framework::{NotPositive, Step, Tree};
use crate::model::Model;
use crate::numbers::elementary::pow;
use crate::stages::{Climb, Climbed, Combining, Journal, State, Twist, lifted, power};

/// Contributions to the root of one index.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// The leaves, by their place in [`crate::Scored::nodes`].
    pub leaves: Vec<usize>,
    /// One list a leaf, one number a case. None where the root has no score; 0 where the leaf has none.
    pub of: Vec<Vec<Option<f64>>>,
    /// What the root has besides, one a case: nothing but rounding, or what shifting and lifting zero scores added.
    pub rest: Vec<Option<f64>>,
}

/// What each indicator gives to the score of an index; none when there is no such index or nothing aggregates it.
#[must_use]
pub fn contributions(model: &Model, index: &str) -> Option<Contributions> {
    let (place, tree) = model.trees.iter().enumerate().find(|(_, tree)| tree.code == index)?;
    let steps: Vec<&Step> = model.framework.steps.iter().collect();
    let climb = Climb::of(tree, &steps)?;
    let state = model.finished();
    let climbed =
        climb.climb((place, tree), (&state, &model.pool), &Twist::default(), &mut Journal::silent());
    let leaves: Vec<usize> = (0..tree.nodes.len()).filter(|&at| tree.nodes[at].leaf.is_some()).collect();
    let mut found = Contributions {
        of: vec![vec![None; model.pool.cases.len()]; leaves.len()],
        rest: vec![None; model.pool.cases.len()],
        leaves,
    };
    for (row, &case) in state.cases.iter().enumerate() {
        let score = climbed.scores(0)[row];
        if score.is_nan() {
            continue;
        }
        let slopes = slopes(tree, &climb, &climbed, row);
        let mut sum = 0.0;
        for (of, &leaf) in found.of.iter_mut().zip(&found.leaves) {
            let own = climbed.scores(leaf)[row];
            let given = if own.is_nan() { 0.0 } else { own * slopes[leaf] };
            sum += given;
            of[case] = Some(given);
        }
        found.rest[case] = Some(score - sum);
    }
    Some(found)
}

impl Model {
    /// The sheet after all steps.
    pub(super) fn finished(&self) -> State {
        let mut state = self.start();
        for ready in &self.ready {
            state.take(ready, &self.pool, &mut Journal::silent());
        }
        state
    }
}

/// How fast the root grows with each node, in one row.
fn slopes(tree: &Tree, climb: &Climb<'_>, climbed: &Climbed, row: usize) -> Vec<f64> {
    let mut slopes = vec![0.0; tree.nodes.len()];
    slopes[0] = 1.0;
    for (at, node) in tree.nodes.iter().enumerate() {
        let how = climb.combinings[at];
        let there = node.children.iter().filter(|&&child| !climbed.scores(child)[row].is_nan());
        let weight: f64 = there.clone().map(|&child| climbed.weights[child]).sum();
        for &child in there {
            let share = climbed.weights[child] / weight;
            slopes[child] =
                slopes[at] * share * slope(how, climbed.scores(child)[row], climbed.scores(at)[row]);
        }
    }
    slopes
}

/// How fast a mean grows with one of its children, besides the child's share of the weight: (x / m)^(p − 1).
#[expect(clippy::float_cmp, reason = "the arithmetic mean grows alike with all children")]
fn slope(how: Combining, child: f64, mean: f64) -> f64 {
    let power = power(how.by);
    if power == 1.0 {
        return 1.0;
    }
    if matches!(how.not_positive, NotPositive::Lifted(least) if child < least) {
        return 0.0;
    }
    let (child, mean) = (lifted(child, how.not_positive), unlifted(mean, how.not_positive));
    if child == 0.0 || mean == 0.0 {
        return 0.0;
    }
    pow(child / mean, power - 1.0)
}

/// The mean before the shift was taken away.
fn unlifted(mean: f64, choice: NotPositive) -> f64 {
    if let NotPositive::Shifted(by) = choice { mean + by } else { mean }
}
