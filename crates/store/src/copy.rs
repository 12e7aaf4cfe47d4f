//! Every table, row by row, for a backup that either database can be restored from.
//!
//! Tables come in an order in which what is named stands before what names it. Rows come in the order of their keys, in chunks, and
//! their values are of the columns' types whichever database they came from, so that two copies of the same weeks are the same.
//! A table that is made by a migration has to be listed here: a test compares the list with both databases.

mod tables;

use crate::tx::{Put, Type};
use crate::{Column, Read, Row, StoreError, Tx, Value};

pub use tables::{Backed, Table, tables};

/// The rows of a table after the one with this key, from the first where there is none; at most [`Table::chunk`] of them, none when all
/// have been had.
///
/// # Errors
/// When the database does not answer or a row does not read.
pub fn rows(
    read: &mut Read<'_>,
    table: &'static Table,
    after: Option<&[Value]>,
) -> Result<Vec<Vec<Value>>, StoreError> {
    let columns = table.columns;
    let sql = if after.is_some() { table.next } else { table.first };
    read.all(sql, after.unwrap_or_default(), |row| {
        (0..).zip(columns).map(|(place, (_, of))| typed(row, place, *of)).collect()
    })
}

/// Puts rows into a table, which may not have them yet.
///
/// # Errors
/// When a row with its key or what it names is there or not there, or the database does not answer.
pub fn put(tx: &mut Tx<'_>, table: &'static Table, rows: &[Vec<Value>]) -> Result<u64, StoreError> {
    tx.put_many(&Put { table: table.name, columns: table.columns, rest: "" }, rows)
}

/// Whether there is no week.
///
/// # Errors
/// When the database does not answer.
pub fn is_empty(read: &mut Read<'_>) -> Result<bool, StoreError> {
    read.one("SELECT NOT EXISTS (SELECT 1 FROM week)", &[], |row| row.get(0))
}

/// Takes everything out, the journal and the releases too: only for a restore in place of what was there.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn wipe(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    for table in tables().iter().rev() {
        tx.run(table.wipe, &[])?;
    }
    Ok(())
}

/// A value as its column's type has it: SQLite gives flags and whole decimals back as integers.
fn typed(row: &mut Row, place: usize, of: Type) -> Result<Value, StoreError> {
    fn read<T: Column + Into<Value>>(row: &mut Row, place: usize) -> Result<Value, StoreError> {
        row.get::<Option<T>>(place).map(Into::into)
    }
    match of {
        Type::Int => read::<i64>(row, place),
        Type::Real => read::<f64>(row, place),
        Type::Bool => read::<bool>(row, place),
        Type::Text => read::<String>(row, place),
        Type::Bytes => read::<Vec<u8>>(row, place),
    }
}
