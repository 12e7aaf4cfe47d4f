//! Properties of records: taken apart and put together, compared, merged.

use std::collections::{BTreeSet, HashMap};

use festoon_domain::record::{Kind, Record, Value, What, Wrong, compare, merge, put_together, take_apart};
use festoon_testkit::any_week;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_week_taken_apart_comes_back_equal(seed: u64) {
        let week = any_week(seed);
        let records = take_apart(&week);
        let again = put_together(&records);
        prop_assert_eq!(again.as_ref(), Ok(&week));
        prop_assert_eq!(take_apart(&week), records);
    }

    #[test]
    fn records_may_come_in_any_order_of_kinds(seed: u64) {
        let week = any_week(seed);
        let mut records = take_apart(&week);
        records.sort_by_key(|record| std::cmp::Reverse(record.kind));
        prop_assert_eq!(put_together(&records), Ok(week));
    }

    #[test]
    fn what_is_not_there_yet_is_nothing(seed: u64) {
        let mut records = take_apart(&any_week(seed));
        let whole = put_together(&records);
        for record in &mut records {
            while record.values.last() == Some(&Value::Nothing) {
                record.values.pop();
            }
        }
        prop_assert_eq!(put_together(&records), whole);
    }

    /// Any value in any place is taken or refused with a sentence, in both languages.
    #[test]
    fn no_record_makes_it_panic(seed: u64, other in any::<u64>(), hits in prop::collection::vec(any::<(u16, u16, u8)>(), 1..4)) {
        let mut records = take_apart(&any_week(seed));
        let strange = take_apart(&any_week(other));
        let pool: Vec<Value> = strange.iter().flat_map(|record| record.values.iter().cloned()).collect();
        for (record, field, what) in hits {
            let place = usize::from(record) % records.len();
            let record = &mut records[place];
            match what {
                0..32 => record.key = "Not a key".into(),
                32..64 => record.values.truncate(usize::from(field) % record.values.len().max(1)),
                64..96 => record.values.push(Value::Flag(true)),
                96..128 => { records.remove(place); }
                128..160 => { let twice = records[place].clone(); records.push(twice); }
                _ => {
                    let fields = record.values.len().max(1);
                    if let Some(value) = record.values.get_mut(usize::from(field) % fields) {
                        *value = pool[usize::from(what) * 7 % pool.len()].clone();
                    }
                }
            }
            if records.is_empty() { break; }
        }
        if let Err(fault) = put_together(&records) {
            for lang in festoon_domain::text::Lang::BOTH {
                prop_assert!(!fault.sentence(lang).is_empty());
            }
        }
    }

    #[test]
    fn changes_turn_the_state_before_into_the_one_after(one: u64, other: u64) {
        let (before, after) = (take_apart(&any_week(one)), take_apart(&any_week(other)));
        let mut state: HashMap<(Kind, Box<str>), Vec<Value>> = as_set(&before);
        for change in compare(&before, &after) {
            let name = (change.kind, change.key);
            match change.what {
                What::Added(values) => prop_assert_eq!(state.insert(name, values), None),
                What::Removed(values) => prop_assert_eq!(state.remove(&name), Some(values)),
                What::Changed(fields) => {
                    prop_assert!(!fields.is_empty());
                    let values = state.get_mut(&name).expect("what changed was there");
                    for field in fields {
                        prop_assert_eq!(std::mem::replace(&mut values[field.field], field.to), field.from);
                    }
                }
            }
        }
        prop_assert_eq!(state, as_set(&after));
        prop_assert_eq!(compare(&after, &after), []);
    }

    #[test]
    fn a_merge_keeps_every_word_of_the_draft_or_says_so(base in values(), draft in values(), file in values()) {
        let merged = merge(Some(&base), &draft, &file);
        let conflicts: Vec<usize> = merged.conflicts.iter().map(|conflict| conflict.field).collect();
        for field in 0..draft.len() {
            let (base, draft, file) = (&base[field], &draft[field], &file[field]);
            let both = draft != base && file != base && draft != file;
            prop_assert_eq!(conflicts.contains(&field), both);
            prop_assert_eq!(&merged.values[field], if draft == base { file } else { draft });
        }
        prop_assert_eq!(merge(Some(&file), &merged.values, &file).values, merged.values);
        prop_assert_eq!(merge(Some(&base), &base, &file).values, file.clone());
        prop_assert_eq!(merge(Some(&base), &draft, &base).values, draft);
    }

    #[test]
    fn a_file_that_never_said_anything_fills_what_is_empty(draft in values(), file in values()) {
        let merged = merge(None, &draft, &file);
        for field in 0..draft.len() {
            let (draft, file) = (&draft[field], &file[field]);
            let differ = draft != file && *draft != Value::Nothing && *file != Value::Nothing;
            prop_assert_eq!(merged.conflicts.iter().any(|conflict| conflict.field == field), differ);
            prop_assert_eq!(&merged.values[field], if *draft == Value::Nothing { file } else { draft });
        }
    }
}

/// Few different values, so that they meet.
fn values() -> impl Strategy<Value = Vec<Value>> {
    let value = prop_oneof![
        Just(Value::Nothing),
        Just(Value::Number(1)),
        Just(Value::Words("a".into())),
        Just(Value::List(vec!["a".into(), "b".into()])),
    ];
    prop::collection::vec(value, 6)
}

fn as_set(records: &[Record]) -> HashMap<(Kind, Box<str>), Vec<Value>> {
    records.iter().map(|record| ((record.kind, record.key.clone()), record.values.clone())).collect()
}

#[test]
fn every_field_of_every_kind_is_said_in_some_week() {
    let mut silent: BTreeSet<(Kind, usize)> =
        Kind::ALL.iter().flat_map(|&kind| (0..kind.fields().len()).map(move |field| (kind, field))).collect();
    for seed in 0..200 {
        for record in take_apart(&any_week(seed)) {
            for (field, value) in record.values.iter().enumerate() {
                if *value != Value::Nothing {
                    silent.remove(&(record.kind, field));
                }
            }
        }
    }
    let named: Vec<_> = silent.iter().map(|(kind, field)| (kind, kind.fields()[*field].name)).collect();
    assert_eq!(named, []);
}

#[test]
fn a_record_that_does_not_fit_is_named_with_what_would_be_right() {
    let whole = take_apart(&any_week(1));
    let place = whole.iter().position(|record| record.kind == Kind::Session).expect("a session");
    let fault = |change: &dyn Fn(&mut Vec<Record>)| {
        let mut records = whole.clone();
        change(&mut records);
        put_together(&records).map(|_| ()).expect_err("a fault")
    };
    let field =
        |name: &str| Kind::Session.fields().iter().position(|field| field.name == name).expect("a field");

    let unknown = fault(&|records| records[place].values[field("activity")] = Value::Words("nowhere".into()));
    assert_eq!(
        (unknown.index, unknown.field, unknown.stood.as_str(), unknown.wrong),
        (place, Some("activity"), "nowhere", Wrong::Unknown(Kind::Activity))
    );
    let unfit = fault(&|records| records[place].values[field("use")] = Value::Words("alone".into()));
    assert_eq!((unfit.field, unfit.wrong), (Some("use"), Wrong::Unfit("exclusive / shared")));
    let twice = fault(&|records| records.push(records[place].clone()));
    assert_eq!((twice.index, twice.wrong), (whole.len(), Wrong::Twice));
    let key = fault(&|records| records[place].key = "Big Hall".into());
    assert_eq!((key.stood.as_str(), key.wrong), ("Big Hall", Wrong::NoKey));
    let none = fault(&|records| records.retain(|record| record.kind != Kind::Week));
    assert_eq!((none.kind, none.stood.as_str(), none.wrong), (Kind::Week, "0", Wrong::NotOne));
}
