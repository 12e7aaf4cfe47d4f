//! What a reading notes down: single troubles with their line, and what is the same all over the file once, with a count.
//!
//! A file without guids would otherwise bury its one wrong date under a thousand equal lines.

use std::collections::BTreeMap;
use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};

use super::ScheduleTrouble;
use crate::defect::{Defect, Trouble};

/// Troubles of one kind beyond this many are counted, not listed.
const LISTED_OF_A_KIND: u32 = 1_000;
/// Names of unknown elements beyond this many are counted together.
const NAMES_KEPT: usize = 200;

/// What is said once per file, with a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Counted {
    /// Events without a guid.
    GuidMissing,
    /// Guids that are UUIDs in another spelling than 8-4-4-4-12.
    GuidUnhyphenated,
    /// Events without an id.
    IdMissing,
    /// Persons without an id, or with id 0; they are told apart by name.
    PersonWithoutId,
    /// Persons without a name.
    PersonUnnamed,
    /// Persons whose role is not understood; taken for speakers.
    RoleUnknown,
    /// Durations of one digit for the hours.
    DurationOfOneDigit,
    /// Events in the small hours that are listed under the day before.
    AfterMidnight,
    /// Dates in UTC where the starts beside them are local.
    DateInUtc,
    /// Events that stand in no room and name theirs themselves.
    NoRoomLevel,
    /// Rooms in which nothing happens.
    EmptyRoom,
    /// Events in several languages in one element.
    SeveralLanguages,
    /// Links without an address.
    LinkWithoutAddress,
    /// Links that are not of the web.
    LinkNotWeb,
    /// `&` that begins no entity; taken for the character.
    BareAmpersand,
    /// Entities nobody knows; kept as they stand.
    UnknownEntity,
    /// Texts with control characters; those were removed.
    ControlCharacter,
    /// Elements with an attribute that cannot be read.
    BrokenAttribute,
    /// Words between elements, where none belong.
    StrayWords,
    /// Lines of a calendar that end in LF or CR alone.
    LineEndBare,
    /// Lines of a calendar that end in CR CR LF.
    LineEndDoubled,
    /// Lines of a calendar that continue the one before without being folded.
    LineUnfolded,
    /// Texts of a calendar with a comma or semicolon that is not escaped.
    Unescaped,
    /// An END in a calendar that ends nothing.
    StrayEnd,
    /// METHOD inside an event, where it has no meaning.
    MethodInEvent,
    /// Times of a calendar with a zone and a Z; taken as UTC.
    ZoneBesideUtc,
    /// Events with both an end and a duration.
    EndAndDuration,
    /// Events of whole days.
    WholeDay,
    /// Events that are not settled yet; kept as scheduled.
    Tentative,
    /// Events that their calendar calls private; kept.
    NotPublic,
    /// Events that do not say when they were written.
    StampMissing,
}

#[derive(Debug)]
pub(super) struct Notes {
    file: Arc<str>,
    defects: Vec<Defect>,
    listed: BTreeMap<&'static str, u32>,
    counted: BTreeMap<Counted, (u32, u32)>,
    unknown: BTreeMap<String, (u32, u32)>,
    aside: BTreeMap<&'static str, u32>,
}

impl Notes {
    pub(super) fn new(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            defects: Vec::new(),
            listed: BTreeMap::new(),
            counted: BTreeMap::new(),
            unknown: BTreeMap::new(),
            aside: BTreeMap::new(),
        }
    }

    pub(super) fn say(&mut self, line: u32, stood: &str, trouble: ScheduleTrouble) {
        let listed = self.listed.entry(trouble.word()).or_default();
        *listed = listed.saturating_add(1);
        if *listed <= LISTED_OF_A_KIND {
            self.defects.push(Defect::new(self.at(line), stood.trim(), Trouble::Schedule(trouble)));
        }
    }

    pub(super) fn count(&mut self, what: Counted, line: u32) {
        let (count, _) = self.counted.entry(what).or_insert((0, line));
        *count = count.saturating_add(1);
    }

    /// Counts what was counted elsewhere; none is nothing to say.
    pub(super) fn count_all(&mut self, what: Counted, count: u32) {
        if count > 0 {
            self.counted.entry(what).or_insert((0, 0)).0 += count;
        }
    }

    pub(super) fn unknown(&mut self, name: &str, line: u32) {
        let name =
            if self.unknown.len() < NAMES_KEPT || self.unknown.contains_key(name) { name } else { "…" };
        if let Some((count, _)) = self.unknown.get_mut(name) {
            *count = count.saturating_add(1);
        } else {
            self.unknown.insert(name.chars().take(60).collect(), (1, line));
        }
    }

    pub(super) fn aside(&mut self, name: &'static str) {
        let count = self.aside.entry(name).or_default();
        *count = count.saturating_add(1);
    }

    /// Everything noted, by line.
    pub(super) fn into_defects(mut self) -> Vec<Defect> {
        for (what, (count, line)) in std::mem::take(&mut self.counted) {
            self.list(line, "", ScheduleTrouble::Counted(what, count));
        }
        let mut unknown: Vec<_> = std::mem::take(&mut self.unknown).into_iter().collect();
        unknown.sort_by_key(|(_, (_, line))| *line);
        for (name, (count, line)) in unknown {
            self.list(line, &format!("<{name}>"), ScheduleTrouble::UnknownElement(count));
        }
        for (word, count) in std::mem::take(&mut self.listed) {
            if count > LISTED_OF_A_KIND {
                self.list(0, "", ScheduleTrouble::AndMore(word, count - LISTED_OF_A_KIND));
            }
        }
        if !self.aside.is_empty() {
            let names: Vec<String> =
                self.aside.iter().map(|(name, count)| format!("{name} {count}")).collect();
            self.list(0, &names.join(", "), ScheduleTrouble::LeftAside);
        }
        self.defects.sort_by(|a, b| a.citation.cmp(&b.citation));
        self.defects
    }

    fn list(&mut self, line: u32, stood: &str, trouble: ScheduleTrouble) {
        self.defects.push(Defect::new(self.at(line), stood, Trouble::Schedule(trouble)));
    }

    fn at(&self, line: u32) -> Citation {
        let spot = if line == 0 { Spot::Whole } else { Spot::Line(line) };
        Citation { file: Arc::clone(&self.file), spot }
    }
}
