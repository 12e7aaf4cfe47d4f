//! Weights of children, made of the numbers where a step says so.

use crate::framework::{Scope, Tree, Weighing};
use crate::numbers::{Direction, components};
use crate::run::Warning;
use crate::sheet::Matrix;
use crate::weights::{
    Consistency, WeightError, ahp, coefficient_of_variation, component_weights, critic, entropy,
    standard_deviation,
};

use super::climbing::{Climb, Climbed, Twist};
use super::column::count;
use super::{Journal, State};

/// Weights that a method over all leaves has given to everything below a node; not a number where none has.
pub(super) fn over_leaves(
    climb: &Climb<'_>,
    (index, tree): (usize, &Tree),
    there: &[bool],
    climbed: &Climbed,
    journal: &mut Journal,
) -> Vec<Option<f64>> {
    let mut assigned = vec![None; tree.nodes.len()];
    for at in 0..tree.nodes.len() {
        let (weighing, scope) = climb.weighings[at];
        let siblings = matches!(weighing, Weighing::Given | Weighing::Judged { .. });
        if scope == Scope::Siblings || siblings || tree.nodes[at].leaf.is_some() || assigned[at].is_some() {
            continue;
        }
        let below = below(tree, at);
        let leaves: Vec<usize> =
            below.iter().copied().filter(|&node| tree.nodes[node].leaf.is_some() && there[node]).collect();
        let weights = drawn(weighing, tree, &leaves, climbed, (index, at), journal);
        let mut sums = vec![0.0; tree.nodes.len()];
        for (leaf, weight) in leaves.iter().zip(weights) {
            let mut node = *leaf;
            while node != at {
                sums[node] += weight;
                node = tree.nodes[node].parent.unwrap_or(at);
            }
        }
        for node in below {
            assigned[node] = Some(sums[node]);
        }
    }
    assigned
}

/// Everything below a node, without itself.
fn below(tree: &Tree, at: usize) -> Vec<usize> {
    let mut below = tree.nodes[at].children.clone();
    let mut next = 0;
    while let Some(&node) = below.get(next) {
        below.extend(&tree.nodes[node].children);
        next += 1;
    }
    below
}

/// Gives the children of a node their weights, summing to 1; not a number when the numbers give none.
pub(super) fn weigh(
    climb: &Climb<'_>,
    (index, tree): (usize, &Tree),
    (at, children): (usize, &[usize]),
    assigned: &[Option<f64>],
    twist: &Twist,
    climbed: &mut Climbed,
    journal: &mut Journal,
) {
    let weighing = climb.weighings[at].0;
    let own = if children.iter().all(|&child| assigned[child].is_some()) {
        children.iter().map(|&child| assigned[child].unwrap_or(0.0)).collect()
    } else {
        drawn(weighing, tree, children, climbed, (index, at), journal)
    };
    let mut sum = 0.0;
    for (&child, own) in children.iter().zip(own) {
        let given = twist.given.get(child).copied().filter(|weight| !weight.is_nan());
        let weight = given.unwrap_or(own) * twist.factors.get(child).copied().unwrap_or(1.0);
        climbed.weights[child] = weight;
        sum += weight;
    }
    for &child in children.iter().filter(|_| sum > 0.0) {
        climbed.weights[child] /= sum;
    }
}

/// The weights of some nodes by one method.
fn drawn(
    weighing: &Weighing,
    tree: &Tree,
    nodes: &[usize],
    climbed: &Climbed,
    place: (usize, usize),
    journal: &mut Journal,
) -> Vec<f64> {
    let weights = match weighing {
        Weighing::Given => return nodes.iter().map(|&node| tree.nodes[node].weight).collect(),
        Weighing::Equal => return vec![1.0; nodes.len()],
        // One alone has all of the weight, whatever the numbers say.
        _ if nodes.len() < 2 => return vec![1.0; nodes.len()],
        Weighing::Judged { .. } => judged(weighing, tree, nodes, place, journal),
        drawn => {
            let directions: Vec<Direction> = nodes.iter().map(|&node| climbed.directions[node]).collect();
            complete(nodes, climbed).and_then(|matrix| of_matrix(drawn, &matrix, &directions))
        }
    };
    weights.unwrap_or_else(|error| {
        let (_, rows) = complete_rows(nodes, climbed, 0..climbed.rows());
        let cases = rows.into_iter().map(|row| climbed.cases[row]).collect();
        journal.warn(Warning::NoWeights { node: place, error, children: nodes.to_vec(), cases });
        vec![f64::NAN; nodes.len()]
    })
}

fn judged(
    weighing: &Weighing,
    tree: &Tree,
    nodes: &[usize],
    place: (usize, usize),
    journal: &mut Journal,
) -> Result<Vec<f64>, WeightError> {
    let Weighing::Judged { children, judgements, derivation, random, .. } = weighing else {
        return Ok(vec![1.0; nodes.len()]);
    };
    let priorities = ahp(judgements, *derivation, *random)?;
    if priorities.consistency() == Consistency::Doubtful {
        journal.warn(Warning::Inconsistent { node: place, ratio: priorities.ratio, worst: priorities.worst });
    }
    let weight = |&node: &usize| {
        let judged = children.iter().position(|child| *child == tree.nodes[node].code);
        judged.map_or(0.0, |judged| priorities.weights[judged])
    };
    Ok(nodes.iter().map(weight).collect())
}

fn of_matrix(
    weighing: &Weighing,
    matrix: &Matrix,
    directions: &[Direction],
) -> Result<Vec<f64>, WeightError> {
    match weighing {
        Weighing::Entropy { zeros } => Ok(entropy(matrix, *zeros)?.weights),
        Weighing::Critic(choices) => Ok(critic(matrix, directions, *choices)?.weights),
        Weighing::StandardDeviation => standard_deviation(matrix),
        Weighing::CoefficientOfVariation => coefficient_of_variation(matrix),
        Weighing::Components { basis, keep, rotation, weights } => {
            component_weights(&components(matrix, *basis, *keep, *rotation)?.loadings, *weights)
        }
        Weighing::Given | Weighing::Equal | Weighing::Judged { .. } => {
            Ok(vec![1.0 / count(matrix.columns()); matrix.columns()])
        }
    }
}

/// The scores of some nodes in the rows that have all of them.
fn complete(nodes: &[usize], climbed: &Climbed) -> Result<Matrix, WeightError> {
    let (matrix, rows) = complete_rows(nodes, climbed, 0..climbed.rows());
    crate::numbers::at_least(2, rows.len())?;
    Ok(matrix)
}

/// The same, among these rows, and which they are.
pub(super) fn complete_rows(
    nodes: &[usize],
    climbed: &Climbed,
    among: impl Iterator<Item = usize>,
) -> (Matrix, Vec<usize>) {
    let score = |node: usize, row: usize| climbed.scores(node)[row];
    let rows: Vec<usize> =
        among.filter(|&row| nodes.iter().all(|&node| !score(node, row).is_nan())).collect();
    let cells = rows.iter().flat_map(|&row| nodes.iter().map(move |&node| score(node, row))).collect();
    (Matrix::of(nodes.len(), cells), rows)
}

/// Copies the columns of a sheet to the leaves that they are.
pub(super) fn fill_leaves(tree: &Tree, state: &State, places: &[Option<usize>], climbed: &mut Climbed) {
    for (at, node) in tree.nodes.iter().enumerate() {
        if let Some(place) = node.leaf.and_then(|leaf| places[leaf]) {
            climbed.scores_mut(at).copy_from_slice(state.sheet.column(place));
        }
    }
}
