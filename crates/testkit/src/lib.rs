//! What tests are made of: people who keep their names everywhere, a week said in a few words, and fresh databases.
//!
//! Nothing here reads a clock or draws chance of its own; a seed is an argument.
//! Mistakes in a test's own words (a date that is none, a room nobody named) panic with the words that were wrong.
//! The crate stands on `festoon-domain`, so a test *inside* that crate cannot use it (it would see two copies of every
//! type): the domain's tests that want a [`TestWeek`] live in its `tests` folder.

#![expect(
    clippy::missing_panics_doc,
    reason = "a test's own mistake ends the test, with the words that were wrong"
)]

pub mod databases;
pub mod people;
pub mod planted;

mod any_week;
mod test_week;

pub use any_week::any_week;
pub use people::TestPerson;
pub use test_week::{TestWeek, occurrence, person, room, session, venue};
