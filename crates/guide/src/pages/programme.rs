//! The programme: all days, a day by time, a stretch of a long day, and a day as a grid of halls.
//!
//! Lists come first, because a list can be read on a phone, by a screen reader and on paper. Every page is bounded however large
//! the week: what does not fit is on pages of its own, and the page says so.

mod overview;

mod day;

mod grid;

mod head;
mod narrowing;
mod rail;

pub use day::DayPage;
pub use grid::{GridPage, NthGroup};
pub use narrowing::Narrowing;
pub use overview::ProgrammePage;
pub use rail::{Rail, RailDay};

/// A page lists at most so many activities of a day.
const MOST_CARDS: usize = 60;
