//! Which weeks there are, and which one is current.

use jiff::Timestamp;

use crate::{Read, Row, StoreError, Tx};

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
///
/// # Errors
/// When the database refuses or does not answer.
pub fn create(tx: &mut Tx<'_>, slug: &str, now: Timestamp) -> Result<bool, StoreError> {
    let made = tx.run(
        "INSERT INTO week (slug, revision, created_at) VALUES ($1, 0, $2) ON CONFLICT (slug) DO NOTHING",
        &[slug.into(), now.into()],
    )?;
    if made == 0 {
        return Ok(false);
    }
    tx.run(
        "INSERT INTO current_week (single, week) VALUES (1, $1) ON CONFLICT (single) DO NOTHING",
        &[slug.into()],
    )?;
    Ok(true)
}

/// Every week, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(read: &mut Read<'_>) -> Result<Vec<WeekRow>, StoreError> {
    read.all(
        "SELECT slug, revision, created_at, EXISTS (SELECT 1 FROM current_week WHERE week = slug)
         FROM week ORDER BY slug",
        &[],
        week_row,
    )
}

/// A week by its name.
///
/// # Errors
/// When the database does not answer.
pub fn find(read: &mut Read<'_>, slug: &str) -> Result<Option<WeekRow>, StoreError> {
    read.optional(
        "SELECT slug, revision, created_at, EXISTS (SELECT 1 FROM current_week WHERE week = slug)
         FROM week WHERE slug = $1",
        &[slug.into()],
        week_row,
    )
}

/// The name of the zone in which a week's draft says its times, where it says one.
///
/// # Errors
/// When the database does not answer.
pub fn zone(read: &mut Read<'_>, slug: &str) -> Result<Option<String>, StoreError> {
    let zone: Option<Option<String>> = read.optional(
        "SELECT zone FROM draft_week WHERE week = $1 ORDER BY position, key LIMIT 1",
        &[slug.into()],
        |row| row.get(0),
    )?;
    Ok(zone.flatten())
}

/// Makes a week the one that unprefixed addresses serve; whether there is such a week.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn make_current(tx: &mut Tx<'_>, slug: &str) -> Result<bool, StoreError> {
    let found = tx.run(
        "INSERT INTO current_week (single, week) SELECT 1, slug FROM week WHERE slug = $1
         ON CONFLICT (single) DO UPDATE SET week = excluded.week",
        &[slug.into()],
    )?;
    Ok(found == 1)
}

/// Counts a change of the draft on from the revision it was made on; false when somebody else was faster.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn advance(tx: &mut Tx<'_>, slug: &str, from: i64) -> Result<bool, StoreError> {
    let advanced = tx.run(
        "UPDATE week SET revision = revision + 1 WHERE slug = $1 AND revision = $2",
        &[slug.into(), from.into()],
    )?;
    Ok(advanced == 1)
}

fn week_row(row: &mut Row) -> Result<WeekRow, StoreError> {
    Ok(WeekRow { slug: row.get(0)?, revision: row.get(1)?, created_at: row.get(2)?, is_current: row.get(3)? })
}
