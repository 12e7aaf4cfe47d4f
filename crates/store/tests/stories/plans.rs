//! A published plan is had by its key, deleted by its secret, and gone when it has expired.

use festoon_domain::text::Lang;
use festoon_store::plans::{self, PlanCopy};
use festoon_store::{StoreError, Trouble, weeks};

use crate::{at, read, told, write};

fn copy(key: &str, expires: i64) -> PlanCopy {
    PlanCopy {
        key: key.into(),
        secret_hash: "ab".repeat(32),
        week: "2021".into(),
        numbers: vec![3, 1, u32::MAX],
        lang: Lang::En,
        made: at(1),
        expires: at(expires),
    }
}

#[test]
fn a_copy_is_put_in_once_found_as_it_was_and_deleted_by_its_secret_alone() {
    let seen = told(|store| {
        let put = write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            Ok([plans::put(tx, &copy("a", 5))?, plans::put(tx, &copy("a", 9))?])
        });
        let found = read(store, |read| Ok([plans::find(read, "a")?, plans::find(read, "A")?]));
        let deleted = write(store, |tx| {
            let secret = "ab".repeat(32);
            Ok([
                plans::delete(tx, "a", "ab")?,
                plans::delete(tx, "b", &secret)?,
                plans::delete(tx, "a", &secret)?,
                plans::delete(tx, "a", &secret)?,
            ])
        });
        (put, found, deleted, read(store, |read| plans::find(read, "a")))
    });
    let found = [Some(copy("a", 5)), None];
    assert_eq!(seen, ([true, false], found, [false, false, true, false], None));
}

#[test]
fn what_has_expired_is_swept_away() {
    let seen = told(|store| {
        let swept = write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            for (key, expires) in [("a", 3), ("b", 4), ("c", 5)] {
                plans::put(tx, &copy(key, expires))?;
            }
            Ok([plans::sweep(tx, at(4))?, plans::sweep(tx, at(4))?])
        });
        let left = ["a", "b", "c"].map(|key| read(store, move |read| plans::find(read, key)).is_some());
        (swept, left)
    });
    assert_eq!(seen, ([2, 0], [false, false, true]));
}

#[test]
fn a_copy_of_no_week_is_refused() {
    let seen = told(|store| {
        let put: Result<bool, StoreError> = store.write(|tx| plans::put(tx, &copy("a", 5)));
        (put.map_err(|error| error.trouble), read(store, |read| plans::find(read, "a")))
    });
    assert_eq!(seen, (Err(Trouble::Ours), None));
}
