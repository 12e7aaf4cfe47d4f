//! A sentence for every rule of a conference. Names are the workbook's own.

use std::collections::{BTreeMap, BTreeSet};

use festoon_domain::text::Lang;
use festoon_exchange::cosplib::{Conference, Place, Solution, Weighed};
use festoon_guide::words::conference::ConferenceWords;
use festoon_solver::Who;

use crate::timetable::conference::pairs;

/// A conference as a solution has it.
pub(super) struct Telling<'a> {
    conference: &'a Conference,
    places: &'a [Option<Place>],
    /// Of each track: the sessions it is in, and the rooms it has in each.
    cells: Vec<BTreeMap<usize, BTreeSet<usize>>>,
}

impl<'a> Telling<'a> {
    pub(super) fn of(conference: &'a Conference, solution: &'a Solution) -> Self {
        let mut cells = vec![BTreeMap::new(); conference.tracks.len()];
        for (submission, place) in conference.submissions.iter().zip(&solution.0) {
            let Some(place) = place else { continue };
            let rooms: &mut BTreeSet<usize> = cells[submission.track].entry(place.session).or_default();
            rooms.insert(place.room);
        }
        Self { conference, places: &solution.0, cells }
    }

    /// The submissions and the tracks it is about.
    pub(super) fn about(&self, who: Who) -> (Vec<usize>, Vec<usize>) {
        let of = |places: &[u32]| places.iter().map(|place| *place as usize).collect();
        match who {
            Who::Entry(entry) => (of(&[entry]), Vec::new()),
            Who::Pair(one, other) | Who::PairOf { one, other, .. } => (of(&[one, other]), Vec::new()),
            Who::Track(track) => (Vec::new(), of(&[track])),
            Who::Tracks(one, other) => (Vec::new(), of(&[one, other])),
            Who::Block(block) => (Vec::new(), self.track_in(block).into_iter().collect()),
            _ => (Vec::new(), Vec::new()),
        }
    }

    pub(super) fn sentence(&self, weighed: Option<Weighed>, who: Who, count: i64, lang: Lang) -> String {
        let words = ConferenceWords::of(lang);
        match (weighed, who) {
            (None, Who::Entry(entry)) => words.unplaced.with(&[("what", self.reference(entry))]),
            (Some(weighed), Who::Entry(entry)) => self.alone(weighed, entry, lang),
            (Some(weighed), Who::Track(track)) => self.of_track(weighed, track as usize, lang),
            (Some(weighed), Who::Tracks(one, other)) => {
                self.of_tracks(weighed, (one as usize, other as usize), lang)
            }
            (Some(weighed), Who::Pair(one, other)) => self.of_pair(weighed, (one, other), count, lang),
            (_, Who::Block(block)) => {
                let (session, room) = self.cell_of(block);
                let track = self.track_in(block).map_or("", |track| &self.conference.tracks[track].name);
                words.session_room.with(&[
                    ("session", self.session(session)),
                    ("room", self.room(room)),
                    ("track", track),
                ])
            }
            // What only weeks count.
            _ => String::new(),
        }
    }

    fn alone(&self, weighed: Weighed, entry: u32, lang: Lang) -> String {
        let words = ConferenceWords::of(lang);
        let Some(place) = self.places[entry as usize] else { return String::new() };
        let said = match weighed {
            Weighed::Hours => words.hours,
            Weighed::SubmissionsRooms => words.in_room,
            _ => words.in_session,
        };
        let (session, room) = (self.session(place.session), self.room(place.room));
        said.with(&[("what", self.reference(entry)), ("session", session), ("room", room)])
    }

    fn of_track(&self, weighed: Weighed, track: usize, lang: Lang) -> String {
        let words = ConferenceWords::of(lang);
        let about = &self.conference.tracks[track];
        let cells = &self.cells[track];
        let list = |mut all: Vec<String>| {
            all.dedup();
            all.join(words.between)
        };
        let cell = |session: &usize, rooms: &mut dyn Iterator<Item = usize>| {
            let rooms: Vec<&str> = rooms.map(|room| self.room(room)).collect();
            words.cell.with(&[("session", self.session(*session)), ("rooms", &rooms.join(words.between))])
        };
        let chosen = |is_meant: &dyn Fn(usize, usize) -> bool| {
            let told = cells.iter().filter_map(|(session, rooms)| {
                let mut meant = rooms.iter().copied().filter(|room| is_meant(*session, *room)).peekable();
                meant.peek().is_some().then(|| cell(session, &mut meant))
            });
            list(told.collect())
        };
        let rooms: BTreeSet<usize> = cells.values().flatten().copied().collect();
        let name = ("track", &*about.name);
        match weighed {
            Weighed::TracksSessions => words
                .track_sessions
                .with(&[name, ("cells", &chosen(&|session, _| about.sessions[session] > 0))]),
            Weighed::TracksRooms => {
                words.track_rooms.with(&[name, ("cells", &chosen(&|_, room| about.rooms[room] > 0))])
            }
            Weighed::RoomsPerTrack => {
                let named = rooms.iter().map(|room| self.room(*room).to_owned()).collect();
                words.several_rooms.with(&[name, ("n", &rooms.len().to_string()), ("rooms", &list(named))])
            }
            Weighed::ParallelTracks => {
                let beside = chosen(&|session, _| cells[&session].len() > 1);
                words.beside_itself.with(&[name, ("cells", &beside)])
            }
            Weighed::Order => words.order.with(&[name, ("what", &self.misses(track, lang))]),
            _ => {
                let named = cells.keys().map(|session| self.session(*session).to_owned()).collect();
                words.torn.with(&[name, ("sessions", &list(named))])
            }
        }
    }

    /// Those who, on a walk by session, room and slot, are not the one they asked to be.
    fn misses(&self, track: usize, lang: Lang) -> String {
        let words = ConferenceWords::of(lang);
        let placed = self.conference.submissions.iter().zip(self.places);
        let mut walk: Vec<_> = placed
            .filter(|(submission, _)| submission.track == track)
            .filter_map(|(submission, place)| Some(((*place)?, submission)))
            .collect();
        walk.sort_by_key(|(place, _)| *place);
        let missed = walk.iter().zip(1_u32..).filter(|((_, of), met)| of.order != 0 && of.order != *met);
        let said = missed.map(|((_, of), met)| {
            let (asked, met) = (of.order.to_string(), met.to_string());
            words.order_one.with(&[("what", &of.reference), ("asked", &asked), ("met", &met)])
        });
        said.collect::<Vec<String>>().join(words.order_between)
    }

    fn of_tracks(&self, weighed: Weighed, (one, other): (usize, usize), lang: Lang) -> String {
        let words = ConferenceWords::of(lang);
        let (first, second) = (&self.conference.tracks[one], &self.conference.tracks[other]);
        let met = self.cells[one].keys().filter(|session| self.cells[other].contains_key(session));
        let met: Vec<&str> = met.map(|session| self.session(*session)).collect();
        let shared = first.chairs.iter().filter(|chair| second.chairs.contains(chair));
        let who: Vec<&str> = shared.map(|chair| &**chair).collect();
        let said = if weighed == Weighed::Chairs { words.chairs } else { words.similar };
        said.with(&[
            ("one", &first.name),
            ("other", &second.name),
            ("who", &who.join(words.between)),
            ("sessions", &met.join(words.between)),
        ])
    }

    fn of_pair(&self, weighed: Weighed, (one, other): (u32, u32), count: i64, lang: Lang) -> String {
        let words = ConferenceWords::of(lang);
        let (said, shared): (_, fn(_, _) -> _) = match weighed {
            Weighed::Presenters => (words.presenters, pairs::presenting_both),
            Weighed::PresentersAtOnce => (words.presenters_at_once, pairs::presenting_both),
            Weighed::Attendees => (words.attendees, pairs::attending_both),
            _ => (words.attendees_at_once, pairs::attending_both),
        };
        let who: Vec<&str> = shared(self.conference, (one as usize, other as usize));
        let places = (self.places[one as usize], self.places[other as usize]);
        let (Some(here), Some(there)) = places else { return String::new() };
        said.with(&[
            ("one", self.reference(one)),
            ("other", self.reference(other)),
            ("here", self.room(here.room)),
            ("there", self.room(there.room)),
            ("session", self.session(here.session)),
            ("n", &count.to_string()),
            ("who", &who.join(words.between)),
        ])
    }

    fn cell_of(&self, block: u32) -> (usize, usize) {
        let rooms = self.conference.rooms.len();
        (block as usize / rooms, block as usize % rooms)
    }

    fn track_in(&self, block: u32) -> Option<usize> {
        let (session, room) = self.cell_of(block);
        self.cells.iter().position(|cells| cells.get(&session).is_some_and(|rooms| rooms.contains(&room)))
    }

    fn reference(&self, entry: u32) -> &'a str {
        &self.conference.submissions[entry as usize].reference
    }

    fn session(&self, at: usize) -> &'a str {
        &self.conference.sessions[at].name
    }

    fn room(&self, at: usize) -> &'a str {
        &self.conference.rooms[at]
    }
}

/// All references, one after the other.
pub(super) fn references(conference: &Conference, submissions: &[usize], lang: Lang) -> String {
    let words = ConferenceWords::of(lang);
    let called = |at: &usize| words.called.with(&[("what", &conference.submissions[*at].reference)]);
    submissions.iter().map(called).collect::<Vec<String>>().join(words.between)
}
