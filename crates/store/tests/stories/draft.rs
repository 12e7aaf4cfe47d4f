//! A draft comes back as it was put, in its order, whatever stands in it.

use festoon_domain::record::{Kind, Record, Value};
use festoon_store::{Store, StoreError, Trouble, draft, weeks};

use crate::records::{full, saying, silent, words};
use crate::{at, read, told, write};

fn make_week(store: &Store) {
    assert!(write(store, |tx| weeks::create(tx, "2021", at(0))));
}

/// What a draft of week 2021 has after these were put, each call in a transaction of its own.
fn put(store: &Store, records: Vec<Record>) {
    write(store, move |tx| draft::put(tx, "2021", &records));
}

fn loaded(store: &Store) -> Vec<Record> {
    read(store, |read| draft::load(read, "2021"))
}

fn keys(records: &[Record]) -> Vec<&str> {
    records.iter().map(|record| &*record.key).collect()
}

#[test]
fn every_field_of_every_kind_comes_back_from_the_smallest_to_the_largest() {
    let mut records = Vec::new();
    for kind in Kind::ALL {
        records.extend((0..60).map(|turn| full(kind, &format!("key-{turn}"), turn)));
        records.push(silent(kind, "key-60"));
    }
    let given = records.clone();
    let seen = told(move |store| {
        make_week(store);
        put(store, given.clone());
        loaded(store)
    });
    assert_eq!(seen, records);
}

#[test]
fn a_record_put_again_stays_where_it_stands_and_a_new_one_comes_last() {
    let chain = |key: &str, glyph: &str| saying(Kind::Chain, key, &[("glyph", words(glyph))]);
    let seen = told(move |store| {
        make_week(store);
        put(store, vec![chain("c", "一"), chain("a", "二"), chain("b", "三")]);
        put(store, vec![chain("z", "四"), chain("a", "五"), chain("A", "六")]);
        let removed = write(store, |tx| draft::remove(tx, "2021", &[(Kind::Chain, "c"), (Kind::Chain, "b")]));
        put(store, vec![chain("c", "七")]);
        (removed, loaded(store))
    });
    assert_eq!(seen, (2, vec![chain("a", "五"), chain("z", "四"), chain("A", "六"), chain("c", "七")]));
}

#[test]
fn of_two_with_one_key_put_at_once_the_later_counts() {
    let minutes = |key: &str, minutes| saying(Kind::Road, key, &[("minutes", Value::Number(minutes))]);
    let seen = told(move |store| {
        make_week(store);
        put(store, vec![minutes("a/b", 1), minutes("b/a", 2), minutes("a/b", 3)]);
        loaded(store)
    });
    assert_eq!(seen, [minutes("a/b", 3), minutes("b/a", 2)]);
}

#[test]
fn records_are_taken_out_by_kind_and_key_however_many() {
    let seen = told(|store| {
        make_week(store);
        let halls = (0..1_000)
            .flat_map(|n| [silent(Kind::Venue, &n.to_string()), silent(Kind::Room, &n.to_string())]);
        put(store, halls.collect());
        let removed = write(store, |tx| {
            let gone: Vec<String> = (0..2_000).filter(|n| n % 1_000 != 7).map(|n| n.to_string()).collect();
            let mut which: Vec<(Kind, &str)> = gone.iter().map(|key| (Kind::Room, &**key)).collect();
            which.extend([(Kind::Venue, "3"), (Kind::Venue, "3"), (Kind::Venue, "no such")]);
            Ok((
                draft::remove(tx, "2021", &which)?,
                draft::remove(tx, "2021", &[])?,
                draft::remove(tx, "2022", &which)?,
            ))
        });
        let left = loaded(store);
        let rooms = left.iter().filter(|record| record.kind == Kind::Room).cloned().collect::<Vec<_>>();
        (removed, left.len(), rooms)
    });
    assert_eq!(seen, ((1_000, 0, 0), 1_000, vec![silent(Kind::Room, "7")]));
}

#[test]
fn weeks_have_drafts_of_their_own_and_keys_that_differ_by_a_bit_are_different() {
    let seen = told(|store| {
        write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            weeks::create(tx, "2022", at(0))?;
            let odd = ["a", "A", "a ", " a", "á", "a\u{301}", "", "ａ"].map(|key| silent(Kind::Host, key));
            draft::put(tx, "2021", &odd)?;
            draft::put(tx, "2022", &[silent(Kind::Host, "a")])?;
            draft::remove(tx, "2021", &[(Kind::Host, "A")])
        });
        let of = |week: &'static str| read(store, move |read| draft::load(read, week));
        (keys(&of("2021")).join("|"), keys(&of("2022")).join("|"), of("2023"))
    });
    assert_eq!(seen, ("a|a | a|á|a\u{301}||ａ".into(), "a".into(), Vec::new()));
}

#[test]
fn what_no_database_keeps_alike_is_refused_and_nothing_is_put() {
    let of = |kind, field, value| vec![silent(Kind::Host, "first"), saying(kind, "odd", &[(field, value)])];
    let mut long = silent(Kind::Road, "long");
    long.values.push(Value::Nothing);
    let refused = [
        of(Kind::Host, "name_en", words("a\0b")),
        vec![silent(Kind::Host, "a\0b")],
        of(Kind::Venue, "longitude", Value::Decimal(f64::NAN)),
        of(Kind::Venue, "longitude", Value::Decimal(f64::INFINITY)),
        of(Kind::Venue, "longitude", words("113.9")),
        of(Kind::Venue, "capacity", Value::Flag(true)),
        of(Kind::Room, "equipment", words("beamer")),
        vec![silent(Kind::Host, "first"), long],
    ];
    let seen = told(move |store| {
        make_week(store);
        let troubles = refused.clone().map(|records| {
            let refused: Result<(), StoreError> = store.write(move |tx| draft::put(tx, "2021", &records));
            refused.map_err(|error| error.trouble)
        });
        let no_week: Result<(), StoreError> =
            store.write(|tx| draft::put(tx, "2022", &[silent(Kind::Host, "a")]));
        (troubles, no_week.map_err(|error| error.trouble), loaded(store))
    });
    assert_eq!(seen, (std::array::repeat(Err(Trouble::Ours)), Err(Trouble::Ours), Vec::new()));
}

#[test]
fn minus_nought_is_nought() {
    let seen = told(|store| {
        make_week(store);
        put(store, vec![saying(Kind::Venue, "a", &[("longitude", Value::Decimal(-0.0))])]);
        format!("{:?}", loaded(store)[0].values[crate::records::place(Kind::Venue, "longitude")])
    });
    assert_eq!(seen, "Decimal(0.0)");
}

#[test]
fn a_record_that_is_older_than_a_field_says_nothing_in_it() {
    let road = saying(Kind::Road, "a/b", &[("from", words("a")), ("to", words("b"))]);
    let mut older = road.clone();
    older.values.pop();
    let seen = told(move |store| {
        make_week(store);
        put(store, vec![older.clone()]);
        loaded(store)
    });
    assert_eq!(seen, [road]);
}
