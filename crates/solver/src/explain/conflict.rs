//! Why a timetable cannot be: a few entries that cannot all have what they need.
//!
//! What can be proved by counting is looked at first: an entry no block is long enough for, a person with more to do than hours, rooms with less
//! time than is asked of them, a circle of prerequisites. If nothing of that is wrong and the search still breaks a hard rule, the entries
//! around the breach are made fewer while the search keeps failing on them alone; what is left is a small set, sought and not proved.

mod proofs;

use std::collections::BTreeSet;

use crate::counting::broken;
use crate::search::{Limits, solve, solve_from};
use crate::{Bond, Fault, Plan, Problem, Rule, Weight, Who};

/// A reason, and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    pub proof: Proof,
    /// Whom it is about.
    pub entries: Vec<u32>,
}

/// Why these cannot all be placed without breaking a hard rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The entry is longer than every block.
    TooLong { slots: u16, longest: u16 },
    /// Every block costs the entry something hard.
    NoRoom,
    /// The person is needed for more slots than there are in which they could be.
    Person { person: u32, needed: u64, there: u64 },
    /// The only blocks that these may use have fewer slots than they need together.
    Full { needed: u64, there: u64 },
    /// Each must come before the next, and the last before the first.
    Circle,
    /// Pins break a hard rule among themselves.
    Pins { rule: Rule },
    /// The search found no way to place these, whatever becomes of all others.
    Sought,
}

/// All reasons that counting proves, else one that was sought with the limits for each try; none if a timetable was found.
///
/// # Errors
/// What is wrong with the problem.
pub fn conflict(problem: &Problem, limits: &Limits<'_>) -> Result<Vec<Cause>, Fault> {
    problem.check()?;
    let proved = proofs::all(problem);
    if !proved.is_empty() {
        return Ok(proved);
    }
    let found = solve(problem, limits)?;
    if found.score.hard == 0 {
        return Ok(Vec::new());
    }
    let mut few: Vec<u32> = around(problem, &found.plan)?.into_iter().collect();
    if !fails(problem, &few, &found.plan, limits)? {
        few = (0..).take(problem.entries.len()).collect();
    }
    let mut bite = few.len().div_ceil(2);
    while bite > 0 {
        few = bitten(problem, few, bite, &found.plan, limits)?;
        bite /= 2;
    }
    Ok(vec![Cause { proof: Proof::Sought, entries: few }])
}

/// What is left when every bite is left out without which the search still fails.
fn bitten(
    problem: &Problem,
    mut few: Vec<u32>,
    bite: usize,
    plan: &Plan,
    limits: &Limits<'_>,
) -> Result<Vec<u32>, Fault> {
    let mut from = 0;
    while from < few.len() {
        let mut fewer = few.clone();
        fewer.drain(from..(from + bite).min(few.len()));
        if !fewer.is_empty() && fails(problem, &fewer, plan, limits)? {
            few = fewer;
        } else {
            from += bite;
        }
    }
    Ok(few)
}

/// The entries in hard breaches, and those they are tied to.
fn around(problem: &Problem, plan: &Plan) -> Result<BTreeSet<u32>, Fault> {
    let hard = |rule| problem.rules.weight(rule) == Weight::Hard;
    let mut seeds = BTreeSet::new();
    for breach in broken(problem, plan)?.into_iter().filter(|breach| hard(breach.rule)) {
        match breach.who {
            Who::Entry(entry) => seeds.extend([entry]),
            Who::Pair(one, other) | Who::PairOf { one, other, .. } => seeds.extend([one, other]),
            Who::Person { person, .. } => seeds.extend(&problem.people[person as usize]),
            _ => {}
        }
    }
    let mut all = seeds.clone();
    let tied = |bond: &&Bond| hard(bond.rule) && (seeds.contains(&bond.one) || seeds.contains(&bond.other));
    all.extend(problem.bonds.iter().filter(tied).flat_map(|bond| [bond.one, bond.other]));
    let touched = problem.people.iter().filter(|entries| entries.iter().any(|entry| seeds.contains(entry)));
    all.extend(touched.flatten());
    Ok(all)
}

/// Whether the search breaks a hard rule with these entries alone.
fn fails(problem: &Problem, entries: &[u32], plan: &Plan, limits: &Limits<'_>) -> Result<bool, Fault> {
    let (alone, start) = problem.only(entries, plan);
    Ok(solve_from(&alone, &start, limits)?.score.hard > 0)
}
