//! A run as a value: the sheet after every step, the scores of every node, and everything that was changed or could not be computed.
//!
//! Nothing here is not a number without a reason: what is missing stands in [`Run::undefined`], with the first step that could not compute it.

use crate::framework::Step;
use crate::measured::{Case, Unit};
use crate::ranking::RankingError;
use crate::sheet::Sheet;
use crate::weights::{Misfit, WeightError};

/// What a framework makes of its data.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The units, as in the data.
    pub units: Vec<Unit>,
    /// The cases, as in the data. A case is named by its place here.
    pub cases: Vec<Case>,
    /// The indicators' codes, as in the framework. An indicator is named by its place here.
    pub indicators: Vec<String>,
    /// The raw sheet, then the sheet after each step, weighing, aggregating and ranking included (they leave it as it is).
    pub stages: Vec<Stage>,
    /// One for each index, when a step aggregates.
    pub indexes: Vec<Scored>,
    /// Every cell that screening, imputing, treating or bending changed, in the order it was changed.
    pub changes: Vec<Change>,
    /// What a treating step found in each column.
    pub treated: Vec<Treated>,
    /// Everything that has no number, and why.
    pub undefined: Vec<Undefined>,
    /// What was computed, but ought to be looked at.
    pub warnings: Vec<Warning>,
}

/// The sheet after a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The step with its choices; none for the raw sheet.
    pub step: Option<Step>,
    /// The cases that are still there.
    pub cases: Vec<usize>,
    /// The indicators that are still there.
    pub indicators: Vec<usize>,
    /// Their cells: `cases` by `indicators`.
    pub sheet: Sheet,
}

/// An index with the scores of all of its nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// The index's code.
    pub code: String,
    /// The nodes, every one before those below it; the first is the root.
    pub nodes: Vec<ScoredNode>,
}

/// A node with its scores.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoredNode {
    /// The node's code.
    pub code: String,
    /// The node above, by its place; none for the root.
    pub parent: Option<usize>,
    /// The indicator it is, if it is a leaf.
    pub indicator: Option<usize>,
    /// Its weight among its siblings; they sum to 1. Where children are missing, those that are there share it.
    pub weight: f64,
    /// One a case, as in [`Run::cases`].
    pub scores: Vec<Option<f64>>,
    /// One a case, 1 for the best of its year; empty when no step ranks. Ties by their mean can be halves.
    pub ranks: Vec<Option<f64>>,
}

/// A cell that was changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The step, by its place among the stages: 1 is the first.
    pub step: usize,
    /// The case.
    pub case: usize,
    /// The indicator.
    pub indicator: usize,
    /// What stood there.
    pub from: Option<f64>,
    /// What stands there now.
    pub to: Option<f64>,
    /// Why.
    pub why: WhyChanged,
}

/// Why a cell was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyChanged {
    /// It was the greatest, or equal to it, and became the next.
    WinsorisedFromAbove,
    /// It was the smallest, or equal to it, and became the next.
    WinsorisedFromBelow,
    /// Its column was bent because winsorising did not help.
    BentAfterWinsorising,
    /// Its column was bent by a step of its own.
    Bent,
    /// It was missing: filled with the mean or median of so many cells of its group, or of all.
    Filled {
        /// How many cells the filling was made of.
        of: usize,
        /// From whom.
        from: FilledFrom,
    },
}

/// From whom a missing cell was filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilledFrom {
    /// From all units.
    AllUnits,
    /// From the units of its group.
    Group,
    /// From the same unit in other years.
    Time,
    /// With a number stated in the framework.
    Statement,
}

/// What a treating step found in a column and did with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Treated {
    /// The step, by its place among the stages.
    pub step: usize,
    /// The indicator.
    pub indicator: usize,
    /// The year, when each year is treated for itself.
    pub year: Option<i32>,
    /// Its shape before; none with fewer than four values, or when all are the same.
    pub before: Option<Shape>,
    /// How many points winsorising moved, whether it was kept or not.
    pub winsorised: usize,
    /// The shape after winsorising, if a point was moved.
    pub after_winsorising: Option<Shape>,
    /// The shape after the curve, if it was bent.
    pub after_bending: Option<Shape>,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a column under treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It passed as it was.
    AsItWas,
    /// It passed when winsorised.
    Winsorised,
    /// It was bent from its untreated values, and passes.
    Bent,
    /// It does not pass, whatever was done; what was done last is kept, and there is a warning.
    StillFails,
    /// It has too few values, or is constant: it has no shape.
    NoShape,
}

/// Skewness and excess kurtosis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Skewness.
    pub skewness: f64,
    /// Excess kurtosis.
    pub kurtosis: f64,
}

/// Something that has no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Undefined {
    /// The stage that could not compute it: 0 for the raw sheet.
    pub step: usize,
    /// What.
    pub what: Missing,
    /// Why.
    pub why: Why,
}

/// What has no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A cell of the sheet.
    Cell {
        /// The case.
        case: usize,
        /// The indicator.
        indicator: usize,
    },
    /// The score of a node; leaves are cells.
    Score {
        /// The case.
        case: usize,
        /// The index, by its place in [`Run::indexes`].
        index: usize,
        /// The node, by its place in [`Scored::nodes`].
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

/// Why something has no number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// The data has nothing there.
    NotMeasured,
    /// No case has a value of this indicator.
    AllMissing,
    /// The denominator is not measured.
    DenominatorMissing,
    /// The denominator is zero.
    ZeroDenominator,
    /// There was nothing to fill it from.
    NothingToFillFrom,
    /// The column has one value only, and the scale divides by its spread.
    Constant {
        /// The value.
        value: f64,
    },
    /// A single value has no rank among others, and no standard deviation.
    SingleValue,
    /// A logarithm or a power of something that is not positive.
    NotPositive {
        /// The value.
        value: f64,
    },
    /// What it is compared with is missing.
    ReferenceMissing,
    /// What it is divided by is zero.
    ZeroReference,
    /// The result is greater than any number that can be written.
    TooLarge,
    /// A share of the cells too small was there: it was screened out.
    TooFewMeasured {
        /// The share that was there.
        share: f64,
    },
    /// The case was screened out.
    CaseLeftOut,
    /// None of the children has a score.
    NoChildHasAScore,
    /// A child has no score, and the framework wants all of them.
    ChildMissing {
        /// The child, by its place in [`Scored::nodes`].
        child: usize,
    },
    /// The children that have a score carry too little of the weight.
    TooLittleWeight {
        /// The share of the weight that is there.
        share: f64,
    },
    /// A child's score is zero or negative where the mean has none for it.
    ChildNotPositive {
        /// The child, by its place in [`Scored::nodes`].
        child: usize,
        /// Its score.
        score: f64,
    },
    /// The weights drawn from the numbers are undefined; a warning says why.
    WeightsUndefined,
    /// No mixture of the other units can be compared with it.
    NoPeers,
    /// The method that compares cases could not; a warning says why.
    NoComparison,
}

/// What was computed, but ought to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// A column does not pass after all that the treatment may do.
    StillFails {
        /// The step, by its place among the stages.
        step: usize,
        /// The indicator.
        indicator: usize,
        /// Its shape now.
        shape: Shape,
    },
    /// Experts contradict each other: the consistency ratio is above 0.1.
    Inconsistent {
        /// The node whose children were judged, by the index's place and its own.
        node: (usize, usize),
        /// The consistency ratio.
        ratio: f64,
        /// The judgement that fits worst: its rows and columns are the children in the order of the judgements.
        worst: Option<Misfit>,
    },
    /// The numbers give no weights.
    NoWeights {
        /// The node whose children were to be weighed, by the index's place and its own.
        node: (usize, usize),
        /// Why; its columns are the children, its rows the cases.
        error: WeightError,
        /// The children that were to be weighed, by their places in [`Scored::nodes`].
        children: Vec<usize>,
        /// The cases that have all of them.
        cases: Vec<usize>,
    },
    /// The method that compares cases has nothing to say.
    NoComparison {
        /// The node, by the index's place and its own.
        node: (usize, usize),
        /// Why; its columns are the children, its rows the cases.
        error: RankingError,
        /// The children, by their places in [`Scored::nodes`].
        children: Vec<usize>,
        /// The cases that were compared.
        cases: Vec<usize>,
    },
    /// An indicator has one value for everybody, so it decides nothing.
    Constant {
        /// The indicator.
        indicator: usize,
        /// The value.
        value: f64,
    },
}

impl Run {
    /// The sheet as it was when the trees were climbed.
    ///
    /// # Panics
    /// Never of a run of ours: it has at least the raw sheet.
    #[must_use]
    pub fn last(&self) -> &Stage {
        self.stages.last().expect("there is always the raw sheet")
    }

    /// The stage after the first step that a question is true of.
    #[must_use]
    pub fn after(&self, is: impl Fn(&Step) -> bool) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.step.as_ref().is_some_and(&is))
    }

    /// An index by its code.
    #[must_use]
    pub fn index(&self, code: &str) -> Option<&Scored> {
        self.indexes.iter().find(|index| index.code == code)
    }
}

impl Scored {
    /// The top of the tree.
    #[must_use]
    pub fn root(&self) -> &ScoredNode {
        &self.nodes[0]
    }

    /// A node by its code.
    #[must_use]
    pub fn node(&self, code: &str) -> Option<&ScoredNode> {
        self.nodes.iter().find(|node| node.code == code)
    }
}
