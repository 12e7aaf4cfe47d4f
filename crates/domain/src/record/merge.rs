//! A file read again meets a draft that was worked on since.

use super::Value;

/// What becomes of a record's fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The values after the merge.
    pub values: Vec<Value>,
    /// Fields that both sides changed, each its own way; `values` has what stood in the draft.
    pub conflicts: Vec<Conflict>,
}

/// A field on which draft and file do not agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Which, by its place in the kind's fields.
    pub field: usize,
    /// What stands in the draft.
    pub kept: Value,
    /// What the file says.
    pub offered: Value,
}

/// Brings a file's word to a draft's, field by field. `base` is what the same file said the last time, if it ever did.
///
/// What the file does not say anew leaves the draft as it is; what was not touched in the draft follows the file; what
/// both changed is a conflict. A file that never said anything about the record fills what is empty and may contradict the rest.
#[must_use]
pub fn merge(base: Option<&[Value]>, draft: &[Value], file: &[Value]) -> Merged {
    let mut merged = Merged { values: draft.to_vec(), conflicts: Vec::new() };
    for (field, (kept, offered)) in draft.iter().zip(file).enumerate() {
        let said_before = base.and_then(|base| base.get(field));
        let takes_it = match said_before {
            _ if kept == offered => continue,
            Some(before) if before == offered => continue,
            Some(before) => before == kept,
            None if *offered == Value::Nothing => continue,
            None => *kept == Value::Nothing,
        };
        if takes_it {
            merged.values[field] = offered.clone();
        } else {
            merged.conflicts.push(Conflict { field, kept: kept.clone(), offered: offered.clone() });
        }
    }
    merged
}
