//! Which weeks there are, and which one is current.

use jiff::Timestamp;

use crate::{Read, StoreError, Tx};

/// A week of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekRow {
    /// Its name in addresses.
    pub slug: String,
    /// How often its draft has changed; a writer who read an older one has to read again.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// Whether the unprefixed addresses are its.
    pub is_current: bool,
}

/// Makes a week unless there is one of this name; the first of a database becomes the current one. Whether it was made.
pub fn create(tx: &mut Tx<'_>, slug: &str, now: Timestamp) -> Result<bool, StoreError> {
    let _ = (tx, slug, now);
    unimplemented!()
}

/// Every week, by name.
pub fn all(read: &mut Read<'_>) -> Result<Vec<WeekRow>, StoreError> {
    let _ = read;
    unimplemented!()
}

/// A week by its name.
pub fn find(read: &mut Read<'_>, slug: &str) -> Result<Option<WeekRow>, StoreError> {
    let _ = (read, slug);
    unimplemented!()
}

/// Makes a week the one that unprefixed addresses serve; whether there is such a week.
pub fn make_current(tx: &mut Tx<'_>, slug: &str) -> Result<bool, StoreError> {
    let _ = (tx, slug);
    unimplemented!()
}

/// Counts a change of the draft on from the revision it was made on; false when somebody else was faster.
pub fn advance(tx: &mut Tx<'_>, slug: &str, from: i64) -> Result<bool, StoreError> {
    let _ = (tx, slug, from);
    unimplemented!()
}
