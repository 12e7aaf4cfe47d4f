//! The verbs do the same on both databases, on tables of the tests' own.

#[path = "../both/mod.rs"]
mod both;

mod company;
mod statements;

use std::fmt::Debug;

use festoon_store::{Store, StoreError, Tx};

/// Tells a story to both databases, with an empty table; what both saw.
fn told<T: Debug + PartialEq>(story: impl Fn(&Store) -> T) -> T {
    let [sqlite, postgres] = both::stores().map(|told| {
        write(&told.store, |tx| {
            tx.run(
                "CREATE TABLE probe (id BIGINT NOT NULL PRIMARY KEY, number BIGINT, decimal DOUBLE PRECISION,
                 flag BOOLEAN, words TEXT, bytes BYTEA)",
                &[],
            )
        });
        story(&told.store)
    });
    assert_eq!(sqlite, postgres, "SQLite (left) and PostgreSQL (right) do not agree");
    sqlite
}

/// Writes, and it must be possible.
fn write<T: Send + 'static>(
    store: &Store,
    work: impl Fn(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> T {
    store.write(work).expect("it can be written")
}

/// The ids in the table, in their order.
fn ids(store: &Store) -> Vec<i64> {
    let read = store.read(|read| read.all("SELECT id FROM probe ORDER BY id", &[], |row| row.get(0)));
    let ids: Result<_, StoreError> = read;
    ids.expect("it can be read")
}

fn put(tx: &mut Tx<'_>, id: i64) -> Result<u64, StoreError> {
    tx.run("INSERT INTO probe (id) VALUES ($1)", &[id.into()])
}
