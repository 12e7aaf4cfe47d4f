//! Annealing: moves that cost are kept with a chance that falls as time goes by.

use fastrand::Rng;

use super::trail::Trail;
use super::{Effort, moves};
use crate::state::State;
use crate::{Plan, Score};

/// Steps between two meetings of the threads.
pub(crate) const ROUND: u64 = 20_000;

pub(crate) struct Annealing<'a> {
    state: State<'a>,
    rng: Rng,
    trail: Trail,
    heat: Heat,
    pub(crate) best: (Score, Plan),
    pub(crate) effort: Effort,
}

/// The temperatures between which it cools, and what something hard counts as.
struct Heat {
    first: f64,
    last: f64,
    hard: i64,
}

impl<'a> Annealing<'a> {
    pub(crate) fn new(state: State<'a>, seed: u64, number: usize) -> Self {
        let mut rng = Rng::with_seed(seed);
        for _ in 0..number {
            rng = rng.fork();
        }
        let best = (state.score(), state.plan());
        let mut new = Self {
            heat: Heat { first: 1.0, last: 0.1, hard: 1_000_000 },
            state,
            rng,
            trail: Trail::default(),
            best,
            effort: Effort::default(),
        };
        new.heat = new.felt();
        new
    }

    /// So many steps at the temperature of the part of the limit that is spent.
    pub(crate) fn round(&mut self, spent: f64, steps: u64) {
        let cycles = 1.0;
        let into = (spent * cycles).fract();
        let heat = self.heat.first * (self.heat.last / self.heat.first).powf(into);
        for _ in 0..steps {
            self.step(heat);
        }
    }

    fn step(&mut self, heat: f64) {
        let before = self.state.energy(self.heat.hard);
        moves::make(&mut self.state, &mut self.rng, &mut self.trail);
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
            let before = self.state.energy(self.heat.hard);
            moves::make(&mut self.state, &mut self.rng, &mut self.trail);
            let change = self.state.energy(self.heat.hard) - before;
            self.state.take_back(&self.trail);
            if change > 0 {
                dearer.push(change);
            }
        }
        dearer.sort_unstable();
        let at = |part: usize| dearer.get(dearer.len() * part / 100).map_or(1.0, |&cost| cost as f64);
        Heat { first: at(20), last: (at(0) / 10.0).max(0.1), hard: 1_000_000 }
    }
}
