//! Changes as sentences, in both languages.

mod names;
mod sentences;

pub use names::Names;
