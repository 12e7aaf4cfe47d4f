//! The draft in the making: found by kind and key, changed in place, in the order in which its records stand.

use std::collections::HashMap;

use festoon_domain::programme::Citation;
use festoon_domain::record::{Kind, Record, Value};

use super::attribution::named_by;

/// The draft in the making.
#[derive(Debug)]
pub(super) struct After {
    records: Vec<Option<Record>>,
    places: HashMap<(Kind, Box<str>), usize>,
}

impl After {
    pub(super) fn of(draft: &[Record]) -> Self {
        let places = draft
            .iter()
            .enumerate()
            .map(|(place, record)| ((record.kind, record.key.clone()), place))
            .collect();
        Self { records: draft.iter().cloned().map(Some).collect(), places }
    }

    pub(super) fn add(&mut self, record: Record) {
        self.places.insert((record.kind, record.key.clone()), self.records.len());
        self.records.push(Some(record));
    }

    pub(super) fn find(&self, name: &(Kind, Box<str>)) -> Option<&Record> {
        self.places.get(name).and_then(|&place| self.records[place].as_ref())
    }

    pub(super) fn get(&self, name: &(Kind, Box<str>)) -> &Record {
        self.find(name).expect("only records that stand in the draft are asked for")
    }

    pub(super) fn set(&mut self, name: &(Kind, Box<str>), values: Vec<Value>, source: Option<Citation>) {
        let place = self.places.get(name).copied();
        if let Some(record) = place.and_then(|place| self.records[place].as_mut()) {
            record.values = values;
            record.source = source.or_else(|| record.source.take());
        }
    }

    /// It is there, and no occurrence that is cancelled already.
    pub(super) fn is_standing(&self, name: &(Kind, Box<str>)) -> bool {
        self.find(name).is_some_and(|record| record.words("state") != "cancelled")
    }

    pub(super) fn cancel(&mut self, name: &(Kind, Box<str>)) {
        let state = Kind::Occurrence.place_of("state").expect("an occurrence has a state");
        let place = self.places.get(name).copied();
        if let Some(record) = place.and_then(|place| self.records[place].as_mut()) {
            record.values[state] = Value::Words("cancelled".into());
        }
    }

    /// Takes records out that nothing names any more, those who name others first.
    pub(super) fn remove_unless_named<'a>(&mut self, names: impl Iterator<Item = &'a (Kind, Box<str>)>) {
        let mut mentions: HashMap<(Kind, Box<str>), usize> = HashMap::new();
        for (kind, key) in self.records.iter().flatten().flat_map(named_by) {
            *mentions.entry((kind, key.into())).or_default() += 1;
        }
        let mut names: Vec<&(Kind, Box<str>)> = names.collect();
        names.sort_by_key(|(kind, _)| std::cmp::Reverse(*kind));
        for name in names {
            if mentions.get(name).is_some_and(|count| *count > 0) {
                continue;
            }
            let Some(gone) = self.places.remove(name).and_then(|place| self.records[place].take()) else {
                continue;
            };
            for (kind, key) in named_by(&gone) {
                if let Some(count) = mentions.get_mut(&(kind, Box::from(key))) {
                    *count -= 1;
                }
            }
        }
    }

    /// By kind, and within a kind as they stood and came.
    pub(super) fn into_records(self) -> Vec<Record> {
        let mut records: Vec<Record> = self.records.into_iter().flatten().collect();
        records.sort_by_key(|record| record.kind);
        records
    }
}
