//! Composite indicators: from a table of measurements to indexes and ranks, and how firm each rank is.
//!
//! Plain numbers in, plain numbers out. Nothing here reads a file, a clock or a name, and nothing knows a week of ours: whoever wants only an
//! engine for composite indicators takes this crate alone. All mathematics is pure Rust ([`numbers`]), so a result is the same bytes on every
//! machine and any number of threads.
//!
//! The order of reading: a [`Framework`] says what an index is made of, [`Data`] what was measured; [`run`] takes the steps in the order of
//! the framework and gives a [`Run`], which can be looked at after every step. A [`Model`] is the same, made ready to be run many times over
//! with other choices ([`Variation`]), for [`uncertainty`], what the result depends on. [`numbers`], the [`weights`] and the [`ranking`] methods are
//! usable alone, on one column or matrix.

pub mod framework;
mod measured;
mod model;
pub mod numbers;
pub mod ranking;
pub mod reading;
mod run;
mod sheet;
mod stages;
pub mod uncertainty;
pub mod variation;
pub mod weights;

pub use framework::{Fault, Faults, Framework, Index, Indicator, Node, Step};
pub use measured::{Case, Data, Unit};
pub use model::{Model, run};
pub use run::{
    Change, FilledFrom, Missing, Outcome, Run, Scored, ScoredNode, Shape, Stage, Treated, Undefined, Warning,
    Why, WhyChanged,
};
pub use sheet::{Matrix, Sheet};
pub use variation::{Factor, Output, Variation};

/// The example in the README is run with the other tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
