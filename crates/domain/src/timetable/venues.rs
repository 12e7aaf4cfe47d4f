//! Venues: too many people in the house at one time, and sessions while it is closed.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;

use super::{Clash, Duplicates};
use crate::programme::{Occurrence, OccurrenceId, Programme, Span};
use crate::venue::VenueId;

pub(super) fn check(programme: &Programme, duplicates: &Duplicates, clashes: &mut Vec<Clash>) {
    for (id, occurrence) in programme.each_occurrence() {
        let Some(span) = occurrence.scheduled() else { continue };
        clashes.extend(closed(programme, id, occurrence, span));
    }
    for (venue, comings) in comings_and_goings(programme, duplicates) {
        let Some(capacity) = programme[venue].capacity else { continue };
        overfull(venue, capacity, comings, clashes);
    }
}

/// The hall's own hours are looked at first: where it has some, it is the narrower door.
fn closed(programme: &Programme, id: OccurrenceId, occurrence: &Occurrence, span: Span) -> Option<Clash> {
    let zone = &programme.week.zone;
    let venue = programme.venue_of(id)?;
    if let Some(room) = occurrence.room()
        && !programme[room].hours.cover(span, zone)
    {
        return Some(Clash::Closed { occurrence: id, venue, room: Some(room) });
    }
    (!programme[venue].hours.cover(span, zone)).then_some(Clash::Closed { occurrence: id, venue, room: None })
}

/// One audience's coming or going. Goings sort before comings at one instant: back to back is not together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    at: Timestamp,
    coming: bool,
    occurrence: OccurrenceId,
    people: u64,
}

fn comings_and_goings(programme: &Programme, duplicates: &Duplicates) -> Vec<(VenueId, Vec<Change>)> {
    let mut changes: HashMap<VenueId, Vec<Change>> = HashMap::new();
    for (id, occurrence) in programme.each_occurrence() {
        // The audience of a session that two hosts handed in comes once.
        if duplicates.is_second(id) {
            continue;
        }
        let (Some(span), Some(venue)) = (occurrence.scheduled(), programme.venue_of(id)) else { continue };
        let Some(people) = programme[occurrence.session].expected.map(u64::from) else { continue };
        if programme[venue].capacity.is_none() || span.start() == span.end() {
            continue;
        }
        let list = changes.entry(venue).or_default();
        list.push(Change { at: span.start(), coming: true, occurrence: id, people });
        list.push(Change { at: span.end(), coming: false, occurrence: id, people });
    }
    let mut changes: Vec<_> = changes.into_iter().collect();
    changes.sort_unstable_by_key(|(venue, _)| *venue);
    changes
}

/// One finding for each stretch of time over the capacity, with its peak and at most this many of its sessions.
const MOST_NAMED: usize = 50;

fn overfull(venue: VenueId, capacity: u32, mut changes: Vec<Change>, clashes: &mut Vec<Clash>) {
    changes.sort_unstable();
    let mut inside: BTreeSet<OccurrenceId> = BTreeSet::new();
    let mut people = 0_u64;
    let mut over: Option<(Timestamp, u64, BTreeSet<OccurrenceId>)> = None;

    for change in changes {
        if change.coming {
            inside.insert(change.occurrence);
            people += change.people;
        } else {
            inside.remove(&change.occurrence);
            people -= change.people;
        }

        if people > u64::from(capacity) {
            let (_, peak, named) =
                over.get_or_insert_with(|| (change.at, 0, inside.iter().copied().take(MOST_NAMED).collect()));
            *peak = (*peak).max(people);
            if change.coming && named.len() < MOST_NAMED {
                named.insert(change.occurrence);
            }
        } else if let Some((from, expected, named)) = over.take()
            && let Some(during) = Span::new(from, change.at)
            && during.start() < during.end()
        {
            let occurrences = named.into_iter().collect();
            clashes.push(Clash::VenueFull { venue, during, expected, capacity, occurrences });
        }
    }
}
