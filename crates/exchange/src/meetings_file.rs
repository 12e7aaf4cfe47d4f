//! Days of one-to-one meetings as an office writes them down: `meetings.toml`, or sheets. Described in docs/meetings.md; the schema is
//! docs/schemas/meetings.schema.json.
//!
//! Read at the door: every name that stands here is one that the file has said who or what it is, and what may yet contradict the rest keeps its place. Whether
//! it can be arranged is not asked here.

mod days;
mod from_sheets;
mod from_toml;
mod raw;
mod reading;
mod table;

use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use jiff::civil::DateTime;

pub use reading::{place_en, place_zh};
pub use table::{Sheet, csv, xlsx};

use crate::{NamedFile, Reason, Refusal, Right};

/// Everything one file says. Parties, venues and interpreters are known by their place, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingsFile {
    pub file: Arc<str>,
    /// When meetings are held, in the order of time; none overlap.
    pub slots: Vec<Stretch>,
    /// The most meetings without a free slot between, for everybody.
    pub in_a_row: Option<u32>,
    pub parties: Vec<Party>,
    pub interpreters: Vec<Interpreter>,
    pub venues: Vec<Venue>,
    /// Minutes between two venues, both ways.
    pub roads: Vec<(usize, usize, u32)>,
    pub breaks: Vec<Break>,
    pub pins: Vec<Pin>,
    /// Two parties that must not meet.
    pub apart: Vec<(usize, usize)>,
    /// What was left aside of sheets, and where.
    pub notes: Vec<(Citation, Right)>,
}

/// A stretch of time, in the zone of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    pub from: DateTime,
    /// After `from`.
    pub till: DateTime,
}

/// A company or delegation: it sits at one table at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    /// Who comes for it; nobody comes for two.
    pub people: Vec<String>,
    /// What they speak, in lower case.
    pub languages: Vec<String>,
    pub offers: Vec<String>,
    pub seeks: Vec<String>,
    /// Whom they want to meet, dearest first.
    pub wishes: Vec<usize>,
    /// The most meetings, if that is said.
    pub most: Option<u32>,
    pub away: Vec<Stretch>,
}

/// Somebody who carries words from one language to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interpreter {
    pub name: String,
    /// Two or more.
    pub languages: Vec<String>,
    pub away: Vec<Stretch>,
}

/// A house with tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venue {
    pub name: String,
    /// At least one.
    pub tables: u32,
    pub closed: Vec<Stretch>,
}

/// Hours of each day of which everybody has some slots free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    pub name: String,
    /// On every day that has slots in them.
    pub during: Vec<Stretch>,
    /// How many slots.
    pub free: u16,
}

/// Two who meet, whatever else there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Where the file says so.
    pub at: Spot,
    pub one: usize,
    pub other: usize,
    /// The slot it must be in, by its place.
    pub slot: Option<usize>,
    pub venue: Option<usize>,
}

impl MeetingsFile {
    /// What contradicts the rest, and what would be right.
    #[must_use]
    pub fn refusal(&self, at: &Spot, right: Right) -> Refusal {
        cited(&self.file, at.clone(), Reason::Malformed(right))
    }
}

impl Stretch {
    /// Whether the two have a moment in common.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.from < other.till && other.from < self.till
    }
}

/// Reads `meetings.toml`.
///
/// # Errors
/// A file that is no TOML, or everything that does not fit, each with its place and what would be right.
pub fn read(file: &NamedFile) -> Result<MeetingsFile, Vec<Refusal>> {
    let said = from_toml::read(file)?;
    reading::checked(&file.name, &said)
}

/// Reads a workbook of sheets, or a CSV file for each.
///
/// # Errors
/// Files that cannot be read, or everything that does not fit, each with its cell and what would be right.
pub fn read_sheets(files: &[NamedFile]) -> Result<MeetingsFile, Vec<Refusal>> {
    let found = from_sheets::read(files)?;
    let file = files.first().map_or_else(|| "".into(), |file| Arc::clone(&file.name));
    let read = reading::checked(&file, &found.document)?;
    let note = |(spot, words)| {
        let refusal = cited(&file, spot, Reason::Empty);
        (Citation { file: refusal.file, spot: refusal.spot }, words)
    };
    Ok(MeetingsFile { notes: found.notes.into_iter().map(note).collect(), ..read })
}

/// A refusal at a spot; a CSV file stands as a sheet of its name among others, and is a file of its own to whoever sent it.
fn cited(file: &Arc<str>, spot: Spot, reason: Reason) -> Refusal {
    let is_file =
        |sheet: &Arc<str>| sheet.contains('.') && (sheet == file || sheet.to_lowercase().ends_with(".csv"));
    match spot {
        Spot::Cell(sheet, row, column) if is_file(&sheet) => {
            Refusal { file: sheet, spot: Spot::Cell("".into(), row, column), reason }
        }
        Spot::Row(sheet, row) if is_file(&sheet) => {
            Refusal { file: sheet, spot: Spot::Row("".into(), row), reason }
        }
        spot => Refusal { file: Arc::clone(file), spot, reason },
    }
}

#[cfg(test)]
mod tests;
