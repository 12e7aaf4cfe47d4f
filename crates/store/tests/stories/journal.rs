//! What was done is written down once, to the last value, and read newest first.

use festoon_domain::record::{Change, FieldChange, Kind, Value, What};
use festoon_store::journal::{self, Deed, Line};
use festoon_store::weeks;

use crate::records::{full, place, silent, words};
use crate::{at, read, told, write};

fn deed(revision: i64, minute: i64, why: &str) -> Deed {
    Deed { week: "2021".into(), revision, at: at(minute), actor: "Lin 林".into(), why: why.into() }
}

fn change(kind: Kind, key: &str, what: What) -> Change {
    Change { kind, key: key.into(), what }
}

fn renamed(field: &str, from: Value, to: Value) -> FieldChange {
    FieldChange { field: place(Kind::Room, field), from, to }
}

#[test]
fn every_change_is_written_down_and_read_newest_first() {
    let hall = full(Kind::Room, "hall", 3).values;
    let first = vec![
        change(Kind::Room, "hall", What::Added(hall.clone())),
        change(Kind::Room, "b", What::Removed(silent(Kind::Room, "b").values)),
    ];
    let seats = renamed("seats", Value::Nothing, Value::Number(i64::MIN));
    let name = renamed("name_zh", words("null"), words("大会堂"));
    let step_free = renamed("step_free", Value::Flag(true), Value::Nothing);
    let equipment =
        renamed("equipment", Value::List(vec!["投影".into()]), Value::List(vec!["a".into(), "b".into()]));
    let second = vec![
        change(Kind::Room, "hall", What::Changed(vec![seats, name])),
        change(Kind::Room, "b", What::Changed(vec![step_free])),
    ];
    // The clock was set back in between, and this one joins a revision that has lines.
    let third = vec![change(Kind::Room, "hall", What::Changed(vec![equipment]))];

    let seen = told(move |store| {
        let (first, second, third) = (first.clone(), second.clone(), third.clone());
        write(store, move |tx| {
            weeks::create(tx, "2021", at(0))?;
            journal::write(tx, &deed(1, 10, "import a.xlsx"), &first)?;
            journal::write(tx, &deed(2, 5, "moved"), &second)?;
            journal::write(tx, &deed(2, 6, "moved again"), &third)?;
            journal::write(tx, &deed(3, 7, "nothing"), &[])
        });
        let all = read(store, |read| journal::of_week(read, "2021", None, 100));
        let whole: Vec<_> = all.iter().map(|line| line.record().expect("it reads")).collect();
        let lines: Vec<_> = all.iter().map(summary).collect();
        let newest = read(store, |read| journal::of_week(read, "2021", None, 2));
        let of_b = read(store, |read| journal::of_week(read, "2021", Some((Kind::Room, "b")), 100));
        let other = read(store, |read| journal::of_week(read, "2022", None, 100));
        (lines, whole, newest == all[..2], of_b.iter().map(summary).collect::<Vec<_>>(), other)
    });

    let field = |deed, key: &str, field: &str, from, to| {
        (deed, key.to_owned(), Some(field.to_owned()), Some((from, to)))
    };
    let lines = vec![
        field(
            deed(2, 6, "moved again"),
            "hall",
            "equipment",
            Value::List(vec!["投影".into()]),
            Value::List(vec!["a".into(), "b".into()]),
        ),
        field(deed(2, 5, "moved"), "b", "step_free", Value::Flag(true), Value::Nothing),
        field(deed(2, 5, "moved"), "hall", "name_zh", words("null"), words("大会堂")),
        field(deed(2, 5, "moved"), "hall", "seats", Value::Nothing, Value::Number(i64::MIN)),
        (deed(1, 10, "import a.xlsx"), "b".into(), None, None),
        (deed(1, 10, "import a.xlsx"), "hall".into(), None, None),
    ];
    let whole = vec![None, None, None, None, Some(silent(Kind::Room, "b").values), Some(hall)];
    let of_b = vec![lines[1].clone(), lines[4].clone()];
    assert_eq!(seen, (lines, whole, true, of_b, Vec::new()));
}

type Summary = (Deed, String, Option<String>, Option<(Value, Value)>);

/// A line without the text of a whole record.
fn summary(line: &Line) -> Summary {
    assert_eq!(line.kind, Kind::Room);
    let values = line.field.as_ref().map(|_| (line.from.clone(), line.to.clone()));
    (line.deed.clone(), line.key.clone(), line.field.clone(), values)
}

#[test]
fn whether_a_record_came_or_went_stands_in_its_line() {
    let seen = told(|store| {
        write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            let values = silent(Kind::Road, "a/b").values;
            let changes = [What::Added(values.clone()), What::Removed(values)]
                .map(|what| change(Kind::Road, "a/b", what));
            journal::write(tx, &deed(1, 0, "both"), &changes)
        });
        let lines = read(store, |read| journal::of_week(read, "2021", None, 9));
        lines.into_iter().map(|line| (line.from, line.to)).collect::<Vec<_>>()
    });
    assert_eq!(seen, [(words("{}"), Value::Nothing), (Value::Nothing, words("{}"))]);
}
