//! Values as PostgreSQL's client takes and gives them.

use std::error::Error;

use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::{Row, StoreError, Trouble, Value};

pub(super) fn parameter(value: &Value) -> &(dyn ToSql + Sync) {
    value
}

impl ToSql for Value {
    fn to_sql(&self, of: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, of) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Int(number), &Type::INT8) => number.to_sql(of, out),
            (Self::Int(number), &Type::INT4) => i32::try_from(*number)?.to_sql(of, out),
            (Self::Int(number), &Type::INT2) => i16::try_from(*number)?.to_sql(of, out),
            (Self::Real(number), &Type::FLOAT8) => number.to_sql(of, out),
            (Self::Bool(flag), &Type::BOOL) => flag.to_sql(of, out),
            (Self::Text(text), &(Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN)) => {
                text.to_sql(of, out)
            }
            (Self::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(of, out),
            _ => Err(format!("{self:?} where {of} is wanted").into()),
        }
    }

    /// Looked at with the value, above.
    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// The row in our values.
pub(super) fn row(row: &postgres::Row) -> Result<Row, StoreError> {
    let values = (0..row.len()).map(|column| value(row, column)).collect::<Result<_, _>>()?;
    Ok(Row { values })
}

fn value(row: &postgres::Row, column: usize) -> Result<Value, StoreError> {
    let of = row.columns()[column].type_();
    let value = match *of {
        Type::INT8 => row.try_get::<_, Option<i64>>(column).map(Value::from),
        Type::INT4 => row.try_get::<_, Option<i32>>(column).map(|number| number.map(i64::from).into()),
        Type::INT2 => row.try_get::<_, Option<i16>>(column).map(|number| number.map(i64::from).into()),
        Type::FLOAT8 => row.try_get::<_, Option<f64>>(column).map(Value::from),
        Type::BOOL => row.try_get::<_, Option<bool>>(column).map(Value::from),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(column).map(Value::from),
        Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN => {
            row.try_get::<_, Option<String>>(column).map(Value::from)
        }
        _ => {
            let words = format!("column {column} is {of}: cast it to a type of the portable subset");
            return Err(StoreError::new(Trouble::Ours, words));
        }
    };
    value.map_err(|error| StoreError::new(Trouble::Ours, format!("column {column}: {error}")))
}
