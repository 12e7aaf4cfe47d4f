//! The harness of the store's tests: fresh stores on both databases.
//!
//! Where PostgreSQL is not installed, the test says that it is passed over and is told to SQLite twice.

#![expect(dead_code, reason = "every test binary takes the part that it needs")]

use festoon_store::{Address, Store};
use festoon_testkit::databases::TestDatabase;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    Sqlite,
    Postgres,
}

/// The store's own tables, which no migration makes and no backup holds.
pub(crate) const OWN_TABLES: [&str; 2] = ["schema_step", "store_commit"];

/// A place for a database that does not have a schema yet.
pub(crate) struct Place {
    pub(crate) which: Which,
    pub(crate) address: Address,
    database: TestDatabase,
}

impl Place {
    fn of(which: Which, database: TestDatabase) -> Self {
        let address = database.address().parse().expect("the test kit gives addresses");
        Self { which, address, database }
    }
}

/// An open store on a database of its own.
pub(crate) struct Told {
    pub(crate) which: Which,
    pub(crate) store: Store,
    pub(crate) address: Address,
    place: Place,
}

impl Told {
    fn at(place: Place) -> Self {
        Store::migrate(&place.address).expect("an empty database takes the schema");
        let store = Store::open(&place.address).expect("it opens");
        Self { which: place.which, store, address: place.address.clone(), place }
    }

    /// The same database, opened once more.
    pub(crate) fn open_again(&self) -> Store {
        Store::open(&self.address).expect("it opens")
    }
}

/// An empty place on each database.
pub(crate) fn empty() -> [Place; 2] {
    let postgres = TestDatabase::postgres().map(|database| Place::of(Which::Postgres, database));
    [empty_sqlite(), postgres.unwrap_or_else(empty_sqlite)]
}

fn empty_sqlite() -> Place {
    Place::of(Which::Sqlite, TestDatabase::sqlite())
}

/// A fresh store on each database.
pub(crate) fn stores() -> [Told; 2] {
    empty().map(Told::at)
}

/// A fresh store on SQLite alone.
pub(crate) fn sqlite() -> Told {
    Told::at(empty_sqlite())
}

/// A fresh store on PostgreSQL alone, where it is installed.
pub(crate) fn postgres() -> Option<Told> {
    TestDatabase::postgres().map(|database| Told::at(Place::of(Which::Postgres, database)))
}

/// The address as another process takes it, which `Display` would not give with a password in it.
pub(crate) fn words(address: &Address) -> String {
    match address {
        Address::Sqlite(path) => format!("sqlite:{}", path.display()),
        Address::Postgres(url) => url.clone(),
    }
}
