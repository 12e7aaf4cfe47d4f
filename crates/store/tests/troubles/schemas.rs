//! Databases of another Festoon, of another program, and of nobody yet.

use festoon_store::{Address, Store, Trouble};
use postgres::{Client, NoTls};

use crate::both::{self, Place};
use crate::{migrating, opening};

/// Writes behind the store's back.
fn change(address: &Address, sql: &str) {
    match address {
        Address::Sqlite(path) => {
            rusqlite::Connection::open(path).and_then(|raw| raw.execute_batch(sql)).expect("SQLite takes it");
        }
        Address::Postgres(url) => {
            Client::connect(url, NoTls)
                .and_then(|mut raw| raw.batch_execute(sql))
                .expect("PostgreSQL takes it");
        }
    }
}

/// The newest schema that this program knows.
fn newest(place: &Place) -> i64 {
    Store::migrate(&place.address).expect("an empty database takes the schema");
    Store::migrate(&place.address).expect("it can be repeated")
}

#[test]
fn a_newer_schema_is_refused_and_left_as_it_is() {
    for place in both::empty() {
        let newest = newest(&place);
        change(&place.address, "INSERT INTO schema_step (number, name) VALUES (7000, 'from the future')");
        let newer = Trouble::Newer(7000, newest);
        assert_eq!((opening(&place.address), migrating(&place.address)), (Err(newer.clone()), Err(newer)));
    }
}

#[test]
fn an_older_schema_is_refused_by_whoever_opens_it() {
    for place in both::empty() {
        let newest = newest(&place);
        change(&place.address, "DELETE FROM schema_step");
        assert_eq!(opening(&place.address), Err(Trouble::Older(0, newest)));
    }
}

#[test]
fn a_database_without_a_schema_wants_to_be_brought_up_and_can_be_twice() {
    for place in both::empty() {
        if let Address::Sqlite(path) = &place.address {
            assert_eq!(opening(&place.address), Err(Trouble::Absent));
            std::fs::write(path, "").expect("an empty file can be made");
        }
        let Err(Trouble::Older(0, newest)) = opening(&place.address) else { panic!("it has no schema") };
        assert_eq!(migrating(&place.address), Ok(0));
        assert_eq!(migrating(&place.address), Ok(newest));
        assert_eq!(opening(&place.address), Ok(()));
    }
}

#[test]
fn a_schema_that_cannot_be_made_leaves_nothing_behind() {
    for place in both::empty() {
        // In the way of the first step; SQLite's file is another program's then.
        match &place.address {
            Address::Sqlite(_) => {
                change(&place.address, "CREATE TABLE upload (id BIGINT)");
                assert_eq!(migrating(&place.address), Err(Trouble::Foreign));
                assert_eq!(opening(&place.address), Err(Trouble::Foreign));
            }
            Address::Postgres(_) => {
                change(&place.address, "CREATE TABLE upload (id BIGINT)");
                assert_eq!(migrating(&place.address), Err(Trouble::Ours));
            }
        }
        change(&place.address, "DROP TABLE upload");
        assert!(matches!(opening(&place.address), Err(Trouble::Older(0, _))));
        assert_eq!(migrating(&place.address), Ok(0));
    }
}

#[test]
fn a_file_signed_by_another_program_is_left_alone() {
    let [place, _] = both::empty();
    change(&place.address, "PRAGMA application_id = 252006673");
    assert_eq!(migrating(&place.address), Err(Trouble::Foreign));
    assert_eq!(opening(&place.address), Err(Trouble::Foreign));
}
