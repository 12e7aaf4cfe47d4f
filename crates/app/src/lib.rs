//! Use cases by subject: one function per thing a person does.

pub mod programme;
pub mod timetable;
pub mod uploads;

pub mod keys;
pub mod tasks;
