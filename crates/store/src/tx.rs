//! The verbs: everything a statement is asked through.

use std::ops::{Deref, DerefMut};

use crate::drivers::Connection;
use crate::{Row, StoreError, Value};

/// A look at one state of the database: all statements of a closure see the same.
pub struct Read<'c> {
    pub(crate) connection: &'c mut dyn Connection,
}

impl Read<'_> {
    /// All rows.
    ///
    /// # Errors
    /// When the database does not answer or a row does not read.
    pub fn all<T>(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        read: impl FnMut(&mut Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let _ = (&self.connection, sql, parameters, read);
        unimplemented!()
    }

    /// The row, if there is one.
    ///
    /// # Errors
    /// As for [`Self::all`], and when there are several.
    pub fn optional<T>(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        read: impl FnMut(&mut Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let _ = (sql, parameters, read);
        unimplemented!()
    }

    /// The one row.
    ///
    /// # Errors
    /// As for [`Self::optional`], and when there is none.
    pub fn one<T>(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        read: impl FnMut(&mut Row) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let _ = (sql, parameters, read);
        unimplemented!()
    }
}

/// A transaction: a look that may also write. Kept whole or not at all, as the closure ends in `Ok` or `Err`.
pub struct Tx<'c> {
    pub(crate) read: Read<'c>,
}

impl<'c> Deref for Tx<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

impl<'c> DerefMut for Tx<'c> {
    fn deref_mut(&mut self) -> &mut Read<'c> {
        &mut self.read
    }
}

impl Tx<'_> {
    /// Runs a statement; how many rows it touched.
    ///
    /// # Errors
    /// When the database refuses or does not answer.
    pub fn run(&mut self, sql: &'static str, parameters: &[Value]) -> Result<u64, StoreError> {
        let _ = (sql, parameters);
        unimplemented!()
    }

    /// Puts many rows at once: a loop on SQLite, a few statements over `unnest` on PostgreSQL.
    ///
    /// # Errors
    /// When the database refuses or does not answer.
    pub fn put_many(&mut self, put: &Put<'_>, rows: &[Vec<Value>]) -> Result<u64, StoreError> {
        let _ = (put, rows);
        unimplemented!()
    }

    /// Waits until no other transaction holds the lock of this name, and holds it to the end of this one. On SQLite there is never
    /// another.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn lock(&mut self, name: &str) -> Result<(), StoreError> {
        let _ = name;
        unimplemented!()
    }
}

/// Where rows are put.
#[derive(Debug, Clone, Copy)]
pub struct Put<'a> {
    /// The table.
    pub table: &'a str,
    /// Its columns and their types, in the order of the rows' values.
    pub columns: &'a [(&'a str, Type)],
    /// What follows the values: `ON CONFLICT …`; may be empty.
    pub rest: &'a str,
}

/// A column's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// `BIGINT`.
    Int,
    /// `DOUBLE PRECISION`.
    Real,
    /// `BOOLEAN`.
    Bool,
    /// `TEXT`.
    Text,
    /// `BYTEA`.
    Bytes,
}

impl std::fmt::Debug for Read<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Read")
    }
}

impl std::fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tx")
    }
}
