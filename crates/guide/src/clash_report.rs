//! The clash report as people see it: what is wrong with a week, told and drawn.
//!
//! [`Report`] holds plain values, already in words where words are needed; the templates, the terminal and the pages
//! of the server all read this one value.
//! It deliberately decides nothing: which finding is grave and what it says is the timetable's matter.
//! A report lists at most [`MOST_OF_A_RULE`] findings a rule and draws at most [`timeline::MOST_BARS`] bars, and says
//! how many it leaves out; a hundred thousand sessions give a file of a few megabytes.

mod drawing;
mod page;
mod places;
pub mod timeline;
mod words;

use std::sync::Arc;

use festoon_domain::programme::Citation;
use festoon_domain::text::{Lang, Text};
use festoon_domain::timetable::{Rule, Severity};
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use page::{body, write_page};
pub use places::{column_letters, place, spot};
pub use timeline::Timeline;
pub use words::{LABELS_EN, LABELS_ZH, Labels, labels, tally};

/// How many findings of one rule a report lists; the others are counted.
pub const MOST_OF_A_RULE: usize = 100;

/// How many reading defects a report lists; the others are counted.
pub const MOST_DEFECTS: usize = 200;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Both {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Both {
    /// Says the same in both languages.
    #[must_use]
    pub fn said(say: impl Fn(Lang) -> String) -> Self {
        Self { zh: say(Lang::Zh), en: say(Lang::En) }
    }

    /// The wording for a reader of `lang`.
    #[must_use]
    pub fn read(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Everything a clash report shows.
#[derive(Debug, Clone)]
pub struct Report {
    /// When the files were checked.
    pub checked: Timestamp,
    /// The zone in which times are said.
    pub zone: TimeZone,
    /// How much was read and found, the unlisted included.
    pub summary: Summary,
    /// The files, in the order given.
    pub files: Vec<FileRead>,
    /// Which column was taken for what.
    pub mappings: Vec<MappingRead>,
    /// What could not be taken as it stood.
    pub defects: Vec<DefectRead>,
    /// What is wrong, the gravest first.
    pub findings: Vec<FindingRead>,
    /// Of which rules more was found than is listed, and how many more.
    pub unlisted: Vec<(Rule, u64)>,
    /// The people that findings are about, for the filter.
    pub people: Vec<Text>,
    /// The hosts that findings are about, for the filter.
    pub hosts: Vec<Text>,
    /// The week, drawn.
    pub timeline: Timeline,
    /// Whether it says where somebody is who is only for the protocol desk to know.
    pub audience: Audience,
}

impl Report {
    /// Whether it must not leave the protocol desk.
    #[must_use]
    pub fn is_for_protocol(&self) -> bool {
        self.audience == Audience::Protocol
    }
}

/// Who may be given a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Hosts and the week office.
    Hosts,
    /// It says where guests of honour will be: the protocol desk alone.
    Protocol,
}

/// How much was read and found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Findings that must be solved.
    pub blocks: u64,
    /// Findings that need a look.
    pub warns: u64,
    /// Findings worth knowing.
    pub notes: u64,
    /// What could not be taken as it stood.
    pub defects: u64,
    /// Sessions on one day in one room.
    pub occurrences: u64,
    /// Houses.
    pub venues: u64,
    /// Halls.
    pub rooms: u64,
    /// People who appear.
    pub people: u64,
    /// Bodies that handed in.
    pub hosts: u64,
}

impl Summary {
    /// How many findings have this severity.
    #[must_use]
    pub const fn of(&self, severity: Severity) -> u64 {
        match severity {
            Severity::Block => self.blocks,
            Severity::Warn => self.warns,
            Severity::Note => self.notes,
        }
    }

    /// Whether somebody has to act: something must be solved or needs a look.
    #[must_use]
    pub const fn has_clashes(&self) -> bool {
        self.blocks > 0 || self.warns > 0
    }
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// Its name.
    pub name: Arc<str>,
    /// Its format's word: `csv`, `xlsx`.
    pub format: &'static str,
    /// How many sessions came from it.
    pub occurrences: usize,
    /// The zone its times were read in, where no offset stood in the file.
    pub zone: Option<String>,
}

/// Which column of a sheet was taken for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappingRead {
    /// Where the headings stand.
    pub headings: Citation,
    /// The column's letters, its heading, and the field's word; empty where it was left aside.
    pub columns: Vec<(String, String, &'static str)>,
}

/// One thing that could not be taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefectRead {
    /// Where.
    pub citation: Citation,
    /// What stood there; empty where something is missing.
    pub stood: String,
    /// What was assumed.
    pub sentence: Both,
}

/// One finding, in words.
#[derive(Debug, Clone)]
pub struct FindingRead {
    /// How grave.
    pub severity: Severity,
    /// Which rule.
    pub rule: Rule,
    /// What is wrong.
    pub sentence: Both,
    /// What would mend it.
    pub remedy: Both,
    /// The rows it comes from.
    pub rows: Vec<Row>,
    /// How many rows beyond those listed.
    pub more_rows: usize,
    /// Places in [`Report::people`].
    pub people: Vec<usize>,
    /// Places in [`Report::hosts`].
    pub hosts: Vec<usize>,
}

/// A row a finding comes from.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where it stands.
    pub citation: Citation,
    /// The session's name.
    pub title: Text,
    /// The occurrence's place in its table, by which the timeline knows it.
    pub occurrence: u32,
}
