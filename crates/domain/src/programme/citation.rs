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
    /// A character of a text file: its line, and its place in the line, both counted from 1.
    Character(u32, u32),
    /// A row of the n-th table of a document, both counted from 1.
    TableRow(u32, u32),
    /// A cell of the n-th table of a document: table, row, column, counted from 1.
    TableCell(u32, u32, u32),
}

impl Spot {
    /// Itself in a few characters, for what keeps it: `row:12:Sheet1`. [`Self::from_mark`] reads it.
    ///
    /// The sheet stands last, since its name may hold anything.
    #[must_use]
    pub fn mark(&self) -> String {
        match self {
            Self::Whole => "whole".to_owned(),
            Self::Row(sheet, row) => format!("row:{row}:{sheet}"),
            Self::Cell(sheet, row, column) => format!("cell:{row}:{column}:{sheet}"),
            Self::Line(line) => format!("line:{line}"),
            Self::Character(line, column) => format!("character:{line}:{column}"),
            Self::TableRow(table, row) => format!("table:{table}:{row}"),
            Self::TableCell(table, row, column) => format!("tablecell:{table}:{row}:{column}"),
        }
    }

    /// The spot of a mark; nothing if it is none.
    #[must_use]
    pub fn from_mark(mark: &str) -> Option<Self> {
        let Some((word, rest)) = mark.split_once(':') else {
            return (mark == "whole").then_some(Self::Whole);
        };
        match word {
            "row" => {
                let (row, sheet) = rest.split_once(':')?;
                Some(Self::Row(sheet.into(), row.parse().ok()?))
            }
            "cell" => {
                let (row, rest) = rest.split_once(':')?;
                let (column, sheet) = rest.split_once(':')?;
                Some(Self::Cell(sheet.into(), row.parse().ok()?, column.parse().ok()?))
            }
            "line" => Some(Self::Line(rest.parse().ok()?)),
            "character" => {
                let (line, column) = rest.split_once(':')?;
                Some(Self::Character(line.parse().ok()?, column.parse().ok()?))
            }
            "table" => {
                let (table, row) = rest.split_once(':')?;
                Some(Self::TableRow(table.parse().ok()?, row.parse().ok()?))
            }
            "tablecell" => {
                let (table, rest) = rest.split_once(':')?;
                let (row, column) = rest.split_once(':')?;
                Some(Self::TableCell(table.parse().ok()?, row.parse().ok()?, column.parse().ok()?))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spot_comes_back_from_its_mark_and_nothing_else_is_one() {
        let spots = [
            Spot::Whole,
            Spot::Row("".into(), 1),
            Spot::Row("6月21日: 上午".into(), u32::MAX),
            Spot::Cell("a:1:2".into(), 3, 4),
            Spot::Line(0),
            Spot::Character(12, 1),
            Spot::TableRow(1, 2),
            Spot::TableCell(1, 2, 3),
        ];
        for spot in spots {
            assert_eq!(Spot::from_mark(&spot.mark()), Some(spot));
        }
        for no_mark in
            ["", "row", "row:1", "row:x:a", "line:-1", "character:1", "table:1", "tablecell:1:2", "page:3"]
        {
            assert_eq!(Spot::from_mark(no_mark), None, "{no_mark}");
        }
    }
}
