//! The week: one edition of a city's innovation week.
//!
//! A week has days, but an activity may lie outside them: a conference of the series can open four days early.

use jiff::civil::Date;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;

use crate::choice::choices;
use crate::exhibition::{Checkpoint, Exhibit, ExhibitionPoint};
use crate::figures::Figure;
use crate::programme::Programme;
use crate::signing::Project;
use crate::text::Text;

/// Where a record comes from, so that what was invented says so wherever it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Provenance {
    /// Entered by the people who answer for it, or announced by them.
    #[default]
    Stated,
    /// Invented for the sample week; shown with the tag 示例 / sample.
    Sample,
}

choices! { Provenance {
    Stated "fact" "公布" "stated",
    Sample "sample" "示例" "sample",
} }

/// An edition of the series.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// Its name in addresses: `jiangning-2021`.
    pub slug: String,
    /// What it is called.
    pub title: Text,
    /// Its motto.
    pub theme: Text,
    /// The lines that run through all activities.
    pub threads: Vec<Text>,
    /// Who answers for it.
    pub organiser: Text,
    /// The city.
    pub city: Text,
    /// The district, where it is a district's series.
    pub district: Text,
    /// The country it takes place in, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Where its guide is published: an http(s) address, if it has one yet.
    pub site: Option<String>,
    /// The zone in which all its times are said.
    pub zone: TimeZone,
    /// First day, in [`Self::zone`].
    pub first_day: Date,
    /// Last day, in [`Self::zone`].
    pub last_day: Date,
    /// The day its announcement is of.
    pub announced_on: Option<Date>,
    /// The industrial chains its activities and exhibits belong to.
    pub chains: Vec<Chain>,
}

impl Week {
    /// A week of which only the zone is known yet, as when files are checked without an account.
    #[must_use]
    pub fn unnamed(zone: TimeZone) -> Self {
        Self {
            slug: "week".into(),
            title: Text::default(),
            theme: Text::default(),
            threads: Vec::new(),
            organiser: Text::default(),
            city: Text::default(),
            district: Text::default(),
            country: None,
            site: None,
            zone,
            first_day: Date::MIN,
            last_day: Date::MAX,
            announced_on: None,
            chains: Vec::new(),
        }
    }
}

/// The zone of a name or of an offset, `Asia/Shanghai` or `+08:00`, as records write it; nothing if there is none such.
#[must_use]
pub fn zone_named(name: &str) -> Option<TimeZone> {
    DateTimeParser::new().parse_time_zone(name).ok()
}

/// An industrial chain 产业链: shown by its glyph and name, never by colour alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Its name in addresses and files.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// One character that stands for it beside its colour.
    pub glyph: String,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
}

/// Everything recorded about one week.
#[derive(Debug, Clone, PartialEq)]
pub struct Records {
    /// What happens.
    pub programme: Programme,
    /// What was announced in numbers.
    pub figures: Vec<Figure>,
    /// The signing list.
    pub projects: Vec<Project>,
    /// What is shown.
    pub exhibits: Vec<Exhibit>,
    /// Where it is shown.
    pub points: Vec<ExhibitionPoint>,
    /// The trail.
    pub checkpoints: Vec<Checkpoint>,
}

impl Records {
    /// A week of which only the programme is known.
    #[must_use]
    pub const fn of(programme: Programme) -> Self {
        Self {
            programme,
            figures: Vec::new(),
            projects: Vec::new(),
            exhibits: Vec::new(),
            points: Vec::new(),
            checkpoints: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_named_or_an_offset() {
        let at = jiff::Timestamp::UNIX_EPOCH;
        for name in ["Asia/Shanghai", "+08:00"] {
            let zone = zone_named(name).expect("a zone");
            assert_eq!(zone.to_offset(at).seconds(), 8 * 3600, "{name}");
        }
        assert_eq!(zone_named("Jiangning"), None);
    }
}
