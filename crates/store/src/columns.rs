//! How a record's values stand in columns: one a field, of the type that the field's sort asks for.
//!
//! What no column keeps alike in both databases is refused here, before either sees it: a decimal that is no number.
//! Minus nought becomes nought, since SQLite keeps whole decimals as integers.

use festoon_domain::record::{Field, Kind, Sort, Value as Said};

use crate::tx::Type;
use crate::{StoreError, Trouble, Value};

/// The type of a field's column.
pub(crate) const fn type_of(sort: Sort) -> Type {
    match sort {
        Sort::Number | Sort::Instant => Type::Int,
        Sort::Decimal => Type::Real,
        Sort::Flag => Type::Bool,
        Sort::Words | Sort::Choice | Sort::Key(_) | Sort::Keys(_) | Sort::List | Sort::Day => Type::Text,
    }
}

/// What is written into the column of a field.
pub(crate) fn into_column(kind: Kind, field: &Field, said: &Said) -> Result<Value, StoreError> {
    match (said, field.sort) {
        (Said::Nothing, _) => Ok(Value::Null),
        (Said::Words(words), Sort::Words | Sort::Choice | Sort::Key(_) | Sort::Day) => {
            Ok(Value::from(&**words))
        }
        (Said::Number(number), Sort::Number) => Ok(Value::Int(*number)),
        (Said::Decimal(number), Sort::Decimal) if number.is_finite() => Ok(Value::Real(number + 0.0)),
        (Said::Flag(flag), Sort::Flag) => Ok(Value::Bool(*flag)),
        (Said::Instant(instant), Sort::Instant) => Ok(Value::from(*instant)),
        (Said::List(list), Sort::List | Sort::Keys(_)) => {
            Ok(Value::Text(serde_json::json!(list).to_string()))
        }
        _ => Err(unfit(kind, field, &format!("{said:?}"))),
    }
}

/// What a field's column holds.
pub(crate) fn from_column(kind: Kind, field: &Field, value: Value) -> Result<Said, StoreError> {
    let said = match (value, field.sort) {
        (Value::Null, _) => Some(Said::Nothing),
        (Value::Text(text), Sort::List | Sort::Keys(_)) => serde_json::from_str(&text).ok().map(Said::List),
        (Value::Text(text), _) if type_of(field.sort) == Type::Text => Some(Said::Words(text.into())),
        (value, Sort::Number) => read(value).map(Said::Number),
        (value, Sort::Decimal) => read(value).map(Said::Decimal),
        (value, Sort::Flag) => read(value).map(Said::Flag),
        (value, Sort::Instant) => read(value).map(Said::Instant),
        _ => None,
    };
    said.ok_or_else(|| unfit(kind, field, "what the database holds"))
}

fn read<T: crate::Column>(value: Value) -> Option<T> {
    T::read(value)
}

fn unfit(kind: Kind, field: &Field, what: &str) -> StoreError {
    StoreError::new(Trouble::Ours, format!("{}.{} cannot be {what}", kind.word(), field.name))
}
