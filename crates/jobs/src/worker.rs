//! Takes tasks and does them, one a step.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use festoon_app::tasks::{Mishap, Words};
use festoon_domain::text::Lang;
use festoon_store::outbox::{self, Task};
use festoon_store::{Store, StoreError};
use jiff::{SignedDuration, Timestamp};

use crate::retries::{MOST_ATTEMPTS, again_at, later};
use crate::signal::Signal;
use crate::{Failed, Handler, Outcome, Step, Worked};

/// For how long a task is held; renewed while its work lasts. A task of a worker that is gone waits at most this long.
pub const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// How often it is renewed; three missed beats lose it.
const BEAT: Duration = Duration::from_secs(15);

/// Does what stands in the outbox.
pub struct Worker {
    pub(crate) store: Store,
    holder: String,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
    handlers: BTreeMap<&'static str, Box<dyn Handler>>,
    beat: Duration,
}

impl Worker {
    /// `holder` names this worker in the outbox, and no other at the same time: the machine and the process, say.
    /// `clock` is asked anew whenever something ends, since work takes time.
    #[must_use]
    pub fn new(
        store: Store,
        holder: impl Into<String>,
        clock: impl Fn() -> Timestamp + Send + Sync + 'static,
        handlers: Vec<Box<dyn Handler>>,
    ) -> Self {
        let handlers = handlers.into_iter().map(|handler| (handler.kind(), handler)).collect();
        Self { store, holder: holder.into(), clock: Box::new(clock), handlers, beat: BEAT }
    }

    /// The same worker, renewing its lease this often by a clock that nobody sets; every 15 seconds unless told.
    #[must_use]
    pub fn beating_every(self, beat: Duration) -> Self {
        Self { beat, ..self }
    }

    /// Takes one task that is due, does it, and strikes it off or puts it back; returns at once when there is none.
    ///
    /// # Errors
    /// What the database does. A task whose end could not be written is taken up again when its lease has run out.
    pub fn step(&self) -> Result<Step, StoreError> {
        let Some(task) = self.claim()? else { return Ok(Step::Idle) };

        let worked = self.work(&task);

        let outcome = match worked {
            Ok(()) if self.finish(&task)? => Outcome::Done,
            Ok(()) => Outcome::Lost,
            Err(Failed::ForNow(mishap)) => self.fail(&task, mishap, again_at(self.now(), task.attempts))?,
            Err(Failed::ForGood(mishap)) => self.fail(&task, mishap, None)?,
        };
        Ok(Step::Worked(Worked { id: task.id, kind: task.kind, attempts: task.attempts, outcome }))
    }

    /// How long nothing will be due, at least not of what the outbox holds now.
    pub(crate) fn idle_for(&self) -> Result<Option<SignedDuration>, StoreError> {
        let due = self.store.read(outbox::next_due)?;
        Ok(due.map(|due| due.duration_since(self.now()).max(SignedDuration::ZERO)))
    }

    fn work(&self, task: &Task) -> Result<(), Failed> {
        if task.attempts > MOST_ATTEMPTS {
            return Err(Failed::ForGood(Mishap::Unfinished(task.attempts - 1)));
        }
        let Some(handler) = self.handlers.get(task.kind.as_str()) else {
            return Err(Failed::ForGood(Mishap::UnknownKind(task.kind.clone())));
        };

        let ended = Signal::default();
        std::thread::scope(|scope| {
            let beating = std::thread::Builder::new().name("outbox lease".into());
            if let Err(error) = beating.spawn_scoped(scope, || self.keep_holding(task, &ended)) {
                let words = Words::said(|lang| match lang {
                    Lang::Zh => format!("没有多余的线程来占住任务：{error}"),
                    Lang::En => format!("no thread to hold the task: {error}"),
                });
                return Err(Failed::for_now(words));
            }
            // What a handler has half done when it panics is its own affair: it is idempotent.
            let worked = catch_unwind(AssertUnwindSafe(|| handler.work(&task.body, self.now())));
            ended.stop();
            worked.unwrap_or_else(|panic| Err(Failed::ForNow(Mishap::Panicked(words_of(panic.as_ref())))))
        })
    }

    /// Renews the lease until the work has ended.
    fn keep_holding(&self, task: &Task, ended: &Signal) {
        while !ended.pause(self.beat) {
            let (holder, id, now) = (self.holder.clone(), task.id, self.now());
            match self.store.write(move |tx| outbox::renew(tx, &holder, id, now, later(now, LEASE))) {
                Ok(true) => {}
                Ok(false) => tracing::warn!(task = %task.id, "the lease ran out while the work goes on"),
                Err(error) => tracing::warn!(task = %task.id, %error, "the lease could not be renewed"),
            }
        }
    }

    fn claim(&self) -> Result<Option<Task>, StoreError> {
        let (holder, now) = (self.holder.clone(), self.now());
        let tasks = self.store.write(move |tx| outbox::claim(tx, &holder, now, later(now, LEASE), 1))?;
        Ok(tasks.into_iter().next())
    }

    fn finish(&self, task: &Task) -> Result<bool, StoreError> {
        let (holder, id) = (self.holder.clone(), task.id);
        self.store.write(move |tx| outbox::finish(tx, &holder, id))
    }

    fn fail(&self, task: &Task, mishap: Mishap, again: Option<Timestamp>) -> Result<Outcome, StoreError> {
        let (holder, id, now, words) = (self.holder.clone(), task.id, self.now(), mishap.to_string());
        if !self.store.write(move |tx| outbox::fail(tx, &holder, id, &words, now, again))? {
            return Ok(Outcome::Lost);
        }
        Ok(match again {
            Some(again) => Outcome::Again(again, mishap),
            None => Outcome::Dead(mishap),
        })
    }

    fn now(&self) -> Timestamp {
        (self.clock)()
    }
}

fn words_of(panic: &(dyn Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("without words").to_owned()
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker")
            .field("holder", &self.holder)
            .field("kinds", &self.handlers.keys())
            .finish_non_exhaustive()
    }
}
