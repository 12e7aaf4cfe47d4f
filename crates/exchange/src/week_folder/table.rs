//! One CSV table of the folder: rows by column name, with the place for every fault.

use std::sync::Arc;

use festoon_domain::choice::Choice;
use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Text;
use festoon_domain::week::Provenance;
use jiff::civil::{Date, Time};

use super::{Files, FolderFault};
use crate::{Reason, Refusal};

/// A table that has all the columns it needs.
#[derive(Debug)]
pub(super) struct Table {
    file: Arc<str>,
    columns: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    pub(super) fn read(files: Files<'_>, name: &str, wanted: &[&'static str]) -> Result<Self, Refusal> {
        let file: Arc<str> = name.into();
        let whole = |fault| refusal(&file, Spot::Whole, fault);
        let bytes = files(name).ok_or_else(|| whole(FolderFault::NoFile))?;

        let mut reader = csv::Reader::from_reader(bytes.as_ref());
        let unreadable = |error: csv::Error| whole(FolderFault::Unreadable(error.to_string()));
        let columns: Vec<String> = reader.headers().map_err(unreadable)?.iter().map(str::to_owned).collect();
        if let Some(missing) = wanted.iter().find(|column| !columns.iter().any(|have| have == *column)) {
            return Err(whole(FolderFault::NoColumn(missing)));
        }
        let rows = reader.into_records().collect::<Result<_, _>>().map_err(unreadable)?;
        Ok(Self { file, columns, rows })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().enumerate().map(|(index, record)| Row {
            table: self,
            record,
            // The headings stand in row 1.
            number: u32::try_from(index + 2).unwrap_or(u32::MAX),
        })
    }
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    record: &'a csv::StringRecord,
    number: u32,
}

impl<'a> Row<'a> {
    /// The cell, without the white space around it; empty where the table has no such column.
    pub(super) fn get(self, column: &str) -> &'a str {
        let index = self.table.columns.iter().position(|have| have == column);
        index.and_then(|index| self.record.get(index)).unwrap_or_default().trim()
    }

    /// The columns `NAME_zh` and `NAME_en` as one text.
    pub(super) fn text(self, name: &str) -> Text {
        Text::new(self.get(&format!("{name}_zh")), self.get(&format!("{name}_en")))
    }

    /// The cell's parts between semicolons.
    pub(super) fn list(self, column: &str) -> impl Iterator<Item = &'a str> {
        self.get(column).split(';').map(str::trim).filter(|part| !part.is_empty())
    }

    pub(super) fn optional(self, column: &str) -> Option<String> {
        Some(self.get(column)).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    pub(super) fn provenance(self) -> Result<Provenance, Refusal> {
        self.origin("origin")
    }

    /// Of what the record says beyond its name: as its name, unless a column of its own says otherwise.
    pub(super) fn origin_or_its_own(self, column: &'static str) -> Result<Provenance, Refusal> {
        if self.get(column).is_empty() { self.provenance() } else { self.origin(column) }
    }

    fn origin(self, column: &'static str) -> Result<Provenance, Refusal> {
        Ok(self.choice(column)?.unwrap_or_default())
    }

    pub(super) fn number<N: std::str::FromStr>(self, column: &'static str) -> Result<Option<N>, Refusal> {
        self.parsed(column, "123", |value| value.parse().ok())
    }

    pub(super) fn date(self, column: &'static str) -> Result<Option<Date>, Refusal> {
        self.parsed(column, "2021-06-21", |value| value.parse().ok())
    }

    pub(super) fn time(self, column: &'static str) -> Result<Option<Time>, Refusal> {
        self.parsed(column, "14:00", |value| Time::strptime("%H:%M", value).ok())
    }

    /// One of a few words.
    pub(super) fn choice<T: Choice>(self, column: &'static str) -> Result<Option<T>, Refusal> {
        self.parsed(column, T::RIGHT, T::from_word)
    }

    /// Nothing for an empty cell; a fault with what would be right for one that `parse` does not take.
    pub(super) fn parsed<T>(
        self,
        column: &'static str,
        right: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        let value = self.get(column);
        if value.is_empty() {
            return Ok(None);
        }
        parse(value).map(Some).ok_or_else(|| self.bad(column, value, right))
    }

    pub(super) fn bad(self, column: &'static str, value: &str, right: &'static str) -> Refusal {
        self.fault(FolderFault::BadValue(column, value.to_owned(), right))
    }

    pub(super) fn fault(self, fault: FolderFault) -> Refusal {
        refusal(&self.table.file, self.spot(), fault)
    }

    pub(super) fn citation(self) -> Citation {
        Citation { file: self.table.file.clone(), spot: self.spot() }
    }

    fn spot(self) -> Spot {
        Spot::Row("".into(), self.number)
    }
}

pub(super) fn refusal(file: &Arc<str>, spot: Spot, fault: FolderFault) -> Refusal {
    Refusal { file: file.clone(), spot, reason: Reason::Folder(fault) }
}
