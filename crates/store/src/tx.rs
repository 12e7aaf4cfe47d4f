//! The verbs: everything a statement is asked through.

use std::ops::{Deref, DerefMut};

use crate::drivers::Connection;
use crate::{Row, StoreError, Trouble, Value};

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
        mut read: impl FnMut(&mut Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        check(parameters)?;
        let mut rows = Vec::new();
        self.connection.each(sql, parameters, &mut |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The row, if there is one.
    ///
    /// # Errors
    /// As for [`Self::all`], and when there are several.
    pub fn optional<T>(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        mut read: impl FnMut(&mut Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        check(parameters)?;
        let mut found = None;
        self.connection.each(sql, parameters, &mut |row| {
            if found.is_some() {
                return Err(StoreError::new(Trouble::Ours, format!("several rows instead of one: {sql}")));
            }
            found = Some(read(row)?);
            Ok(())
        })?;
        Ok(found)
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
        let found = self.optional(sql, parameters, read)?;
        found.ok_or_else(|| StoreError::new(Trouble::Ours, format!("no row instead of one: {sql}")))
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
        check(parameters)?;
        self.connection.run(sql, parameters)
    }

    /// Puts many rows at once: a loop on SQLite, a few statements over `unnest` on PostgreSQL; how many were put.
    ///
    /// No two rows may have the same key where [`Put::rest`] updates: PostgreSQL refuses to update a row twice in one statement.
    ///
    /// # Errors
    /// When a row does not fit the columns, the database refuses or does not answer.
    pub fn put_many(&mut self, put: &Put<'_>, rows: &[Vec<Value>]) -> Result<u64, StoreError> {
        for (number, row) in rows.iter().enumerate() {
            check(row)?;
            let fits = row.len() == put.columns.len()
                && row.iter().zip(put.columns).all(|(value, (_, of))| of.takes(value));
            if !fits {
                let words = format!("row {number} does not fit the columns of {}", put.table);
                return Err(StoreError::new(Trouble::Ours, words));
            }
        }
        if rows.is_empty() { Ok(0) } else { self.connection.put_many(put, rows) }
    }

    /// Waits until no other transaction holds the lock of this name, and holds it to the end of this one. On SQLite there is never
    /// another.
    ///
    /// Whatever the earlier holder wrote is seen afterwards. Take it before anything else: on PostgreSQL a transaction sees the state of its
    /// first statement, so a lock that is taken later makes the closure begin again, with the lock held from the start.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn lock(&mut self, name: &str) -> Result<(), StoreError> {
        self.connection.lock(name)
    }
}

/// What PostgreSQL cannot hold and SQLite changes is kept by neither.
fn check(parameters: &[Value]) -> Result<(), StoreError> {
    let fault = parameters.iter().zip(1..).find_map(|(value, place)| match value {
        Value::Text(text) if text.contains('\0') => Some(format!("the text ${place} has a NUL in it")),
        Value::Real(number) if number.is_nan() => Some(format!("${place} is not a number")),
        _ => None,
    });
    fault.map_or(Ok(()), |words| Err(StoreError::new(Trouble::Ours, words)))
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

impl Type {
    /// Whether a column of this type can hold the value; any may hold nothing.
    const fn takes(self, value: &Value) -> bool {
        matches!(
            (self, value),
            (_, Value::Null)
                | (Self::Int, Value::Int(_))
                | (Self::Real, Value::Real(_))
                | (Self::Bool, Value::Bool(_))
                | (Self::Text, Value::Text(_))
                | (Self::Bytes, Value::Bytes(_))
        )
    }
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
