//! What is wrong with a database is said: its kind of trouble, and what would be right, in both languages.

#[path = "../both/mod.rs"]
mod both;

mod away;
mod disk;
mod files;
mod schemas;
mod sentences;

use festoon_store::{Address, Store, Trouble};

/// The trouble with opening a database.
fn opening(address: &Address) -> Result<(), Trouble> {
    Store::open(address).map(drop).map_err(|error| error.trouble)
}

/// The trouble with bringing a database up; the schema found before.
fn migrating(address: &Address) -> Result<i64, Trouble> {
    Store::migrate(address).map_err(|error| error.trouble)
}
