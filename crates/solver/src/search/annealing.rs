//! Annealing: moves that cost are kept with a chance that falls as time goes by.

use fastrand::Rng;

use super::trail::Trail;
use super::{Effort, moves};
use crate::state::State;
use crate::{Plan, Rule, Score};

/// Steps between two meetings of the threads.
pub(crate) const ROUND: u64 = 20_000;

/// Steps after which it is looked whether the search is over.
const LOOK: u64 = 64;

/// The first cycle's part of the limit, and that of each later one. Of four ways to cut it, tried on three public conferences, this one
/// had the lowest totals.
const LONG: f64 = 0.4;
const SHORT: f64 = 0.1;

pub(crate) struct Annealing<'a> {
    state: State<'a>,
    rng: Rng,
    trail: Trail,
    /// Who breaks a hard rule, as of the last meeting.
    troubled: Vec<u32>,
    heat: Heat,
    pub(crate) best: (Score, Plan),
    pub(crate) effort: Effort,
}

/// Where in the whole the annealing is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stage {
    /// From 0; the first is the hottest.
    pub(crate) cycle: u32,
    /// How much of the cycle is over, 0 to 1.
    into: f64,
}

impl Stage {
    /// The limit is cut into one long cycle and short ones that heat what was found again.
    pub(crate) fn at(spent: f64) -> Self {
        if spent < LONG {
            return Self { cycle: 0, into: spent / LONG };
        }
        let mut cycle = 1;
        let mut into = (spent - LONG) / SHORT;
        while into >= 1.0 {
            cycle += 1;
            into -= 1.0;
        }
        Self { cycle, into }
    }
}

/// The temperatures between which it cools, and what something hard counts as.
struct Heat {
    first: f64,
    again: f64,
    last: f64,
    hard: i64,
}

impl Heat {
    fn at(&self, stage: Stage) -> f64 {
        let first = if stage.cycle == 0 { self.first } else { self.again };
        first * (self.last / first).powf(stage.into)
    }
}

impl<'a> Annealing<'a> {
    pub(crate) fn new(mut state: State<'a>, seed: u64, number: usize) -> Self {
        let mut rng = Rng::with_seed(seed);
        for _ in 0..number {
            rng = rng.fork();
        }
        let best = (state.score(), state.plan());
        let mut new = Self {
            heat: Heat { first: 1.0, again: 1.0, last: 0.1, hard: 1_000_000 },
            state,
            rng,
            trail: Trail::default(),
            troubled: Vec::new(),
            best,
            effort: Effort::default(),
        };
        new.heat = new.felt();
        new
    }

    /// So many steps at the temperature of the stage, or fewer if that is the end: where everybody is in everybody's way a round can take minutes.
    pub(crate) fn round(&mut self, stage: Stage, steps: u64, is_over: &dyn Fn() -> bool) {
        let heat = self.heat.at(stage);
        self.troubled = self.state.troubled();
        for step in 0..steps {
            if step % LOOK == LOOK - 1 && is_over() {
                return;
            }
            self.step(heat);
        }
    }

    /// Leaves what it has for this.
    pub(crate) fn go_on_from(&mut self, best: (Score, Plan)) {
        self.state.set(&best.1);
        self.best = best;
    }

    fn step(&mut self, heat: f64) {
        let before = self.state.energy(self.heat.hard);
        moves::make(&mut self.state, &self.troubled, &mut self.rng, &mut self.trail);
        if self.trail.is_empty() {
            return;
        }
        self.effort.evaluated += 1;
        let dearer = self.state.energy(self.heat.hard) - before;
        if dearer > 0 && !self.dares(dearer, heat) {
            self.state.take_back(&self.trail);
            return;
        }
        self.effort.accepted += 1;
        if dearer < 0 && self.state.score() < self.best.0 {
            self.best = (self.state.score(), self.state.plan());
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a chance need not be exact")]
    fn dares(&mut self, dearer: i64, heat: f64) -> bool {
        let by = dearer as f64 / heat;
        by < 30.0 && self.rng.f64() < (-by).exp()
    }

    /// What moves cost here, tried on the first timetable.
    #[expect(clippy::cast_precision_loss, reason = "a temperature need not be exact")]
    fn felt(&mut self) -> Heat {
        let mut dearer = Vec::new();
        for _ in 0..2_000 {
            let before = self.state.score();
            moves::make(&mut self.state, &self.troubled, &mut self.rng, &mut self.trail);
            let change = self.state.score().soft - before.soft;
            self.state.take_back(&self.trail);
            if change > 0 {
                dearer.push(change);
            }
        }
        if dearer.is_empty() {
            // Nothing costs: what is hard is all there is to dare.
            return Heat { first: 1.0, again: 0.5, last: 0.1, hard: 1 };
        }
        dearer.sort_unstable();
        let at = |part: usize| dearer.get(dearer.len() * part / 100).map_or(1.0, |&cost| cost as f64);
        // Who is told to change as little as possible is not heated until everything moves.
        let moved = self.state.ground.unit[Rule::Moved as usize].soft;
        let kept = self.state.ground.problem.entries.iter().any(|entry| entry.former.is_some()) && moved > 0;
        let most = if kept { (moved as f64 / 10.0).max(1.0) } else { f64::MAX };
        Heat {
            first: at(70).min(most),
            again: at(20).min(most),
            last: (at(0) / 10.0).max(0.1),
            hard: dearer.last().map_or(1_000, |&most| 2 * most).max(1_000),
        }
    }
}
