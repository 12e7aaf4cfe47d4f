//! Races for the schema: two processes, or two threads of one, bring an empty database up together.

use std::process::{Command, Stdio};
use std::sync::Barrier;

use festoon_store::{Address, Store, weeks};

use crate::at;
use crate::both;
use crate::ring::rounds;

/// Databases are slow to make: one in so many rounds.
const ONE_IN: u32 = 10;
const ADDRESS: &str = "FESTOON_MIGRATED_BY_ANOTHER_PROCESS";

/// The database is as it should be, whoever brought it up.
fn check(address: &Address, found: &[i64]) {
    let store = Store::open(address).expect("its schema is this program's");
    store.write(|tx| weeks::create(tx, "2021", at(0))).expect("it can be written");
    assert_eq!(store.read(weeks::all).expect("it can be read").len(), 1);
    let newest = Store::migrate(address).expect("it can be repeated");
    assert!(newest > 0 && found.contains(&0), "found {found:?}, then {newest}");
    assert!(found.iter().all(|found| *found == 0 || *found == newest), "found {found:?}, then {newest}");
}

#[test]
fn two_threads_bring_an_empty_database_up_once() {
    for _ in 0..rounds().div_ceil(ONE_IN) {
        for place in both::empty() {
            let start = Barrier::new(2);
            let found = std::thread::scope(|scope| {
                let threads = [(); 2].map(|()| {
                    scope.spawn(|| {
                        start.wait();
                        Store::migrate(&place.address).expect("it can be brought up")
                    })
                });
                threads.map(|thread| thread.join().expect("no thread panics"))
            });
            check(&place.address, &found);
        }
    }
}

/// What the other process of the race below runs; without an address, nothing.
#[test]
fn another_process_brings_a_database_up() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    Store::migrate(&address.parse().expect("an address")).expect("it can be brought up");
}

#[test]
fn two_processes_bring_an_empty_database_up_once() {
    for _ in 0..rounds().div_ceil(ONE_IN) {
        for place in both::empty() {
            let processes = [(); 2].map(|()| {
                Command::new(std::env::current_exe().expect("this program is a file"))
                    .args(["--exact", "migrations::another_process_brings_a_database_up"])
                    .env(ADDRESS, both::words(&place.address))
                    .stdout(Stdio::null())
                    .spawn()
                    .expect("it can be started again")
            });
            for mut process in processes {
                assert!(process.wait().expect("it ends").success());
            }
            check(&place.address, &[0]);
        }
    }
}
