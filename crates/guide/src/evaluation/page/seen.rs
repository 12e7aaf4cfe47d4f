//! One index in one year, as a reader of one language sees it: what every part of its section asks.

use festoon_domain::text::{Lang, Text};

use super::grid::Cell;
use super::{Evaluation, IndexRead, Standing};
use crate::words::evaluation::EvaluationWords;

/// One index in one year for one reader.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) evaluation: &'a Evaluation,
    pub(super) index: &'a IndexRead,
    /// The place of the index.
    pub(super) place: usize,
    /// The year whose ranks were studied, or the latest.
    pub(super) year: i32,
    pub(super) lang: Lang,
    pub(super) words: &'static EvaluationWords,
}

impl<'a> Seen<'a> {
    pub(super) fn new(evaluation: &'a Evaluation, place: usize, lang: Lang) -> Self {
        let index = &evaluation.indexes[place];
        let studied = index.firmness.as_ref().map(|found| found.year);
        let year = studied.or_else(|| evaluation.latest()).unwrap_or_default();
        Self { evaluation, index, place, year, lang, words: EvaluationWords::of(lang) }
    }

    /// The cases of the year, the best first.
    pub(super) fn order(&self) -> Vec<usize> {
        self.evaluation.order(self.place, self.year)
    }

    /// The name of a case's unit.
    pub(super) fn unit(&self, case: usize) -> &'a Text {
        &self.evaluation.units[self.evaluation.cases[case].unit].name
    }

    /// The same in a cell.
    pub(super) fn unit_cell(&self, case: usize) -> Cell {
        Cell::name(self.unit(case), self.lang)
    }

    /// The name of a node.
    pub(super) fn node(&self, node: usize) -> &'a Text {
        &self.index.nodes[node].name
    }

    /// Where a case stands in all runs.
    pub(super) fn standing(&self, case: usize) -> Option<&'a Standing> {
        let firmness = self.index.firmness.as_ref()?;
        firmness.standings.iter().find(|standing| standing.case == case)
    }

    /// The published rank of a case.
    pub(super) fn rank(&self, case: usize) -> Option<f64> {
        of(&self.index.root().ranks, case)
    }

    /// The published score of a case.
    pub(super) fn score(&self, case: usize) -> Option<f64> {
        of(&self.index.root().scores, case)
    }

    /// An id of the page that no other section has.
    pub(super) fn id(&self, of_what: &str) -> String {
        format!("{}-index-{}-{of_what}", self.lang.code(), self.place + 1)
    }

    /// What a table that scrolls is called by who cannot see it.
    pub(super) fn region(&self, caption: &str) -> String {
        let caption = format!("{caption} · {}", self.index.name.read(self.lang));
        self.words.scrolls.with(&caption)
    }
}

/// The number of a case, if it has one.
pub(super) fn of(values: &[Option<f64>], case: usize) -> Option<f64> {
    values.get(case).copied().flatten()
}

/// A count as a coordinate.
#[expect(clippy::cast_precision_loss, reason = "counts of units and years are small")]
pub(super) const fn count(number: usize) -> f64 {
    number as f64
}
