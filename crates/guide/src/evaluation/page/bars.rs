//! What every score is made of: a bar a unit, cut into what each part gives; where nothing adds up, the score alone.
//!
//! Names and numbers stand beside the bars as text and lengths are in per cent, so that a bar fits a phone and a wall and nothing shrinks that has to be read.

use askama::Template;

use super::grid::{Cell, Grid};
use super::said;
use super::seen::{Seen, of};
use crate::words::evaluation::EvaluationWords;

/// How wide a segment must be, in per cent, to hold its letter.
const LETTER: f64 = 7.0;
/// How many colours there are before they come again; the letter tells apart what has the same.
const COLOURS: usize = 8;

#[derive(Debug, Template)]
#[template(path = "evaluation/bars.html", whitespace = "minimize")]
pub(super) struct Bars {
    words: &'static EvaluationWords,
    id: String,
    /// The parts; empty where nothing adds up.
    legend: Vec<Part>,
    /// Where nought is, if anything is below.
    nought: Option<String>,
    rows: Vec<Row>,
    table: Option<Grid>,
}

#[derive(Debug)]
struct Part {
    letter: String,
    colour: usize,
    name: Cell,
}

#[derive(Debug)]
struct Row {
    unit: Cell,
    score: String,
    segments: Vec<Segment>,
}

#[derive(Debug)]
struct Segment {
    x: String,
    width: String,
    colour: usize,
    /// Where the letter stands, and which; none in a segment too narrow for one.
    letter: Option<(String, String)>,
}

impl Bars {
    pub(super) fn of(seen: &Seen<'_>) -> Self {
        let order = seen.order();
        let parts: Vec<usize> =
            seen.index.children(0).filter(|node| !seen.index.nodes[*node].gives.is_empty()).collect();
        let lengths = |case: usize| -> Vec<f64> {
            if parts.is_empty() {
                return vec![seen.score(case).unwrap_or(0.0)];
            }
            parts.iter().map(|node| of(&seen.index.nodes[*node].gives, case).unwrap_or(0.0)).collect()
        };
        let all: Vec<Vec<f64>> = order.iter().map(|case| lengths(*case)).collect();
        let scale = Scale::of(&all);
        let row = |(case, lengths): (&usize, &Vec<f64>)| Row {
            unit: seen.unit_cell(*case),
            score: said::score(seen.score(*case)),
            segments: scale.segments(lengths, if parts.is_empty() { Lettered::No } else { Lettered::Yes }),
        };
        Self {
            words: seen.words,
            id: seen.id("made-of"),
            nought: (scale.below > 0.0).then(|| per_cent(scale.at(0.0))),
            rows: order.iter().zip(&all).map(row).collect(),
            table: (!parts.is_empty()).then(|| table(seen, &order, &parts)),
            legend: parts
                .iter()
                .enumerate()
                .map(|(at, node)| Part {
                    letter: letter(at),
                    colour: at % COLOURS + 1,
                    name: Cell::name(seen.node(*node), seen.lang),
                })
                .collect(),
        }
    }
}

/// Whether segments have names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lettered {
    Yes,
    No,
}

/// From numbers to per cent of the width.
struct Scale {
    /// How far the longest bar reaches below nought.
    below: f64,
    whole: f64,
}

impl Scale {
    fn of(all: &[Vec<f64>]) -> Self {
        let longest = |sign: f64| {
            let sum = |lengths: &Vec<f64>| lengths.iter().map(|length| (sign * length).max(0.0)).sum::<f64>();
            all.iter().map(sum).fold(0.0, f64::max)
        };
        let (below, above) = (longest(-1.0), longest(1.0));
        let whole = below + above;
        Self { below, whole: if whole > 0.0 { whole } else { 1.0 } }
    }

    fn at(&self, value: f64) -> f64 {
        100.0 * (value + self.below) / self.whole
    }

    /// What takes away goes left from nought, what gives goes right.
    fn segments(&self, lengths: &[f64], lettered: Lettered) -> Vec<Segment> {
        let (mut left, mut right) = (0.0, 0.0);
        let mut segments = Vec::with_capacity(lengths.len());
        for (at, length) in lengths.iter().enumerate().filter(|(_, length)| **length != 0.0) {
            let from = if *length < 0.0 {
                left += length;
                left
            } else {
                right += length;
                right - length
            };
            let (x, width) = (self.at(from), 100.0 * length.abs() / self.whole);
            let letter = (lettered == Lettered::Yes && width >= LETTER)
                .then(|| (per_cent(x + width / 2.0), letter(at)));
            let colour = at % COLOURS + 1;
            segments.push(Segment { x: per_cent(x), width: per_cent(width), colour, letter });
        }
        segments
    }
}

fn table(seen: &Seen<'_>, order: &[usize], parts: &[usize]) -> Grid {
    let words = seen.words;
    let mut heads = vec![Cell::words(words.unit), Cell::number(words.score)];
    heads
        .extend(parts.iter().map(|node| Cell { class: "amount", ..Cell::name(seen.node(*node), seen.lang) }));
    let row = |case: &usize| {
        let mut row = vec![seen.unit_cell(*case), Cell::number(said::score(seen.score(*case)))];
        let gives = |node: &usize| said::score(of(&seen.index.nodes[*node].gives, *case));
        row.extend(parts.iter().map(|node| Cell::number(gives(node))));
        row
    };
    Grid {
        caption: words.table_of_made_of.to_owned(),
        region: seen.region(words.table_of_made_of),
        heads,
        rows: order.iter().map(row).collect(),
    }
}

fn per_cent(value: f64) -> String {
    format!("{value:.2}%")
}

/// A to Z, then A1 to Z1.
fn letter(at: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(at % 26).expect("less than 26"));
    if at < 26 { letter.to_string() } else { format!("{letter}{}", at / 26) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(all: &[Vec<f64>], row: usize) -> Vec<(String, String)> {
        let segments = Scale::of(all).segments(&all[row], Lettered::Yes);
        segments.into_iter().map(|segment| (segment.x, segment.width)).collect()
    }

    fn span(x: &str, width: &str) -> (String, String) {
        (x.to_owned(), width.to_owned())
    }

    #[test]
    fn segments_stand_one_after_another_on_one_scale() {
        let all = [vec![30.0, 20.0], vec![10.0, 15.0]];
        assert_eq!(spans(&all, 0), [span("0.00%", "60.00%"), span("60.00%", "40.00%")]);
        assert_eq!(spans(&all, 1), [span("0.00%", "20.00%"), span("20.00%", "30.00%")]);
    }

    #[test]
    fn what_takes_away_stands_left_of_nought() {
        let all = [vec![-1.0, 3.0, -1.0], vec![0.0, 2.0, 0.0]];
        assert_eq!(
            spans(&all, 0),
            [span("20.00%", "20.00%"), span("40.00%", "60.00%"), span("0.00%", "20.00%")]
        );
        assert_eq!(spans(&all, 1), [span("40.00%", "40.00%")]);
    }

    #[test]
    fn there_are_letters_for_any_number_of_parts() {
        assert_eq!([letter(0), letter(25), letter(26), letter(53)], ["A", "Z", "A1", "B2"]);
    }
}
