//! Values as JSON that says of itself what it is, for what must be readable when fields have come and gone: the journal, and what
//! sources said.
//!
//! Nothing is `null`, words are a string, several are an array, numbers and flags are themselves, a decimal is
//! `{"decimal": "121.47"}` and an instant `{"at": "2021-06-21T02:00:00Z"}`. Decimals are in words, because they have to come back
//! to the last bit. A record is an object by the names of its fields, without those that hold nothing.

use festoon_domain::record::{Kind, Value as Said};
use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};

use crate::{StoreError, Trouble};

/// A value as JSON.
pub(crate) fn of_value(said: &Said) -> Result<Json, StoreError> {
    Ok(match said {
        Said::Nothing => Json::Null,
        Said::Words(words) => json!(words),
        Said::Number(number) => json!(number),
        Said::Decimal(number) if number.is_finite() => json!({ "decimal": (number + 0.0).to_string() }),
        Said::Decimal(number) => {
            return Err(StoreError::new(Trouble::Ours, format!("{number} is no number to keep")));
        }
        Said::Flag(flag) => json!(flag),
        Said::Instant(instant) => json!({ "at": to_the_microsecond(*instant).to_string() }),
        Said::List(list) => json!(list),
    })
}

/// The value of a JSON made by [`of_value`].
pub(crate) fn value(json: Json) -> Result<Said, StoreError> {
    let said = match json {
        Json::Null => Some(Said::Nothing),
        Json::Bool(flag) => Some(Said::Flag(flag)),
        Json::Number(number) => number.as_i64().map(Said::Number),
        Json::String(words) => Some(Said::Words(words.into())),
        Json::Array(_) => serde_json::from_value(json).ok().map(Said::List),
        Json::Object(named) => tagged(&named),
    };
    said.ok_or_else(damaged)
}

fn tagged(named: &Map<String, Json>) -> Option<Said> {
    let (name, words) = named.iter().next()?;
    match (name.as_str(), words.as_str()?) {
        ("decimal", words) => words.parse().ok().map(Said::Decimal),
        ("at", words) => words.parse().ok().map(Said::Instant),
        _ => None,
    }
}

/// The text of a value.
pub(crate) fn text_of_value(said: &Said) -> Result<String, StoreError> {
    Ok(of_value(said)?.to_string())
}

/// The value of a text.
pub(crate) fn value_of_text(text: &str) -> Result<Said, StoreError> {
    value(serde_json::from_str(text).map_err(|_| damaged())?)
}

/// The text of a record. Values may be missing at its end, as of one that is older than a field: they are nothing.
pub(crate) fn text_of_record(kind: Kind, values: &[Said]) -> Result<String, StoreError> {
    if values.len() > kind.fields().len() {
        let words = format!("a {} has {} fields, not {}", kind.word(), kind.fields().len(), values.len());
        return Err(StoreError::new(Trouble::Ours, words));
    }
    let mut named = Map::new();
    for (field, said) in kind.fields().iter().zip(values).filter(|(_, said)| **said != Said::Nothing) {
        named.insert(field.name.to_owned(), of_value(said)?);
    }
    Ok(Json::Object(named).to_string())
}

/// The record of a text: a field that it does not name holds nothing, and a name that is no field any more is passed over.
pub(crate) fn record_of_text(kind: Kind, text: &str) -> Result<Vec<Said>, StoreError> {
    let mut named: Map<String, Json> = serde_json::from_str(text).map_err(|_| damaged())?;
    kind.fields().iter().map(|field| named.remove(field.name).map_or(Ok(Said::Nothing), value)).collect()
}

fn to_the_microsecond(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond()).unwrap_or(instant)
}

fn damaged() -> StoreError {
    StoreError::new(Trouble::Ours, "a value was written down in a way that does not read")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_value() -> impl Strategy<Value = Said> {
        let finite = any::<f64>().prop_filter("a number", |number| number.is_finite());
        prop_oneof![
            Just(Said::Nothing),
            any::<String>().prop_map(|words| Said::Words(words.into())),
            any::<i64>().prop_map(Said::Number),
            finite.prop_map(|number| Said::Decimal(number + 0.0)),
            any::<bool>().prop_map(Said::Flag),
            (-377_705_023_201_000_000..253_402_207_200_000_000_i64)
                .prop_map(|at| Said::Instant(Timestamp::from_microsecond(at).expect("within range"))),
            prop::collection::vec(any::<String>().prop_map(Into::into), 0..4).prop_map(Said::List),
        ]
    }

    proptest! {
        #[test]
        fn every_value_comes_back_to_the_last_bit(said in any_value()) {
            let text = text_of_value(&said).expect("it can be written");
            prop_assert_eq!(value_of_text(&text), Ok(said));
        }
    }

    #[test]
    fn a_field_that_came_later_holds_nothing_and_one_that_went_is_passed_over() {
        let read = record_of_text(Kind::Road, r#"{"minutes": 25, "toll": 3}"#);
        assert_eq!(read, Ok(vec![Said::Nothing, Said::Nothing, Said::Number(25)]));
    }
}
