//! A connection to a SQLite file.

use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, ToSql};

use super::file::{self, Purpose};
use super::{errors, parameters};
use crate::drivers::{Connection, list, quoted};
use crate::tx::Put;
use crate::{Row, StoreError, Trouble, Value};

/// A connection, the statements it knows, and the first that failed in the transaction.
pub(super) struct Sqlite {
    raw: rusqlite::Connection,
    numbered: HashMap<&'static str, String>,
    failure: Option<StoreError>,
    purpose: Purpose,
}

impl Sqlite {
    /// A connection of its own to the file.
    pub(super) fn open(path: &Path, purpose: Purpose) -> Result<Self, StoreError> {
        let raw = file::open(path, purpose)?;
        Ok(Self { raw, numbered: HashMap::new(), failure: None, purpose })
    }

    pub(super) const fn raw(&self) -> &rusqlite::Connection {
        &self.raw
    }

    /// Begins a transaction that may write; nobody else writes until it ends.
    pub(super) fn begin(&mut self) -> Result<(), StoreError> {
        self.plain("BEGIN IMMEDIATE")
    }

    /// Begins a look at one state, which is the one of the first statement.
    pub(super) fn look(&mut self) -> Result<(), StoreError> {
        self.plain("BEGIN")
    }

    /// Makes the transaction lasting.
    pub(super) fn commit(&mut self) -> Result<(), StoreError> {
        self.plain("COMMIT")
    }

    /// Marks where [`Self::undo`] goes back to.
    pub(super) fn mark(&mut self) -> Result<(), StoreError> {
        self.plain("SAVEPOINT job")
    }

    /// Keeps what was written since the mark, as far as the transaction is.
    pub(super) fn keep(&mut self) -> Result<(), StoreError> {
        self.plain("RELEASE job")
    }

    /// Undoes what was written since the mark.
    pub(super) fn undo(&mut self) -> Result<(), StoreError> {
        self.plain("ROLLBACK TO job")?;
        self.plain("RELEASE job")
    }

    /// Ends the transaction, undoing all of it, if there is still one.
    pub(super) fn abandon(&mut self) {
        if !self.raw.is_autocommit() {
            let _ = self.plain("ROLLBACK");
        }
    }

    /// Whether SQLite has undone the whole transaction on its own, as it may when a disk is full or breaks.
    pub(super) fn is_over(&self) -> bool {
        self.raw.is_autocommit()
    }

    /// The first failure since the last time somebody asked.
    pub(super) fn failure(&mut self) -> Option<StoreError> {
        self.failure.take()
    }

    fn plain(&self, sql: &str) -> Result<(), StoreError> {
        let ran = self.raw.prepare_cached(sql).and_then(|mut statement| statement.execute(()));
        ran.map(drop).map_err(|error| errors::of(&error))
    }

    /// A failed statement fails the transaction, as in PostgreSQL.
    fn failed(&mut self, mut error: StoreError) -> StoreError {
        if self.purpose == Purpose::Read && error.trouble == Trouble::Forbidden {
            // A statement that writes where only reading was promised, whatever the file allows.
            error.trouble = Trouble::Ours;
        }
        self.failure.get_or_insert_with(|| error.clone());
        error
    }

    fn step(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        take: &mut dyn FnMut(&mut Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let numbered = self.numbered.entry(sql).or_insert_with(|| parameters::numbered(sql));
        let stepped = rows(&self.raw, numbered, parameters, take);
        stepped.map_err(|stop| match stop {
            Stop::Taker(error) => error,
            Stop::Database(error) => self.failed(error),
        })
    }
}

impl Connection for Sqlite {
    fn each(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        take: &mut dyn FnMut(&mut Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.step(sql, parameters, take)
    }

    fn run(&mut self, sql: &'static str, parameters: &[Value]) -> Result<u64, StoreError> {
        let before = self.raw.total_changes();
        self.step(sql, parameters, &mut |_| Ok(()))?;
        // `changes` stays what it was when a statement changes nothing at all.
        Ok(if self.raw.total_changes() == before { 0 } else { self.raw.changes() })
    }

    fn put_many(&mut self, put: &Put<'_>, rows: &[Vec<Value>]) -> Result<u64, StoreError> {
        put_rows(&self.raw, put, rows).map_err(|error| self.failed(errors::of(&error)))
    }

    /// The writer is alone.
    fn lock(&mut self, _name: &str) -> Result<(), StoreError> {
        Ok(())
    }

    fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.raw.execute_batch(sql).map_err(|error| self.failed(errors::of(&error)))
    }
}

/// Who stopped a walk over rows.
enum Stop {
    Taker(StoreError),
    Database(StoreError),
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(errors::of(&error))
    }
}

fn rows(
    raw: &rusqlite::Connection,
    sql: &str,
    parameters: &[Value],
    take: &mut dyn FnMut(&mut Row) -> Result<(), StoreError>,
) -> Result<(), Stop> {
    let mut statement = raw.prepare_cached(sql)?;
    bind(&mut statement, parameters)?;
    let columns = statement.column_count();
    let mut rows = statement.raw_query();
    while let Some(found) = rows.next()? {
        let values = (0..columns).map(|column| value(found.get_ref(column)?)).collect::<Result<_, Stop>>()?;
        take(&mut Row { values }).map_err(Stop::Taker)?;
    }
    Ok(())
}

fn put_rows(raw: &rusqlite::Connection, put: &Put<'_>, rows: &[Vec<Value>]) -> rusqlite::Result<u64> {
    let places: Vec<String> = (1..=put.columns.len()).map(|place| format!("?{place}")).collect();
    let columns = list(put.columns.iter().map(|(name, _)| *name));
    let sql =
        format!("INSERT INTO {} ({columns}) VALUES ({}) {}", quoted(put.table), places.join(", "), put.rest);

    let mut statement = raw.prepare_cached(&sql)?;
    let before = raw.total_changes();
    for row in rows {
        bind(&mut statement, row)?;
        let mut answered = statement.raw_query();
        while answered.next()?.is_some() {}
    }
    Ok(raw.total_changes() - before)
}

/// Every place of the statement is given a value, and every value has its place.
fn bind(statement: &mut CachedStatement<'_>, parameters: &[Value]) -> rusqlite::Result<()> {
    if statement.parameter_count() != parameters.len() {
        return Err(rusqlite::Error::InvalidParameterCount(parameters.len(), statement.parameter_count()));
    }
    (1..).zip(parameters).try_for_each(|(place, value)| statement.raw_bind_parameter(place, value))
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Bool(flag) => ValueRef::Integer(i64::from(*flag)),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn value(found: ValueRef<'_>) -> Result<Value, Stop> {
    Ok(match found {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(bytes) => Value::Text(String::from_utf8(bytes.to_vec()).map_err(|error| {
            Stop::Database(StoreError::new(Trouble::Corrupt, format!("a text is not UTF-8: {error}")))
        })?),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    })
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sqlite")
    }
}
