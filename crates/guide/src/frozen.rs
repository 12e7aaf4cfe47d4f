//! What the public may know of a week, as one value that is kept for ever.
//!
//! Freezing is where secrets are left behind: projects become totals, and whoever appears nowhere in public is not there any
//! more, not even as a gap. A release is this value and nothing else, so whoever steals one learns what its pages say.
//! It costs one walk over the records.

mod figures;
mod secrets;

use festoon_domain::week::Records;

pub use figures::{FrozenFigure, StageTotal, Stages};

/// A week as the public may see it.
///
/// Whoever brings one back from bytes builds it from its fields; only [`Frozen::of`] makes one of a week with secrets.
#[derive(Debug, Clone)]
pub struct Frozen {
    /// What was recorded, without what only hosts, the protocol desk or the project desk may know; no projects.
    pub records: Records,
    /// What was announced in numbers, with what the records said to it when they were frozen; in the order of the records.
    pub figures: Vec<FrozenFigure>,
    /// The signing list by stage, as far as totals give no single project away.
    pub stages: Stages,
}

impl Frozen {
    /// Freezes what the public may know of a week. Figures and totals are computed while the secrets are still there.
    #[must_use]
    pub fn of(records: Records) -> Self {
        let figures = figures::freeze(&records);
        let stages = Stages::add_up(&records.projects);
        Self { records: secrets::without(records), figures, stages }
    }
}
