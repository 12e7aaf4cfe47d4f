//! Composite indicators: from a table of measurements to indexes and ranks, and how firm each rank is.
//!
//! Plain numbers in, plain numbers out. Nothing here reads a file, a clock or a name, and nothing knows a week of ours: whoever wants only an
//! engine for composite indicators takes this crate alone. All mathematics is pure Rust ([`numbers`]), so a result is the same bytes on every
//! machine and any number of threads.
//!
//! The order of reading: a [`Sheet`] of units and indicators; [`numbers`], what is asked of one column or matrix; the [`weights`] and the
//! [`ranking`] methods, each usable alone; the [`stages`] that a framework puts in order; [`uncertainty`], what the result depends on.

pub mod numbers;
pub mod ranking;
mod sheet;
pub mod stages;
pub mod uncertainty;
pub mod weights;

pub use sheet::{Matrix, Sheet};
