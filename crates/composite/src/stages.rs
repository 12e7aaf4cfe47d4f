//! The steps from raw cells to an index: each takes the sheet as it stands, changes it, and tells the journal what it changed and why.
//!
//! They are written once for both uses: a run that is looked at, with a journal that keeps everything, and thousands of variants, with one that
//! keeps nothing. A column is gathered, worked on and put back; sums always run from the first case to the last.

mod bending;
mod blocks;
mod climbing;
mod column;
mod comparing;
mod denominating;
mod imputing;
mod journal;
mod means;
mod normalising;
mod screening;
mod treating;
mod weighing;

pub(crate) use blocks::Blocks;
pub(crate) use climbing::{Climb, Climbed, Twist, left_out, ranked};
pub(crate) use column::{count, deviation, mean, sample_deviation};
pub(crate) use journal::Journal;
pub(crate) use means::{Combining, lifted, power};

use crate::framework::{Goalposts, Step};
use crate::model::Pool;
use crate::sheet::Sheet;

/// A step with its codes looked up.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    pub(crate) step: Step,
    /// Which indicators of the pool it means, for the steps on columns.
    pub(crate) which: Vec<bool>,
    /// The group of each case, where it imputes by group.
    pub(crate) groups: Option<Vec<Option<usize>>>,
    /// The unit that it compares with.
    pub(crate) unit: Option<usize>,
}

/// The sheet as it stands between two steps.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// The cases that are still there; the rows of the sheet.
    pub(crate) cases: Vec<usize>,
    /// The indicators that are still there; the columns of the sheet.
    pub(crate) indicators: Vec<usize>,
    pub(crate) sheet: Sheet,
    /// Of every indicator of the pool: whether its direction has been seen to.
    pub(crate) turned: Vec<bool>,
    /// Of every indicator of the pool, on the scale that its column has now.
    pub(crate) goalposts: Vec<Option<Goalposts>>,
    /// The same of targets.
    pub(crate) targets: Vec<Option<f64>>,
}

impl State {
    /// Takes one step. Those that say how trees are climbed change nothing here.
    pub(crate) fn take(&mut self, ready: &Ready, pool: &Pool, journal: &mut Journal) {
        match &ready.step {
            Step::Denominate => denominating::denominate(self, pool, journal),
            Step::Screen(screen) => screening::screen(self, *screen, journal),
            Step::Impute(impute) => imputing::impute(self, impute, ready, pool, journal),
            Step::Treat(treat) => treating::treat(self, treat, ready, pool, journal),
            Step::Bend(bend) => bending::bend(self, bend, ready, pool, journal),
            Step::Normalise(normalise) => normalising::normalise(self, normalise, ready, pool, journal),
            Step::Weigh(_) | Step::Aggregate(_) | Step::Rank(_) => {}
        }
    }

    /// Where each indicator of the pool stands in the sheet, if it is still there.
    pub(crate) fn places(&self) -> Vec<Option<usize>> {
        let mut places = vec![None; self.turned.len()];
        for (place, &indicator) in self.indicators.iter().enumerate() {
            places[indicator] = Some(place);
        }
        places
    }
}
