//! Use cases by subject: one function per thing a person does.
//!
//! What needs the memory takes an open [`Store`](festoon_store::Store), reads, decides outside the writer, and writes in one
//! transaction that is only kept if what was read still holds. Time is an argument.

pub mod claims;
pub mod draft;
pub mod indexes;
pub mod notices;
pub mod outlets;
pub mod plans;
pub mod programme;
pub mod releases;
pub mod timetable;
pub mod uploads;
pub mod weeks;

pub mod keys;
pub mod tasks;

mod failure;

pub use failure::{Actor, Failure};
