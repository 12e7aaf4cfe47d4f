//! Other weights: sliders for who runs scripts, and a table of a few variants for everybody.
//!
//! Both compute the scores anew from those of the leaves, by the rule of [`Combined::Mean`]. That is offered only where the rule gives the published
//! scores with the published weights; what it cannot give, a page does not pretend to know.

use askama::Template;
use serde_json::{Value, json};

use super::Combined;
use super::grid::{Cell, Grid};
use super::said;
use super::seen::{Seen, count, of};
use crate::words::evaluation::EvaluationWords;

/// Relative difference up to which two scores are the same.
const SAME: f64 = 1e-9;
/// How many parts of the first level are doubled in turn.
const MOST_DOUBLED: usize = 8;

#[derive(Debug, Template)]
#[template(path = "evaluation/trying.html", whitespace = "minimize")]
pub(super) struct Trying {
    words: &'static EvaluationWords,
    id: String,
    /// The place of the index, by which the script finds its scores.
    place: usize,
    first: Level,
    deeper: Vec<Level>,
    region: String,
    rows: Vec<(Cell, String)>,
    variants: Grid,
    ranks: Grid,
}

/// The nodes below one, which share its weight.
#[derive(Debug)]
struct Level {
    above: Cell,
    sliders: Vec<Slider>,
}

#[derive(Debug)]
struct Slider {
    node: usize,
    id: String,
    name: Cell,
    /// In whole per cent, where the slider stands at first; the script takes the exact weight until it is moved.
    stands: String,
    said: String,
}

impl Trying {
    /// None where the published scores are not what the rule gives.
    pub(super) fn of(seen: &Seen<'_>) -> Option<Self> {
        let cases = seen.order();
        fits(seen, &cases).then(|| Self {
            words: seen.words,
            id: seen.id("tried"),
            place: seen.place,
            first: level(seen, 0),
            deeper: (1..seen.index.nodes.len())
                .filter(|node| seen.index.children(*node).count() > 1)
                .map(|node| level(seen, node))
                .collect(),
            region: seen.region(seen.words.tried),
            rows: cases
                .iter()
                .map(|case| (seen.unit_cell(*case), said::rank_or_not(seen.rank(*case))))
                .collect(),
            variants: variants(seen, &cases),
            ranks: ranks(seen, &cases),
        })
    }
}

/// What the script computes with: `{nodes: [{parent, weight, power, scores}], ranks}`, one number a case in published order; null where the rule does not fit.
pub(super) fn for_script(seen: &Seen<'_>) -> Value {
    let cases = seen.order();
    if !fits(seen, &cases) {
        return Value::Null;
    }
    let node = |node: &super::NodeRead| {
        if let Some(Combined::Mean(power)) = node.combined {
            return json!({ "parent": node.parent, "weight": node.weight, "power": power });
        }
        let scores: Vec<Option<f64>> = cases.iter().map(|case| of(&node.scores, *case)).collect();
        json!({ "parent": node.parent, "weight": node.weight, "scores": scores })
    };
    let nodes: Vec<Value> = seen.index.nodes.iter().map(node).collect();
    let published = weights_as_published(seen);
    json!({ "nodes": nodes, "ranks": ranked(&scored(seen, &published, &cases)) })
}

fn fits(seen: &Seen<'_>, cases: &[usize]) -> bool {
    let is_mean = |node: &super::NodeRead| !matches!(node.combined, Some(Combined::Compared));
    let same = |(case, computed): (&usize, Option<f64>)| match (seen.score(*case), computed) {
        (Some(published), Some(computed)) => (published - computed).abs() <= SAME * published.abs().max(1.0),
        (published, computed) => published.is_none() && computed.is_none(),
    };
    let published = weights_as_published(seen);
    !cases.is_empty()
        && seen.index.nodes.iter().all(is_mean)
        && cases.iter().zip(scored(seen, &published, cases)).all(same)
}

fn weights_as_published(seen: &Seen<'_>) -> Vec<f64> {
    seen.index.nodes.iter().map(|node| node.weight).collect()
}

/// The root's score of each case with these weights, one a node; they need not sum to anything.
fn scored(seen: &Seen<'_>, weights: &[f64], cases: &[usize]) -> Vec<Option<f64>> {
    cases.iter().map(|case| score(seen, weights, *case)).collect()
}

fn score(seen: &Seen<'_>, weights: &[f64], case: usize) -> Option<f64> {
    let nodes = &seen.index.nodes;
    let mut scores: Vec<Option<f64>> = vec![None; nodes.len()];
    // Whatever stands below a node comes after it.
    for at in (0..nodes.len()).rev() {
        scores[at] = match nodes[at].combined {
            Some(Combined::Mean(power)) => {
                let there = |child: usize| Some((weights[child], scores[child]?));
                let below: Vec<(f64, f64)> =
                    seen.index.children(at).filter_map(there).filter(|(weight, _)| *weight > 0.0).collect();
                mean(&below, power)
            }
            Some(Combined::Compared) => None,
            None => of(&nodes[at].scores, case),
        };
    }
    scores[0]
}

/// (Σ w x^p / Σ w)^(1/p). Any power but 1 asks for positive numbers.
fn mean(below: &[(f64, f64)], power: f64) -> Option<f64> {
    let whole: f64 = below.iter().map(|(weight, _)| weight).sum();
    let averaged =
        |of: &dyn Fn(f64) -> f64| below.iter().map(|(weight, x)| weight * of(*x)).sum::<f64>() / whole;
    if below.is_empty() {
        return None;
    }
    let is_arithmetic = (power - 1.0).abs() < f64::EPSILON;
    if !is_arithmetic && below.iter().any(|(_, x)| *x <= 0.0) {
        return None;
    }
    Some(match power {
        _ if is_arithmetic => averaged(&|x| x),
        0.0 => averaged(&f64::ln).exp(),
        power => averaged(&|x| x.powf(power)).powf(power.recip()),
    })
}

/// One and however many are better; equals share the best of their places.
fn ranked(scores: &[Option<f64>]) -> Vec<Option<usize>> {
    let better = |one: f64, than: f64| one - than > SAME * than.abs().max(1.0);
    let rank = |score: &Option<f64>| {
        let score = (*score)?;
        Some(1 + scores.iter().flatten().filter(|other| better(**other, score)).count())
    };
    scores.iter().map(rank).collect()
}

fn level(seen: &Seen<'_>, above: usize) -> Level {
    let slider = |node: usize| Slider {
        node,
        id: format!("{}-{node}", seen.id("weight")),
        name: Cell::name(seen.node(node), seen.lang),
        stands: format!("{:.0}", 100.0 * seen.index.nodes[node].weight),
        said: said::percent(seen.index.nodes[node].weight, seen.lang),
    };
    let name = Cell::name(seen.node(above), seen.lang);
    Level {
        above: if above == 0 { Cell::words(seen.words.whole) } else { name },
        sliders: seen.index.children(above).map(slider).collect(),
    }
}

/// A way of weighing, with the rank it gives each case.
struct Variant {
    name: String,
    ranks: Vec<Option<usize>>,
}

fn all_variants(seen: &Seen<'_>, cases: &[usize]) -> Vec<Variant> {
    let published = weights_as_published(seen);
    let named =
        |name: String, weights: &[f64]| Variant { name, ranks: ranked(&scored(seen, weights, cases)) };
    let mut all = vec![
        named(seen.words.as_published.to_owned(), &published),
        named(seen.words.equal.to_owned(), &vec![1.0; published.len()]),
    ];
    if seen.index.children(0).count() > 1 {
        for node in seen.index.children(0).take(MOST_DOUBLED) {
            let mut weights = published.clone();
            weights[node] *= 2.0;
            all.push(named(seen.words.doubled.with(seen.node(node).read(seen.lang)), &weights));
        }
    }
    all
}

fn variants(seen: &Seen<'_>, cases: &[usize]) -> Grid {
    let words = seen.words;
    let all = all_variants(seen, cases);
    let published = all[0].ranks.clone();
    let row = |variant: &Variant| {
        let moved = published.iter().zip(&variant.ranks).map(|(one, other)| match (one, other) {
            (Some(one), Some(other)) => one.abs_diff(*other),
            _ => 0,
        });
        let moved: Vec<usize> = moved.collect();
        let movers = moved.iter().filter(|places| **places > 0).count();
        vec![
            Cell::words(&variant.name),
            Cell::words(first_three(seen, cases, &variant.ranks)),
            Cell::number(movers.to_string()),
            Cell::number(moved.into_iter().max().unwrap_or(0).to_string()),
        ]
    };
    Grid {
        caption: words.variants.to_owned(),
        region: seen.region(words.variants),
        heads: vec![
            Cell::words(words.variant),
            Cell::words(words.first_three),
            Cell::number(words.movers),
            Cell::number(words.farthest),
        ],
        rows: all.iter().map(row).collect(),
    }
}

fn first_three(seen: &Seen<'_>, cases: &[usize], ranks: &[Option<usize>]) -> String {
    let mut there: Vec<(usize, usize)> =
        cases.iter().zip(ranks).filter_map(|(case, rank)| Some(((*rank)?, *case))).collect();
    there.sort_by_key(|(rank, _)| *rank);
    let said = |(rank, case): &(usize, usize)| format!("{rank} {}", seen.unit(*case).read(seen.lang));
    let names: Vec<String> = there.iter().take_while(|(rank, _)| *rank <= 3).map(said).collect();
    names.join(" · ")
}

fn ranks(seen: &Seen<'_>, cases: &[usize]) -> Grid {
    let words = seen.words;
    let all = all_variants(seen, cases);
    let mut heads = vec![Cell::words(words.unit)];
    heads.extend(all.iter().map(|variant| Cell::number(&variant.name)));
    let row = |(at, case): (usize, &usize)| {
        let published = all[0].ranks[at];
        let mut row = vec![seen.unit_cell(*case)];
        row.extend(all.iter().map(|variant| Cell::number(beside(published, variant.ranks[at]))));
        row
    };
    Grid {
        caption: words.ranks_in_variants.to_owned(),
        region: seen.region(words.ranks_in_variants),
        heads,
        rows: cases.iter().enumerate().map(row).collect(),
    }
}

/// A rank, and by how much it is off the published one.
fn beside(published: Option<usize>, rank: Option<usize>) -> String {
    let Some(rank) = rank else { return said::NOTHING.to_owned() };
    let climbed = published.map_or(0.0, |published| count(published) - count(rank));
    if climbed == 0.0 { rank.to_string() } else { format!("{rank} {}", said::climbed(Some(climbed))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_what_their_names_say() {
        let below = [(1.0, 2.0), (1.0, 8.0)];
        let near = |power: f64, right: f64| (mean(&below, power).expect("a mean") - right).abs() < 1e-12;
        assert!(near(1.0, 5.0) && near(0.0, 4.0) && near(-1.0, 3.2) && near(2.0, 34.0_f64.sqrt()));
    }

    #[test]
    fn what_has_no_mean_gets_none() {
        assert_eq!(mean(&[], 1.0), None);
        assert_eq!(mean(&[(1.0, 0.0), (1.0, 2.0)], 0.0), None);
        assert_eq!(mean(&[(1.0, -2.0), (1.0, 2.0)], 1.0), Some(0.0));
    }

    #[test]
    fn equals_share_the_best_of_their_places() {
        let scores = [Some(3.0), Some(5.0), None, Some(3.0 + 1e-12), Some(1.0)];
        assert_eq!(ranked(&scores), [Some(2), Some(1), None, Some(2), Some(4)]);
    }

    #[test]
    fn a_moved_rank_shows_how_far() {
        assert_eq!(
            [beside(Some(3), Some(1)), beside(Some(1), Some(1)), beside(Some(1), None)],
            ["1 ▲ 2", "1", "—"]
        );
    }
}
