//! `week.toml`: the edition, its chains and its published figures.

use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::record::{Kind, Record, Sort, Value};
use toml::{Table, Value as Toml};

use super::table::{self, refusal};
use super::{Files, FolderFault, layout};
use crate::Refusal;

use super::HEAD as FILE;

/// The name of a kind's table or tables.
const TABLES: [(Kind, &str); 3] = [(Kind::Week, "week"), (Kind::Chain, "chain"), (Kind::Figure, "figure")];

pub(super) fn read(files: Files<'_>) -> Result<Vec<Record>, Refusal> {
    let bytes = files(FILE).ok_or_else(|| fault(FolderFault::NoFile))?;
    let unreadable = |words: String| fault(FolderFault::Unreadable(words));
    let text = std::str::from_utf8(&bytes).map_err(|error| unreadable(error.to_string()))?;
    let mut head: Table = toml::from_str(text).map_err(|error| unreadable(error.to_string()))?;

    let mut records = Vec::new();
    for (kind, name) in TABLES {
        for entry in entries(kind, name, head.remove(name))? {
            records.push(record(kind, entry)?);
        }
    }
    nothing_is_left(&head)?;
    Ok(records)
}

/// One `[week]`, any number of `[[chain]]` and `[[figure]]`.
fn entries(kind: Kind, name: &'static str, said: Option<Toml>) -> Result<Vec<Table>, Refusal> {
    match (kind, said) {
        (Kind::Week, Some(Toml::Table(week))) => Ok(vec![week]),
        (Kind::Week, None) => Err(fault(FolderFault::NoField(name))),
        (Kind::Week, Some(other)) => Err(bad(name, &other, "[week]")),
        (_, None) => Ok(Vec::new()),
        (_, Some(Toml::Array(entries))) => {
            let table = |entry| match entry {
                Toml::Table(entry) => Ok(entry),
                other => Err(bad(name, &other, "[[…]]")),
            };
            entries.into_iter().map(table).collect()
        }
        (_, Some(other)) => Err(bad(name, &other, "[[…]]")),
    }
}

fn record(kind: Kind, mut entry: Table) -> Result<Record, Refusal> {
    let mut needed = |name| entry.remove(name).ok_or_else(|| fault(FolderFault::NoField(name)));
    let key = match needed(layout::key_column(kind))? {
        Toml::String(key) => key.into(),
        other => return Err(bad(layout::key_column(kind), &other, "a-z 0-9 -")),
    };
    if kind == Kind::Week {
        let (name, only) = layout::CURRENCY;
        let currency = needed(name)?;
        if currency.as_str() != Some(only) {
            return Err(bad(name, &currency, only));
        }
    }

    let mut values = Vec::with_capacity(kind.fields().len());
    for field in kind.fields() {
        let said = match entry.remove(field.name) {
            None if layout::is_needed_in_head(field.name) => {
                return Err(fault(FolderFault::NoField(field.name)));
            }
            said => said,
        };
        values.push(said.map_or(Ok(Value::Nothing), |said| value(field.name, field.sort, said))?);
    }
    nothing_is_left(&entry)?;
    table::part_languages(kind, &mut values);
    let source = Some(Citation { file: Arc::from(FILE), spot: Spot::Whole });
    Ok(Record { kind, key, values, source })
}

fn value(field: &'static str, sort: Sort, said: Toml) -> Result<Value, Refusal> {
    if said.as_str() == Some("") {
        return Ok(Value::Nothing);
    }
    let value = match (sort, said) {
        (Sort::Words | Sort::Choice | Sort::Key(_), Toml::String(words)) => {
            if field == "country" && words.len() != 2 {
                return Err(bad(field, &Toml::String(words), "ISO 3166-1 alpha-2"));
            }
            Value::Words(words.into())
        }
        (Sort::Day, Toml::String(day)) => Value::Words(day.into()),
        (Sort::Day, Toml::Datetime(day)) => Value::Words(day.to_string().into()),
        (Sort::Number, Toml::Integer(number)) => Value::Number(number),
        (Sort::Decimal, Toml::Float(number)) => Value::Decimal(number),
        #[expect(clippy::cast_precision_loss, reason = "a speed or a factor, said without a point")]
        (Sort::Decimal, Toml::Integer(number)) => Value::Decimal(number as f64),
        (Sort::List | Sort::Keys(_), Toml::Array(list)) => {
            let words = |entry: Toml| match entry {
                Toml::String(words) => Ok(words.into()),
                other => Err(bad(field, &other, "[\"…\", \"…\"]")),
            };
            let list: Vec<Box<str>> = list.into_iter().map(words).collect::<Result<_, _>>()?;
            if list.is_empty() { Value::Nothing } else { Value::List(list) }
        }
        (_, other) => return Err(bad(field, &other, right(sort))),
    };
    Ok(value)
}

const fn right(sort: Sort) -> &'static str {
    match sort {
        Sort::Words | Sort::Choice | Sort::Key(_) => "\"…\"",
        Sort::List | Sort::Keys(_) => "[\"…\", \"…\"]",
        Sort::Number => "48",
        Sort::Decimal => "1.4",
        Sort::Flag => "true / false",
        Sort::Day => "2021-06-21",
        Sort::Instant => "2021-06-21T14:00:00Z",
    }
}

fn nothing_is_left(table: &Table) -> Result<(), Refusal> {
    match table.keys().next() {
        Some(unknown) => Err(fault(FolderFault::UnknownField(unknown.clone()))),
        None => Ok(()),
    }
}

fn bad(field: &'static str, stood: &Toml, right: &'static str) -> Refusal {
    let stood = stood.as_str().map_or_else(|| stood.to_string(), str::to_owned);
    fault(FolderFault::BadValue(field, stood, right))
}

fn fault(fault: FolderFault) -> Refusal {
    refusal(&Arc::from(FILE), Spot::Whole, fault)
}
