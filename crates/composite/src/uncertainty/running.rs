//! Runs side by side: work is claimed by number and kept by number, so that nothing depends on which thread did it or when.

use std::fmt;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread;

use super::Refused;

/// By which chance, on how many threads, and who watches.
#[derive(Clone, Copy)]
pub struct How<'a> {
    /// One seed gives one result, on any number of threads and on any machine.
    pub seed: u64,
    /// How many run the model side by side.
    pub threads: NonZeroUsize,
    /// Told again and again, by any of the threads, how far the study is; `Break` calls it off.
    pub watch: &'a (dyn Fn(Progress) -> ControlFlow<()> + Sync),
}

/// How far a study is, in runs of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Runs that are done.
    pub done: u64,
    /// Runs that there will be.
    pub of: u64,
}

impl How<'_> {
    /// By this seed, on one thread, with nobody watching.
    #[must_use]
    pub fn alone(seed: u64) -> Self {
        Self { seed, threads: NonZeroUsize::MIN, watch: &|_| ControlFlow::Continue(()) }
    }

    /// The same on so many threads.
    #[must_use]
    pub fn on(self, threads: NonZeroUsize) -> Self {
        Self { threads, ..self }
    }
}

impl fmt::Debug for How<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "How {{ seed: {}, threads: {} }}", self.seed, self.threads)
    }
}

/// What came out of runs of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Runs {
    pub(super) outputs: usize,
    pub(super) outcomes: Vec<f64>,
    /// One a run: 1 for a drawn one, its probability for one of all combinations.
    pub(super) weights: Vec<f64>,
}

impl Runs {
    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.weights.len()
    }

    /// How many outputs each has.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// The outputs of one run, counted from 0. What the model left out is not a number.
    #[must_use]
    pub fn outcome(&self, run: usize) -> &[f64] {
        &self.outcomes[run * self.outputs..][..self.outputs]
    }

    /// How much a run counts, in proportion to the others.
    #[must_use]
    pub fn weight(&self, run: usize) -> f64 {
        self.weights[run]
    }
}

/// Counts the runs of all threads for whoever watches.
pub(super) struct Watched<'a> {
    how: &'a How<'a>,
    done: AtomicU64,
    of: u64,
}

impl<'a> Watched<'a> {
    pub(super) fn new(how: &'a How<'a>, of: usize) -> Self {
        Self { how, done: AtomicU64::new(0), of: of as u64 }
    }

    /// So many runs more are done.
    pub(super) fn ran(&self, runs: usize) -> Result<(), Refused> {
        let done = self.done.fetch_add(runs as u64, Ordering::Relaxed) + runs as u64;
        match (self.how.watch)(Progress { done, of: self.of }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Refused::CalledOff),
        }
    }
}

/// Does tasks 0, 1, 2, … and gives their results in that order. When some fail, the first of them tells why: tasks are begun in order, so
/// whatever stands before a failed one was begun too.
pub(super) fn in_parallel<T: Send>(
    tasks: usize,
    threads: NonZeroUsize,
    work: impl Fn(usize) -> Result<T, Refused> + Sync,
) -> Result<Vec<T>, Refused> {
    let next = AtomicUsize::new(0);
    let failed = AtomicBool::new(false);
    let worker = || {
        let mut mine = Vec::new();
        while !failed.load(Ordering::Relaxed) {
            let task = next.fetch_add(1, Ordering::Relaxed);
            if task >= tasks {
                break;
            }
            let result = work(task);
            if result.is_err() {
                failed.store(true, Ordering::Relaxed);
            }
            mine.push((task, result));
        }
        mine
    };
    let mut all = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.get().min(tasks)).map(|_| scope.spawn(worker)).collect();
        let mut all = worker();
        for other in others {
            all.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        all
    });
    all.sort_by_key(|(task, _)| *task);
    all.into_iter().map(|(_, result)| result).collect()
}
