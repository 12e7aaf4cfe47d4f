//! What the planner leaves alone, and why.
//!
//! Left out is what takes no time of anybody: nobody could be told where it would fit. Held is what takes time but may not be moved: it keeps its
//! hall, its people and its audience, and everything else is planned around it.

use std::collections::HashSet;

use festoon_domain::programme::{OccurrenceId, Place, Programme, RoomUse, Span, State};
use festoon_domain::timetable::{Duplicates, whereabouts};

use super::calendar::Calendar;
use super::wanted::Wanted;
use super::{Asked, number};

/// Why something is not part of the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// It is cancelled.
    Cancelled,
    /// Nobody said when it is; how long it takes is unknown too.
    NoTime,
    /// It ends when it begins.
    NoLength,
}

/// Why something stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// `planner.toml` says so.
    Pinned,
    /// It has begun.
    Begun,
    /// No hall is settled; whoever settles it knows where it fits.
    NoRoom,
    /// It shares its hall on purpose, so it stands with others that would have to follow.
    Shared,
    /// It goes on past the hour at which a day ends, as an exhibition does.
    Overnight,
    /// It begins or ends between two minutes; as a slot it would have to be rounded.
    OffTheMinute,
    /// It looks as if it was handed in twice: which of the two is meant, only a person can say.
    Twice,
    /// Somebody is at it and, in the same hall at the same time, at something that is held: one takes place within the other.
    Inside,
}

/// What became of an occurrence that the planner does not move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    LeftOut(OccurrenceId, LeftOut),
    Held(OccurrenceId, Held),
}

/// By occurrence: nothing if it is left out, else whether it is held.
pub(super) type Decided = Vec<Option<Option<Held>>>;

pub(super) fn decide(
    programme: &Programme,
    asked: &Asked<'_>,
    wanted: &Wanted,
    duplicates: &Duplicates,
    calendar: &Calendar,
) -> (Decided, Vec<Note>) {
    let twice: HashSet<OccurrenceId> =
        duplicates.pairs().into_iter().flat_map(|(one, other)| [one, other]).collect();
    let mut left_out = Vec::new();
    let mut decided: Decided = Vec::with_capacity(programme.occurrences.len());
    for (id, occurrence) in programme.each_occurrence() {
        let out = match (occurrence.state, occurrence.when) {
            (State::Cancelled, _) => Some(LeftOut::Cancelled),
            (State::Scheduled, None) => Some(LeftOut::NoTime),
            (State::Scheduled, Some(span)) if span.start() == span.end() => Some(LeftOut::NoLength),
            (State::Scheduled, Some(_)) => None,
        };
        left_out.extend(out.map(|why| Note::LeftOut(id, why)));
        let held = || {
            let span = occurrence.when.expect("what has no time is left out");
            let shared = programme[occurrence.session].room_use == RoomUse::Shared;
            let is = |held: Held, holds: bool| holds.then_some(held);
            is(Held::Begun, asked.begun_by.is_some_and(|now| span.start() <= now))
                .or(is(Held::NoRoom, occurrence.room().is_none()))
                .or(is(Held::Shared, shared))
                .or(is(Held::Twice, twice.contains(&id)))
                .or(is(
                    Held::OffTheMinute,
                    !calendar.is_on_a_slot(span.start()) || !calendar.is_on_a_slot(span.end()),
                ))
                .or(is(Held::Overnight, overnight(calendar, span)))
                .or(is(Held::Pinned, wanted.pinned.contains(&id)))
        };
        decided.push(if out.is_some() { None } else { Some(held()) });
    }
    hold_what_is_inside(programme, &mut decided);
    (decided, left_out)
}

fn overnight(calendar: &Calendar, span: Span) -> bool {
    let day = calendar.day_of(span.start());
    calendar.period(day).is_none_or(|period| calendar.bounds(period).1 < span.end().as_second())
}

fn hold_what_is_inside(programme: &Programme, decided: &mut Decided) {
    let mut inside = Vec::new();
    for (_, timed) in whereabouts(programme) {
        for (at, (span, one)) in timed.iter().enumerate() {
            for (later, other) in timed[at + 1..].iter().take_while(|(later, _)| later.start() < span.end()) {
                let hall =
                    |id: OccurrenceId| programme[id].place.filter(|place| matches!(place, Place::Room(_)));
                if !span.overlaps(*later) || hall(*one).is_none() || hall(*one) != hall(*other) {
                    continue;
                }
                match (decided[one.0 as usize], decided[other.0 as usize]) {
                    (Some(Some(_)), Some(None)) => inside.push(*other),
                    (Some(None), Some(Some(_))) => inside.push(*one),
                    _ => {}
                }
            }
        }
    }
    for id in inside {
        decided[id.0 as usize] = Some(Some(Held::Inside));
    }
}

pub(super) fn notes(decided: &Decided, left_out: Vec<Note>) -> Vec<Note> {
    let held = decided
        .iter()
        .enumerate()
        .filter_map(|(id, decided)| Some(Note::Held(OccurrenceId(number(id)), (*decided)??)));
    let mut notes: Vec<Note> = held.chain(left_out).collect();
    notes.sort_by_key(|note| match note {
        Note::LeftOut(id, _) | Note::Held(id, _) => *id,
    });
    notes
}
