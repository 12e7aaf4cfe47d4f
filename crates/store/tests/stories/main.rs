//! Stories of the store: each is told to both databases, and what it saw must be the same.
//!
//! A story is a function from an empty store to what it saw. Tidy sees to it that every function of the store's subjects is in one.

#[path = "../both/mod.rs"]
mod both;

mod any_week;
mod copy;
mod draft;
mod imported;
mod journal;
mod large;
mod notices;
mod outbox;
mod plans;
mod records;
mod releases;
mod schema;
mod uploads;
mod weeks;

use std::fmt::Debug;

use festoon_store::{Read, Store, StoreError, Tx};
use jiff::Timestamp;

/// Tells a story to both databases; what both saw.
fn told<T: Debug + PartialEq>(story: impl Fn(&Store) -> T) -> T {
    let [sqlite, postgres] = both::stores().map(|told| story(&told.store));
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

/// Reads, and it must be possible.
fn read<T: Send + 'static>(
    store: &Store,
    work: impl Fn(&mut Read<'_>) -> Result<T, StoreError> + Send + 'static,
) -> T {
    store.read(work).expect("it can be read")
}

/// The minute of a morning.
fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_624_240_800 + 60 * minute).expect("a minute within range")
}
