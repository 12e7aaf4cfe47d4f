//! Methods that compare cases with each other, or a unit with itself in other years: Copeland, TOPSIS, the benefit of the doubt, chained growth.

use std::collections::BTreeMap;

use crate::framework::{Method, Tree};
use crate::model::Pool;
use crate::numbers::{Direction, NumbersError};
use crate::ranking::{Preference, RankingError, chained_growth, copeland, decided, rebased, topsis};
use crate::run::{Missing, Warning, Why};
use crate::sheet::Matrix;
use crate::weights::{WeightError, benefit_of_the_doubt};

use super::climbing::{Climb, Climbed};
use super::weighing::complete_rows;
use super::{Blocks, Journal, State};

/// Scores a node by such a method, and tells why a row has none.
pub(super) fn compare(
    climb: &Climb<'_>,
    (index, tree): (usize, &Tree),
    (at, children): (usize, &[usize]),
    (state, pool): (&State, &Pool),
    climbed: &mut Climbed,
    journal: &mut Journal,
) {
    let combining = climb.combinings[at];
    let criteria = Criteria {
        directions: children.iter().map(|&child| climbed.directions[child]).collect(),
        preferences: children.iter().map(|&child| preference(tree, child, pool)).collect(),
    };
    let mut reasons: BTreeMap<usize, Why> = BTreeMap::new();
    let groups: Vec<Vec<usize>> = match combining.by {
        Method::ChainedGrowth { .. } => of_units(state, pool),
        _ => Blocks::of(combining.over, state, pool).iter().map(|block| block.rows.clone()).collect(),
    };
    for group in groups {
        let (matrix, rows) = complete_rows(children, climbed, group.iter().copied());
        if rows.is_empty() {
            continue;
        }
        let weights: Vec<f64> = children.iter().map(|&child| climbed.weights[child]).collect();
        if combining.by.weighs() && weights.iter().any(|weight| weight.is_nan()) {
            // Whoever could not make them has warned.
            reasons.extend(rows.iter().map(|&row| (row, Why::WeightsUndefined)));
            continue;
        }
        let scores = match combining.by {
            Method::ChainedGrowth { link, base } => {
                // A year that is left out would make the growth of two years one.
                let years: Vec<i32> = rows.iter().map(|&row| pool.cases[state.cases[row]].year).collect();
                let base = base.map_or(Some(0), |base| years.iter().position(|&year| year == base));
                let Some(base) = base else {
                    reasons.extend(rows.iter().map(|&row| (row, Why::ReferenceMissing)));
                    continue;
                };
                chained_growth(&matrix, &weights, &criteria.directions, link)
                    .and_then(|chained| rebased(&chained, base))
            }
            method => compared(method, &matrix, &weights, &criteria),
        };
        match scores {
            Ok(scores) => {
                for (&row, score) in rows.iter().zip(scores) {
                    climbed.scores_mut(at)[row] = if score.is_finite() { score } else { f64::NAN };
                    let why = if combining.by.weighs() { Why::TooLarge } else { Why::NoPeers };
                    reasons.extend((!score.is_finite()).then_some((row, why)));
                }
            }
            Err(error) => {
                reasons.extend(rows.iter().enumerate().map(|(at, &row)| (row, why(&error, at, children))));
                let cases = rows.iter().map(|&row| state.cases[row]).collect();
                let children = children.to_vec();
                journal.warn(Warning::NoComparison { node: (index, at), error, children, cases });
            }
        }
    }
    for row in 0..state.cases.len() {
        if !climbed.scores(at)[row].is_nan() {
            continue;
        }
        let missing = children.iter().find(|&&child| climbed.scores(child)[row].is_nan());
        let why = reasons.get(&row).copied().or(missing.map(|&child| Why::ChildMissing { child }));
        let what = Missing::Score { case: state.cases[row], index, node: at };
        journal.nothing(what, why.unwrap_or(Why::NoChildHasAScore));
    }
}

/// What the children are besides their numbers.
struct Criteria {
    directions: Vec<Direction>,
    preferences: Vec<Preference>,
}

/// How much of a difference of a child counts; any of a branch.
fn preference(tree: &Tree, child: usize, pool: &Pool) -> Preference {
    tree.nodes[child].leaf.map_or_else(Preference::default, |leaf| pool.preferences[leaf])
}

fn compared(
    method: Method,
    matrix: &Matrix,
    weights: &[f64],
    Criteria { directions, preferences }: &Criteria,
) -> Result<Vec<f64>, RankingError> {
    match method {
        Method::Copeland(score) => copeland(matrix, weights, directions, score),
        Method::Topsis { scale, weighting } => {
            Ok(topsis(matrix, weights, directions, scale, weighting)?.closeness)
        }
        Method::Decided(decision) => decided(matrix, weights, directions, preferences, decision),
        Method::BenefitOfTheDoubt(bounds) => {
            Ok(benefit_of_the_doubt(matrix, &vec![bounds; matrix.columns()])?.scores)
        }
        _ => Err(RankingError::AllSame),
    }
}

/// Why a row has no score: its own cell where it was the one that could not be used; the warning tells the others.
fn why(error: &RankingError, at: usize, children: &[usize]) -> Why {
    match error {
        RankingError::Numbers(error) | RankingError::Weights(WeightError::Numbers(error)) => match error {
            NumbersError::NotPositive { row, column, value }
            | NumbersError::Negative { row, column, value }
                if *row == at =>
            {
                Why::ChildNotPositive { child: children[*column], score: *value }
            }
            _ => Why::NoComparison,
        },
        RankingError::Weights(WeightError::Weight { .. } | WeightError::ZeroSum) => Why::WeightsUndefined,
        _ => Why::NoComparison,
    }
}

/// The rows of each unit, in order of time.
fn of_units(state: &State, pool: &Pool) -> Vec<Vec<usize>> {
    let mut by_unit: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, &case) in state.cases.iter().enumerate() {
        by_unit.entry(pool.cases[case].unit).or_default().push(row);
    }
    let mut units: Vec<Vec<usize>> = by_unit.into_values().collect();
    for rows in &mut units {
        rows.sort_unstable_by_key(|&row| pool.cases[state.cases[row]].year);
    }
    units
}
