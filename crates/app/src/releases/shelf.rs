//! What is published now, and what a release changed.

use festoon_domain::record::{Change, Names};
use festoon_guide::frozen::Frozen;
use festoon_store::releases::ReleaseRow;
use festoon_store::{Store, StoreError, releases, weeks};
use jiff::Timestamp;

use super::publish::changes;
use super::{ReleaseRefusal, frozen};
use crate::Failure;

/// The newest release of a week.
#[derive(Debug)]
pub struct Standing {
    /// Which it is.
    pub row: ReleaseRow,
    /// Whether the unprefixed addresses are its week's.
    pub is_current: bool,
    /// What is in it, or why that cannot be read.
    pub frozen: Result<Frozen, super::Damaged>,
}

/// The newest release of every week, but for those somebody has already, by week, number and time: after a restore a number may
/// stand for something else.
///
/// # Errors
/// When the database does not answer.
pub fn latest(store: &Store, known: &[(String, u32, Timestamp)]) -> Result<Vec<Standing>, StoreError> {
    let known = known.to_vec();
    let found = store.read(move |read| {
        let current = weeks::all(read)?.into_iter().find(|week| week.is_current).map(|week| week.slug);
        let mut found = Vec::new();
        for row in releases::latest(read)? {
            if known.iter().any(|(week, number, at)| (week, *number, *at) == (&row.week, row.number, row.at))
            {
                continue;
            }
            let bytes = releases::frozen(read, &row.week, row.number)?.unwrap_or_default();
            let is_current = current.as_deref() == Some(&*row.week);
            found.push((row, is_current, bytes));
        }
        Ok::<_, StoreError>(found)
    })?;
    let standing = |(row, is_current, bytes): (ReleaseRow, bool, Vec<u8>)| Standing {
        row,
        is_current,
        frozen: frozen::thaw(&bytes),
    };
    Ok(found.into_iter().map(standing).collect())
}

/// What a release changed against the one before it, or against the one named.
///
/// # Errors
/// When there is no such release, or it cannot be read.
pub fn difference(
    store: &Store,
    week: &str,
    number: u32,
    against: Option<u32>,
) -> Result<(Vec<Change>, Names), Failure<ReleaseRefusal>> {
    let slug = week.to_owned();
    let before = against.unwrap_or_else(|| number.saturating_sub(1));
    let (bytes, older, last) = store.read(move |read| {
        let bytes = releases::frozen(read, &slug, number)?;
        let older = releases::frozen(read, &slug, before)?;
        let last = releases::of_week(read, &slug)?.first().map(|row| row.number);
        Ok::<_, StoreError>((bytes, older, last))
    })?;
    let read = |number: u32, bytes: Option<Vec<u8>>| {
        let bytes = bytes.ok_or(Failure::Refused(ReleaseRefusal::NoSuchRelease(number, last)))?;
        frozen::records(&bytes).map_err(|damaged| Failure::Refused(ReleaseRefusal::Damaged(number, damaged)))
    };
    let after = read(number, bytes)?;
    // Before the first there was nothing.
    let earlier = if before == 0 { Vec::new() } else { read(before, older)? };
    let mut names = Names::default();
    names.learn(&after);
    names.learn(&earlier);
    Ok((changes(&earlier, &after), names))
}
