//! Weeks of any content come back from the draft, from what sources said and, change by change, from the journal.

use std::collections::HashMap;

use festoon_domain::record::{
    Change, FieldChange, Kind, Record, Value, What, compare, put_together, take_apart,
};
use festoon_store::journal::{self, Deed, Line};
use festoon_store::{Store, draft, imported, weeks};
use festoon_testkit::any_week;

use crate::records::place;
use crate::{at, read, told, write};

const SEEDS: u64 = 30;

fn put(store: &Store, records: &[Record]) {
    let given = records.to_vec();
    write(store, move |tx| {
        weeks::create(tx, "2021", at(0))?;
        let there = draft::load(tx, "2021")?;
        let gone: Vec<(Kind, &str)> = there.iter().map(|record| (record.kind, &*record.key)).collect();
        draft::remove(tx, "2021", &gone)?;
        draft::put(tx, "2021", &given)?;
        let said = given.iter().map(|record| ((record.kind, record.key.clone()), record.values.clone()));
        imported::replace(tx, "2021", "any.xlsx", at(0), &said.collect())
    });
}

#[test]
fn any_week_comes_back_from_the_draft_and_from_what_was_said() {
    told(|store| {
        for seed in 0..SEEDS {
            let week = any_week(seed);
            let records = take_apart(&week);
            put(store, &records);

            let loaded = read(store, |read| draft::load(read, "2021"));
            assert!(loaded == records, "seed {seed}: the draft is not what was put");
            assert_eq!(put_together(&loaded).as_ref(), Ok(&week), "seed {seed}");
            let said = read(store, |read| imported::load(read, "2021", "any.xlsx"));
            let same = |record: &Record| said.get(&(record.kind, record.key.clone())) == Some(&record.values);
            assert!(said.len() == records.len() && records.iter().all(same), "seed {seed}: it was not said");
        }
    });
}

#[test]
fn what_turns_any_week_into_another_comes_back_from_the_journal() {
    told(|store| {
        write(store, |tx| weeks::create(tx, "2021", at(0)));
        for (seed, revision) in (0..SEEDS).zip(1..) {
            let (mut before, mut after) = (take_apart(&any_week(seed)), take_apart(&any_week(seed + 1)));
            if seed.is_multiple_of(2) {
                number(&mut before);
                number(&mut after);
            }
            let changes = compare(&before, &after);
            let deed =
                Deed { week: "2021".into(), revision, at: at(0), actor: "Lin".into(), why: "any".into() };
            let given = changes.clone();
            write(store, move |tx| journal::write(tx, &deed, &given));
            let lines = read(store, |read| journal::of_week(read, "2021", None, 10_000));
            let of_deed = lines.iter().filter(|line| line.deed.revision == revision).rev();
            let told = changes_of(of_deed);
            let odd = told.iter().zip(&changes).find(|(told, change)| told != change);
            assert_eq!(
                (odd, told.len()),
                (None, changes.len()),
                "seed {seed}: the journal does not say what changed"
            );
        }
    });
}

/// Gives records the numbers of their kinds as keys, so that those of two weeks are the same records, changed.
fn number(records: &mut [Record]) {
    let mut kinds = HashMap::new();
    for record in records {
        let number: &mut u32 = kinds.entry(record.kind).or_default();
        record.key = number.to_string().into();
        *number += 1;
    }
}

/// The changes that lines are of, in their order.
fn changes_of<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for line in lines {
        let (kind, key) = (line.kind, line.key.clone().into_boxed_str());
        let Some(name) = &line.field else {
            let values = line.record().expect("it reads").expect("it is about a record");
            let came = line.from == Value::Nothing;
            let what = if came { What::Added(values) } else { What::Removed(values) };
            changes.push(Change { kind, key, what });
            continue;
        };
        let field = FieldChange { field: place(kind, name), from: line.from.clone(), to: line.to.clone() };
        match changes.last_mut() {
            Some(Change { kind: of, key: last, what: What::Changed(fields) })
                if *of == kind && *last == key =>
            {
                fields.push(field);
            }
            _ => changes.push(Change { kind, key, what: What::Changed(vec![field]) }),
        }
    }
    changes
}
