//! What each rule found, line by line, for whoever opens the solution file.
//!
//! Counted from the solution and the rules' definitions, without the solver, so a test can hold the two against each other. Headings and
//! names are the benchmark's own, which is English.

use std::collections::{BTreeMap, BTreeSet};

use festoon_exchange::cosplib::{Account, Conference, Place, Solution, Weighed};

use super::pairs::{self, Pair};

/// Of every rule that weighs something.
pub(super) fn of(conference: &Conference, solution: &Solution) -> Vec<Account> {
    let stands = Stands::of(conference, solution);
    let weighed = Weighed::ALL.into_iter().filter(|weighed| conference.weights.of(*weighed) > 0);
    weighed
        .map(|weighed| {
            let weight = conference.weights.of(weighed);
            let mut lines = stands.found(weighed);
            for (_, count) in &mut lines {
                *count *= weight;
            }
            Account { heading: heading(weighed), lines }
        })
        .collect()
}

const fn heading(weighed: Weighed) -> &'static str {
    match weighed {
        Weighed::TracksSessions => "Evaluate Tracks|Sessions",
        Weighed::TracksRooms => "Evaluate Tracks|Rooms",
        Weighed::SessionsRooms => "Evaluate Sessions|Rooms",
        Weighed::SimilarTracks => "Evaluate Similar Tracks",
        Weighed::RoomsPerTrack => "Evaluate Number of Rooms per Track",
        Weighed::ParallelTracks => "Evaluate Parallel Tracks",
        Weighed::ConsecutiveTracks => "Evaluate Consecutive Tracks",
        Weighed::Hours => "Evaluate Submissions|Timezones",
        Weighed::Order => "Evaluate Submissions Order",
        Weighed::SubmissionsSessions => "Evaluate Submissions|Sessions",
        Weighed::SubmissionsRooms => "Evaluate Submissions|Rooms",
        Weighed::Presenters => "Evaluate Presenters Conflicts [S]",
        Weighed::Attendees => "Evaluate Attendees Conflicts [S]",
        Weighed::Chairs => "Evaluate Chairs Conflicts",
        Weighed::PresentersAtOnce => "Evaluate Presenters Conflicts [TS]",
        Weighed::AttendeesAtOnce => "Evaluate Attendees Conflicts [TS]",
    }
}

/// What was found, and how often it counts.
type Line = (String, i64);

struct Stands<'a> {
    conference: &'a Conference,
    places: &'a [Option<Place>],
    /// By session and room: the track.
    cells: BTreeMap<(usize, usize), usize>,
}

impl<'a> Stands<'a> {
    fn of(conference: &'a Conference, solution: &'a Solution) -> Self {
        let placed = conference.submissions.iter().zip(&solution.0);
        let cells =
            placed.filter_map(|(of, place)| place.map(|place| ((place.session, place.room), of.track)));
        Self { conference, places: &solution.0, cells: cells.collect() }
    }

    fn found(&self, weighed: Weighed) -> Vec<Line> {
        let Conference { tracks, sessions, submissions, .. } = self.conference;
        match weighed {
            Weighed::TracksSessions => self.by_cell(|(session, _), track| tracks[track].sessions[session]),
            Weighed::TracksRooms => self.by_cell(|(_, room), track| tracks[track].rooms[room]),
            Weighed::SessionsRooms => self.by_cell(|(session, room), _| sessions[session].rooms[room]),
            Weighed::SimilarTracks => self.similar(),
            Weighed::RoomsPerTrack => {
                self.by_track(|cells| distinct(cells.iter().map(|(_, room)| *room)).len().saturating_sub(1))
            }
            Weighed::ParallelTracks => {
                self.by_track(|cells| cells.len() - distinct(cells.iter().map(|(session, _)| *session)).len())
            }
            Weighed::ConsecutiveTracks => self.by_track(|cells| usize::from(is_torn(cells))),
            Weighed::Hours => self.by_submission(|at, place| submissions[at].hours[place.session]),
            Weighed::Order => self.order(),
            Weighed::SubmissionsSessions => {
                self.by_submission(|at, place| submissions[at].sessions[place.session])
            }
            Weighed::SubmissionsRooms => self.by_submission(|at, place| submissions[at].rooms[place.room]),
            Weighed::Presenters => self.meetings(pairs::of_presenters(self.conference), Level::Session),
            Weighed::Attendees => self.meetings(pairs::of_attendees(self.conference), Level::Session),
            Weighed::Chairs => self.chairs(),
            Weighed::PresentersAtOnce => self.meetings(pairs::of_presenters(self.conference), Level::Slot),
            Weighed::AttendeesAtOnce => self.meetings(pairs::of_attendees(self.conference), Level::Slot),
        }
    }

    fn by_cell(&self, penalty: impl Fn((usize, usize), usize) -> i64) -> Vec<Line> {
        let cells = self.cells.iter().map(|(&cell, &track)| (cell, track, penalty(cell, track)));
        let due = cells.filter(|(.., penalty)| *penalty > 0);
        due.map(|((session, room), track, penalty)| {
            let Conference { sessions, rooms, tracks, .. } = self.conference;
            let words = format!("{} - {} - {}", tracks[track].name, sessions[session].name, rooms[room]);
            (words, penalty)
        })
        .collect()
    }

    /// Each slot of a submission costs.
    fn by_submission(&self, penalty: impl Fn(usize, Place) -> i64) -> Vec<Line> {
        let placed = self.places.iter().enumerate().filter_map(|(at, place)| Some((at, (*place)?)));
        placed
            .filter_map(|(at, place)| {
                let submission = &self.conference.submissions[at];
                let due = penalty(at, place) * i64::from(submission.slots);
                let session = &self.conference.sessions[place.session].name;
                let room = &self.conference.rooms[place.room];
                (due > 0).then(|| (format!("{} - {session} - {room}", submission.reference), due))
            })
            .collect()
    }

    fn by_track(&self, count: impl Fn(&[(usize, usize)]) -> usize) -> Vec<Line> {
        let mut cells_of: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for (&cell, &track) in &self.cells {
            cells_of.entry(track).or_default().push(cell);
        }
        let counted = cells_of.into_iter().map(|(track, cells)| (track, count(&cells)));
        counted
            .filter(|(_, count)| *count > 0)
            .map(|(track, count)| (self.conference.tracks[track].name.to_string(), length(count)))
            .collect()
    }

    /// Pairs of rooms of one session, by their tracks.
    fn beside(&self) -> impl Iterator<Item = (usize, Pair)> {
        self.cells.iter().flat_map(|(&(session, room), &track)| {
            let later = self.cells.range((session, room + 1)..(session + 1, 0));
            later.map(move |(_, &other)| (session, (track.min(other), track.max(other))))
        })
    }

    fn similar(&self) -> Vec<Line> {
        let penalties: BTreeMap<Pair, i64> =
            self.conference.similar.iter().map(|&(one, other, penalty)| ((one, other), penalty)).collect();
        let met = self.beside().filter_map(|(session, pair)| Some((session, pair, *penalties.get(&pair)?)));
        met.map(|(session, pair, penalty)| (self.tracks_in(session, pair), penalty)).collect()
    }

    fn chairs(&self) -> Vec<Line> {
        let shared: BTreeSet<Pair> = pairs::of_chairs(self.conference).into_iter().collect();
        let met = self.beside().filter(|(_, pair)| shared.contains(pair));
        met.map(|(session, pair)| (self.tracks_in(session, pair), 1)).collect()
    }

    fn tracks_in(&self, session: usize, (one, other): Pair) -> String {
        let Conference { tracks, sessions, .. } = self.conference;
        format!("{} - {} - {}", tracks[one].name, tracks[other].name, sessions[session].name)
    }

    /// The k-th submission of a track on a walk through sessions, rooms and slots should be the one that asks for k.
    fn order(&self) -> Vec<Line> {
        let mut walks: BTreeMap<usize, Vec<(Place, usize)>> = BTreeMap::new();
        for (at, place) in self.places.iter().enumerate() {
            let Some(place) = *place else { continue };
            walks.entry(self.conference.submissions[at].track).or_default().push((place, at));
        }
        let mut lines = Vec::new();
        for walk in walks.values_mut() {
            walk.sort_unstable();
            for (&(_, at), met) in walk.iter().zip(1..) {
                let submission = &self.conference.submissions[at];
                if submission.order != 0 && submission.order != met {
                    lines.push((submission.reference.to_string(), 1));
                }
            }
        }
        lines
    }

    fn meetings(&self, pairs: Vec<Pair>, level: Level) -> Vec<Line> {
        let met = pairs.into_iter().map(|pair| (pair, self.met(pair, level)));
        met.filter(|(_, count)| *count > 0)
            .map(|((one, other), count)| {
                let submissions = &self.conference.submissions;
                (format!("{} - {}", submissions[one].reference, submissions[other].reference), count)
            })
            .collect()
    }

    fn met(&self, (one, other): Pair, level: Level) -> i64 {
        let (Some(here), Some(there)) = (self.places[one], self.places[other]) else { return 0 };
        if here.session != there.session || here.room == there.room {
            return 0;
        }
        let submissions = &self.conference.submissions;
        let till = (here.slot + submissions[one].slots).min(there.slot + submissions[other].slots);
        match level {
            Level::Session => 1,
            Level::Slot => i64::from(till.saturating_sub(here.slot.max(there.slot))),
        }
    }
}

/// Where two submissions must not meet.
#[derive(Debug, Clone, Copy)]
enum Level {
    /// In one session, in different rooms.
    Session,
    /// In one slot.
    Slot,
}

fn is_torn(cells: &[(usize, usize)]) -> bool {
    let sessions = distinct(cells.iter().map(|(session, _)| *session));
    let ends = sessions.first().zip(sessions.last());
    ends.is_some_and(|(first, last)| last - first + 1 != sessions.len())
}

fn distinct(of: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    of.collect()
}

fn length(count: usize) -> i64 {
    i64::try_from(count).expect("cells are bounded")
}
