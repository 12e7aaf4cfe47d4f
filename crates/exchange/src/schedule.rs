//! Schedules as programme software and calendars write them.
//!
//! Each format fills the same outline; one rule decides over instants (`instant.rs`), one over identities and
//! disagreements (`understanding.rs`), whatever the file. Acceptance is "every event, at the right instant, nothing lost
//! silently". Reading is linear in the file, in time and memory. Nothing is written here; that is [`crate::outlet`]'s.

mod disagreements;
mod encoding;
pub(crate) mod ics;
mod instant;
mod json;
mod length;
mod notes;
mod outline;
mod seen;
mod trouble;
mod understanding;
pub(crate) mod vocabulary;
mod xml;
mod zone;

pub(crate) use encoding::{decode_json, undeclared};
pub use json::{Fault, JsonTrouble, Kind, Table, Words};
pub use notes::Counted;
pub use outline::Conference;
pub use trouble::ScheduleTrouble;
pub(crate) use zone::ASSUMED_ZONE;

use std::sync::Arc;

use festoon_domain::programme::Spot;
use jiff::tz::{Offset, TimeZone};

use self::notes::Notes;
use self::outline::Outline;
use self::seen::Identities;
use self::understanding::Understanding;
use self::zone::Zone;
use crate::{Defect, Entry, Format, NamedFile, Reason, Refusal};

/// What one file says.
#[derive(Debug, Clone)]
pub struct ScheduleReading {
    /// One entry an event, in the order of the file.
    pub entries: Vec<Entry>,
    /// What could not be taken as it stood, by line.
    pub defects: Vec<Defect>,
    /// The head of the file.
    pub conference: Conference,
    /// The zone in which times without an offset were read; `None` where every time has one and the file names no zone.
    pub zone_used: Option<String>,
    /// Whether that zone was assumed.
    pub assumed_zone: bool,
    /// The offset most of its times are written in, unless that is UTC, which says nothing about the place.
    pub offset: Option<Offset>,
}

/// Reads a file in one of the schedule formats.
///
/// # Errors
/// A file that is no schedule, is dangerous, or ends in the middle.
///
/// # Panics
/// Never for a format for which [`Format::is_schedule`] holds; the others are the sheet's.
pub fn read(
    file: &NamedFile,
    format: Format,
    stated_zone: Option<&TimeZone>,
) -> Result<ScheduleReading, Refusal> {
    let whole = |reason| Refusal { file: Arc::clone(&file.name), spot: Spot::Whole, reason };
    let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    if size > NamedFile::LARGEST_BYTES {
        return Err(whole(Reason::TooLarge(size, NamedFile::LARGEST_BYTES)));
    }
    if file.bytes.trim_ascii().is_empty() {
        return Err(whole(Reason::Empty));
    }

    let mut notes = Notes::new(&file.name);
    let (outline, identities) = match format {
        Format::ScheduleXml => (xml::read(file, &mut notes)?, Identities::GuidAndNumber),
        Format::ScheduleJson => (json::read_first(file, &mut notes)?, Identities::GuidAndNumber),
        Format::Schedule2 => (json::read_second(file, &mut notes)?, Identities::Guid),
        Format::Opass => (json::read_opass(file, &mut notes)?, Identities::Word),
        Format::Ics => (ics::read(file, &mut notes)?, Identities::Uid),
        _ => unreachable!("{} is read as a table", format.word()),
    };
    understand(file, outline, identities, stated_zone, notes)
}

fn understand(
    file: &NamedFile,
    outline: Outline,
    identities: Identities,
    stated_zone: Option<&TimeZone>,
    mut notes: Notes,
) -> Result<ScheduleReading, Refusal> {
    let floating = outline.first_without_offset();
    let offset = outline.usual_offset();
    let Outline { conference, days, events, .. } = outline;
    let zone = Zone::choose(&file.name, &conference, stated_zone, floating, &mut notes)?;

    let mut understanding = Understanding::new(&file.name, &conference, &days, &zone, identities);
    let entries: Vec<Entry> =
        events.into_iter().map(|event| understanding.entry(event, &mut notes)).collect();
    understanding.finish(&mut notes);
    if entries.is_empty() {
        notes.say(1, "", ScheduleTrouble::NoEvents);
    }

    let used = floating.is_some() || zone.is_named();
    let zone_used = used.then(|| zone.zone.iana_name().unwrap_or("UTC").to_owned());
    let assumed_zone = zone.is_assumed() && floating.is_some();
    Ok(ScheduleReading {
        entries,
        defects: notes.into_defects(),
        conference,
        zone_used,
        assumed_zone,
        offset,
    })
}
