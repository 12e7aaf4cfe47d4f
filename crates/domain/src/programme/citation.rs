//! Where a record was read, so that a finding can name the row it comes from.

use std::sync::Arc;

/// A place in a file somebody handed in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Citation {
    /// The file as its owner knows it: the name, without folders.
    pub file: Arc<str>,
    /// Where in it.
    pub spot: Spot,
}

/// A place inside a file, in the words of the program its owner has it open in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Spot {
    /// The file as a whole.
    Whole,
    /// A sheet of a workbook (empty for CSV) and its row, counted from 1 as the spreadsheet program does.
    Row(Arc<str>, u32),
    /// A cell: sheet, row and column, both counted from 1.
    Cell(Arc<str>, u32, u32),
    /// A line of a text file, counted from 1.
    Line(u32),
    /// A row of the n-th table of a document, both counted from 1.
    TableRow(u32, u32),
    /// A cell of the n-th table of a document: table, row, column, counted from 1.
    TableCell(u32, u32, u32),
}
