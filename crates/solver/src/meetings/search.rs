//! The search: annealing over moves that never give anybody two meetings at once, and a [`Learner`](super::learner) beside it, which finds what the
//! annealing does not and proves that there is nothing better.
//!
//! Every annealing heats up again when it is cold and takes longer each time; the best of all is taken. Where steps are limited, annealing and learner
//! take turns of fixed lengths, so a seed, a number of threads and a number of steps give the same plan every time. Where time is limited and there is more than one
//! thread, they run beside each other. A limit in time is the caller's: the search is told what part of it is spent and has no clock. It ends before its limit when
//! the plan is proved best.

mod annealing;
mod beside;
mod first;
mod knowledge;
mod moves;
mod trail;
mod turns;

use std::thread;

use annealing::Annealing;
use knowledge::Knowledge;

use super::reasons::{Reason, of_ground};
use super::state::Ground;
use super::{Day, Fault, Plan, Score, bound};
use crate::Limits;
use crate::search::Budget;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub plan: Plan,
    pub score: Score,
    pub standing: Standing,
    /// Moves that were tried, by all threads.
    pub tried: u64,
}

/// What is known of a plan besides its score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// No plan has fewer breaks.
    Best,
    /// There may be better ones; none with a seat for every meeting and all rules kept has fewer breaks than this.
    Open { fewest: u32 },
    /// No plan keeps all rules, and why. The plan breaks few.
    Impossible(Vec<Reason>),
}

/// How far the search is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Of the limit, 0 to 1.
    pub spent: f64,
    pub best: Score,
    pub tried: u64,
}

/// Finds a plan with few breaks.
///
/// # Errors
/// What is wrong with the day.
pub fn arrange(day: &Day, limits: &Limits<'_>) -> Result<Found, Fault> {
    arrange_watched(day, limits, &mut |_| {})
}

/// The same, and tells after each round how far it is.
///
/// # Errors
/// What is wrong with the day.
pub fn arrange_watched(
    day: &Day,
    limits: &Limits<'_>,
    watch: &mut dyn FnMut(Progress),
) -> Result<Found, Fault> {
    day.check()?;
    let ground = Ground::new(day);
    let reasons = of_ground(&ground);
    let fewest = if reasons.is_empty() { bound::fewest(&ground) } else { 0 };
    let start = first::placed(&ground);
    let known = Knowledge::new((start.score(), start.plan()), fewest, reasons);
    let (known, tried) = match limits.budget {
        Budget::Spent(spent) if limits.threads > 1 && known.asks() => {
            beside::search(&ground, limits, spent, known, watch)
        }
        _ => turns::search(&ground, limits, known, watch),
    };
    Ok(known.found(tried))
}

/// Lets every annealing make so many steps, or fewer when nothing better is possible.
fn run(workers: &mut [Annealing<'_>], steps: u64, fewest: u32) {
    if let [alone] = workers {
        alone.round(steps, fewest);
        return;
    }
    thread::scope(|scope| {
        for worker in workers {
            scope.spawn(move || worker.round(steps, fewest));
        }
    });
}
