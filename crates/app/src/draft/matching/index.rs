//! The draft by key and by name.

use std::collections::HashMap;

use festoon_domain::record::{Kind, Record};
use festoon_domain::text::fold;

/// Records of the draft, found in one step.
#[derive(Debug)]
pub(super) struct Index<'a> {
    draft: &'a [Record],
    by_key: HashMap<(Kind, &'a str), &'a Record>,
    by_name: HashMap<(Kind, String), Vec<&'a Record>>,
    by_guid: HashMap<(Kind, &'a str), &'a Record>,
    occurrences: HashMap<&'a str, Vec<&'a Record>>,
}

impl<'a> Index<'a> {
    pub(super) fn of(draft: &'a [Record]) -> Self {
        let mut index = Self {
            draft,
            by_key: HashMap::new(),
            by_name: HashMap::new(),
            by_guid: HashMap::new(),
            occurrences: HashMap::new(),
        };
        for record in draft {
            index.by_key.insert((record.kind, &record.key), record);
            let guid = record.words("guid");
            if !guid.is_empty() {
                index.by_guid.entry((record.kind, guid)).or_insert(record);
            }
            for name in names(record) {
                let known = index.by_name.entry((record.kind, name)).or_default();
                if !known.iter().any(|known| known.key == record.key) {
                    known.push(record);
                }
            }
            if record.kind == Kind::Occurrence {
                index.occurrences.entry(record.words("session")).or_default().push(record);
            }
        }
        index
    }

    pub(super) fn has(&self, kind: Kind, key: &str) -> bool {
        self.by_key.contains_key(&(kind, key))
    }

    pub(super) fn get(&self, kind: Kind, key: &str) -> Option<&'a Record> {
        self.by_key.get(&(kind, key)).copied()
    }

    pub(super) fn all(&self, kind: Kind) -> impl Iterator<Item = &'a Record> {
        self.draft.iter().filter(move |record| record.kind == kind)
    }

    /// The record that has the identity a brought one brings along.
    pub(super) fn by_guid(&self, record: &Record) -> Option<&'a Record> {
        self.by_guid.get(&(record.kind, record.words("guid"))).copied()
    }

    /// Records that share a name with one, in either language.
    pub(super) fn namesakes(&self, record: &Record) -> Vec<&'a Record> {
        let mut namesakes: Vec<&'a Record> = Vec::new();
        for name in names(record) {
            for &known in self.by_name.get(&(record.kind, name)).into_iter().flatten() {
                if !namesakes.iter().any(|other| other.key == known.key) {
                    namesakes.push(known);
                }
            }
        }
        namesakes
    }

    pub(super) fn occurrences_of(&self, session: &str) -> &[&'a Record] {
        self.occurrences.get(session).map_or(&[], Vec::as_slice)
    }
}

/// What a record is called, folded.
pub(super) fn names(record: &Record) -> impl Iterator<Item = String> {
    let what = match record.kind {
        Kind::Activity | Kind::Part | Kind::Session | Kind::Week => ["title_zh", "title_en"],
        _ => ["name_zh", "name_en"],
    };
    what.into_iter().map(|field| fold(record.words(field))).filter(|name| !name.is_empty())
}

/// Whether two records may have one name: they do not differ in a language in which both are named.
pub(super) fn may_be_one(one: &Record, other: &Record, field_zh: &str, field_en: &str) -> bool {
    let agree = |field: &str| {
        let (one, other) = (fold(one.words(field)), fold(other.words(field)));
        one.is_empty() || other.is_empty() || one == other
    };
    agree(field_zh) && agree(field_en)
}
