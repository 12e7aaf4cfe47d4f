//! Workbooks of Excel 97 to 2003 (BIFF8, [MS-XLS]) and of Excel 5 and 95 (BIFF5), which WPS and office systems still
//! write.
//!
//! Only what a cell shows is read: formulas by their stored results, no charts, no macros.

mod container;
mod records;
mod strings;

use std::collections::HashMap;

use encoding_rs::Encoding;
use festoon_domain::programme::Spot;

use super::hidden::{Blank, Hidden};
use super::limits::MOST_HELD_TWICE;
use super::number_format::{is_moment, is_moment_by_number};
use super::{Cell, GridPlace, GridTrouble, Harvest, Merge, Table};
use crate::Reason;
pub(crate) use container::Container;
use records::{Fields, Record, Records};
use strings::{Wording, shared};

pub(super) fn read(bytes: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
    if bytes.len() as u64 > MOST_HELD_TWICE {
        return Err(Reason::TooLarge(bytes.len() as u64, MOST_HELD_TWICE));
    }
    let container = Container::open(bytes)?;
    if container.has("EncryptedPackage") {
        return Err(Reason::Encrypted);
    }
    let stream = container.stream("Workbook").or_else(|| container.stream("Book"));
    let stream = stream.ok_or_else(|| Reason::Broken("no stream “Workbook”".into()))?;
    let book = Book::read(&stream, harvest)?;
    for sheet in &book.sheets {
        book.read_sheet(&stream, sheet, harvest)?;
    }
    Ok(())
}

struct Book {
    wording: Wording,
    is_1904: bool,
    texts: Vec<Box<str>>,
    formats: HashMap<u16, bool>,
    /// For each cell style, the number of its format.
    styles: Vec<u16>,
    sheets: Vec<Listed>,
}

struct Listed {
    name: String,
    at: usize,
    is_hidden: bool,
    has_cells: bool,
}

impl Book {
    fn read(stream: &[u8], harvest: &mut Harvest) -> Result<Self, Reason> {
        let mut book = Self {
            wording: Wording { is_wide: true, page: encoding_rs::WINDOWS_1252 },
            is_1904: false,
            texts: Vec::new(),
            formats: HashMap::new(),
            styles: Vec::new(),
            sheets: Vec::new(),
        };
        for record in Records::from(stream, 0)? {
            let Record { kind, data, .. } = record;
            let fields = Fields(data);
            match kind {
                // BOF: 0x0600 is BIFF8, what is older has one byte a character in the page of its country.
                0x0809 => book.wording.is_wide = fields.u16(0).is_none_or(|version| version >= 0x0600),
                // FILEPASS: everything after it is enciphered, one way or another.
                0x002f => return Err(Reason::Encrypted),
                0x0042 => book.wording.page = page(fields.u16(0).unwrap_or(1252)),
                0x0022 => book.is_1904 = fields.u16(0) == Some(1),
                0x041e => {
                    if let (Some(number), Some(code)) = (fields.u16(0), book.wording.format(data)) {
                        book.formats.insert(number, is_moment(&code));
                    }
                }
                0x00e0 => {
                    harvest.budget.cells(1)?;
                    book.styles.push(fields.u16(2).unwrap_or(0));
                }
                0x0085 => book.list(data, harvest)?,
                0x00fc => book.texts = shared(&record, harvest)?,
                0x000a => break,
                _ => (),
            }
        }
        Ok(book)
    }

    fn list(&mut self, data: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
        let fields = Fields(data);
        let (Some(at), Some(state), Some(kind)) = (fields.u32(0), fields.u8(4), fields.u8(5)) else {
            return Ok(());
        };
        let name = self.wording.short(data.get(6..).unwrap_or_default());
        harvest.budget.cells(1)?;
        harvest.budget.text(name.len())?;
        self.sheets.push(Listed { name, at: at as usize, is_hidden: state & 3 != 0, has_cells: kind == 0 });
        Ok(())
    }

    fn read_sheet(&self, stream: &[u8], sheet: &Listed, harvest: &mut Harvest) -> Result<(), Reason> {
        let whole = Spot::Row(sheet.name.as_str().into(), 1);
        if !sheet.has_cells {
            harvest.say(whole, GridTrouble::NotCells);
            return Ok(());
        }
        if sheet.at >= stream.len() {
            harvest.say(whole, GridTrouble::SheetMissing);
            return Ok(());
        }
        let mut walk = Walk {
            book: self,
            table: Table::new(GridPlace::Sheet(sheet.name.as_str().into())).in_1904(self.is_1904),
            depth: 0,
            formula_at: None,
            hidden: Hidden::default(),
        };
        for record in Records::from(stream, sheet.at)? {
            // Many sheets may point at the same bytes; each visit counts, so that the work stays bounded.
            harvest.budget.visit()?;
            if !walk.record(&record, harvest)? {
                break;
            }
        }

        let blank = harvest.finish(walk.table)?;
        if sheet.is_hidden && blank == Blank::No {
            harvest.say(whole, GridTrouble::HiddenSheet);
        }
        walk.hidden.say(blank, harvest);
        Ok(())
    }

    fn number(&self, style: Option<u16>, number: f64) -> Cell {
        let format = style.and_then(|style| self.styles.get(usize::from(style))).copied().unwrap_or(0);
        let stated = self.formats.get(&format).copied();
        if stated.unwrap_or_else(|| is_moment_by_number(u32::from(format))) {
            Cell::Serial(number)
        } else {
            Cell::Number(number)
        }
    }
}

struct Walk<'a> {
    book: &'a Book,
    table: Table,
    /// How many streams are open: a chart inside a sheet has records of the same kinds.
    depth: u32,
    /// The cell of the formula whose words come in the next record.
    formula_at: Option<(u32, u32)>,
    hidden: Hidden,
}

impl Walk<'_> {
    /// Takes one record; whether more may follow.
    fn record(&mut self, record: &Record<'_>, harvest: &mut Harvest) -> Result<bool, Reason> {
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

fn page(number: u16) -> &'static Encoding {
    match number {
        932 => encoding_rs::SHIFT_JIS,
        936 | 54936 => encoding_rs::GB18030,
        949 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        10000 => encoding_rs::MACINTOSH,
        _ => encoding_rs::WINDOWS_1252,
    }
}
