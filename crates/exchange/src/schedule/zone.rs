//! In which zone times without an offset are read.

use std::sync::Arc;

use festoon_domain::programme::Spot;
use jiff::tz::TimeZone;

use super::ScheduleTrouble;
use super::notes::Notes;
use super::outline::Conference;
use crate::{Reason, Refusal};

/// The zone of a Chinese city's week, assumed where nobody says another.
pub(crate) const ASSUMED_ZONE: &str = "Asia/Shanghai";

/// The zone taken, and on whose word.
#[derive(Debug)]
pub(super) struct Zone {
    pub(super) zone: TimeZone,
    source: Source,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    File,
    Said,
    Assumed,
}

impl Zone {
    /// The file's zone, else the one said, else the assumed one, which is noted if an event needs it: its line.
    pub(super) fn choose(
        file: &Arc<str>,
        conference: &Conference,
        said: Option<&TimeZone>,
        floating: Option<u32>,
        notes: &mut Notes,
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
            if zone.is_assumed() && floating.is_some() {
                notes.say(0, "", ScheduleTrouble::ZoneAssumed(ASSUMED_ZONE.into()));
            }
            return Ok(zone);
        };
        if let Ok(zone) = TimeZone::get(name) {
            return Ok(Self { zone, source: Source::File });
        }
        // A wrong zone only matters to a time that has no offset of its own, and only where nobody says better.
        if floating.is_some() && said.is_none() {
            let reason = Reason::UnknownZone(name.clone());
            return Err(Refusal { file: Arc::clone(file), spot: Spot::Line(*line), reason });
        }
        let zone = fallback();
        let taken = zone.zone.iana_name().unwrap_or(ASSUMED_ZONE).to_owned();
        notes.say(*line, name, ScheduleTrouble::ZoneUnknown(taken));
        Ok(zone)
    }

    /// Whether the file itself names the zone.
    pub(super) fn is_named(&self) -> bool {
        self.source == Source::File
    }

    /// Whether nobody named it.
    pub(super) fn is_assumed(&self) -> bool {
        self.source == Source::Assumed
    }
}
