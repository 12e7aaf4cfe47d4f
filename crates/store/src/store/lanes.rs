//! The lanes: threads that each own a connection and take jobs from a queue.
//!
//! Threads and not a pool of connections, since neither client may be used on an async thread: SQLite blocks there, and the
//! synchronous PostgreSQL client panics.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use super::queue::Queue;

/// The queues and the threads that serve them. Dropped, the threads finish what waits and end.
#[derive(Debug, Default)]
pub(crate) struct Lanes {
    pub(crate) writes: Arc<Queue>,
    pub(crate) reads: Arc<Queue>,
    threads: Vec<JoinHandle<()>>,
}

impl Lanes {
    /// Starts a thread that takes jobs which write.
    pub(crate) fn writer(&mut self, body: impl FnOnce(&Queue) + Send + 'static) -> io::Result<()> {
        let queue = Arc::clone(&self.writes);
        self.start("store-writer", move || body(&queue))
    }

    /// Starts a thread that takes jobs which only read.
    pub(crate) fn reader(&mut self, body: impl FnOnce(&Queue) + Send + 'static) -> io::Result<()> {
        let queue = Arc::clone(&self.reads);
        self.start("store-reader", move || body(&queue))
    }

    fn start(&mut self, name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<()> {
        self.threads.push(thread::Builder::new().name(name.to_owned()).spawn(body)?);
        Ok(())
    }
}

impl Drop for Lanes {
    fn drop(&mut self) {
        self.writes.close();
        self.reads.close();
        for thread in self.threads.drain(..) {
            // The last handle may be let go of by an answer, on a lane of its own; a thread cannot wait for itself.
            if thread.thread().id() != thread::current().id() {
                let _ = thread.join();
            }
        }
    }
}
