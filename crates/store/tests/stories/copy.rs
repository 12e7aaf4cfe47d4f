//! A copy of every table goes from one database to the other and back, and is the same.

use festoon_domain::record::{Change, Kind, What};
use festoon_domain::text::{Lang, Text};
use festoon_store::notices::NewNotice;
use festoon_store::plans::PlanCopy;
use festoon_store::releases::ReleaseRow;
use festoon_store::uploads::Upload;
use festoon_store::{
    Store, StoreError, Trouble, Tx, Value, copy, draft, imported, journal, notices, outbox, plans, releases,
    uploads, weeks,
};
use uuid::Uuid;

use crate::records::full;
use crate::{at, both, read, told, write};

/// Something in every table, more than a chunk in some.
fn fill(store: &Store) {
    write(store, |tx| {
        weeks::create(tx, "2021", at(0))?;
        weeks::create(tx, "2022", at(0))?;
        weeks::make_current(tx, "2022")?;
        weeks::advance(tx, "2021", 0)?;
        let records: Vec<_> = Kind::ALL
            .into_iter()
            .flat_map(|kind| (0..60).map(move |turn| full(kind, &turn.to_string(), turn)))
            .collect();
        draft::put(tx, "2021", &records)?;
        draft::put(tx, "2022", &records)?;
        draft::put(
            tx,
            "2021",
            &(0..4_500).map(|n| full(Kind::Host, &format!("h{n}"), n)).collect::<Vec<_>>(),
        )?;
        let said =
            records.iter().map(|record| ((record.kind, record.key.clone()), record.values.clone())).collect();
        imported::replace(tx, "2021", "a.xlsx", at(1), &said)?;
        let added = |week: &str| {
            let deed = journal::Deed {
                week: week.into(),
                revision: 1,
                at: at(2),
                actor: "Lin".into(),
                why: "import".into(),
            };
            let changes = records.iter().map(|record| Change {
                kind: record.kind,
                key: record.key.clone(),
                what: What::Added(record.values.clone()),
            });
            (deed, changes.collect::<Vec<_>>())
        };
        for (deed, changes) in ["2021", "2022"].map(added) {
            journal::write(tx, &deed, &changes)?;
        }
        for number in 1..=3_u8 {
            let row = ReleaseRow {
                week: "2021".into(),
                number: number.into(),
                at: at(3),
                actor: "Lin".into(),
                reason: "r".into(),
                revision: 1,
                rolled_back_to: (number == 3).then_some(1),
            };
            releases::put(tx, &row, &vec![number; 70_000])?;
        }
        for number in 0..5 {
            let task = outbox::Task {
                id: Uuid::from_u128(number),
                kind: "k".into(),
                body: "{}".into(),
                due_at: at(0),
                attempts: 0,
            };
            outbox::put(tx, &task, at(0))?;
        }
        outbox::claim(tx, "a", at(1), at(2), 2)?;
        outbox::fail(tx, "a", Uuid::from_u128(1), "e", at(1), None)?;
        let upload = Upload {
            hash: "aa".into(),
            week: "2021".into(),
            media_type: "image/png".into(),
            bytes: 7,
            pixels: Some((1, 2)),
            name: "a.png".into(),
            at: at(4),
            actor: "Mei".into(),
        };
        uploads::put(tx, &upload)?;
        outside_releases(tx)
    });
}

fn outside_releases(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let new = NewNotice {
        week: "2021".into(),
        text: Text::new("暴雨", "Heavy rain"),
        posted: at(5),
        posted_by: "Lin".into(),
        ends: Some(at(6)),
    };
    notices::put(tx, &new)?;
    notices::put(tx, &NewNotice { ends: None, ..new })?;
    notices::withdraw(tx, "2021", 1, at(6), "Mei")?;
    let plan = PlanCopy {
        key: "k".into(),
        secret_hash: "s".into(),
        week: "2021".into(),
        numbers: vec![1, 2],
        lang: Lang::Zh,
        made: at(5),
        expires: at(9),
    };
    plans::put(tx, &plan).map(drop)
}

type Tables = Vec<(&'static str, Vec<Vec<Value>>)>;

/// All rows of all tables, read in chunks.
fn copied(store: &Store) -> Tables {
    read(store, |read| {
        let mut tables = Vec::new();
        for table in copy::tables() {
            let mut rows: Vec<Vec<Value>> = Vec::new();
            loop {
                let after = rows.last().map(|row| row[..table.key].to_vec());
                let more = copy::rows(read, table, after.as_deref())?;
                assert!(more.len() <= table.chunk, "{}", table.name);
                if more.is_empty() {
                    break;
                }
                rows.extend(more);
            }
            tables.push((table.name, rows));
        }
        Ok(tables)
    })
}

fn restore(store: &Store, copy_of: &Tables) {
    let copy_of = copy_of.clone();
    write(store, move |tx| {
        for (table, (_, rows)) in copy::tables().iter().zip(&copy_of) {
            assert_eq!(copy::put(tx, table, rows)?, rows.len() as u64, "{}", table.name);
        }
        Ok(())
    });
}

#[test]
fn a_copy_goes_from_sqlite_to_postgresql_and_back_and_is_the_same() {
    let [sqlite, postgres] = both::stores();
    let back = both::sqlite();
    fill(&sqlite.store);
    let first = copied(&sqlite.store);
    for (table, rows) in &first {
        assert!(!rows.is_empty(), "nothing in {table}");
    }

    restore(&postgres.store, &first);
    let second = copied(&postgres.store);
    restore(&back.store, &second);
    let third = copied(&back.store);

    assert!(first == second, "what PostgreSQL has is not what SQLite had");
    assert!(first == third, "what came back is not what SQLite had");
    let draft = |store: &Store| read(store, |read| draft::load(read, "2021"));
    assert!(draft(&sqlite.store) == draft(&postgres.store) && draft(&sqlite.store) == draft(&back.store));
}

#[test]
fn what_is_filled_alike_is_copied_alike() {
    let seen = told(|store| {
        fill(store);
        copied(store)
    });
    assert_eq!(seen.len(), copy::tables().len());
}

#[test]
fn the_zone_of_a_week_is_had_without_its_draft() {
    let seen = told(|store| {
        fill(store);
        let head =
            read(store, |read| draft::load(read, "2021")).into_iter().find(|one| one.kind == Kind::Week);
        let zone = head.expect("it was filled").words("zone").to_owned();
        (
            Some(zone) == read(store, |read| weeks::zone(read, "2021")),
            read(store, |read| weeks::zone(read, "2023")),
        )
    });
    assert_eq!(seen, (true, None));
}

#[test]
fn a_store_is_empty_until_there_is_a_week_and_after_it_was_wiped() {
    let seen = told(|store| {
        let before = read(store, copy::is_empty);
        fill(store);
        let filled = read(store, copy::is_empty);
        write(store, copy::wipe);
        let rows: usize = copied(store).iter().map(|(_, rows)| rows.len()).sum();
        (before, filled, read(store, copy::is_empty), rows)
    });
    assert_eq!(seen, (true, false, true, 0));
}

#[test]
fn rows_that_are_there_already_are_refused_whole() {
    let seen = told(|store| {
        write(store, |tx| weeks::create(tx, "2021", at(0)));
        let again: Result<u64, StoreError> = store.write(|tx| {
            let row = |slug: &str| vec![slug.into(), 0_i64.into(), 0_i64.into()];
            copy::put(tx, &copy::tables()[0], &[row("2020"), row("2021")])
        });
        (again.map_err(|error| error.trouble), read(store, weeks::all).len())
    });
    assert_eq!(seen, (Err(Trouble::Ours), 1));
}
