//! The answer as tables: CSV as spreadsheet programs take it, or a workbook.

use rust_xlsxwriter::{Format, Workbook};

use crate::formulas::guarded;

/// A table with its headings first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// At most 31 characters, without `[ ] : * ? / \`.
    pub name: &'static str,
    pub rows: Vec<Vec<String>>,
}

/// The first of the tables, with a byte order mark.
///
/// # Panics
/// Never: memory takes what is written.
#[must_use]
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut table = csv::WriterBuilder::new().flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    for row in &sheet.rows {
        table.write_record(row.iter().map(|cell| guarded(cell).into_owned())).expect("memory takes the row");
    }
    table.into_inner().expect("memory takes the rows")
}

/// All of them as a workbook. Texts are texts, never formulas.
///
/// # Panics
/// Never: names and rows fit a sheet, and memory takes the file.
#[must_use]
pub fn xlsx(sheets: &[Sheet]) -> Vec<u8> {
    const LONGEST: usize = 8_000;
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    for sheet in sheets {
        let page = workbook.add_worksheet();
        page.set_name(sheet.name).expect("the names are ours");
        for (row, cells) in (0_u32..).zip(&sheet.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                let text: String = guarded(cell).chars().take(LONGEST).collect();
                let written = match row {
                    0 => page.write_string_with_format(row, column, text, &bold),
                    _ => page.write_string(row, column, text),
                };
                written.expect("days have fewer meetings than a sheet has rows");
            }
        }
        page.set_freeze_panes(1, 0).expect("every sheet has a first row");
        page.autofit();
    }
    workbook.save_to_buffer().expect("memory takes the file")
}
