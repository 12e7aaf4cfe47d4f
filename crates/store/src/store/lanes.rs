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
    writers: Vec<JoinHandle<()>>,
    readers: Vec<JoinHandle<()>>,
}

impl Lanes {
    /// Starts a thread that takes jobs which write.
    pub(crate) fn writer(&mut self, body: impl FnOnce(&Queue) + Send + 'static) -> io::Result<()> {
        let queue = Arc::clone(&self.writes);
        self.writers.push(start("store-writer", move || body(&queue))?);
        Ok(())
    }

    /// Starts a thread that takes jobs which only read.
    pub(crate) fn reader(&mut self, body: impl FnOnce(&Queue) + Send + 'static) -> io::Result<()> {
        let queue = Arc::clone(&self.reads);
        self.readers.push(start("store-reader", move || body(&queue))?);
        Ok(())
    }
}

fn start(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(body)
}

impl Drop for Lanes {
    fn drop(&mut self) {
        // The writer's connection is to be the last: SQLite moves its log into the file when the last one closes that may write, and
        // whoever copies the file then has everything.
        self.reads.close();
        self.readers.drain(..).for_each(end);
        self.writes.close();
        self.writers.drain(..).for_each(end);
    }
}

/// Waits for a thread. The last handle may be let go of by an answer, on a lane of its own; a thread cannot wait for itself.
fn end(thread: JoinHandle<()>) {
    if thread.thread().id() != thread::current().id() {
        // A lane that failed has told its jobs.
        let _ended = thread.join();
    }
}
