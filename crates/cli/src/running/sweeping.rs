//! Published plans whose time is over go for good, within the hour.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use festoon_app::plans;
use festoon_store::Store;

const EVERY: Duration = Duration::from_hours(1);

/// Dropped, it sweeps no more.
pub(super) struct Sweeping {
    stop: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Sweeps at once, and every hour.
pub(super) fn begin(store: &Store) -> Sweeping {
    let (stop, stopped) = sync_channel(0);
    let store = store.clone();
    let thread = thread::spawn(move || sweep(&store, &stopped));
    Sweeping { stop: Some(stop), thread: Some(thread) }
}

fn sweep(store: &Store, stopped: &Receiver<()>) {
    loop {
        match plans::sweep(store, super::read_clock()) {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "published plans have expired"),
            Err(error) => tracing::warn!(%error, "expired plans are swept in an hour"),
        }
        if stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Disconnected) {
            return;
        }
    }
}

impl Drop for Sweeping {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A thread that failed has said so; what it left is not to be had anyway.
            let _ended = thread.join();
        }
    }
}
