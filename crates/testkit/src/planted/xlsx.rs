//! The planted week as a workbook, with dates, times and figures as numbers, as Excel keeps them.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{HEADINGS, PlantedWeek, Row};

/// The serial number of Monday, 21 June 2021, in the 1900 system.
const MONDAY: u32 = 44_368;

impl PlantedWeek {
    /// Writes the programme as a workbook of one sheet, keeping only one row in memory at a time.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save_xlsx(&self, path: &Path) -> Result<(), XlsxError> {
        let mut workbook = Workbook::new();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        let clock = Format::new().set_num_format("hh:mm");
        let sheet = workbook.add_worksheet_with_constant_memory()?.set_name("日程")?;
        for (column, heading) in (0..).zip(HEADINGS) {
            sheet.write(0, column, heading)?;
        }
        for (number, row) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(row.cells()) {
                let figure = figure(row, column);
                match (column, figure) {
                    (2, Some(figure)) => sheet.write_with_format(number, column, figure, &date)?,
                    (3 | 4, Some(figure)) => sheet.write_with_format(number, column, figure, &clock)?,
                    (_, Some(figure)) => sheet.write(number, column, figure)?,
                    (_, None) if cell.is_empty() => continue,
                    (_, None) => sheet.write(number, column, cell)?,
                };
            }
        }
        workbook.save(path)
    }
}

/// What a column of [`HEADINGS`] holds as a number, if it does.
fn figure(row: &Row, column: u16) -> Option<f64> {
    let fraction = |minutes: u32| f64::from(minutes) / (24.0 * 60.0);
    match column {
        2 => row.time.map(|time| f64::from(MONDAY + time.day)),
        3 => row.time.map(|time| fraction(time.from)),
        4 => row.time.map(|time| fraction(time.to)),
        12 => row.interpreters_needed.map(f64::from),
        14 => row.expected.map(f64::from),
        15 => row.seats.map(f64::from),
        _ => None,
    }
}
