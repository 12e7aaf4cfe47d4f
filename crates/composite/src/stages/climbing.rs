//! Climbing a tree: from the normalised columns at its leaves to the score of its root, and the ranks of every node.

use crate::framework::{Direction as Pointing, Scope, Step, Ties, Tree, Weighing};
use crate::model::Pool;
use crate::numbers::{Direction, Order, ranks};
use crate::run::{Missing, Why};

use super::comparing::compare;
use super::means::{Child, Combining, combined};
use super::weighing::{fill_leaves, over_leaves, weigh};
use super::{Journal, State};

/// How one tree is climbed: what the steps say of each of its nodes.
#[derive(Clone, Debug)]
pub(crate) struct Climb<'a> {
    /// One a node; leaves have one too, which nobody asks for.
    pub(crate) combinings: Vec<Combining>,
    /// One a node: how its children are weighed.
    pub(crate) weighings: Vec<(&'a Weighing, Scope)>,
    pub(crate) ties: Option<Ties>,
    /// The stage at which scores are made, for the journal.
    pub(crate) step: usize,
}

/// What a variant changes in a tree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Twist {
    /// The weight of each node in place of the one in the tree; not a number where that one stands. Empty when none is replaced.
    pub(crate) given: Vec<f64>,
    /// What each node's weight is multiplied by; empty when nothing is.
    pub(crate) factors: Vec<f64>,
    /// Which nodes are taken out; empty when none is.
    pub(crate) removed: Vec<bool>,
}

/// A climbed tree.
#[derive(Clone, Debug)]
pub(crate) struct Climbed {
    /// The score of every node in every row of the sheet, node by node; what is missing is not a number.
    scores: Vec<f64>,
    rows: usize,
    /// One a node, summing to 1 among siblings; 0 for what is not there.
    pub(crate) weights: Vec<f64>,
    /// The case of each row.
    pub(super) cases: Vec<usize>,
    /// One a node: which way its scores point.
    pub(super) directions: Vec<Direction>,
}

impl Climbed {
    /// How many rows the sheet has.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The scores of a node, to be made.
    pub(super) fn scores_mut(&mut self, node: usize) -> &mut [f64] {
        &mut self.scores[node * self.rows..][..self.rows]
    }

    /// The scores of a node, one a row of the sheet.
    pub(crate) fn scores(&self, node: usize) -> &[f64] {
        &self.scores[node * self.rows..][..self.rows]
    }
}

impl<'a> Climb<'a> {
    /// What steps say of the nodes of a tree; none when no step aggregates.
    pub(crate) fn of(tree: &Tree, steps: &[&'a Step]) -> Option<Self> {
        let mut climb = Self {
            combinings: vec![Combining::default(); tree.nodes.len()],
            weighings: vec![(&Weighing::Given, Scope::Siblings); tree.nodes.len()],
            ties: None,
            step: 0,
        };
        for (place, step) in steps.iter().enumerate() {
            for (at, node) in tree.nodes.iter().enumerate() {
                match step {
                    Step::Weigh(weigh) if weigh.nodes.means(&node.code) => {
                        climb.weighings[at] = (&weigh.by, weigh.scope);
                    }
                    Step::Aggregate(aggregate) if aggregate.nodes.means(&node.code) => {
                        climb.combinings[at] = Combining::of(aggregate);
                    }
                    _ => {}
                }
            }
            match step {
                Step::Aggregate(_) => climb.step = place + 1,
                Step::Rank(rank) => climb.ties = Some(rank.ties),
                _ => {}
            }
        }
        (climb.step > 0).then_some(climb)
    }

    /// Climbs from the sheet to the root.
    pub(crate) fn climb(
        &self,
        (index, tree): (usize, &Tree),
        (state, pool): (&State, &Pool),
        twist: &Twist,
        journal: &mut Journal,
    ) -> Climbed {
        let (nodes, rows) = (tree.nodes.len(), state.cases.len());
        let places = state.places();
        let there = there(tree, &places, twist);
        let mut climbed = Climbed {
            scores: vec![f64::NAN; nodes * rows],
            rows,
            weights: vec![0.0; nodes],
            cases: state.cases.clone(),
            directions: directions(tree, state, pool),
        };
        climbed.weights[0] = 1.0;
        journal.step = self.step;
        fill_leaves(tree, state, &places, &mut climbed);
        let assigned = over_leaves(self, (index, tree), &there, &climbed, journal);
        for (at, node) in tree.nodes.iter().enumerate().rev().filter(|(_, node)| node.leaf.is_none()) {
            let children: Vec<usize> = node.children.iter().copied().filter(|&child| there[child]).collect();
            weigh(self, (index, tree), (at, &children), &assigned, twist, &mut climbed, journal);
            if self.combinings[at].by.compares() && !children.is_empty() {
                compare(self, (index, tree), (at, &children), (state, pool), &mut climbed, journal);
                continue;
            }
            for row in 0..rows {
                let child = |&child: &usize| Child {
                    node: child,
                    weight: climbed.weights[child],
                    score: climbed.scores[child * rows + row],
                };
                let score = combined(children.iter().map(child), self.combinings[at]);
                climbed.scores[at * rows + row] = score.unwrap_or_else(|why| {
                    let case = state.cases[row];
                    journal.nothing(Missing::Score { case, index, node: at }, why);
                    f64::NAN
                });
            }
        }
        climbed
    }

    /// The ranks of scores within each year, the greatest first.
    pub(crate) fn ranks(&self, scores: &[f64], state: &State, pool: &Pool) -> Option<Vec<f64>> {
        self.ties.map(|ties| ranked(scores, state, pool, ties))
    }
}

/// The ranks of scores within each year, the greatest first.
pub(crate) fn ranked(scores: &[f64], state: &State, pool: &Pool, ties: Ties) -> Vec<f64> {
    if pool.years.len() == 1 {
        return ranks(scores, Order::Descending, ties);
    }
    let mut ranked = vec![f64::NAN; scores.len()];
    for &year in &pool.years {
        let of_year = |row: &usize| pool.cases[state.cases[*row]].year == year;
        let rows: Vec<usize> = (0..scores.len()).filter(of_year).collect();
        let of_rows: Vec<f64> = rows.iter().map(|&row| scores[row]).collect();
        for (&row, rank) in rows.iter().zip(ranks(&of_rows, Order::Descending, ties)) {
            ranked[row] = rank;
        }
    }
    ranked
}

/// More of every score is better but of indicators that no step has turned, which point as they were measured.
fn directions(tree: &Tree, state: &State, pool: &Pool) -> Vec<Direction> {
    let less = |leaf: usize| pool.directions[leaf] == Pointing::LessIsBetter && !state.turned[leaf];
    let direction =
        |leaf: Option<usize>| if leaf.is_some_and(less) { Direction::Cost } else { Direction::Benefit };
    tree.nodes.iter().map(|node| direction(node.leaf)).collect()
}

/// Which nodes are there: not taken out, nor left without an indicator. What is not there is no missing child; it has no weight.
fn there(tree: &Tree, places: &[Option<usize>], twist: &Twist) -> Vec<bool> {
    let mut there = vec![false; tree.nodes.len()];
    for (at, node) in tree.nodes.iter().enumerate().rev() {
        let removed = twist.removed.get(at).copied().unwrap_or(false);
        let stands = match node.leaf {
            Some(leaf) => places[leaf].is_some(),
            None => node.children.iter().any(|&child| there[child]),
        };
        there[at] = stands && !removed;
    }
    there
}

/// Every node of a case that was left out has no score, and this is why.
pub(crate) fn left_out(index: usize, tree: &Tree, state: &State, pool: &Pool, journal: &mut Journal) {
    let mut stays = vec![false; pool.cases.len()];
    state.cases.iter().for_each(|&case| stays[case] = true);
    for case in (0..pool.cases.len()).filter(|&case| !stays[case]) {
        for node in (0..tree.nodes.len()).filter(|&node| tree.nodes[node].leaf.is_none()) {
            journal.nothing(Missing::Score { case, index, node }, Why::CaseLeftOut);
        }
    }
}
