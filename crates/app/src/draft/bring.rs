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
    /// Whose tables they are.
    pub hand: Hand,
}

/// Who wrote files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Hosts, or any other program.
    Others,
    /// This program, all of them: what they name by a guid is what it was when they were written.
    Ours,
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
    hand: Hand,
}

/// Reads a week folder whole, and other files as the sessions they say.
pub(crate) fn read(files: &[NamedFile], options: &Options) -> Result<Said, Vec<Refusal>> {
    if files.iter().any(|file| &*file.name == week_folder::HEAD) {
        let named = |name: &str| {
            let file = files.iter().find(|file| &*file.name == name)?;
            Some(Cow::Owned(file.bytes.clone()))
        };
        let records = week_folder::read(&named)?;
        let (defects, files) = (Vec::new(), Vec::new());
        return Ok(Said { records, extent: Extent::Week, defects, files, hand: Hand::Ours });
    }

    let reading = festoon_exchange::read(files, options)?;
    let is_ours = |file: &FileSummary| {
        reading.mappings.iter().any(|mapping| mapping.file == file.name && mapping.is_ours())
    };
    let hand = if reading.files.iter().all(is_ours) { Hand::Ours } else { Hand::Others };
    let records = Records::of(reading.programme);
    Ok(Said { records, extent: Extent::Sessions, defects: reading.defects, files: reading.files, hand })
}

/// Reads what somebody brings.
///
/// # Errors
/// Every file that cannot be read at all.
pub fn bring(files: &[NamedFile], options: &Options) -> Result<Brought, Vec<Refusal>> {
    let Said { records, extent, defects, files, hand } = read(files, options)?;
    Ok(Brought { records: take_apart(&records), extent, defects, files, hand })
}

/// A week that is there as a value already.
pub(crate) fn whole(records: &Records) -> Brought {
    let (defects, files) = (Vec::new(), Vec::new());
    Brought { records: take_apart(records), extent: Extent::Week, defects, files, hand: Hand::Ours }
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
