//! Somebody who does one sort of work.

use festoon_app::tasks::{Mishap, Words};
use jiff::Timestamp;

/// Does tasks of one kind. It may be asked to do the same twice, and does it once.
pub trait Handler: Send + Sync {
    /// The kind of its tasks.
    fn kind(&self) -> &'static str;

    /// Does a task, outside of any transaction; `body` is what was put into the outbox.
    ///
    /// # Errors
    /// Why it is not done, and whether trying again helps. A panic counts as a failure that trying again may help.
    fn work(&self, body: &str, now: Timestamp) -> Result<(), Failed>;
}

/// Why a task is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failed {
    /// Not now: a database away, a disk full. It is tried again later.
    ForNow(Mishap),
    /// Never: trying again would fail the same way. Somebody has to look.
    ForGood(Mishap),
}

impl Failed {
    /// Not now, and why.
    #[must_use]
    pub fn for_now(words: impl Into<Words>) -> Self {
        Self::ForNow(Mishap::Failed(words.into()))
    }

    /// Never, and why.
    #[must_use]
    pub fn for_good(words: impl Into<Words>) -> Self {
        Self::ForGood(Mishap::Failed(words.into()))
    }
}
