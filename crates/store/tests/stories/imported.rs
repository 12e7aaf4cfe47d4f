//! What a source said is kept until it says something else.

use festoon_domain::record::Kind;
use festoon_store::{Read, StoreError, imported, weeks};
use jiff::Timestamp;

use crate::records::{full, silent};
use crate::{at, read, told, write};

/// What a source said that named these records.
fn said(records: &[(Kind, &str, usize)]) -> imported::Said {
    let said =
        records.iter().map(|(kind, key, turn)| ((*kind, Box::from(*key)), full(*kind, key, *turn).values));
    said.collect()
}

type Seen = (imported::Said, imported::Said, imported::Said, Vec<(String, Timestamp)>);

#[test]
fn a_source_is_remembered_by_what_it_said_last() {
    let mut every_kind: Vec<(Kind, &str, usize)> = Kind::ALL.into_iter().map(|kind| (kind, "a", 3)).collect();
    every_kind.push((Kind::Host, "b", 4));
    let first = said(&every_kind);
    let mut second = said(&[(Kind::Host, "b", 5), (Kind::Host, "B", 6)]);
    second.insert((Kind::Host, "silent".into()), silent(Kind::Host, "silent").values);
    let third = said(&[(Kind::Person, "lin", 2)]);

    let (one, two, three) = (first.clone(), second.clone(), third.clone());
    let seen: (imported::Said, Seen) = told(move |store| {
        let (one, two, three) = (one.clone(), two.clone(), three.clone());
        write(store, move |tx| {
            weeks::create(tx, "2021", at(0))?;
            weeks::create(tx, "2022", at(0))?;
            imported::replace(tx, "2021", "b.xlsx", at(1), &one)?;
            imported::replace(tx, "2021", "B.xlsx", at(2), &three)?;
            imported::replace(tx, "2021", "主办方.xlsx", at(3), &imported::Said::new())?;
            imported::replace(tx, "2022", "b.xlsx", at(4), &three)
        });
        let before = read(store, |read| imported::load(read, "2021", "b.xlsx"));
        // An older time replaces a newer one: what counts is what came last.
        write(store, move |tx| imported::replace(tx, "2021", "b.xlsx", at(-1), &two));
        let after = read(store, |read| {
            let of = |read: &mut _, source| imported::load(read, "2021", source);
            Ok((
                of(read, "b.xlsx")?,
                of(read, "B.xlsx")?,
                of(read, "never.xlsx")?,
                imported::sources(read, "2021")?,
            ))
        });
        (before, after)
    });

    let sources = [("B.xlsx", 2), ("b.xlsx", -1), ("主办方.xlsx", 3)]
        .map(|(source, minute)| (source.into(), at(minute)));
    assert_eq!(seen, (first, (second, third, imported::Said::new(), sources.into())));
}

#[test]
fn a_source_is_forgotten_and_what_the_others_say_is_known_without_it() {
    let seen = told(|store| {
        write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            imported::replace(
                tx,
                "2021",
                "a.xlsx",
                at(1),
                &said(&[(Kind::Host, "a", 1), (Kind::Host, "b", 2)]),
            )?;
            imported::replace(tx, "2021", "b.xlsx", at(2), &said(&[(Kind::Host, "b", 3)]))?;
            imported::replace(tx, "2021", "c.xlsx", at(3), &said(&[(Kind::Person, "c", 4)]))
        });
        let before = read(store, move |read| others(read, &["b.xlsx", "c.xlsx"]));
        write(store, |tx| imported::forget(tx, "2021", "a.xlsx"));
        let after =
            read(store, move |read| Ok((others(read, &["c.xlsx"])?, imported::sources(read, "2021")?)));
        (before, after)
    });
    let host = |key: &str| (Kind::Host, key.to_owned());
    let left = [("b.xlsx", 2), ("c.xlsx", 3)].map(|(source, minute)| (source.into(), at(minute)));
    assert_eq!(seen, (vec![host("a"), host("b")], (vec![host("b")], left.into())));
}

/// What others than these say, in order.
fn others(read: &mut Read<'_>, sources: &[&str]) -> Result<Vec<(Kind, String)>, StoreError> {
    let said = imported::said_by_others(read, "2021", sources)?;
    let mut said: Vec<(Kind, String)> = said.into_iter().map(|(kind, key)| (kind, key.to_string())).collect();
    said.sort();
    Ok(said)
}
