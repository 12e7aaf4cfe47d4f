//! What differs between two states of a week.

use std::collections::{HashMap, HashSet};

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

/// What turns `before` into `after`, in the order of kinds, and of `after` within one; what is gone comes last of its kind.
/// The order of the records themselves says nothing, and neither does where they were read.
#[must_use]
pub fn compare(before: &[Record], after: &[Record]) -> Vec<Change> {
    let known: HashMap<(Kind, &str), &Record> = before.iter().map(|record| (name(record), record)).collect();
    let kept: HashSet<(Kind, &str)> = after.iter().map(name).collect();

    let mut changes: Vec<Change> = Vec::new();
    for record in after {
        let what = match known.get(&name(record)) {
            None => Some(What::Added(record.values.clone())),
            Some(old) => Some(differences(&old.values, &record.values))
                .filter(|fields| !fields.is_empty())
                .map(What::Changed),
        };
        changes.extend(what.map(|what| Change { kind: record.kind, key: record.key.clone(), what }));
    }
    let gone = before.iter().filter(|record| !kept.contains(&name(record)));
    changes.extend(gone.map(|record| Change {
        kind: record.kind,
        key: record.key.clone(),
        what: What::Removed(record.values.clone()),
    }));

    changes.sort_by_key(|change| change.kind);
    changes
}

fn name(record: &Record) -> (Kind, &str) {
    (record.kind, &record.key)
}

/// Field by field; one that a side does not have yet is nothing.
fn differences(from: &[Value], to: &[Value]) -> Vec<FieldChange> {
    let at = |values: &[Value], field: usize| values.get(field).cloned().unwrap_or_default();
    (0..from.len().max(to.len()))
        .filter(|&field| {
            from.get(field).unwrap_or(&Value::Nothing) != to.get(field).unwrap_or(&Value::Nothing)
        })
        .map(|field| FieldChange { field, from: at(from, field), to: at(to, field) })
        .collect()
}
