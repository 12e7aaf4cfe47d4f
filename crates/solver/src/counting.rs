//! Every rule counted from its definition, without memory of what was counted before. Each count names who it is about; adding them up says
//! what a plan costs, and the search's own counting is held against that.

mod alone;
mod breach;
mod crowds;
mod pairs;
mod score;
mod standing;
mod tracks;

pub use breach::{Breach, Who};
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
}

/// Counts every rule of the plan, whatever it weighs.
///
/// # Errors
/// A problem that is none, or a plan that no weight could excuse: entries outside their block, two at once in a room, two tracks in a block of
/// one.
pub fn tally(problem: &Problem, plan: &Plan) -> Result<Tally, Fault> {
    let mut tally = Tally([0; Rule::COUNT]);
    told(problem, plan, &mut |breach| tally.0[breach.rule as usize] += breach.count)?;
    Ok(tally)
}

/// Every breach of a rule that is on, those of hard rules first, then by what they cost.
///
/// # Errors
/// As [`tally`].
pub fn broken(problem: &Problem, plan: &Plan) -> Result<Vec<Breach>, Fault> {
    let mut all = Vec::new();
    told(problem, plan, &mut |breach| {
        if problem.rules.on(breach.rule) {
            all.push(breach);
        }
    })?;
    all.sort_by_key(|breach| (std::cmp::Reverse(breach.cost(problem)), breach.rule, breach.who));
    Ok(all)
}

fn told(problem: &Problem, plan: &Plan, tell: Tell<'_>) -> Result<(), Fault> {
    problem.check()?;
    problem.check_plan(plan)?;
    let standing = Standing::of(problem, plan);
    alone::count(&standing, tell);
    pairs::count(&standing, tell);
    tracks::count(&standing, tell);
    crowds::count(&standing, tell);
    Ok(())
}

/// Who is told of each breach.
type Tell<'a> = &'a mut dyn FnMut(Breach);

/// Tells what counts anything.
fn tell(to: Tell<'_>, rule: Rule, count: i64, who: Who) {
    if count != 0 {
        to(Breach { rule, count, who });
    }
}

fn length(count: usize) -> i64 {
    i64::try_from(count).expect("counts are of lists, which are counted in 32 bits")
}

fn number(place: usize) -> u32 {
    u32::try_from(place).expect("lists are counted in 32 bits")
}
