//! The outbox: what is to be done after the commit, written in the same transaction as its cause.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{Read, StoreError, Tx};

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its identity: putting the same in twice does it once.
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
pub fn put(tx: &mut Tx<'_>, task: &Task, now: Timestamp) -> Result<bool, StoreError> {
    let _ = (tx, task, now);
    unimplemented!()
}

/// Takes up to `most` due tasks that nobody holds, holds them until `until` as `holder`, and counts the attempt.
pub fn claim(
    tx: &mut Tx<'_>,
    holder: &str,
    now: Timestamp,
    until: Timestamp,
    most: u32,
) -> Result<Vec<Task>, StoreError> {
    let _ = (tx, holder, now, until, most);
    unimplemented!()
}

/// Takes a finished task out; false when the holder's time had run out and another has it.
pub fn finish(tx: &mut Tx<'_>, holder: &str, id: Uuid) -> Result<bool, StoreError> {
    let _ = (tx, holder, id);
    unimplemented!()
}

/// Lets go of a task that failed: due again at `again`, or dead when there is no again; false as for [`finish`].
pub fn fail(
    tx: &mut Tx<'_>,
    holder: &str,
    id: Uuid,
    error: &str,
    now: Timestamp,
    again: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let _ = (tx, holder, id, error, now, again);
    unimplemented!()
}

/// What waits, is held or was given up, oldest first.
pub fn standing(read: &mut Read<'_>, most: u32) -> Result<Vec<Standing>, StoreError> {
    let _ = (read, most);
    unimplemented!()
}

/// Lets a dead task be tried again from `now`; whether there was one.
pub fn revive(tx: &mut Tx<'_>, id: Uuid, now: Timestamp) -> Result<bool, StoreError> {
    let _ = (tx, id, now);
    unimplemented!()
}

/// When the next task is due that nobody holds.
pub fn next_due(read: &mut Read<'_>) -> Result<Option<Timestamp>, StoreError> {
    let _ = read;
    unimplemented!()
}

/// Holds a task on until `until`; false as for [`finish`].
pub fn renew(tx: &mut Tx<'_>, holder: &str, id: Uuid, until: Timestamp) -> Result<bool, StoreError> {
    let _ = (tx, holder, id, until);
    unimplemented!()
}
