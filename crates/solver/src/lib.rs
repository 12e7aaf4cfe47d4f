//! Timetables: what is to be placed, where it can stand, what a placing costs, and a search that finds a cheap one.
//!
//! Plain numbers in, plain numbers out. Nothing here reads a file, a clock or a name, and nothing knows a week of ours: whoever wants only
//! a timetable solver takes this crate alone.
//!
//! ```
//! use festoon_solver::{Block, Entry, Limits, Period, Problem, Room, Track};
//!
//! let mut problem = Problem::default();
//! let morning = problem.period(Period::of(3));
//! let hall = problem.room(Room::default());
//! problem.block(Block::whole(&problem, morning, hall));
//! problem.track(Track::default());
//! problem.entry(Entry::of(2));
//! let found = festoon_solver::solve(&problem, &Limits::steps(1_000))?;
//! assert_eq!(found.score.hard, 0);
//! # Ok::<(), festoon_solver::Fault>(())
//! ```

mod counting;
mod explain;
pub mod meetings;
mod plan;
mod problem;
mod rules;
mod search;
mod state;

pub use counting::{Breach, Score, Tally, Who, broken, tally};
pub use explain::{Cause, InTheWay, Proof, WhyNot, conflict, price, why_not};
pub use plan::{Place, Plan};
pub use problem::{
    At, Block, BlockUse, Bond, Cost, Draw, Entry, Fault, Host, Hours, Period, Problem, Room, Stock, Track,
    Venue,
};
pub use rules::{Rule, Rulebook, Weight};
pub use search::{Budget, Effort, Found, Limits, Progress, solve, solve_from, solve_watched};
