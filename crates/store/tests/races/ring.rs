//! Where two writers meet.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Barrier, Condvar, Mutex};
use std::time::Duration;

use festoon_store::{Read, Store, StoreError, Tx, copy};

use crate::both::{self, Which};

/// How many rounds are run.
pub(crate) fn rounds() -> u32 {
    let said = std::env::var("FESTOON_RACES").ok();
    said.map_or(25, |rounds| rounds.parse().expect("FESTOON_RACES is a number of rounds"))
}

/// Two programs at one database.
pub(crate) struct Ring {
    pub(crate) which: Which,
    stores: [Store; 2],
    met: AtomicU32,
}

impl Ring {
    /// Writes with nobody else at it.
    pub(crate) fn alone<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        self.stores[0].write(work).expect("it can be written")
    }

    /// Reads with nobody else at it, through the other program.
    pub(crate) fn look<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Read<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        self.stores[1].read(work).expect("it can be read")
    }

    /// What two writers got who started together. In turns they are two programs whose transactions overlap, two programs
    /// left to themselves, and two threads of one program.
    pub(crate) fn together<T, W>(&self, round: u32, works: [W; 2]) -> [T; 2]
    where
        T: Send + 'static,
        W: Fn(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let [first, second] = &self.stores;
        let second = if round % 4 == 3 { first } else { second };
        let overlap =
            (self.which == Which::Postgres && round.is_multiple_of(2)).then(|| Arc::new(Meeting::default()));
        let start = Barrier::new(2);

        let outcomes = std::thread::scope(|scope| {
            let [one, other] = works;
            let threads = [(first, one), (second, other)].map(|(store, work)| {
                let (start, overlap) = (&start, overlap.clone());
                scope.spawn(move || {
                    start.wait();
                    let first_run = AtomicBool::new(true);
                    store.write(move |tx| {
                        if let Some(meeting) =
                            overlap.as_ref().filter(|_| first_run.swap(false, Ordering::SeqCst))
                        {
                            copy::is_empty(tx)?;
                            meeting.wait();
                        }
                        work(tx)
                    })
                })
            });
            threads.map(|thread| thread.join().expect("a writer does not panic"))
        });
        self.met.fetch_add(u32::from(overlap.is_some_and(|meeting| meeting.has_met())), Ordering::SeqCst);
        outcomes.map(|outcome| outcome.expect("two writers do not keep each other out"))
    }
}

/// Runs a race on both databases; the first round after which something was broken ends it.
pub(crate) fn race(round: impl Fn(&Ring, u32) -> Result<(), String>) {
    for told in both::stores() {
        let ring = Ring {
            which: told.which,
            stores: [told.store.clone(), told.open_again()],
            met: AtomicU32::new(0),
        };
        for number in 0..rounds() {
            if let Err(broken) = round(&ring, number) {
                panic!("{:?}, round {number}: {broken}", ring.which);
            }
        }
        if ring.which == Which::Postgres {
            let met = ring.met.load(Ordering::SeqCst);
            assert!(met * 3 >= rounds(), "only {met} of {} rounds overlapped: this was no race", rounds());
        }
    }
}

/// What must hold.
pub(crate) fn must(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

/// Two wait for each other, but not for ever: one may be kept from coming by what the other holds.
#[derive(Default)]
pub(crate) struct Meeting {
    here: Mutex<u32>,
    both: Condvar,
}

impl Meeting {
    pub(crate) fn wait(&self) {
        let mut here = self.here.lock().expect("nobody panics with it");
        *here += 1;
        self.both.notify_all();
        let patience = Duration::from_secs(2);
        drop(self.both.wait_timeout_while(here, patience, |here| *here < 2).expect("nobody panics with it"));
    }

    fn has_met(&self) -> bool {
        *self.here.lock().expect("nobody panics with it") == 2
    }
}
