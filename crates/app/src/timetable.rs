//! What people do with a timetable.

mod check;
mod report;

pub use check::{ClashReport, check, examine};
pub use report::report;
