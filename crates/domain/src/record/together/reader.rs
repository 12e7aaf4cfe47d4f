//! A record on its way in, field by field in the order of its kind.

use std::collections::HashMap;
use std::num::NonZeroU32;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::choice::Choice;
use crate::programme::{Citation, Visibility};
use crate::record::{Fault, Field, Kind, Record, Sort, Value, Wrong};
use crate::text::Text;
use crate::venue::Hours;

/// Which key is which place in the table of its kind, a map a kind.
pub(super) type Places<'a> = [HashMap<&'a str, u32>; Kind::ALL.len()];

/// Fields so far. Each is named where it is read; a test run checks that the names are those of the kind.
pub(super) struct Reader<'a> {
    record: &'a Record,
    index: usize,
    places: &'a Places<'a>,
    next: usize,
}

type Read<T> = Result<T, Fault>;

const NOTHING: &Value = &Value::Nothing;

impl<'a> Reader<'a> {
    pub(super) fn new(record: &'a Record, index: usize, places: &'a Places<'a>) -> Self {
        Self { record, index, places, next: 0 }
    }

    pub(super) fn record_key(&self) -> String {
        self.record.key.to_string()
    }

    /// The guid that an occurrence's key is.
    pub(super) fn record_guid(&self) -> Uuid {
        Uuid::try_parse(&self.record.key).unwrap_or_default()
    }

    pub(super) fn source(&self) -> Option<Citation> {
        self.record.source.clone()
    }

    fn take(&mut self, name: &str) -> &'a Value {
        debug_assert_eq!(self.record.kind.fields()[self.next].name, name, "{:?}", self.record.kind);
        let value = self.record.values.get(self.next).unwrap_or(NOTHING);
        self.next += 1;
        value
    }

    /// The field read last, with what stood there.
    fn fault(&self, wrong: Wrong) -> Fault {
        let place = self.next.saturating_sub(1);
        self.fault_at(place, said(self.record.values.get(place).unwrap_or(NOTHING)), wrong)
    }

    fn fault_at(&self, place: usize, stood: String, wrong: Wrong) -> Fault {
        let field = self.record.kind.fields().get(place).map(|field| field.name);
        Fault { index: self.index, kind: self.record.kind, key: self.record.key.clone(), field, stood, wrong }
    }

    /// The field read last is empty and may not be.
    pub(super) fn missing(&self, right: &'static str) -> Fault {
        self.fault(Wrong::Unfit(right))
    }

    /// A field that was read before does not fit the others.
    pub(super) fn unfit(&self, name: &str, right: &'static str) -> Fault {
        let is = |field: &Field| field.name == name;
        let place = self.record.kind.fields().iter().position(is).unwrap_or_default();
        self.fault_at(place, said(self.record.values.get(place).unwrap_or(NOTHING)), Wrong::Unfit(right))
    }

    fn optional_words(&mut self, name: &str) -> Read<Option<&'a str>> {
        match self.take(name) {
            Value::Nothing => Ok(None),
            Value::Words(words) => Ok(Some(words).filter(|words| !words.is_empty()).map(|words| &**words)),
            _ => Err(self.fault(Wrong::Unfit("text"))),
        }
    }

    pub(super) fn said(&mut self, name: &str) -> Read<Option<String>> {
        Ok(self.optional_words(name)?.map(str::to_owned))
    }

    pub(super) fn words(&mut self, name: &str) -> Read<String> {
        Ok(self.said(name)?.unwrap_or_default())
    }

    /// Both wordings and which of them is stale.
    pub(super) fn text(&mut self, name: &str) -> Read<Text> {
        debug_assert!(self.record.kind.fields()[self.next].name.starts_with(name), "{name}");
        let mut next = || {
            let name = self.record.kind.fields()[self.next].name;
            self.optional_words(name)
        };
        let (zh, en, stale) = (next()?, next()?, next()?);
        let stale =
            stale.map(|word| Choice::from_word(word).ok_or_else(|| self.fault(Wrong::Unfit("zh / en"))));
        Ok(Text::from_wordings(zh.unwrap_or_default(), en.unwrap_or_default(), stale.transpose()?))
    }

    pub(super) fn parsed<T>(
        &mut self,
        name: &str,
        right: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Read<Option<T>> {
        let Some(words) = self.optional_words(name)? else {
            return Ok(None);
        };
        parse(words).map(Some).ok_or_else(|| self.fault(Wrong::Unfit(right)))
    }

    pub(super) fn choice<T: Choice>(&mut self, name: &str) -> Read<Option<T>> {
        self.parsed(name, T::RIGHT, T::from_word)
    }

    pub(super) fn or_usual<T: Choice + Default>(&mut self, name: &str) -> Read<T> {
        Ok(self.choice(name)?.unwrap_or_default())
    }

    pub(super) fn chosen<T: Choice>(&mut self, name: &str) -> Read<T> {
        self.choice(name)?.ok_or_else(|| self.missing(T::RIGHT))
    }

    pub(super) fn day(&mut self, name: &str) -> Read<Option<Date>> {
        self.parsed(name, "2021-06-21", |words| words.parse().ok())
    }

    pub(super) fn hours(&mut self, name: &str) -> Read<Hours> {
        Ok(self.parsed(name, Hours::RIGHT, |words| words.parse().ok())?.unwrap_or_default())
    }

    pub(super) fn guid(&mut self, name: &str) -> Read<Option<Uuid>> {
        self.parsed(name, "8-4-4-4-12 hexadecimal digits", |words| Uuid::try_parse(words).ok())
    }

    pub(super) fn number<N: TryFrom<i64>>(&mut self, name: &str) -> Read<Option<N>> {
        let fits = |number: i64| N::try_from(number).ok();
        match self.take(name) {
            Value::Nothing => Ok(None),
            Value::Number(number) => fits(*number).map(Some).ok_or_else(|| self.fault(Wrong::Unfit("123"))),
            _ => Err(self.fault(Wrong::Unfit("123"))),
        }
    }

    /// A number by which apps know something: never 0.
    pub(super) fn id_number(&mut self, name: &str) -> Read<Option<NonZeroU32>> {
        match self.number::<u32>(name)?.map(NonZeroU32::new) {
            Some(None) => Err(self.fault(Wrong::Unfit("123"))),
            number => Ok(number.flatten()),
        }
    }

    pub(super) fn decimal(&mut self, name: &str) -> Read<Option<f64>> {
        match self.take(name) {
            Value::Nothing => Ok(None),
            Value::Decimal(number) if number.is_finite() => Ok(Some(*number)),
            _ => Err(self.fault(Wrong::Unfit("118.8518"))),
        }
    }

    pub(super) fn positive(&mut self, name: &str) -> Read<Option<f64>> {
        match self.decimal(name)? {
            Some(number) if number <= 0.0 => Err(self.fault(Wrong::Unfit("1.4"))),
            number => Ok(number),
        }
    }

    pub(super) fn flag(&mut self, name: &str) -> Read<Option<bool>> {
        match self.take(name) {
            Value::Nothing => Ok(None),
            Value::Flag(flag) => Ok(Some(*flag)),
            _ => Err(self.fault(Wrong::Unfit("yes / no"))),
        }
    }

    pub(super) fn instant(&mut self, name: &str) -> Read<Option<Timestamp>> {
        match self.take(name) {
            Value::Nothing => Ok(None),
            Value::Instant(instant) => Ok(Some(*instant)),
            _ => Err(self.fault(Wrong::Unfit("2021-06-21T09:00:00+08:00"))),
        }
    }

    pub(super) fn list(&mut self, name: &str) -> Read<&'a [Box<str>]> {
        match self.take(name) {
            Value::Nothing => Ok(&[]),
            Value::List(list) => Ok(list),
            _ => Err(self.fault(Wrong::Unfit("a; b; c"))),
        }
    }

    pub(super) fn each<T>(
        &mut self,
        name: &str,
        right: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Read<Vec<T>> {
        let lines = self.list(name)?;
        let wrong = |line: &str| self.fault_at(self.next - 1, line.to_owned(), Wrong::Unfit(right));
        lines.iter().map(|line| parse(line).ok_or_else(|| wrong(line))).collect()
    }

    pub(super) fn choices<T: Choice>(&mut self, name: &str) -> Read<Vec<T>> {
        self.each(name, T::RIGHT, T::from_word)
    }

    /// The kind of record that the field read last names.
    fn named_kind(&self) -> Kind {
        match self.record.kind.fields().get(self.next.saturating_sub(1)).map(|field| field.sort) {
            Some(Sort::Key(kind) | Sort::Keys(kind)) => kind,
            _ => self.record.kind,
        }
    }

    fn place(&self, key: &str) -> Read<u32> {
        let kind = self.named_kind();
        let unknown = || self.fault_at(self.next - 1, key.to_owned(), Wrong::Unknown(kind));
        self.places[kind as usize].get(key).copied().ok_or_else(unknown)
    }

    /// The place of the record that is named.
    pub(super) fn key(&mut self, name: &str) -> Read<Option<u32>> {
        let key = self.optional_words(name)?;
        key.map(|key| self.place(key)).transpose()
    }

    /// The same where one must be named.
    pub(super) fn needed(&mut self, name: &str) -> Read<u32> {
        let key = self.optional_words(name)?.unwrap_or_default();
        self.place(key)
    }

    /// The key of the record that is named, for what keeps keys.
    pub(super) fn named(&mut self, name: &str) -> Read<Option<String>> {
        let key = self.optional_words(name)?;
        key.map(|key| self.place(key).map(|_| key.to_owned())).transpose()
    }

    pub(super) fn keys(&mut self, name: &str) -> Read<Vec<u32>> {
        self.list(name)?.iter().map(|key| self.place(key)).collect()
    }

    /// People, each with a visibility if one is said.
    pub(super) fn stage(&mut self, name: &str) -> Read<Vec<(u32, Option<Visibility>)>> {
        let people = self.list(name)?;
        let wrong =
            |entry: &str| self.fault_at(self.next - 1, entry.to_owned(), Wrong::Unfit(Visibility::RIGHT));
        let read = |entry: &str| {
            let Some((key, word)) = entry.split_once(':') else {
                return Ok((self.place(entry)?, None));
            };
            let visibility = Visibility::from_word(word).ok_or_else(|| wrong(entry))?;
            Ok((self.place(key)?, Some(visibility)))
        };
        people.iter().map(|entry| read(entry)).collect()
    }

    /// A road goes where its key says.
    pub(super) fn ends_are_its_key(&self) -> Read<()> {
        let ends = [0, 1].map(|place| self.record.values.get(place).map(said).unwrap_or_default());
        if ends.join("/") == *self.record.key { Ok(()) } else { Err(self.unfit("from", "from/to")) }
    }
}

/// A value as it stood, for a fault.
fn said(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Words(words) => words.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        Value::Flag(true) => "yes".into(),
        Value::Flag(false) => "no".into(),
        Value::Instant(instant) => instant.to_string(),
        Value::List(list) => list.join("; "),
    }
}
