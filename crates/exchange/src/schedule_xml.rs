//! schedule.xml in the pentabarf dialects: frab, pretalx, wafer, OSEM, c3voc's hub, FOSDEM's own.
//!
//! Reading is one pass over the markup and one over the events, in time and memory linear in the file; no tree is built.
//! Acceptance is "every event, at the right instant, nothing lost silently": what disagrees is decided by one rule
//! (`instant.rs`) and said. What is refused: a document type, depth beyond 256, a root that is no schedule, a file that
//! ends in the middle. Nothing is written here.

mod encoding;
mod event;
mod instant;
mod notes;
mod outline;
mod trouble;
mod understanding;
mod vocabulary;
mod walker;

pub(crate) use encoding::undeclared;
pub use notes::Counted;
pub use outline::Conference;
pub use trouble::XmlTrouble;

use std::sync::Arc;

use festoon_domain::programme::Spot;
use jiff::tz::TimeZone;

use self::instant::DateStated;
use self::notes::Notes;
use self::outline::Outline;
use self::understanding::Understanding;
use self::walker::Walker;
use crate::{Defect, Entry, NamedFile, Reason, Refusal};

/// The zone of a Chinese city's week, assumed where nobody says another.
pub(crate) const ASSUMED_ZONE: &str = "Asia/Shanghai";

/// What one file says.
#[derive(Debug, Clone)]
pub struct XmlReading {
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
}

/// Reads a schedule.xml.
///
/// # Errors
/// A file that is no schedule, is dangerous, or ends in the middle.
pub fn read(file: &NamedFile, stated_zone: Option<&TimeZone>) -> Result<XmlReading, Refusal> {
    let whole = |reason| Refusal { file: Arc::clone(&file.name), spot: Spot::Whole, reason };
    let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    if size > NamedFile::LARGEST_BYTES {
        return Err(whole(Reason::TooLarge(size, NamedFile::LARGEST_BYTES)));
    }
    if file.bytes.trim_ascii().is_empty() {
        return Err(whole(Reason::Empty));
    }

    let mut notes = Notes::new(&file.name);
    let decoded = encoding::decode(&file.bytes);
    if let Some(name) = decoded.assumed {
        notes.say(1, "", XmlTrouble::EncodingAssumed(name));
    }
    if let Some((count, line)) = decoded.replaced {
        notes.say(line, "", XmlTrouble::BytesReplaced(count));
    }
    refuse_nul(&decoded.text, &file.name)?;
    let mut walker = Walker::new(&decoded.text, &file.name);
    let Outline { conference, days, events, .. } = Outline::read(&mut walker, &mut notes)?;

    let floating = events.iter().find(|event| {
        let offset = matches!(instant::stated_date(&event.date), Some(DateStated::Instant(_)));
        !offset && event.day.and_then(|day| days.get(day)).is_none_or(|day| day.offset.is_none())
    });
    let floating = floating.map(|event| event.line);
    let zone = Zone::choose(&conference, stated_zone, floating, &mut notes, &mut walker)?;

    let mut understanding =
        Understanding::new(&file.name, &conference, &days, &zone.zone, zone.source == Source::File);
    let entries: Vec<Entry> =
        events.into_iter().map(|event| understanding.entry(event, &mut notes)).collect();
    understanding.finish(&mut notes);
    if entries.is_empty() {
        notes.say(1, "", XmlTrouble::NoEvents);
    }

    let assumed_zone = zone.source == Source::Assumed && floating.is_some();
    let used = floating.is_some() || zone.source == Source::File;
    let zone_used = used.then(|| zone.zone.iana_name().unwrap_or("UTC").to_owned());
    Ok(XmlReading { entries, defects: notes.into_defects(), conference, zone_used, assumed_zone })
}

/// NUL is no character of any text, and a file full of it is a broken copy.
fn refuse_nul(text: &str, file: &Arc<str>) -> Result<(), Refusal> {
    let Some(at) = text.find('\0') else { return Ok(()) };
    let line = text[..at].matches('\n').count() + 1;
    let spot = Spot::Line(u32::try_from(line).unwrap_or(u32::MAX));
    Err(Refusal { file: Arc::clone(file), spot, reason: Reason::Broken("NUL".into()) })
}

struct Zone {
    zone: TimeZone,
    source: Source,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    File,
    Said,
    Assumed,
}

impl Zone {
    /// The file's zone, else the one said, else the assumed one, which is noted if an event needs it: its line.
    fn choose(
        conference: &Conference,
        said: Option<&TimeZone>,
        floating: Option<u32>,
        notes: &mut Notes,
        walker: &mut Walker<'_>,
    ) -> Result<Self, Refusal> {
        let fallback = || match said {
            Some(zone) => Self { zone: zone.clone(), source: Source::Said },
            None => Self {
                zone: TimeZone::get(ASSUMED_ZONE).expect("the zone table is compiled in"),
                source: Source::Assumed,
            },
        };
        let Some((name, line)) = &conference.zone else {
            let zone = fallback();
            if zone.source == Source::Assumed && floating.is_some() {
                notes.say(0, "", XmlTrouble::ZoneAssumed(ASSUMED_ZONE.into()));
            }
            return Ok(zone);
        };
        if let Ok(zone) = TimeZone::get(name) {
            return Ok(Self { zone, source: Source::File });
        }
        // A wrong zone only matters to a time that has no offset of its own, and only where nobody says better.
        if floating.is_some() && said.is_none() {
            let citation = walker.citation(*line);
            let reason = Reason::UnknownZone(name.clone());
            return Err(Refusal { file: citation.file, spot: citation.spot, reason });
        }
        let zone = fallback();
        let taken = zone.zone.iana_name().unwrap_or(ASSUMED_ZONE).to_owned();
        notes.say(*line, name, XmlTrouble::ZoneUnknown(taken));
        Ok(zone)
    }
}

#[cfg(test)]
mod tests;
