//! iCalendar, as calendars and programme software write it: RFC 5545, its forerunner vCalendar, and what lies beside both.
//!
//! Only events are read; tasks, journals and alarms are passed over and counted. One pass over the content lines, which
//! are unfolded as bytes, because folding cuts characters; what is kept is bounded by the number of records.
//! Deliberately absent: who was invited to a meeting (that is nobody's programme), and mail addresses, which never enter.
//! Why no library reads this: docs/decisions/icalendar.md.

mod component;
mod details;
mod drafts;
mod event;
mod lines;
mod moment;
mod property;
mod recurrence;
mod walk;
mod windows;
mod zones;

pub(crate) use details::{Detail, MARK as DETAILS_MARK, PRODUCT};
pub(crate) use lines::Lines;

use super::notes::Notes;
use super::outline::Outline;
use crate::{NamedFile, Refusal};

/// Reads the calendars of a file, usually one.
pub(super) fn read(file: &NamedFile, notes: &mut Notes) -> Result<Outline, Refusal> {
    let text = lines::decoded(&file.bytes);
    let calendar = walk::walk(&text, &file.name, notes)?;
    calendar.outline(&file.name, notes)
}

#[cfg(test)]
mod tests;
