//! One line of JSON to one record, with every byte it takes counted before it is taken.

use std::fmt;

use festoon_domain::record::{Kind, Record, Sort, Value};
use jiff::Timestamp;
use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

/// Which field of a kind stands at which place behind the key.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) kind: Kind,
    pub(super) places: Vec<usize>,
}

/// How much memory records may still take.
#[derive(Debug)]
pub(super) struct Room {
    left: Option<u64>,
}

impl Room {
    pub(super) const fn new(bytes: u64) -> Self {
        Self { left: Some(bytes) }
    }

    pub(super) const fn is_left(&self) -> bool {
        self.left.is_some()
    }

    /// Takes so many bytes and what an allocation costs beside them.
    fn take<E: Error>(&mut self, bytes: usize) -> Result<(), E> {
        const OF_AN_ALLOCATION: u64 = 16;
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_add(OF_AN_ALLOCATION);
        self.left = self.left.and_then(|left| left.checked_sub(bytes));
        if self.is_left() { Ok(()) } else { Err(E::custom("too large")) }
    }
}

pub(super) fn read(line: &[u8], columns: &Columns, room: &mut Room) -> serde_json::Result<Record> {
    let mut json = serde_json::Deserializer::from_slice(line);
    let record = Row { columns, room }.deserialize(&mut json)?;
    json.end()?;
    Ok(record)
}

struct Row<'a> {
    columns: &'a Columns,
    room: &'a mut Room,
}

impl<'de> DeserializeSeed<'de> for Row<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Record, D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Row<'_> {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key and at most one value a field")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Record, A::Error> {
        let Self { columns, room } = self;
        let fields = columns.kind.fields();
        room.take(size_of::<Record>() + fields.len() * size_of::<Value>())?;

        let Some(Value::Words(key)) = row.next_element_seed(Cell { sort: Sort::Words, room })? else {
            return Err(A::Error::custom("a record without a key"));
        };
        let mut values = vec![Value::Nothing; fields.len()];
        for &place in &columns.places {
            let sort = fields[place].sort;
            let Some(value) = row.next_element_seed(Cell { sort, room })? else { break };
            values[place] = value;
        }
        Ok(Record { kind: columns.kind, key, values, source: None })
    }
}

struct Cell<'a> {
    sort: Sort,
    room: &'a mut Room,
}

impl<'de> DeserializeSeed<'de> for Cell<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Cell<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, a flag, a list of texts or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        match self.sort {
            Sort::Instant => Timestamp::from_microsecond(number).map(Value::Instant).map_err(E::custom),
            _ => Ok(Value::Number(number)),
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        let number = i64::try_from(number).map_err(E::custom)?;
        self.visit_i64(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Decimal(number))
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Value, E> {
        if words.is_empty() {
            return Ok(Value::Nothing);
        }
        self.room.take(words.len())?;
        Ok(Value::Words(words.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(words) = row.next_element_seed(Entry(self.room))? {
            list.push(words);
        }
        Ok(if list.is_empty() { Value::Nothing } else { Value::List(list) })
    }
}

/// An entry of a list.
struct Entry<'a>(&'a mut Room);

impl<'de> DeserializeSeed<'de> for Entry<'_> {
    type Value = Box<str>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Box<str>, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Entry<'_> {
    type Value = Box<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Box<str>, E> {
        self.0.take(size_of::<Box<str>>() + words.len())?;
        Ok(words.into())
    }
}
