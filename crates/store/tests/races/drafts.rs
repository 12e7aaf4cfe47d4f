//! Races for places in a draft, for what a source said, and for lines of the journal.

use std::collections::HashSet;

use festoon_domain::record::{Change, Kind, Record, Value, What};
use festoon_store::{StoreError, Tx, copy, draft, imported, journal, weeks};

use crate::at;
use crate::ring::{must, race};

fn chain(key: &str, glyph: &str) -> Record {
    let fields = Kind::Chain.fields();
    let values = fields
        .iter()
        .map(|field| if field.name == "glyph" { Value::Words(glyph.into()) } else { Value::Nothing });
    Record { kind: Kind::Chain, key: key.into(), values: values.collect(), source: None }
}

fn only_week(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    copy::wipe(tx)?;
    weeks::create(tx, "2021", at(0)).map(drop)
}

#[test]
fn records_that_two_put_at_once_all_have_places_of_their_own() {
    race(|ring, round| {
        ring.alone(|tx| {
            only_week(tx)?;
            draft::put(tx, "2021", &[chain("first", "一")])
        });
        let works = ["a", "b"].map(|name| {
            let records = [1, 2, 3].map(|n| chain(&format!("{name}{n}"), name));
            let records = records.into_iter().chain([chain("both", name)]).collect::<Vec<_>>();
            move |tx: &mut Tx<'_>| draft::put(tx, "2021", &records)
        });
        ring.together(round, works);

        let records = ring.look(|read| draft::load(read, "2021"));
        let table =
            copy::tables().iter().find(|table| table.name == "draft_chain").expect("there are chains");
        let rows = ring.look(move |read| copy::rows(read, table, None));
        let places: HashSet<String> = rows.iter().map(|row| format!("{:?}", row[2])).collect();
        let keys: Vec<&str> = records.iter().map(|record| &*record.key).collect();
        let in_order = |name| keys.iter().filter(|key| key.starts_with(name) && key.len() == 2).is_sorted();
        let whole = keys.len() == 8 && places.len() == 8 && keys[0] == "first";
        must(whole && in_order("a") && in_order("b"), || format!("{keys:?} at {places:?}"))
    });
}

#[test]
fn what_two_put_and_take_out_at_once_is_there_whole_or_not_at_all() {
    race(|ring, round| {
        ring.alone(|tx| {
            only_week(tx)?;
            draft::put(tx, "2021", &[chain("a", "old"), chain("b", "old")])
        });
        // Each decides by what it sees: taken out are both or none, and what is put says which.
        let works = [true, false].map(|removes| {
            move |tx: &mut Tx<'_>| {
                let there = draft::load(tx, "2021")?.len() as u64;
                if removes {
                    return draft::remove(tx, "2021", &[(Kind::Chain, "a"), (Kind::Chain, "b")]);
                }
                draft::put(
                    tx,
                    "2021",
                    &[chain("a", &format!("saw {there}")), chain("b", &format!("saw {there}"))],
                )?;
                Ok(there)
            }
        });
        let [removed, seen] = ring.together(round, works);
        let left = ring.look(|read| draft::load(read, "2021"));
        let expected = if seen == 2 { Vec::new() } else { vec![chain("a", "saw 0"), chain("b", "saw 0")] };
        must(removed == 2 && left == expected, || format!("{removed} taken out, {seen} seen, {left:?} left"))
    });
}

#[test]
fn of_two_imports_of_one_source_one_stands_and_none_of_the_other() {
    race(|ring, round| {
        if round.is_multiple_of(50) {
            ring.alone(only_week);
        }
        let said = |name: &'static str| -> imported::Said {
            let keys = (0..3).map(|n| format!("{name}{n}")).chain(["both".to_owned()]);
            keys.map(|key| ((Kind::Chain, key.clone().into()), chain(&key, name).values)).collect()
        };
        let works = [("a", 1), ("b", 2)].map(|(name, minute)| {
            let said = said(name);
            move |tx: &mut Tx<'_>| imported::replace(tx, "2021", "a.xlsx", at(minute), &said)
        });
        ring.together(round, works);

        let (found, sources) =
            ring.look(|read| Ok((imported::load(read, "2021", "a.xlsx")?, imported::sources(read, "2021")?)));
        let is = |name, minute| found == said(name) && sources == [("a.xlsx".to_owned(), at(minute))];
        must(is("a", 1) || is("b", 2), || format!("{found:?} {sources:?}"))
    });
}

#[test]
fn no_line_of_two_journals_at_once_is_lost() {
    race(|ring, round| {
        ring.alone(|tx| weeks::create(tx, "2021", at(0)));
        let revision = i64::from(round);
        let works = ["a", "b"].map(|actor| {
            let deed = journal::Deed {
                week: "2021".into(),
                revision,
                at: at(0),
                actor: actor.into(),
                why: "race".into(),
            };
            let changes = [1, 2].map(|n| Change {
                kind: Kind::Chain,
                key: format!("{n}").into(),
                what: What::Added(chain("", actor).values),
            });
            move |tx: &mut Tx<'_>| journal::write(tx, &deed, &changes)
        });
        ring.together(round, works);
        let lines = ring.look(|read| journal::of_week(read, "2021", None, 4));
        let mut found: Vec<_> =
            lines.iter().map(|line| (line.deed.revision, &*line.deed.actor, &*line.key)).collect();
        found.sort_unstable();
        let expected =
            [(revision, "a", "1"), (revision, "a", "2"), (revision, "b", "1"), (revision, "b", "2")];
        must(found == expected, || format!("{found:?}"))
    });
}
