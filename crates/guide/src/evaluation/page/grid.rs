//! A table beside a picture: whatever is drawn can be read as numbers.

use askama::Template;
use festoon_domain::text::{Lang, Text};

/// A table with a head a column and a head a row.
#[derive(Debug, Template)]
#[template(path = "evaluation/grid.html", whitespace = "minimize")]
pub(super) struct Grid {
    pub(super) caption: String,
    /// What a reader who cannot see hears of the region, which scrolls on a narrow screen.
    pub(super) region: String,
    pub(super) heads: Vec<Cell>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub(super) text: String,
    /// The language, where it is not the reader's.
    pub(super) lang: Option<&'static str>,
    pub(super) class: &'static str,
}

impl Cell {
    /// Words in the reader's language.
    pub(super) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None, class: "" }
    }

    /// A number, which stands right.
    pub(super) fn number(text: impl Into<String>) -> Self {
        Self { class: "amount", ..Self::words(text) }
    }

    /// A name, in the other language where there is none in the reader's.
    pub(super) fn name(name: &Text, lang: Lang) -> Self {
        let (text, shown) = name.shown(lang);
        Self { lang: (shown != lang && !text.is_empty()).then(|| shown.tag()), ..Self::words(text) }
    }

    /// The same name, set in by how deep it stands in a tree.
    pub(super) fn deep(self, depth: usize) -> Self {
        const CLASSES: [&str; 5] = ["", "depth-1", "depth-2", "depth-3", "depth-4"];
        Self { class: CLASSES[depth.min(CLASSES.len() - 1)], ..self }
    }
}
