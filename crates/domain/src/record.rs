//! A week taken apart into records: each a kind, a key and named fields, with keys in place of ids.
//!
//! [`Records`](crate::week::Records) is made for rules: tables that name each other by their place. What is kept, compared, merged
//! or handed on is made of the same things, but one by one and under names that last. Store, week folder, journal and releases all
//! stand on the one list of fields in [`Kind::fields`], so a new field is added in one place and nothing forgets it.
//!
//! [`take_apart`] and [`put_together`] are each other's inverse, but for the order of people of different roles at a session and for
//! rows a citation names. They cost one walk and a look-up a reference.

mod apart;
mod changes;
mod fault;
mod fields;
mod merge;
mod tally;
mod together;
mod words;

pub use apart::take_apart;
pub use changes::{Change, FieldChange, What, compare};
pub use fault::{Fault, Wrong};
pub use fields::{Field, Kind, Sort};
pub use merge::{Conflict, Merged, merge};
pub use tally::{Group, Line, Topic, tally};
pub use together::put_together;
pub use words::Names;

use jiff::Timestamp;

use crate::programme::Citation;

/// One thing recorded about a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What it is.
    pub kind: Kind,
    /// Its name for ever, unlike all others of its kind in its week; an occurrence's is its guid.
    pub key: Box<str>,
    /// One value a field of [`Kind::fields`], in their order.
    pub values: Vec<Value>,
    /// Where it was read, if it came from a file; no part of what the record says.
    pub source: Option<Citation>,
}

impl Record {
    /// What stands in a field, by its name; nothing if the kind has no such field.
    #[must_use]
    pub fn value(&self, field: &str) -> &Value {
        const NOTHING: &Value = &Value::Nothing;
        self.kind.place_of(field).and_then(|place| self.values.get(place)).unwrap_or(NOTHING)
    }

    /// The words in a field, by its name; none if nothing or something else stands there.
    #[must_use]
    pub fn words(&self, field: &str) -> &str {
        if let Value::Words(words) = self.value(field) { words } else { "" }
    }
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nobody said.
    #[default]
    Nothing,
    /// Words, a key, a word of a list of choices, or a day as `2021-06-21`; never empty.
    Words(Box<str>),
    /// A whole number.
    Number(i64),
    /// A number that need not be whole: degrees.
    Decimal(f64),
    /// Yes or no.
    Flag(bool),
    /// An instant, to the microsecond.
    Instant(Timestamp),
    /// Several words in order; never empty.
    List(Vec<Box<str>>),
}
