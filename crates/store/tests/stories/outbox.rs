//! Tasks are done at least once, held by one at a time, given up at last, and a clock set back neither loses nor doubles one.

use festoon_store::outbox::{self, LONGEST_LEASE, Standing, Task};
use festoon_store::{Store, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{at, read, told, write};

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn task(number: u128, due_at: Timestamp, attempts: u32) -> Task {
    Task {
        id: id(number),
        kind: "notify".into(),
        body: format!(r#"{{"release": {number}}}"#),
        due_at,
        attempts,
    }
}

fn put(tx: &mut Tx<'_>, number: u128, due: i64, now: i64) -> bool {
    outbox::put(tx, &task(number, at(due), 0), at(now)).expect("it can be put")
}

/// Claims all that can be had, for five minutes; which.
fn claimed(store: &Store, holder: &'static str, now: i64) -> Vec<u128> {
    let tasks = write(store, move |tx| outbox::claim(tx, holder, at(now), at(now + 5), 100));
    tasks.into_iter().map(|task| task.id.as_u128()).collect()
}

fn finished(store: &Store, holder: &'static str, number: u128) -> bool {
    write(store, move |tx| outbox::finish(tx, holder, id(number)))
}

fn failed(store: &Store, holder: &'static str, number: u128, now: i64, again: Option<i64>) -> bool {
    write(store, move |tx| outbox::fail(tx, holder, id(number), "连接中断", at(now), again.map(at)))
}

#[test]
fn due_tasks_come_in_their_order_up_to_so_many_and_are_held() {
    let seen = told(|store| {
        let put = write(store, |tx| {
            Ok([put(tx, 3, 2, 0), put(tx, 1, 2, 0), put(tx, 2, 1, 0), put(tx, 2, 9, 0), put(tx, 4, 60, 0)])
        });
        let early = claimed(store, "a", 0);
        let first = write(store, |tx| outbox::claim(tx, "a", at(2), at(7), 2));
        let next = write(store, |tx| outbox::claim(tx, "b", at(3), at(8), 2));
        let none = claimed(store, "c", 4);
        (put, early, first, next, none, read(store, outbox::next_due))
    });
    let first = vec![task(2, at(1), 1), task(1, at(2), 1)];
    let put = [true, true, true, false, true];
    assert_eq!(seen, (put, Vec::new(), first, vec![task(3, at(2), 1)], Vec::new(), Some(at(7))));
}

#[test]
fn a_task_whose_holder_vanished_goes_to_another_and_the_first_no_longer_finishes_it() {
    let seen = told(|store| {
        write(store, |tx| Ok(put(tx, 1, 0, 0)));
        let claims = [claimed(store, "a", 0), claimed(store, "b", 4), claimed(store, "b", 5)];
        let late = (finished(store, "a", 1), failed(store, "a", 1, 6, None));
        let done = (finished(store, "b", 1), finished(store, "b", 1), failed(store, "b", 1, 6, None));
        (claims, late, done, read(store, |read| outbox::standing(read, 9)), read(store, outbox::next_due))
    });
    assert_eq!(seen, ([vec![1], vec![], vec![1]], (false, false), (true, false, false), Vec::new(), None));
}

#[test]
fn a_lease_is_renewed_by_its_holder_alone_and_only_as_far_as_one_can_be_taken() {
    let seen = told(|store| {
        write(store, |tx| Ok(put(tx, 1, 0, 0)));
        let renewed = |holder: &'static str, now, until| {
            write(store, move |tx| outbox::renew(tx, holder, id(1), at(now), at(until)))
        };
        let held = || read(store, |read| outbox::standing(read, 9))[0].leased_until;
        let first = (claimed(store, "a", 0), renewed("a", 4, 9), renewed("b", 4, 60), held());
        let second = (claimed(store, "b", 5), renewed("a", 8, 600), held());
        (first, second, finished(store, "a", 1), renewed("a", 9, 14))
    });
    let first = (vec![1], true, false, Some(at(9)));
    let second = (Vec::new(), true, Some(at(8) + LONGEST_LEASE));
    assert_eq!(seen, (first, second, true, false));
}

#[test]
fn a_lease_that_ended_without_another_taking_it_still_finishes() {
    let seen = told(|store| {
        write(store, |tx| Ok(put(tx, 1, 0, 0)));
        (claimed(store, "a", 0), finished(store, "a", 1))
    });
    assert_eq!(seen, (vec![1], true));
}

#[test]
fn what_fails_waits_and_is_given_up_and_can_be_revived() {
    let seen = told(|store| {
        write(store, |tx| Ok((put(tx, 1, 0, 0), put(tx, 2, 30, 1))));
        let first =
            (claimed(store, "a", 0), failed(store, "a", 1, 1, Some(10)), read(store, outbox::next_due));
        let waits = claimed(store, "a", 9);
        let second = (claimed(store, "a", 10), failed(store, "a", 1, 11, None), claimed(store, "a", 20));
        let dead = read(store, |read| outbox::standing(read, 1));
        let revived = write(store, |tx| {
            Ok([
                outbox::revive(tx, id(1), at(21))?,
                outbox::revive(tx, id(1), at(22))?,
                outbox::revive(tx, id(2), at(22))?,
            ])
        });
        let again = (claimed(store, "a", 20), write(store, |tx| outbox::claim(tx, "a", at(21), at(26), 9)));
        (first, waits, second, dead, revived, again, read(store, |read| outbox::standing(read, 9)))
    });

    let standing =
        |task, created, last_error: Option<&str>, leased: Option<i64>, dead: Option<i64>| Standing {
            task,
            created_at: at(created),
            leased_until: leased.map(at),
            last_error: last_error.map(Into::into),
            dead_at: dead.map(at),
        };
    let first = (vec![1], true, Some(at(10)));
    let second = (vec![1], true, vec![]);
    let dead = vec![standing(task(1, at(10), 2), 0, Some("连接中断"), None, Some(11))];
    let again = (vec![], vec![task(1, at(21), 1)]);
    let held = standing(task(1, at(21), 1), 0, Some("连接中断"), Some(26), None);
    let waits = standing(task(2, at(30), 0), 1, None, None, None);
    assert_eq!(seen, (first, vec![], second, dead, [true, false, false], again, vec![held, waits]));
}

#[test]
fn a_clock_set_back_leaves_a_holder_its_time_and_then_lets_another_have_the_task() {
    let seen = told(|store| {
        write(store, |tx| Ok(put(tx, 1, 600, 600)));
        let before = claimed(store, "a", 600);
        // Ten hours back: the holder may still be at work, and has the longest lease from now.
        let back = claimed(store, "b", 0);
        let until = read(store, |read| outbox::standing(read, 9))[0].leased_until;
        let lapsed = (claimed(store, "b", 14), claimed(store, "b", 15), finished(store, "a", 1));
        // Back again, with the task in b's hands.
        let again = (claimed(store, "c", -600), claimed(store, "c", -585), finished(store, "c", 1));
        (before, back, until, lapsed, again)
    });
    let lapsed = (vec![], vec![1], false);
    assert_eq!(seen, (vec![1], vec![], Some(at(0) + LONGEST_LEASE), lapsed, (vec![], vec![1], true)));
}

#[test]
fn what_was_to_be_done_at_once_is_due_whatever_the_clock_says_and_what_failed_waits_by_it() {
    let seen = told(|store| {
        write(store, |tx| Ok((put(tx, 1, 600, 600), put(tx, 2, 660, 600))));
        let back = claimed(store, "a", 0);
        let failed = failed(store, "a", 1, 1, Some(3));
        (back, failed, claimed(store, "a", 2), claimed(store, "a", 3), claimed(store, "b", 660))
    });
    assert_eq!(seen, (vec![1], true, vec![], vec![1], vec![1, 2]));
}

#[test]
fn nobody_holds_a_task_longer_than_the_longest_lease() {
    let seen = told(|store| {
        write(store, |tx| Ok(put(tx, 1, 0, 0)));
        write(store, |tx| outbox::claim(tx, "a", at(0), at(100_000), 1));
        (
            read(store, outbox::next_due),
            write(store, |tx| outbox::claim(tx, "a", Timestamp::MAX, Timestamp::MAX, 1)),
        )
    });
    assert_eq!(seen, (Some(at(0) + LONGEST_LEASE), vec![task(1, at(0), 2)]));
}
