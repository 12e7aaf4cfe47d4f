//! A row of a table as a line of JSON, and back, exactly.
//!
//! Numbers that need not be whole stand as words, because their shortest spelling comes back as the same bits and a JSON reader's
//! need not; bytes stand as hexadecimal digits, which compress to what they were.

use std::fmt::Write as _;

use festoon_store::Value;
use serde_json::{Value as Json, json};

/// A row with the end of its line.
pub(super) fn write(row: &[Value]) -> String {
    let cells: Vec<Json> = row
        .iter()
        .map(|value| match value {
            Value::Null => Json::Null,
            Value::Int(number) => json!(number),
            Value::Bool(flag) => json!(flag),
            Value::Text(text) => json!(text),
            Value::Real(number) => json!({ "real": format!("{number:?}") }),
            Value::Bytes(bytes) => json!({ "bytes": hexadecimal(bytes) }),
        })
        .collect();
    let mut line = Json::Array(cells).to_string();
    line.push('\n');
    line
}

/// A row from its line; nothing if it is none.
pub(super) fn read(line: &str) -> Option<Vec<Value>> {
    let Ok(Json::Array(cells)) = serde_json::from_str(line) else { return None };
    cells.into_iter().map(cell).collect()
}

fn cell(cell: Json) -> Option<Value> {
    Some(match cell {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(flag),
        Json::Number(number) => Value::Int(number.as_i64()?),
        Json::String(text) => Value::Text(text),
        Json::Object(object) => match (object.get("real"), object.get("bytes")) {
            (Some(Json::String(number)), None) => Value::Real(number.parse().ok()?),
            (None, Some(Json::String(digits))) => Value::Bytes(bytes(digits)?),
            _ => return None,
        },
        Json::Array(_) => return None,
    })
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(digits, "{byte:02x}").expect("writing to a string cannot fail");
    }
    digits
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.as_bytes();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits.chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_bit_for_bit() {
        let row = vec![
            Value::Null,
            Value::Int(i64::MIN),
            Value::Int(i64::MAX),
            Value::Bool(true),
            Value::Text("「逗号」\n\"\u{2028}\\".into()),
            Value::Real(0.1 + 0.2),
            Value::Real(-0.0),
            Value::Real(5e-324),
            Value::Bytes((0..=255).collect()),
        ];
        assert_eq!(read(write(&row).trim_end()), Some(row));
    }

    #[test]
    fn what_is_no_row_is_refused() {
        for no in ["", "{}", "[1.5]", "[[1]]", r#"[{"bytes":"0"}]"#, r#"[{"real":"x"}]"#, r#"[{"other":1}]"#]
        {
            assert_eq!(read(no), None, "{no}");
        }
    }
}
