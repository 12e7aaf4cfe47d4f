//! Conferences as CoSPLib keeps them: the public benchmark of conference timetables, a workbook of nine sheets, and the solution files of
//! its authors.
//!
//! Source: the repository `ahmedkheiri/CoSPLib` and Kheiri, Pylyavskyy and Jacko, EJOR 317(2), 2024. Everything is found by the name in its
//! heading, never by its place; blank rows and columns are passed over; an empty cell is nought. What does not fit is refused with sheet,
//! row, column and what would be right. Which penalties count, and how, is not known here: that is `app`'s.
//!
//! Sizes are bounded so that no workbook makes what follows grow without end: see [`ConferenceFault::TooMany`].

mod fault;
mod hours;
mod numbers;
mod parameters;
mod penalties;
mod rooms;
mod sheet;
mod solution;
mod submissions;

use std::sync::Arc;

use festoon_domain::programme::Spot;

pub use fault::{ConferenceFault, Things};
pub use parameters::{Weighed, Weights};
pub use solution::{Account, Broken, Place, Solution, read as read_solution, write as write_solution};

use crate::sheet::grid;
use crate::{Format, NamedFile, Reason, Refusal};
use hours::Hours;
use parameters::Parameters;
use sheet::Book;
use submissions::Beside;

/// The sheets that every workbook of the benchmark has; having all of them is what makes a workbook one.
pub const SHEETS: [&str; 9] = [
    "parameters",
    "submissions",
    "tracks",
    "sessions",
    "rooms",
    "tracks_sessions|penalty",
    "tracks_rooms|penalty",
    "similar tracks",
    "sessions_rooms|penalty",
];

/// A conference: sessions in rooms, tracks of submissions, and what is wished. Everything is known by its place in these lists, and names
/// stand as in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conference {
    /// In the order of time.
    pub sessions: Vec<Session>,
    pub rooms: Vec<Box<str>>,
    pub tracks: Vec<Track>,
    pub submissions: Vec<Submission>,
    /// Pairs of tracks that draw the same people, the earlier track first, with their penalty.
    pub similar: Vec<(usize, usize, i64)>,
    pub weights: Weights,
}

/// A stretch of the programme in which every room can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub name: Box<str>,
    /// How many time slots it has.
    pub slots: u16,
    /// What its use costs in each room.
    pub rooms: Vec<i64>,
}

/// A stream of submissions; a room holds one at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    pub name: Box<str>,
    pub chairs: Vec<Box<str>>,
    /// What it costs in each session.
    pub sessions: Vec<i64>,
    /// What it costs in each room.
    pub rooms: Vec<i64>,
}

/// A talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    pub reference: Box<str>,
    /// Its track, by place.
    pub track: usize,
    /// How many time slots it takes, without a break.
    pub slots: u16,
    /// Which of its track it wants to be, from 1; 0 is any.
    pub order: u32,
    pub presenters: Vec<Box<str>>,
    pub attendees: Vec<Box<str>>,
    /// What each of its slots costs in each session.
    pub sessions: Vec<i64>,
    /// What each of its slots costs in each room.
    pub rooms: Vec<i64>,
    /// What each of its slots costs in each session because of the hour where its presenter is.
    pub hours: Vec<i64>,
}

/// Whether the file is a workbook of the benchmark: whether it has all its sheets. Any other file, and a broken one, is none.
#[must_use]
pub fn is_conference(file: &NamedFile) -> bool {
    let Ok(Format::Xlsx) = Format::of(file) else { return false };
    let Ok((grids, _)) = grid::read(file, Format::Xlsx) else { return false };
    let book = Book::new(&file.name, &grids);
    SHEETS.iter().filter(|name| book.has(name)).count() > SHEETS.len() / 2
}

/// Reads a workbook of the benchmark.
///
/// # Errors
/// The first thing that does not fit, with sheet, row, column and what would be right.
pub fn read(file: &NamedFile) -> Result<Conference, Refusal> {
    let (grids, _) = grid::read(file, Format::Xlsx)?;
    let book = Book::new(&file.name, &grids);
    for name in SHEETS {
        book.sheet(name)?;
    }

    let parameters = Parameters::read(&book.sheet("parameters")?)?;
    let (mut sessions, clocks) = rooms::sessions(&book.sheet("sessions")?)?;
    let rooms = rooms::rooms(&book.sheet("rooms")?)?;
    let mut tracks = rooms::tracks(&book.sheet("tracks")?)?;
    let hours = Hours { parameters: &parameters, clocks: &clocks };
    let beside = Beside {
        tracks: &tracks.names,
        sessions: &sessions.names,
        rooms: &rooms,
        hours: &hours,
        longest: sessions.all.iter().map(|session| session.slots).max().unwrap_or_default(),
    };
    let submissions = submissions::read(&book.sheet("submissions")?, &beside)?;

    let table = |name| penalties::read(&book.sheet(name)?);
    let costs = table("tracks_sessions|penalty")?.dense(&tracks.names, &sessions.names)?;
    tracks.all.iter_mut().zip(costs).for_each(|(track, costs)| track.sessions = costs);
    let costs = table("tracks_rooms|penalty")?.dense(&tracks.names, &rooms)?;
    tracks.all.iter_mut().zip(costs).for_each(|(track, costs)| track.rooms = costs);
    let costs = table("sessions_rooms|penalty")?.dense(&sessions.names, &rooms)?;
    sessions.all.iter_mut().zip(costs).for_each(|(session, costs)| session.rooms = costs);
    let similar = table("similar tracks")?.triangle(&tracks.names)?;

    let conference = Conference {
        sessions: sessions.all,
        rooms: rooms.said().map(Into::into).collect(),
        tracks: tracks.all,
        submissions,
        similar,
        weights: parameters.weights,
    };
    let fits = conference.check_room();
    fits.map_err(|fault| refusal(&file.name, Spot::Whole, fault))?;
    Ok(conference)
}

impl Conference {
    /// Whether there can be a place for everything, whatever the wishes are.
    fn check_room(&self) -> Result<(), ConferenceFault> {
        let slots: u64 = self.sessions.iter().map(|session| u64::from(session.slots)).sum();
        let there = slots * self.rooms.len() as u64;
        let needed = self.submissions.iter().map(|submission| u64::from(submission.slots)).sum();
        if needed > there {
            return Err(ConferenceFault::NoRoom { needed, there });
        }
        let cells = self.sessions.len() as u64 * self.rooms.len() as u64;
        let size = cells * self.submissions.len().max(self.tracks.len()) as u64;
        if size > MOST_PLACES {
            return Err(ConferenceFault::TooLarge { places: size, most: MOST_PLACES });
        }
        Ok(())
    }
}

/// The most ways to put one submission into one room in one session; the largest public instance has 844,008.
const MOST_PLACES: u64 = 20_000_000;

fn refusal(file: &Arc<str>, spot: Spot, fault: ConferenceFault) -> Refusal {
    Refusal { file: Arc::clone(file), spot, reason: Reason::Conference(Box::new(fault)) }
}

#[cfg(test)]
mod tests;
