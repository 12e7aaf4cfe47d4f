//! What is broken many times over by the same few, said once: sessions on top of each other in one hall, somebody who should be at several at once,
//! and a session that visitors marked together with others of the same time.
//!
//! The solver counts pairs, and ten sessions in one hall are forty-five of them; nobody reads those. Costs a walk over what is broken.

use std::collections::{BTreeMap, BTreeSet};

use festoon_domain::programme::{OccurrenceId, PersonId, Programme, RoomUse, Span};
use festoon_domain::text::Lang;
use festoon_domain::timetable::{Clash, words};
use festoon_domain::venue::RoomId;
use festoon_guide::words::planner::PlannerWords;
use festoon_solver::{Rule, Who};
use jiff::Timestamp;

use super::Stretch;
use super::sentences::{Telling, between};

/// How many sessions a sentence names.
const MOST_NAMED: usize = 12;

/// From how many pairs on a marked session has one sentence for all of them.
const MANY_PAIRS: usize = 3;

/// Breaches that are one sentence.
pub(super) struct Group {
    pub(super) stretches: Vec<Stretch>,
    what: What,
}

/// What binds them.
enum What {
    /// Nothing: it is one breach, or the same twice.
    Alone,
    Hall(RoomId, Heap),
    Person(PersonId, Span),
    Marks(u32),
}

/// Sessions of which each is on at once with another, in the order of time, and from when till when two or more are.
struct Heap {
    sessions: Vec<OccurrenceId>,
    during: Span,
}

/// Whose pairs are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Hall(RoomId),
    Person(PersonId),
}

/// A pair on at once, and when.
struct Meeting {
    stretch: Stretch,
    pair: [OccurrenceId; 2],
    during: Span,
}

pub(super) fn grouped(telling: &Telling<'_>, stretches: Vec<Stretch>) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut met: BTreeMap<Key, Vec<Meeting>> = BTreeMap::new();
    let mut marked = Vec::new();
    for stretch in stretches {
        if stretch.breach.rule == Rule::Bookmarks {
            marked.push(stretch);
            continue;
        }
        match telling.clash(&stretch, &telling.about(&stretch)) {
            Some(Clash::RoomTwice { room, first, second, together }) => {
                let pair = [first, second];
                met.entry(Key::Hall(room)).or_default().push(Meeting { stretch, pair, during: together });
            }
            Some(Clash::TwoPlaces { person, first, second, together }) => {
                let pair = [first, second];
                met.entry(Key::Person(person)).or_default().push(Meeting { stretch, pair, during: together });
            }
            _ => groups.push(Group { stretches: vec![stretch], what: What::Alone }),
        }
    }
    for (key, meetings) in met {
        groups.extend(connected(meetings).into_iter().map(|meetings| of_meetings(telling.is, key, meetings)));
    }
    groups.extend(by_session(marked));
    groups
}

fn of_meetings(programme: &Programme, key: Key, meetings: Vec<Meeting>) -> Group {
    let sessions: BTreeSet<OccurrenceId> = meetings.iter().flat_map(|meeting| meeting.pair).collect();
    let start = meetings.iter().map(|meeting| meeting.during.start()).min();
    let end = meetings.iter().map(|meeting| meeting.during.end()).max();
    let during = start.zip(end).and_then(|(start, end)| Span::new(start, end));
    let what = match (key, during) {
        (Key::Hall(room), _) => heap(programme, room, &sessions)
            .filter(|heap| heap.sessions.len() > 2)
            .map_or(What::Alone, |heap| What::Hall(room, heap)),
        (Key::Person(person), Some(during)) if sessions.len() > 2 => What::Person(person, during),
        (Key::Person(_), _) => What::Alone,
    };
    Group { stretches: meetings.into_iter().map(|meeting| meeting.stretch).collect(), what }
}

/// Everything in the hall that is on top of one of these, or of what is on top of them: the solver counts only who would have to give place.
fn heap(programme: &Programme, room: RoomId, of: &BTreeSet<OccurrenceId>) -> Option<Heap> {
    let takes =
        |id: OccurrenceId| of.contains(&id) || programme.session_of(id).room_use == RoomUse::Exclusive;
    let there = programme.each_occurrence().filter(|(id, own)| own.room() == Some(room) && takes(*id));
    let mut there: Vec<(Span, OccurrenceId)> =
        there.filter_map(|(id, own)| Some((own.scheduled()?, id))).collect();
    there.sort_unstable_by_key(|(span, id)| (span.start(), *id));

    let mut sessions: Vec<OccurrenceId> = Vec::new();
    let (mut till, mut from, mut over) = (Timestamp::MIN, None, Timestamp::MIN);
    for (span, id) in there {
        if span.start() >= till {
            if sessions.iter().any(|id| of.contains(id)) {
                break;
            }
            (sessions, from, over) = (Vec::new(), None, Timestamp::MIN);
        } else {
            from = from.or(Some(span.start()));
            over = over.max(till.min(span.end()));
        }
        sessions.push(id);
        till = till.max(span.end());
    }
    Some(Heap { sessions, during: Span::new(from?, over)? })
}

/// Those that share a session, or a session that shares one, and so on.
fn connected(meetings: Vec<Meeting>) -> Vec<Vec<Meeting>> {
    let mut group_of: BTreeMap<OccurrenceId, usize> = BTreeMap::new();
    let mut groups: Vec<(Vec<Meeting>, Vec<OccurrenceId>)> = Vec::new();
    for meeting in meetings {
        let [one, other] = meeting.pair.map(|id| group_of.get(&id).copied());
        let into = match (one, other) {
            (Some(one), Some(other)) if one != other => {
                // The smaller moves, so that no session moves often.
                let (from, into) =
                    if groups[one].1.len() < groups[other].1.len() { (one, other) } else { (other, one) };
                let (moved, sessions) = std::mem::take(&mut groups[from]);
                group_of.extend(sessions.iter().map(|id| (*id, into)));
                groups[into].0.extend(moved);
                groups[into].1.extend(sessions);
                into
            }
            (Some(known), _) | (None, Some(known)) => known,
            (None, None) => {
                groups.push((Vec::new(), Vec::new()));
                groups.len() - 1
            }
        };
        for id in meeting.pair {
            if group_of.insert(id, into).is_none() {
                groups[into].1.push(id);
            }
        }
        groups[into].0.push(meeting);
    }
    groups.into_iter().map(|(meetings, _)| meetings).filter(|meetings| !meetings.is_empty()).collect()
}

/// The session with the most pairs first, then that with the most of what is left; each pair is said once.
fn by_session(marked: Vec<Stretch>) -> Vec<Group> {
    let ends = |stretch: &Stretch| match stretch.breach.who {
        Who::Pair(one, other) => [one, other],
        _ => [u32::MAX; 2],
    };
    let mut pairs_of: BTreeMap<u32, usize> = BTreeMap::new();
    for session in marked.iter().flat_map(ends) {
        *pairs_of.entry(session).or_default() += 1;
    }
    // Of both ends, the one with more pairs speaks for it; of equals the earlier, so that the same week is always told alike.
    let speaks = |stretch: &Stretch| {
        let [one, other] = ends(stretch);
        if pairs_of[&other] > pairs_of[&one] { other } else { one }
    };
    let mut by: BTreeMap<u32, Vec<Stretch>> = BTreeMap::new();
    for stretch in marked {
        by.entry(speaks(&stretch)).or_default().push(stretch);
    }
    let mut groups = Vec::new();
    for (session, mut stretches) in by {
        if stretches.len() >= MANY_PAIRS {
            stretches.sort_by_key(|stretch| std::cmp::Reverse(stretch.breach.count));
            groups.push(Group { stretches, what: What::Marks(session) });
            continue;
        }
        groups.extend(stretches.into_iter().map(|one| Group { stretches: vec![one], what: What::Alone }));
    }
    groups
}

impl Group {
    /// Whom it is about.
    pub(super) fn about(&self, telling: &Telling<'_>) -> Vec<OccurrenceId> {
        let mut about: Vec<OccurrenceId> = match &self.what {
            What::Alone => return telling.about(&self.stretches[0]),
            What::Hall(_, heap) => return heap.sessions.clone(),
            _ => self.stretches.iter().flat_map(|stretch| telling.about(stretch)).collect(),
        };
        about.sort_by_key(|id| (telling.is[*id].when, *id));
        about.dedup();
        about
    }

    pub(super) fn sentence(&self, telling: &Telling<'_>, about: &[OccurrenceId], lang: Lang) -> String {
        let words = PlannerWords::of(lang);
        let zone = &telling.is.week.zone;
        let title = |id: &OccurrenceId| words::title(telling.is, *id, lang);
        let sessions = || named(about.iter().map(title).collect(), lang);
        let n = about.len().to_string();
        match &self.what {
            What::Alone => telling.sentence(&self.stretches[0], lang),
            What::Hall(room, heap) => words.hall_many.with(&[
                ("room", &words::room(telling.is, *room, lang)),
                ("span", &words::span(heap.during, zone, lang)),
                ("n", &n),
                ("what", &sessions()),
            ]),
            What::Person(person, during) => words.person_many.with(&[
                ("who", &words::person(telling.is, *person, lang)),
                ("span", &words::span(*during, zone, lang)),
                ("n", &n),
                ("what", &sessions()),
            ]),
            What::Marks(session) => {
                let others = self.stretches.iter().filter_map(|stretch| {
                    let Who::Pair(one, other) = stretch.breach.who else { return None };
                    let other = if one == *session { other } else { one };
                    let title = title(&telling.planning.occurrence(other));
                    let count = stretch.breach.count.to_string();
                    Some(words.marked_by.with(&[("what", &title), ("n", &count)]))
                });
                words.bookmarks_many.with(&[
                    ("one", &title(&telling.planning.occurrence(*session))),
                    ("what", &named(others.collect(), lang)),
                ])
            }
        }
    }
}

/// The first of them, and how many more there are.
pub(super) fn named(mut all: Vec<String>, lang: Lang) -> String {
    let more = all.len().saturating_sub(MOST_NAMED);
    all.truncate(MOST_NAMED);
    let first = all.join(between(lang));
    if more == 0 {
        return first;
    }
    PlannerWords::of(lang).and_more.with(&[("what", &first), ("n", &more.to_string())])
}
