//! A conference of the public benchmark as a problem of the solver, and the solver's timetable as a solution of it.
//!
//! Here is what the benchmark's objective means in the solver's rules; reading and writing the files is `exchange`'s, searching the solver's.
//! A session is a period, a room a room, and each session has one block in each room.

mod accounts;
mod pairs;
mod problem;
mod told;
mod weight;

use festoon_exchange::cosplib::{self, Account, Conference, Place, Solution, Weighed};
use festoon_solver::{Fault, Found, Limits, Plan, Problem, Progress, Score, Tally, tally};

pub use problem::TooDear;
pub use told::{Answer, Told, causes, price, told, why_not};
pub use weight::rule;

/// A conference and the problem it is to the solver.
#[derive(Debug, Clone)]
pub struct Posed {
    conference: Conference,
    problem: Problem,
}

/// What a solution costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    /// Weights times counts; what has no place is not in it.
    pub objective: i64,
    /// Submissions without a place.
    pub hard: i64,
    /// In the order of the benchmark: what is counted, its weight, and the count. A count of weight 0 is told as well.
    pub counts: Vec<(Weighed, i64, i64)>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    pub solution: Solution,
    pub scored: Scored,
}

/// Makes a conference the solver's.
///
/// # Errors
/// Weights and penalties that cannot be added up.
pub fn pose(conference: Conference) -> Result<Posed, TooDear> {
    let problem = problem::of(&conference)?;
    Ok(Posed { conference, problem })
}

/// Searches for a cheap timetable, and tells again and again how far it is.
///
/// # Panics
/// Never: what was posed is a problem.
#[must_use]
pub fn solve(posed: &Posed, limits: &Limits<'_>, watch: &mut dyn FnMut(Progress)) -> Solved {
    let found: Result<Found, Fault> = festoon_solver::solve_watched(&posed.problem, limits, watch);
    let plan = found.expect("a conference that was posed is a problem").plan;
    let solution = posed.solution(&plan);
    let scored = score(posed, &solution);
    Solved { solution, scored }
}

/// What a solution costs.
///
/// # Panics
/// At a solution of another conference.
#[must_use]
pub fn score(posed: &Posed, solution: &Solution) -> Scored {
    let plan = posed.plan(solution);
    let tally = tally(&posed.problem, &plan).expect("a solution is whole and stands in blocks of its tracks");
    let Score { hard, soft } = tally.score(&posed.problem);
    let count = |weighed| (weighed, posed.conference.weights.of(weighed), counted(&tally, weighed));
    Scored { objective: soft, hard, counts: Weighed::ALL.map(count).to_vec() }
}

fn counted(tally: &Tally, weighed: Weighed) -> i64 {
    tally.count(rule(weighed))
}

/// What each rule that weighs something found, line by line.
#[must_use]
pub fn accounts(posed: &Posed, solution: &Solution) -> Vec<Account> {
    accounts::of(&posed.conference, solution)
}

/// The solution as the workbook its authors' own checker takes.
#[must_use]
pub fn write(posed: &Posed, solution: &Solution) -> Vec<u8> {
    let accounts = accounts(posed, solution);
    let objective = score(posed, solution).objective;
    cosplib::write_solution(&posed.conference, solution, objective, &accounts)
}

impl Posed {
    /// The conference.
    #[must_use]
    pub const fn conference(&self) -> &Conference {
        &self.conference
    }

    /// The problem it is to the solver.
    #[must_use]
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// A timetable of the solver as a solution.
    #[must_use]
    pub fn solution(&self, plan: &Plan) -> Solution {
        let rooms = self.conference.rooms.len();
        let place = |place: festoon_solver::Place| {
            let block = place.block as usize;
            Place { session: block / rooms, room: block % rooms, slot: place.slot }
        };
        Solution(plan.0.iter().map(|stands| stands.map(place)).collect())
    }

    /// A solution as a timetable of the solver.
    ///
    /// # Panics
    /// At a solution of a conference larger than any that is read.
    #[must_use]
    pub fn plan(&self, solution: &Solution) -> Plan {
        let rooms = self.conference.rooms.len();
        let place = |place: Place| {
            let block = u32::try_from(place.session * rooms + place.room).expect("blocks are bounded");
            festoon_solver::Place { block, slot: place.slot }
        };
        Plan(solution.0.iter().map(|stands| stands.map(place)).collect())
    }
}
