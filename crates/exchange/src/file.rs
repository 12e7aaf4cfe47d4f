//! A file as it was handed in, and which format it is in.
//!
//! The bytes decide, not the ending: hosts rename files.

mod sniff;

use std::sync::Arc;

use festoon_domain::programme::Spot;

use crate::Refusal;

/// A file somebody handed in.
#[derive(Debug, Clone)]
pub struct NamedFile {
    /// Its name as its owner knows it, without folders.
    pub name: Arc<str>,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl NamedFile {
    /// The most a file may hold; the figure in the refusal of a larger one.
    pub const LARGEST_BYTES: u64 = 128 * 1024 * 1024;
}

/// The formats read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma, semicolon or tab separated text.
    Csv,
    /// A web page with tables, as office systems export it under the name `.xls`.
    Html,
    /// A workbook of Excel 2007 and later.
    Xlsx,
    /// A workbook of Excel before 2007.
    Xls,
    /// A workbook of LibreOffice.
    Ods,
    /// A document with tables.
    Docx,
    /// schedule.xml in one of its dialects.
    ScheduleXml,
    /// schedule.json, version 1: days, rooms, events.
    ScheduleJson,
    /// The draft of its second version: a flat list of events.
    Schedule2,
    /// OPass session.json.
    Opass,
    /// iCalendar.
    Ics,
}

impl Format {
    /// Which format a file is in: its content decides, the ending only where the content fits several.
    ///
    /// # Errors
    /// A file that is empty, too large, damaged, protected by a password, or in none of the formats.
    pub fn of(file: &NamedFile) -> Result<Self, Refusal> {
        sniff::format(&file.name, &file.bytes).map_err(|reason| Refusal {
            file: Arc::clone(&file.name),
            spot: Spot::Whole,
            reason,
        })
    }

    /// Whether it is one of the formats that programme software and calendars write.
    #[must_use]
    pub const fn is_schedule(self) -> bool {
        matches!(self, Self::ScheduleXml | Self::ScheduleJson | Self::Schedule2 | Self::Opass | Self::Ics)
    }

    /// Its word in the JSON report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Docx => "docx",
            Self::ScheduleXml => "schedule-xml",
            Self::ScheduleJson => "schedule-json",
            Self::Schedule2 => "schedule2",
            Self::Opass => "opass",
            Self::Ics => "ics",
        }
    }
}
