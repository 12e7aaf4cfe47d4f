//! How firm the ranks are: what was varied and what it does, how often neighbours swap, how often each rank occurs.

use super::grid::{Cell, Grid};
use super::said::{self, percent, rank};
use super::seen::Seen;
use super::standings::occurring;
use super::{Firmness, Judged, Shared};

/// What a section says of firmness.
#[derive(Debug)]
pub(super) struct Firm {
    pub(super) lead: String,
    /// What was varied, with the share of each in the movement.
    pub(super) factors: Grid,
    /// Why there are no shares.
    pub(super) no_shares: Option<String>,
    pub(super) swaps: Option<Grid>,
    pub(super) spread: Grid,
}

impl Firm {
    pub(super) fn of(seen: &Seen<'_>, found: &Firmness) -> Self {
        Self {
            lead: lead(seen, found),
            factors: factors(seen, found),
            no_shares: found.shares.as_ref().err().map(|why| why.read(seen.lang).to_owned()),
            swaps: (!found.swaps.is_empty()).then(|| swaps(seen, found)),
            spread: spread(seen, found),
        }
    }
}

fn lead(seen: &Seen<'_>, found: &Firmness) -> String {
    let wording = match found.judged {
        Judged::Exactly => seen.words.firm_exact,
        Judged::ByDrawing => seen.words.firm_drawn,
    };
    wording.with(&[
        ("runs", &found.runs.to_string()),
        ("seed", &found.seed.to_string()),
        ("shift", &said::number(found.shift, 2)),
    ])
}

fn factors(seen: &Seen<'_>, found: &Firmness) -> Grid {
    let words = seen.words;
    let shares = found.shares.as_deref().unwrap_or_default();
    let mut heads = vec![Cell::words(words.factor)];
    if !shares.is_empty() {
        heads.extend([words.alone, words.together].map(Cell::number));
    }
    let row = |(at, factor): (usize, &super::Both)| {
        let mut row = vec![Cell::words(factor.read(seen.lang))];
        if let Some(share) = shares.get(at) {
            row.extend(shared(seen, share).map(|said| Cell { class: "amount wrapped", ..Cell::words(said) }));
        }
        row
    };
    Grid {
        caption: words.varied.to_owned(),
        region: seen.region(words.varied),
        heads,
        rows: found.factors.iter().enumerate().map(row).collect(),
    }
}

/// Alone and together, each with its interval where it is estimated.
fn shared(seen: &Seen<'_>, share: &Shared) -> [String; 2] {
    let said = |value: f64, (low, high): (f64, f64)| {
        let said = percent(value, seen.lang);
        if low >= high {
            return said;
        }
        let (low, high) = (percent(low, seen.lang), percent(high, seen.lang));
        seen.words.interval.with(&[("value", &said), ("low", &low), ("high", &high)])
    };
    [said(share.alone, share.alone_between), said(share.together, share.together_between)]
}

fn swaps(seen: &Seen<'_>, found: &Firmness) -> Grid {
    let words = seen.words;
    let ranked = |case: usize| {
        let place = said::rank_or_not(seen.rank(case));
        let cell = seen.unit_cell(case);
        Cell { text: format!("{place} {}", cell.text), ..cell }
    };
    let row = |swap: &super::Swap| {
        let shares = [swap.swapped, swap.level].map(|share| Cell::number(percent(share, seen.lang)));
        let [swapped, level] = shares;
        vec![ranked(swap.above), ranked(swap.below), swapped, level]
    };
    let (swapped, level) = (Cell::number(words.swapped), Cell::number(words.level));
    Grid {
        caption: words.swaps.to_owned(),
        region: seen.region(words.swaps),
        heads: vec![Cell::words(words.above), Cell::words(words.below), swapped, level],
        rows: found.swaps.iter().map(row).collect(),
    }
}

fn spread(seen: &Seen<'_>, found: &Firmness) -> Grid {
    let words = seen.words;
    let row = |standing: &super::Standing| {
        vec![
            seen.unit_cell(standing.case),
            Cell::number(standing.published.map_or_else(|| said::NOTHING.to_owned(), rank)),
            Cell::number(rank(standing.median)),
            Cell::number(said::number(standing.mean, 2)),
            Cell::number(percent(standing.ranked, seen.lang)),
            Cell::words(occurring(standing, seen.lang)),
        ]
    };
    let numbers = [words.published_rank, words.median, words.mean, words.ranked].map(Cell::number);
    let heads = [Cell::words(words.unit)].into_iter().chain(numbers).chain([Cell::words(words.occurs)]);
    Grid {
        caption: words.spread.to_owned(),
        region: seen.region(words.spread),
        heads: heads.collect(),
        rows: found.standings.iter().map(row).collect(),
    }
}
