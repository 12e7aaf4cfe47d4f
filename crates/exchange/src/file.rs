//! A file as it was handed in, and which format it is in.
//!
//! The bytes decide, not the ending: hosts rename files.

use std::sync::Arc;

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
}

impl Format {
    /// Its word in the JSON report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Docx => "docx",
            Self::ScheduleXml => "schedule-xml",
        }
    }
}
