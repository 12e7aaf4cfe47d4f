//! The pool of indicators, what was changed in it, and what has no number and why.

use festoon_domain::text::Lang;

use super::grid::{Cell, Grid};
use super::said::{self, plain};
use super::{Better, CellGone, CellTreated, Evaluation, GapAt};
use crate::words::evaluation::EvaluationWords;

/// How many rows a list shows; the audit bundle has them all.
pub(super) const MOST_LISTED: usize = 300;

pub(super) fn indicators(evaluation: &Evaluation, lang: Lang) -> Grid {
    let words = EvaluationWords::of(lang);
    let row = |one: &super::IndicatorRead| {
        let name = Cell::name(&one.name, lang);
        let posts = one.goalposts.map(|(worst, best)| format!("{} → {}", plain(worst), plain(best)));
        let per = one.per.as_ref().map(|(column, factor)| divided(column.read(lang), *factor));
        vec![
            name,
            Cell::name(&one.measure, lang),
            Cell::words(match one.better {
                Better::More => words.more,
                Better::Less => words.less,
            }),
            Cell::words(per.unwrap_or_else(|| said::NOTHING.to_owned())),
            Cell::number(posts.unwrap_or_else(|| said::NOTHING.to_owned())),
            Cell::number(one.target.map_or_else(|| said::NOTHING.to_owned(), plain)),
            Cell::name(&one.source, lang),
        ]
    };
    Grid {
        caption: words.indicators.to_owned(),
        region: words.scrolls.with(words.indicators),
        heads: vec![
            Cell::words(words.indicator),
            Cell::words(words.measure),
            Cell::words(words.direction),
            Cell::words(words.per),
            Cell::number(words.goalposts),
            Cell::number(words.target),
            Cell::words(words.source),
        ],
        rows: evaluation.indicators.iter().map(row).collect(),
    }
}

/// By what, and times what.
fn divided(column: &str, factor: f64) -> String {
    if (factor - 1.0).abs() < f64::EPSILON {
        column.to_owned()
    } else {
        format!("{column} × {}", plain(factor))
    }
}

/// None where nothing was changed.
pub(super) fn treated(evaluation: &Evaluation, lang: Lang) -> Option<Grid> {
    let words = EvaluationWords::of(lang);
    let value = |value: Option<f64>| Cell::number(value.map_or_else(|| said::NOTHING.to_owned(), plain));
    let row = |cell: &CellTreated| {
        let [unit, year] = case(evaluation, cell.case, lang);
        vec![
            unit,
            year,
            Cell::name(&evaluation.indicators[cell.indicator].name, lang),
            value(cell.from),
            value(cell.to),
            Cell::number(cell.step.to_string()),
            Cell::words(cell.why.read(lang)),
        ]
    };
    (!evaluation.treated.is_empty()).then(|| Grid {
        caption: words.treated.to_owned(),
        region: words.scrolls.with(words.treated),
        heads: vec![
            Cell::words(words.unit),
            Cell::number(words.year),
            Cell::words(words.indicator),
            Cell::number(words.from),
            Cell::number(words.to),
            Cell::number(words.step),
            Cell::words(words.why),
        ],
        rows: evaluation.treated.iter().take(MOST_LISTED).map(row).collect(),
    })
}

/// None where nothing is missing.
pub(super) fn gone(evaluation: &Evaluation, lang: Lang) -> Option<Grid> {
    let words = EvaluationWords::of(lang);
    let nobody = || [Cell::words(said::NOTHING), Cell::number(said::NOTHING)];
    let row = |gone: &CellGone| {
        let indicator = |place: usize| Cell::name(&evaluation.indicators[place].name, lang);
        let ([unit, year], what) = match gone.at {
            GapAt::Cell { case: at, indicator: place } => (case(evaluation, at, lang), indicator(place)),
            GapAt::Score { case: at, index, node } => {
                let name = &evaluation.indexes[index].nodes[node].name;
                (case(evaluation, at, lang), Cell::name(name, lang))
            }
            GapAt::Case { case: at } => (case(evaluation, at, lang), Cell::words(said::NOTHING)),
            GapAt::Indicator { indicator: place } => (nobody(), indicator(place)),
        };
        let step = if gone.step == 0 { words.in_data.to_owned() } else { gone.step.to_string() };
        vec![unit, year, what, Cell::number(step), Cell::words(gone.why.read(lang))]
    };
    (!evaluation.gaps.is_empty()).then(|| Grid {
        caption: words.gone.to_owned(),
        region: words.scrolls.with(words.gone),
        heads: vec![
            Cell::words(words.unit),
            Cell::number(words.year),
            Cell::words(words.what),
            Cell::number(words.step),
            Cell::words(words.why),
        ],
        rows: evaluation.gaps.iter().take(MOST_LISTED).map(row).collect(),
    })
}

fn case(evaluation: &Evaluation, case: usize, lang: Lang) -> [Cell; 2] {
    let read = evaluation.cases[case];
    [Cell::name(&evaluation.units[read.unit].name, lang), Cell::number(read.year.to_string())]
}
