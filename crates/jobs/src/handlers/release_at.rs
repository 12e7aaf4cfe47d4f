//! A release at its hour.

use festoon_app::tasks::{Body, ReleaseAt};
use jiff::Timestamp;

use crate::{Failed, Handler};

/// Does `release-at` with whatever releases a week.
///
/// It is asked again when a machine failed after the release and before the task was struck off, so the closure makes it only once:
/// [`festoon_app::releases::release_planned`] looks for it in the transaction that would make it.
pub struct ReleasesAtTheirHour<F> {
    release: F,
}

impl<F> ReleasesAtTheirHour<F>
where
    F: Fn(&ReleaseAt, Timestamp) -> Result<(), Failed> + Send + Sync,
{
    /// With what makes a release.
    pub const fn new(release: F) -> Self {
        Self { release }
    }
}

impl<F> Handler for ReleasesAtTheirHour<F>
where
    F: Fn(&ReleaseAt, Timestamp) -> Result<(), Failed> + Send + Sync,
{
    fn kind(&self) -> &'static str {
        ReleaseAt::KIND
    }

    fn work(&self, body: &str, now: Timestamp) -> Result<(), Failed> {
        (self.release)(&ReleaseAt::read(body).map_err(Failed::ForGood)?, now)
    }
}

impl<F> std::fmt::Debug for ReleasesAtTheirHour<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReleasesAtTheirHour")
    }
}
