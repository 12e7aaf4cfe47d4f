//! Reading a set of files into one programme.

use std::sync::Arc;

use festoon_domain::programme::Programme;
use jiff::tz::TimeZone;

use crate::sheet::{ColumnMap, SheetMapping};
use crate::{Defect, Format, NamedFile, Refusal};

/// What the person said beside the files.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `--zone`: the zone of times without an offset in files without a zone.
    pub zone: Option<TimeZone>,
    /// `--map`: columns said by hand.
    pub map: Option<ColumnMap>,
    /// `--travel`: minutes between venues.
    pub travel: Option<NamedFile>,
}

/// What a set of files says together.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The week they describe.
    pub programme: Programme,
    /// What could not be taken as it stood.
    pub defects: Vec<Defect>,
    /// Which column was taken for what.
    pub mappings: Vec<SheetMapping>,
    /// The files, in the order given.
    pub files: Vec<FileSummary>,
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSummary {
    /// Its name.
    pub name: Arc<str>,
    /// What it turned out to be.
    pub format: Format,
    /// How many occurrences came from it.
    pub occurrences: usize,
    /// The zone its times were read in, where no offset stood in the file.
    pub zone: Option<String>,
}

/// Reads all files together.
///
/// # Errors
/// Every file that cannot be read at all, with the place and what would be right.
pub fn read(_files: &[NamedFile], _options: &Options) -> Result<Reading, Vec<Refusal>> {
    Err(Vec::new())
}
