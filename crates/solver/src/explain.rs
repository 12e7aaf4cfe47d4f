//! Answers: why something does not stand there, what a rule costs, and why a timetable cannot be.

mod conflict;
mod why_not;

pub use conflict::{Cause, Proof, conflict};
pub use why_not::{InTheWay, WhyNot, why_not};

use crate::search::{self, Limits};
use crate::{Fault, Plan, Problem, Rule, Score, Weight};

/// What keeping a rule costs: by how much the rest could be cheaper if nobody looked at it, as far as a search by these limits finds out.
/// The search begins with the plan, so the answer is never negative.
///
/// # Errors
/// What is wrong with the problem, or with the plan.
pub fn price(problem: &Problem, plan: &Plan, rule: Rule, limits: &Limits<'_>) -> Result<Score, Fault> {
    let mut without = problem.clone();
    without.rules.weigh(rule, Weight::Off);
    let with = crate::tally(&without, plan)?.score(&without);
    let found = search::solve_from(&without, plan, limits)?;
    Ok(with + found.score * -1)
}
