//! One CSV table of the folder: rows by column name, with the place for every fault.

use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::record::{Field, Kind, Sort, Value};
use festoon_domain::text::{Lang, Text};

use super::{Files, FolderFault, cells, layout};
use crate::{Reason, Refusal};

/// A table that has all the columns it needs.
#[derive(Debug)]
pub(super) struct Table {
    file: Arc<str>,
    columns: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    pub(super) fn read(files: Files<'_>, name: &str, needed: &[&'static str]) -> Result<Self, Refusal> {
        let file: Arc<str> = name.into();
        let whole = |fault| refusal(&file, Spot::Whole, fault);
        let bytes = files(name).ok_or_else(|| whole(FolderFault::NoFile))?;

        let mut reader = csv::Reader::from_reader(bytes.as_ref());
        let headings = reader.headers().map_err(|error| whole(FolderFault::Unreadable(error.to_string())))?;
        let columns: Vec<String> = headings.iter().map(str::to_owned).collect();
        if let Some(missing) = needed.iter().find(|column| !columns.iter().any(|have| have == *column)) {
            return Err(whole(FolderFault::NoColumn(missing)));
        }
        let rows = reader
            .into_records()
            .enumerate()
            .map(|(index, row)| row.map_err(|error| refusal(&file, spot(index), unreadable(&error))));
        Ok(Self { rows: rows.collect::<Result<_, _>>()?, file: Arc::clone(&file), columns })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let row = |(index, cells)| Row { table: self, cells, index };
        self.rows.iter().enumerate().map(row)
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|have| have == column)
    }

    /// In which column each field of a kind stands, so that nobody looks for it row by row.
    pub(super) fn places(&self, kind: Kind) -> Vec<Option<usize>> {
        kind.fields().iter().map(|field| self.place(layout::column(field.name))).collect()
    }
}

fn unreadable(error: &csv::Error) -> FolderFault {
    match *error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            FolderFault::RowLength { cells: len, columns: expected_len }
        }
        _ => FolderFault::Unreadable(error.to_string()),
    }
}

/// The headings stand in row 1.
fn spot(index: usize) -> Spot {
    Spot::Row("".into(), u32::try_from(index + 2).unwrap_or(u32::MAX))
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    cells: &'a csv::StringRecord,
    index: usize,
}

impl<'a> Row<'a> {
    /// What a cell says; nothing where the table has no such column.
    pub(super) fn cell(self, column: &str) -> &'a str {
        self.at(self.table.place(column))
    }

    fn at(self, place: Option<usize>) -> &'a str {
        cells::bare(place.and_then(|place| self.cells.get(place)).unwrap_or_default())
    }

    /// The values of a record's fields, each from its column.
    pub(super) fn values(self, kind: Kind, places: &[Option<usize>]) -> Result<Vec<Value>, Refusal> {
        let read = |(field, place): (&Field, &Option<usize>)| {
            let cell = self.at(*place);
            let column = layout::column(field.name);
            if field.name == layout::AMOUNT && !cell.is_empty() {
                let fen = cells::fen(cell).map(Value::Number);
                return fen.ok_or_else(|| self.bad(column, cell, "1000000000"));
            }
            cells::read(field.sort, cell).map_err(|right| self.bad(column, cell, right))
        };
        let mut values: Vec<Value> = kind.fields().iter().zip(places).map(read).collect::<Result<_, _>>()?;
        part_languages(kind, &mut values);
        Ok(values)
    }

    pub(super) fn bad(self, column: &'static str, stood: &str, right: &'static str) -> Refusal {
        self.fault(FolderFault::BadValue(column, stood.to_owned(), right))
    }

    pub(super) fn fault(self, fault: FolderFault) -> Refusal {
        refusal(&self.table.file, spot(self.index), fault)
    }

    pub(super) fn citation(self) -> Citation {
        Citation { file: Arc::clone(&self.table.file), spot: spot(self.index) }
    }
}

/// The same words in both languages are one wording, of the language they are in, unless it is said that neither is stale.
pub(super) fn part_languages(kind: Kind, values: &mut [Value]) {
    for (place, field) in kind.fields().iter().enumerate() {
        if !(field.name.ends_with("_zh") && field.sort == Sort::Words) {
            continue;
        }
        // The fields of the English wording and of which is stale follow that of the Chinese.
        let Some([zh, en, stale]) = values.get_mut(place..place + 3) else { return };
        if *stale == Value::Nothing {
            let text = Text::new(words(zh), words(en));
            (*zh, *en) = (wording(&text, Lang::Zh), wording(&text, Lang::En));
        } else if words(stale) == layout::NONE {
            *stale = Value::Nothing;
        }
    }
}

fn words(value: &Value) -> &str {
    match value {
        Value::Words(words) => words,
        _ => "",
    }
}

fn wording(text: &Text, lang: Lang) -> Value {
    match text.wording(lang) {
        "" => Value::Nothing,
        words => Value::Words(words.into()),
    }
}

pub(super) fn refusal(file: &Arc<str>, spot: Spot, fault: FolderFault) -> Refusal {
    Refusal { file: Arc::clone(file), spot, reason: Reason::Folder(fault) }
}
