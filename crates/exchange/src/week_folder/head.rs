//! `week.toml`: the edition, its chains and its published figures.
//!
//! It is read key by key, so all mistakes of it are told at once, each with line and character; where each field stands is remembered, for what
//! only shows between records.

use std::collections::BTreeMap;
use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::record::{Kind, Record, Sort, Value};
use toml::de::DeValue;

use super::table::{self, refusal};
use super::{Files, FolderFault, layout};
use crate::said::{Mistakes, Said, TomlText};
use crate::{NamedFile, Refusal};

use super::HEAD as FILE;

/// What stands in the file.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) records: Vec<Record>,
    /// Of each record: where the value of each field stands.
    pub(super) places: Vec<BTreeMap<&'static str, Spot>>,
}

pub(super) fn read(files: Files<'_>) -> Result<Head, Vec<Refusal>> {
    let name: Arc<str> = Arc::from(FILE);
    let bytes = files(FILE).ok_or_else(|| vec![refusal(&name, Spot::Whole, FolderFault::NoFile)])?;
    let file = NamedFile { name, bytes: bytes.into_owned() };
    let text = TomlText::of_any_size(&file).map_err(|refusal| vec![refusal])?;
    let table = text.table().map_err(|refusal| vec![refusal])?;
    let mistakes = Mistakes::of(&text);
    let head = document(&Said::of(table.get_ref(), 0, FILE, &mistakes));
    let refusals = mistakes.refusals();
    if refusals.is_empty() { Ok(head) } else { Err(refusals) }
}

/// One `[week]`, any number of `[[chain]]` and `[[figure]]`.
fn document(said: &Said<'_>) -> Head {
    let mut head = Head::default();
    if !said.has("week") {
        said.lacks("week");
    }
    let week = said.table("week", "[week]").map(|week| (Kind::Week, week));
    let chains = said.tables("chain", "[[chain]]").into_iter().map(|chain| (Kind::Chain, chain));
    let figures = said.tables("figure", "[[figure]]").into_iter().map(|figure| (Kind::Figure, figure));
    for (kind, entry) in week.into_iter().chain(chains).chain(figures) {
        record(kind, entry, &mut head);
    }
    said.unknown();
    head
}

fn record(kind: Kind, said: Said<'_>, to: &mut Head) {
    let key = said.must(layout::key_column(kind)).unwrap_or_default();
    if kind == Kind::Week {
        let (name, only) = layout::CURRENCY;
        if !said.has(name) {
            said.lacks(name);
        }
        let right = format!("\"{only}\"");
        let _it_is: Option<()> =
            said.read(name, &right, &right, |value| (value.as_str() == Some(only)).then_some(()));
    }

    let fields = kind.fields();
    let mut values: Vec<Value> = fields.iter().map(|field| value(&said, field.name, field.sort)).collect();
    table::part_languages(kind, &mut values);
    let column = [layout::key_column(kind)].into_iter();
    let names = column.chain(fields.iter().map(|field| field.name)).filter(|name| said.has(name));
    let places = names.map(|name| (name, said.mistakes.spot(said.offset_of(name)))).collect();
    let spot = said.mistakes.spot(said.offset);
    to.records.push(Record {
        kind,
        key: key.into(),
        values,
        source: Some(Citation { file: Arc::from(FILE), spot }),
    });
    to.places.push(places);
    said.finish();
}

fn value(said: &Said<'_>, name: &'static str, sort: Sort) -> Value {
    if !said.has(name) {
        if layout::is_needed_in_head(name) {
            said.lacks(name);
        }
        return Value::Nothing;
    }
    let (zh, en) = if name == "country" {
        ("ISO 3166-1 的两个字母，如 \"CN\"", "two letters of ISO 3166-1, such as \"CN\"")
    } else {
        right(sort)
    };
    let read = |value: &DeValue<'_>| {
        if value.as_str() == Some("") {
            return Some(Value::Nothing);
        }
        let fits = name != "country" || value.as_str().is_some_and(|words| words.len() == 2);
        fitting(sort, value).filter(|_| fits)
    };
    said.read(name, zh, en, read).unwrap_or(Value::Nothing)
}

fn fitting(sort: Sort, said: &DeValue<'_>) -> Option<Value> {
    let decimal = |said: &str| said.parse().ok().filter(|number: &f64| number.is_finite());
    Some(match (sort, said) {
        (Sort::Words | Sort::Choice | Sort::Key(_) | Sort::Day, DeValue::String(words)) => {
            Value::Words(words.as_ref().into())
        }
        (Sort::Day, DeValue::Datetime(day)) => Value::Words(day.to_string().into()),
        (Sort::Number, DeValue::Integer(number)) => {
            Value::Number(i64::from_str_radix(number.as_str(), number.radix()).ok()?)
        }
        (Sort::Decimal, DeValue::Float(number)) => Value::Decimal(decimal(number.as_str())?),
        // A speed or a factor, said without a point.
        (Sort::Decimal, DeValue::Integer(number)) if number.radix() == 10 => {
            Value::Decimal(decimal(number.as_str())?)
        }
        (Sort::List | Sort::Keys(_), DeValue::Array(list)) => {
            let words = list.iter().map(|entry| entry.get_ref().as_str().map(Into::into));
            let list: Vec<Box<str>> = words.collect::<Option<_>>()?;
            if list.is_empty() { Value::Nothing } else { Value::List(list) }
        }
        _ => return None,
    })
}

const fn right(sort: Sort) -> (&'static str, &'static str) {
    match sort {
        Sort::Words | Sort::Choice | Sort::Key(_) => ("引号中的文字", "words in quotation marks"),
        Sort::List | Sort::Keys(_) => {
            ("文字的列表，如 [\"a\", \"b\"]", "a list of words, such as [\"a\", \"b\"]")
        }
        Sort::Number => ("整数，如 48", "a whole number, such as 48"),
        Sort::Decimal => ("一个数，如 1.4", "a number, such as 1.4"),
        Sort::Flag => ("true 或 false", "true or false"),
        Sort::Day => ("日期，如 2021-06-21", "a date, such as 2021-06-21"),
        Sort::Instant => ("时刻，如 2021-06-21T14:00:00Z", "a time, such as 2021-06-21T14:00:00Z"),
    }
}
