//! Many rows in one statement: a column travels as one array.

use postgres::types::ToSql;

use crate::Value;
use crate::drivers::{list, quoted};
use crate::tx::{Put, Type};

/// Rows of one statement; larger chunks gain nothing and hold memory on both sides.
const MOST_ROWS: usize = 2_000;
/// Bytes of texts and blobs of one statement, about.
const MOST_BYTES: usize = 4 << 20;

/// A column of a chunk.
pub(super) enum Column<'a> {
    Int(Vec<Option<i64>>),
    Real(Vec<Option<f64>>),
    Bool(Vec<Option<bool>>),
    Text(Vec<Option<&'a str>>),
    Bytes(Vec<Option<&'a [u8]>>),
}

/// The statement that puts a chunk.
pub(super) fn statement(put: &Put<'_>) -> String {
    let arrays = (1..).zip(put.columns).map(|(place, (_, of))| {
        let of = match of {
            Type::Int => "BIGINT",
            Type::Real => "DOUBLE PRECISION",
            Type::Bool => "BOOLEAN",
            Type::Text => "TEXT",
            Type::Bytes => "BYTEA",
        };
        format!("CAST(${place} AS {of}[])")
    });
    format!(
        "INSERT INTO {} ({}) SELECT * FROM unnest({}) {}",
        quoted(put.table),
        list(put.columns.iter().map(|(name, _)| *name)),
        arrays.collect::<Vec<_>>().join(", "),
        put.rest
    )
}

/// The rows in pieces that are neither too many nor too large.
pub(super) fn chunks(mut rows: &[Vec<Value>]) -> impl Iterator<Item = &[Vec<Value>]> {
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = rows.iter().take(MOST_ROWS).take_while(|row| {
            let is_room = bytes < MOST_BYTES;
            bytes += row.iter().map(size).sum::<usize>();
            is_room
        });
        let (chunk, rest) = rows.split_at(fits.count());
        rows = rest;
        (!chunk.is_empty()).then_some(chunk)
    })
}

/// A chunk, column by column.
pub(super) fn columns<'a>(put: &Put<'_>, rows: &'a [Vec<Value>]) -> Vec<Column<'a>> {
    let of_place =
        |(place, (_, of)): (usize, &(&str, Type))| column(*of, rows.iter().map(move |row| &row[place]));
    put.columns.iter().enumerate().map(of_place).collect()
}

/// The values fit: whoever called has looked.
fn column<'a>(of: Type, values: impl Iterator<Item = &'a Value>) -> Column<'a> {
    match of {
        Type::Int => Column::Int(
            values.map(|value| if let Value::Int(it) = value { Some(*it) } else { None }).collect(),
        ),
        Type::Real => Column::Real(
            values.map(|value| if let Value::Real(it) = value { Some(*it) } else { None }).collect(),
        ),
        Type::Bool => Column::Bool(
            values.map(|value| if let Value::Bool(it) = value { Some(*it) } else { None }).collect(),
        ),
        Type::Text => Column::Text(
            values.map(|value| if let Value::Text(it) = value { Some(it.as_str()) } else { None }).collect(),
        ),
        Type::Bytes => Column::Bytes(
            values
                .map(|value| if let Value::Bytes(it) = value { Some(it.as_slice()) } else { None })
                .collect(),
        ),
    }
}

pub(super) fn parameter<'a>(column: &'a Column<'_>) -> &'a (dyn ToSql + Sync) {
    match column {
        Column::Int(values) => values,
        Column::Real(values) => values,
        Column::Bool(values) => values,
        Column::Text(values) => values,
        Column::Bytes(values) => values,
    }
}

const fn size(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        _ => 8,
    }
}
