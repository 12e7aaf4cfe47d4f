//! Grids of cells, whatever format they came in. (Contract only: the readers replace this file.)

use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Lang;

use crate::{Format, NamedFile, Reason, Refusal};

/// One rectangle of cells.
#[derive(Debug, Clone)]
pub struct Grid {
    /// Where it stands in its file.
    pub place: GridPlace,
    /// Row `i` is the row `first_row + i` as the program shows it.
    pub rows: Vec<Vec<Cell>>,
    /// The number of the first row.
    pub first_row: u32,
    /// Merged cells; only the top-left cell holds the value.
    pub merges: Vec<Merge>,
    /// Days are counted from 1904.
    pub is_1904: bool,
}

/// Where a grid stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridPlace {
    /// The file is the grid.
    Csv,
    /// A sheet of a workbook.
    Sheet(Arc<str>),
    /// The n-th table of a document, from 1.
    Table(u32),
}

impl GridPlace {
    /// A cell of it, row and column from 1.
    #[must_use]
    pub fn cell(&self, file: &Arc<str>, row: u32, column: u32) -> Citation {
        let spot = match self {
            Self::Csv => Spot::Cell("".into(), row, column),
            Self::Sheet(name) => Spot::Cell(name.clone(), row, column),
            Self::Table(n) => Spot::TableCell(*n, row, column),
        };
        Citation { file: file.clone(), spot }
    }

    /// A row of it, from 1.
    #[must_use]
    pub fn row(&self, file: &Arc<str>, row: u32) -> Citation {
        let spot = match self {
            Self::Csv => Spot::Row("".into(), row),
            Self::Sheet(name) => Spot::Row(name.clone(), row),
            Self::Table(n) => Spot::TableRow(*n, row),
        };
        Citation { file: file.clone(), spot }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(Box<str>),
    /// A number.
    Number(f64),
    /// A number formatted as a date or time: Excel serial days.
    Serial(f64),
    /// True or false.
    Bool(bool),
    /// An error such as `#REF!`.
    Fault(Box<str>),
}

/// Merged cells, inclusive, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// Its first row.
    pub first_row: u32,
    /// Its first column.
    pub first_column: u32,
    /// Its last row.
    pub last_row: u32,
    /// Its last column.
    pub last_column: u32,
}

/// What a grid's reader could not take as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridTrouble {}

impl GridTrouble {
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

/// Reads all grids of a file.
///
/// # Errors
/// A file that cannot be read at all.
#[expect(clippy::type_complexity, reason = "the contract between the readers")]
pub fn read(file: &NamedFile, format: Format) -> Result<(Vec<Grid>, Vec<(Citation, GridTrouble)>), Refusal> {
    let refusal = |reason| Refusal { file: file.name.clone(), spot: Spot::Whole, reason };
    if format != Format::Csv {
        return Err(refusal(Reason::UnknownFormat(format.word().into())));
    }
    let rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if file.name.ends_with(".tsv") { b'\t' } else { b',' })
        .from_reader(file.bytes.as_slice())
        .records()
        .map(|record| {
            let record = record.map_err(|error| refusal(Reason::Broken(error.to_string())))?;
            Ok(record
                .iter()
                .map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) })
                .collect())
        })
        .collect::<Result<Vec<Vec<Cell>>, Refusal>>()?;
    Ok((
        vec![Grid { place: GridPlace::Csv, rows, first_row: 1, merges: Vec::new(), is_1904: false }],
        Vec::new(),
    ))
}
