//! What a guide says of itself as a publication: where it lies for good, which release it is, and when it came out.

use std::sync::Arc;

use festoon_domain::record::Topic;
use festoon_domain::text::{Lang, Text};
use jiff::Timestamp;

use crate::Guide;
use crate::url::{Base, Page};

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
    /// Who runs the site.
    pub operator: Arc<Operator>,
    /// What schema.org says of a page's subject, in JSON: formats are not this crate's business, but they stand in its pages.
    pub describe: Option<Describe>,
}

/// Describes the subject of a page, if it has one, as JSON that is safe inside a script element.
pub type Describe = fn(&Guide, Page<'_>, Lang) -> Option<String>;

/// What a release changed for the public, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The release.
    pub release: Release,
    /// By topic, in the order of topics; none where it was the first, or changed nothing that is told.
    pub topics: Vec<PastTopic>,
}

/// What a release changed of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastTopic {
    /// What kind.
    pub topic: Topic,
    /// How many changes there are; the lines may be fewer.
    pub count: usize,
    /// One change a line.
    pub lines: Vec<PastLine>,
}

/// A change in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastLine {
    /// The sentence, in both languages.
    pub text: Text,
    /// What it is about, where that has a page of its own.
    pub about: Option<About>,
}

/// What a change is about, by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// An activity.
    Activity(Box<str>),
    /// A session.
    Session(Box<str>),
    /// A house.
    Venue(Box<str>),
}

/// Who runs the site, as its configuration says; what nobody said is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Operator {
    /// Who they are.
    pub name: Text,
    /// The record number 备案号 that a site in mainland China shows at its foot.
    pub record_number: Option<String>,
    /// Where the record can be looked up: an http(s) address.
    pub record_address: Option<String>,
    /// How to reach whoever mends what is not accessible: a mail address or a telephone number.
    pub contact: Option<String>,
}

impl Imprint {
    /// Of a release of a stored week, which keeps its prefixed addresses when another week becomes the current one.
    #[must_use]
    pub fn of_release(origin: Origin, week: &str, release: Release) -> Self {
        Self {
            origin,
            lasting: Base::of_week(week),
            release: Some(release),
            operator: Arc::default(),
            describe: None,
        }
    }

    /// Of a week that was never released, as the sample week in memory.
    #[must_use]
    pub fn unreleased(origin: Origin) -> Self {
        Self { origin, lasting: Base::current(), release: None, operator: Arc::default(), describe: None }
    }

    /// The same, its pages described to search engines.
    #[must_use]
    pub fn described_by(self, describe: Describe) -> Self {
        Self { describe: Some(describe), ..self }
    }

    /// The same, run by somebody.
    #[must_use]
    pub fn run_by(self, operator: Arc<Operator>) -> Self {
        Self { operator, ..self }
    }
}
