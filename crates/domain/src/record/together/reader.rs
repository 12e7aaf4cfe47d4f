//! The fields of a record, read by name, with a fault for every value that does not fit.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::record::{Fault, Kind, Record, Value, Wrong};
use crate::text::{Lang, Text};
use crate::week::Provenance;

/// Which record of its kind a key stands for.
pub(super) struct Keys<'a>(HashMap<(Kind, &'a str), u32>);

impl<'a> Keys<'a> {
    pub(super) fn of(records: &'a [Record]) -> Result<Self, Fault> {
        let mut keys = HashMap::with_capacity(records.len());
        let mut counts: HashMap<Kind, u32> = HashMap::new();
        for (index, record) in records.iter().enumerate() {
            let fault = |wrong| Fault {
                index,
                kind: record.kind,
                key: record.key.clone(),
                field: None,
                stood: record.key.to_string(),
                wrong,
            };
            if !is_key(record) {
                return Err(fault(Wrong::NoKey));
            }
            let count = counts.entry(record.kind).or_default();
            if keys.insert((record.kind, &*record.key), *count).is_some() {
                return Err(fault(Wrong::Twice));
            }
            *count += 1;
        }
        Ok(Self(keys))
    }
}

/// An occurrence's key is its guid, a road's the two houses'.
fn is_key(record: &Record) -> bool {
    let key = &record.key;
    let is_word = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    match record.kind {
        Kind::Occurrence => Uuid::try_parse(key).is_ok(),
        Kind::Road => !key.is_empty(),
        _ => !key.is_empty() && key.bytes().all(is_word),
    }
}

/// A record whose fields are asked for.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) record: &'a Record,
    index: usize,
    keys: &'a Keys<'a>,
}

impl<'a> Reader<'a> {
    /// Every record of a kind.
    pub(super) fn each(
        records: &'a [Record],
        kind: Kind,
        keys: &'a Keys<'a>,
    ) -> impl Iterator<Item = Self> {
        let of_kind = records.iter().enumerate().filter(move |(_, record)| record.kind == kind);
        of_kind.map(move |(index, record)| Self { record, index, keys })
    }

    pub(super) fn key(self) -> String {
        self.record.key.to_string()
    }

    pub(super) fn words(self, field: &'static str) -> Result<&'a str, Fault> {
        match self.record.value(field) {
            Value::Words(words) => Ok(words),
            Value::Nothing => Ok(""),
            _ => Err(self.unfit(field, "words / 文字")),
        }
    }

    pub(super) fn optional(self, field: &'static str) -> Result<Option<String>, Fault> {
        Ok(Some(self.words(field)?).filter(|words| !words.is_empty()).map(str::to_owned))
    }

    pub(super) fn text(
        self,
        zh: &'static str,
        en: &'static str,
        stale: &'static str,
    ) -> Result<Text, Fault> {
        let stale = self.choice(stale, "zh / en", Lang::from_code)?;
        Ok(Text::kept(self.words(zh)?, self.words(en)?, stale))
    }

    pub(super) fn choice<T>(
        self,
        field: &'static str,
        right: &'static str,
        from_word: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        match self.words(field)? {
            "" => Ok(None),
            word => from_word(word).map(Some).ok_or_else(|| self.unfit(field, right)),
        }
    }

    /// What a kind of record cannot be without.
    pub(super) fn needed<T>(
        self,
        field: &'static str,
        right: &'static str,
        value: Option<T>,
    ) -> Result<T, Fault> {
        value.ok_or_else(|| self.unfit(field, right))
    }

    pub(super) fn number<N: TryFrom<i64>>(
        self,
        field: &'static str,
        right: &'static str,
    ) -> Result<Option<N>, Fault> {
        match self.record.value(field) {
            Value::Nothing => Ok(None),
            Value::Number(number) => N::try_from(*number).map(Some).map_err(|_| self.unfit(field, right)),
            _ => Err(self.unfit(field, right)),
        }
    }

    pub(super) fn decimal(self, field: &'static str) -> Result<Option<f64>, Fault> {
        match self.record.value(field) {
            Value::Nothing => Ok(None),
            Value::Decimal(number) => Ok(Some(*number)),
            _ => Err(self.unfit(field, "118.84")),
        }
    }

    pub(super) fn flag(self, field: &'static str) -> Result<Option<bool>, Fault> {
        match self.record.value(field) {
            Value::Nothing => Ok(None),
            Value::Flag(flag) => Ok(Some(*flag)),
            _ => Err(self.unfit(field, "yes / no")),
        }
    }

    pub(super) fn day(self, field: &'static str) -> Result<Option<Date>, Fault> {
        self.choice(field, "2021-06-21", |word| word.parse().ok())
    }

    pub(super) fn instant(self, field: &'static str) -> Result<Option<Timestamp>, Fault> {
        match self.record.value(field) {
            Value::Nothing => Ok(None),
            Value::Instant(instant) => Ok(Some(*instant)),
            _ => Err(self.unfit(field, "2021-06-21T14:00:00+08:00")),
        }
    }

    pub(super) fn list(self, field: &'static str) -> Result<&'a [Box<str>], Fault> {
        match self.record.value(field) {
            Value::Nothing => Ok(&[]),
            Value::List(entries) => Ok(entries),
            _ => Err(self.unfit(field, "a;b")),
        }
    }

    pub(super) fn strings(self, field: &'static str) -> Result<Vec<String>, Fault> {
        Ok(self.list(field)?.iter().map(ToString::to_string).collect())
    }

    pub(super) fn guid(self, field: &'static str) -> Result<Option<Uuid>, Fault> {
        self.choice(field, "6f1c0e7a-52d4-5b8e-9a37-c1f02d8b4e65", |word| Uuid::try_parse(word).ok())
    }

    /// Stated unless it says otherwise.
    pub(super) fn origin(self, field: &'static str) -> Result<Option<Provenance>, Fault> {
        self.choice(field, Provenance::WORDS, Provenance::from_word)
    }

    /// The record another field names, by its place among those of its kind.
    pub(super) fn named(self, field: &'static str, kind: Kind) -> Result<Option<u32>, Fault> {
        match self.words(field)? {
            "" => Ok(None),
            key => self.find(field, kind, key).map(Some),
        }
    }

    pub(super) fn listed(self, field: &'static str, kind: Kind) -> Result<Vec<u32>, Fault> {
        self.list(field)?.iter().map(|key| self.find(field, kind, key)).collect()
    }

    pub(super) fn find(self, field: &'static str, kind: Kind, key: &str) -> Result<u32, Fault> {
        let found = self.keys.0.get(&(kind, key)).copied();
        found.ok_or_else(|| self.fault(field, key.to_owned(), Wrong::Unknown(kind)))
    }

    pub(super) fn unfit(self, field: &'static str, right: &'static str) -> Fault {
        let stood = match self.record.value(field) {
            Value::Nothing => String::new(),
            Value::Words(words) => words.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Decimal(number) => number.to_string(),
            Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
            Value::Instant(instant) => instant.to_string(),
            Value::List(entries) => entries.join(";"),
        };
        self.fault(field, stood, Wrong::Unfit(right))
    }

    fn fault(self, field: &'static str, stood: String, wrong: Wrong) -> Fault {
        Fault {
            index: self.index,
            kind: self.record.kind,
            key: self.record.key.clone(),
            field: Some(field),
            stood,
            wrong,
        }
    }
}
