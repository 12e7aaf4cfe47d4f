//! An evaluation as people see it: indexes over one pool of indicators, how firm each rank is, and the method in words.
//!
//! Plain names and numbers, already in words where words are needed: the report, the terminal and the pages read this one value. It deliberately
//! computes nothing; what a number means is the engine's matter, and who fills this in is `app`.
//!
//! Everything is named by its place: a *case* is a unit in a year, by its place in [`Evaluation::cases`]; a unit, an indicator and a node by theirs.
//! Whatever is one a case has a number or none; why it has none stands in [`Evaluation::gaps`].

mod cells;
mod firmness;
mod index;
mod page;

use festoon_domain::text::Text;

pub use crate::clash_report::Both;
pub use cells::{CellGone, CellTreated, GapAt};
pub use firmness::{Firmness, Judged, Shared, Standing, Swap};
pub use index::{Coherence, Combined, IndexRead, Left, NodeRead, Way};
pub use page::write_page;

/// Everything an evaluation shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// What it is called.
    pub title: Text,
    /// What a reader should know first, such as whom it is by; empty when nothing is said.
    pub note: Text,
    /// Whether it shows anything that is real.
    pub origin: Origin,
    /// Which version of the program computed it.
    pub version: String,
    /// The years, ascending.
    pub years: Vec<i32>,
    /// What is compared.
    pub units: Vec<UnitRead>,
    /// Units in years, in the order of the data.
    pub cases: Vec<CaseRead>,
    /// The pool.
    pub indicators: Vec<IndicatorRead>,
    /// The indexes over it.
    pub indexes: Vec<IndexRead>,
    /// The method in words: one a step, in their order, each naming its choices.
    pub method: Vec<MethodStep>,
    /// Who was first, the latest year first: “first on 3 of 3 indexes, for the second time”.
    pub honours: Vec<HonourRead>,
    /// What ought to be looked at before anything is published, the gravest first: ranks that are not firm, constant columns, contradictions.
    pub warnings: Vec<Both>,
    /// Every cell that a step changed, in the order it was changed.
    pub treated: Vec<CellTreated>,
    /// Everything that has no number, and why.
    pub gaps: Vec<CellGone>,
}

/// Whether the numbers are real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// They were measured.
    #[default]
    Measured,
    /// They are invented to show how it works: whatever shows them says so (示例 / sample).
    Invented,
}

/// What is compared: a district, a country.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitRead {
    /// Its code in the files.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Its groups by the name of the grouping.
    pub groups: Vec<(String, String)>,
}

/// A unit in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseRead {
    /// The unit, by its place.
    pub unit: usize,
    /// The year.
    pub year: i32,
}

/// Whether more of it is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// 正向.
    More,
    /// 逆向.
    Less,
}

/// One thing that is measured.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorRead {
    /// Its code in the files.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// In what it is counted, such as 亿元 / ¥100 million; empty when nothing is said.
    pub measure: Text,
    /// Where it comes from, as the framework says; cells may have sources of their own, which the audit bundle lists.
    pub source: Text,
    /// Whether more of it is better.
    pub better: Better,
    /// What it is divided by: the name of the column and a factor.
    pub per: Option<(Text, f64)>,
    /// The worst and the best goalpost, as measured.
    pub goalposts: Option<(f64, f64)>,
    /// What is to be reached.
    pub target: Option<f64>,
    /// As measured, one a case.
    pub measured: Vec<Option<f64>>,
}

/// A step of the method.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodStep {
    /// Its word in `framework.toml`.
    pub word: &'static str,
    /// What it does, with all choices that change a result.
    pub sentence: Both,
}

/// A unit that was first.
#[derive(Debug, Clone, PartialEq)]
pub struct HonourRead {
    /// The unit, by its place.
    pub unit: usize,
    /// The year.
    pub year: i32,
    /// On which indexes, by their places.
    pub on: Vec<usize>,
    /// Of how many.
    pub of: usize,
    /// For the how manieth time, this one included; counted within the years of the data.
    pub time: usize,
    /// All of that in a sentence.
    pub sentence: Both,
}

impl Evaluation {
    /// The place of a unit's year among the cases.
    #[must_use]
    pub fn case(&self, unit: usize, year: i32) -> Option<usize> {
        self.cases.iter().position(|case| case.unit == unit && case.year == year)
    }

    /// The latest year; none when there is no case.
    #[must_use]
    pub fn latest(&self) -> Option<i32> {
        self.years.last().copied()
    }

    /// The cases of a year with a rank on an index, the best first; after them those that have none, in the order of the data.
    #[must_use]
    pub fn order(&self, index: usize, year: i32) -> Vec<usize> {
        let of_year = |case: &usize| self.cases[*case].year == year;
        let mut order: Vec<usize> = (0..self.cases.len()).filter(of_year).collect();
        let root = self.indexes[index].root();
        let rank = |case: usize| root.ranks.get(case).copied().flatten().unwrap_or(f64::INFINITY);
        order.sort_by(|one, other| rank(*one).total_cmp(&rank(*other)));
        order
    }
}
