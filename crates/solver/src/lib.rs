//! Timetables: what is to be placed, where it can stand, what a placing costs, and a search that finds a cheap one.
//!
//! Plain numbers in, plain numbers out. Nothing here reads a file, a clock or a name, and nothing knows a week of ours: whoever wants only
//! a timetable solver takes this crate alone.
//!
//! ```
//! use festoon_solver::{Block, Entry, Limits, Period, Problem, Room};
//!
//! let mut problem = Problem::default();
//! let morning = problem.period(Period::of(3));
//! let hall = problem.room(Room::default());
//! problem.block(Block::whole(&problem, morning, hall));
//! problem.entry(Entry::of(2));
//! let found = festoon_solver::solve(&problem, &Limits::steps(1_000))?;
//! assert_eq!(found.score.hard, 0);
//! # Ok::<(), festoon_solver::Fault>(())
//! ```

pub mod meetings;
mod plan;
mod problem;
mod rules;
mod search;
mod state;
mod tally;

pub use plan::{Place, Plan};
pub use problem::{At, Block, BlockUse, Bond, Cost, Entry, Fault, Period, Problem, Room, Track, Venue};
pub use rules::{Rule, Rulebook, Weight};
pub use search::{Budget, Effort, Found, Limits, Progress, solve, solve_watched};
pub use tally::{Score, Tally, tally};
