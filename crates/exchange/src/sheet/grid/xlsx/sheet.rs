//! The cells of one worksheet, streamed.

use super::super::hidden::Hidden;
use super::super::limits::append;
use super::super::package::Part;
use super::super::xml::{Element, Piece};
use super::super::{Cell, GridTrouble, Harvest, Merge, Table, moment};
use super::{SharedTexts, Styles, without_escapes};
use crate::Reason;

pub(super) struct Sheet<'a, 'p, 'b> {
    pub(super) part: Part<'p, 'b>,
    pub(super) styles: &'a Styles,
    pub(super) texts: &'a SharedTexts,
    pub(super) is_1904: bool,
}

/// Where the walk is, and what it has seen of the cell it is in.
#[derive(Default)]
struct Walk {
    row: u32,
    column: u32,
    style: usize,
    kind: Kind,
    value: String,
    inline: String,
    has_formula: bool,
    takes: Takes,
    hidden: Hidden,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Takes {
    #[default]
    Nothing,
    Value,
    Inline,
}

/// The `t` of a cell.
#[derive(Default, Clone, Copy)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Fault,
    Date,
}

impl Sheet<'_, '_, '_> {
    pub(super) fn read(mut self, mut table: Table, harvest: &mut Harvest) -> Result<(), Reason> {
        let mut walk = Walk::default();
        loop {
            let mut skips = false;
            match self.part.next()? {
                Piece::Open(element) => match element.name() {
                    "c" => {
                        harvest.budget.visit()?;
                        walk.open_cell(&element)?;
                    }
                    "v" => walk.takes = Takes::Value,
                    "t" => walk.takes = Takes::Inline,
                    "f" => {
                        walk.has_formula = true;
                        skips = true;
                    }
                    "row" => {
                        harvest.budget.visit()?;
                        walk.open_row(&element);
                    }
                    "mergeCell" => {
                        let region = element.attribute("ref").and_then(|region| region_of(&region));
                        if let Some(merge) = region {
                            table.merge(&mut harvest.budget, merge)?;
                        }
                    }
                    "col" if element.says("hidden") => {
                        let first = element.number("min").unwrap_or(1);
                        let last = element.number("max").unwrap_or(first);
                        walk.hidden.columns(first, last);
                    }
                    // Pinyin, and what older programs are given instead of something newer.
                    "rPh" | "Fallback" | "extLst" => skips = true,
                    _ => (),
                },
                Piece::Text(piece) => match walk.takes {
                    Takes::Nothing => (),
                    Takes::Value => append(&mut walk.value, &piece)?,
                    Takes::Inline => append(&mut walk.inline, &piece)?,
                },
                Piece::Close(end) => match end.name() {
                    "v" | "t" => walk.takes = Takes::Nothing,
                    "c" => self.close_cell(&mut walk, &mut table, harvest)?,
                    _ => (),
                },
                Piece::End => break,
                Piece::Nothing => (),
            }
            if skips {
                self.part.skip()?;
            }
        }

        let blank = harvest.finish(table)?;
        walk.hidden.say(blank, harvest);
        Ok(())
    }

    fn close_cell(&self, walk: &mut Walk, table: &mut Table, harvest: &mut Harvest) -> Result<(), Reason> {
        let cell = self.cell(walk, table, harvest);
        harvest.put(table, walk.row, walk.column, cell)
    }

    fn cell(&self, walk: &mut Walk, table: &Table, harvest: &mut Harvest) -> Cell {
        if !walk.inline.is_empty() {
            return Cell::Text(without_escapes(std::mem::take(&mut walk.inline)).into_boxed_str());
        }
        let stood = walk.value.trim();
        if stood.is_empty() && !matches!(walk.kind, Kind::Text) {
            if walk.has_formula {
                harvest.say_of_cell(table.place(), walk.row, walk.column, GridTrouble::NoResult);
            }
            return Cell::Empty;
        }
        match walk.kind {
            Kind::Number => match stood.parse::<f64>() {
                Ok(number) if self.styles.is_moment(walk.style) => Cell::Serial(number),
                Ok(number) => Cell::Number(number),
                Err(_) => Cell::Text(stood.into()),
            },
            Kind::Shared => match stood.parse().ok().and_then(|at| self.texts.get(at)) {
                Some("") => Cell::Empty,
                Some(text) => Cell::Text(text.into()),
                None => {
                    harvest.say_of_cell(table.place(), walk.row, walk.column, GridTrouble::NoSharedText);
                    Cell::Empty
                }
            },
            Kind::Text if walk.value.is_empty() => Cell::Empty,
            Kind::Text => Cell::Text(without_escapes(std::mem::take(&mut walk.value)).into_boxed_str()),
            Kind::Bool => Cell::Bool(matches!(stood, "1" | "true" | "TRUE")),
            Kind::Fault => Cell::Fault(stood.into()),
            Kind::Date => {
                if let Some(serial) = moment::serial(stood, self.is_1904) {
                    Cell::Serial(serial)
                } else {
                    let trouble = GridTrouble::BadDate(stood.chars().take(60).collect());
                    harvest.say_of_cell(table.place(), walk.row, walk.column, trouble);
                    Cell::Text(stood.into())
                }
            }
        }
    }
}

impl Walk {
    fn open_row(&mut self, element: &Element<'_>) {
        // Where a row or cell does not say its number it follows the one before.
        self.row = element.number("r").unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        if element.says("hidden") {
            self.hidden.row(self.row);
        }
    }

    fn open_cell(&mut self, element: &Element<'_>) -> Result<(), Reason> {
        self.value.clear();
        self.inline.clear();
        (self.kind, self.style, self.has_formula, self.takes) = (Kind::Number, 0, false, Takes::Nothing);
        self.column = self.column.saturating_add(1);
        for (name, value) in element.each() {
            match name {
                "r" => {
                    let (row, column) = cell_of(&value).ok_or_else(|| Reason::Broken(value.into_owned()))?;
                    (self.row, self.column) = (row, column);
                }
                "s" => self.style = value.parse().unwrap_or(0),
                "t" => {
                    self.kind = match value.as_ref() {
                        "s" => Kind::Shared,
                        "str" | "inlineStr" => Kind::Text,
                        "b" => Kind::Bool,
                        "e" => Kind::Fault,
                        "d" => Kind::Date,
                        _ => Kind::Number,
                    }
                }
                _ => (),
            }
        }
        Ok(())
    }
}

/// `B2:D5`, or `B2` alone, dollar signs or not.
fn region_of(region: &str) -> Option<Merge> {
    let (first, last) = region.split_once(':').unwrap_or((region, region));
    let (first_row, first_column) = cell_of(first)?;
    let (last_row, last_column) = cell_of(last)?;
    Some(Merge { first_row, first_column, last_row, last_column })
}

/// `AB12` as row 12, column 28.
fn cell_of(name: &str) -> Option<(u32, u32)> {
    let (mut row, mut column) = (0_u32, 0_u32);
    for byte in name.bytes() {
        match byte {
            b'$' => (),
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            _ => return None,
        }
    }
    (row > 0 && column > 0).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells_are_rows_and_columns() {
        assert_eq!(cell_of("A1"), Some((1, 1)));
        assert_eq!(cell_of("$XFD$1048576"), Some((1_048_576, 16_384)));
        assert_eq!(cell_of("A"), None);
        assert_eq!(cell_of("1A"), None);
        assert_eq!(cell_of("AAAAAAAAAAAA1"), None);
    }
}
