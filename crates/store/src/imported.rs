//! What each source said the last time it was imported: the base against which a later import is merged.

use std::collections::HashMap;

use festoon_domain::record::{Kind, Value};
use jiff::Timestamp;

use crate::{Read, StoreError, Tx};

/// What a source said, by kind and the key in the draft.
pub type Said = HashMap<(Kind, Box<str>), Vec<Value>>;

/// What a source said about a week the last time; nothing if it never spoke.
pub fn load(read: &mut Read<'_>, week: &str, source: &str) -> Result<Said, StoreError> {
    let _ = (read, week, source);
    unimplemented!()
}

/// The sources of a week with the time of their last import, by name.
pub fn sources(read: &mut Read<'_>, week: &str) -> Result<Vec<(String, Timestamp)>, StoreError> {
    let _ = (read, week);
    unimplemented!()
}

/// Replaces what a source said by what it says now.
pub fn replace(tx: &mut Tx<'_>, week: &str, source: &str, now: Timestamp, said: &Said) -> Result<(), StoreError> {
    let _ = (tx, week, source, now, said);
    unimplemented!()
}
