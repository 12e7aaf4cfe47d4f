//! What becomes of an index without one of its nodes.

use crate::framework::{Step, Ties};
use crate::model::Model;
use crate::stages::{Climb, Journal, Twist, count, ranked};

/// An index without one of its nodes; the weights of its siblings are divided by what is left of them.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The node that was left out, by its place in [`crate::Scored::nodes`].
    pub node: usize,
    /// Its code.
    pub code: String,
    /// The root's score of every case without it.
    pub scores: Vec<Option<f64>>,
    /// The root's rank of every case without it, by the ranking step, or the best rank of equals where there is none.
    pub ranks: Vec<Option<f64>>,
    /// By how many ranks cases move on average, over those that have a rank with and without it; none when no case has.
    pub shift: Option<f64>,
}

/// Leaves out every node but the root, one after another, in their order; none when there is no such index or nothing aggregates it.
#[must_use]
pub fn leave_one_out(model: &Model, index: &str) -> Option<Vec<LeftOut>> {
    let (place, tree) = model.trees.iter().enumerate().find(|(_, tree)| tree.code == index)?;
    let steps: Vec<&Step> = model.framework.steps.iter().collect();
    let climb = Climb::of(tree, &steps)?;
    let state = model.finished();
    let ties = climb.ties.unwrap_or(Ties::Min);
    let without = |node: Option<usize>| {
        let removed = (0..tree.nodes.len()).map(|at| Some(at) == node).collect();
        let twist = Twist { removed, ..Twist::default() };
        let climbed = climb.climb((place, tree), (&state, &model.pool), &twist, &mut Journal::silent());
        let ranks = ranked(climbed.scores(0), &state, &model.pool, ties);
        (climbed.scores(0).to_vec(), ranks)
    };
    let (_, whole) = without(None);
    let spread = |of_rows: &[f64]| {
        let mut of_cases = vec![None; model.pool.cases.len()];
        for (&case, &value) in state.cases.iter().zip(of_rows) {
            of_cases[case] = Some(value).filter(|value| !value.is_nan());
        }
        of_cases
    };
    let left = |node: usize| {
        let (scores, ranks) = without(Some(node));
        let moved: Vec<f64> =
            ranks.iter().zip(&whole).map(|(without, with)| (without - with).abs()).collect();
        let moved: Vec<f64> = moved.into_iter().filter(|moved| !moved.is_nan()).collect();
        LeftOut {
            node,
            code: tree.nodes[node].code.clone(),
            scores: spread(&scores),
            ranks: spread(&ranks),
            shift: (!moved.is_empty()).then(|| moved.iter().sum::<f64>() / count(moved.len())),
        }
    };
    Some((1..tree.nodes.len()).map(left).collect())
}
