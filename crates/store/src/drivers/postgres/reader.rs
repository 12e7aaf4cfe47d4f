//! A reader's lane: every job sees one state of the database.

use std::time::{Duration, Instant};

use super::connection::{Failure, Live};
use super::link::Link;
use crate::StoreError;
use crate::store::job::{Job, Verdict};
use crate::store::queue::{Queue, Waiting};

/// A page has something better to do than to wait for a server that is away.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often a job may lose its connection once its time is up.
const MOST_LOSSES: u32 = 2;

/// Takes jobs until the queue is closed.
pub(super) fn serve(queue: &Queue, link: &mut Link) {
    while let Some(Waiting { mut job, since }) = queue.next() {
        match read(queue, link, job.as_mut(), since + PATIENCE) {
            Ok(()) => job.answer(),
            Err(error) => job.fail(error),
        }
    }
}

fn read(queue: &Queue, link: &mut Link, job: &mut dyn Job, deadline: Instant) -> Result<(), StoreError> {
    let mut losses = 0;
    loop {
        let live = link.connected(deadline, queue)?;
        let (error, is_lost) = match attempt(live, job) {
            Ok(()) => return Ok(()),
            Err(Failure::Lasting(error) | Failure::Doubtful(error)) => return Err(error),
            Err(Failure::Passing(error)) => (error, false),
            Err(Failure::Lost(error)) => (error, true),
            Err(Failure::Unlocked) => continue,
        };
        losses += 1;
        if is_lost {
            drop(link.take());
        }
        if losses > MOST_LOSSES && Instant::now() >= deadline {
            return Err(error);
        }
    }
}

fn attempt(live: &mut Live, job: &mut dyn Job) -> Result<(), Failure> {
    let verdict = job.run(live);
    let failure = live.failure();
    live.finish();
    match failure {
        // The closure's own words, which it may have drawn from the error.
        Some(Failure::Lasting(_)) if verdict == Verdict::Undo => Ok(()),
        Some(failure) => Err(failure),
        None => Ok(()),
    }
}
