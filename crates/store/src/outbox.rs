//! The outbox: what is to be done after the commit, written in the same transaction as its cause.
//!
//! A task is claimed for a while (a lease), done, and taken out. Whoever claims and vanishes loses it when the lease ends, and another
//! does it: at least once, never lost. The clock is an argument, and it may be set back:
//! - a lease that ends later than any taken now could ([`LONGEST_LEASE`]) was taken by a clock that ran ahead. The next [`claim`] cuts it
//!   to the longest, so that its holder keeps the task for as long as it was promised and nobody waits for the old time to come again;
//! - a task put in to be done at once is due whatever the clock says now;
//! - one that waits (for its hour, or after a failure) waits for the clock it has.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{Read, Row, StoreError, Tx};

/// The longest a task can be held with one claim.
pub const LONGEST_LEASE: SignedDuration = SignedDuration::from_mins(15);

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its identity: putting the same in again while it is there does it once.
    pub id: Uuid,
    /// What sort of work.
    pub kind: String,
    /// What the work needs to know, as JSON.
    pub body: String,
    /// Not before.
    pub due_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
}

/// A task that was given up, or that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What it is.
    pub task: Task,
    /// When it was put in.
    pub created_at: Timestamp,
    /// Until when somebody holds it.
    pub leased_until: Option<Timestamp>,
    /// What went wrong the last time.
    pub last_error: Option<String>,
    /// When it was given up.
    pub dead_at: Option<Timestamp>,
}

/// Puts a task in, unless it is there; whether it was not.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn put(tx: &mut Tx<'_>, task: &Task, now: Timestamp) -> Result<bool, StoreError> {
    let put = tx.run(
        "INSERT INTO outbox (id, kind, body, created_at, due_at, attempts) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO NOTHING",
        &[
            task.id.into(),
            task.kind.as_str().into(),
            task.body.as_str().into(),
            now.into(),
            task.due_at.into(),
            task.attempts.into(),
        ],
    )?;
    Ok(put == 1)
}

/// Takes up to `most` due tasks that nobody holds, holds them until `until` as `holder`, and counts the attempt; those due first come
/// first. An `until` further away than [`LONGEST_LEASE`] is cut to it. A holder's name must be its own: two of one name finish each
/// other's tasks.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn claim(
    tx: &mut Tx<'_>,
    holder: &str,
    now: Timestamp,
    until: Timestamp,
    most: u32,
) -> Result<Vec<Task>, StoreError> {
    let longest = now.checked_add(LONGEST_LEASE).unwrap_or(Timestamp::MAX);
    cut_leases(tx, now, longest)?;

    // The condition stands twice: the inner one picks, the outer one is what the database checks again on a row that another writer
    // has changed meanwhile.
    let mut tasks = tx.all(
        "UPDATE outbox SET holder = $1, leased_until = $3, attempts = attempts + 1,
           due_at = CASE WHEN due_at > $2 THEN $2 ELSE due_at END
         WHERE id IN (
           SELECT id FROM outbox
           WHERE dead_at IS NULL AND (leased_until IS NULL OR leased_until <= $2)
             AND (due_at <= $2 OR (attempts = 0 AND due_at <= created_at))
           ORDER BY due_at, id LIMIT $4)
         AND dead_at IS NULL AND (leased_until IS NULL OR leased_until <= $2)
         RETURNING id, kind, body, due_at, attempts",
        &[holder.into(), now.into(), until.min(longest).into(), most.into()],
        task,
    )?;
    tasks.sort_by_key(|task| (task.due_at, task.id));
    Ok(tasks)
}

/// Shortens leases that a clock ahead of this one took.
fn cut_leases(tx: &mut Tx<'_>, now: Timestamp, longest: Timestamp) -> Result<(), StoreError> {
    tx.run(
        "UPDATE outbox SET leased_until = $2, due_at = CASE WHEN due_at > $1 THEN $1 ELSE due_at END
         WHERE leased_until > $2",
        &[now.into(), longest.into()],
    )?;
    Ok(())
}

/// Holds a claimed task on until `until`, which is cut as in [`claim`]; false as for [`finish`].
///
/// # Errors
/// When the database refuses or does not answer.
pub fn renew(
    tx: &mut Tx<'_>,
    holder: &str,
    id: Uuid,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let longest = now.checked_add(LONGEST_LEASE).unwrap_or(Timestamp::MAX);
    let renewed = tx.run(
        "UPDATE outbox SET leased_until = $3 WHERE id = $1 AND holder = $2 AND dead_at IS NULL",
        &[id.into(), holder.into(), until.min(longest).into()],
    )?;
    Ok(renewed == 1)
}

/// Takes a finished task out; false when the holder's time had run out and another has it.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn finish(tx: &mut Tx<'_>, holder: &str, id: Uuid) -> Result<bool, StoreError> {
    let finished = tx.run("DELETE FROM outbox WHERE id = $1 AND holder = $2", &[id.into(), holder.into()])?;
    Ok(finished == 1)
}

/// Lets go of a task that failed: due again at `again`, or dead when there is no again; false as for [`finish`].
///
/// # Errors
/// When the database refuses or does not answer.
pub fn fail(
    tx: &mut Tx<'_>,
    holder: &str,
    id: Uuid,
    error: &str,
    now: Timestamp,
    again: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let dead_at = if again.is_none() { Some(now) } else { None };
    let failed = tx.run(
        "UPDATE outbox SET holder = NULL, leased_until = NULL, last_error = $3, dead_at = $4,
           due_at = COALESCE($5, due_at)
         WHERE id = $1 AND holder = $2",
        &[id.into(), holder.into(), error.into(), dead_at.into(), again.into()],
    )?;
    Ok(failed == 1)
}

/// What waits, is held or was given up, oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn standing(read: &mut Read<'_>, most: u32) -> Result<Vec<Standing>, StoreError> {
    read.all(
        "SELECT id, kind, body, due_at, attempts, created_at, leased_until, last_error, dead_at
         FROM outbox ORDER BY created_at, id LIMIT $1",
        &[most.into()],
        |row| {
            Ok(Standing {
                task: task(row)?,
                created_at: row.get(5)?,
                leased_until: row.get(6)?,
                last_error: row.get(7)?,
                dead_at: row.get(8)?,
            })
        },
    )
}

/// Lets a dead task be tried again from `now`, its attempts counted anew; whether there was one.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn revive(tx: &mut Tx<'_>, id: Uuid, now: Timestamp) -> Result<bool, StoreError> {
    let revived = tx.run(
        "UPDATE outbox SET dead_at = NULL, due_at = $2, attempts = 0 WHERE id = $1 AND dead_at IS NOT NULL",
        &[id.into(), now.into()],
    )?;
    Ok(revived == 1)
}

/// When the next task can be claimed: the earliest at which one that nobody holds is due, or at which a lease ends. Whoever waits for
/// it should look again now and then all the same, since the clock may be set back.
///
/// # Errors
/// When the database does not answer.
pub fn next_due(read: &mut Read<'_>) -> Result<Option<Timestamp>, StoreError> {
    read.one("SELECT MIN(COALESCE(leased_until, due_at)) FROM outbox WHERE dead_at IS NULL", &[], |row| {
        row.get(0)
    })
}

fn task(row: &mut Row) -> Result<Task, StoreError> {
    Ok(Task {
        id: row.get(0)?,
        kind: row.get(1)?,
        body: row.get(2)?,
        due_at: row.get(3)?,
        attempts: row.get(4)?,
    })
}
