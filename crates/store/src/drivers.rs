//! What differs between the two databases, and nothing else.

pub(crate) mod postgres;
pub(crate) mod sqlite;

use crate::store::lanes::Lanes;
use crate::tx::Put;
use crate::{Row, StoreError, Value};

/// One connection, of whichever database, within a transaction.
pub(crate) trait Connection {
    /// Hands the rows of a statement over, one by one.
    fn each(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        take: &mut dyn FnMut(&mut Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Runs a statement; how many rows it touched.
    fn run(&mut self, sql: &'static str, parameters: &[Value]) -> Result<u64, StoreError>;

    /// Puts rows, which fit their columns; how many were put.
    fn put_many(&mut self, put: &Put<'_>, rows: &[Vec<Value>]) -> Result<u64, StoreError>;

    /// Holds the lock of this name until the transaction ends.
    fn lock(&mut self, name: &str) -> Result<(), StoreError>;

    /// Runs the statements of a migration.
    fn batch(&mut self, sql: &str) -> Result<(), StoreError>;
}

/// An open database.
#[derive(Debug)]
pub(crate) enum Driver {
    /// In a file.
    Sqlite(sqlite::Database),
    /// On a server.
    Postgres(postgres::Database),
}

impl Driver {
    pub(crate) const fn lanes(&self) -> &Lanes {
        match self {
            Self::Sqlite(database) => database.lanes(),
            Self::Postgres(database) => database.lanes(),
        }
    }
}

/// A name as both databases quote it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Names as both databases quote them, one after another.
pub(crate) fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(quoted).collect::<Vec<_>>().join(", ")
}
