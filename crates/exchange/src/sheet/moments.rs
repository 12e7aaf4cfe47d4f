//! Dates and times as hosts write them, in one cell or several.
//!
//! Three steps: [`scan`] cuts a cell into tokens (a date, a clock, "to", 下午 …), [`stated`] makes of the tokens what
//! the cell states, [`span`] joins the cells of a row and the day above it into instants.
//! What the cell leaves open (the year, day or month first) is decided for a whole column in [`dates`].

pub(super) mod clock;
pub(super) mod dates;
pub(super) mod durations;
pub(super) mod scan;
pub(super) mod serial;
pub(super) mod span;
pub(super) mod stated;

mod letters;
mod numerals;

pub(super) use scan::Expect;
pub(super) use stated::{Stated, read};
