//! What differs between two states of a week.

use std::collections::HashMap;

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

/// What turns `before` into `after`, in the order of kinds and of `after`; the order of records says nothing.
#[must_use]
pub fn compare(before: &[Record], after: &[Record]) -> Vec<Change> {
    let mut old: HashMap<(Kind, &str), &Record> =
        before.iter().map(|record| ((record.kind, &*record.key), record)).collect();
    let mut changes = Vec::new();
    for record in after {
        let what = match old.remove(&(record.kind, &*record.key)) {
            None => Some(What::Added(record.values.clone())),
            Some(was) => fields(&was.values, &record.values),
        };
        changes.extend(what.map(|what| Change { kind: record.kind, key: record.key.clone(), what }));
    }
    let gone = before.iter().filter(|record| old.contains_key(&(record.kind, &*record.key)));
    changes.extend(gone.map(|record| Change {
        kind: record.kind,
        key: record.key.clone(),
        what: What::Removed(record.values.clone()),
    }));
    changes.sort_by_key(|change| change.kind);
    changes
}

fn fields(before: &[Value], after: &[Value]) -> Option<What> {
    let differ = before.iter().zip(after).enumerate().filter(|(_, (from, to))| from != to);
    let changes: Vec<FieldChange> = differ
        .map(|(field, (from, to))| FieldChange { field, from: from.clone(), to: to.clone() })
        .collect();
    (!changes.is_empty()).then_some(What::Changed(changes))
}
