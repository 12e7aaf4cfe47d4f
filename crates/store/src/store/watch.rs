//! Noticing that somebody wrote, in whichever process.
//!
//! Both databases have a number that a commit changes: SQLite's `data_version`, PostgreSQL's snapshot. A thread of its own asks for it
//! seven times a second. Why not LISTEN and NOTIFY on PostgreSQL: see `docs/decisions/store.md`.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

const EVERY: Duration = Duration::from_millis(150);

/// Dropped, it watches no longer.
#[derive(Debug)]
pub struct Watch {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches what `look` says of the state of a database; nothing where it cannot be had now. The first look is had before this
    /// returns, so that whatever is written afterwards is noticed.
    pub(crate) fn start<S: PartialEq + Send + 'static>(
        mut look: impl FnMut() -> Option<S> + Send + 'static,
        changed: impl Fn() + Send + 'static,
    ) -> Self {
        let (stop, stopped) = mpsc::channel();
        let mut known = look();
        let body = move || {
            while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                let Some(state) = look() else { continue };
                if known.as_ref() != Some(&state) {
                    known = Some(state);
                    changed();
                }
            }
        };
        let thread = thread::Builder::new().name("store-watch".to_owned()).spawn(body);
        Self { stop: Some(stop), thread: thread.ok() }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        drop(self.stop.take());
        let Some(thread) = self.thread.take() else { return };
        if thread.thread().id() != thread::current().id() {
            let _ = thread.join();
        }
    }
}
