//! The values of a record in the making, field by field in the order of its kind.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::programme::Citation;
use crate::record::{Kind, Record, Value};
use crate::text::Text;
use crate::week::Provenance;

/// A record in the making. That every field gets its value is asserted at the end, and tested for every kind.
pub(super) struct Cells {
    kind: Kind,
    key: Box<str>,
    values: Vec<Value>,
}

impl Cells {
    pub(super) fn of(kind: Kind, key: &str) -> Self {
        Self { kind, key: key.into(), values: Vec::with_capacity(kind.fields().len()) }
    }

    pub(super) fn done(self) -> Record {
        self.from(None)
    }

    pub(super) fn from(self, source: Option<Citation>) -> Record {
        debug_assert_eq!(self.values.len(), self.kind.fields().len(), "{:?}", self.kind);
        Record { kind: self.kind, key: self.key, values: self.values, source }
    }

    pub(super) fn text(self, text: &Text) -> Self {
        use crate::text::Lang;
        let stale = text.stale().map(Lang::code).unwrap_or_default();
        self.words(text.wording(Lang::Zh)).words(text.wording(Lang::En)).words(stale)
    }

    /// Empty words are nothing.
    pub(super) fn words(self, words: &str) -> Self {
        self.value(if words.is_empty() { Value::Nothing } else { Value::Words(words.into()) })
    }

    pub(super) fn optional(self, words: Option<&str>) -> Self {
        self.words(words.unwrap_or_default())
    }

    pub(super) fn number(self, number: Option<impl Into<i64>>) -> Self {
        self.value(number.map_or(Value::Nothing, |number| Value::Number(number.into())))
    }

    pub(super) fn decimal(self, number: Option<f64>) -> Self {
        self.value(number.map_or(Value::Nothing, Value::Decimal))
    }

    pub(super) fn flag(self, flag: Option<bool>) -> Self {
        self.value(flag.map_or(Value::Nothing, Value::Flag))
    }

    pub(super) fn day(self, day: Option<Date>) -> Self {
        self.value(day.map_or(Value::Nothing, |day| Value::Words(day.to_string().into())))
    }

    pub(super) fn instant(self, instant: Option<Timestamp>) -> Self {
        self.value(instant.map_or(Value::Nothing, Value::Instant))
    }

    pub(super) fn list(self, entries: impl Iterator<Item = String>) -> Self {
        let entries: Vec<Box<str>> = entries.map(String::into_boxed_str).collect();
        self.value(if entries.is_empty() { Value::Nothing } else { Value::List(entries) })
    }

    pub(super) fn origin(self, origin: Provenance) -> Self {
        self.words(origin.word())
    }

    /// Nothing where it is the record's own.
    pub(super) fn origin_unless(self, origin: Provenance, own: Provenance) -> Self {
        if origin == own { self.value(Value::Nothing) } else { self.origin(origin) }
    }

    fn value(mut self, value: Value) -> Self {
        self.values.push(value);
        self
    }
}
