//! Releases: frozen once, numbered, never changed: no statement here does anything but put in and read.

use jiff::Timestamp;

use crate::{Read, Row, StoreError, Tx};

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
///
/// # Errors
/// When there is no such week or no release to be rolled back to, the database refuses or does not answer.
pub fn put(tx: &mut Tx<'_>, row: &ReleaseRow, frozen: &[u8]) -> Result<bool, StoreError> {
    // The number is compared inside the statement, so that it holds whatever else is read before it.
    let put = tx.run(
        "INSERT INTO released (week, number, at, actor, reason, revision, rolled_back_to)
         SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS TEXT), CAST($5 AS TEXT),
           CAST($6 AS BIGINT), CAST($7 AS BIGINT)
         WHERE CAST($2 AS BIGINT) = (SELECT COALESCE(MAX(number), 0) + 1 FROM released WHERE week = $1)
         ON CONFLICT (week, number) DO NOTHING",
        &[
            row.week.as_str().into(),
            row.number.into(),
            row.at.into(),
            row.actor.as_str().into(),
            row.reason.as_str().into(),
            row.revision.into(),
            row.rolled_back_to.into(),
        ],
    )?;
    if put == 0 {
        return Ok(false);
    }
    tx.run(
        "INSERT INTO released_body (week, number, frozen) VALUES ($1, $2, $3)",
        &[row.week.as_str().into(), row.number.into(), frozen.to_vec().into()],
    )?;
    Ok(true)
}

/// The releases of a week, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_week(read: &mut Read<'_>, week: &str) -> Result<Vec<ReleaseRow>, StoreError> {
    read.all(
        "SELECT week, number, at, actor, reason, revision, rolled_back_to
         FROM released WHERE week = $1 ORDER BY number DESC",
        &[week.into()],
        release_row,
    )
}

/// What is frozen in a release.
///
/// # Errors
/// When the database does not answer.
pub fn frozen(read: &mut Read<'_>, week: &str, number: u32) -> Result<Option<Vec<u8>>, StoreError> {
    read.optional(
        "SELECT frozen FROM released_body WHERE week = $1 AND number = $2",
        &[week.into(), number.into()],
        |row| row.get(0),
    )
}

/// The newest release of every week that has one, by week.
///
/// # Errors
/// When the database does not answer.
pub fn latest(read: &mut Read<'_>) -> Result<Vec<ReleaseRow>, StoreError> {
    read.all(
        "SELECT week, number, at, actor, reason, revision, rolled_back_to FROM released AS newest
         WHERE number = (SELECT MAX(number) FROM released WHERE week = newest.week) ORDER BY week",
        &[],
        release_row,
    )
}

fn release_row(row: &mut Row) -> Result<ReleaseRow, StoreError> {
    Ok(ReleaseRow {
        week: row.get(0)?,
        number: row.get(1)?,
        at: row.get(2)?,
        actor: row.get(3)?,
        reason: row.get(4)?,
        revision: row.get(5)?,
        rolled_back_to: row.get(6)?,
    })
}
