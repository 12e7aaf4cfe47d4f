//! Ranks and scores from year to year: lines from rank to rank, and the numbers below.

use askama::Template;

use super::grid::{Cell, Grid};
use super::said;
use super::seen::{Seen, count};
use super::{IndexRead, Way};
use crate::words::evaluation::EvaluationWords;

/// Pixels between two ranks, and between two years.
const ROW: f64 = 22.0;
const YEAR: f64 = 96.0;
const TOP: f64 = 34.0;
const LEFT: f64 = 24.0;
/// What the names at the right end may take, and how many letters' widths that are.
const NAMES: f64 = 180.0;
const LETTERS: usize = 24;

#[derive(Debug, Template)]
#[template(path = "evaluation/years.html", whitespace = "minimize")]
pub(super) struct Years {
    words: &'static EvaluationWords,
    region: String,
    width: f64,
    height: f64,
    heads: Vec<(f64, i32)>,
    ranks: Vec<(f64, usize)>,
    lines: Vec<Line>,
    names: Vec<Name>,
    table: Grid,
}

/// From one year to the next.
#[derive(Debug)]
struct Line {
    class: &'static str,
    x1: f64,
    y1: f64,
    x2: f64,
    y2: f64,
}

#[derive(Debug)]
struct Name {
    x: f64,
    y: f64,
    short: String,
    whole: Cell,
}

impl Years {
    /// None where there is one year only.
    pub(super) fn of(seen: &Seen<'_>) -> Option<Self> {
        let years = &seen.evaluation.years;
        if years.len() < 2 {
            return None;
        }
        let column = |year: i32| count(years.iter().position(|one| *one == year).unwrap_or_default());
        let x = |case: usize| LEFT + 14.0 + YEAR * column(seen.evaluation.cases[case].year);
        let y = |rank: f64| TOP + ROW * (rank - 0.5);
        let worst = (0..seen.evaluation.cases.len()).filter_map(|case| seen.rank(case)).fold(1.0, f64::max);
        let line = |way: &Way| {
            let (from, to) = (seen.rank(way.from)?, seen.rank(way.to)?);
            let class = match () {
                () if to < from => "rose",
                () if to > from => "fell",
                () => "stayed",
            };
            Some(Line { class, x1: x(way.from), y1: y(from), x2: x(way.to), y2: y(to) })
        };
        let end = x_of_end(years.len());
        let last = years.last().copied().unwrap_or_default();
        Some(Self {
            words: seen.words,
            region: seen.region(seen.words.years_lines),
            width: end + NAMES,
            height: TOP + ROW * (worst + 0.5),
            heads: years.iter().map(|year| (LEFT + 14.0 + YEAR * column(*year), *year)).collect(),
            ranks: (1..=seen.evaluation.units.len())
                .take_while(|rank| count(*rank) <= worst)
                .map(|rank| (y(count(rank)) + 4.0, rank))
                .collect(),
            lines: seen.index.ways.iter().filter_map(line).collect(),
            names: names(seen, last, end, y),
            table: table(seen),
        })
    }
}

fn x_of_end(years: usize) -> f64 {
    LEFT + 14.0 + YEAR * count(years - 1) + 12.0
}

/// The names of the last year's units at the right end; equals stand below each other's line rather than on it.
fn names(seen: &Seen<'_>, last: i32, x: f64, y: impl Fn(f64) -> f64) -> Vec<Name> {
    let mut taken = f64::NEG_INFINITY;
    let mut names = Vec::new();
    for case in seen.evaluation.order(seen.place, last) {
        let Some(rank) = seen.rank(case) else { continue };
        let at = (y(rank) + 4.0).max(taken + 13.0);
        taken = at;
        let whole = seen.unit_cell(case);
        names.push(Name { x, y: at, short: short(&whole.text), whole });
    }
    names
}

/// A name that fits: a Chinese character takes the room of two letters.
fn short(name: &str) -> String {
    let room = |letter: char| if letter.is_ascii() { 1 } else { 2 };
    if name.chars().map(room).sum::<usize>() <= LETTERS {
        return name.to_owned();
    }
    let mut left = LETTERS - 1;
    let fits = |letter: &char| {
        let room = room(*letter);
        let there = left >= room;
        left = left.saturating_sub(room);
        there
    };
    let mut short: String = name.chars().take_while(fits).collect();
    short.push('…');
    short
}

fn table(seen: &Seen<'_>) -> Grid {
    let words = seen.words;
    let years = &seen.evaluation.years;
    let mut heads = vec![Cell::words(words.unit)];
    for year in years {
        let year = year.to_string();
        heads.extend([Cell::number(words.rank_in.with(&year)), Cell::number(words.score_in.with(&year))]);
    }
    heads.extend([words.since, words.change, words.growth].map(Cell::number));

    let last = years.last().copied().unwrap_or_default();
    let mut units: Vec<usize> = seen
        .evaluation
        .order(seen.place, last)
        .into_iter()
        .map(|case| seen.evaluation.cases[case].unit)
        .collect();
    let gone: Vec<usize> = (0..seen.evaluation.units.len()).filter(|unit| !units.contains(unit)).collect();
    units.extend(gone);
    let row = |unit: usize| {
        let mut row = vec![Cell::name(&seen.evaluation.units[unit].name, seen.lang)];
        for year in years {
            let case = seen.evaluation.case(unit, *year);
            row.push(Cell::number(said::rank_or_not(case.and_then(|case| seen.rank(case)))));
            row.push(Cell::number(said::score(case.and_then(|case| seen.score(case)))));
        }
        let way = latest_way(seen.index, seen.evaluation.case(unit, last));
        row.push(Cell::number(said::climbed(way.and_then(|way| way.climbed))));
        row.push(Cell::number(said::change(way.and_then(|way| way.change))));
        let growth = way.and_then(|way| way.growth).map(|share| said::percent(share, seen.lang));
        row.push(Cell::number(growth.unwrap_or_else(|| said::NOTHING.to_owned())));
        row
    };
    Grid {
        caption: words.years.to_owned(),
        region: seen.region(words.years),
        heads,
        rows: units.into_iter().map(row).collect(),
    }
}

fn latest_way(index: &IndexRead, case: Option<usize>) -> Option<Way> {
    index.ways.iter().find(|way| Some(way.to) == case).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_where_they_end_and_say_so() {
        assert_eq!(short("示例西湖坪区"), "示例西湖坪区");
        assert_eq!(short("一二三四五六七八九十一二三"), "一二三四五六七八九十一…");
        assert_eq!(short("Westlake Flat (sample) and more"), "Westlake Flat (sample) …");
    }
}
