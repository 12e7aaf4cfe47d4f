//! The members of the three formats, one table each.

mod first;
mod opass;
mod second;

pub(super) use first::FIRST;
pub(super) use opass::OPASS;
pub(super) use second::SECOND;
