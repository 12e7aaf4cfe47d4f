//! Rules by subject: plain values in, decisions out.
//!
//! Nothing here reads a file, a clock or a database, and nothing waits.
//! Time and chance are arguments.
//! The subjects, in the order a newcomer should read them:

pub mod choice;
pub mod exhibition;
pub mod figures;
pub mod notice;
pub mod programme;
pub mod record;
pub mod signing;
pub mod text;
pub mod timetable;
pub mod venue;
pub mod week;
