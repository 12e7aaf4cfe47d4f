//! A worker that is killed: its task is done again, and not for ever.

use std::fs::OpenOptions;
use std::io::Write;
use std::process::Command;

use festoon_app::tasks::Mishap;
use festoon_jobs::{Failed, LEASE, MOST_ATTEMPTS, Outcome, Step, Worker};
use festoon_store::{Address, Store, outbox};

use crate::stage::{Clock, does, on_both, outcome, put, standing, worker};

const ADDRESS: &str = "FESTOON_TEST_OUTBOX";
const DONE: &str = "FESTOON_TEST_DONE";

#[test]
fn a_worker_killed_between_work_and_finish_loses_nothing_and_the_work_is_done_again() {
    on_both(|place| {
        let folder = tempfile::tempdir().expect("a folder");
        let done = folder.path().join("done");
        let clock = Clock::new();
        put(place, &clock, "mail", 1);

        let status = Command::new(std::env::current_exe().expect("a program"))
            .args(["--exact", "crashes::the_worker_that_is_killed", "--nocapture"])
            .env(ADDRESS, &place.address)
            .env(DONE, &done)
            .output()
            .expect("it starts")
            .status;
        assert!(!status.success());
        assert_eq!(std::fs::read_to_string(&done).expect("it worked"), "1\n");
        assert!(standing(place)[0].leased_until.is_some());

        let again = done.clone();
        let worker = worker(place, "after", &clock, vec![does("mail", move |body| note(&again, body))]);
        assert_eq!(worker.step(), Ok(Step::Idle), "the lease still runs");
        clock.moves(LEASE.as_secs());
        assert_eq!(outcome(worker.step()), (2, Outcome::Done));
        assert_eq!(std::fs::read_to_string(&done).expect("it worked"), "1\n1\n");
        assert_eq!(standing(place), []);
    });
}

/// Run by the test above in a process of its own; alone it does nothing.
#[test]
fn the_worker_that_is_killed() {
    let (Ok(address), Ok(done)) = (std::env::var(ADDRESS), std::env::var(DONE)) else { return };
    let store = Store::open(&address.parse::<Address>().expect("an address")).expect("a database");
    let clock = Clock::new();
    let work = does("mail", move |body| {
        note(std::path::Path::new(&done), body)?;
        std::process::abort();
    });
    let step = Worker::new(store, "killed", move || clock.now(), vec![work]).step();
    unreachable!("it should have been killed: {step:?}");
}

#[test]
fn a_task_that_kills_every_worker_is_given_up_in_the_end() {
    on_both(|place| {
        let clock = Clock::new();
        put(place, &clock, "bomb", 1);
        for _ in 0..MOST_ATTEMPTS {
            let (now, until) = (clock.now(), clock.in_seconds(LEASE.as_secs()));
            let claimed = place.store.write(move |tx| outbox::claim(tx, "killed", now, until, 1));
            assert_eq!(claimed.expect("an outbox").len(), 1);
            clock.moves(LEASE.as_secs());
        }
        let worker = worker(place, "after", &clock, vec![does("bomb", |_| panic!("once more"))]);
        let given_up = Outcome::Dead(Mishap::Unfinished(MOST_ATTEMPTS));
        assert_eq!(outcome(worker.step()), (MOST_ATTEMPTS + 1, given_up));
    });
}

fn note(done: &std::path::Path, body: &str) -> Result<(), Failed> {
    let opened = OpenOptions::new().create(true).append(true).open(done);
    opened.and_then(|mut file| writeln!(file, "{body}")).map_err(|error| Failed::for_now(error.to_string()))
}
