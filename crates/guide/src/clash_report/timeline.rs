//! The week laid out as days, lanes and bars, with the clashing ones marked and the roads between them.
//!
//! Only the layout, in minutes and rows; `drawing` turns it into coordinates.
//! A day begins at midnight in the week's zone, but an evening that ends before six belongs to the day it began on.
//! Beyond [`MOST_BARS`] bars only days and rooms with clashes are laid out, and the rest is counted.

mod cords;
mod lanes;

use std::collections::{HashMap, HashSet};

use festoon_domain::programme::{OccurrenceId, Programme, Span, State};
use festoon_domain::text::Text;
use festoon_domain::timetable::{Clash, Finding, Severity};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// How many bars a timeline draws; beyond, only what clashes.
pub const MOST_BARS: usize = 1200;

/// An occurrence that runs longer is drawn on this many days.
const MOST_DAYS: usize = 60;

const DAY: i32 = 24 * 60;
const SMALL_HOURS: i32 = 6 * 60;

/// A week, laid out.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// The days on which something is drawn.
    pub days: Vec<Day>,
    /// Occurrences without a time.
    pub untimed: u64,
    /// Occurrences that a large week leaves out.
    pub left_out: u64,
}

/// A day's band.
#[derive(Debug, Clone)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// Where its axis begins and ends, in minutes after midnight, on whole hours.
    pub axis: (i32, i32),
    /// Occurrences on this day, the undrawn included.
    pub sessions: u64,
    /// Findings about this day that must be solved.
    pub blocks: u64,
    /// Findings about this day that need a look.
    pub warns: u64,
    /// Rooms and houses, from above.
    pub lanes: Vec<Lane>,
    /// Sessions.
    pub bars: Vec<Bar>,
    /// What joins two bars.
    pub cords: Vec<Cord>,
}

/// A room, or a house whose room is not settled.
#[derive(Debug, Clone)]
pub struct Lane {
    /// The house, if known.
    pub venue: Option<Text>,
    /// The hall, if settled.
    pub room: Option<Text>,
    /// Its first row, counted over the whole day from 0.
    pub first_row: usize,
    /// How many rows it takes: more than one where sessions overlap.
    pub rows: usize,
}

/// A session on one day.
#[derive(Debug, Clone)]
pub struct Bar {
    /// Its occurrence's place in the programme's table.
    pub occurrence: u32,
    /// Its name.
    pub title: Text,
    /// When it really is.
    pub when: Span,
    /// From and to on this day, in minutes after midnight.
    pub minutes: (i32, i32),
    /// Which row.
    pub row: usize,
    /// Whether it takes place.
    pub state: State,
    /// What is wrong with it, if anything that needs more than a note.
    pub mark: Option<Mark>,
}

/// What is wrong with a session at worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// How grave.
    pub severity: Severity,
    /// The place of the finding in the report's list, if it is listed.
    pub finding: Option<usize>,
}

/// What joins two bars of one finding.
#[derive(Debug, Clone)]
pub struct Cord {
    /// What for.
    pub kind: CordKind,
    /// Where it begins: minute and row.
    pub from: (i32, usize),
    /// Where it ends: minute and row.
    pub to: (i32, usize),
    /// How grave, and where it is told.
    pub mark: Mark,
}

/// What a cord says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CordKind {
    /// The road: minutes there are, minutes it takes.
    Road(u32, u32),
    /// Both at one time.
    Together,
    /// Perhaps the same session twice.
    Alike,
}

/// Lays out a week; each finding comes with its place in the report's list, if it is listed.
#[must_use]
pub fn lay_out(programme: &Programme, findings: &[(&Finding, Option<usize>)]) -> Timeline {
    let marks = marks(findings);
    let pieces = pieces(programme, &marks);
    let timed: HashSet<u32> = pieces.iter().map(|piece| piece.occurrence).collect();
    let mut days = counted_days(&pieces, programme, findings);
    let drawn = choose(pieces);

    lanes::fill(&mut days, drawn, programme);
    days.retain(|day| !day.bars.is_empty());
    for day in &mut days {
        day.cords = cords::of(day, findings);
    }

    let shown: HashSet<u32> = days.iter().flat_map(|day| &day.bars).map(|bar| bar.occurrence).collect();
    let untimed = programme.occurrences.iter().filter(|occurrence| occurrence.when.is_none()).count();
    Timeline { days, untimed: untimed as u64, left_out: (timed.len() - shown.len()) as u64 }
}

/// A day, from and to in minutes after its midnight, and whether the span really begins and ends there.
type Part = (Date, (i32, i32), (Edge, Edge));

/// A session's part on one day.
#[derive(Debug, Clone)]
struct Piece {
    day: Date,
    /// House and hall by their ids, the unsettled last.
    lane: (u32, u32),
    minutes: (i32, i32),
    /// Whether it really begins, and really ends, on this day: only then the axis must reach there.
    real: (Edge, Edge),
    occurrence: u32,
    when: Span,
    mark: Option<Mark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Real,
    Midnight,
}

fn marks(findings: &[(&Finding, Option<usize>)]) -> HashMap<u32, Mark> {
    let mut marks: HashMap<u32, Mark> = HashMap::new();
    for (finding, place) in findings {
        if finding.severity == Severity::Note
            || matches!(finding.clash, Clash::AndMore { .. } | Clash::Everywhere { .. })
        {
            continue;
        }
        let mark = Mark { severity: finding.severity, finding: *place };
        for OccurrenceId(occurrence) in finding.clash.occurrences() {
            let worst = marks.entry(occurrence).or_insert(mark);
            if mark.severity < worst.severity || (worst.finding.is_none() && mark.severity == worst.severity)
            {
                *worst = mark;
            }
        }
    }
    marks
}

fn pieces(programme: &Programme, marks: &HashMap<u32, Mark>) -> Vec<Piece> {
    let zone = &programme.week.zone;
    let mut pieces = Vec::new();
    for (id, occurrence) in programme.each_occurrence() {
        let Some(when) = occurrence.when else { continue };
        let lane = match (programme.venue_of(id), occurrence.room()) {
            (Some(venue), Some(room)) => (venue.0, room.0),
            (Some(venue), None) => (venue.0, u32::MAX),
            (None, _) => (u32::MAX, u32::MAX),
        };
        for (day, minutes, real) in parts(when, zone) {
            let mark = marks.get(&id.0).copied();
            pieces.push(Piece { day, lane, minutes, real, occurrence: id.0, when, mark });
        }
    }
    pieces.sort_by_key(|piece| (piece.day, piece.lane, piece.minutes, piece.occurrence));
    pieces
}

/// The days a span touches, with its minutes on each.
fn parts(when: Span, zone: &TimeZone) -> Vec<Part> {
    let start = when.start().to_zoned(zone.clone());
    let end = when.end().to_zoned(zone.clone());
    let minute = |zoned: &jiff::Zoned| i32::from(zoned.hour()) * 60 + i32::from(zoned.minute());
    let (from, to) = (minute(&start), minute(&end));
    if start.date() == end.date() {
        return vec![(start.date(), (from, to), (Edge::Real, Edge::Real))];
    }
    if start.date().tomorrow().ok() == Some(end.date()) && to <= SMALL_HOURS {
        return vec![(start.date(), (from, DAY + to), (Edge::Real, Edge::Real))];
    }

    let mut parts = vec![(start.date(), (from, DAY), (Edge::Real, Edge::Midnight))];
    let mut day = start.date();
    while parts.len() < MOST_DAYS {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        if day < end.date() {
            parts.push((day, (0, DAY), (Edge::Midnight, Edge::Midnight)));
            continue;
        }
        if to > 0 {
            parts.push((day, (0, to), (Edge::Midnight, Edge::Real)));
        }
        break;
    }
    parts
}

fn counted_days(pieces: &[Piece], programme: &Programme, findings: &[(&Finding, Option<usize>)]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for piece in pieces {
        if days.last().is_none_or(|day| day.date != piece.day) {
            days.push(Day {
                date: piece.day,
                axis: (8 * 60, 20 * 60),
                sessions: 0,
                blocks: 0,
                warns: 0,
                lanes: Vec::new(),
                bars: Vec::new(),
                cords: Vec::new(),
            });
        }
        if let Some(day) = days.last_mut() {
            day.sessions += 1;
        }
    }
    for (finding, _) in findings {
        let first = finding.clash.occurrences().first().and_then(|&id| programme[id].when);
        let Some(when) = first else { continue };
        let date = when.start().to_zoned(programme.week.zone.clone()).date();
        let Ok(place) = days.binary_search_by_key(&date, |day| day.date) else { continue };
        match finding.severity {
            Severity::Block => days[place].blocks += 1,
            Severity::Warn => days[place].warns += 1,
            Severity::Note => {}
        }
    }
    days
}

/// All pieces if they are few, else those of lanes with clashes, else the clashing ones alone.
fn choose(mut pieces: Vec<Piece>) -> Vec<Piece> {
    if pieces.len() <= MOST_BARS {
        return pieces;
    }
    let clashing: HashSet<(Date, (u32, u32))> =
        pieces.iter().filter(|piece| piece.mark.is_some()).map(|piece| (piece.day, piece.lane)).collect();
    pieces.retain(|piece| clashing.contains(&(piece.day, piece.lane)));
    if pieces.len() > MOST_BARS {
        pieces.retain(|piece| piece.mark.is_some());
        // What must be solved comes before what needs a look when not even the marked ones have room.
        if pieces.len() > MOST_BARS {
            pieces.sort_by_key(|piece| (piece.mark.map(|mark| mark.severity), piece.day));
            pieces.truncate(MOST_BARS);
            pieces.sort_by_key(|piece| (piece.day, piece.lane, piece.minutes, piece.occurrence));
        }
    }
    pieces
}
