//! What is published now, and what a release changed.

use festoon_domain::record::{Change, Names};
use festoon_guide::frozen::Frozen;
use festoon_store::releases::ReleaseRow;
use festoon_store::{Store, StoreError, releases};
use jiff::Timestamp;

use super::publish::changes;
use super::{ReleaseRefusal, frozen};
use crate::Failure;

/// The newest release of a week.
#[derive(Debug)]
pub struct Standing {
    /// Which it is.
    pub row: ReleaseRow,
    /// What is in it, or why that cannot be read.
    pub frozen: Result<Frozen, super::Damaged>,
}

/// What is published now.
#[derive(Debug)]
pub struct Published {
    /// Every week that has a release.
    pub weeks: Vec<String>,
    /// The newest releases, but for those that somebody has already.
    pub new: Vec<Standing>,
}

/// The newest release of every week, but for those somebody has already, by week, number and time: after a restore a number may
/// stand for something else, and a week may have none any more.
///
/// # Errors
/// When the database does not answer.
pub fn latest(store: &Store, known: &[(String, u32, Timestamp)]) -> Result<Published, StoreError> {
    let known = known.to_vec();
    let (weeks, found) = store.read(move |read| {
        let (mut weeks, mut found) = (Vec::new(), Vec::new());
        for row in releases::latest(read)? {
            weeks.push(row.week.clone());
            if !known.contains(&(row.week.clone(), row.number, row.at)) {
                let bytes = releases::frozen(read, &row.week, row.number)?.unwrap_or_default();
                found.push((row, bytes));
            }
        }
        Ok::<_, StoreError>((weeks, found))
    })?;
    let standing = |(row, bytes): (ReleaseRow, Vec<u8>)| Standing { row, frozen: frozen::thaw(&bytes) };
    Ok(Published { weeks, new: found.into_iter().map(standing).collect() })
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
