//! The draft: every record of a week as it stands now, one table a kind, named `draft_` and the kind's word.

use festoon_domain::record::{Kind, Record};

use crate::{Read, StoreError, Tx};

/// Every record of a week, by kind and position.
pub fn load(read: &mut Read<'_>, week: &str) -> Result<Vec<Record>, StoreError> {
    let _ = (read, week);
    unimplemented!()
}

/// Puts records in; one whose kind and key are there already is replaced where it stands, a new one comes after the others of its kind.
pub fn put(tx: &mut Tx<'_>, week: &str, records: &[Record]) -> Result<(), StoreError> {
    let _ = (tx, week, records);
    unimplemented!()
}

/// Takes records out by kind and key; how many there were.
pub fn remove(tx: &mut Tx<'_>, week: &str, which: &[(Kind, &str)]) -> Result<u64, StoreError> {
    let _ = (tx, week, which);
    unimplemented!()
}
