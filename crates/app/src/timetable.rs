//! What people do with a timetable.

pub mod conference;

mod check;
pub mod planning;
mod report;

pub use check::{ClashReport, check, examine};
pub use report::report;
