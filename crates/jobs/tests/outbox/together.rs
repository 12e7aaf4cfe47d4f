//! Several workers at one outbox.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use festoon_jobs::{LEASE, Outcome, Step};

use crate::stage::{Clock, does, on_both, outcome, put, standing, worker};

#[test]
fn no_two_workers_ever_hold_one_task() {
    const TASKS: u32 = 60;
    on_both(|place| {
        let clock = Clock::new();
        for number in 1..=TASKS {
            put(place, &clock, "mail", number);
        }
        let in_hand = Arc::new(Mutex::new(HashSet::new()));
        let times = Arc::new(Mutex::new(BTreeMap::new()));
        let work = || {
            let (in_hand, times) = (Arc::clone(&in_hand), Arc::clone(&times));
            does("mail", move |body| {
                assert!(in_hand.lock().expect("whole").insert(body.to_owned()), "{body} is in two hands");
                thread::yield_now();
                *times.lock().expect("whole").entry(body.parse::<u32>().expect("a number")).or_insert(0) += 1;
                in_hand.lock().expect("whole").remove(body);
                Ok(())
            })
        };

        thread::scope(|scope| {
            for holder in ["one", "two", "three", "four"] {
                let worker = worker(place, holder, &clock, vec![work()]);
                scope.spawn(move || {
                    while let Step::Worked(worked) = worker.step().expect("an outbox") {
                        assert_eq!((worked.attempts, worked.outcome), (1, Outcome::Done));
                    }
                });
            }
        });

        assert_eq!(*times.lock().expect("whole"), (1..=TASKS).map(|number| (number, 1)).collect());
        assert_eq!(standing(place), []);
    });
}

#[test]
fn a_slow_handler_keeps_its_task() {
    on_both(|place| {
        let clock = Clock::new();
        put(place, &clock, "film", 1);
        let other = worker(place, "other", &clock, vec![does("film", |_| panic!("done twice"))]);
        let (slow_clock, store) = (clock.clone(), place.store.clone());
        let slow = does("film", move |_| {
            // Three times, two thirds of a lease pass; each time the lease is renewed meanwhile.
            for _ in 0..3 {
                slow_clock.moves(LEASE.as_secs() * 2 / 3);
                let wanted = slow_clock.in_seconds(LEASE.as_secs());
                let held = || store.read(|read| festoon_store::outbox::standing(read, 1)).expect("an outbox");
                while held()[0].leased_until != Some(wanted) {
                    thread::yield_now();
                }
                assert_eq!(other.step(), Ok(Step::Idle));
            }
            Ok(())
        });
        let worker = worker(place, "slow", &clock, vec![slow]).beating_every(Duration::from_millis(2));
        assert_eq!(outcome(worker.step()), (1, Outcome::Done));
        assert_eq!(standing(place), []);
    });
}

#[test]
fn a_worker_that_slept_past_its_lease_leaves_the_task_to_the_other() {
    on_both(|place| {
        let clock = Clock::new();
        put(place, &clock, "mail", 1);
        let other = worker(place, "other", &clock, vec![does("mail", |_| Ok(()))]);
        let slept = clock.clone();
        let work = does("mail", move |_| {
            slept.moves(LEASE.as_secs() + 1);
            assert_eq!(outcome(other.step()), (2, Outcome::Done));
            Ok(())
        });
        let sleeper = worker(place, "sleeper", &clock, vec![work]);
        assert_eq!(outcome(sleeper.step()), (1, Outcome::Lost));
        assert_eq!(standing(place), []);
    });
}
