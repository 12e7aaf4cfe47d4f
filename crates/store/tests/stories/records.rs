//! Records for stories: of every kind, with every field said, at its extremes, or not at all.

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::record::{Kind, Record, Sort, Value};
use jiff::Timestamp;

/// A record of a kind that says nothing.
pub(crate) fn silent(kind: Kind, key: &str) -> Record {
    Record { kind, key: key.into(), values: vec![Value::Nothing; kind.fields().len()], source: None }
}

/// A record that says something in every field.
pub(crate) fn full(kind: Kind, key: &str, turn: usize) -> Record {
    let values =
        kind.fields().iter().enumerate().map(|(place, field)| said(field.sort, turn + place)).collect();
    Record { kind, key: key.into(), values, source: Some(source(turn)) }
}

/// A record with some of its fields said.
pub(crate) fn saying(kind: Kind, key: &str, said: &[(&str, Value)]) -> Record {
    let mut record = silent(kind, key);
    for (name, value) in said {
        record.values[place(kind, name)] = value.clone();
    }
    record
}

/// The place of a field.
pub(crate) fn place(kind: Kind, name: &str) -> usize {
    kind.fields().iter().position(|field| field.name == name).expect("the kind has this field")
}

pub(crate) fn words(words: &str) -> Value {
    Value::Words(words.into())
}

fn said(sort: Sort, turn: usize) -> Value {
    const TEXTS: [&str; 9] = [
        "a",
        "A ",
        "创新周「开幕式」",
        "it's \"quoted\" \\ $1 ?1 %_{text}",
        "two\nlines\r\n\tand a tab",
        "𝔘 👩‍🚀 e\u{301} é",
        "null",
        "\u{1}\u{7f}\u{fffd}\u{10ffff}",
        " ",
    ];
    const NUMBERS: [i64; 5] = [0, 1, -1, i64::MAX, i64::MIN];
    const DECIMALS: [f64; 7] = [0.0, 113.934_528_1, -0.1, 5.0, f64::MAX, f64::MIN_POSITIVE, 5e-324];
    let text = TEXTS[turn % TEXTS.len()];
    match sort {
        Sort::Words | Sort::Choice | Sort::Key(_) => words(text),
        Sort::Day => words("2021-06-21"),
        Sort::Keys(_) | Sort::List => Value::List(
            TEXTS.iter().cycle().skip(turn).take(1 + turn % 3).map(|text| (*text).into()).collect(),
        ),
        Sort::Number => Value::Number(NUMBERS[turn % NUMBERS.len()]),
        Sort::Decimal => Value::Decimal(DECIMALS[turn % DECIMALS.len()]),
        Sort::Flag => Value::Flag(turn.is_multiple_of(2)),
        Sort::Instant => Value::Instant(instant(turn)),
    }
}

fn instant(turn: usize) -> Timestamp {
    let microseconds = [0, 1_624_240_800_123_456, -1, -377_705_023_201_000_000, 253_402_207_200_000_000];
    Timestamp::from_microsecond(microseconds[turn % microseconds.len()]).expect("within range")
}

fn source(turn: usize) -> Citation {
    let spots = [
        Spot::Whole,
        Spot::Row("6月21日: 上午".into(), 12),
        Spot::Cell("".into(), 3, 4),
        Spot::Line(5),
        Spot::TableRow(1, 2),
        Spot::TableCell(1, 2, 3),
    ];
    Citation { file: ["主办方.xlsx", "b.csv"][turn % 2].into(), spot: spots[turn % spots.len()].clone() }
}
