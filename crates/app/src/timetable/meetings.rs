//! Days of one-to-one meetings: from the file to the solver's day, and what was found as lines that people can read.
//!
//! Here is the benchmark's file; meetings of ours are matched and posed in [`market`], and told in [`outcome`].

mod market;
mod outcome;

use festoon_exchange::b2bsp::{MeetingDay, When};
use festoon_solver::meetings::{Day, Fault, Half, Hall, Meeting, Participant, Plan, Slot};

pub use market::{Posed, USUAL_MOST, Why, pose_market};
pub use outcome::{Engagement, Outcome, reason_sentence, settle, unmet_sentence};

/// As the benchmark says it: by how many breaks any two participants may differ at most.
const EVENNESS: u32 = 2;

/// The day as the solver knows it: one hall, no road, no language.
///
/// # Errors
/// What contradicts itself, by the places of participants and meetings from 0.
///
/// # Panics
/// Never: the reader counts in 32 bits.
pub fn pose(read: &MeetingDay) -> Result<Day, Fault> {
    let slot = |number: u16| Slot {
        day: 0,
        half: if number < read.morning { Half::Morning } else { Half::Afternoon },
        from: u32::from(number) * 30,
        till: u32::from(number) * 30 + 30,
    };
    let number = |place: usize| u32::try_from(place).expect("the reader counts in 32 bits");
    let meeting = |of: &festoon_exchange::b2bsp::Meeting| Meeting {
        half: match of.when {
            When::Morning => Some(Half::Morning),
            When::Afternoon => Some(Half::Afternoon),
            When::Any => None,
        },
        fixed: of.fixed,
        ..Meeting::of(number(of.one), number(of.other))
    };
    let day = Day {
        slots: (0..read.slots).map(slot).collect(),
        halls: vec![Hall { tables: vec![read.tables; usize::from(read.slots)] }],
        participants: read
            .participants
            .iter()
            .map(|of| Participant { away: of.away.clone(), ..Participant::default() })
            .collect(),
        meetings: read.meetings.iter().map(meeting).collect(),
        order: read.order.iter().map(|&(first, then)| (number(first), number(then))).collect(),
        evenness: Some(EVENNESS),
        ..Day::default()
    };
    day.check()?;
    Ok(day)
}

/// A line of the list of meetings. Everything is counted from 1, as in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    pub meeting: u32,
    pub one: u32,
    pub other: u32,
    pub slot: u16,
    pub table: u32,
}

/// Every meeting that has a place, in the order of time and table.
#[must_use]
pub fn appointments(day: &Day, plan: &Plan) -> Vec<Appointment> {
    let tables = festoon_solver::meetings::tables(day, plan);
    let mut all: Vec<Appointment> = (0_u32..)
        .zip(day.meetings.iter().zip(&plan.0).zip(tables))
        .filter_map(|(number, ((meeting, seat), table))| {
            Some(Appointment {
                meeting: number + 1,
                one: meeting.one + 1,
                other: meeting.other + 1,
                slot: (*seat)?.slot + 1,
                table: table? + 1,
            })
        })
        .collect();
    all.sort_by_key(|line| (line.slot, line.table));
    all
}
