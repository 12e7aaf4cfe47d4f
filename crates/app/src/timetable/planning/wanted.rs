//! What `planner.toml` and the bookmarks say, by the programme's own numbers; and everything in them that names nothing or contradicts itself.

use std::collections::{BTreeMap, HashMap, HashSet};

use festoon_domain::programme::{OccurrenceId, PersonId, Programme, RoomUse, Spot};
use festoon_domain::venue::RoomId;
use festoon_exchange::planner::{About, Before, Disliked, Planner, Stretch};
use festoon_exchange::{Refusal, Word};
use jiff::Timestamp;
use jiff::civil::DateTime;

use super::circle::circle;
use super::names::Names;
use super::{Asked, names};

/// What is pinned later has no day around it that could be counted in.
const LAST_YEAR: i16 = 9998;

/// A pin that names an hour or a hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlacedPin {
    /// Where the file says so.
    pub(super) at: Spot,
    pub(super) occurrence: OccurrenceId,
    pub(super) start: Option<Timestamp>,
    pub(super) room: Option<RoomId>,
}

/// A stretch in which a hall is closed, in seconds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closed {
    pub(super) room: RoomId,
    pub(super) from: i64,
    pub(super) till: i64,
}

/// What somebody would rather not have for these.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) of: Vec<OccurrenceId>,
    pub(super) not: Not,
    pub(super) count: u32,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Not {
    During(i64, i64),
    Room(RoomId),
}

#[derive(Debug)]
pub(super) struct Stock {
    pub(super) name: String,
    pub(super) of: u32,
    pub(super) takes: BTreeMap<OccurrenceId, u32>,
}

#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// What stays as it is.
    pub(super) pinned: HashSet<OccurrenceId>,
    pub(super) placed: Vec<PlacedPin>,
    pub(super) closed: Vec<Closed>,
    /// Who is away, and when, in seconds.
    pub(super) away: Vec<(PersonId, i64, i64)>,
    pub(super) before: Vec<(OccurrenceId, OccurrenceId)>,
    pub(super) needs: Vec<(OccurrenceId, Vec<String>)>,
    pub(super) stocks: Vec<Stock>,
    pub(super) wishes: Vec<Wish>,
    pub(super) bookmarks: Vec<(OccurrenceId, OccurrenceId, u32)>,
}

pub(super) fn resolve(programme: &Programme, asked: &Asked<'_>) -> Result<Wanted, Vec<Refusal>> {
    let names = Names::of(programme, asked.planner);
    let mut resolving = Resolving { programme, planner: asked.planner, names, refusals: Vec::new() };
    let mut wanted = Wanted::default();
    resolving.pins(&mut wanted);
    resolving.away(&mut wanted);
    resolving.order(&mut wanted);
    resolving.needs(&mut wanted);
    resolving.wishes(&mut wanted);
    resolving.bookmarks(asked, &mut wanted);
    if resolving.refusals.is_empty() {
        return Ok(wanted);
    }
    // As somebody reads the file, not as it is looked at; what is wrong with bookmarks comes after it.
    resolving.refusals.sort_by_key(|refusal| match &refusal.spot {
        Spot::Character(line, character) => (0, *line, *character),
        _ => (1, 0, 0),
    });
    Err(resolving.refusals)
}

/// Each person's stretches once: what is said twice, or runs into what is said beside it, is one absence, told and counted as one.
fn joined(mut away: Vec<(PersonId, i64, i64)>) -> Vec<(PersonId, i64, i64)> {
    away.sort_unstable();
    away.dedup_by(|(who, from, till), (before, _, end)| {
        let runs_on = who == before && *from <= *end;
        if runs_on {
            *end = (*end).max(*till);
        }
        runs_on
    });
    away
}

struct Resolving<'a> {
    programme: &'a Programme,
    planner: &'a Planner,
    names: Names<'a>,
    refusals: Vec<Refusal>,
}

impl Resolving<'_> {
    /// Nothing, and a refusal more, where there is none.
    fn known<T>(&mut self, found: Result<T, Refusal>) -> Option<T> {
        found.map_err(|refusal| self.refusals.push(refusal)).ok()
    }

    fn sessions(&mut self, word: &Word) -> Vec<OccurrenceId> {
        let found = self.names.sessions(word);
        self.known(found).unwrap_or_default()
    }

    fn seconds(&self, at: DateTime) -> Timestamp {
        let zoned = self.programme.week.zone.to_ambiguous_zoned(at).compatible();
        zoned.map_or(Timestamp::MIN, |zoned| zoned.timestamp())
    }

    fn stretch(&self, stretch: Stretch) -> (i64, i64) {
        (self.seconds(stretch.from).as_second(), self.seconds(stretch.till).as_second())
    }

    fn pins(&mut self, wanted: &mut Wanted) {
        let mut said: HashMap<OccurrenceId, (Option<Timestamp>, Option<RoomId>)> = HashMap::new();
        let mut stay: BTreeMap<OccurrenceId, Spot> = BTreeMap::new();
        for pin in &self.planner.pins {
            let of = self.sessions(&pin.session);
            let room = match &pin.room {
                None => None,
                Some(room) => {
                    let found = self.names.room(room);
                    let Some(room) = self.known(found) else { continue };
                    Some(room)
                }
            };
            if let Some(start) = pin.start.as_ref().filter(|start| start.value.year() > LAST_YEAR) {
                self.refusals.push(names::beyond_time(self.planner, start));
                continue;
            }
            let start = pin.start.as_ref().map(|start| self.seconds(start.value));
            let is_placed = start.is_some() || room.is_some();
            if is_placed && of.len() > 1 {
                self.refusals.push(names::several(self.planner, &pin.session, of.len()));
                continue;
            }
            for occurrence in of {
                if said.insert(occurrence, (start, room)).is_some_and(|before| before != (start, room)) {
                    let at = &pin.session.at;
                    self.refusals.push(names::pinned_twice(self.programme, self.planner, occurrence, at));
                } else if is_placed {
                    wanted.placed.push(PlacedPin { at: pin.session.at.clone(), occurrence, start, room });
                } else {
                    stay.entry(occurrence).or_insert_with(|| pin.session.at.clone());
                    wanted.pinned.insert(occurrence);
                }
            }
        }
        self.refuse_pins_in_one_hall(&stay);
    }

    /// What stays cannot stay where something else stays.
    fn refuse_pins_in_one_hall(&mut self, pinned: &BTreeMap<OccurrenceId, Spot>) {
        let programme = self.programme;
        let mut in_hall: BTreeMap<RoomId, Vec<OccurrenceId>> = BTreeMap::new();
        let alone = pinned.keys().filter(|id| programme.session_of(**id).room_use == RoomUse::Exclusive);
        for &id in alone {
            if let Some(room) = programme[id].room() {
                in_hall.entry(room).or_default().push(id);
            }
        }
        for beside in in_hall.values() {
            for (at, one) in beside.iter().enumerate() {
                let meets = |other: &&OccurrenceId| {
                    let spans = programme[*one].scheduled().zip(programme[**other].scheduled());
                    spans.is_some_and(|(one, other)| one.overlaps(other))
                };
                if let Some(other) = beside[at + 1..].iter().find(meets) {
                    let at = (&pinned[one]).max(&pinned[other]);
                    self.refusals.push(names::pins_overlap(programme, self.planner, *one, *other, at));
                }
            }
        }
    }

    fn away(&mut self, wanted: &mut Wanted) {
        for away in &self.planner.away {
            let (from, till) = self.stretch(away.during);
            match &away.who {
                About::Person(person) => {
                    let found = self.names.person(person);
                    wanted.away.extend(self.known(found).map(|person| (person, from, till)));
                }
                About::Room(room) => {
                    let found = self.names.room(room);
                    wanted.closed.extend(self.known(found).map(|room| Closed { room, from, till }));
                }
                About::Venue(venue) => {
                    let found = self.names.venue(venue);
                    let Some(venue) = self.known(found) else { continue };
                    let halls = (0..).map(RoomId).zip(&self.programme.rooms);
                    let halls = halls.filter(|(_, room)| room.venue == venue);
                    wanted.closed.extend(halls.map(|(room, _)| Closed { room, from, till }));
                }
                About::Session(_) | About::Host(_) => {}
            }
        }
        wanted.away = joined(std::mem::take(&mut wanted.away));
    }

    fn order(&mut self, wanted: &mut Wanted) {
        for before in &self.planner.before {
            let (first, then) = (self.sessions(&before.first), self.sessions(&before.then));
            wanted.before.extend(first.iter().flat_map(|one| then.iter().map(move |other| (*one, *other))));
        }
        if let Some(circle) = circle(&wanted.before) {
            // The last line of those that make it: without it there would be none.
            let closes = |before: &&Before| {
                let of = |word: &Word| self.names.sessions.get(&word.value);
                let is_in = |word| of(word).is_some_and(|ids| ids.iter().any(|id| circle.contains(id)));
                is_in(&before.first) && is_in(&before.then)
            };
            let at = self
                .planner
                .before
                .iter()
                .rev()
                .find(closes)
                .map_or(Spot::Whole, |last| last.then.at.clone());
            self.refusals.push(names::circle(self.programme, self.planner, &circle, &at));
        }
    }

    fn needs(&mut self, wanted: &mut Wanted) {
        for need in &self.planner.needs {
            let of = self.sessions(&need.session);
            wanted.needs.extend(of.into_iter().map(|id| (id, need.equipment.clone())));
        }
        for stock in &self.planner.stocks {
            let mut takes = BTreeMap::new();
            for (session, amount) in &stock.sessions {
                takes.extend(self.sessions(session).into_iter().map(|id| (id, *amount)));
            }
            for (id, _) in self.programme.each_occurrence() {
                let asked = self.programme.session_of(id).interpretation.as_ref();
                let asked = asked.filter(|asked| Some(&asked.languages) == stock.interpretation.as_ref());
                if let Some(asked) = asked {
                    takes.entry(id).or_insert(asked.needed);
                }
            }
            wanted.stocks.push(Stock { name: stock.name.clone(), of: stock.of, takes });
        }
    }

    fn wishes(&mut self, wanted: &mut Wanted) {
        let programme = self.programme;
        for wish in &self.planner.wishes {
            let of: Vec<OccurrenceId> = match &wish.of {
                About::Session(session) => self.sessions(session),
                About::Host(host) => {
                    let found = self.names.host(host);
                    let Some(host) = self.known(found) else { continue };
                    let theirs = |id: &OccurrenceId| programme.host_of(programme[*id].session) == Some(host);
                    programme.each_occurrence().map(|(id, _)| id).filter(theirs).collect()
                }
                About::Person(person) => {
                    let found = self.names.person(person);
                    let Some(person) = self.known(found) else { continue };
                    let is_there = |id: &OccurrenceId| {
                        programme.session_of(*id).appearances.iter().any(|there| there.person == person)
                    };
                    programme.each_occurrence().map(|(id, _)| id).filter(is_there).collect()
                }
                About::Room(_) | About::Venue(_) => continue,
            };
            let not = match &wish.not {
                Disliked::During(stretch) => {
                    let (from, till) = self.stretch(*stretch);
                    Not::During(from, till)
                }
                Disliked::Room(room) => {
                    let found = self.names.room(room);
                    let Some(room) = self.known(found) else { continue };
                    Not::Room(room)
                }
            };
            wanted.wishes.push(Wish { of, not, count: wish.count });
        }
    }

    /// Who marked a session that is on several times can see it another time, so its bookmarks hold nothing apart.
    fn bookmarks(&mut self, asked: &Asked<'_>, wanted: &mut Wanted) {
        for mark in asked.bookmarks {
            let word = |name: &String| Word { value: name.clone(), at: Spot::Row("".into(), mark.row) };
            let (one, other) =
                (self.names.sessions(&word(&mark.one)), self.names.sessions(&word(&mark.other)));
            let (one, other) = match (one, other) {
                (Ok(one), Ok(other)) => (one, other),
                (Err(refusal), _) | (_, Err(refusal)) => {
                    // One is enough: a list of another week would name every session.
                    self.refusals.push(Refusal { file: "bookmarks".into(), ..refusal });
                    return;
                }
            };
            if let ([one], [other]) = (&one[..], &other[..])
                && one != other
            {
                wanted.bookmarks.push((*one, *other, mark.visitors));
            }
        }
    }
}
