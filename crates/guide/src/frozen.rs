//! What the public may know of a week, as one value that is kept for ever.
//!
//! Freezing is where secrets are left behind: projects become totals, and whoever appears nowhere in public is not there any
//! more, not even as a gap. A release is this value and nothing else, so whoever steals one learns what its pages say.
//! It costs one walk over the records.

mod figures;
mod secrets;

use festoon_domain::week::{Provenance, Records};

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

    /// Whether anything in it was invented for the sample week.
    #[must_use]
    pub fn has_samples(&self) -> bool {
        fn any<T>(table: &[T], origin: impl Fn(&T) -> [Provenance; 2]) -> bool {
            table.iter().any(|one| origin(one).contains(&Provenance::Sample))
        }
        let Records { programme, figures, exhibits, points, checkpoints, .. } = &self.records;
        any(&programme.week.chains, |one| [one.provenance; 2])
            || any(&programme.venues, |one| [one.provenance, one.details])
            || any(&programme.hosts, |one| [one.provenance; 2])
            || any(&programme.people, |one| [one.provenance; 2])
            || any(&programme.activities, |one| [one.provenance, one.details])
            || any(&programme.activities, |one| [one.listing; 2])
            || any(&programme.parts, |one| [one.provenance; 2])
            || any(&programme.sessions, |one| [one.provenance; 2])
            || any(figures, |one| [one.provenance; 2])
            || any(exhibits, |one| [one.provenance; 2])
            || any(points, |one| [one.provenance; 2])
            || any(checkpoints, |one| [one.provenance; 2])
            || any(&self.figures, |one| [one.records; 2])
            || self.stages.provenance == Provenance::Sample
    }
}
