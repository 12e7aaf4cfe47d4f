//! The short sheets: sessions, rooms and tracks.

use super::hours::Clock;
use super::sheet::{Names, Sheet};
use super::{ConferenceFault, Session, Things, Track};
use crate::Refusal;

/// The largest public conference has 33 sessions and 23 rooms.
const MOST: usize = 500;
/// And 72 tracks.
const MOST_TRACKS: usize = 2_000;
/// The most slots of a session.
pub(super) const MOST_SLOTS: u16 = 1_000;

/// What a sheet lists, and how it is called.
pub(super) struct Listed<T> {
    pub(super) all: Vec<T>,
    pub(super) names: Names,
}

/// The sessions, and when each is.
pub(super) fn sessions(sheet: &Sheet<'_>) -> Result<(Listed<Session>, Vec<Clock>), Refusal> {
    let slots_column = column(sheet, "Max Number of Timeslots")?;
    let day_column = column(sheet, "Date")?;
    let start_column = column(sheet, "Start Time")?;
    let end_column = column(sheet, "End Time")?;
    let (names, rows) = Names::read(sheet, Things::Sessions, MOST)?;

    let mut all = Vec::with_capacity(rows.len());
    let mut clocks = Vec::with_capacity(rows.len());
    for (name, row) in names.said().zip(rows) {
        let slots = sheet.number(row, slots_column, 1, MOST_SLOTS.into())?;
        let slots = u16::try_from(slots).expect("the bounds were asked for");
        let clock = Clock {
            day: sheet.day(row, day_column),
            starts: sheet.clock(row, start_column)?,
            ends: sheet.clock(row, end_column)?,
        };
        if clock.ends < clock.starts {
            return Err(sheet.fault(row, end_column, ConferenceFault::EndsFirst));
        }
        all.push(Session { name: name.into(), slots, rooms: Vec::new() });
        clocks.push(clock);
    }
    Ok((Listed { all, names }, clocks))
}

pub(super) fn rooms(sheet: &Sheet<'_>) -> Result<Names, Refusal> {
    Names::read(sheet, Things::Rooms, MOST).map(|(names, _)| names)
}

pub(super) fn tracks(sheet: &Sheet<'_>) -> Result<Listed<Track>, Refusal> {
    let chairs_column = column(sheet, "Chairs")?;
    let (names, rows) = Names::read(sheet, Things::Tracks, MOST_TRACKS)?;
    let mut all = Vec::with_capacity(rows.len());
    for (name, row) in names.said().zip(rows) {
        let chairs = sheet.people(row, chairs_column)?;
        all.push(Track { name: name.into(), chairs, sessions: Vec::new(), rooms: Vec::new() });
    }
    Ok(Listed { all, names })
}

/// The column under a heading of the first row.
pub(super) fn column(sheet: &Sheet<'_>, heading: &str) -> Result<u32, Refusal> {
    let headings = sheet.headings(1)?;
    let found = headings.into_iter().find(|(_, said)| said.eq_ignore_ascii_case(heading));
    found
        .map(|(column, _)| column)
        .ok_or_else(|| sheet.row_fault(1, ConferenceFault::NoHeading(heading.into())))
}
