//! Parts and totals: what a paragraph adds up, and what it breaks down.

pub(crate) mod apart;
pub(crate) mod breakdown;
pub(crate) mod families;
pub(crate) mod halves;
pub(crate) mod parts;
pub(crate) mod parts_behind;
pub(crate) mod summed;
pub(crate) mod sums;
mod undone;
