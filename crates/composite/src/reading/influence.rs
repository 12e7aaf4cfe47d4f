//! How much indicators decide, which is not what they weigh: two that say the same count double, one that hardly varies counts little.

use crate::framework::{Divisor, Step};
use crate::model::Model;
use crate::stages::{Climb, Journal, Twist, deviation, mean};

use super::leave_one_out;

/// By what influence is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Influence {
    /// By the weights alone, multiplied down the tree.
    Weight,
    /// By the squared correlation with what is explained, divided by the sum of all of them.
    SquaredCorrelation,
    /// By weight times covariance over variance: in an arithmetic tree without gaps the shares of the variance, which sum to 1 and can be negative.
    Covariance,
    /// By how many ranks cases move on average when it is left out, divided by the sum of all of them.
    LeaveOneOut,
}

/// Among whom influence is shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among<'a> {
    /// All indicators of the index, on its root.
    Leaves,
    /// The children of a node, on that node; leaving out is always measured at the root.
    Children(&'a str),
}

/// The influence of nodes by their place in [`crate::Scored::nodes`], over all cases that have both scores; none where a score does not vary.
/// There is no list when the index or the node is not there, or nothing aggregates.
#[must_use]
pub fn influence(
    model: &Model,
    index: &str,
    among: Among<'_>,
    by: Influence,
) -> Option<Vec<(usize, Option<f64>)>> {
    let (place, tree) = model.trees.iter().enumerate().find(|(_, tree)| tree.code == index)?;
    let steps: Vec<&Step> = model.framework.steps.iter().collect();
    let climb = Climb::of(tree, &steps)?;
    let state = model.finished();
    let climbed =
        climb.climb((place, tree), (&state, &model.pool), &Twist::default(), &mut Journal::silent());
    let (above, nodes) = match among {
        Among::Leaves => (0, (0..tree.nodes.len()).filter(|&at| tree.nodes[at].leaf.is_some()).collect()),
        Among::Children(code) => {
            let above = tree.nodes.iter().position(|node| node.code == code)?;
            (above, tree.nodes[above].children.clone())
        }
    };
    let overall = tree.overall(&climbed.weights);
    let weight = |node: usize| (overall[above] > 0.0).then(|| overall[node] / overall[above]);
    let pairs = |node: usize| paired(climbed.scores(node), climbed.scores(above));
    let found: Vec<Option<f64>> = match by {
        Influence::Weight => nodes.iter().map(|&node| weight(node)).collect(),
        Influence::SquaredCorrelation => {
            let squared = |&node: &usize| {
                let (own, whole) = pairs(node);
                let spread = deviation(&own, Divisor::Sample)? * deviation(&whole, Divisor::Sample)?;
                Some((covariance(&own, &whole)? / spread) * (covariance(&own, &whole)? / spread))
            };
            shared(nodes.iter().map(squared).collect())
        }
        Influence::Covariance => {
            let share = |&node: &usize| {
                let (own, whole) = pairs(node);
                let spread = deviation(&whole, Divisor::Sample)?;
                Some(weight(node)? * covariance(&own, &whole)? / (spread * spread))
            };
            nodes.iter().map(share).collect()
        }
        Influence::LeaveOneOut => {
            let left = leave_one_out(model, index)?;
            let shift = |node: &usize| left.iter().find(|one| one.node == *node).and_then(|one| one.shift);
            shared(nodes.iter().map(shift).collect())
        }
    };
    Some(nodes.into_iter().zip(found).collect())
}

/// Divides by the sum, where there is one.
fn shared(found: Vec<Option<f64>>) -> Vec<Option<f64>> {
    let sum: f64 = found.iter().flatten().sum();
    found.into_iter().map(|one| one.filter(|_| sum > 0.0).map(|one| one / sum)).collect()
}

/// The cells of two columns in the rows that have both.
fn paired(left: &[f64], right: &[f64]) -> (Vec<f64>, Vec<f64>) {
    left.iter().zip(right).filter(|(left, right)| !left.is_nan() && !right.is_nan()).unzip()
}

fn covariance(left: &[f64], right: &[f64]) -> Option<f64> {
    let (of_left, of_right) = (mean(left)?, mean(right)?);
    let products: f64 = left.iter().zip(right).map(|(l, r)| (l - of_left) * (r - of_right)).sum();
    let rows = crate::stages::count(left.len());
    (rows > 1.0).then(|| products / (rows - 1.0))
}
