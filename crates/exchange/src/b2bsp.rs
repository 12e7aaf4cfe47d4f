//! One-to-one meetings as the benchmark of the business-to-business scheduling problem keeps them: `.dzn`, a data file of MiniZinc.
//!
//! Source: Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy and Villaret, JAIR 74, 2022. The meetings are what `requested` lists; who is in
//! which, and how many each has (`meetingsxBusiness`, `nMeetingsBusiness`), follows from it and is only held against it. The public files
//! put a meeting 1 into everybody's set that nobody requested and count the others from 2, and put a slot 0 into everybody's forbidden
//! ones; both are fillings for another model's tables and are passed over.

mod day;
mod dzn;
mod fault;

use std::sync::Arc;

use festoon_domain::programme::Spot;

pub use fault::MeetingFault;

use crate::{NamedFile, Reason, Refusal};

/// A day of meetings. Participants, meetings and slots are known by their place, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingDay {
    /// How many meetings can be held at once.
    pub tables: u32,
    pub slots: u16,
    /// How many of the slots, from the first on, are the morning.
    pub morning: u16,
    pub participants: Vec<Participant>,
    pub meetings: Vec<Meeting>,
    /// Meetings of which the first is over before the second begins.
    pub order: Vec<(usize, usize)>,
}

/// Somebody who meets others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Participant {
    /// The slots in which they cannot.
    pub away: Vec<u16>,
}

/// Two who are to meet, for one slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting {
    pub one: usize,
    pub other: usize,
    pub when: When,
    /// In this slot and no other.
    pub fixed: Option<u16>,
}

/// Which part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    Morning,
    Afternoon,
    Any,
}

/// Reads a day of meetings.
///
/// # Errors
/// The first thing that does not fit, with its line and what would be right.
pub fn read(file: &NamedFile) -> Result<MeetingDay, Refusal> {
    let refuse = |spot, reason| Refusal { file: Arc::clone(&file.name), spot, reason };
    let size = file.bytes.len() as u64;
    if size > MOST_BYTES {
        return Err(refuse(Spot::Whole, Reason::TooLarge(size, MOST_BYTES)));
    }
    if file.bytes.trim_ascii().is_empty() {
        return Err(refuse(Spot::Whole, Reason::Empty));
    }
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        return Err(refuse(Spot::Whole, Reason::Encoding));
    };

    let read = dzn::parse(text).and_then(|items| day::of(&items));
    read.map_err(|(line, fault)| refuse(Spot::Line(line), Reason::Meetings(Box::new(fault))))
}

/// The largest public file has seven kilobytes.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// A fault and the line it is in, from 1.
type Located = (u32, MeetingFault);

#[cfg(test)]
mod tests;
