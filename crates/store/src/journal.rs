//! Who changed what, when, from what to what, and why. Nothing is ever taken out of it.

use festoon_domain::record::{Change, Kind, Value};
use jiff::Timestamp;

use crate::{Read, StoreError, Tx};

/// What all changes made together have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Of which week.
    pub week: String,
    /// The revision of the draft that the changes led to; none for a deed that left the draft as it was, such as a release.
    pub revision: i64,
    /// When.
    pub at: Timestamp,
    /// Who: a person's name, or a program's.
    pub actor: String,
    /// Why, or what was done: `import host.xlsx`.
    pub why: String,
}

/// One field that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The deed it belongs to.
    pub deed: Deed,
    /// Of what kind of record.
    pub kind: Kind,
    /// Which record.
    pub key: String,
    /// Which field; none where the record as a whole came or went.
    pub field: Option<String>,
    /// What stood there before.
    pub from: Value,
    /// What stands there after.
    pub to: Value,
}

/// Writes down what was done.
pub fn write(tx: &mut Tx<'_>, deed: &Deed, changes: &[Change]) -> Result<(), StoreError> {
    let _ = (tx, deed, changes);
    unimplemented!()
}

/// The journal of a week, newest first, at most `limit` lines, of one record where one is named.
pub fn of_week(
    read: &mut Read<'_>,
    week: &str,
    record: Option<(Kind, &str)>,
    limit: u32,
) -> Result<Vec<Line>, StoreError> {
    let _ = (read, week, record, limit);
    unimplemented!()
}
