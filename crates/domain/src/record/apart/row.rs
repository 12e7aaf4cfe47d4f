//! A record on its way out, field by field in the order of its kind.

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::choice::Choice;
use crate::record::{Kind, Record, Value};
use crate::text::{Lang, Text};
use crate::week::Provenance;

/// Fields so far. Each is named where it is written; a test run checks that the names are those of the kind.
#[derive(Debug)]
pub(super) struct Row {
    record: Record,
}

impl Row {
    pub(super) fn new(kind: Kind, key: &str) -> Self {
        let values = Vec::with_capacity(kind.fields().len());
        Self { record: Record { kind, key: key.into(), values, source: None } }
    }

    pub(super) fn done(self) -> Record {
        debug_assert_eq!(self.record.values.len(), self.record.kind.fields().len(), "{:?}", self.record.kind);
        self.record
    }

    fn put(mut self, name: &str, value: Value) -> Self {
        let field = self.record.kind.fields().get(self.record.values.len());
        debug_assert_eq!(field.map(|field| field.name), Some(name), "{:?}", self.record.kind);
        self.record.values.push(value);
        self
    }

    /// Both wordings and which of them is stale.
    pub(super) fn text(mut self, name: &str, text: &Text) -> Self {
        debug_assert!(
            self.record.kind.fields()[self.record.values.len()].name.starts_with(name),
            "{:?} {name}",
            self.record.kind
        );
        self.record.values.extend(Lang::BOTH.map(|lang| words(text.wording(lang))));
        self.record.values.push(text.stale().map_or(Value::Nothing, |lang| words(lang.word())));
        self
    }

    pub(super) fn words(self, name: &str, said: &str) -> Self {
        self.put(name, words(said))
    }

    pub(super) fn said(self, name: &str, said: Option<&str>) -> Self {
        self.put(name, words(said.unwrap_or_default()))
    }

    pub(super) fn choice<T: Choice>(self, name: &str, choice: Option<T>) -> Self {
        self.said(name, choice.map(Choice::word))
    }

    /// Stated is what everything is unless said otherwise.
    pub(super) fn origin(self, name: &str, origin: Provenance) -> Self {
        self.origin_of(name, origin, Provenance::default())
    }

    pub(super) fn origin_of(self, name: &str, origin: Provenance, usual: Provenance) -> Self {
        self.choice(name, (origin != usual).then_some(origin))
    }

    pub(super) fn guid(self, name: &str, guid: Option<Uuid>) -> Self {
        self.put(name, guid.map_or(Value::Nothing, |guid| Value::Words(guid.to_string().into())))
    }

    pub(super) fn list(self, name: &str, list: Vec<Box<str>>) -> Self {
        self.put(name, if list.is_empty() { Value::Nothing } else { Value::List(list) })
    }

    pub(super) fn number<N: Into<i64>>(self, name: &str, number: Option<N>) -> Self {
        self.put(name, number.map_or(Value::Nothing, |number| Value::Number(number.into())))
    }

    pub(super) fn decimal(self, name: &str, number: Option<f64>) -> Self {
        self.put(name, number.map_or(Value::Nothing, Value::Decimal))
    }

    pub(super) fn flag(self, name: &str, flag: Option<bool>) -> Self {
        self.put(name, flag.map_or(Value::Nothing, Value::Flag))
    }

    pub(super) fn day(self, name: &str, day: Option<Date>) -> Self {
        self.put(name, day.map_or(Value::Nothing, |day| Value::Words(day.to_string().into())))
    }

    pub(super) fn instant(self, name: &str, instant: Option<Timestamp>) -> Self {
        self.put(name, instant.map_or(Value::Nothing, Value::Instant))
    }
}

fn words(said: &str) -> Value {
    if said.is_empty() { Value::Nothing } else { Value::Words(said.into()) }
}
