//! `week.toml`, field by field.

use festoon_domain::record::{Field, Kind, Record, Sort, Value};
use jiff::civil::Date;
use toml::Value as Toml;

use crate::week_folder::layout;

pub(super) fn write(records: &[Record]) -> String {
    let mut text = String::new();
    for (kind, heading) in [(Kind::Week, "[week]"), (Kind::Chain, "[[chain]]"), (Kind::Figure, "[[figure]]")]
    {
        for record in records.iter().filter(|record| record.kind == kind) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(heading);
            text.push('\n');
            entry(&mut text, record);
        }
    }
    text
}

fn entry(text: &mut String, record: &Record) {
    let mut line = |name: &str, value: &str| {
        for piece in [name, " = ", value, "\n"] {
            text.push_str(piece);
        }
    };
    line(layout::key_column(record.kind), &quoted(&record.key));
    if record.kind == Kind::Week {
        line(layout::CURRENCY.0, &quoted(layout::CURRENCY.1));
    }
    for (place, (field, value)) in record.kind.fields().iter().zip(&record.values).enumerate() {
        let unsaid = layout::unsaid(record, place);
        if *value != Value::Nothing || !unsaid.is_empty() || layout::is_needed_in_head(field.name) {
            line(field.name, &said(field, value, unsaid));
        }
    }
}

fn said(field: &Field, value: &Value, unsaid: &str) -> String {
    match value {
        Value::Nothing if field.sort == Sort::List => "[]".into(),
        Value::Nothing => quoted(unsaid),
        Value::Words(day) if field.sort == Sort::Day && is_toml_day(day) => day.to_string(),
        Value::Words(words) => quoted(words),
        Value::Number(number) => number.to_string(),
        Value::Decimal(number) => Toml::Float(*number).to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Instant(instant) => quoted(&instant.to_string()),
        Value::List(list) => {
            let entries: Vec<String> = list.iter().map(|entry| quoted(entry)).collect();
            format!("[{}]", entries.join(", "))
        }
    }
}

/// TOML knows no days before the year 0; those stand there as texts.
fn is_toml_day(day: &str) -> bool {
    day.parse::<Date>().is_ok_and(|day| day.year() >= 0)
}

/// A basic string on one line, with every control character escaped.
fn quoted(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 2);
    text.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            c if c.is_control() => text.extend(escape(c)),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

/// `\u` and four hexadecimal digits: every control character stands below U+00A0.
fn escape(c: char) -> impl Iterator<Item = char> {
    let digit =
        |shift: u32| char::from_digit(u32::from(c) >> shift & 0xf, 16).expect("four bits are a digit");
    ['\\', 'u'].into_iter().chain([12, 8, 4, 0].map(digit))
}
