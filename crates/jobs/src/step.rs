//! What one step of a worker came to.

use festoon_app::tasks::Mishap;
use jiff::Timestamp;
use uuid::Uuid;

/// What a step did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Nothing is due that nobody holds.
    Idle,
    /// A task was taken.
    Worked(Worked),
}

/// A task that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// Its identity.
    pub id: Uuid,
    /// Its sort.
    pub kind: String,
    /// How often it was tried, this time included.
    pub attempts: u32,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Done and struck off.
    Done,
    /// It failed and is due again then.
    Again(Timestamp, Mishap),
    /// It was given up.
    Dead(Mishap),
    /// The lease ran out meanwhile and another has the task; nothing was written.
    Lost,
}
