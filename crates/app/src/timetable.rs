//! What people do with a timetable.

pub mod conference;

mod check;
mod report;

pub use check::{ClashReport, check, examine};
pub use report::report;
