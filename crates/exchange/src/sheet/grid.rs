//! From the bytes of a spreadsheet-like file to cells in rows, safely.
//!
//! Every container is opened by a small reader of our own that streams, because the usual libraries allocate the
//! bounding box of a sheet (a lone cell at XFD1048576 is then a memory bomb) and show neither hidden rows nor
//! formulas without a value. All readers draw on one [`limits::Budget`], so hostile input is refused before it is
//! big. Nothing here knows what a column means; that is the rest of [`crate::sheet`].
//!
//! Cost: 24 bytes a cell up to the last used one of its row, one allocation a text; a file is walked once.

mod csv;
mod docx;
mod encoding;
mod hidden;
mod html;
mod limits;
mod moment;
mod number_format;
mod ods;
mod package;
mod table;
mod trouble;
mod xls;
mod xlsx;
mod xml;

use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};

use crate::{Format, NamedFile, Reason, Refusal};
pub(crate) use encoding::looks_like_text;
use hidden::Blank;
pub(crate) use html::{after_closing, entity};
use limits::Budget;
pub(crate) use package::Package;
use table::Table;
pub use trouble::GridTrouble;
use trouble::Troubles;
pub(crate) use xls::Container;
pub(crate) use xml::Piece;

/// One table: a sheet of a workbook, a CSV file, or a table of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Which table of the file it is.
    pub place: GridPlace,
    /// Row `i` is row `first_row + i` as the program shows it; cell `c` of a row is column `c + 1`.
    /// Empty cells after the last used one are cut, blank rows between used ones are empty.
    pub rows: Vec<Vec<Cell>>,
    /// The number of the first row in [`Self::rows`], counted from 1.
    pub first_row: u32,
    /// Merged regions; only the top-left cell of one holds a value.
    pub merges: Vec<Merge>,
    /// Whether serial days count from 1904 instead of 1900.
    pub is_1904: bool,
    /// The paragraphs of a document that stand before the table.
    pub lines: Vec<Box<str>>,
}

/// Which table of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridPlace {
    /// The only one.
    Csv,
    /// The sheet of this name.
    Sheet(Arc<str>),
    /// The n-th table of a document, from 1.
    Table(u32),
}

impl GridPlace {
    /// The place of a cell; row and column counted from 1.
    #[must_use]
    pub fn cell(&self, file: &Arc<str>, row: u32, column: u32) -> Citation {
        let spot = match self {
            Self::Csv => Spot::Cell("".into(), row, column),
            Self::Sheet(name) => Spot::Cell(Arc::clone(name), row, column),
            Self::Table(number) => Spot::TableCell(*number, row, column),
        };
        Citation { file: Arc::clone(file), spot }
    }

    /// The place of a row, counted from 1.
    #[must_use]
    pub fn row(&self, file: &Arc<str>, row: u32) -> Citation {
        let spot = match self {
            Self::Csv => Spot::Row("".into(), row),
            Self::Sheet(name) => Spot::Row(Arc::clone(name), row),
            Self::Table(number) => Spot::TableRow(*number, row),
        };
        Citation { file: Arc::clone(file), spot }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(Box<str>),
    /// A number that is not shown as a date or time.
    Number(f64),
    /// A date, time or duration: serial days as Excel counts them, in the system of [`Grid::is_1904`].
    Serial(f64),
    /// True or false.
    Bool(bool),
    /// A formula that failed: `#REF!` and the like.
    Fault(Box<str>),
}

/// A merged region, inclusive, counted from 1 as the program shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// Its top row.
    pub first_row: u32,
    /// Its left column.
    pub first_column: u32,
    /// Its bottom row.
    pub last_row: u32,
    /// Its right column.
    pub last_column: u32,
}

/// A trouble and where it is.
pub type Located = (Citation, GridTrouble);

/// Reads every table of a file, in the order of the file, blank ones left out.
///
/// # Errors
/// A file that is empty, too large, broken, protected, not of the format, or a bomb.
pub fn read(file: &NamedFile, format: Format) -> Result<(Vec<Grid>, Vec<Located>), Refusal> {
    let mut harvest = Harvest::new(Arc::clone(&file.name));
    match take(&file.bytes, format, &mut harvest) {
        Ok(()) => Ok((harvest.grids, harvest.troubles.done())),
        Err(reason) => Err(Refusal { file: Arc::clone(&file.name), spot: Spot::Whole, reason }),
    }
}

fn take(bytes: &[u8], format: Format, harvest: &mut Harvest) -> Result<(), Reason> {
    let size = bytes.len() as u64;
    if size == 0 {
        return Err(Reason::Empty);
    }
    if size > NamedFile::LARGEST_BYTES {
        return Err(Reason::TooLarge(size, NamedFile::LARGEST_BYTES));
    }
    match format {
        Format::Csv => csv::read(bytes, harvest),
        Format::Html => html::read(bytes, harvest),
        Format::Xlsx => xlsx::read(bytes, harvest),
        Format::Xls => xls::read(bytes, harvest),
        Format::Ods => ods::read(bytes, harvest),
        Format::Docx => docx::read(bytes, harvest),
        Format::ScheduleXml | Format::ScheduleJson | Format::Schedule2 | Format::Opass | Format::Ics => {
            Err(Reason::UnknownFormat(format.word().into()))
        }
    }
}

/// The characters of a text file in whatever encoding it is, without mark and NUL, and what had to be replaced to get them.
pub(crate) fn decoded(file: &NamedFile) -> Result<(String, Vec<Located>), Reason> {
    let mut harvest = Harvest::new(Arc::clone(&file.name));
    let text = encoding::decode(&file.bytes, &mut harvest)?.into_owned();
    Ok((text, harvest.troubles.done()))
}

/// What a reader fills: tables, troubles, and what it may still take.
struct Harvest {
    file: Arc<str>,
    grids: Vec<Grid>,
    troubles: Troubles,
    budget: Budget,
}

impl Harvest {
    fn new(file: Arc<str>) -> Self {
        Self { file, grids: Vec::new(), troubles: Troubles::default(), budget: Budget::default() }
    }

    fn say(&mut self, spot: Spot, trouble: GridTrouble) {
        let citation = Citation { file: Arc::clone(&self.file), spot };
        self.troubles.push(citation, trouble);
    }

    fn say_of_row(&mut self, place: &GridPlace, row: u32, trouble: GridTrouble) {
        self.troubles.push(place.row(&self.file, row), trouble);
    }

    fn say_of_cell(&mut self, place: &GridPlace, row: u32, column: u32, trouble: GridTrouble) {
        self.troubles.push(place.cell(&self.file, row, column), trouble);
    }

    /// Puts a value in its cell, and names it if it is a failed formula.
    fn put(&mut self, table: &mut Table, row: u32, column: u32, cell: Cell) -> Result<(), Reason> {
        if let Cell::Fault(fault) = &cell {
            self.say_of_cell(table.place(), row, column, GridTrouble::Fault(fault.clone()));
        }
        table.put(&mut self.budget, row, column, cell)
    }

    fn finish(&mut self, table: Table) -> Result<Blank, Reason> {
        let grid = table.finish(&mut self.budget)?;
        let blank = if grid.is_some() { Blank::No } else { Blank::Yes };
        self.grids.extend(grid);
        Ok(blank)
    }
}

#[cfg(test)]
const _: () = assert!(size_of::<Cell>() <= 24, "millions of cells are held at once");
