//! Annealing: moves that cost are kept with a chance that falls as it cools.

use fastrand::Rng;

use super::super::day::Plan;
use super::super::score::Score;
use super::super::state::State;
use super::moves::Moves;
use super::trail::Trail;

/// Steps between two meetings of the threads.
pub(crate) const ROUND: u64 = 20_000;

/// Steps of the first cooling; each further one takes half as long again.
const FIRST_COOLING: u64 = 200_000;

/// The temperatures between which it cools, in tenths of a break.
const HOT: f64 = 6.0;
const COLD: f64 = 1.5;

/// What things count as, in tenths of a break. A meeting without a seat is soon given one, so it may wait; a slot more or less in a break
/// changes no score and shows the way to closing it.
const HARD: i64 = 30;
const UNPLACED: i64 = 15;
const BREAK: i64 = 10;
const WAITED: i64 = 1;

pub(crate) struct Annealing<'a> {
    state: State<'a>,
    rng: Rng,
    moves: Moves,
    trail: Trail,
    /// Steps of this cooling, and how many are done.
    cooling: u64,
    cooled: u64,
    pub(crate) best: (Score, Plan),
    tried: u64,
}

impl<'a> Annealing<'a> {
    pub(crate) fn new(state: State<'a>, seed: u64, number: usize) -> Self {
        let mut rng = Rng::with_seed(seed);
        for _ in 0..number {
            rng = rng.fork();
        }
        Self {
            best: (state.score(), state.plan()),
            state,
            rng,
            moves: Moves::default(),
            trail: Trail::default(),
            cooling: FIRST_COOLING,
            cooled: 0,
            tried: 0,
        }
    }

    pub(crate) const fn tried(&self) -> u64 {
        self.tried
    }

    /// So many steps, or fewer when nothing better is possible.
    pub(crate) fn round(&mut self, steps: u64, fewest: u32) {
        let mut heat = self.heat();
        for step in 0..steps {
            if step % 64 == 0 {
                heat = self.heat();
            }
            self.step(heat);
            if self.best.0 <= (Score { hard: 0, breaks: fewest }) {
                return;
            }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a temperature need not be exact")]
    fn heat(&self) -> f64 {
        HOT * (COLD / HOT).powf(self.cooled as f64 / self.cooling as f64)
    }

    fn step(&mut self, heat: f64) {
        self.tried += 1;
        self.cooled += 1;
        if self.cooled > self.cooling {
            self.cooling += self.cooling / 2;
            self.cooled = 0;
        }
        let before = energy(&self.state);
        self.moves.make(&mut self.state, &mut self.rng, &mut self.trail);
        if self.trail.is_empty() {
            return;
        }
        let now = self.state.score();
        let dearer = energy(&self.state) - before;
        if dearer > 0 && !self.dares(dearer, heat) {
            self.state.take_back(&mut self.trail);
            return;
        }
        if now < self.best.0 {
            self.best = (now, self.state.plan());
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a chance need not be exact")]
    fn dares(&mut self, dearer: i64, heat: f64) -> bool {
        let by = dearer as f64 / heat;
        by < 30.0 && self.rng.f64() < (-by).exp()
    }
}

fn energy(state: &State<'_>) -> i64 {
    let Score { hard, breaks } = state.score();
    let counts = &state.counts;
    i64::from(hard - counts.unplaced) * HARD
        + i64::from(counts.unplaced) * UNPLACED
        + i64::from(breaks) * BREAK
        + i64::from(counts.waited) * WAITED
}
