//! Values on their way into and out of a statement.
//!
//! The portable subset: `BIGINT`, `TEXT`, `BOOLEAN`, `DOUBLE PRECISION`, `BYTEA`. Instants are UTC microseconds in a `BIGINT`,
//! identifiers and days are `TEXT`.

use jiff::Timestamp;
use uuid::Uuid;

use crate::StoreError;

/// A value of a column.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing there.
    #[default]
    Null,
    /// `BIGINT`.
    Int(i64),
    /// `DOUBLE PRECISION`.
    Real(f64),
    /// `BOOLEAN`; SQLite gives it back as 0 or 1.
    Bool(bool),
    /// `TEXT`.
    Text(String),
    /// `BYTEA`.
    Bytes(Vec<u8>),
}

/// A row that a statement gave.
#[derive(Debug)]
pub struct Row {
    pub(crate) values: Vec<Value>,
}

impl Row {
    /// The n-th column, counted from 0.
    ///
    /// # Errors
    /// When there is no such column or it holds something else: a mistake in the statement or a damaged database.
    pub fn get<T: Column>(&mut self, column: usize) -> Result<T, StoreError> {
        let value =
            self.values.get_mut(column).map(std::mem::take).ok_or_else(|| StoreError::unfit(column))?;
        T::read(value).ok_or_else(|| StoreError::unfit(column))
    }
}

/// What a column can be read as.
pub trait Column: Sized {
    /// Nothing if the value is of another sort.
    fn read(value: Value) -> Option<Self>;
}

impl Column for Value {
    fn read(value: Value) -> Option<Self> {
        Some(value)
    }
}

impl Column for i64 {
    fn read(value: Value) -> Option<Self> {
        if let Value::Int(number) = value { Some(number) } else { None }
    }
}

impl Column for u32 {
    fn read(value: Value) -> Option<Self> {
        i64::read(value)?.try_into().ok()
    }
}

impl Column for f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "SQLite gives a whole DOUBLE PRECISION back as an integer"
    )]
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Real(number) => Some(number),
            Value::Int(number) => Some(number as Self),
            _ => None,
        }
    }
}

impl Column for bool {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Bool(flag) => Some(flag),
            Value::Int(0) => Some(false),
            Value::Int(1) => Some(true),
            _ => None,
        }
    }
}

impl Column for String {
    fn read(value: Value) -> Option<Self> {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
}

impl Column for Vec<u8> {
    fn read(value: Value) -> Option<Self> {
        if let Value::Bytes(bytes) = value { Some(bytes) } else { None }
    }
}

impl Column for Timestamp {
    fn read(value: Value) -> Option<Self> {
        Self::from_microsecond(i64::read(value)?).ok()
    }
}

impl Column for Uuid {
    fn read(value: Value) -> Option<Self> {
        Self::try_parse(&String::read(value)?).ok()
    }
}

impl<T: Column> Column for Option<T> {
    fn read(value: Value) -> Option<Self> {
        if value == Value::Null { Some(None) } else { T::read(value).map(Some) }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<Timestamp> for Value {
    fn from(instant: Timestamp) -> Self {
        Self::Int(instant.as_microsecond())
    }
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Text(id.to_string())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
