//! What cannot be meant, in a framework or in the shape of its data: the place, and what would be right.

use thiserror::Error;

use crate::weights::WeightError;

/// A reason why a framework or its data is refused. The fields are for whoever says it in another language.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Fault {
    // Of the data.
    /// Two units have one code.
    #[error("unit {unit} is there twice, as rows {first} and {second}; every unit has a code of its own")]
    UnitTwice {
        /// The code.
        unit: String,
        /// Its first place, counted from 1.
        first: usize,
        /// Its second place, counted from 1.
        second: usize,
    },
    /// One unit has two rows for one year.
    #[error("unit {unit} has two rows for {year}, rows {first} and {second}; keep one of them")]
    CaseTwice {
        /// The unit's code.
        unit: String,
        /// The year.
        year: i32,
        /// Its first row, counted from 1.
        first: usize,
        /// Its second row, counted from 1.
        second: usize,
    },
    /// A case of a unit that is not there.
    #[error("row {row} names unit number {unit}, and there are {units}; a case names a unit by its place")]
    NoSuchUnit {
        /// The row, counted from 1.
        row: usize,
        /// What it names, counted from 0.
        unit: usize,
        /// How many units there are.
        units: usize,
    },
    /// Two columns have one code.
    #[error("column {column} is there twice; every column has a code of its own")]
    ColumnTwice {
        /// The code.
        column: String,
    },
    /// A column is not one cell a case.
    #[error(
        "column {column} has {cells} cells, and there are {cases} rows; give one cell a row, empty where nothing is measured"
    )]
    ColumnLength {
        /// The code.
        column: String,
        /// Its cells.
        cells: usize,
        /// The cases.
        cases: usize,
    },
    /// There is nothing to evaluate.
    #[error("the data has no row; give one row a unit and year")]
    NoCases,

    // Between the framework and the data.
    /// An indicator is not measured.
    #[error(
        "indicator {indicator} has no column in the data; add a column headed {indicator}, or take it out of the framework"
    )]
    NoColumn {
        /// The indicator's code.
        indicator: String,
    },
    /// A denominator is not measured.
    #[error("indicator {indicator} is divided by {column}, which is no column of the data")]
    NoDenominator {
        /// The indicator's code.
        indicator: String,
        /// The column it is to be divided by.
        column: String,
    },
    /// A grouping is not there.
    #[error("step {step} imputes by the group {group}, which no unit has; give every unit its {group}")]
    NoGroup {
        /// The step, counted from 1.
        step: usize,
        /// The grouping.
        group: String,
    },
    /// A year sets the scale and is not measured.
    #[error("step {step} takes its scale from {year}, and no row is of {year}")]
    NoYear {
        /// The step, counted from 1.
        step: usize,
        /// The year.
        year: i32,
    },
    /// A unit is the reference and is not there.
    #[error("step {step} compares with unit {unit}, which is not in the data")]
    NoReferenceUnit {
        /// The step, counted from 1.
        step: usize,
        /// The unit's code.
        unit: String,
    },

    // Of the pool of indicators.
    /// Two indicators have one code.
    #[error("indicator {indicator} is there twice; every indicator has a code of its own")]
    IndicatorTwice {
        /// The code.
        indicator: String,
    },
    /// An indicator's number cannot be used.
    #[error("indicator {indicator}: {what} is {number}; {right}")]
    IndicatorNumber {
        /// The indicator's code.
        indicator: String,
        /// Which number.
        what: &'static str,
        /// What it is.
        number: f64,
        /// What would be right.
        right: &'static str,
    },
    /// The goalposts stand the wrong way round, or on one place.
    #[error("indicator {indicator}: the worst goalpost is {worst} and the best {best}, but {right}")]
    GoalpostsTurned {
        /// The indicator's code.
        indicator: String,
        /// Where the scale begins.
        worst: f64,
        /// Where the scale ends.
        best: f64,
        /// What would be right.
        right: &'static str,
    },

    // Of a tree.
    /// Two indexes have one code.
    #[error("index {index} is there twice; every index has a code of its own")]
    IndexTwice {
        /// The code.
        index: String,
    },
    /// The root is not among the nodes.
    #[error("index {index} has no root: add a node {index} without a parent")]
    NoRoot {
        /// The index's code.
        index: String,
    },
    /// Something else is without a parent.
    #[error("index {index}: node {node} has no parent; only the root {index} has none")]
    Orphan {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
    },
    /// A parent is not there.
    #[error("index {index}: node {node} stands below {parent}, which is no node of this index")]
    NoParent {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
        /// What it calls its parent.
        parent: String,
    },
    /// A node is there twice.
    #[error("index {index}: node {node} is there twice; a node stands in one place of an index")]
    NodeTwice {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
    },
    /// Nodes stand below each other in a ring.
    #[error("index {index}: {} stand below each other in a ring; one of them must stand below a node that leads to {index}", ring.join(" → "))]
    Ring {
        /// The index's code.
        index: String,
        /// The codes, each below the next, and the last below the first.
        ring: Vec<String>,
    },
    /// A node that is no indicator has no children.
    #[error(
        "index {index}: node {node} has no children and is no indicator; put something below it, or add an indicator {node} to the pool"
    )]
    NoChildren {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
    },
    /// An indicator has children.
    #[error(
        "index {index}: indicator {node} has {child} below it; an indicator is a leaf, so give one of them another code"
    )]
    LeafWithChildren {
        /// The index's code.
        index: String,
        /// The indicator's code.
        node: String,
        /// A child's code.
        child: String,
    },
    /// A weight is negative or no number.
    #[error("index {index}: node {node} has the weight {weight}; a weight is a number that is not negative")]
    Weight {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
        /// What it has.
        weight: f64,
    },
    /// All weights below a node are zero.
    #[error("index {index}: the weights below {node} sum to 0; give at least one of {} a weight above 0", children.join(", "))]
    WeightsSumToZero {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
        /// Its children's codes.
        children: Vec<String>,
    },

    // Of the steps.
    /// A step names something that is not there.
    #[error("step {step} names {code}, which is no {kind} of the framework")]
    NoSuchCode {
        /// The step, counted from 1.
        step: usize,
        /// What it names.
        code: String,
        /// Of what kind it ought to be.
        kind: &'static str,
    },
    /// A step's number cannot be used.
    #[error("step {step}: {what} is {number}; {right}")]
    StepNumber {
        /// The step, counted from 1.
        step: usize,
        /// Which number.
        what: &'static str,
        /// What it is.
        number: f64,
        /// What would be right.
        right: &'static str,
    },
    /// A scale wants something that an indicator has not got.
    #[error(
        "step {step}: indicator {indicator} has no {what}; state it, or leave the indicator out of the step"
    )]
    Lacking {
        /// The step, counted from 1.
        step: usize,
        /// The indicator's code.
        indicator: String,
        /// What it lacks.
        what: &'static str,
    },
    /// A step cannot take the span it names.
    #[error("step {step}: {what} cannot take one year for all; choose all years, or each year for itself")]
    SpanOfRanks {
        /// The step, counted from 1.
        step: usize,
        /// What cannot.
        what: &'static str,
    },
    /// No step aggregates a node, though others are.
    #[error("index {index}: no step aggregates node {node}; name it in an aggregating step")]
    NotAggregated {
        /// The index's code.
        index: String,
        /// The node's code.
        node: String,
    },
    /// There are steps that need scores, and nothing aggregates.
    #[error("step {step} ranks scores, and no step aggregates; add an aggregating step before it")]
    NothingToRank {
        /// The step, counted from 1.
        step: usize,
    },
    /// Less of an indicator is better, and no step turns it.
    #[error(
        "indicator {indicator}: less of it is better, and no normalising step turns it before index {index} adds it up"
    )]
    NotTurned {
        /// The indicator's code.
        indicator: String,
        /// The index it enters.
        index: String,
    },

    /// Thresholds of a preference that are below zero or cross.
    #[error(
        "the preference of {indicator} cannot be kept; give thresholds of 0 or more, the indifference below the preference"
    )]
    PreferenceTurned {
        /// The indicator's code.
        indicator: String,
    },

    /// Judgements are not of the children of their node.
    #[error("step {step} judges {}, but the children of {node} are {}", judged.join(", "), children.join(", "))]
    JudgedOthers {
        /// The step, counted from 1.
        step: usize,
        /// The node's code.
        node: String,
        /// Who is judged.
        judged: Vec<String>,
        /// Its children.
        children: Vec<String>,
    },
    /// Judgements give no weights, or contradict each other more than the framework takes.
    #[error("step {step}, judgements below {node}: {error}")]
    Judgements {
        /// The step, counted from 1.
        step: usize,
        /// The node's code.
        node: String,
        /// Why, with row and column and what would be right.
        error: WeightError,
    },
    /// Bounds that no shares of a benefit of the doubt can keep.
    #[error(
        "step {step}: shares between {least} and {most} of {children} children below {node} cannot sum to 1; {right}"
    )]
    Bounds {
        /// The step, counted from 1.
        step: usize,
        /// The node's code.
        node: String,
        /// The lower bound.
        least: f64,
        /// The upper bound.
        most: f64,
        /// How many children there are.
        children: usize,
        /// What would be right.
        right: &'static str,
    },

    // Of what is varied.
    /// A factor names an index that is not there.
    #[error("there is no index {index}; the framework has {}", known.join(", "))]
    NoIndex {
        /// What is named.
        index: String,
        /// What there is.
        known: Vec<String>,
    },
    /// A factor names a node that is not there.
    #[error("factor {factor} names {node}, which is no node of index {index}")]
    FactorNode {
        /// The factor, counted from 1.
        factor: usize,
        /// The index's code.
        index: String,
        /// What it names.
        node: String,
    },
    /// A factor exchanges steps that are not there, or that another exchanges too.
    #[error("factor {factor} exchanges steps {} to {until}, but {right}", from + 1)]
    FactorSteps {
        /// The factor, counted from 1.
        factor: usize,
        /// The first step, counted from 0.
        from: usize,
        /// The last step, counted from 1.
        until: usize,
        /// What would be right.
        right: &'static str,
    },
    /// A factor has nothing to choose from.
    #[error("factor {factor} has no choices; give it at least one")]
    FactorWithoutChoices {
        /// The factor, counted from 1.
        factor: usize,
    },
    /// A factor's number cannot be used.
    #[error("factor {factor}: {what} is {number}; {right}")]
    FactorNumber {
        /// The factor, counted from 1.
        factor: usize,
        /// Which number.
        what: &'static str,
        /// What it is.
        number: f64,
        /// What would be right.
        right: &'static str,
    },
    /// Nothing aggregates, so there is nothing to ask for.
    #[error("index {index} has no scores to vary, since no step aggregates; add an aggregating step")]
    NothingToVary {
        /// The index's code.
        index: String,
    },
}

/// All reasons at once, so that a file is mended in one go.
#[derive(Clone, Debug, PartialEq)]
pub struct Faults(pub Vec<Fault>);

impl std::fmt::Display for Faults {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, fault) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(to)?;
            }
            write!(to, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}
