//! What every request may look at: the shelf, the places at the checking table, and the questions put to the world outside.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use tokio::sync::Semaphore;

use crate::cards::Easel;
use crate::plan_copies::PlanCopies;
use crate::readiness::Readiness;
use crate::shelf::Shelf;
use crate::uploads::Uploads;

/// How many files to be checked may be in memory at a time: eight of 64 MiB.
const SUBMISSIONS: usize = 8;

/// How many checks are worked on at a time; the others wait with their files in memory.
const CHECKS: usize = 2;

/// What the server serves.
#[derive(Debug)]
pub struct Site {
    shelf: RwLock<Arc<Shelf>>,
    pub(crate) readiness: Readiness,
    pub(crate) uploads: Uploads,
    pub(crate) plans: PlanCopies,
    pub(crate) submissions: Arc<Semaphore>,
    pub(crate) checks: Arc<Semaphore>,
    pub(crate) easel: Easel,
    pub(crate) clock: fn() -> Timestamp,
}

impl Site {
    /// A site with nothing on its shelf, without a database and without uploads; `clock` says what time it is.
    #[must_use]
    pub fn new(clock: fn() -> Timestamp) -> Self {
        Self {
            shelf: RwLock::default(),
            readiness: Readiness::default(),
            uploads: Uploads::default(),
            plans: PlanCopies::default(),
            submissions: Arc::new(Semaphore::new(SUBMISSIONS)),
            checks: Arc::new(Semaphore::new(CHECKS)),
            easel: Easel::default(),
            clock,
        }
    }

    /// The same site, which is ready only while the database answers.
    #[must_use]
    pub fn with_readiness(self, readiness: Readiness) -> Self {
        Self { readiness, ..self }
    }

    /// The same site with a folder of uploads.
    #[must_use]
    pub fn with_uploads(self, uploads: Uploads) -> Self {
        Self { uploads, ..self }
    }

    /// The same site, on which visitors may publish copies of their plans.
    #[must_use]
    pub fn with_plans(self, plans: PlanCopies) -> Self {
        Self { plans, ..self }
    }

    /// The shelf as it is now.
    #[must_use]
    pub fn shelf(&self) -> Arc<Shelf> {
        // Only whole shelves are ever put here, so a poisoned lock still holds one.
        Arc::clone(&self.shelf.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows another shelf from the next request on. Requests under way finish with the one they began with.
    pub fn show(&self, next: Shelf) {
        self.change(|_| next);
    }

    /// Shows what becomes of the shelf; two changes at once happen one after the other, and none is lost.
    ///
    /// A guide is indexed before it comes here: readers wait while `change` runs.
    pub fn change(&self, change: impl FnOnce(Shelf) -> Shelf) {
        let mut shown = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        let next = Arc::new(change(Shelf::clone(&shown)).following(&shown, (self.clock)()));
        let before = std::mem::replace(&mut *shown, next);
        // To take a whole release down takes time, in which nobody has to wait.
        drop(shown);
        drop(before);
    }
}
