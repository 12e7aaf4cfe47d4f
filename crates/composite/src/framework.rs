//! What an index is made of: indicators, trees of nodes over them, and the steps from raw cells to a rank.
//!
//! A framework is a plain value: whoever reads it from a file fills it in, and [`Framework::faults`] says what cannot be meant. Several indexes
//! stand over one pool of indicators; an indicator is treated and normalised once and enters as many of them as name it.

mod checking;
mod choices;
mod faults;
mod steps;
mod tree;

pub use choices::{
    Beyond, Direction, Doubtful, MissingChild, NotPositive, Presence, Reference, Screening, Span, Turn,
    Which, WinsorTies,
};
pub use faults::{Fault, Faults};
pub use steps::{
    Aggregate, Bend, Curve, Fallback, Filling, Impute, Method, Normalise, Pass, Posts, Rank, Scale, Scope,
    Screen, Step, Treat, Weigh, Weighing, Winsorise,
};
pub(crate) use tree::{Tree, Twig};

pub use crate::numbers::{Divisor, Estimator, Ties};
pub use crate::ranking::Preference;

/// Indicators, indexes over them, and the steps in the order they are taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Framework {
    /// The pool: each is measured once, whatever indexes it enters.
    pub indicators: Vec<Indicator>,
    /// The indexes, each a tree of its own over the pool.
    pub indexes: Vec<Index>,
    /// What is done, in this order. Each step may be left out; with none, a run is the raw sheet.
    pub steps: Vec<Step>,
}

/// One thing that is measured of every unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name in trees and in the columns of the data.
    pub code: String,
    /// Whether more of it is better.
    pub direction: Direction,
    /// The column it is divided by when a step denominates.
    pub denominator: Option<Denominator>,
    /// Where the scale begins and ends, for goalposts and efficacy coefficients.
    pub goalposts: Option<Goalposts>,
    /// What is to be reached, for distances to a target; on the scale that the indicator has when it is normalised, except that a curve which
    /// does not depend on the units (logarithm, Box-Cox with a given power) bends it along.
    pub target: Option<f64>,
    /// How much of a difference counts, for PROMETHEE; in the unit that the indicator has when it is compared.
    pub preference: Preference,
}

impl Indicator {
    /// An indicator of which more is better, without denominator, goalposts and target.
    pub fn of(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            direction: Direction::MoreIsBetter,
            denominator: None,
            goalposts: None,
            target: None,
            preference: Preference::default(),
        }
    }
}

/// What an indicator is divided by.
#[derive(Clone, Debug, PartialEq)]
pub struct Denominator {
    /// A column of the data; it need not be an indicator.
    pub column: String,
    /// What the quotient is multiplied by: 1, or 10,000 for “per ten thousand people”.
    pub factor: f64,
}

/// The ends of a scale in the words of the efficacy coefficient: the value that is not allowed (x_s) and the satisfactory one (x_h).
///
/// They are stated as measured: of an indicator of which less is better, `worst` is the greater number. Curves that do not depend on the units
/// bend them along, so they are always written on the scale of the raw, or denominated, values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goalposts {
    /// Where the scale begins.
    pub worst: f64,
    /// Where the scale ends.
    pub best: f64,
}

/// One index: a tree whose leaves are indicators.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// The code of the root; it stands among the nodes, without a parent.
    pub code: String,
    /// Root, branches and leaves in any order. A node whose code is an indicator's is a leaf.
    pub nodes: Vec<Node>,
}

/// A place in a tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// An indicator's code, or a code of its own.
    pub code: String,
    /// The code of the node above; none for the root.
    pub parent: Option<String>,
    /// Its weight among its siblings, in any unit: weights are divided by their sum.
    pub weight: f64,
}

impl Node {
    /// The top of an index.
    pub fn root(code: impl Into<String>) -> Self {
        Self { code: code.into(), parent: None, weight: 1.0 }
    }

    /// A branch or a leaf below another node.
    pub fn below(parent: impl Into<String>, code: impl Into<String>, weight: f64) -> Self {
        Self { code: code.into(), parent: Some(parent.into()), weight }
    }
}
