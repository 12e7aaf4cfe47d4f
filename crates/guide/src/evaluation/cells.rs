//! Cells that a step changed, and whatever has no number.

use festoon_domain::programme::Citation;

use super::Both;

/// A cell that was changed.
#[derive(Debug, Clone, PartialEq)]
pub struct CellTreated {
    /// The step, by its place in the method counted from 1.
    pub step: usize,
    /// The case.
    pub case: usize,
    /// The indicator.
    pub indicator: usize,
    /// What stood there.
    pub from: Option<f64>,
    /// What stands there now.
    pub to: Option<f64>,
    /// Why, in words.
    pub why: Both,
}

/// Something that has no number.
#[derive(Debug, Clone, PartialEq)]
pub struct CellGone {
    /// The step that could not compute it, counted from 1; 0 when the data does not have it.
    pub step: usize,
    /// What.
    pub at: GapAt,
    /// Why, in words.
    pub why: Both,
    /// Where the number stands that could not be used, or was to be divided by; none where there is no such cell.
    pub citation: Option<Citation>,
}

/// What has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapAt {
    /// A cell of the sheet.
    Cell {
        /// The case.
        case: usize,
        /// The indicator.
        indicator: usize,
    },
    /// The score of a node.
    Score {
        /// The case.
        case: usize,
        /// The index.
        index: usize,
        /// The node.
        node: usize,
    },
    /// A case that was left out.
    Case {
        /// The case.
        case: usize,
    },
    /// An indicator that was left out.
    Indicator {
        /// The indicator.
        indicator: usize,
    },
}

impl GapAt {
    /// The case and the indicator of it, and the index with its node, each where it has one.
    #[must_use]
    pub fn parts(self) -> (Option<usize>, Option<usize>, Option<(usize, usize)>) {
        match self {
            Self::Cell { case, indicator } => (Some(case), Some(indicator), None),
            Self::Score { case, index, node } => (Some(case), None, Some((index, node))),
            Self::Case { case } => (Some(case), None, None),
            Self::Indicator { indicator } => (None, Some(indicator), None),
        }
    }
}
