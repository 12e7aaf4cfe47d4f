//! What somebody brings: files of any format, taken apart into records.

use std::borrow::Cow;

use festoon_domain::record::{Kind, Record, take_apart};
use festoon_domain::week::Records;
use festoon_exchange::{Defect, FileSummary, NamedFile, Options, Refusal, week_folder};

/// Files, read.
#[derive(Debug, Clone)]
pub struct Brought {
    /// What they say, one by one.
    pub records: Vec<Record>,
    /// Whether they say everything there is.
    pub extent: Extent,
    /// What could not be taken as it stood.
    pub defects: Vec<Defect>,
    /// The files, in the order given; none for a week folder.
    pub files: Vec<FileSummary>,
}

/// How much files say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// A whole week: what a folder leaves empty is empty, and what it does not list is gone.
    Week,
    /// Sessions, and as much of the rest as they mention: silence about a hall says nothing about the hall.
    Sessions,
}

/// Under which name a week folder is remembered: there is one a week, whatever it is called on somebody's disk.
pub(super) const FOLDER: &str = "week.toml";

/// What files say, before it is taken apart.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) records: Records,
    pub(crate) extent: Extent,
    pub(crate) defects: Vec<Defect>,
    files: Vec<FileSummary>,
}

/// Reads a week folder whole, and other files as the sessions they say.
pub(crate) fn read(files: &[NamedFile], options: &Options) -> Result<Said, Vec<Refusal>> {
    if files.iter().any(|file| &*file.name == week_folder::HEAD) {
        let named = |name: &str| {
            let file = files.iter().find(|file| &*file.name == name)?;
            Some(Cow::Owned(file.bytes.clone()))
        };
        let records = week_folder::read(&named)?;
        return Ok(Said { records, extent: Extent::Week, defects: Vec::new(), files: Vec::new() });
    }

    let reading = festoon_exchange::read(files, options)?;
    let records = Records::of(reading.programme);
    Ok(Said { records, extent: Extent::Sessions, defects: reading.defects, files: reading.files })
}

/// Reads what somebody brings.
///
/// # Errors
/// Every file that cannot be read at all.
pub fn bring(files: &[NamedFile], options: &Options) -> Result<Brought, Vec<Refusal>> {
    let Said { records, extent, defects, files } = read(files, options)?;
    Ok(Brought { records: take_apart(&records), extent, defects, files })
}

/// A week that is there as a value already.
pub(crate) fn whole(records: &Records) -> Brought {
    Brought { records: take_apart(records), extent: Extent::Week, defects: Vec::new(), files: Vec::new() }
}

impl Brought {
    /// A whole week, as the sample week is.
    #[must_use]
    pub fn week(records: &Records) -> Self {
        whole(records)
    }

    /// The name the week gives itself, where a whole week was brought.
    pub(super) fn own_slug(&self) -> Option<&str> {
        let week = self.records.iter().find(|record| record.kind == Kind::Week)?;
        (self.extent == Extent::Week).then_some(&*week.key)
    }
}
