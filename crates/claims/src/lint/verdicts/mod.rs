//! What is said of a claim once its figure is known, in both languages.

pub(crate) mod decide;
pub(crate) mod direction;
pub(crate) mod judge;
pub(crate) mod linked;
pub(crate) mod quoted;
pub(crate) mod sentence;
mod stage;
mod stale;
mod unequal;
pub(crate) mod verdict;
