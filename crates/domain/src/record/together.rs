//! From records, one by one, to [`Records`].

use super::{Fault, Record};
use crate::week::Records;

/// The week that these records are of; their order within a kind becomes the order of its table.
///
/// # Errors
/// The first record that does not fit, with the field and what would be right.
pub fn put_together(records: &[Record]) -> Result<Records, Fault> {
    let _ = records;
    unimplemented!()
}
