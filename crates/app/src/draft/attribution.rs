//! Which file says which record.
//!
//! An occurrence knows the row it was read from. What it names, and what that names in turn, is said by the same file. What no
//! session names (a table of halls, a travel file) is said by all files that came together.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use festoon_domain::record::{Kind, Record, Sort, Value};

/// The names of files, in order.
pub(super) type Files = BTreeSet<Arc<str>>;

/// For each record, in the order given, the files that say it.
pub(super) fn attribute(records: &[Record]) -> Vec<Files> {
    let places: HashMap<(Kind, &str), usize> =
        records.iter().enumerate().map(|(place, record)| ((record.kind, &*record.key), place)).collect();
    let mut files: Vec<Files> = records
        .iter()
        .map(|record| record.source.iter().map(|citation| Arc::clone(&citation.file)).collect())
        .collect();

    // Kinds stand in such an order that whoever names comes after what is named, so one walk backwards reaches everything.
    let mut by_kind: BTreeMap<Kind, Vec<usize>> = BTreeMap::new();
    for (place, record) in records.iter().enumerate() {
        by_kind.entry(record.kind).or_default().push(place);
    }
    for place in by_kind.into_values().rev().flatten() {
        if files[place].is_empty() {
            continue;
        }
        let own = files[place].clone();
        for named in named_by(&records[place]) {
            if let Some(&named) = places.get(&named) {
                files[named].extend(own.iter().cloned());
            }
        }
    }

    let all: Files = files.iter().flatten().cloned().collect();
    for said_by in files.iter_mut().filter(|said_by| said_by.is_empty()) {
        said_by.clone_from(&all);
    }
    files
}

/// The records that a record names.
pub(crate) fn named_by(record: &Record) -> impl Iterator<Item = (Kind, &str)> {
    record.kind.fields().iter().zip(&record.values).flat_map(|(field, value)| {
        let (kind, keys): (Kind, &[Box<str>]) = match (field.sort, value) {
            (Sort::Key(kind), Value::Words(key)) => (kind, std::slice::from_ref(key)),
            (Sort::Keys(kind), Value::List(keys)) => (kind, keys),
            _ => (record.kind, &[]),
        };
        keys.iter().map(move |key| (kind, bare(key)))
    })
}

/// The key alone: a person's may carry who may know.
pub(crate) fn bare(key: &str) -> &str {
    key.split(':').next().unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use festoon_domain::record::take_apart;
    use festoon_domain::week::Records;
    use festoon_testkit::{TestWeek, people::ADA};

    #[test]
    fn what_a_session_names_is_said_by_its_file_and_what_none_names_by_all() {
        let mut programme = TestWeek::new()
            .venue("park")
            .room("hall")
            .session("keynote")
            .at("2021-06-21 10:00", "11:00")
            .speaker(ADA)
            .venue("campus")
            .room("aula")
            .build();
        programme.occurrences[0].citation.file = "host.xlsx".into();
        let records = take_apart(&Records::of(programme));

        let files = attribute(&records);

        let host: Files = [Arc::from("host.xlsx")].into();
        assert!(files.iter().all(|said_by| *said_by == host), "{files:?}");
    }
}
