//! Why a timetable cannot be, as somebody is told.

use festoon_guide::clash_report::Both;
use festoon_solver::Proof;

/// A reason, how sure it is, and whom it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason<T> {
    pub proof: Proof,
    pub sentence: Both,
    pub about: Vec<T>,
}

impl<T> Reason<T> {
    /// Whether the search was over before it was clear.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.proof == Proof::Unsettled
    }

    /// Whether there is no way, and not merely none that a search found.
    #[must_use]
    pub fn is_proved(&self) -> bool {
        !matches!(self.proof, Proof::Unsettled | Proof::Sought)
    }
}
