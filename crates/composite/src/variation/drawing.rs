//! What a variant's numbers do to cells, weights and trees.

use std::f64::consts::TAU;

use crate::model::Model;
use crate::numbers::elementary::{cos, ln};
use crate::stages::{State, Twist, sample_deviation};

use super::{Factor, Variation};

/// Which of so many a number between 0 and 1 chooses.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "choices are few"
)]
pub(super) fn chosen(u: f64, of: usize) -> usize {
    ((u * of as f64) as usize).min(of - 1)
}

/// Chance that begins with a number: each factor has its own, so that two noises of one sampler are not one.
fn chance(u: f64, factor: usize) -> fastrand::Rng {
    fastrand::Rng::with_seed(u.to_bits() ^ (factor as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

impl Model {
    /// How many numbers a factor takes.
    pub(super) fn numbers_of(&self, factor: &Factor) -> usize {
        let Factor::WeightsBelow { index, node } = factor else { return 1 };
        let tree = self.trees.iter().find(|tree| tree.code == *index);
        let node = tree.and_then(|tree| tree.nodes.iter().find(|twig| twig.code == *node));
        node.map_or(0, |node| node.children.len())
    }

    /// The standard deviation of each raw column.
    pub(super) fn deviations(&self) -> Vec<f64> {
        (0..self.framework.indicators.len()).map(|at| sample_deviation(self.raw.column(at))).collect()
    }
}

impl Variation<'_> {
    /// Adds the noise of all factors that make some to a raw sheet.
    pub(super) fn make_noise(&self, inputs: &[f64], state: &mut State) {
        for (at, factor) in self.factors.iter().enumerate() {
            let Factor::Noise { which, share } = factor else { continue };
            let mut chance = chance(inputs[self.begins[at]], at);
            for (column, indicator) in self.model.framework.indicators.iter().enumerate() {
                if !which.means(&indicator.code) {
                    continue;
                }
                let deviation = share * self.deviations[column];
                for cell in state.sheet.column_mut(column).iter_mut().filter(|cell| !cell.is_nan()) {
                    *cell += deviation * normal(&mut chance);
                }
            }
        }
    }

    /// What the numbers do to the weights and nodes of the tree.
    pub(super) fn twist(&self, inputs: &[f64]) -> Twist {
        let tree = &self.model.trees[self.index];
        let nodes = || tree.nodes.iter().enumerate();
        let mut twist = Twist::default();
        for (at, factor) in self.factors.iter().enumerate() {
            let mine = &inputs[self.begins[at]..self.begins[at + 1]];
            match factor {
                Factor::Weight { index, node, spread } if *index == tree.code => {
                    let factors = filled(&mut twist.factors, tree.nodes.len(), 1.0);
                    for (place, _) in nodes().filter(|(_, twig)| twig.code == *node) {
                        factors[place] *= 1.0 + spread * (2.0 * mine[0] - 1.0);
                    }
                }
                Factor::Weights { index, spread } if *index == tree.code => {
                    let mut chance = chance(mine[0], at);
                    for factor in filled(&mut twist.factors, tree.nodes.len(), 1.0) {
                        *factor *= 1.0 + spread * (2.0 * chance.f64() - 1.0);
                    }
                }
                Factor::WeightsBelow { index, node } if *index == tree.code => {
                    let given = filled(&mut twist.given, tree.nodes.len(), f64::NAN);
                    for (_, twig) in nodes().filter(|(_, twig)| twig.code == *node) {
                        twig.children.iter().zip(mine).for_each(|(&child, &weight)| given[child] = weight);
                    }
                }
                Factor::Removal { choices } => {
                    let Some(code) = &choices[chosen(mine[0], choices.len())] else { continue };
                    let removed = filled(&mut twist.removed, tree.nodes.len(), false);
                    for (place, _) in nodes().filter(|(_, twig)| twig.code == *code) {
                        removed[place] = true;
                    }
                }
                _ => {}
            }
        }
        twist
    }
}

/// A list of one value a node, made when it is first needed.
fn filled<T: Copy>(list: &mut Vec<T>, nodes: usize, with: T) -> &mut Vec<T> {
    if list.is_empty() {
        list.resize(nodes, with);
    }
    list
}

/// A normally distributed number, after Box and Muller.
fn normal(chance: &mut fastrand::Rng) -> f64 {
    // 1 − u is never 0, so its logarithm is a number.
    let length = (-2.0 * ln(1.0 - chance.f64())).sqrt();
    length * cos(TAU * chance.f64())
}
