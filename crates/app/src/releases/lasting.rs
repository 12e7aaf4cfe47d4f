//! What was published once stays.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::num::NonZeroU32;

use festoon_domain::record::{Kind, Record, Sort, Value};
use uuid::Uuid;

use crate::draft::named_by;

/// The numbers by which apps know what was published.
pub(super) fn numbers(published: &[Record]) -> BTreeMap<Uuid, NonZeroU32> {
    let numbered = |record: &Record| {
        let Value::Number(number) = record.value("number") else { return None };
        let number = u32::try_from(*number).ok().and_then(NonZeroU32::new)?;
        Some((Uuid::try_parse(&record.key).ok()?, number))
    };
    published.iter().filter(|record| record.kind == Kind::Occurrence).filter_map(numbered).collect()
}

/// Adds what was published and is gone, as cancelled, with whatever it names; who was to appear is not said again.
pub(super) fn keep_cancelled(published: &[Record], records: &mut Vec<Record>) {
    let mut there: HashSet<(Kind, Box<str>)> =
        records.iter().map(|record| (record.kind, record.key.clone())).collect();
    let by_name: HashMap<(Kind, &str), &Record> =
        published.iter().map(|record| ((record.kind, &*record.key), record)).collect();

    let mut wanted: Vec<(Kind, Box<str>)> = published
        .iter()
        .filter(|record| record.kind == Kind::Occurrence)
        .map(|record| (record.kind, record.key.clone()))
        .filter(|name| !there.contains(name))
        .collect();
    while let Some(name) = wanted.pop() {
        if there.contains(&name) {
            continue;
        }
        let Some(&record) = by_name.get(&(name.0, &*name.1)) else { continue };
        let record = as_gone(record);
        wanted.extend(named_by(&record).map(|(kind, key)| (kind, Box::from(key))));
        there.insert(name);
        records.push(record);
    }
    records.sort_by_key(|record| record.kind);
}

fn as_gone(record: &Record) -> Record {
    let mut record = record.clone();
    for (field, value) in record.kind.fields().iter().zip(&mut record.values) {
        if field.sort == Sort::Keys(Kind::Person) {
            *value = Value::Nothing;
        }
        if record.kind == Kind::Occurrence && field.name == "state" {
            *value = Value::Words("cancelled".into());
        }
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use festoon_domain::programme::State;
    use festoon_domain::record::{put_together, take_apart};
    use festoon_domain::week::Records;
    use festoon_testkit::{TestWeek, people::ADA};

    fn records(week: TestWeek) -> Vec<Record> {
        take_apart(&Records::of(week.build()))
    }

    #[test]
    fn a_session_that_is_gone_stays_as_cancelled_without_its_people_but_with_its_house() {
        let published = records(
            TestWeek::new()
                .venue("park")
                .room("hall")
                .session("keynote")
                .at("2021-06-21 10:00", "11:00")
                .speaker(ADA)
                .venue("campus")
                .room("aula")
                .session("panel")
                .at("2021-06-21 14:00", "15:00"),
        );
        let mut now = records(
            TestWeek::new().venue("campus").room("aula").session("panel").at("2021-06-21 14:00", "15:00"),
        );
        // The rest of the panel's identity is the same only if its guid is.
        let panel = published
            .iter()
            .find(|record| record.words("session") == "panel")
            .expect("it is there")
            .key
            .clone();
        for record in now.iter_mut().filter(|record| record.kind == Kind::Occurrence) {
            record.key = panel.clone();
        }

        keep_cancelled(&published, &mut now);

        let week = put_together(&now).expect("it fits together").programme;
        let keynote =
            week.each_occurrence().find(|(id, _)| week.session_of(*id).key == "keynote").expect("kept").1;
        assert_eq!(keynote.state, State::Cancelled);
        assert!(week[keynote.session].appearances.is_empty());
        assert!(week.venues.iter().any(|venue| venue.key == "park"));
        assert_eq!(week.occurrences.len(), 2);
        assert!(week.people.is_empty());
    }
}
