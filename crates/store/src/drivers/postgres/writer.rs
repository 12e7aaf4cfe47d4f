//! A writer's lane: serial in effect, run again when another transaction was in the way or the connection broke.
//!
//! A commit that nobody answered is looked for by its receipt, a line that is kept with it. A transaction's number would not do: after a
//! server's crash one that was never on disk is given to the next transaction. See `docs/decisions/store.md`.

use std::time::{Duration, Instant};

use super::connection::{Failure, Live, Receipt};
use super::link::{Link, PATIENCE};
use crate::store::job::{Job, Verdict};
use crate::store::queue::{Queue, Waiting};
use crate::{StoreError, Trouble};

/// How long a lane looks for a commit that nobody answered.
const DOUBT: Duration = Duration::from_secs(10);

/// How often a transaction is tried at least before its writer hears that others were in the way.
const FEWEST_TRIES: u32 = 12;
/// How often a key that is taken is tried again: whoever was faster is seen the next time.
const MOST_DOUBTS: u32 = 5;
/// How often a job may lose its connection once its time is up.
const MOST_LOSSES: u32 = 2;

/// Takes jobs until the queue is closed.
pub(super) fn serve(queue: &Queue, link: &mut Link, number: usize) {
    while let Some(Waiting { mut job, since }) = queue.next() {
        let mut lane = Lane { queue, link, number };
        match lane.write(job.as_mut(), since + PATIENCE) {
            Ok(()) => job.answer(),
            Err(error) => job.fail(error),
        }
    }
}

struct Lane<'a> {
    queue: &'a Queue,
    link: &'a mut Link,
    number: usize,
}

impl Lane<'_> {
    fn write(&mut self, job: &mut dyn Job, deadline: Instant) -> Result<(), StoreError> {
        let (mut tries, mut losses) = (0, 0);
        loop {
            let live = self.link.connected(deadline, self.queue)?;
            let ended = attempt(live, job, tries);
            match ended {
                Ended::Kept => return Ok(()),
                Ended::InDoubt(receipt) => {
                    if self.is_lasting(&receipt)? {
                        return Ok(());
                    }
                    losses += 1;
                }
                Ended::Failed(Failure::Unlocked) => {}
                Ended::Failed(Failure::Lasting(error)) => return Err(error),
                Ended::Failed(Failure::Doubtful(_)) => {
                    tries += 1;
                    self.queue.rest(self.pause(tries));
                }
                Ended::Failed(Failure::Lost(error)) => {
                    drop(self.link.take());
                    losses += 1;
                    if losses > MOST_LOSSES && Instant::now() >= deadline {
                        return Err(error);
                    }
                }
                Ended::Failed(Failure::Passing(error)) => {
                    tries += 1;
                    if tries >= FEWEST_TRIES && Instant::now() >= deadline {
                        return Err(StoreError::new(Trouble::Contended, error.words));
                    }
                    self.queue.rest(self.pause(tries));
                }
            }
        }
    }

    /// Longer from try to try, up to a twentieth of a second, and another for each lane, so that two do not meet again and again.
    fn pause(&self, tries: u32) -> Duration {
        let base = Duration::from_micros(500) * 2_u32.pow(tries.min(6));
        let lane = u32::try_from(self.number % 8).unwrap_or_default();
        base + base * lane / 8
    }

    /// Whether a transaction whose commit nobody answered is lasting after all.
    fn is_lasting(&mut self, receipt: &Receipt) -> Result<bool, StoreError> {
        let deadline = Instant::now() + DOUBT;
        drop(self.link.take());
        loop {
            let found = self.link.connected(deadline, self.queue).and_then(|live| live.is_lasting(receipt));
            let Err(error) = found else { return found };
            if Instant::now() >= deadline || self.queue.is_closed() {
                return Err(StoreError::new(Trouble::Unknown, error.words));
            }
            drop(self.link.take());
            self.queue.rest(Duration::from_millis(50));
        }
    }
}

/// How one try ended.
enum Ended {
    /// Lasting, or refused by the closure itself.
    Kept,
    Failed(Failure),
    InDoubt(Receipt),
}

fn attempt(live: &mut Live, job: &mut dyn Job, tries: u32) -> Ended {
    if let Err(failure) = live.take_wanted_locks() {
        live.end();
        return Ended::Failed(failure);
    }
    let verdict = job.run(live);
    let failure = live.failure().map(|failure| match failure {
        Failure::Doubtful(error) if tries >= MOST_DOUBTS => Failure::Lasting(error),
        other => other,
    });
    let ended = match (failure, verdict) {
        // The closure's own words, which it may have drawn from the error.
        (None | Some(Failure::Lasting(_)), Verdict::Undo) => Ended::Kept,
        (Some(failure), _) => Ended::Failed(failure),
        (None, Verdict::Keep) => {
            let receipt = live.next_receipt();
            match live.commit(&receipt) {
                Ok(()) => Ended::Kept,
                Err(Failure::Lost(_)) => Ended::InDoubt(receipt),
                Err(failure) => Ended::Failed(failure),
            }
        }
    };
    match ended {
        Ended::Kept => live.finish(),
        Ended::Failed(_) | Ended::InDoubt(_) => live.end(),
    }
    ended
}
