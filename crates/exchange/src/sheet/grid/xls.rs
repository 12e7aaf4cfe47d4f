//! Workbooks of Excel 97 to 2003 (BIFF8, [MS-XLS]) and of Excel 5 and 95 (BIFF5), which WPS and office systems still
//! write.
//!
//! Only what a cell shows is read: formulas by their stored results, no charts, no macros.

mod cells;
mod container;
mod records;
mod strings;

use std::collections::HashMap;

use encoding_rs::Encoding;
use festoon_domain::programme::Spot;

use super::hidden::Blank;
use super::limits::MOST_HELD_TWICE;
use super::number_format::{is_moment, is_moment_by_number};
use super::{Cell, GridPlace, GridTrouble, Harvest, Table};
use crate::Reason;
use cells::Walk;
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
        let table = Table::new(GridPlace::Sheet(sheet.name.as_str().into())).in_1904(self.is_1904);
        let mut walk = Walk::new(self, table);
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
