//! Which record of the draft a brought record is: identities last, whatever a host renames or moves.
//!
//! A whole week names its records itself. In hosts' files a name is all there is for houses, halls, hosts and people, and a session
//! without an identity of its own is known by its title in the same file, else by taking place where and when an earlier one did.
//! What is nobody's is new and gets a key that nothing in the draft has. All references follow.
//! Linear in the records of both sides.

mod index;
mod named;
mod people;
mod sessions;

use std::collections::{HashMap, HashSet};

use festoon_domain::record::{Kind, Record, Sort, Value};

use super::attribution::{Files, bare};
use index::Index;

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
    /// The key in the draft of a brought key.
    keys: HashMap<(Kind, Box<str>), Box<str>>,
    /// Records of the draft that something brought is.
    met: HashSet<(Kind, Box<str>)>,
    /// Keys that something new has got.
    given: HashSet<(Kind, Box<str>)>,
}

/// Finds out which is which. `files` says for each brought record which files say it.
pub(super) fn settle(draft: &[Record], brought: Vec<Record>, files: &[Files]) -> Matched {
    let mut matching = Matching {
        index: Index::of(draft),
        keys: HashMap::new(),
        met: HashSet::new(),
        given: HashSet::new(),
    };
    let sessions = sessions::known(&mut matching, &brought, files);
    let mut occurrences = sessions::Pairs::of(&matching, &brought, &sessions);

    let mut matched = Matched { records: Vec::with_capacity(brought.len()), is_known: Vec::new() };
    for (place, mut record) in brought.into_iter().enumerate() {
        matching.follow(&mut record);
        let known: Option<Box<str>> = match record.kind {
            Kind::Week => draft.iter().find(|known| known.kind == Kind::Week).map(|week| week.key.clone()),
            Kind::Session => sessions.get(&place).cloned(),
            Kind::Occurrence => occurrences.partner(place),
            Kind::Road => {
                record.key = format!("{}/{}", record.words("from"), record.words("to")).into();
                matching.index.has(Kind::Road, &record.key).then(|| record.key.clone())
            }
            Kind::Person => people::known(&matching, &record),
            _ => named::known(&matching, &record),
        };
        let old = record.key.clone();
        matched.is_known.push(known.is_some());
        record.key = known.unwrap_or_else(|| matching.give(&record));
        matching.met.insert((record.kind, record.key.clone()));
        matching.keys.insert((record.kind, old), record.key.clone());
        matched.records.push(record);
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
    /// Makes a record name what it names by the draft's keys.
    fn follow(&self, record: &mut Record) {
        for (field, value) in record.kind.fields().iter().zip(&mut record.values) {
            match (field.sort, value) {
                (Sort::Key(kind), Value::Words(key)) => self.rename(kind, key),
                (Sort::Keys(kind), Value::List(keys)) => {
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
