//! What a week is to keep to where that is not the week itself: an earlier programme, such as a release, whose sessions and halls are found
//! again in this one.
//!
//! An id is good only inside the value it came from, so nothing of the earlier programme is read by a number of this one. A session is known by
//! its guid; files that never saw a guid have it by its title, where the hosts do not differ, the one at the same hour first. A hall is known by
//! its key and its house's, else by both names.

use std::collections::{HashMap, HashSet};

use festoon_domain::programme::{OccurrenceId, Place, Programme, Span};
use festoon_domain::text::{Lang, Text, fold};
use festoon_domain::timetable::words;
use festoon_domain::venue::{RoomId, VenueId};
use festoon_guide::clash_report::Both;
use festoon_guide::words::planner::PlannerWords;

use super::number;

/// How a planned week differs from the one it was to keep to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Against {
    /// What stands where it stood then.
    pub kept: Vec<OccurrenceId>,
    /// What stands elsewhere, by when it was.
    pub moved: Vec<Shifted>,
    /// What was not there then, or had no time.
    pub new: Vec<OccurrenceId>,
    /// What was there and is no more, as it was called then.
    pub gone: Vec<Both>,
}

/// Something that stood elsewhere in another programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shifted {
    pub occurrence: OccurrenceId,
    /// When it was, and the key of its hall, which this programme need not have.
    pub from: (Option<Span>, Option<String>),
    /// `「…」从 … 改到 …。`
    pub sentence: Both,
}

/// An earlier programme, found again in this one.
pub(super) struct Former<'a> {
    then: &'a Programme,
    /// By occurrence of this programme.
    of: Vec<Option<OccurrenceId>>,
    /// By hall of the earlier one.
    rooms: Vec<Option<RoomId>>,
    /// By house of the earlier one.
    venues: Vec<Option<VenueId>>,
}

impl<'a> Former<'a> {
    pub(super) fn found(now: &Programme, then: &'a Programme) -> Self {
        let venues = houses(now, then);
        let rooms = halls(now, then, &venues);
        Self { then, of: sessions(now, then), rooms, venues }
    }

    /// When and in which of this programme's halls the occurrence was.
    pub(super) fn stood(&self, id: OccurrenceId) -> Option<(Span, RoomId)> {
        let then = &self.then[self.of[id.0 as usize]?];
        Some((then.scheduled()?, self.rooms[then.room()?.0 as usize]?))
    }

    /// What differs in `planned`, which has the occurrences that this was found for.
    pub(super) fn against(&self, planned: &Programme) -> Against {
        let mut against = Against::default();
        let mut met = HashSet::new();
        for (id, occurrence) in planned.each_occurrence() {
            let Some(span) = occurrence.scheduled() else { continue };
            let was = self.of[id.0 as usize].filter(|was| self.then[*was].scheduled().is_some());
            let Some(was) = was else {
                against.new.push(id);
                continue;
            };
            met.insert(was);
            let began = self.then[was].when.map(Span::start);
            if began == Some(span.start()) && self.was_in(was, occurrence.place) {
                against.kept.push(id);
            } else {
                against.moved.push(self.shifted(planned, id, was));
            }
        }
        against.moved.sort_by_key(|moved| (moved.from.0.map(Span::start), moved.occurrence));
        let gone =
            self.then.each_occurrence().filter(|(id, was)| was.scheduled().is_some() && !met.contains(id));
        against.gone =
            gone.map(|(id, _)| Both::said(|lang| words::appointment(self.then, id, lang))).collect();
        against
    }

    /// Whether it stood in a place of this programme.
    fn was_in(&self, was: OccurrenceId, place: Option<Place>) -> bool {
        match (self.then[was].place, place) {
            (None, None) => true,
            (Some(Place::Room(then)), Some(Place::Room(now))) => self.rooms[then.0 as usize] == Some(now),
            (Some(Place::Venue(then)), Some(Place::Venue(now))) => self.venues[then.0 as usize] == Some(now),
            _ => false,
        }
    }

    fn shifted(&self, planned: &Programme, id: OccurrenceId, was: OccurrenceId) -> Shifted {
        let then = &self.then[was];
        let sentence = Both::said(|lang| {
            let words = PlannerWords::of(lang);
            let at = |programme: &Programme, id: OccurrenceId| {
                let zone = &planned.week.zone;
                let span = programme[id].when.map_or_else(String::new, |span| words::span(span, zone, lang));
                words.at.with(&[("span", &span), ("room", &words::place(programme, id, lang))])
            };
            let what = words::title(planned, id, lang);
            words.moved.with(&[("what", &what), ("from", &at(self.then, was)), ("to", &at(planned, id))])
        });
        let room = then.room().map(|room| self.then[room].key.clone());
        Shifted { occurrence: id, from: (then.when, room), sentence }
    }
}

fn houses(now: &Programme, then: &Programme) -> Vec<Option<VenueId>> {
    let known = |was: &festoon_domain::venue::Venue| {
        let by_key = now.venues.iter().position(|venue| venue.key == was.key);
        let found =
            by_key.or_else(|| now.venues.iter().position(|venue| is_called_alike(&venue.name, &was.name)));
        found.map(|at| VenueId(number(at)))
    };
    then.venues.iter().map(known).collect()
}

fn halls(now: &Programme, then: &Programme, venues: &[Option<VenueId>]) -> Vec<Option<RoomId>> {
    let known = |was: &festoon_domain::venue::Room| {
        let venue = venues[was.venue.0 as usize]?;
        let own = || now.rooms.iter().enumerate().filter(|(_, room)| room.venue == venue);
        let by_key = own().find(|(_, room)| room.key == was.key);
        let found = by_key.or_else(|| own().find(|(_, room)| is_called_alike(&room.name, &was.name)));
        found.map(|(at, _)| RoomId(number(at)))
    };
    then.rooms.iter().map(known).collect()
}

fn sessions(now: &Programme, then: &Programme) -> Vec<Option<OccurrenceId>> {
    let by_guid: HashMap<uuid::Uuid, OccurrenceId> =
        then.each_occurrence().map(|(id, occurrence)| (occurrence.guid, id)).collect();
    let mut of: Vec<Option<OccurrenceId>> =
        now.occurrences.iter().map(|occurrence| by_guid.get(&occurrence.guid).copied()).collect();
    let mut taken: HashSet<OccurrenceId> = of.iter().flatten().copied().collect();

    let mut by_title: HashMap<String, Vec<OccurrenceId>> = HashMap::new();
    for id in by_time(then).into_iter().filter(|id| !taken.contains(id)) {
        for title in wordings(&then.session_of(id).title) {
            by_title.entry(title).or_default().push(id);
        }
    }
    let left: Vec<OccurrenceId> = by_time(now).into_iter().filter(|id| of[id.0 as usize].is_none()).collect();
    for which in [Hour::Same, Hour::Any] {
        for &id in &left {
            if of[id.0 as usize].is_some() {
                continue;
            }
            let titles = wordings(&now.session_of(id).title);
            let fits = |was: &OccurrenceId| {
                let at_once = now[id].when.map(Span::start) == then[*was].when.map(Span::start);
                !taken.contains(was)
                    && (which == Hour::Any || at_once)
                    && hosts_may_be_one(now, id, then, *was)
            };
            let found = titles.iter().filter_map(|title| by_title.get(title)).flatten().copied().find(fits);
            taken.extend(found);
            of[id.0 as usize] = found;
        }
    }
    of
}

/// Which of several of one title is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hour {
    Same,
    Any,
}

fn by_time(programme: &Programme) -> Vec<OccurrenceId> {
    let scheduled = programme.each_occurrence().filter(|(_, occurrence)| occurrence.scheduled().is_some());
    let mut all: Vec<OccurrenceId> = scheduled.map(|(id, _)| id).collect();
    all.sort_by_key(|id| (programme[*id].when, *id));
    all
}

fn hosts_may_be_one(now: &Programme, id: OccurrenceId, then: &Programme, was: OccurrenceId) -> bool {
    let host = |programme: &Programme, id: OccurrenceId| {
        programme.host_of(programme[id].session).map(|host| programme[host].name.clone())
    };
    let both = host(now, id).zip(host(then, was));
    both.is_none_or(|(one, other)| is_called_alike(&one, &other))
}

fn is_called_alike(one: &Text, other: &Text) -> bool {
    let other = wordings(other);
    wordings(one).iter().any(|wording| other.contains(wording))
}

/// What a text is compared by: its wordings, folded.
fn wordings(text: &Text) -> Vec<String> {
    let wordings = Lang::BOTH.iter().map(|lang| fold(text.wording(*lang)));
    wordings.filter(|wording| !wording.is_empty()).collect()
}
