//! Spreadsheets and tables in documents, as hosts really send them.

pub mod grid;

use std::sync::Arc;

use festoon_domain::text::Lang;

/// What could not be taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetTrouble {}

impl SheetTrouble {
    /// What is wrong and what was assumed.
    #[must_use]
    pub fn sentence(&self, _lang: Lang) -> String {
        match *self {}
    }

    /// A word for it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match *self {}
    }
}

/// Which column of a sheet was taken for what, to be shown and, if wrong, to be given back as `map.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetMapping {
    /// The file.
    pub file: Arc<str>,
    /// The sheet, empty for CSV; `table N` for a document.
    pub sheet: Arc<str>,
    /// The row of the headings, counted from 1.
    pub heading_row: u32,
    /// For each used column, counted from 1: the heading as it stands, and the word of the field it was taken for
    /// (`title`, `start`, `venue`, …), empty where it was not understood and its cells were left aside.
    pub columns: Vec<(u32, String, &'static str)>,
}

/// `map.toml`: columns said by hand.
#[derive(Debug, Clone, Default)]
pub struct ColumnMap {}

impl ColumnMap {
    /// Reads a `map.toml`.
    ///
    /// # Errors
    /// What does not fit the format, with what would be right.
    pub fn parse(file: &crate::NamedFile) -> Result<Self, crate::Refusal> {
        Err(crate::Refusal {
            file: file.name.clone(),
            spot: festoon_domain::programme::Spot::Whole,
            reason: crate::Reason::Malformed("map.toml".into()),
        })
    }
}

/// What one file of sheets says.
#[derive(Debug, Clone, Default)]
pub struct SheetReading {
    /// One entry a row.
    pub entries: Vec<crate::Entry>,
    /// Rows of tables of venues.
    pub venues: Vec<crate::entry::VenueEntry>,
    /// Rows of tables of rooms.
    pub rooms: Vec<crate::entry::RoomEntry>,
    /// What could not be taken as it stood.
    pub defects: Vec<crate::Defect>,
    /// Which column was taken for what.
    pub mappings: Vec<SheetMapping>,
    /// Whether a time without an offset was read in the zone given.
    pub used_assumed_zone: bool,
}

/// Reads a file of sheets.
///
/// # Errors
/// A file without a table that means anything.
pub fn read(
    file: &crate::NamedFile,
    _format: crate::Format,
    _zone: &jiff::tz::TimeZone,
    _map: Option<&ColumnMap>,
) -> Result<SheetReading, crate::Refusal> {
    let reason = crate::Reason::NoHeadings(String::new());
    Err(crate::Refusal { file: Arc::clone(&file.name), spot: festoon_domain::programme::Spot::Whole, reason })
}
