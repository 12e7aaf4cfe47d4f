//! Numbers that name a thing instead of counting.

pub(crate) mod code_en;
pub(crate) mod codes;
pub(crate) mod label;
