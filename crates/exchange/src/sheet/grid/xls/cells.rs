//! The cells of one sheet, record by record.

use super::super::hidden::Hidden;
use super::super::{Cell, GridTrouble, Harvest, Merge, Table};
use super::Book;
use super::records::{Fields, Record};
use crate::Reason;

pub(super) struct Walk<'a> {
    book: &'a Book,
    pub(super) table: Table,
    /// How many streams are open: a chart inside a sheet has records of the same kinds.
    depth: u32,
    /// The cell of the formula whose words come in the next record.
    formula_at: Option<(u32, u32)>,
    pub(super) hidden: Hidden,
}

impl<'a> Walk<'a> {
    pub(super) fn new(book: &'a Book, table: Table) -> Self {
        Self { book, table, depth: 0, formula_at: None, hidden: Hidden::default() }
    }

    /// Takes one record; whether more may follow.
    pub(super) fn record(&mut self, record: &Record<'_>, harvest: &mut Harvest) -> Result<bool, Reason> {
        match record.kind {
            0x0809 => self.depth += 1,
            0x000a => {
                self.depth = self.depth.saturating_sub(1);
                return Ok(self.depth > 0);
            }
            _ if self.depth > 1 => (),
            0x0207 => {
                if let Some((row, column)) = self.formula_at.take() {
                    let words = self.book.wording.long(record.data).unwrap_or_default();
                    harvest.put(&mut self.table, row, column, words_or_empty(words))?;
                }
            }
            0x00bd => self.row_of_numbers(record.data, harvest)?,
            0x00e5 => self.merges(record.data, harvest)?,
            0x0208 => self.row(record.data),
            0x007d => self.columns(record.data),
            kind => {
                let fields = Fields(record.data);
                let (Some(row), Some(column), style) = (fields.u16(0), fields.u16(2), fields.u16(4)) else {
                    return Ok(true);
                };
                let at = (u32::from(row) + 1, u32::from(column) + 1);
                if let Some(cell) = self.cell(kind, record.data, style, at, harvest) {
                    harvest.put(&mut self.table, at.0, at.1, cell)?;
                }
            }
        }
        Ok(true)
    }

    fn cell(
        &mut self,
        kind: u16,
        data: &[u8],
        style: Option<u16>,
        at: (u32, u32),
        harvest: &mut Harvest,
    ) -> Option<Cell> {
        let fields = Fields(data);
        match kind {
            0x0203 => Some(self.book.number(style, fields.f64(6)?)),
            0x027e => Some(self.book.number(style, compact(fields.u32(6)?))),
            0x0205 => Some(if fields.u8(7)? == 0 {
                Cell::Bool(fields.u8(6)? != 0)
            } else {
                Cell::Fault(fault(fields.u8(6)?).into())
            }),
            0x0204 | 0x00d6 => Some(words_or_empty(self.book.wording.long(data.get(6..)?)?)),
            0x00fd => {
                let text = self.book.texts.get(fields.u32(6)? as usize);
                if text.is_none() {
                    harvest.say_of_cell(self.table.place(), at.0, at.1, GridTrouble::NoSharedText);
                }
                text.map(|text| words_or_empty(text.to_string()))
            }
            0x0006 => {
                self.formula_at = None;
                // A result that is no number has ones where the exponent would be.
                if fields.u16(12)? != 0xffff {
                    return Some(self.book.number(style, fields.f64(6)?));
                }
                match fields.u8(6)? {
                    0 => {
                        self.formula_at = Some(at);
                        None
                    }
                    1 => Some(Cell::Bool(fields.u8(8)? != 0)),
                    2 => Some(Cell::Fault(fault(fields.u8(8)?).into())),
                    // Empty words are a result, unless the writer left the computing to whoever opens the file.
                    _ if fields.u16(14)? & 3 != 0 => {
                        harvest.say_of_cell(self.table.place(), at.0, at.1, GridTrouble::NoResult);
                        None
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn row_of_numbers(&mut self, data: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
        let fields = Fields(data);
        let (Some(row), Some(first)) = (fields.u16(0), fields.u16(2)) else { return Ok(()) };
        for (place, pair) in data.get(4..).unwrap_or_default().chunks_exact(6).enumerate() {
            let pair = Fields(pair);
            let (style, Some(number)) = (pair.u16(0), pair.u32(2)) else { continue };
            let column = u32::from(first) + 1 + u32::try_from(place).unwrap_or(u32::MAX >> 1);
            let cell = self.book.number(style, compact(number));
            harvest.put(&mut self.table, u32::from(row) + 1, column, cell)?;
        }
        Ok(())
    }

    fn merges(&mut self, data: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
        for region in data.get(2..).unwrap_or_default().chunks_exact(8) {
            let corner = |at| Fields(region).u16(at).map_or(0, |number| u32::from(number) + 1);
            let merge = Merge {
                first_row: corner(0),
                last_row: corner(2),
                first_column: corner(4),
                last_column: corner(6),
            };
            self.table.merge(&mut harvest.budget, merge)?;
        }
        Ok(())
    }

    fn row(&mut self, data: &[u8]) {
        let fields = Fields(data);
        if let (Some(row), Some(options)) = (fields.u16(0), fields.u8(12))
            && options & 0x20 != 0
        {
            self.hidden.row(u32::from(row) + 1);
        }
    }

    fn columns(&mut self, data: &[u8]) {
        let fields = Fields(data);
        if let (Some(first), Some(last), Some(options)) = (fields.u16(0), fields.u16(2), fields.u16(8))
            && options & 1 != 0
        {
            self.hidden.columns(u32::from(first) + 1, u32::from(last) + 1);
        }
    }
}

fn words_or_empty(words: String) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.into_boxed_str()) }
}

/// A number in four bytes: an integer or the upper half of a float, perhaps a hundredth of it.
fn compact(bits: u32) -> f64 {
    let number = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

const fn fault(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
