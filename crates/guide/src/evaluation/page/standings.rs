//! The table of ranks: each with its score, the interval of nine tenths of the variants, and both drawn.

use askama::Template;
use festoon_domain::text::Lang;

use super::grid::Cell;
use super::said::{self, climbed, rank_or_not, ranks};
use super::seen::{Seen, count};
use super::{Standing, Way};
use crate::words::evaluation::EvaluationWords;

#[derive(Debug, Template)]
#[template(path = "evaluation/standings.html", whitespace = "minimize")]
pub(super) struct Standings {
    words: &'static EvaluationWords,
    caption: String,
    region: String,
    studied: Studied,
    earlier: Earlier,
    rows: Vec<Row>,
}

/// Whether there is an interval to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Studied {
    Yes,
    No,
}

/// Whether there is an earlier year to compare with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Earlier {
    There,
    Absent,
}

#[derive(Debug)]
struct Row {
    rank: String,
    unit: Cell,
    score: String,
    between: String,
    extremes: String,
    strip: Option<Strip>,
    since: String,
}

/// Places in per cent of the width.
#[derive(Debug)]
struct Strip {
    best: String,
    worst: String,
    low: String,
    high: String,
    published: Option<String>,
}

impl Standings {
    pub(super) fn of(seen: &Seen<'_>) -> Self {
        let order = seen.order();
        let caption = seen.words.ranks_of.with(&seen.year.to_string());
        let ends_here = |way: &&Way| seen.evaluation.cases[way.to].year == seen.year;
        let earlier = seen.index.ways.iter().find(ends_here).map_or(Earlier::Absent, |_| Earlier::There);
        Self {
            words: seen.words,
            region: seen.region(&caption),
            caption,
            studied: if seen.index.firmness.is_some() { Studied::Yes } else { Studied::No },
            earlier,
            rows: order.iter().map(|case| row(seen, *case, order.len())).collect(),
        }
    }
}

fn row(seen: &Seen<'_>, case: usize, units: usize) -> Row {
    let standing = seen.standing(case);
    let way = seen.index.ways.iter().find(|way| way.to == case);
    Row {
        rank: seen.rank(case).map_or_else(|| seen.words.unranked.to_owned(), said::rank),
        unit: seen.unit_cell(case),
        score: said::score(seen.score(case)),
        between: standing.map_or_else(|| said::NOTHING.to_owned(), |found| ranks(found.low, found.high)),
        extremes: standing.map_or_else(|| said::NOTHING.to_owned(), |found| ranks(found.best, found.worst)),
        strip: standing.map(|found| strip(found, units)),
        since: climbed(way.and_then(|way| way.climbed)),
    }
}

fn strip(found: &Standing, units: usize) -> Strip {
    // The ends keep clear of the edge by half a dot.
    let steps = count(units.saturating_sub(1).max(1));
    let at = |rank: f64| format!("{:.1}%", 4.0 + 92.0 * ((rank - 1.0) / steps).clamp(0.0, 1.0));
    Strip {
        best: at(found.best),
        worst: at(found.worst),
        low: at(found.low),
        high: at(found.high),
        published: found.published.map(at),
    }
}

/// “2 (62 %), 3 (38 %)”: every rank that occurs.
pub(super) fn occurring(standing: &Standing, lang: Lang) -> String {
    let said = |(rank, share): &(f64, f64)| {
        let (rank, share) = (rank_or_not(Some(*rank)), said::percent(*share, lang));
        match lang {
            Lang::Zh => format!("{rank}（{share}）"),
            Lang::En => format!("{rank} ({share})"),
        }
    };
    let all: Vec<String> = standing.shares.iter().map(said).collect();
    all.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}
