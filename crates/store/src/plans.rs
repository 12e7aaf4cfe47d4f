//! Copies of plans that visitors published for their calendars. A row says nothing of whose it is, and goes for good when it is deleted
//! or has expired.

use festoon_domain::text::Lang;
use jiff::Timestamp;

use crate::{Read, Row, StoreError, Trouble, Tx};

/// A published copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanCopy {
    /// By which it is had: drawn at random, a word of an address.
    pub key: String,
    /// SHA-256 of the secret by which it is deleted, 64 hexadecimal digits.
    pub secret_hash: String,
    /// Of which week.
    pub week: String,
    /// The numbers of its occurrences.
    pub numbers: Vec<u32>,
    /// In which language its calendar is.
    pub lang: Lang,
    /// When it was published.
    pub made: Timestamp,
    /// From when on it is not to be had.
    pub expires: Timestamp,
}

/// Puts a copy in, unless its key is taken; whether it did not.
///
/// # Errors
/// When there is no such week, the database refuses or does not answer.
pub fn put(tx: &mut Tx<'_>, copy: &PlanCopy) -> Result<bool, StoreError> {
    let put = tx.run(
        "INSERT INTO plan_copy (key, secret_hash, week, numbers, lang, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO NOTHING",
        &[
            copy.key.as_str().into(),
            copy.secret_hash.as_str().into(),
            copy.week.as_str().into(),
            serde_json::json!(copy.numbers).to_string().into(),
            copy.lang.code().into(),
            copy.made.into(),
            copy.expires.into(),
        ],
    )?;
    Ok(put == 1)
}

/// A copy by its key, whether or not it has expired.
///
/// # Errors
/// When the database does not answer.
pub fn find(read: &mut Read<'_>, key: &str) -> Result<Option<PlanCopy>, StoreError> {
    read.optional(
        "SELECT key, secret_hash, week, numbers, lang, made_at, expires_at FROM plan_copy WHERE key = $1",
        &[key.into()],
        plan_copy,
    )
}

/// Every copy, in the order of their keys, whether or not it has expired.
///
/// # Errors
/// When the database does not answer.
pub fn all(read: &mut Read<'_>) -> Result<Vec<PlanCopy>, StoreError> {
    read.all(
        "SELECT key, secret_hash, week, numbers, lang, made_at, expires_at FROM plan_copy ORDER BY key",
        &[],
        plan_copy,
    )
}

/// How many copies of a week there are, those that have expired and were not swept away yet too.
///
/// # Errors
/// When the database does not answer.
pub fn count(read: &mut Read<'_>, week: &str) -> Result<u64, StoreError> {
    let count: i64 =
        read.one("SELECT COUNT(*) FROM plan_copy WHERE week = $1", &[week.into()], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Deletes a copy if this is the hash of its secret; whether it did.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn delete(tx: &mut Tx<'_>, key: &str, secret_hash: &str) -> Result<bool, StoreError> {
    let deleted = tx.run(
        "DELETE FROM plan_copy WHERE key = $1 AND secret_hash = $2",
        &[key.into(), secret_hash.into()],
    )?;
    Ok(deleted == 1)
}

/// Deletes what has expired; how many.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn sweep(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64, StoreError> {
    tx.run("DELETE FROM plan_copy WHERE expires_at <= $1", &[now.into()])
}

fn plan_copy(row: &mut Row) -> Result<PlanCopy, StoreError> {
    let damaged = || StoreError::new(Trouble::Ours, "a published plan does not read");
    let (numbers, lang): (String, String) = (row.get(3)?, row.get(4)?);
    Ok(PlanCopy {
        key: row.get(0)?,
        secret_hash: row.get(1)?,
        week: row.get(2)?,
        numbers: serde_json::from_str(&numbers).map_err(|_| damaged())?,
        lang: Lang::from_code(&lang).ok_or_else(damaged)?,
        made: row.get(5)?,
        expires: row.get(6)?,
    })
}
