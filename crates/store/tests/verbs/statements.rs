//! What goes in comes out, and what cannot be right is refused.

use festoon_store::tx::{Put, Type};
use festoon_store::{Store, StoreError, Trouble, Value};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{ids, put, told, write};

const COLUMNS: &[(&str, Type)] = &[
    ("id", Type::Int),
    ("number", Type::Int),
    ("decimal", Type::Real),
    ("flag", Type::Bool),
    ("words", Type::Text),
    ("bytes", Type::Bytes),
];

/// The columns that a conflict is about.
const FEW: &[(&str, Type)] = &[("id", Type::Int), ("number", Type::Int)];

type Probe = (i64, Option<i64>, Option<f64>, Option<bool>, Option<String>, Option<Vec<u8>>);

fn probes(store: &Store) -> Vec<Probe> {
    let sql = "SELECT id, number, decimal, flag, words, bytes FROM probe ORDER BY id";
    let read: Result<_, StoreError> = store.read(move |read| {
        read.all(sql, &[], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
        })
    });
    read.expect("it can be read")
}

fn rows() -> Vec<Vec<Value>> {
    let texts = ["", "新年 🎆 it's \"so\"", "a\\b\n$1 ?2", "zz"];
    let numbers = [i64::MIN, -1, 0, i64::MAX];
    let decimals = [0.1, -0.0, 1e300, f64::INFINITY];
    let mut rows: Vec<Vec<Value>> = (0_u8..)
        .zip(texts.into_iter().zip(numbers.into_iter().zip(decimals)))
        .map(|(id, (text, (number, decimal)))| {
            let bytes = vec![0, 255, id];
            vec![
                i64::from(id).into(),
                number.into(),
                decimal.into(),
                (id % 2 == 0).into(),
                text.into(),
                bytes.into(),
            ]
        })
        .collect();
    rows.push(vec![9_i64.into(), Value::Null, Value::Null, Value::Null, Value::Null, Value::Null]);
    rows
}

fn expected() -> Vec<Probe> {
    vec![
        (0, Some(i64::MIN), Some(0.1), Some(true), Some(String::new()), Some(vec![0, 255, 0])),
        (1, Some(-1), Some(-0.0), Some(false), Some("新年 🎆 it's \"so\"".into()), Some(vec![0, 255, 1])),
        (2, Some(0), Some(1e300), Some(true), Some("a\\b\n$1 ?2".into()), Some(vec![0, 255, 2])),
        (3, Some(i64::MAX), Some(f64::INFINITY), Some(false), Some("zz".into()), Some(vec![0, 255, 3])),
        (9, None, None, None, None, None),
    ]
}

#[test]
fn every_type_and_nothing_come_back_as_they_went_in_row_by_row() {
    let seen = told(|store| {
        write(store, |tx| {
            let sql =
                "INSERT INTO probe (id, number, decimal, flag, words, bytes) VALUES ($1, $2, $3, $4, $5, $6)";
            rows().iter().try_fold(0, |sum, row| Ok(sum + tx.run(sql, row)?))
        });
        probes(store)
    });
    assert_eq!(seen, expected());
}

#[test]
fn every_type_and_nothing_come_back_as_they_went_in_many_at_once() {
    let seen = told(|store| {
        let put = Put { table: "probe", columns: COLUMNS, rest: "" };
        let count = write(store, move |tx| tx.put_many(&put, &rows()));
        (count, probes(store))
    });
    assert_eq!(seen, (5, expected()));
}

#[test]
fn instants_and_identifiers_come_back_as_they_went_in() {
    let at = Timestamp::from_microsecond(1_624_240_800_123_456).unwrap();
    let id = Uuid::from_u128(0x8d7f_3a52_0000_5000_8000_0000_0000_0001);
    let seen = told(|store| {
        write(store, move |tx| {
            tx.run("INSERT INTO probe (id, number, words) VALUES (1, $1, $2)", &[at.into(), id.into()])?;
            tx.one("SELECT number, words FROM probe", &[], |row| {
                Ok((row.get::<Timestamp>(0)?, row.get::<Uuid>(1)?))
            })
        })
    });
    assert_eq!(seen, (at, id));
}

#[test]
fn parameters_mean_their_number_in_any_order_and_again() {
    let seen = told(|store| {
        write(store, |tx| {
            let sql = "INSERT INTO probe (id, words, number) VALUES ($2, $1, $2)";
            tx.run(sql, &["$1".into(), 7_i64.into()])?;
            let sql =
                "SELECT words FROM probe WHERE words = $2 AND id = $1 AND number = $1 AND '$3' = '$3' -- $4";
            tx.one(sql, &[7_i64.into(), "$1".into()], |row| row.get::<String>(0))
        })
    });
    assert_eq!(seen, "$1");
}

#[test]
fn a_conflict_is_settled_as_the_statement_says_and_chunks_do_not_show() {
    let seen = told(|store| {
        let numbers = |number: i64, count: i64| -> Vec<Vec<Value>> {
            (0..count).map(|id| vec![id.into(), number.into()]).collect()
        };
        let first = write(store, move |tx| {
            tx.put_many(&Put { table: "probe", columns: FEW, rest: "" }, &numbers(1, 4_500))
        });
        let kept = write(store, move |tx| {
            let rest = "ON CONFLICT (id) DO NOTHING";
            tx.put_many(&Put { table: "probe", columns: FEW, rest }, &numbers(2, 4_501))
        });
        let changed = write(store, move |tx| {
            let rest = "ON CONFLICT (id) DO UPDATE SET number = excluded.number";
            tx.put_many(&Put { table: "probe", columns: FEW, rest }, &numbers(3, 10))
        });
        let none = write(store, move |tx| tx.put_many(&Put { table: "probe", columns: FEW, rest: "" }, &[]));
        let by_number: Result<Vec<(i64, i64)>, StoreError> = store.read(|read| {
            let sql = "SELECT number, COUNT(*) FROM probe GROUP BY number ORDER BY number";
            read.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
        });
        (first, kept, changed, none, by_number.unwrap())
    });
    assert_eq!(seen, (4_500, 1, 10, 0, vec![(1, 4_490), (2, 1), (3, 10)]));
}

#[test]
fn a_statement_says_how_many_rows_it_touched() {
    let seen = told(|store| {
        write(store, |tx| {
            let touched = [
                tx.run("INSERT INTO probe (id) VALUES (1), (2), (3)", &[])?,
                tx.run("UPDATE probe SET number = 1 WHERE id > $1", &[1_i64.into()])?,
                tx.run("UPDATE probe SET number = 1 WHERE id > 5", &[])?,
                tx.run("INSERT INTO probe (id) VALUES (3) ON CONFLICT DO NOTHING", &[])?,
                tx.run("DELETE FROM probe", &[])?,
            ];
            Ok(touched)
        })
    });
    assert_eq!(seen, [3, 2, 0, 0, 3]);
}

#[test]
fn one_is_one_and_optional_is_at_most_one() {
    let seen = told(|store| {
        write(store, |tx| tx.run("INSERT INTO probe (id) VALUES (1), (2)", &[]));
        let outcomes = [
            "SELECT id FROM probe",
            "SELECT id FROM probe WHERE id = 1",
            "SELECT id FROM probe WHERE id = 3",
        ];
        outcomes.map(|sql| {
            let one = store.read(move |read| read.one(sql, &[], |row| row.get::<i64>(0)));
            let optional = store.read(move |read| read.optional(sql, &[], |row| row.get::<i64>(0)));
            (one.map_err(|error| error.trouble), optional.map_err(|error| error.trouble))
        })
    });
    let ours = || Trouble::Ours;
    assert_eq!(seen, [(Err(ours()), Err(ours())), (Ok(1), Ok(Some(1))), (Err(ours()), Ok(None))]);
}

/// A mistake that both databases must refuse.
type Mistake = fn(&mut festoon_store::Tx<'_>) -> Result<u64, StoreError>;

#[test]
fn what_only_one_of_the_databases_would_take_is_taken_by_neither() {
    let mistakes: [Mistake; 9] = [
        |tx| tx.run("INSERT INTO probe (id, words) VALUES (1, $1)", &["a\0b".into()]),
        |tx| tx.run("INSERT INTO probe (id, decimal) VALUES (1, $1)", &[f64::NAN.into()]),
        |tx| tx.run("INSERT INTO probe (id, words) VALUES (1, \"words of no column\")", &[]),
        |tx| tx.run("INSERT INTO probe (id, number) VALUES (1, $1)", &[1_i64.into(), 2_i64.into()]),
        |tx| tx.run("INSERT INTO probe (id, number) VALUES (1, $1)", &[]),
        |tx| tx.run("INSERT INTO probe (number) VALUES (1)", &[]),
        |tx| tx.run("INSERT INTO nowhere (number) VALUES (1)", &[]),
        |tx| {
            let put = Put { table: "probe", columns: &[("id", Type::Int), ("words", Type::Text)], rest: "" };
            tx.put_many(&put, &[vec![1_i64.into(), 2_i64.into()]])
        },
        |tx| {
            let put = Put { table: "probe", columns: &[("id", Type::Int), ("words", Type::Text)], rest: "" };
            tx.put_many(&put, &[vec![1_i64.into()]])
        },
    ];
    let seen = told(|store| {
        let troubles: Vec<_> =
            mistakes.iter().map(|mistake| store.write(*mistake).map_err(|error| error.trouble)).collect();
        (troubles, ids(store))
    });
    assert_eq!(seen, (vec![Err(Trouble::Ours); 9], vec![]));
}

#[test]
fn a_read_refuses_to_write() {
    let seen = told(|store| {
        let sql = "INSERT INTO probe (id) VALUES (1) RETURNING id";
        let wrote = store.read(move |read| read.one(sql, &[], |row| row.get::<i64>(0)));
        write(store, |tx| put(tx, 2));
        (wrote.map_err(|error| error.trouble), ids(store))
    });
    assert_eq!(seen, (Err(Trouble::Ours), vec![2]));
}

#[test]
fn a_foreign_key_holds() {
    let seen = told(|store| {
        write(store, |tx| tx.run("CREATE TABLE child (id BIGINT NOT NULL REFERENCES probe (id))", &[]));
        let orphan = store.write(|tx| tx.run("INSERT INTO child (id) VALUES (1)", &[]));
        orphan.map_err(|error| error.trouble)
    });
    assert_eq!(seen, Err(Trouble::Ours));
}

#[test]
fn a_column_that_holds_something_else_is_said() {
    let seen = told(|store| {
        write(store, |tx| {
            tx.run("INSERT INTO probe (id, words, number) VALUES (1, 'x', -1)", &[])?;
            let wrong = |error: Result<(), StoreError>| error.map_err(|error| error.trouble);
            Ok([
                wrong(tx.one("SELECT words FROM probe", &[], |row| row.get::<i64>(0).map(drop))),
                wrong(tx.one("SELECT number FROM probe", &[], |row| row.get::<u32>(0).map(drop))),
                wrong(tx.one("SELECT flag FROM probe", &[], |row| row.get::<bool>(0).map(drop))),
                wrong(tx.one("SELECT id FROM probe", &[], |row| row.get::<i64>(1).map(drop))),
            ])
        })
    });
    assert_eq!(seen, [const { Err(Trouble::Ours) }; 4]);
}
