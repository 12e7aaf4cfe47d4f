//! Which record of the draft a brought record is: identities last, whatever a host renames or moves.
//!
//! A whole week names its records itself. In hosts' files what brings a guid along is known by it; else a name is all there is for houses,
//! halls, hosts and people, and a session is known by its title in the same file, else by taking place where and when an earlier one did.
//! What is called nothing that the draft knows, but stands where the draft has something named in the other language alone, is that.
//! What is nobody's is new and gets a key that nothing in the draft has. All references follow.
//! Linear in the records of both sides.

mod index;
mod named;
mod people;
mod sessions;
mod votes;

use std::collections::{HashMap, HashSet};

use festoon_domain::record::{Kind, Record, Sort, Value};

use super::attribution::{Files, bare};
use index::Index;
use votes::Votes;

/// Brought records under the keys of the draft.
#[derive(Debug)]
pub(super) struct Matched {
    /// The records, in the order brought, their keys and references those of the draft.
    pub(super) records: Vec<Record>,
    /// For each, whether the draft has it.
    pub(super) is_known: Vec<bool>,
}

/// What the matching of later kinds builds on.
#[derive(Debug)]
struct Matching<'a> {
    index: Index<'a>,
    votes: Votes<'a>,
    /// The key in the draft of a brought key.
    keys: HashMap<(Kind, Box<str>), Box<str>>,
    /// Records of the draft that something brought is.
    met: HashSet<(Kind, Box<str>)>,
    /// Keys that something new has got.
    given: HashSet<(Kind, Box<str>)>,
}

/// Finds out which is which. `files` says for each brought record which files say it.
pub(super) fn settle(draft: &[Record], mut brought: Vec<Record>, files: &[Files]) -> Matched {
    let index = Index::of(draft);
    let votes = Votes::count(&index, &brought);
    let mut matching =
        Matching { index, votes, keys: HashMap::new(), met: HashSet::new(), given: HashSet::new() };
    let mut matched = Matched { records: Vec::with_capacity(brought.len()), is_known: Vec::new() };

    // Kinds come in order, so what a session names is settled before it is asked where it stands.
    let first_session = brought.partition_point(|record| record.kind < Kind::Session);
    for mut record in brought.drain(..first_session) {
        matching.follow(&mut record);
        let known: Option<Box<str>> = match record.kind {
            Kind::Week => draft.iter().find(|known| known.kind == Kind::Week).map(|week| week.key.clone()),
            Kind::Road => {
                record.key = format!("{}/{}", record.words("from"), record.words("to")).into();
                matching.index.has(Kind::Road, &record.key).then(|| record.key.clone())
            }
            Kind::Person => people::known(&matching, &record),
            _ => named::known(&matching, &record),
        };
        matching.take(record, known, &mut matched);
    }

    for record in &mut brought {
        matching.follow_to(record, |kind| kind < Kind::Session);
    }
    let files = &files[first_session..];
    let sessions = sessions::known(&matching, &brought, files);
    let mut occurrences = sessions::Pairs::of(&matching, &brought, &sessions);
    for (place, mut record) in brought.into_iter().enumerate() {
        // Occurrences name sessions that have their keys only now. What else they name has the draft's already, which may be brought keys of others.
        matching.follow_to(&mut record, |kind| kind >= Kind::Session);
        let known = match record.kind {
            Kind::Session => sessions.get(&place).cloned(),
            Kind::Occurrence => occurrences.partner(place),
            _ => named::known(&matching, &record),
        };
        matching.take(record, known, &mut matched);
    }
    matched
}

/// The records of a whole week: its keys are identities already.
pub(super) fn take_as_named(draft: &[Record], mut brought: Vec<Record>, slug: &str) -> Matched {
    let index = Index::of(draft);
    for week in brought.iter_mut().filter(|record| record.kind == Kind::Week) {
        week.key = slug.into();
    }
    let is_known = brought.iter().map(|record| index.has(record.kind, &record.key)).collect();
    Matched { records: brought, is_known }
}

impl Matching<'_> {
    /// Notes what a brought record is.
    fn take(&mut self, mut record: Record, known: Option<Box<str>>, matched: &mut Matched) {
        let old = record.key.clone();
        matched.is_known.push(known.is_some());
        record.key = known.unwrap_or_else(|| self.give(&record));
        self.met.insert((record.kind, record.key.clone()));
        self.keys.insert((record.kind, old), record.key.clone());
        matched.records.push(record);
    }

    /// Makes a record name what it names by the draft's keys.
    fn follow(&self, record: &mut Record) {
        self.follow_to(record, |_| true);
    }

    /// The same for what it names of some kinds. A key that was followed is the draft's, and is not to be followed again.
    fn follow_to(&self, record: &mut Record, of: impl Fn(Kind) -> bool) {
        for (field, value) in record.kind.fields().iter().zip(&mut record.values) {
            match (field.sort, value) {
                (Sort::Key(kind), Value::Words(key)) if of(kind) => self.rename(kind, key),
                (Sort::Keys(kind), Value::List(keys)) if of(kind) => {
                    for key in keys {
                        self.rename(kind, key);
                    }
                }
                _ => {}
            }
        }
    }

    fn rename(&self, kind: Kind, key: &mut Box<str>) {
        let (name, rest) = key.split_at(bare(key).len());
        if let Some(known) = self.keys.get(&(kind, name.into())) {
            *key = format!("{known}{rest}").into();
        }
    }

    /// A key for something new: its own unless the draft or something else new has it.
    fn give(&mut self, record: &Record) -> Box<str> {
        // An occurrence's key is its guid; one that the draft has was paired with it.
        let mut key = record.key.clone();
        let mut more = 2_u32;
        while self.index.has(record.kind, &key) || self.given.contains(&(record.kind, key.clone())) {
            key = format!("{}-{more}", record.key).into();
            more += 1;
        }
        self.given.insert((record.kind, key.clone()));
        key
    }

    /// Whether a record of the draft is still nobody's.
    fn is_free(&self, kind: Kind, key: &str) -> bool {
        !self.met.contains(&(kind, Box::from(key)))
    }
}
