//! Rises and falls.

pub(crate) mod change;
pub(crate) mod change_en;
pub(crate) mod change_zh;
