//! From [`Records`] to records, one by one.

use super::Record;
use crate::week::Records;

/// Every record of a week, by kind and then in the order of its table.
#[must_use]
pub fn take_apart(records: &Records) -> Vec<Record> {
    let _ = records;
    unimplemented!()
}
