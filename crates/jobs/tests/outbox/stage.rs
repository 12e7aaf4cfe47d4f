//! What the worker's tests stand on: a database of either kind, a clock, and handlers in a few words.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use festoon_jobs::{Failed, Handler, Outcome, Step, Worked, Worker};
use festoon_store::outbox::{self, Standing, Task};
use festoon_store::{Store, StoreError};
use festoon_testkit::databases::TestDatabase;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// A database, and where it is.
pub(crate) struct Place {
    /// As another process takes it: with its password, which an [`Address`](festoon_store::Address) does not show.
    pub(crate) address: String,
    pub(crate) store: Store,
}

/// Tells a test's story to both kinds of database.
pub(crate) fn on_both(story: impl Fn(&Place)) {
    for database in [Some(TestDatabase::sqlite()), TestDatabase::postgres()].into_iter().flatten() {
        let address = database.address().parse().expect("the test kit gives addresses");
        Store::migrate(&address).expect("an empty database takes the schema");
        let opened = Store::open(&address).expect("it opens");
        story(&Place { address: database.address().to_owned(), store: opened });
    }
}

/// A clock that stands still until it is set; clones are the same clock.
#[derive(Debug, Clone)]
pub(crate) struct Clock(Arc<AtomicI64>);

impl Clock {
    /// Half past eight in Nanjing, on the first day of the week.
    pub(crate) fn new() -> Self {
        let start: Timestamp = "2021-06-21T00:30:00Z".parse().expect("an instant");
        Self(Arc::new(AtomicI64::new(start.as_second())))
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).expect("an instant")
    }

    /// Ahead, or back.
    pub(crate) fn moves(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn in_seconds(&self, seconds: i64) -> Timestamp {
        self.now() + SignedDuration::from_secs(seconds)
    }
}

/// A handler of one kind that does what a closure does.
pub(crate) struct Does<F>(pub(crate) &'static str, pub(crate) F);

impl<F: Fn(&str) -> Result<(), Failed> + Send + Sync> Handler for Does<F> {
    fn kind(&self) -> &'static str {
        self.0
    }

    fn work(&self, body: &str, _now: Timestamp) -> Result<(), Failed> {
        (self.1)(body)
    }
}

pub(crate) fn does<F>(kind: &'static str, work: F) -> Box<dyn Handler>
where
    F: Fn(&str) -> Result<(), Failed> + Send + Sync + 'static,
{
    Box::new(Does(kind, work))
}

pub(crate) fn worker(place: &Place, holder: &str, clock: &Clock, handlers: Vec<Box<dyn Handler>>) -> Worker {
    let clock = clock.clone();
    Worker::new(place.store.clone(), holder, move || clock.now(), handlers)
}

/// Puts a task in, due now; its number is its identity and its body.
pub(crate) fn put(place: &Place, clock: &Clock, kind: &str, number: u32) -> Uuid {
    put_due(place, clock, kind, number, clock.now())
}

pub(crate) fn put_due(place: &Place, clock: &Clock, kind: &str, number: u32, due_at: Timestamp) -> Uuid {
    let id = Uuid::from_u128(number.into());
    let task = Task { id, kind: kind.to_owned(), body: number.to_string(), due_at, attempts: 0 };
    let now = clock.now();
    let is_new = place.store.write(move |tx| outbox::put(tx, &task, now)).expect("written");
    assert!(is_new, "task {number} is there already");
    id
}

pub(crate) fn standing(place: &Place) -> Vec<Standing> {
    let read = place.store.read(|read| outbox::standing(read, 1000));
    read.expect("an outbox")
}

/// What the worker did with the one task that was due.
pub(crate) fn outcome(step: Result<Step, StoreError>) -> (u32, Outcome) {
    match step {
        Ok(Step::Worked(Worked { attempts, outcome, .. })) => (attempts, outcome),
        other => panic!("no task was taken: {other:?}"),
    }
}
