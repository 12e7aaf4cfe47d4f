//! Indexes: `framework.toml`, and what was measured. Described in docs/framework-toml.md; the schema is docs/schemas/framework.schema.json.
//!
//! The engine knows codes and numbers; names, units of measure, sources, dates and revisions are known here. Reading is strict, other than for
//! programmes: a figure that was understood wrongly would be published. So whatever is not a number, or stands there twice, is refused with its row
//! and column, everything at once, up to a hundred.

mod bundle;
mod faults;
mod measured;
mod preferring;
mod reading;
mod steps;
mod vary;
mod words;
mod writing;

use std::collections::BTreeMap;
use std::sync::Arc;

use festoon_composite::uncertainty::Spread;
use festoon_composite::variation::Factor;
use festoon_composite::{Fault, Framework};
use festoon_domain::programme::Spot;
use festoon_domain::text::Text;

pub use bundle::{BUNDLE_FORMAT, BundleHead, BundleStudy, read_bundle_head};
pub use faults::{of_ranking, of_weights, sentence};
pub use measured::{Measured, Measurement, Note, Standing, read as read_measured};
pub use words::step_word;
pub use writing::write as write_framework;

pub use crate::said::MOST_MISTAKES;
use crate::{NamedFile, Reason, Refusal, Right};

/// What a framework file says.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameworkFile {
    /// The file it was read from, for saying what is wrong with it later.
    pub file: Arc<str>,
    /// What the evaluation is called.
    pub title: Text,
    /// What a reader should know first.
    pub note: Text,
    /// Whether the numbers are invented, and everything made of them says so.
    pub invented: bool,
    /// The years that are compared, ascending; none for all that were measured.
    pub years: Vec<i32>,
    /// Which headings of the data are the unit, the year and so on, where they are not the usual ones.
    pub headings: BTreeMap<Role, String>,
    /// Columns of the data that say which group a unit is in.
    pub groupings: Vec<String>,
    /// What is compared, in the order of results; when none, whatever was measured.
    pub units: Vec<NamedUnit>,
    /// Names of indicators, in the order of the pool, and then of columns that are carried along.
    pub columns: Vec<NamedColumn>,
    /// Names of indexes and their nodes.
    pub indexes: Vec<NamedIndex>,
    /// What the engine is told.
    pub framework: Framework,
    /// What could have been chosen otherwise.
    pub varied: Vec<Varied>,
    /// Where things stand in the file.
    pub(crate) lines: Lines,
}

/// What a column of the data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Who was measured.
    Unit,
    /// When.
    Year,
    /// What, in the long form.
    Indicator,
    /// The number, in the long form.
    Value,
    /// Where it comes from.
    Source,
    /// When it was published.
    Date,
}

/// A unit with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedUnit {
    /// A code of its own.
    pub code: String,
    /// What it is called; the data may use any of these.
    pub name: Text,
    /// Its groups, by the name of the grouping.
    pub groups: Vec<(String, String)>,
}

/// An indicator, or another column, with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedColumn {
    /// A code of its own.
    pub code: String,
    /// What it is called; the data may use any of these as a heading.
    pub name: Text,
    /// In what it is counted.
    pub measure: Text,
    /// Where it comes from.
    pub source: Text,
}

/// An index with the names of its nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedIndex {
    /// A code of its own.
    pub code: String,
    /// What it is called.
    pub name: Text,
    /// What it is about.
    pub about: Text,
    /// What its branches are called, by their codes.
    pub nodes: BTreeMap<String, Text>,
}

/// Something that could have been chosen otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Varied {
    /// What it is called; empty when it is told in words of ours.
    pub name: Text,
    /// The index it is of; none for one that is tried on every index.
    pub index: Option<String>,
    /// What the engine varies. Of what is taken out, an index takes what it has.
    pub factor: Factor,
    /// How it is drawn.
    pub spread: Spread,
}

/// Lines of the file, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Lines {
    steps: Vec<u32>,
    indicators: BTreeMap<String, u32>,
    indexes: BTreeMap<String, u32>,
    nodes: BTreeMap<(String, String), u32>,
}

impl FrameworkFile {
    /// Reads `framework.toml`.
    ///
    /// # Errors
    /// Everything that is not as it should be, with its line and what would be right.
    pub fn parse(file: &NamedFile) -> Result<Self, Vec<Refusal>> {
        reading::read(file)
    }

    /// What the engine found wrong, as it is told of this file.
    #[must_use]
    pub fn refusals(&self, faults: &[Fault]) -> Vec<Refusal> {
        let refusal = |fault: &Fault| Refusal {
            file: Arc::clone(&self.file),
            spot: self.lines.of(fault).map_or(Spot::Whole, Spot::Line),
            reason: Reason::Malformed(sentence(fault)),
        };
        let mut all: Vec<Refusal> = faults.iter().map(refusal).collect();
        all.sort_by(|one, other| one.spot.cmp(&other.spot));
        all.truncate(MOST_MISTAKES);
        all
    }

    /// The names of a column; of one that nobody described, its code.
    #[must_use]
    pub fn name_of_column(&self, code: &str) -> Text {
        let named = self.columns.iter().find(|column| column.code == code).map(|column| &column.name);
        named.filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| Text::single(code))
    }
}

fn malformed(file: &Arc<str>, spot: Spot, right: Right) -> Refusal {
    Refusal { file: Arc::clone(file), spot, reason: Reason::Malformed(right) }
}

#[cfg(test)]
mod tests;
