//! One-to-one meetings: who meets whom, and when each two sit down together.
//!
//! Two questions, asked one after the other. [`matching`] makes meetings of wishes, offers and quotas. [`arrange`] gives every meeting of a
//! [`Day`] a slot and a hall, so that nobody has two at once, tables and interpreters suffice, roads can be walked, and people wait as little
//! as possible between their meetings.
//!
//! ```
//! use festoon_solver::Limits;
//! use festoon_solver::meetings::{Day, Meeting, Standing, arrange};
//!
//! let mut day = Day::of(3, 1);
//! let [buyer, maker, grower] = [day.participant(), day.participant(), day.participant()];
//! day.meetings.push(Meeting::of(buyer, maker));
//! day.meetings.push(Meeting::of(buyer, grower));
//! let found = arrange(&day, &Limits::steps(10_000))?;
//! assert_eq!((found.score.hard, found.score.breaks), (0, 0));
//! assert_eq!(found.standing, Standing::Best);
//! # Ok::<(), festoon_solver::meetings::Fault>(())
//! ```
//!
//! The model holds the business-to-business scheduling problem (B2BSP; Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy, Villaret: Constraint
//! Solving Approaches to the Business-to-Business Meeting Scheduling Problem, JAIR 74, 2022) as the case of one hall, no road and no language.
//! A *break* is a longest stretch of idle slots between two meetings of one participant on one day, as it is there; slots in which
//! somebody is away are idle too.

mod bound;
mod check;
mod day;
mod interpreters;
mod learner;
pub mod matching;
mod reasons;
mod score;
mod search;
mod state;
mod tables;

pub use check::Fault;
pub use day::{Day, Half, Hall, Language, Meeting, Participant, Pause, Plan, Seat, Slot};
pub use interpreters::interpreted;
pub use reasons::{Reason, reasons};
pub use score::{Breach, Score, breaches, score};
pub use search::{Found, Progress, Standing, arrange, arrange_watched};
pub use tables::tables;
