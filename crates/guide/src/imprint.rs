//! What a guide says of itself as a publication: where it lies for good, which release it is, and when it came out.

use jiff::Timestamp;

use crate::url::Base;

/// The address under which the outside world reaches the pages, such as `https://week.example.org`.
///
/// Canonical and alternate links want it in full; without it they stay relative.
#[derive(Debug, Clone, Default)]
pub struct Origin(pub Option<String>);

/// A release of a week: a number that is never given twice, and when it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// Counted from 1 within its week.
    pub number: u32,
    /// When it was published.
    pub at: Timestamp,
}

/// Where, as what and when a guide is published.
#[derive(Debug, Clone)]
pub struct Imprint {
    /// Under which address the pages are reached from outside.
    pub origin: Origin,
    /// Where the pages lie for as long as there is a server; the addresses that search engines are told.
    pub lasting: Base,
    /// Which release it is; nothing for a week that is only being looked at.
    pub release: Option<Release>,
}

impl Imprint {
    /// Of a release of a stored week, which keeps its prefixed addresses when another week becomes the current one.
    #[must_use]
    pub fn of_release(origin: Origin, week: &str, release: Release) -> Self {
        Self { origin, lasting: Base::of_week(week), release: Some(release) }
    }

    /// Of a week that was never released, as the sample week in memory.
    #[must_use]
    pub const fn unreleased(origin: Origin) -> Self {
        Self { origin, lasting: Base::current(), release: None }
    }
}
