//! The search: simulated annealing over moves that keep a timetable whole, on as many threads as are asked for.
//!
//! Every thread anneals on its own; at the end of each round they meet, and all go on from the best. Threads meet after fixed numbers of steps,
//! so a seed, a number of threads and a number of steps give the same timetable every time. A limit in time is the caller's: the search
//! is told what part of it is spent and has no clock.

mod annealing;
mod first;
mod moves;
mod trail;

use std::thread;

use annealing::Annealing;

use crate::state::{Ground, State};
use crate::{Fault, Plan, Problem, Score};

/// How long, how wide, and by which chance.
#[derive(Clone, Copy)]
pub struct Limits<'a> {
    pub budget: Budget<'a>,
    pub seed: u64,
    pub threads: usize,
}

/// When to end.
#[derive(Clone, Copy)]
pub enum Budget<'a> {
    /// After so many steps of every thread.
    Steps(u64),
    /// When this says 1 or more: it is asked again and again what part of the caller's patience is spent.
    Spent(&'a (dyn Fn() -> f64 + Sync)),
}

impl std::fmt::Debug for Limits<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "Limits {{ seed: {}, threads: {} }}", self.seed, self.threads)
    }
}

impl std::fmt::Debug for Budget<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Steps(steps) => write!(to, "Steps({steps})"),
            Self::Spent(_) => write!(to, "Spent"),
        }
    }
}

impl Limits<'_> {
    /// So many steps on one thread, by seed 1.
    #[must_use]
    pub const fn steps(steps: u64) -> Self {
        Self { budget: Budget::Steps(steps), seed: 1, threads: 1 }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub plan: Plan,
    pub score: Score,
    pub effort: Effort,
}

/// What was done for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Moves that were tried and measured.
    pub evaluated: u64,
    /// Of those, the ones that were kept.
    pub accepted: u64,
}

/// How far the search is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Of the limit, 0 to 1.
    pub spent: f64,
    pub best: Score,
    pub effort: Effort,
}

/// Finds a cheap timetable.
///
/// # Errors
/// What is wrong with the problem.
pub fn solve(problem: &Problem, limits: &Limits<'_>) -> Result<Found, Fault> {
    solve_watched(problem, limits, &mut |_| {})
}

/// The same, and tells after each round how far it is.
///
/// # Errors
/// What is wrong with the problem.
pub fn solve_watched(
    problem: &Problem,
    limits: &Limits<'_>,
    watch: &mut dyn FnMut(Progress),
) -> Result<Found, Fault> {
    problem.check()?;
    let ground = Ground::new(problem);
    let threads = limits.threads.max(1);
    let mut workers: Vec<Annealing<'_>> =
        (0..threads).map(|number| Annealing::new(first::placed(&ground), limits.seed, number)).collect();
    let mut spent = 0.0;
    let mut round = 0;
    while spent < 1.0 {
        run(&mut workers, limits.budget, round, spent);
        round += 1;
        spent = match limits.budget {
            Budget::Steps(steps) => part(round * annealing::ROUND, steps),
            Budget::Spent(asked) => asked(),
        };
        let best = workers.iter().map(|worker| worker.best.0).min().unwrap_or_default();
        let effort = total(&workers);
        watch(Progress { spent, best, effort });
    }
    let effort = total(&workers);
    let (score, plan) =
        workers.into_iter().map(|worker| worker.best).min_by_key(|(score, _)| *score).unwrap_or_default();
    Ok(Found { plan, score, effort })
}

fn run(workers: &mut [Annealing<'_>], budget: Budget<'_>, round: u64, spent: f64) {
    let next = match budget {
        Budget::Steps(steps) => part((round + 1) * annealing::ROUND, steps),
        Budget::Spent(_) => spent,
    };
    let steps = match budget {
        Budget::Steps(steps) => annealing::ROUND.min(steps - round * annealing::ROUND),
        Budget::Spent(_) => annealing::ROUND,
    };
    let _ = next;
    if let [alone] = workers {
        alone.round(spent, steps);
        return;
    }
    thread::scope(|scope| {
        for worker in workers {
            scope.spawn(move || worker.round(spent, steps));
        }
    });
}

fn total(workers: &[Annealing<'_>]) -> Effort {
    workers.iter().fold(Effort::default(), |sum, worker| Effort {
        evaluated: sum.evaluated + worker.effort.evaluated,
        accepted: sum.accepted + worker.effort.accepted,
    })
}

#[expect(clippy::cast_precision_loss, reason = "a part of a limit need not be exact")]
fn part(done: u64, of: u64) -> f64 {
    done as f64 / of.max(1) as f64
}

impl State<'_> {
    /// Nothing but what it costs, as one number for the annealing.
    pub(crate) fn energy(&self, hard: i64) -> i64 {
        let score = self.score();
        score.hard * hard + score.soft
    }
}
