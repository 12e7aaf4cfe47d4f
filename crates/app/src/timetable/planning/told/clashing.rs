//! What the clash report has a sentence for: the same clash of the programme as planned.

use festoon_domain::programme::{OccurrenceId, PersonId, Programme, RoomUse};
use festoon_domain::text::Lang;
use festoon_domain::timetable::{Clash, Finding, Passage, Rulebook, Severity, words};
use festoon_domain::venue::{Minutes, VenueId};

/// The two in the order in which somebody goes from one to the other.
pub(super) fn in_order(
    programme: &Programme,
    one: OccurrenceId,
    other: OccurrenceId,
) -> (OccurrenceId, OccurrenceId) {
    let key = |id: OccurrenceId| (programme[id].when, id);
    if key(one) <= key(other) { (one, other) } else { (other, one) }
}

/// Somebody who cannot be at both.
pub(super) fn between(
    programme: &Programme,
    person: PersonId,
    one: OccurrenceId,
    other: OccurrenceId,
) -> Option<Clash> {
    let (first, second) = in_order(programme, one, other);
    match Passage::between(programme, first, second) {
        Passage::Together(together) => Some(Clash::TwoPlaces { person, first, second, together }),
        Passage::TooFar(way) => {
            Some(Clash::Road { person, from: first, to: second, gap: way.gap, road: way.road })
        }
        Passage::Spare(..) | Passage::Free | Passage::Unknown => {
            let spans = programme[first].when.zip(programme[second].when);
            let together = spans.and_then(|(one, other)| one.intersection(other))?;
            Some(Clash::TwoPlaces { person, first, second, together })
        }
    }
}

/// Somebody who is honoured at one of the two and has little to spare on the road.
pub(super) fn slack(
    programme: &Programme,
    one: OccurrenceId,
    other: OccurrenceId,
    wanted: Option<u32>,
) -> Option<Clash> {
    let (from, to) = in_order(programme, one, other);
    let Passage::Spare(way, _) = Passage::between(programme, from, to) else { return None };
    let there = |id| programme.session_of(id).appearances.iter().map(|there| there.person);
    let honoured = |who: &PersonId| {
        there(to).any(|other| other == *who)
            && [from, to].into_iter().any(|id| festoon_domain::timetable::honoured(programme, *who, id))
    };
    let person = there(from).find(honoured)?;
    let wanted = wanted.map_or(Rulebook::default().slack, Minutes);
    Some(Clash::Slack { person, from, to, gap: way.gap, road: way.road, wanted })
}

/// A hall that another has at the same time, or that is closed then.
pub(super) fn hall(programme: &Programme, id: OccurrenceId) -> Option<Clash> {
    let room = programme[id].room()?;
    let span = programme[id].scheduled()?;
    let takes = |(other, occurrence): &(OccurrenceId, &festoon_domain::programme::Occurrence)| {
        *other != id
            && occurrence.room() == Some(room)
            && programme[occurrence.session].room_use == RoomUse::Exclusive
            && occurrence.scheduled().is_some_and(|other| other.overlaps(span))
    };
    if let Some((other, occurrence)) = programme.each_occurrence().find(takes) {
        let (first, second) = in_order(programme, id, other);
        let together = occurrence.scheduled()?.intersection(span)?;
        return Some(Clash::RoomTwice { room, first, second, together });
    }
    let zone = &programme.week.zone;
    let venue = programme[room].venue;
    if !programme[room].hours.cover(span, zone) {
        return Some(Clash::Closed { occurrence: id, venue, room: Some(room) });
    }
    (!programme[venue].hours.cover(span, zone)).then_some(Clash::Closed { occurrence: id, venue, room: None })
}

/// More people than seats.
pub(super) fn seats(programme: &Programme, id: OccurrenceId) -> Option<Clash> {
    let room = programme[id].room()?;
    let (expected, seats) = (programme.session_of(id).expected?, programme[room].seats?);
    Some(Clash::Seats { occurrence: id, room, expected, seats })
}

/// A house that is full, with what takes place in it then.
pub(super) fn full(
    programme: &Programme,
    venue: VenueId,
    during: festoon_domain::programme::Span,
    on: &[OccurrenceId],
) -> Option<Clash> {
    let capacity = programme[venue].capacity?;
    let people = |at: jiff::Timestamp| -> u64 {
        let here = on
            .iter()
            .filter(|id| programme[**id].when.is_some_and(|span| span.start() <= at && at < span.end()));
        here.filter_map(|id| programme.session_of(*id).expected).map(u64::from).sum()
    };
    let begins = on.iter().filter_map(|id| programme[*id].when).map(|span| span.start().max(during.start()));
    let expected = begins.map(people).max().unwrap_or(0);
    Some(Clash::VenueFull { venue, during, expected, capacity, occurrences: on.to_vec() })
}

pub(super) fn said(programme: &Programme, clash: Clash, lang: Lang) -> String {
    words::sentence(programme, &Finding { severity: Severity::Block, clash }, lang)
}
