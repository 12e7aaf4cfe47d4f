//! Where jobs wait for a lane.
//!
//! It is bounded: whoever comes when ten thousand wait is told at once that the database is busy.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::job::Job;
use crate::{StoreError, Trouble};

const MOST_WAITING: usize = 10_000;

/// A job and since when it waits.
pub(crate) struct Waiting {
    pub(crate) job: Box<dyn Job>,
    pub(crate) since: Instant,
}

/// Jobs, first come first served; several lanes may take from it.
#[derive(Default)]
pub(crate) struct Queue {
    state: Mutex<State>,
    came: Condvar,
    closing: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Waiting>,
    closed: bool,
}

impl Queue {
    /// Puts a job in; it fails at once when the queue is closed or full.
    pub(crate) fn put(&self, job: Box<dyn Job>) {
        let mut state = self.state();
        let refused = if state.closed {
            StoreError::new(Trouble::Away, "the database is being closed")
        } else if state.waiting.len() >= MOST_WAITING {
            StoreError::new(Trouble::Busy, format!("{MOST_WAITING} transactions are waiting"))
        } else {
            state.waiting.push_back(Waiting { job, since: Instant::now() });
            self.came.notify_one();
            return;
        };
        drop(state);
        job.fail(refused);
    }

    /// The next job, waited for; none when the queue is closed and empty.
    pub(crate) fn next(&self) -> Option<Waiting> {
        let state = self.state();
        let waited = self.came.wait_while(state, |state| state.waiting.is_empty() && !state.closed);
        waited.unwrap_or_else(PoisonError::into_inner).waiting.pop_front()
    }

    /// The next job, if one waits.
    pub(crate) fn at_once(&self) -> Option<Waiting> {
        self.state().waiting.pop_front()
    }

    /// Everybody who waits now.
    pub(crate) fn everybody(&self) -> Vec<Waiting> {
        self.state().waiting.drain(..).collect()
    }

    /// Lets time pass, less when the queue is closed meanwhile.
    pub(crate) fn rest(&self, time: Duration) {
        drop(self.closing.wait_timeout_while(self.state(), time, |state| !state.closed));
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.state().closed
    }

    /// No more jobs are taken; those that wait are still done.
    pub(crate) fn close(&self) {
        self.state().closed = true;
        self.came.notify_all();
        self.closing.notify_all();
    }

    /// A lane that panicked has left nothing half done here.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Queue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Queue of {}", self.state().waiting.len())
    }
}
