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
fn the_copies_of_a_week_are_counted_and_all_are_had_in_the_order_of_their_keys() {
    let seen = told(|store| {
        write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            weeks::create(tx, "2022", at(0))?;
            plans::put(tx, &PlanCopy { week: "2022".into(), ..copy("b", 9) })?;
            plans::put(tx, &copy("c", 9))?;
            plans::put(tx, &copy("a", 9))
        });
        let counts = ["2021", "2022", "2023"].map(|week| read(store, move |read| plans::count(read, week)));
        let keys: Vec<String> = read(store, plans::all).into_iter().map(|copy| copy.key).collect();
        (counts, keys)
    });
    assert_eq!(seen, ([2, 1, 0], ["a", "b", "c"].map(String::from).to_vec()));
}

#[test]
fn a_copy_of_no_week_is_refused() {
    let seen = told(|store| {
        let put: Result<bool, StoreError> = store.write(|tx| plans::put(tx, &copy("a", 5)));
        (put.map_err(|error| error.trouble), read(store, |read| plans::find(read, "a")))
    });
    assert_eq!(seen, (Err(Trouble::Ours), None));
}
