//! What can be wrong with a record.

use super::Kind;
use crate::text::Lang;

/// A record that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which of the records, counted from 0 in the list that was given.
    pub index: usize,
    /// What it is.
    pub kind: Kind,
    /// Its key.
    pub key: Box<str>,
    /// The field, where it is about one.
    pub field: Option<&'static str>,
    /// What stood there.
    pub stood: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The field cannot hold this; what would be right.
    Unfit(&'static str),
    /// No record of this kind has this key.
    Unknown(Kind),
    /// Another record of its kind has its key.
    Twice,
    /// The key is not one: `a-z 0-9 -`.
    NoKey,
    /// There must be exactly one record of the kind.
    NotOne,
}

impl Fault {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let _ = lang;
        unimplemented!()
    }
}
