//! Whether factors can be meant: that what they name is there, and that every step they put in is one the framework could have.

use crate::framework::{Fault, Faults, Framework, Step};
use crate::model::Model;
use crate::stages::Ready;

use super::{Factor, range};

/// The place of the index, or everything wrong with the factors at once.
pub(super) fn check(model: &Model, index: &str, factors: &[Factor]) -> Result<usize, Faults> {
    let mut faults = Vec::new();
    let known = || model.trees.iter().map(|tree| tree.code.clone()).collect();
    let Some(place) = model.trees.iter().position(|tree| tree.code == index) else {
        return Err(Fault::NoIndex { index: index.to_owned(), known: known() }.into());
    };
    if !model.framework.steps.iter().any(|step| matches!(step, Step::Aggregate(_))) {
        return Err(Fault::NothingToVary { index: index.to_owned() }.into());
    }
    for (at, factor) in factors.iter().enumerate() {
        let number = at + 1;
        match factor {
            Factor::Steps { choices, .. } if choices.is_empty() => {
                faults.push(Fault::FactorWithoutChoices { factor: number });
            }
            Factor::Steps { choices, .. } => faults.extend(check_steps(model, factors, at, choices)),
            Factor::Weight { index, node, spread } => {
                faults.extend(unknown(model, number, index, node));
                faults.extend(no_spread(number, *spread));
            }
            Factor::Weights { index, spread } => {
                if !model.trees.iter().any(|tree| tree.code == *index) {
                    faults.push(Fault::NoIndex { index: index.clone(), known: known() });
                }
                faults.extend(no_spread(number, *spread));
            }
            Factor::WeightsBelow { index, node } => faults.extend(unknown(model, number, index, node)),
            Factor::Noise { share, .. } => {
                if !(share.is_finite() && *share >= 0.0) {
                    let (what, right) =
                        ("the noise's share of the deviation", "give 0 or more, such as 0.05");
                    faults.push(Fault::FactorNumber { factor: number, what, number: *share, right });
                }
            }
            Factor::Removal { choices } if choices.is_empty() => {
                faults.push(Fault::FactorWithoutChoices { factor: number });
            }
            Factor::Removal { choices } => {
                faults
                    .extend(choices.iter().flatten().filter_map(|code| unknown(model, number, index, code)));
            }
        }
    }
    if faults.is_empty() { Ok(place) } else { Err(Faults(faults)) }
}

fn unknown(model: &Model, factor: usize, index: &str, node: &str) -> Option<Fault> {
    let tree = model.trees.iter().find(|tree| tree.code == index);
    let there = tree.is_some_and(|tree| tree.nodes.iter().any(|twig| twig.code == node));
    (!there).then(|| Fault::FactorNode { factor, index: index.to_owned(), node: node.to_owned() })
}

fn no_spread(factor: usize, spread: f64) -> Option<Fault> {
    let (what, right) = ("the spread of the weights", "give a share from 0 to 1, such as 0.25");
    (!(0.0..=1.0).contains(&spread)).then_some(Fault::FactorNumber { factor, what, number: spread, right })
}

/// The range must be of the framework and nobody else's, and the framework must be sound with each of the choices.
fn check_steps(model: &Model, factors: &[Factor], at: usize, choices: &[Vec<Step>]) -> Vec<Fault> {
    let Some(mine) = range(&factors[at]) else { return Vec::new() };
    let fault = |right| Fault::FactorSteps { factor: at + 1, from: mine.start, until: mine.end, right };
    if mine.start > mine.end || mine.end > model.framework.steps.len() {
        return vec![fault("the framework has fewer steps")];
    }
    let overlaps = factors[..at].iter().filter_map(range).any(|other| {
        (mine.start < other.end && other.start < mine.end)
            || (mine.start == other.start && mine.end == other.end)
    });
    if overlaps {
        return vec![fault("another factor exchanges some of them; put both into one factor's choices")];
    }
    let mut faults = Vec::new();
    for choice in choices {
        let mut steps = model.framework.steps.clone();
        steps.splice(mine.clone(), choice.iter().cloned());
        for fault in (Framework { steps, ..model.framework.clone() }).faults() {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
    faults
}

/// The choices of every factor with their codes looked up; empty for factors that exchange no steps.
pub(super) fn looked_up(model: &Model, factors: &[Factor]) -> Result<Vec<Vec<Vec<Ready>>>, Faults> {
    let mut faults = Vec::new();
    let mut all = Vec::new();
    for factor in factors {
        let Factor::Steps { range, choices } = factor else {
            all.push(Vec::new());
            continue;
        };
        let mut looked_up = Vec::new();
        for choice in choices {
            let mut list = Vec::new();
            for (place, step) in choice.iter().enumerate() {
                match model.ready(range.start + place + 1, step) {
                    Ok(ready) => list.push(ready),
                    Err(found) => faults.extend(found),
                }
            }
            looked_up.push(list);
        }
        all.push(looked_up);
    }
    if faults.is_empty() { Ok(all) } else { Err(Faults(faults)) }
}
