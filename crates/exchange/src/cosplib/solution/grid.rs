//! The two tables of the sheet `sol`, and the solution they mean.

use super::{Broken, Place, Solution};
use crate::Refusal;
use crate::cosplib::sheet::{Names, Sheet};
use crate::cosplib::{Conference, ConferenceFault, Things};

/// Where something stands in the sheet; row 0 where it stands nowhere.
type Spot = (u32, u32);

/// What stands in the sheet.
pub(super) struct Cells {
    /// By session and room: the track.
    tracks: Vec<Vec<Option<(usize, Spot)>>>,
    /// In the order of sessions, slots and rooms: where a submission stands.
    stands: Vec<(usize, Place, Spot)>,
}

/// The names of everything in the conference, and the column of each room.
struct Known {
    sessions: Names,
    tracks: Names,
    submissions: Names,
    columns: Vec<(u32, usize)>,
}

impl Cells {
    pub(super) fn read(sheet: &Sheet<'_>, conference: &Conference) -> Result<Self, Refusal> {
        let known = Known::of(sheet, conference)?;
        let mut cells = Self {
            tracks: vec![vec![None; conference.rooms.len()]; conference.sessions.len()],
            stands: Vec::new(),
        };
        let last = sheet.last_row();
        let gap = (2..=last).find(|row| sheet.is_blank(*row)).unwrap_or(last + 1);
        let mut seen = vec![false; conference.sessions.len()];
        for row in 2..gap {
            let session = known.session(sheet, row)?;
            if std::mem::replace(&mut seen[session], true) {
                let name = sheet.words(row, 1)?;
                return Err(sheet.fault(row, 1, ConferenceFault::Twice(name)));
            }
            known.tracks_of(sheet, row, &mut cells.tracks[session])?;
        }
        if let Some(session) = seen.iter().position(|seen| !seen) {
            let name = conference.sessions[session].name.to_string();
            return Err(sheet.row_fault(1, ConferenceFault::Unmentioned(Things::Sessions, name)));
        }

        let mut slots = vec![0; conference.sessions.len()];
        for row in sheet.rows_from(gap) {
            let session = known.session(sheet, row)?;
            if slots[session] >= conference.sessions[session].slots {
                return Err(sheet.row_fault(row, rows(conference, session, usize::from(slots[session]) + 1)));
            }
            known.stands(sheet, row, (session, slots[session]), &mut cells.stands)?;
            slots[session] += 1;
        }
        let short = conference.sessions.iter().zip(&slots).position(|(session, rows)| session.slots != *rows);
        match short {
            Some(session) => Err(sheet.row_fault(gap, rows(conference, session, slots[session].into()))),
            None => Ok(cells),
        }
    }

    /// Everything whole, alone, and in a room of its track.
    pub(super) fn solution(&self, conference: &Conference) -> Result<Solution, (u32, u32, Broken)> {
        let mut begins: Vec<Option<Place>> = vec![None; conference.submissions.len()];
        let mut taken = vec![0; conference.submissions.len()];
        for &(at, place, (row, column)) in &self.stands {
            let submission = &conference.submissions[at];
            let reference = || submission.reference.to_string();
            let track = || conference.tracks[submission.track].name.to_string();
            match self.tracks[place.session][place.room] {
                None => {
                    return Err((row, column, Broken::NoTrack { reference: reference(), track: track() }));
                }
                Some((other, _)) if other != submission.track => {
                    let stood = conference.tracks[other].name.to_string();
                    let broken = Broken::OtherTrack { reference: reference(), track: track(), stood };
                    return Err((row, column, broken));
                }
                Some(_) => (),
            }
            let begin = *begins[at].get_or_insert(place);
            let next = Place { slot: begin.slot + taken[at], ..begin };
            if next != place || taken[at] >= submission.slots {
                return Err((row, column, Broken::Torn { reference: reference(), slots: submission.slots }));
            }
            taken[at] += 1;
        }
        for (submission, taken) in conference.submissions.iter().zip(taken) {
            let reference = submission.reference.to_string();
            if taken == 0 {
                return Err((0, 0, Broken::Missing(reference)));
            }
            if taken < submission.slots {
                return Err((0, 0, Broken::Torn { reference, slots: submission.slots }));
            }
        }
        self.idle(conference, &begins).map_or_else(|| Ok(Solution(begins)), Err)
    }

    /// A room that has a track and nothing of it.
    fn idle(&self, conference: &Conference, begins: &[Option<Place>]) -> Option<(u32, u32, Broken)> {
        let used: std::collections::HashSet<(usize, usize)> =
            begins.iter().flatten().map(|place| (place.session, place.room)).collect();
        self.tracks.iter().enumerate().find_map(|(session, rooms)| {
            rooms.iter().enumerate().find_map(|(room, track)| {
                let (track, (row, column)) = (*track)?;
                let name = conference.tracks[track].name.to_string();
                (!used.contains(&(session, room))).then_some((row, column, Broken::Idle(name)))
            })
        })
    }
}

fn rows(conference: &Conference, session: usize, rows: usize) -> ConferenceFault {
    let Conference { sessions, .. } = conference;
    let session = &sessions[session];
    ConferenceFault::Solution(Broken::Rows { session: session.name.to_string(), rows, slots: session.slots })
}

impl Known {
    fn of(sheet: &Sheet<'_>, conference: &Conference) -> Result<Self, Refusal> {
        let rooms = Names::of(Things::Rooms, conference.rooms.iter().cloned());
        let mut columns = Vec::new();
        for (column, heading) in sheet.headings(1)?.into_iter().filter(|(column, _)| *column > 1) {
            let unknown = ConferenceFault::UnknownHeading(heading.clone(), Things::Rooms);
            let room = rooms.place(&heading).ok_or_else(|| sheet.fault(1, column, unknown))?;
            columns.push((column, room));
        }
        let missing = (0..rooms.len()).find(|room| !columns.iter().any(|(_, known)| known == room));
        if let Some(room) = missing {
            let name = conference.rooms[room].trim().to_owned();
            return Err(sheet.row_fault(1, ConferenceFault::Unmentioned(Things::Rooms, name)));
        }
        let sessions = conference.sessions.iter().map(|session| session.name.clone());
        let tracks = conference.tracks.iter().map(|track| track.name.clone());
        let submissions = conference.submissions.iter().map(|submission| submission.reference.clone());
        Ok(Self {
            sessions: Names::of(Things::Sessions, sessions),
            tracks: Names::of(Things::Tracks, tracks),
            submissions: Names::of(Things::Submissions, submissions),
            columns,
        })
    }

    fn session(&self, sheet: &Sheet<'_>, row: u32) -> Result<usize, Refusal> {
        named(sheet, (row, 1), &self.sessions)?.ok_or_else(|| sheet.row_fault(row, ConferenceFault::NoName))
    }

    fn tracks_of(
        &self,
        sheet: &Sheet<'_>,
        row: u32,
        tracks: &mut [Option<(usize, Spot)>],
    ) -> Result<(), Refusal> {
        for &(column, room) in &self.columns {
            let track = named(sheet, (row, column), &self.tracks)?;
            tracks[room] = track.map(|track| (track, (row, column)));
        }
        Ok(())
    }

    fn stands(
        &self,
        sheet: &Sheet<'_>,
        row: u32,
        (session, slot): (usize, u16),
        stands: &mut Vec<(usize, Place, Spot)>,
    ) -> Result<(), Refusal> {
        for &(column, room) in &self.columns {
            if let Some(submission) = named(sheet, (row, column), &self.submissions)? {
                stands.push((submission, Place { session, room, slot }, (row, column)));
            }
        }
        Ok(())
    }
}

/// What a cell names; nothing where it is empty.
fn named(sheet: &Sheet<'_>, (row, column): Spot, names: &Names) -> Result<Option<usize>, Refusal> {
    let words = sheet.words(row, column)?;
    if words.is_empty() {
        return Ok(None);
    }
    let unknown = || sheet.fault(row, column, ConferenceFault::Unknown(names.things(), words.clone()));
    names.place(&words).map(Some).ok_or_else(unknown)
}
