//! The writer's lane: transactions that wait at the same time are made lasting together.
//!
//! The disk is waited for once a group, so that a rush costs about what its statements cost. A job that refuses or fails is undone
//! alone, back to its savepoint. Nobody is answered before the group is lasting, not even with a refusal: it was decided on what
//! neighbours wrote. Whoever comes while a group is open joins it, until it is large or old.

use std::time::{Duration, Instant};

use super::connection::Sqlite;
use crate::StoreError;
use crate::store::job::{Job, Verdict};
use crate::store::queue::Queue;

/// A group is closed when it holds so many jobs…
const MOST: usize = 256;
/// …or is so old: nobody's answer waits longer for others' statements.
const OLDEST: Duration = Duration::from_millis(5);

/// What becomes of one job of a group that is kept.
enum Fate {
    Answer,
    Fail(StoreError),
}

/// Takes groups of jobs until the queue is closed.
pub(super) fn serve(queue: &Queue, connection: &mut Sqlite) {
    while let Some(first) = queue.next() {
        if let Err(error) = connection.begin() {
            // Those who wait behind have waited as well; they are not to wait for the same in turn.
            first.job.fail(error.clone());
            for waiting in queue.everybody() {
                waiting.job.fail(error.clone());
            }
            continue;
        }

        let mut group = Vec::new();
        let kept = fill(queue, connection, first.job, &mut group).and_then(|()| connection.commit());
        match kept {
            Ok(()) => {
                for (job, fate) in group {
                    end(job, fate);
                }
            }
            Err(error) => {
                connection.abandon();
                for (job, _) in group {
                    job.fail(error.clone());
                }
            }
        }
    }
}

/// Runs jobs one after another; an error is the whole group's.
fn fill(
    queue: &Queue,
    connection: &mut Sqlite,
    first: Box<dyn Job>,
    group: &mut Vec<(Box<dyn Job>, Fate)>,
) -> Result<(), StoreError> {
    let began = Instant::now();
    let mut next = Some(first);
    while let Some(mut job) = next {
        let fate = run(connection, job.as_mut());
        let (fate, broken) = match fate {
            Ok(fate) => (fate, None),
            Err(error) => (Fate::Answer, Some(error)),
        };
        group.push((job, fate));
        if let Some(error) = broken {
            return Err(error);
        }
        let is_open = group.len() < MOST && began.elapsed() < OLDEST;
        next = is_open.then(|| queue.at_once()).flatten().map(|waiting| waiting.job);
    }
    Ok(())
}

fn run(connection: &mut Sqlite, job: &mut dyn Job) -> Result<Fate, StoreError> {
    connection.mark()?;
    let verdict = job.run(connection);
    let failure = connection.failure();
    if let Some(error) = failure.as_ref().filter(|_| connection.is_over()) {
        return Err(error.clone());
    }

    match (failure, verdict) {
        (None, Verdict::Keep) => connection.keep().map(|()| Fate::Answer),
        // The closure's own words, which it may have drawn from an error.
        (_, Verdict::Undo) => connection.undo().map(|()| Fate::Answer),
        (Some(error), Verdict::Keep) => connection.undo().map(|()| Fate::Fail(error)),
    }
}

fn end(job: Box<dyn Job>, fate: Fate) {
    match fate {
        Fate::Answer => job.answer(),
        Fate::Fail(error) => job.fail(error),
    }
}
