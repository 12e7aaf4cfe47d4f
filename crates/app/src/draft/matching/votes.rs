//! What stands in the place of what: a programme that comes in Chinese and in English has the same guids in both, and its halls, tracks,
//! hosts and speakers two names each. Occurrences known by their guid, and their sessions, say which is which by what they name.

use std::collections::HashMap;

use festoon_domain::record::{Kind, Record, Sort, Value};

use super::index::Index;
use crate::draft::attribution::bare;

/// For something brought, what the draft names in its place; nothing once two disagree.
#[derive(Debug, Default)]
pub(super) struct Votes<'a>(HashMap<(Kind, Box<str>), Option<&'a str>>);

impl<'a> Votes<'a> {
    pub(super) fn count(index: &Index<'a>, brought: &[Record]) -> Self {
        let mut votes = Self::default();
        let mut sessions: HashMap<&str, &'a Record> = HashMap::new();
        for record in brought.iter().filter(|record| record.kind == Kind::Occurrence) {
            let Some(known) = index.get(Kind::Occurrence, &record.key) else { continue };
            votes.hear(record, known);
            if let Some(session) = index.get(Kind::Session, known.words("session")) {
                sessions.insert(record.words("session"), session);
            }
        }
        for record in brought.iter().filter(|record| record.kind == Kind::Session) {
            if let Some(known) = sessions.get(&*record.key) {
                votes.hear(record, known);
            }
        }
        votes
    }

    /// What the draft has in the place of a brought record, if all who name it agree.
    pub(super) fn for_one(&self, kind: Kind, key: &str) -> Option<&'a str> {
        self.0.get(&(kind, Box::from(key))).copied().flatten()
    }

    fn hear(&mut self, brought: &Record, known: &'a Record) {
        let values = brought.values.iter().zip(&known.values);
        for (field, (brought, known)) in brought.kind.fields().iter().zip(values) {
            match (field.sort, brought, known) {
                (Sort::Key(kind), Value::Words(brought), Value::Words(known)) => {
                    self.vote(kind, brought, known);
                }
                (Sort::Keys(kind), Value::List(brought), Value::List(known))
                    if brought.len() == known.len() =>
                {
                    for (brought, known) in brought.iter().zip(known) {
                        self.vote(kind, bare(brought), bare(known));
                    }
                }
                _ => {}
            }
        }
    }

    fn vote(&mut self, kind: Kind, brought: &str, known: &'a str) {
        let vote = self.0.entry((kind, brought.into())).or_insert(Some(known));
        if *vote != Some(known) {
            *vote = None;
        }
    }
}
