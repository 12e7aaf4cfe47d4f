//! Audience: more people than seats, and fewer interpreters than the session needs.

use super::Clash;
use crate::programme::{Occurrence, OccurrenceId, Programme, Role};

pub(super) fn check(programme: &Programme, clashes: &mut Vec<Clash>) {
    for (id, occurrence) in programme.each_occurrence() {
        if occurrence.scheduled().is_none() {
            continue;
        }
        clashes.extend(seats(programme, id, occurrence));
        clashes.extend(interpreters(programme, id, occurrence));
    }
}

fn seats(programme: &Programme, id: OccurrenceId, occurrence: &Occurrence) -> Option<Clash> {
    let room = occurrence.room()?;
    let seats = programme[room].seats?;
    let expected = programme[occurrence.session].expected?;
    (expected > seats).then_some(Clash::Seats { occurrence: id, room, expected, seats })
}

fn interpreters(programme: &Programme, id: OccurrenceId, occurrence: &Occurrence) -> Option<Clash> {
    let session = &programme[occurrence.session];
    let needed = session.interpretation.as_ref()?.needed;
    let mut people: Vec<_> = session
        .appearances
        .iter()
        .filter(|appearance| appearance.role == Role::Interpreter)
        .map(|appearance| appearance.person)
        .collect();
    people.sort_unstable();
    people.dedup();
    let named = u32::try_from(people.len()).unwrap_or(u32::MAX);
    (named < needed).then_some(Clash::Interpreters { occurrence: id, needed, named })
}
