//! What people do with a timetable.

mod check;

pub use check::{ClashReport, check};
