//! What every request may look at: the guide, its rendered pages, and the places at the checking table.

use std::sync::Arc;

use festoon_guide::Guide;
use jiff::Timestamp;
use tokio::sync::Semaphore;

use crate::cache::Cache;

/// How many uploads may be in memory at a time: eight of 64 MiB.
const UPLOADS: usize = 8;

/// How many checks are worked on at a time; the others wait with their files in memory.
const CHECKS: usize = 2;

/// What the server serves.
#[derive(Debug)]
pub struct Site {
    pub(crate) guide: Arc<Guide>,
    pub(crate) pages: Cache,
    pub(crate) uploads: Arc<Semaphore>,
    pub(crate) checks: Arc<Semaphore>,
    pub(crate) clock: fn() -> Timestamp,
}

impl Site {
    /// A site round a guide; `clock` says when a report was made.
    #[must_use]
    pub fn new(guide: Guide, clock: fn() -> Timestamp) -> Self {
        Self {
            guide: Arc::new(guide),
            pages: Cache::default(),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            checks: Arc::new(Semaphore::new(CHECKS)),
            clock,
        }
    }
}
