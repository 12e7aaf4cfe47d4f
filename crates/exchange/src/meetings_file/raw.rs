//! The file as TOML has it. A key that is not known is a mistake, since a misspelt one would otherwise be passed over and nobody be told.

use serde::Deserialize;
use toml::{Spanned, Value};

/// A text and where it stands.
pub(super) type Said = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    /// What the file is about; for people.
    #[serde(rename = "title")]
    _title: Option<String>,
    pub(super) minutes: Spanned<i64>,
    pub(super) between: Option<Spanned<i64>>,
    pub(super) in_a_row: Option<Spanned<i64>>,
    pub(super) day: Vec<Day>,
    pub(super) party: Vec<Party>,
    #[serde(default)]
    pub(super) interpreter: Vec<Interpreter>,
    pub(super) venue: Vec<Venue>,
    #[serde(default)]
    pub(super) road: Vec<Road>,
    #[serde(default, rename = "break")]
    pub(super) breaks: Vec<Break>,
    #[serde(default)]
    pub(super) pin: Vec<Pin>,
    #[serde(default)]
    pub(super) apart: Vec<Apart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Day {
    pub(super) date: Spanned<Value>,
    pub(super) hours: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Party {
    pub(super) name: Said,
    #[serde(default)]
    pub(super) people: Vec<Said>,
    pub(super) languages: Vec<Said>,
    #[serde(default)]
    pub(super) offers: Vec<String>,
    #[serde(default)]
    pub(super) seeks: Vec<String>,
    #[serde(default)]
    pub(super) wishes: Vec<Said>,
    pub(super) most: Option<Spanned<i64>>,
    #[serde(default)]
    pub(super) away: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Interpreter {
    pub(super) name: Said,
    pub(super) languages: Vec<Said>,
    #[serde(default)]
    pub(super) away: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Venue {
    pub(super) name: Said,
    pub(super) tables: Spanned<i64>,
    #[serde(default)]
    pub(super) closed: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Road {
    pub(super) from: Said,
    pub(super) to: Said,
    pub(super) minutes: Spanned<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Break {
    pub(super) name: Said,
    pub(super) between: Said,
    pub(super) free: Option<Spanned<i64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pin {
    pub(super) one: Said,
    pub(super) other: Said,
    pub(super) start: Option<Spanned<Value>>,
    pub(super) venue: Option<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Apart {
    pub(super) one: Said,
    pub(super) other: Said,
}
