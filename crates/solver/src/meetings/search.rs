//! The search: annealing over moves that never give anybody two meetings at once, on as many threads as are asked for.
//!
//! Every thread anneals on its own, heats up again when it is cold, and takes longer each time; the best of all is taken. Threads
//! meet after fixed numbers of steps, so a seed, a number of threads and a number of steps give the same plan every time. A limit in time is the caller's: the
//! search is told what part of it is spent and has no clock. It ends before its limit when the plan can be proved best.

mod annealing;
mod first;
mod moves;
mod trail;

use std::thread;

use annealing::Annealing;

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
    let mut workers: Vec<Annealing<'_>> = (0..limits.threads.max(1))
        .map(|number| Annealing::new(first::placed(&ground), limits.seed, number))
        .collect();
    let mut best = (start.score(), start.plan());
    let mut round = 0;
    loop {
        let (score, _) = &best;
        let spent = limits.budget.spent(round * annealing::ROUND);
        let tried = workers.iter().map(Annealing::tried).sum();
        watch(Progress { spent, best: *score, tried });
        let proved = score.hard == 0 && score.breaks <= fewest;
        if proved || spent >= 1.0 || day.meetings.is_empty() {
            let standing = match (proved, reasons.is_empty()) {
                (true, _) => Standing::Best,
                (false, true) => Standing::Open { fewest },
                (false, false) => Standing::Impossible(reasons),
            };
            let (score, plan) = best;
            return Ok(Found { plan, score, standing, tried });
        }
        run(&mut workers, steps(limits.budget, round), fewest);
        round += 1;
        for worker in &workers {
            if worker.best.0 < best.0 {
                best.clone_from(&worker.best);
            }
        }
    }
}

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

/// How many steps the next round has.
fn steps(budget: Budget<'_>, round: u64) -> u64 {
    match budget {
        Budget::Steps(steps) | Budget::StepsUnless(steps, _) => {
            annealing::ROUND.min(steps - round * annealing::ROUND)
        }
        Budget::Spent(_) => annealing::ROUND,
    }
}
