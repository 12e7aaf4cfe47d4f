//! What a ledger knows, made ready to be asked many times: its words, its numbers and what its figures are told apart by.

pub(crate) mod alone;
pub(crate) mod clues;
pub(crate) mod forms;
pub(crate) mod look;
pub(crate) mod names;
pub(crate) mod shapes;
pub(crate) mod traits;
pub(crate) mod truths;
