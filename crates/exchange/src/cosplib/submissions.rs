//! The sheet `submissions`: a talk a row, what is known of it, and a penalty for each session and room.

use std::collections::HashMap;

use super::hours::{self, Hours};
use super::numbers::MOST;
use super::rooms::{MOST_SLOTS, column};
use super::sheet::{Names, Sheet};
use super::{ConferenceFault, Submission, Things};
use crate::Refusal;

/// The largest public conference has 1,112.
const MOST_SUBMISSIONS: usize = 5_000;
/// Names of presenters and attendees together: what finding everybody who is bound to two talks costs grows with it.
const MOST_MENTIONS: usize = 100_000;

/// What stands before the penalties.
const HEADINGS: [&str; 7] =
    ["Reference", "Track", "Required Timeslots", "Order", "Time Zone", "Presenters", "Attendees"];

/// What the rows are read against.
pub(super) struct Beside<'a> {
    pub(super) tracks: &'a Names,
    pub(super) sessions: &'a Names,
    pub(super) rooms: &'a Names,
    pub(super) hours: &'a Hours<'a>,
    /// Slots of the longest session.
    pub(super) longest: u16,
}

pub(super) fn read(sheet: &Sheet<'_>, beside: &Beside<'_>) -> Result<Vec<Submission>, Refusal> {
    let columns = Columns::find(sheet, beside)?;
    let (references, rows) = Names::read(sheet, Things::Submissions, MOST_SUBMISSIONS)?;

    let mut zones = HashMap::new();
    let mut mentions = 0;
    let mut submissions = Vec::with_capacity(rows.len());
    for (reference, row) in references.said().zip(rows) {
        let submission = columns.submission(sheet, row, reference, beside, &mut zones)?;
        mentions += submission.presenters.len() + submission.attendees.len();
        if mentions > MOST_MENTIONS {
            return Err(sheet.row_fault(row, ConferenceFault::TooMany(Things::People, MOST_MENTIONS)));
        }
        submissions.push(submission);
    }
    Ok(submissions)
}

/// Where everything stands.
struct Columns {
    track: u32,
    slots: u32,
    order: u32,
    zone: u32,
    presenters: u32,
    attendees: u32,
    /// By session.
    sessions: Vec<u32>,
    /// By room.
    rooms: Vec<u32>,
}

impl Columns {
    fn find(sheet: &Sheet<'_>, beside: &Beside<'_>) -> Result<Self, Refusal> {
        let (sessions, rooms) = penalty_columns(sheet, beside)?;
        let [_, track, slots, order, zone, presenters, attendees] = HEADINGS;
        Ok(Self {
            track: column(sheet, track)?,
            slots: column(sheet, slots)?,
            order: column(sheet, order)?,
            zone: column(sheet, zone)?,
            presenters: column(sheet, presenters)?,
            attendees: column(sheet, attendees)?,
            sessions,
            rooms,
        })
    }

    fn submission(
        &self,
        sheet: &Sheet<'_>,
        row: u32,
        reference: &str,
        beside: &Beside<'_>,
        zones: &mut HashMap<String, Vec<i64>>,
    ) -> Result<Submission, Refusal> {
        let number = |column, least, most| sheet.number(row, column, least, most);
        let penalties = |columns: &[u32]| -> Result<Vec<i64>, Refusal> {
            columns.iter().map(|&column| number(column, 0, MOST)).collect()
        };
        let named = sheet.words(row, self.track)?;
        let unknown =
            || sheet.fault(row, self.track, ConferenceFault::Unknown(Things::Tracks, named.clone()));
        let track = beside.tracks.place(&named).ok_or_else(unknown)?;
        let slots = number(self.slots, 1, MOST_SLOTS.into())?;
        let slots = u16::try_from(slots).expect("the bounds were asked for");
        if slots > beside.longest {
            let fault = ConferenceFault::TooLong { slots, longest: beside.longest };
            return Err(sheet.fault(row, self.slots, fault));
        }
        Ok(Submission {
            reference: reference.into(),
            track,
            slots,
            order: u32::try_from(number(self.order, 0, MOST)?).expect("the bounds were asked for"),
            presenters: sheet.people(row, self.presenters)?,
            attendees: sheet.people(row, self.attendees)?,
            sessions: penalties(&self.sessions)?,
            rooms: penalties(&self.rooms)?,
            hours: self.hours(sheet, row, beside.hours, zones)?,
        })
    }

    /// What the hour of each session costs, counted once for each spelling of a zone.
    fn hours(
        &self,
        sheet: &Sheet<'_>,
        row: u32,
        hours: &Hours<'_>,
        zones: &mut HashMap<String, Vec<i64>>,
    ) -> Result<Vec<i64>, Refusal> {
        let words = sheet.words(row, self.zone)?;
        if let Some(known) = zones.get(&words) {
            return Ok(known.clone());
        }
        let unknown = || sheet.fault(row, self.zone, ConferenceFault::UnknownZone(words.clone()));
        let penalties = hours.penalties(&hours::zone(&words).ok_or_else(unknown)?);
        zones.insert(words, penalties.clone());
        Ok(penalties)
    }
}

/// The column of each session and of each room: every one has one, and no other heading stands there.
fn penalty_columns(sheet: &Sheet<'_>, beside: &Beside<'_>) -> Result<(Vec<u32>, Vec<u32>), Refusal> {
    let mut sessions = vec![None; beside.sessions.len()];
    let mut rooms = vec![None; beside.rooms.len()];
    for (column, heading) in sheet.headings(1)? {
        if HEADINGS.iter().any(|known| known.eq_ignore_ascii_case(&heading)) {
            continue;
        }
        match (beside.sessions.place(&heading), beside.rooms.place(&heading)) {
            (Some(session), None) => sessions[session] = Some(column),
            (None, Some(room)) => rooms[room] = Some(column),
            (Some(_), Some(_)) => return Err(sheet.fault(1, column, ConferenceFault::Twice(heading))),
            (None, None) => {
                let fault = ConferenceFault::UnknownHeading(heading, Things::Sessions);
                return Err(sheet.fault(1, column, fault));
            }
        }
    }
    Ok((complete(sheet, beside.sessions, sessions)?, complete(sheet, beside.rooms, rooms)?))
}

fn complete(sheet: &Sheet<'_>, names: &Names, columns: Vec<Option<u32>>) -> Result<Vec<u32>, Refusal> {
    let found = columns.into_iter().zip(names.said()).map(|(column, name)| {
        let missing = || sheet.row_fault(1, ConferenceFault::Unmentioned(names.things(), name.trim().into()));
        column.ok_or_else(missing)
    });
    found.collect()
}
