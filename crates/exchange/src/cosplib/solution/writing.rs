//! A solution as a workbook that the authors' own checker takes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::{Place, Solution};
use crate::cosplib::Conference;

/// What a cell takes, in characters; the format's limit is 32,767 in UTF-16.
const LONGEST: usize = 16_000;

/// How many lines of a rule are listed; the rest is only in the total.
const MOST_LINES: usize = 100_000;

/// What a rule found: its lines for the sheet `violations`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// How the rule is called there.
    pub heading: &'static str,
    /// What was found, and what each costs.
    pub lines: Vec<(String, i64)>,
}

/// The workbook: the sheet `sol`, and the sheet `violations` with the objective and an account of every rule.
///
/// Equal input gives equal bytes. What has no place stands nowhere in it, and then no checker takes it.
///
/// # Panics
/// At a conference or a solution that none of the readers gave, as with a place that is outside.
#[must_use]
pub fn write(conference: &Conference, solution: &Solution, objective: i64, accounts: &[Account]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2024, 1, 1).expect("a day of the calendar");
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    tables(workbook.add_worksheet(), conference, solution).expect("a conference that was read fits a sheet");
    violations(workbook.add_worksheet(), objective, accounts).expect("what is found in it fits a sheet");
    workbook.save_to_buffer().expect("memory takes the file")
}

fn tables(sheet: &mut Worksheet, conference: &Conference, solution: &Solution) -> Result<(), XlsxError> {
    sheet.set_name("sol")?;
    for (column, room) in (1_u16..).zip(&conference.rooms) {
        put(sheet, 0, column, room)?;
    }
    let mut slot_rows = Vec::with_capacity(conference.sessions.len());
    let mut next = u32::try_from(conference.sessions.len()).expect("sessions are bounded") + 2;
    for (row, session) in (1_u32..).zip(&conference.sessions) {
        put(sheet, row, 0, &session.name)?;
        slot_rows.push(next);
        for slot in 0..u32::from(session.slots) {
            put(sheet, next + slot, 0, &session.name)?;
        }
        next += u32::from(session.slots);
    }
    for (submission, place) in conference.submissions.iter().zip(&solution.0) {
        let Some(Place { session, room, slot }) = *place else { continue };
        let column = u16::try_from(room + 1).expect("rooms are bounded");
        let row = u32::try_from(session + 1).expect("sessions are bounded");
        put(sheet, row, column, &conference.tracks[submission.track].name)?;
        for later in slot..slot + submission.slots {
            put(sheet, slot_rows[session] + u32::from(later), column, &submission.reference)?;
        }
    }
    Ok(())
}

fn violations(sheet: &mut Worksheet, objective: i64, accounts: &[Account]) -> Result<(), XlsxError> {
    sheet.set_name("violations")?;
    put(sheet, 0, 0, "Obj")?;
    put(sheet, 1, 0, &format!("Final Objective = {objective}"))?;
    for (column, account) in (1_u16..).step_by(2).zip(accounts) {
        put(sheet, 0, column, account.heading)?;
        let mut row = 1;
        for (words, cost) in account.lines.iter().take(MOST_LINES) {
            put(sheet, row, column, words)?;
            number(sheet, row, column + 1, *cost)?;
            row += 1;
        }
        let total = account.lines.iter().map(|(_, cost)| cost).sum();
        put(sheet, row, column, "Total")?;
        number(sheet, row, column + 1, total)?;
    }
    Ok(())
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, words: &str) -> Result<(), XlsxError> {
    let cut: String = words.chars().take(LONGEST).collect();
    sheet.write_string(row, column, cut).map(|_| ())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "cells hold floats, and a sum beyond them is shown to fifteen digits"
)]
fn number(sheet: &mut Worksheet, row: u32, column: u16, number: i64) -> Result<(), XlsxError> {
    sheet.write_number(row, column, number as f64).map(|_| ())
}
