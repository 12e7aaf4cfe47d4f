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
    let longest = draft.len().max(file.len()).max(base.map_or(0, <[Value]>::len));
    let mut merged = Merged { values: Vec::with_capacity(longest), conflicts: Vec::new() };
    for field in 0..longest {
        let at = |values: &[Value]| values.get(field).cloned().unwrap_or_default();
        let (draft, file) = (at(draft), at(file));
        // Without a word before, an empty field of the draft is one nobody worked on, and an empty one of the file says nothing.
        let (untouched, silent) = match base.map(at) {
            Some(base) => (draft == base, file == base),
            None => (draft == Value::Nothing, file == Value::Nothing),
        };
        if draft == file || silent {
            merged.values.push(draft);
        } else if untouched {
            merged.values.push(file);
        } else {
            merged.values.push(draft.clone());
            merged.conflicts.push(Conflict { field, kept: draft, offered: file });
        }
    }
    merged
}
