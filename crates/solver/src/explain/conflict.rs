//! Why a timetable cannot be: a few entries that cannot all have what they need.
//!
//! What can be proved by counting is looked at first: an entry no block is long enough for, a person with more to do than hours, rooms with less
//! time than is asked of them, a circle of prerequisites. If nothing of that is wrong and the search still breaks a hard rule, the entries
//! around the breach are made fewer while the search keeps failing on them alone; what is left is a small set, sought and not proved.

mod proofs;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::counting::broken;
use crate::search::{Budget, Found, Limits, Progress, solve_from, solve_watched};
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
    /// The search was over before it was known which of these it is that do not go together.
    Unsettled,
}

/// Steps of one try where the limit is one of time.
const TRY: u64 = 100_000;

/// All reasons that counting proves, else one that was sought; none if a timetable was found. A limit in steps holds for each try; of one in
/// time, half is for the first search and all tries after it end with the rest.
///
/// # Errors
/// What is wrong with the problem.
pub fn conflict(problem: &Problem, limits: &Limits<'_>) -> Result<Vec<Cause>, Fault> {
    problem.check()?;
    let proved = proofs::all(problem);
    if !proved.is_empty() {
        return Ok(proved);
    }
    // What costs is not asked about, and would only keep the search from where something hard can be kept.
    let problem = &problem.but_for_what_costs();
    match limits.budget {
        Budget::Steps(_) => sought(problem, limits, limits, &|| false),
        Budget::StepsUnless(_, stopped) => sought(problem, limits, limits, stopped),
        Budget::Spent(asked) => {
            let (twice, over) = (|| asked() * 2.0, || asked() >= 1.0);
            let first = Limits { budget: Budget::Spent(&twice), ..*limits };
            let each = Limits { budget: Budget::StepsUnless(TRY, &over), ..*limits };
            sought(problem, &first, &each, &over)
        }
    }
}

/// A search, and a try with these limits for every set of entries that might fail alone, until somebody says that it is over.
fn sought(
    problem: &Problem,
    first: &Limits<'_>,
    each: &Limits<'_>,
    over: &dyn Fn() -> bool,
) -> Result<Vec<Cause>, Fault> {
    let found = until_one_can_be(problem, first)?;
    if found.score.hard == 0 {
        return Ok(Vec::new());
    }
    let seeking = Seeking { problem, plan: &found.plan, each, over };
    let mut few: Vec<u32> = around(problem, &found.plan)?.into_iter().collect();
    if !seeking.fail(&few)? && !over() {
        few = (0..).take(problem.entries.len()).collect();
    }
    let mut bite = few.len().div_ceil(2);
    while bite > 0 && !over() {
        few = seeking.bitten(few, bite)?;
        bite /= 2;
    }
    let proof = if over() { Proof::Unsettled } else { Proof::Sought };
    Ok(vec![Cause { proof, entries: few }])
}

/// Sixteenths of the limit that one search after the other has, each by another seed: one alone can be stuck with an entry that another places at
/// once, and a large week needs a long one.
const TURNS: [u32; 8] = [1, 1, 1, 1, 2, 2, 4, 4];

/// The best of a few searches, the last of which ends as soon as no hard rule is broken: that one can be is all that is asked.
fn until_one_can_be(problem: &Problem, limits: &Limits<'_>) -> Result<Found, Fault> {
    let mut best: Option<Found> = None;
    let mut before = 0;
    for (turn, sixteenths) in (0..).zip(TURNS) {
        let found = one_turn(problem, limits, turn, (before, before + sixteenths))?;
        if best.as_ref().is_none_or(|best| found.score < best.score) {
            best = Some(found);
        }
        if best.as_ref().is_some_and(|best| best.score.hard == 0) {
            break;
        }
        before += sixteenths;
    }
    Ok(best.expect("there is a first turn"))
}

/// A search from one sixteenth of the limit to another.
fn one_turn(
    problem: &Problem,
    limits: &Limits<'_>,
    turn: u64,
    (from, till): (u32, u32),
) -> Result<Found, Fault> {
    let found = AtomicBool::new(false);
    let is_found = || found.load(Ordering::Relaxed);
    let mut watch = |progress: Progress| found.store(progress.best.hard == 0, Ordering::Relaxed);
    let seed = limits.seed.wrapping_add(turn);
    let mut search =
        |budget: Budget<'_>| solve_watched(problem, &Limits { budget, seed, ..*limits }, &mut watch);
    let steps_of = |steps: u64| (steps / 16 * u64::from(till - from)).max(1);
    match limits.budget {
        Budget::Steps(steps) => search(Budget::StepsUnless(steps_of(steps), &is_found)),
        Budget::StepsUnless(steps, stopped) => {
            search(Budget::StepsUnless(steps_of(steps), &|| is_found() || stopped()))
        }
        Budget::Spent(asked) => {
            let into = || (asked() * 16.0 - f64::from(from)) / f64::from(till - from);
            search(Budget::Spent(&|| if is_found() { 1.0 } else { into().max(0.0) }))
        }
    }
}

impl Problem {
    /// The same with nothing but the hard rules.
    fn but_for_what_costs(&self) -> Self {
        let mut bare = self.clone();
        for rule in Rule::ALL.into_iter().filter(|rule| self.rules.weight(*rule) != Weight::Hard) {
            bare.rules.weigh(rule, Weight::Off);
        }
        bare
    }
}

/// What every try begins with.
struct Seeking<'a> {
    problem: &'a Problem,
    plan: &'a Plan,
    each: &'a Limits<'a>,
    over: &'a dyn Fn() -> bool,
}

impl Seeking<'_> {
    /// What is left when every bite is left out without which the search still fails.
    fn bitten(&self, mut few: Vec<u32>, bite: usize) -> Result<Vec<u32>, Fault> {
        let mut from = 0;
        while from < few.len() && !(self.over)() {
            let mut fewer = few.clone();
            fewer.drain(from..(from + bite).min(few.len()));
            if !fewer.is_empty() && self.fail(&fewer)? {
                few = fewer;
            } else {
                from += bite;
            }
        }
        Ok(few)
    }

    /// Whether the search breaks a hard rule with these entries alone. One that was not let finish says nothing against them.
    fn fail(&self, entries: &[u32]) -> Result<bool, Fault> {
        let (alone, start) = self.problem.only(entries, self.plan);
        let hard = solve_from(&alone, &start, self.each)?.score.hard;
        Ok(hard > 0 && !(self.over)())
    }
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
