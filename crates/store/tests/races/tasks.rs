//! Races for tasks of the outbox.

use std::collections::HashSet;

use festoon_store::outbox::{self, Task};
use festoon_store::{StoreError, Tx, copy};
use uuid::Uuid;

use crate::at;
use crate::ring::{must, race};

fn put(tx: &mut Tx<'_>, number: u128) -> Result<bool, StoreError> {
    let id = Uuid::from_u128(number);
    let task = Task { id, kind: "k".into(), body: "{}".into(), due_at: at(0), attempts: 0 };
    outbox::put(tx, &task, at(0))
}

fn fresh(tx: &mut Tx<'_>, tasks: u128) -> Result<(), StoreError> {
    copy::wipe(tx)?;
    (0..tasks).try_for_each(|number| put(tx, number).map(drop))
}

#[test]
fn of_two_who_put_one_task_one_does() {
    race(|ring, round| {
        let works = [(); 2].map(|()| move |tx: &mut Tx<'_>| put(tx, u128::from(round)));
        let done = ring.together(round, works);
        let there = ring.look(|read| outbox::standing(read, 10_000)).len();
        must(done[0] != done[1] && there == round as usize + 1, || format!("{done:?}, {there} there"))
    });
}

#[test]
fn a_task_is_held_by_one_only_and_none_is_left() {
    race(|ring, round| {
        ring.alone(|tx| fresh(tx, 4));
        let works =
            ["a", "b"].map(|holder| move |tx: &mut Tx<'_>| outbox::claim(tx, holder, at(1), at(5), 3));
        let claimed = ring.together(round, works);
        let ids: Vec<Uuid> = claimed.iter().flatten().map(|task| task.id).collect();
        let once = ids.iter().collect::<HashSet<_>>().len() == ids.len();
        let counted = claimed.iter().flatten().all(|task| task.attempts == 1);
        // Whoever got fewer finds the rest the next time; here it must have found it at once.
        must(once && counted && ids.len() == 4, || format!("{claimed:?}"))
    });
}

#[test]
fn who_finishes_late_and_who_takes_over_do_not_both_have_the_task() {
    race(|ring, round| {
        let id = Uuid::from_u128(0);
        ring.alone(|tx| {
            fresh(tx, 1)?;
            outbox::claim(tx, "a", at(1), at(2), 1)
        });
        let works = [true, false].map(|finishes| {
            move |tx: &mut Tx<'_>| {
                if finishes {
                    return outbox::finish(tx, "a", id);
                }
                Ok(outbox::claim(tx, "b", at(3), at(9), 1)?.len() == 1)
            }
        });
        let [finished, taken] = ring.together(round, works);
        let left = ring.look(|read| outbox::standing(read, 9)).len();
        must(finished != taken && left == usize::from(taken), || {
            format!("finished: {finished}, taken over: {taken}, {left} left")
        })
    });
}

#[test]
fn who_fails_late_and_who_takes_over_do_not_both_have_the_task() {
    race(|ring, round| {
        let id = Uuid::from_u128(0);
        ring.alone(|tx| {
            fresh(tx, 1)?;
            outbox::claim(tx, "a", at(1), at(2), 1)
        });
        let works = [true, false].map(|fails| {
            move |tx: &mut Tx<'_>| {
                if fails {
                    return outbox::fail(tx, "a", id, "late", at(3), Some(at(60)));
                }
                Ok(outbox::claim(tx, "b", at(3), at(9), 1)?.len() == 1)
            }
        });
        let [failed, taken] = ring.together(round, works);
        let task = ring.look(|read| outbox::standing(read, 9)).remove(0);
        let held = task.leased_until.is_some();
        must(failed != taken && held == taken, || format!("failed: {failed}, taken over: {taken}, {task:?}"))
    });
}

#[test]
fn of_two_who_revive_a_task_one_does() {
    race(|ring, round| {
        let id = Uuid::from_u128(0);
        ring.alone(move |tx| {
            fresh(tx, 1)?;
            outbox::claim(tx, "a", at(1), at(2), 1)?;
            outbox::fail(tx, "a", id, "given up", at(1), None)
        });
        let revived =
            ring.together(round, [(); 2].map(|()| move |tx: &mut Tx<'_>| outbox::revive(tx, id, at(3))));
        must(revived[0] != revived[1], || format!("{revived:?}"))
    });
}
