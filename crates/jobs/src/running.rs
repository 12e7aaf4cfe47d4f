//! A worker on a thread of its own, until it is asked to end.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use festoon_store::StoreError;

use crate::signal::Signal;
use crate::{Outcome, Step, Worked, Worker};

/// The longest it waits without looking: somebody may have set the clock.
const LOOK: Duration = Duration::from_secs(10);
/// The shortest, so that a disagreement about what is due never becomes a spin.
const BREATH: Duration = Duration::from_millis(50);
/// After the database did not answer: the first pause and the longest, doubled from one to the other.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(30));

/// A worker at work. Dropped, it ends as by [`Self::stop`].
#[derive(Debug)]
pub struct Running {
    signal: Arc<Signal>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Works on a thread of its own: does what is due, then waits for the next due time or for somebody to write.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn run(self) -> io::Result<Running> {
        let signal = Arc::new(Signal::default());
        let thread = std::thread::Builder::new().name("outbox".into()).spawn({
            let signal = Arc::clone(&signal);
            move || tend(&self, &signal)
        })?;
        Ok(Running { signal, thread: Some(thread) })
    }
}

impl Running {
    /// Asks it to end and waits until it has: the task in hand is finished, no other is begun.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.signal.stop();
        let ended = self.thread.take().map(JoinHandle::join);
        if let Some(Err(_)) = ended {
            tracing::error!("the outbox worker had ended by itself; its tasks wait for the next start");
        }
    }
}

fn tend(worker: &Worker, signal: &Arc<Signal>) {
    let _watch = worker.store.watch({
        let signal = Arc::clone(signal);
        move || signal.wake()
    });

    let mut pause = PAUSES.0;
    while !signal.is_stopped() {
        // A worker that ended by a panic would leave everything undone until the next start, and nobody would see it.
        match catch_unwind(AssertUnwindSafe(|| turn(worker, signal))) {
            Ok(Ok(())) => {
                pause = PAUSES.0;
                continue;
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "the outbox does not answer; again in {} s", pause.as_secs());
            }
            Err(_) => {
                tracing::error!("the outbox worker met a mistake of ours; again in {} s", pause.as_secs());
            }
        }
        signal.pause(pause);
        pause = (pause * 2).min(PAUSES.1);
    }
}

/// One task, or a rest.
fn turn(worker: &Worker, signal: &Signal) -> Result<(), StoreError> {
    match worker.step()? {
        Step::Worked(task) => tell(&task),
        Step::Idle => rest(worker, signal)?,
    }
    Ok(())
}

/// Waits until something may be due. Looking is a read: a claim, even of nothing, is a write, and would ring the bell again.
fn rest(worker: &Worker, signal: &Signal) -> Result<(), StoreError> {
    let mut rested = Duration::ZERO;
    while rested < LOOK && !signal.is_stopped() {
        let due = worker.idle_for()?;
        if due.is_some_and(|due| due.is_zero()) && rested > Duration::ZERO {
            return Ok(());
        }
        let most = due.and_then(|due| Duration::try_from(due).ok()).unwrap_or(LOOK).clamp(BREATH, LOOK);
        let began = std::time::Instant::now();
        signal.wait(most);
        rested += began.elapsed().max(Duration::from_nanos(1));
    }
    Ok(())
}

fn tell(Worked { id, kind, attempts, outcome }: &Worked) {
    match outcome {
        Outcome::Done => tracing::debug!(%id, kind, attempts, "done"),
        Outcome::Again(at, mishap) => {
            tracing::warn!(%id, kind, attempts, %at, "not done, again later: {mishap}");
        }
        Outcome::Dead(mishap) => tracing::error!(%id, kind, attempts, "given up: {mishap}"),
        Outcome::Lost => tracing::warn!(%id, kind, attempts, "another took it up meanwhile"),
    }
}
