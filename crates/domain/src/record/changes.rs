//! What differs between two states of a week.

use super::{Kind, Record, Value};

/// A record that is not as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it is.
    pub kind: Kind,
    /// Its key.
    pub key: Box<str>,
    /// What happened to it.
    pub what: What,
}

/// What happened to a record.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// It is new.
    Added(Vec<Value>),
    /// It is gone.
    Removed(Vec<Value>),
    /// Fields of it differ; never empty.
    Changed(Vec<FieldChange>),
}

/// A field that is not as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// Which, by its place in [`Kind::fields`].
    pub field: usize,
    /// What stood there.
    pub from: Value,
    /// What stands there.
    pub to: Value,
}

/// What turns `before` into `after`, in the order of kinds; the order of records says nothing.
#[must_use]
pub fn compare(before: &[Record], after: &[Record]) -> Vec<Change> {
    let _ = (before, after);
    unimplemented!()
}
