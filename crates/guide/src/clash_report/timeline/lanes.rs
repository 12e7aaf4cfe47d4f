//! Lanes: which row each bar of a day lies in.
//!
//! Sessions that overlap in one lane lie below each other, so that a room used twice is seen at once.
//! A hall with fifty posters keeps its first rows; unmarked sessions beyond them are left to the count.

use festoon_domain::programme::{OccurrenceId, Programme};
use festoon_domain::venue::{RoomId, VenueId};

use super::{Bar, Day, Edge, Lane, Piece};

/// How many unmarked sessions lie below each other in one lane.
const MOST_STACKED: usize = 6;

/// Lays the pieces, sorted by day, lane and time, into their days.
pub(super) fn fill(days: &mut [Day], pieces: Vec<Piece>, programme: &Programme) {
    let mut pieces = pieces.into_iter().peekable();
    for day in days {
        let mut of_day = Vec::new();
        while let Some(piece) = pieces.next_if(|piece| piece.day == day.date) {
            of_day.push(piece);
        }
        day.axis = axis(&of_day);
        let mut row = 0;
        for group in of_day.chunk_by(|a, b| a.lane == b.lane) {
            let rows = stack(group, row, day, programme);
            if rows > 0 {
                day.lanes.push(lane(group[0].lane, row, rows, programme));
            }
            row += rows;
        }
    }
}

/// Puts each piece into the first row that is free; says how many rows that took.
fn stack(group: &[Piece], first_row: usize, day: &mut Day, programme: &Programme) -> usize {
    let mut ends: Vec<i32> = Vec::new();
    for piece in group {
        let free = ends.iter().position(|end| *end <= piece.minutes.0);
        if free.is_none() && ends.len() >= MOST_STACKED && piece.mark.is_none() {
            continue;
        }
        let row = free.unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(0);
        }
        ends[row] = piece.minutes.1.max(piece.minutes.0 + 1);
        let id = OccurrenceId(piece.occurrence);
        day.bars.push(Bar {
            occurrence: piece.occurrence,
            title: programme.session_of(id).title.clone(),
            when: piece.when,
            minutes: piece.minutes,
            row: first_row + row,
            state: programme[id].state,
            mark: piece.mark,
        });
    }
    ends.len()
}

fn lane(ids: (u32, u32), first_row: usize, rows: usize, programme: &Programme) -> Lane {
    let venue = (ids.0 != u32::MAX).then(|| programme[VenueId(ids.0)].name.clone());
    let room = (ids.1 != u32::MAX).then(|| programme[RoomId(ids.1)].name.clone());
    Lane { venue, room, first_row, rows }
}

/// Whole hours around everything that begins or ends on the day; office hours if nothing does.
fn axis(pieces: &[Piece]) -> (i32, i32) {
    const SHORTEST: i32 = 4 * 60;
    let real = pieces.iter().flat_map(|piece| {
        let from = (piece.real.0 == Edge::Real).then_some(piece.minutes.0);
        let to = (piece.real.1 == Edge::Real).then_some(piece.minutes.1);
        from.into_iter().chain(to)
    });
    let Some((first, last)) = real.fold(None, |bounds: Option<(i32, i32)>, minute| {
        let (first, last) = bounds.unwrap_or((minute, minute));
        Some((first.min(minute), last.max(minute)))
    }) else {
        return (8 * 60, 20 * 60);
    };
    let first = first.div_euclid(60) * 60;
    let last = (last + 59).div_euclid(60) * 60;
    (first, last.max(first + SHORTEST))
}
