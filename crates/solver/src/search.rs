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

use annealing::{Annealing, ROUND, Stage};

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
    /// The same, but earlier when this says so; it is asked again and again and changes nothing else, so what is not stopped is as it is by
    /// [`Budget::Steps`].
    StepsUnless(u64, &'a (dyn Fn() -> bool + Sync)),
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
            Self::StepsUnless(steps, _) => write!(to, "StepsUnless({steps})"),
            Self::Spent(_) => write!(to, "Spent"),
        }
    }
}

impl Budget<'_> {
    /// What part of it is spent after so many steps.
    pub(crate) fn spent(self, ran: u64) -> f64 {
        match self {
            Self::StepsUnless(_, stopped) if stopped() => 1.0,
            Self::Steps(steps) | Self::StepsUnless(steps, _) => part(ran, steps),
            Self::Spent(asked) => asked(),
        }
    }

    /// Whether there is no point in finishing a round; steps alone are always finished.
    pub(crate) fn is_over(self) -> bool {
        match self {
            Self::Steps(_) => false,
            Self::StepsUnless(_, stopped) => stopped(),
            Self::Spent(asked) => asked() >= 1.0,
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
    Ok(searched(&first::placed(&ground), limits, watch))
}

/// The same, from a plan that there is.
///
/// # Errors
/// What is wrong with the problem, or with the plan.
pub fn solve_from(problem: &Problem, plan: &Plan, limits: &Limits<'_>) -> Result<Found, Fault> {
    problem.check()?;
    problem.check_plan(plan)?;
    let ground = Ground::new(problem);
    let mut state = State::new(&ground);
    state.set(plan);
    Ok(searched(&state, limits, &mut |_| {}))
}

fn searched(start: &State<'_>, limits: &Limits<'_>, watch: &mut dyn FnMut(Progress)) -> Found {
    let workers = (0..limits.threads.max(1)).map(|number| Annealing::new(start.clone(), limits.seed, number));
    let mut workers: Vec<Annealing<'_>> = workers.collect();
    let mut clock = Clock::new(limits.budget);
    let mut cycle = 0;
    while clock.spent < 1.0 {
        let stage = Stage::at(clock.spent);
        if stage.cycle > cycle {
            cycle = stage.cycle;
            go_on_from_the_best(&mut workers);
        }
        let steps = clock.next();
        each(&mut workers, &|worker| worker.round(stage, steps, &|| limits.budget.is_over()));
        clock.ran(steps);
        let best = workers.iter().map(|worker| worker.best.0).min().unwrap_or_default();
        let effort = total(&workers);
        watch(Progress { spent: clock.spent, best, effort });
    }
    let effort = total(&workers);
    let (score, plan) =
        workers.into_iter().map(|worker| worker.best).min_by_key(|(score, _)| *score).unwrap_or_default();
    Found { plan, score, effort }
}

/// What is spent of the limit.
struct Clock<'a> {
    budget: Budget<'a>,
    ran: u64,
    spent: f64,
}

impl<'a> Clock<'a> {
    fn new(budget: Budget<'a>) -> Self {
        Self { budget, ran: 0, spent: budget.spent(0) }
    }

    /// How many steps to go before the threads meet again.
    fn next(&self) -> u64 {
        match self.budget {
            Budget::Steps(steps) | Budget::StepsUnless(steps, _) => ROUND.min(steps - self.ran),
            Budget::Spent(_) => ROUND,
        }
    }

    fn ran(&mut self, steps: u64) {
        self.ran += steps;
        self.spent = self.budget.spent(self.ran);
    }
}

/// Everybody, on a thread of their own.
fn each(workers: &mut [Annealing<'_>], work: &(dyn Fn(&mut Annealing<'_>) + Sync)) {
    if let [alone] = workers {
        return work(alone);
    }
    thread::scope(|scope| {
        for worker in workers {
            scope.spawn(move || work(worker));
        }
    });
}

/// All go on from the best that any of them has; of equals, from the first one's.
fn go_on_from_the_best(workers: &mut [Annealing<'_>]) {
    let best = workers.iter().map(|worker| worker.best.clone()).min_by_key(|(score, _)| *score);
    for worker in workers {
        worker.go_on_from(best.clone().unwrap_or_default());
    }
}

fn total(workers: &[Annealing<'_>]) -> Effort {
    workers.iter().fold(Effort::default(), |sum, worker| Effort {
        evaluated: sum.evaluated + worker.effort.evaluated,
        accepted: sum.accepted + worker.effort.accepted,
    })
}

/// Nothing of nothing is all of it.
#[expect(clippy::cast_precision_loss, reason = "a part of a limit need not be exact")]
fn part(done: u64, of: u64) -> f64 {
    if done >= of { 1.0 } else { done as f64 / of as f64 }
}

impl State<'_> {
    /// Nothing but what it costs, as one number for the annealing.
    pub(crate) fn energy(&mut self, hard: i64) -> i64 {
        let score = self.score();
        score.hard * hard + score.soft
    }
}
