//! Sessions and their occurrences: the identities that calendars and links hang on.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use festoon_domain::record::{Kind, Record, Value};

use super::Matching;
use super::index::{may_be_one, names};
use crate::draft::attribution::Files;

/// Which session of the draft each brought session is, by its place among what was brought.
pub(super) type Sessions = HashMap<usize, Box<str>>;

/// What says which session of the draft a brought one is, of those that are not taken.
type Sign<'a> = &'a dyn Fn(usize, &HashSet<Box<str>>) -> Option<Box<str>>;

/// Finds the sessions of the draft that are brought again, surest signs first. What they name is under the draft's keys already.
pub(super) fn known(matching: &Matching<'_>, brought: &[Record], files: &[Files]) -> Sessions {
    let mut sessions = Sessions::new();
    let mut taken: HashSet<Box<str>> = HashSet::new();
    let places: Vec<usize> =
        (0..brought.len()).filter(|&place| brought[place].kind == Kind::Session).collect();
    let occurrences = by_session(brought);
    let own = |place: usize| occurrences.get(&*brought[place].key).map_or(&[][..], Vec::as_slice);
    let earlier = Earlier::of(matching, brought, files);

    let signs: [Sign<'_>; 3] = [
        // An identity that calendars know.
        &|place, taken| {
            let known = own(place).iter().filter_map(|one| matching.index.get(Kind::Occurrence, &one.key));
            let mut sessions = known.map(|known| Box::from(known.words("session")));
            sessions.find(|session| !taken.contains(session))
        },
        // The same title in the same file.
        &|place, taken| earlier.titled(matching, &brought[place], own(place), &files[place], taken),
        // The same file has something else at the same time in the same place: it was renamed.
        &|place, taken| earlier.there(&files[place], own(place)).filter(|session| !taken.contains(session)),
    ];
    for sign in signs {
        for &place in &places {
            if sessions.contains_key(&place) {
                continue;
            }
            if let Some(known) = sign(place, &taken) {
                taken.insert(known.clone());
                sessions.insert(place, known);
            }
        }
    }
    sessions
}

fn by_session(records: &[Record]) -> HashMap<&str, Vec<&Record>> {
    let mut by_session: HashMap<&str, Vec<&Record>> = HashMap::new();
    for record in records.iter().filter(|record| record.kind == Kind::Occurrence) {
        by_session.entry(record.words("session")).or_default().push(record);
    }
    by_session
}

/// Sessions of the draft that the brought files said before.
#[derive(Debug)]
struct Earlier {
    by_title: HashMap<(Arc<str>, String), Vec<Box<str>>>,
    by_time: HashMap<(Arc<str>, String), Vec<Box<str>>>,
}

impl Earlier {
    fn of(matching: &Matching<'_>, brought: &[Record], files: &[Files]) -> Self {
        let mut earlier = Self { by_title: HashMap::new(), by_time: HashMap::new() };
        let said_by: HashSet<&Arc<str>> = files.iter().flatten().collect();
        // What the files bring under an identity the draft has is not looked for by title.
        let again: HashSet<&str> = brought
            .iter()
            .filter(|record| record.kind == Kind::Occurrence)
            .filter_map(|record| matching.index.get(Kind::Occurrence, &record.key))
            .map(|known| known.words("session"))
            .collect();
        for occurrence in matching.index.all(Kind::Occurrence) {
            let Some(file) = occurrence.source.as_ref().map(|source| &source.file) else { continue };
            let session = occurrence.words("session");
            if !said_by.contains(file) || again.contains(session) {
                continue;
            }
            let note = |list: &mut Vec<Box<str>>| {
                if !list.iter().any(|known| **known == *session) {
                    list.push(session.into());
                }
            };
            if let Some(known) = matching.index.get(Kind::Session, session) {
                for title in names(known) {
                    note(earlier.by_title.entry((Arc::clone(file), title)).or_default());
                }
            }
            // What was cancelled leaves its hour to others.
            let is_standing = occurrence.words("state") != "cancelled";
            if is_standing && *occurrence.value("start") != Value::Nothing {
                let key = (Arc::clone(file), when_and_where(occurrence));
                note(earlier.by_time.entry(key).or_default());
            }
        }
        earlier
    }

    /// A session of the same title in the same file that is nobody's yet; of several the one of the same host and activity, and
    /// of those the nearest in time.
    fn titled(
        &self,
        matching: &Matching<'_>,
        session: &Record,
        occurrences: &[&Record],
        files: &Files,
        taken: &HashSet<Box<str>>,
    ) -> Option<Box<str>> {
        let mut fitting: Vec<&Record> = Vec::new();
        for file in files {
            for title in names(session) {
                for key in self.by_title.get(&(Arc::clone(file), title)).into_iter().flatten() {
                    fitting.extend(matching.index.get(Kind::Session, key));
                }
            }
        }
        fitting.retain(|known| {
            may_be_one(known, session, "title_zh", "title_en") && !taken.contains(&known.key)
        });
        let start = first_start(occurrences.iter().copied());
        let differs = |known: &Record, field: &str| known.words(field) != session.words(field);
        fitting.sort_by_key(|known| {
            let then = first_start(matching.index.occurrences_of(&known.key).iter().copied());
            let apart = start.zip(then).map_or(i64::MAX, |(start, then)| (start - then).saturating_abs());
            (differs(known, "host"), differs(known, "activity"), apart)
        });
        fitting.first().map(|known| known.key.clone())
    }

    /// The only session that the same file had at the time and place of one of these.
    fn there(&self, files: &Files, occurrences: &[&Record]) -> Option<Box<str>> {
        let mut there: Vec<&Box<str>> = Vec::new();
        for occurrence in occurrences {
            for file in files {
                let key = (Arc::clone(file), when_and_where(occurrence));
                there.extend(self.by_time.get(&key).into_iter().flatten());
            }
        }
        there.dedup();
        let [only] = there[..] else { return None };
        Some(only.clone())
    }
}

/// Start, room and venue in one word, the places by the draft's keys.
fn when_and_where(occurrence: &Record) -> String {
    let start = match occurrence.value("start") {
        Value::Instant(start) => start.to_string(),
        _ => String::new(),
    };
    format!("{start} {} {}", occurrence.words("room"), occurrence.words("venue"))
}

/// The first start of some occurrences, in seconds.
fn first_start<'a>(occurrences: impl Iterator<Item = &'a Record>) -> Option<i64> {
    let starts = occurrences.filter_map(|occurrence| match occurrence.value("start") {
        Value::Instant(start) => Some(start.as_second()),
        _ => None,
    });
    starts.min()
}

/// Which occurrence of the draft each brought one is.
#[derive(Debug)]
pub(super) struct Pairs(HashMap<usize, Box<str>>);

impl Pairs {
    /// A brought guid that the draft has is that occurrence, whatever its session is now. The rest of a session that is known is paired
    /// with the rest of what the draft has of it: by start, then in order.
    pub(super) fn of(matching: &Matching<'_>, brought: &[Record], sessions: &Sessions) -> Self {
        let known_as: HashMap<&str, &str> =
            sessions.iter().map(|(&place, key)| (&*brought[place].key, &**key)).collect();
        let mut pairs = HashMap::new();
        let mut reserved: HashSet<&str> = HashSet::new();
        let mut of_session: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, record) in
            brought.iter().enumerate().filter(|(_, record)| record.kind == Kind::Occurrence)
        {
            match matching.index.get(Kind::Occurrence, &record.key) {
                Some(known) => {
                    reserved.insert(&known.key);
                    pairs.insert(place, known.key.clone());
                }
                None => of_session.entry(record.words("session")).or_default().push(place),
            }
        }
        for (session, mut places) in of_session {
            let Some(&known) = known_as.get(session) else { continue };
            let mut free: Vec<&Record> = matching.index.occurrences_of(known).to_vec();
            free.retain(|known| !reserved.contains(&*known.key));
            let tests: [fn(&Record, &Record) -> bool; 2] =
                [|a, b| a.value("start") == b.value("start"), |_, _| true];
            for is_one in tests {
                places.retain(|&place| {
                    let Some(found) = free.iter().position(|known| is_one(known, &brought[place])) else {
                        return true;
                    };
                    pairs.insert(place, free.remove(found).key.clone());
                    false
                });
            }
        }
        Self(pairs)
    }

    pub(super) fn partner(&mut self, place: usize) -> Option<Box<str>> {
        self.0.remove(&place)
    }
}
