//! Releases are numbered without gaps and never change.

use festoon_store::releases::{self, ReleaseRow};
use festoon_store::{StoreError, Trouble, weeks};

use crate::{at, read, told, write};

fn release(week: &str, number: u32, rolled_back_to: Option<u32>) -> ReleaseRow {
    ReleaseRow {
        week: week.into(),
        number,
        at: at(i64::from(number.min(9))),
        actor: "Lin".into(),
        reason: format!("第 {number} 次发布"),
        revision: i64::from(number) * 10,
        rolled_back_to,
    }
}

#[test]
fn only_the_number_after_the_last_is_taken() {
    let seen = told(|store| {
        let taken = write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            weeks::create(tx, "2022", at(0))?;
            let tries = [
                ("2021", 0),
                ("2021", 2),
                ("2021", 1),
                ("2021", 1),
                ("2021", 3),
                ("2021", 2),
                ("2022", 1),
                ("2021", u32::MAX),
            ];
            let tries =
                tries.map(|(week, number)| releases::put(tx, &release(week, number, None), week.as_bytes()));
            tries.into_iter().collect::<Result<Vec<_>, _>>()
        });
        let back = write(store, |tx| releases::put(tx, &release("2021", 3, Some(1)), b"again"));
        let lists = read(store, |read| {
            Ok((releases::of_week(read, "2021")?, releases::of_week(read, "2023")?, releases::latest(read)?))
        });
        (taken, back, lists)
    });

    let taken = vec![false, false, true, false, false, true, true, false];
    let third = release("2021", 3, Some(1));
    let of_week = vec![third.clone(), release("2021", 2, None), release("2021", 1, None)];
    assert_eq!(seen, (taken, true, (of_week, Vec::new(), vec![third, release("2022", 1, None)])));
}

#[test]
fn what_was_frozen_comes_back_byte_by_byte() {
    let bodies: [Vec<u8>; 3] = [Vec::new(), (0..=255).collect(), vec![0; 3_000_000]];
    let given = bodies.clone();
    let seen = told(move |store| {
        let given = given.clone();
        write(store, move |tx| {
            weeks::create(tx, "2021", at(0))?;
            for (number, body) in (1..).zip(&given) {
                assert!(releases::put(tx, &release("2021", number, None), body)?);
            }
            Ok(())
        });
        read(store, |read| {
            (1..=4).map(|number| releases::frozen(read, "2021", number)).collect::<Result<Vec<_>, _>>()
        })
    });
    let expected: Vec<Option<Vec<u8>>> = bodies.into_iter().map(Some).chain([None]).collect();
    assert!(seen == expected, "what was frozen is not what came back");
}

#[test]
fn a_release_of_no_week_or_back_to_none_is_refused_and_leaves_nothing() {
    let seen = told(|store| {
        write(store, |tx| weeks::create(tx, "2021", at(0)));
        let refused = [release("2022", 1, None), release("2021", 1, Some(7))].map(|row| {
            let put: Result<bool, StoreError> = store.write(move |tx| releases::put(tx, &row, b"frozen"));
            put.map_err(|error| error.trouble)
        });
        (refused, read(store, releases::latest), read(store, |read| releases::frozen(read, "2021", 1)))
    });
    assert_eq!(seen, ([Err(Trouble::Ours), Err(Trouble::Ours)], Vec::new(), None));
}
