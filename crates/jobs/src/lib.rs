//! What is done after the answer: the outbox worker.
//!
//! A use case never sends, resizes or calls out; it puts a task into the outbox in its own transaction. A [`Worker`] takes tasks that
//! are due, one at a time, does each outside of any transaction, and strikes it off.
//!
//! **At least once.** A task is struck off after its work, so a machine that fails in between does it again. Handlers are
//! therefore idempotent, and bodies say enough to tell what is done already.
//! **One at a time.** A task is held under a lease that its worker renews while it works; when the worker is gone, the lease runs out
//! and another takes the task up. A worker that was stopped for longer than a lease (a machine asleep) may find that another
//! has done its task; it then leaves it alone.
//! **Clocks.** Due times and leases are wall-clock times, and clocks are set. A clock set forward makes tasks due early and may hand
//! the task of a living worker on another machine over, twice done at worst; a clock set back makes them wait until it has caught up.
//! No task is lost, none is given up, and no attempt is counted for it. Waiting itself does not trust the clock: it looks
//! again every ten seconds.

pub mod handlers;

mod handler;
mod retries;
mod running;
mod signal;
mod step;
mod worker;

pub use handler::{Failed, Handler};
pub use retries::{LONGEST_PAUSE, MOST_ATTEMPTS, pause_after};
pub use running::Running;
pub use step::{Outcome, Step, Worked};
pub use worker::{LEASE, Worker};
