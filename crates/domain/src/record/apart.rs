//! From [`Records`] to records, one by one.

mod cells;
mod programme;
mod rest;

use super::Record;
use crate::week::Records;

/// Every record of a week, by kind and then in the order of its table.
///
/// A default that a file need not say is [`Value::Nothing`](super::Value::Nothing): a scheduled state, exclusive use of a room,
/// details of the same origin as the record, the visibility that a role usually has.
#[must_use]
pub fn take_apart(records: &Records) -> Vec<Record> {
    let mut all = Vec::new();
    programme::take_apart(&records.programme, &mut all);
    rest::take_apart(records, &mut all);
    all.sort_by_key(|record| record.kind);
    all
}
