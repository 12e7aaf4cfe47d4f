//! A bell that another thread can ring: something may be due, or it is time to end.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

#[derive(Debug, Default)]
pub(crate) struct Signal {
    rung: Mutex<Rung>,
    bell: Condvar,
}

#[derive(Debug, Default)]
struct Rung {
    woken: bool,
    stopped: bool,
}

impl Signal {
    /// Something may be due.
    pub(crate) fn wake(&self) {
        self.rung().woken = true;
        self.bell.notify_all();
    }

    /// It is time to end.
    pub(crate) fn stop(&self) {
        self.rung().stopped = true;
        self.bell.notify_all();
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.rung().stopped
    }

    /// Waits until it is woken or stopped, or the time has passed by a clock that nobody sets.
    pub(crate) fn wait(&self, most: Duration) {
        let calm = |rung: &mut Rung| !rung.woken && !rung.stopped;
        let waited = self.bell.wait_timeout_while(self.rung(), most, calm);
        let (mut rung, _) = waited.unwrap_or_else(PoisonError::into_inner);
        rung.woken = false;
    }

    /// Waits until it is stopped, which it returns, or the time has passed.
    pub(crate) fn pause(&self, most: Duration) -> bool {
        let waited = self.bell.wait_timeout_while(self.rung(), most, |rung| !rung.stopped);
        let (rung, _) = waited.unwrap_or_else(PoisonError::into_inner);
        rung.stopped
    }

    fn rung(&self) -> MutexGuard<'_, Rung> {
        self.rung.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
