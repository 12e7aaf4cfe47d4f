//! Releases: frozen once, numbered, never changed.

use jiff::Timestamp;

use crate::{Read, StoreError, Tx};

/// A release, without what is frozen in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseRow {
    /// Of which week.
    pub week: String,
    /// Its number, counted from 1 without gaps.
    pub number: u32,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub actor: String,
    /// Why.
    pub reason: String,
    /// The revision of the draft it was frozen from.
    pub revision: i64,
    /// The older release whose programme this one brings back.
    pub rolled_back_to: Option<u32>,
}

/// Puts a release in under the number after the week's last; false, and nothing done, when `row.number` is not that number.
pub fn put(tx: &mut Tx<'_>, row: &ReleaseRow, frozen: &[u8]) -> Result<bool, StoreError> {
    let _ = (tx, row, frozen);
    unimplemented!()
}

/// The releases of a week, newest first.
pub fn of_week(read: &mut Read<'_>, week: &str) -> Result<Vec<ReleaseRow>, StoreError> {
    let _ = (read, week);
    unimplemented!()
}

/// What is frozen in a release.
pub fn frozen(read: &mut Read<'_>, week: &str, number: u32) -> Result<Option<Vec<u8>>, StoreError> {
    let _ = (read, week, number);
    unimplemented!()
}

/// The newest release of every week that has one, by week.
pub fn latest(read: &mut Read<'_>) -> Result<Vec<ReleaseRow>, StoreError> {
    let _ = read;
    unimplemented!()
}
