//! Freezing the draft, or going back to an older release: both make a new number.

use festoon_domain::record::{Change, Kind, Names, Record, compare, put_together};
use festoon_exchange::outlet::settle_numbers;
use festoon_guide::frozen::Frozen;
use festoon_store::releases::ReleaseRow;
use festoon_store::weeks::WeekRow;
use festoon_store::{Store, StoreError, draft, releases, weeks};
use jiff::{SignedDuration, Timestamp};

use super::{ReleaseRefusal, frozen, lasting};
use crate::tasks::ReleaseAt;
use crate::{Actor, Failure};

/// How often a release that others overtook is made anew.
const ATTEMPTS: u32 = 5;

/// What came of it.
#[derive(Debug)]
pub struct Released {
    /// The release.
    pub row: ReleaseRow,
    /// What the public sees differently from the release before.
    pub changes: Vec<Change>,
    /// What records are called.
    pub names: Names,
    /// By how much the clock is behind the release before, if it was set back; the release is dated after it all the same.
    pub clock_behind: Option<SignedDuration>,
    /// How many bytes were frozen.
    pub bytes: usize,
}

/// What the store knows when a release is made.
struct Known {
    week: WeekRow,
    /// The draft of the week's revision; none when an older release is brought back.
    draft: Vec<Record>,
    last: Option<(ReleaseRow, Vec<u8>)>,
}

/// Freezes and publishes the draft as it stands.
///
/// # Errors
/// Why nothing is released.
pub fn release(
    store: &Store,
    now: Timestamp,
    actor: &Actor,
    week: &str,
    reason: &str,
) -> Result<Released, Failure<ReleaseRefusal>> {
    publish(store, now, actor, week, reason, None, None)
}

/// Freezes and publishes the draft at the hour that was asked for, once, however often it is tried.
///
/// # Errors
/// Why nothing is released; [`ReleaseRefusal::MadeAlready`] when it is.
pub fn release_planned(
    store: &Store,
    now: Timestamp,
    actor: &Actor,
    planned: &ReleaseAt,
) -> Result<Released, Failure<ReleaseRefusal>> {
    publish(store, now, actor, &planned.week, &planned.reason, None, Some(planned))
}

/// Publishes an older release's programme again, under a new number. The draft stays as it is.
///
/// # Errors
/// Why nothing is released.
pub fn roll_back(
    store: &Store,
    now: Timestamp,
    actor: &Actor,
    week: &str,
    to: u32,
    reason: &str,
) -> Result<Released, Failure<ReleaseRefusal>> {
    publish(store, now, actor, week, reason, Some(to), None)
}

fn publish(
    store: &Store,
    now: Timestamp,
    actor: &Actor,
    week: &str,
    reason: &str,
    back_to: Option<u32>,
    planned: Option<&ReleaseAt>,
) -> Result<Released, Failure<ReleaseRefusal>> {
    if reason.trim().is_empty() {
        return Err(Failure::Refused(ReleaseRefusal::NoReason));
    }
    for _ in 0..ATTEMPTS {
        let known = look(store, week, back_to)?;
        let last_number = known.last.as_ref().map(|(row, _)| row.number);
        let published = match &known.last {
            Some((row, bytes)) => {
                frozen::records(bytes).map_err(|damaged| unreadable(row.number, damaged))?
            }
            None => Vec::new(),
        };

        let (mut public, basis, revision) = match back_to {
            None => (from_draft(&known.draft, &published)?, None, known.week.revision),
            Some(number) => {
                let (public, revision) = from_release(store, week, number, last_number)?;
                (public, Some(number), revision)
            }
        };
        let mut records = frozen::public(&public);
        lasting::keep_cancelled(&published, &mut records);
        let changes = changes(&published, &records);
        if let Some(number) = last_number.filter(|_| changes.is_empty()) {
            return Err(Failure::Refused(ReleaseRefusal::NothingChanged(number)));
        }
        public.records = put_together(&records).map_err(unfit)?;

        let last_at = known.last.as_ref().map(|(row, _)| row.at);
        let behind = last_at.map(|last| last.duration_since(now)).filter(|behind| !behind.is_negative());
        let row = ReleaseRow {
            week: week.to_owned(),
            number: last_number.unwrap_or_default() + 1,
            at: last_at.map_or(now, |last| now.max(last + SignedDuration::from_micros(1))),
            actor: actor.name().to_owned(),
            reason: reason.trim().to_owned(),
            revision,
            rolled_back_to: basis,
        };
        let bytes = frozen::freeze(&public, &records);
        let size = bytes.len();
        let (kept, planned) = (row.clone(), planned.cloned());
        let is_kept = store.write(move |tx| {
            // Asked where nobody can come between: two servers may both think that the hour is theirs.
            let made = releases::of_week(tx, &kept.week)?;
            if planned.as_ref().is_some_and(|planned| planned.is_done_by(&made)) {
                return Err(Failure::Refused(ReleaseRefusal::MadeAlready));
            }
            Ok(releases::put(tx, &kept, &bytes)?)
        })?;
        if is_kept {
            let mut names = Names::default();
            names.learn(&records);
            names.learn(&published);
            return Ok(Released { row, changes, names, clock_behind: behind, bytes: size });
        }
    }
    Err(Failure::Refused(ReleaseRefusal::Overtaken))
}

fn look(store: &Store, week: &str, back_to: Option<u32>) -> Result<Known, Failure<ReleaseRefusal>> {
    let slug = week.to_owned();
    store.read(move |read| {
        let known = weeks::all(read)?;
        let Some(week) = known.iter().find(|week| week.slug == slug).cloned() else {
            let known = known.into_iter().map(|week| week.slug).collect();
            return Err(Failure::Refused(ReleaseRefusal::NoSuchWeek(slug.clone(), known)));
        };
        let last = releases::of_week(read, &slug)?.into_iter().next();
        let last = match last {
            Some(row) => {
                let bytes = releases::frozen(read, &slug, row.number)?.unwrap_or_default();
                Some((row, bytes))
            }
            None => None,
        };
        // In one look with the revision: the release is of exactly that.
        let draft = if back_to.is_none() { draft::load(read, &slug)? } else { Vec::new() };
        Ok(Known { week, draft, last })
    })
}

/// The draft, its numbers settled, without its secrets.
fn from_draft(draft: &[Record], published: &[Record]) -> Result<Frozen, Failure<ReleaseRefusal>> {
    let mut records = put_together(draft).map_err(unfit)?;
    settle_numbers(&mut records.programme, &lasting::numbers(published));
    Ok(Frozen::of(records))
}

fn from_release(
    store: &Store,
    week: &str,
    number: u32,
    last: Option<u32>,
) -> Result<(Frozen, i64), Failure<ReleaseRefusal>> {
    let slug = week.to_owned();
    let found = store.read(move |read| {
        let row = releases::of_week(read, &slug)?.into_iter().find(|row| row.number == number);
        Ok::<_, StoreError>(row.zip(releases::frozen(read, &slug, number)?))
    })?;
    let Some((row, bytes)) = found else {
        return Err(Failure::Refused(ReleaseRefusal::NoSuchRelease(number, last)));
    };
    let frozen = frozen::thaw(&bytes).map_err(|damaged| unreadable(number, damaged))?;
    Ok((frozen, row.revision))
}

/// What differs for the public. By which number apps know something is no news.
pub(super) fn changes(before: &[Record], after: &[Record]) -> Vec<Change> {
    use festoon_domain::record::What;

    let number = Kind::Occurrence.place_of("number");
    let mut changes = compare(before, after);
    for change in changes.iter_mut().filter(|change| change.kind == Kind::Occurrence) {
        if let What::Changed(fields) = &mut change.what {
            fields.retain(|field| Some(field.field) != number);
        }
    }
    changes.retain(|change| !matches!(&change.what, What::Changed(fields) if fields.is_empty()));
    changes
}

fn unreadable(number: u32, damaged: super::Damaged) -> Failure<ReleaseRefusal> {
    Failure::Refused(ReleaseRefusal::Damaged(number, damaged))
}

fn unfit(fault: festoon_domain::record::Fault) -> Failure<ReleaseRefusal> {
    Failure::Refused(ReleaseRefusal::Unfit(fault))
}
