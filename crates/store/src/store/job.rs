//! A closure on its way to a lane and its answer on the way back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::drivers::Connection;
use crate::{StoreError, Trouble};

/// Work that a lane does without knowing what it is about.
///
/// It may be run several times; exactly one of [`Job::answer`] and [`Job::fail`] ends it.
pub(crate) trait Job: Send {
    /// Decides and writes. A panic is a mistake of ours and no reason to end a lane.
    fn run(&mut self, connection: &mut dyn Connection) -> Verdict;

    /// Tells whoever waits what the last run came to.
    fn answer(self: Box<Self>);

    /// Tells whoever waits that nothing came of it.
    fn fail(self: Box<Self>, error: StoreError);
}

/// What becomes of what a job wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is to be kept.
    Keep,
    /// The closure refused: it is to be undone.
    Undo,
}

/// A closure, what it came to, and whom to tell.
struct Errand<W, D, T, E> {
    work: W,
    done: D,
    result: Option<Result<T, E>>,
}

/// A job out of a closure and of what is to be called with its result.
pub(crate) fn job<T, E>(
    work: impl Fn(&mut dyn Connection) -> Result<T, E> + Send + 'static,
    done: impl FnOnce(Result<T, E>) + Send + 'static,
) -> Box<dyn Job>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    Box::new(Errand { work, done, result: None })
}

impl<W, D, T, E> Job for Errand<W, D, T, E>
where
    W: Fn(&mut dyn Connection) -> Result<T, E> + Send,
    D: FnOnce(Result<T, E>) + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, connection: &mut dyn Connection) -> Verdict {
        let result = catch_unwind(AssertUnwindSafe(|| (self.work)(connection)))
            .unwrap_or_else(|panic| Err(panicked(panic.as_ref()).into()));
        let verdict = if result.is_ok() { Verdict::Keep } else { Verdict::Undo };
        self.result = Some(result);
        verdict
    }

    fn answer(self: Box<Self>) {
        let Self { done, result, .. } = *self;
        let result = result.unwrap_or_else(|| Err(StoreError::new(Trouble::Ours, "it was never run").into()));
        tell(done, result);
    }

    fn fail(self: Box<Self>, error: StoreError) {
        tell(self.done, Err(error.into()));
    }
}

/// Somebody's answer must not end the lane for everybody else.
fn tell<T>(done: impl FnOnce(T), answer: T) {
    let _ = catch_unwind(AssertUnwindSafe(|| done(answer)));
}

fn panicked(panic: &(dyn std::any::Any + Send)) -> StoreError {
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    let words = words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    StoreError::new(Trouble::Ours, format!("a closure panicked: {words}"))
}
