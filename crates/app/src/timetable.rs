//! What people do with a timetable.

pub mod conference;
pub mod meetings;

mod check;
pub mod planning;
mod reason;
mod report;

pub use check::{ClashReport, check, examine};
pub use reason::Reason;
pub use report::report;
