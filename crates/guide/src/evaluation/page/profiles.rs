//! The profile of every unit: a small radar each, all on one scale, with the median of all for comparison.
//!
//! Many small ones rather than one with many lines: sixty units in one radar are a ball of wool. With fewer than three parts there is nothing to draw
//! in the round, and the table stands alone.

use std::fmt::Write as _;

use askama::Template;

use super::grid::{Cell, Grid};
use super::said;
use super::seen::{Seen, count, of};
use crate::words::evaluation::EvaluationWords;

/// With more spokes than this a small radar cannot be read.
const MOST_SPOKES: usize = 14;
/// How many are seen at once; the others open.
const AT_ONCE: usize = 12;
const MIDDLE: f64 = 75.0;
const RADIUS: f64 = 52.0;
const NUMBERS: f64 = 64.0;

#[derive(Debug, Template)]
#[template(path = "evaluation/profiles.html", whitespace = "minimize")]
pub(super) struct Profiles {
    words: &'static EvaluationWords,
    id: String,
    lead: String,
    spokes: Vec<Spoke>,
    /// The names of the spokes, in their order.
    legend: Vec<Cell>,
    median: String,
    first: Vec<Profile>,
    others: Vec<Profile>,
    further: String,
    table: Grid,
}

/// A spoke: where it ends, and where its number stands.
#[derive(Debug)]
struct Spoke {
    x: String,
    y: String,
    number: usize,
    number_x: String,
    number_y: String,
}

#[derive(Debug)]
struct Profile {
    unit: Cell,
    rank: String,
    path: String,
    dots: Vec<(String, String)>,
}

impl Profiles {
    pub(super) fn of(seen: &Seen<'_>) -> Self {
        let order = seen.order();
        let parts = parts(seen);
        let scores = |case: usize| -> Vec<Option<f64>> {
            parts.iter().map(|node| of(&seen.index.nodes[*node].scores, case)).collect()
        };
        let all: Vec<Vec<Option<f64>>> = order.iter().map(|case| scores(*case)).collect();
        let numbers = || all.iter().flatten().flatten().copied();
        let (low, high) =
            (numbers().fold(f64::INFINITY, f64::min), numbers().fold(f64::NEG_INFINITY, f64::max));
        let is_drawn = (3..=MOST_SPOKES).contains(&parts.len()) && low < high;
        let round = Round { spokes: count(parts.len()), low, high };

        let profile = |(case, scores): (&usize, &Vec<Option<f64>>)| Profile {
            unit: seen.unit_cell(*case),
            rank: seen.rank(*case).map_or_else(|| said::NOTHING.to_owned(), said::rank),
            path: round.path(scores),
            dots: round.dots(scores),
        };
        let mut first: Vec<Profile> =
            if is_drawn { order.iter().zip(&all).map(profile).collect() } else { Vec::new() };
        let others = if first.len() > AT_ONCE { first.split_off(AT_ONCE) } else { Vec::new() };
        let medians: Vec<Option<f64>> =
            (0..parts.len()).map(|part| median(all.iter().filter_map(|row| row[part]).collect())).collect();
        Self {
            words: seen.words,
            id: seen.id("profiles"),
            lead: seen
                .words
                .profiles_lead
                .with(&[("low", &said::number(low, 1)), ("high", &said::number(high, 1))]),
            spokes: if is_drawn { (0..parts.len()).map(|at| round.spoke(at)).collect() } else { Vec::new() },
            legend: parts.iter().map(|node| Cell::name(seen.node(*node), seen.lang)).collect(),
            median: if is_drawn { round.path(&medians) } else { String::new() },
            further: seen.words.further_units.of(others.len()),
            first,
            others,
            table: table(seen, &order, &parts),
        }
    }
}

/// The parts of the first level that has three; the branches and leaves at a depth, or what ends above it.
fn parts(seen: &Seen<'_>) -> Vec<usize> {
    let nodes = &seen.index.nodes;
    let deepest = nodes.iter().map(|node| node.depth).max().unwrap_or(0);
    let at_depth = |depth: usize| -> Vec<usize> {
        let is_of = |node: &usize| {
            nodes[*node].depth == depth || (nodes[*node].depth < depth && nodes[*node].indicator.is_some())
        };
        (1..nodes.len()).filter(is_of).collect()
    };
    (1..=deepest).map(at_depth).find(|parts| parts.len() >= 3).unwrap_or_else(|| at_depth(1))
}

struct Round {
    spokes: f64,
    low: f64,
    high: f64,
}

impl Round {
    /// The first spoke points up, the others follow with the clock.
    fn point(&self, at: usize, radius: f64) -> (f64, f64) {
        let angle = std::f64::consts::TAU * count(at) / self.spokes;
        (MIDDLE + radius * angle.sin(), MIDDLE - radius * angle.cos())
    }

    fn spoke(&self, at: usize) -> Spoke {
        let ((x, y), (number_x, number_y)) = (self.point(at, RADIUS), self.point(at, NUMBERS));
        // Text hangs from its base line.
        Spoke { x: px(x), y: px(y), number: at + 1, number_x: px(number_x), number_y: px(number_y + 4.0) }
    }

    fn at(&self, at: usize, score: f64) -> (f64, f64) {
        self.point(at, RADIUS * (score - self.low) / (self.high - self.low))
    }

    fn dots(&self, scores: &[Option<f64>]) -> Vec<(String, String)> {
        let there = scores.iter().enumerate().filter_map(|(at, score)| Some(self.at(at, (*score)?)));
        there.map(|(x, y)| (px(x), px(y))).collect()
    }

    /// From spoke to spoke, broken where a number is missing: a line there would claim one.
    fn path(&self, scores: &[Option<f64>]) -> String {
        let spokes = scores.len();
        let mut path = String::new();
        for at in 0..spokes {
            let next = (at + 1) % spokes;
            let (Some(from), Some(to)) = (scores[at], scores[next]) else { continue };
            let ((x1, y1), (x2, y2)) = (self.at(at, from), self.at(next, to));
            write!(path, "M{} {}L{} {}", px(x1), px(y1), px(x2), px(y2)).expect("a string takes all");
        }
        path
    }
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len().is_multiple_of(2) { f64::midpoint(values[middle - 1], upper) } else { upper })
}

fn table(seen: &Seen<'_>, order: &[usize], parts: &[usize]) -> Grid {
    let words = seen.words;
    let mut heads = vec![Cell::words(words.unit)];
    heads
        .extend(parts.iter().map(|node| Cell { class: "amount", ..Cell::name(seen.node(*node), seen.lang) }));
    let row = |case: &usize| {
        let scores = |node: &usize| said::score(of(&seen.index.nodes[*node].scores, *case));
        let mut row = vec![seen.unit_cell(*case)];
        row.extend(parts.iter().map(|node| Cell::number(scores(node))));
        row
    };
    Grid {
        caption: words.table_of_profiles.to_owned(),
        region: seen.region(words.table_of_profiles),
        heads,
        rows: order.iter().map(row).collect(),
    }
}

fn px(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUND: Round = Round { spokes: 4.0, low: 0.0, high: 52.0 };

    #[test]
    fn a_profile_closes_and_starts_at_the_top() {
        let path = ROUND.path(&[Some(52.0), Some(0.0), Some(26.0), Some(52.0)]);
        assert_eq!(
            path,
            "M75.0 23.0L75.0 75.0M75.0 75.0L75.0 101.0M75.0 101.0L23.0 75.0M23.0 75.0L75.0 23.0"
        );
    }

    #[test]
    fn a_missing_number_breaks_the_line_on_both_sides() {
        let path = ROUND.path(&[Some(52.0), None, Some(26.0), Some(52.0)]);
        assert_eq!(path, "M75.0 101.0L23.0 75.0M23.0 75.0L75.0 23.0");
        assert_eq!(ROUND.dots(&[None, None, Some(26.0), None]).len(), 1);
    }

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        assert_eq!(
            [median(vec![]), median(vec![3.0, 1.0, 2.0]), median(vec![4.0, 1.0])],
            [None, Some(2.0), Some(2.5)]
        );
    }
}
