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

/// What is to be published.
#[derive(Clone, Copy)]
enum Aim<'a> {
    /// The draft as it stands.
    Draft,
    /// The draft, because somebody asked for that at its hour; once, however often it is tried.
    Asked(&'a ReleaseAt),
    /// An older release's programme.
    Older(u32),
}

/// What the store knows when a release is made, seen in one state.
struct Known {
    week: WeekRow,
    /// Its releases, the newest first.
    rows: Vec<ReleaseRow>,
    /// The newest, as it was frozen.
    last: Option<Vec<u8>>,
    /// Nothing where it is not what will be published.
    draft: Vec<Record>,
}

/// What came of putting a release in.
enum Put {
    Done,
    Overtaken,
    AlreadyMade(u32),
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
    publish(store, now, actor, week, reason, Aim::Draft)
}

/// Freezes and publishes the draft because its hour has come. Whether that is done already is asked in the transaction that does it.
///
/// # Errors
/// Why nothing is released; [`ReleaseRefusal::AlreadyMade`] when somebody was faster.
pub fn release_asked(
    store: &Store,
    now: Timestamp,
    asked: &ReleaseAt,
) -> Result<Released, Failure<ReleaseRefusal>> {
    let actor = Actor::new(&asked.actor).ok_or(Failure::Refused(ReleaseRefusal::NoActor))?;
    publish(store, now, &actor, &asked.week, &asked.reason, Aim::Asked(asked))
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
    publish(store, now, actor, week, reason, Aim::Older(to))
}

fn publish(
    store: &Store,
    now: Timestamp,
    actor: &Actor,
    week: &str,
    reason: &str,
    aim: Aim<'_>,
) -> Result<Released, Failure<ReleaseRefusal>> {
    if reason.trim().is_empty() {
        return Err(Failure::Refused(ReleaseRefusal::NoReason));
    }
    for _ in 0..ATTEMPTS {
        let known = look(store, week, aim)?;
        let newest = known.rows.first();
        let last_number = newest.map(|row| row.number);
        if let Aim::Asked(asked) = aim
            && let Some(row) = asked.done_by(&known.rows)
        {
            return Err(Failure::Refused(ReleaseRefusal::AlreadyMade(row.number)));
        }
        let published = match newest.zip(known.last.as_ref()) {
            Some((row, bytes)) => {
                frozen::records(bytes).map_err(|damaged| unreadable(row.number, damaged))?
            }
            None => Vec::new(),
        };

        let (mut public, basis, revision) = match aim {
            Aim::Draft | Aim::Asked(_) => (from_draft(&known.draft, &published)?, None, known.week.revision),
            Aim::Older(number) => {
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

        let last_at = newest.map(|row| row.at);
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
        match put(store, row.clone(), bytes, aim)? {
            Put::Overtaken => {}
            Put::AlreadyMade(number) => {
                return Err(Failure::Refused(ReleaseRefusal::AlreadyMade(number)));
            }
            Put::Done => {
                let mut names = Names::default();
                names.learn(&records);
                names.learn(&published);
                return Ok(Released { row, changes, names, clock_behind: behind, bytes: size });
            }
        }
    }
    Err(Failure::Refused(ReleaseRefusal::Overtaken))
}

fn put(store: &Store, row: ReleaseRow, bytes: Vec<u8>, aim: Aim<'_>) -> Result<Put, StoreError> {
    let asked = match aim {
        Aim::Asked(asked) => Some(asked.clone()),
        Aim::Draft | Aim::Older(_) => None,
    };
    store.write(move |tx| {
        if let Some(asked) = &asked
            && let Some(made) = asked.done_by(&releases::of_week(tx, &row.week)?)
        {
            return Ok(Put::AlreadyMade(made.number));
        }
        Ok(if releases::put(tx, &row, &bytes)? { Put::Done } else { Put::Overtaken })
    })
}

fn look(store: &Store, week: &str, aim: Aim<'_>) -> Result<Known, Failure<ReleaseRefusal>> {
    let slug = week.to_owned();
    let is_of_draft = !matches!(aim, Aim::Older(_));
    store.read(move |read| {
        let known = weeks::all(read)?;
        let Some(week) = known.iter().find(|week| week.slug == slug).cloned() else {
            let known = known.into_iter().map(|week| week.slug).collect();
            return Err(Failure::Refused(ReleaseRefusal::NoSuchWeek(slug.clone(), known)));
        };
        let rows = releases::of_week(read, &slug)?;
        let last = match rows.first() {
            Some(row) => Some(releases::frozen(read, &slug, row.number)?.unwrap_or_default()),
            None => None,
        };
        // With the revision in the same breath: a draft that is written between two reads would go by an older revision's number.
        let draft = if is_of_draft { draft::load(read, &slug)? } else { Vec::new() };
        Ok(Known { week, rows, last, draft })
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
