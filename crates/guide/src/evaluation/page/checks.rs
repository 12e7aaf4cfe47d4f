//! What a careful reader asks next: what each weight really does, and whether the parts measure one thing.

use super::grid::{Cell, Grid};
use super::said::{self, percent};
use super::seen::Seen;
use super::{Both, Coherence};

/// Two that go together more than this, or against each other more than that, are marked; the legend says so.
const SAME: f64 = 0.92;
const CONTRARY: f64 = -0.4;

/// The tree with its weights, and what each part decides.
pub(super) fn weights(seen: &Seen<'_>) -> Grid {
    let words = seen.words;
    let share = |share: Option<f64>| {
        share.map_or_else(|| said::NOTHING.to_owned(), |share| percent(share, seen.lang))
    };
    let row = |place: usize| {
        let node = &seen.index.nodes[place];
        let left = seen.index.without.iter().find(|left| left.node == place).and_then(|left| left.shift);
        vec![
            Cell::name(&node.name, seen.lang).deep(node.depth - 1),
            Cell::number(percent(node.weight, seen.lang)),
            Cell::number(percent(node.overall, seen.lang)),
            Cell::number(share(node.decides)),
            Cell::number(left.map_or_else(|| said::NOTHING.to_owned(), |shift| said::number(shift, 2))),
        ]
    };
    let numbers = [words.weight, words.overall, words.decides, words.without].map(Cell::number);
    Grid {
        caption: words.weights.to_owned(),
        region: seen.region(words.weights),
        heads: [Cell::words(words.part)].into_iter().chain(numbers).collect(),
        rows: in_order(seen).into_iter().map(row).collect(),
    }
}

/// All nodes but the root, each followed by what stands below it.
fn in_order(seen: &Seen<'_>) -> Vec<usize> {
    let mut order = Vec::with_capacity(seen.index.nodes.len());
    let mut open: Vec<usize> = seen.index.children(0).collect();
    open.reverse();
    while let Some(node) = open.pop() {
        order.push(node);
        let from = open.len();
        open.extend(seen.index.children(node));
        open[from..].reverse();
    }
    order
}

/// Whether several nodes measure one thing, in tables.
#[derive(Debug)]
pub(super) struct Coherent<'a> {
    pub(super) title: &'static str,
    pub(super) lead: String,
    pub(super) remarks: &'a [Both],
    pub(super) correlations: Grid,
    pub(super) components: Grid,
    pub(super) loadings: Grid,
}

impl<'a> Coherent<'a> {
    pub(super) fn of(seen: &Seen<'a>, title: &'static str, found: &'a Coherence) -> Self {
        let alpha = found.alpha.map_or_else(|| said::NOTHING.to_owned(), |alpha| said::number(alpha, 2));
        let first = found.explained.first().map(|share| percent(*share, seen.lang)).unwrap_or_default();
        Self {
            title,
            lead: seen.words.coherent_of.with(&[
                ("cases", &found.cases.to_string()),
                ("alpha", &alpha),
                ("first", &first),
            ]),
            remarks: &found.remarks,
            correlations: correlations(seen, found, title),
            components: components(seen, found, title),
            loadings: loadings(seen, found, title),
        }
    }
}

fn correlations(seen: &Seen<'_>, found: &Coherence, title: &str) -> Grid {
    let words = seen.words;
    let mut heads = vec![Cell::words(words.part)];
    heads.extend((1..=found.nodes.len()).map(|number| Cell::number(number.to_string())));
    let row = |(at, correlations): (usize, &Vec<f64>)| {
        let name = Cell::name(seen.node(found.nodes[at]), seen.lang);
        let mut row = vec![Cell { text: format!("{} {}", at + 1, name.text), ..name }];
        row.extend(
            correlations
                .iter()
                .enumerate()
                .map(|(column, r)| if column == at { Cell::number("1") } else { marked(*r) }),
        );
        row
    };
    Grid {
        caption: format!("{} · {title}", words.correlations),
        region: seen.region(&format!("{} · {title}", words.correlations)),
        heads,
        rows: found.correlations.iter().enumerate().map(row).collect(),
    }
}

fn marked(r: f64) -> Cell {
    let said = said::number(r, 2);
    match r {
        r if r >= SAME => Cell { class: "amount same", ..Cell::words(format!("▲ {said}")) },
        r if r <= CONTRARY => Cell { class: "amount contrary", ..Cell::words(format!("▼ {said}")) },
        _ => Cell::number(said),
    }
}

fn components(seen: &Seen<'_>, found: &Coherence, title: &str) -> Grid {
    let words = seen.words;
    let row = |(at, share): (usize, &f64)| {
        vec![Cell::words((at + 1).to_string()), Cell::number(percent(*share, seen.lang))]
    };
    Grid {
        caption: format!("{} · {title}", words.components),
        region: seen.region(&format!("{} · {title}", words.components)),
        heads: vec![Cell::words(words.component), Cell::number(words.explained)],
        rows: found.explained.iter().enumerate().map(row).collect(),
    }
}

fn loadings(seen: &Seen<'_>, found: &Coherence, title: &str) -> Grid {
    let words = seen.words;
    let row = |(node, loading): (&usize, &f64)| {
        vec![Cell::name(seen.node(*node), seen.lang), Cell::number(said::number(*loading, 2))]
    };
    Grid {
        caption: format!("{} · {title}", words.loading),
        region: seen.region(&format!("{} · {title}", words.loading)),
        heads: vec![Cell::words(words.part), Cell::number(words.loading)],
        rows: found.nodes.iter().zip(&found.loadings).map(row).collect(),
    }
}
