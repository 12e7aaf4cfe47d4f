//! Every rule counted from its definition, without memory of what was counted before: what a plan is said to cost, and what the search's
//! own counting is held against.

mod alone;
mod crowds;
mod pairs;
mod score;
mod standing;
mod tracks;

pub use score::Score;
use standing::Standing;

use crate::{Fault, Plan, Problem, Rule, Weight};

/// What each rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally([i64; Rule::COUNT]);

impl Tally {
    /// What the rule counts.
    #[must_use]
    pub const fn count(&self, rule: Rule) -> i64 {
        self.0[rule as usize]
    }

    /// What it all costs under the problem's rulebook.
    #[must_use]
    pub fn score(&self, problem: &Problem) -> Score {
        let costs = Rule::ALL.iter().map(|&rule| match problem.rules.weight(rule) {
            Weight::Off => Score::default(),
            Weight::Soft(weight) => Score { hard: 0, soft: weight * self.count(rule) },
            Weight::Hard => Score { hard: self.count(rule), soft: 0 },
        });
        costs.fold(Score::default(), |sum, cost| sum + cost)
    }

    fn add(&mut self, rule: Rule, count: i64) {
        self.0[rule as usize] += count;
    }
}

/// Counts every rule of the plan, whatever it weighs.
///
/// # Errors
/// A problem that is none, or a plan that no weight could excuse: entries outside their block, two at once in a room, two tracks in a block of
/// one.
pub fn tally(problem: &Problem, plan: &Plan) -> Result<Tally, Fault> {
    problem.check()?;
    problem.check_plan(plan)?;
    let standing = Standing::of(problem, plan);
    let mut tally = Tally([0; Rule::COUNT]);
    alone::count(&standing, &mut tally);
    pairs::count(&standing, &mut tally);
    tracks::count(&standing, &mut tally);
    crowds::count(&standing, &mut tally);
    Ok(tally)
}

fn length(count: usize) -> i64 {
    i64::try_from(count).expect("counts are of lists, which are counted in 32 bits")
}
