//! The components of a calendar: which lines are an event's, which a zone's, and which nobody's.
//!
//! An END that is missing is said and assumed where the next event begins, so that one broken event does not take the
//! others with it. Depth costs nothing: only the innermost components are remembered.

use std::sync::Arc;

use festoon_domain::programme::Spot;

use super::component::{self, Component};
use super::details;
use super::drafts::Calendar;
use super::event::{Draft, Maker, Purpose, worded};
use super::lines::{Lines, Script};
use super::moment::Moment;
use super::property::Property;
use super::zones::{self, Definition, Observance};
use crate::schedule::ScheduleTrouble;
use crate::schedule::notes::{Counted, Notes};
use crate::schedule::outline::{MOST_RECORDS, one_line};
use crate::{Reason, Refusal};

/// Components inside components beyond this depth are not told apart.
const REMEMBERED: usize = 32;
/// Lines that are no properties, added to the text before them, make it at most this long.
const LONGEST: usize = 1024 * 1024;

struct Walk<'a> {
    file: &'a Arc<str>,
    notes: &'a mut Notes,
    open: Vec<Component>,
    calendar: Calendar,
    event: Option<Draft>,
    zone: Option<Definition>,
    observance: Option<Observance>,
    purpose: Purpose,
    maker: Maker,
    records: usize,
    line: u32,
}

/// Reads all content lines.
pub(super) fn walk(bytes: &[u8], file: &Arc<str>, notes: &mut Notes) -> Result<Calendar, Refusal> {
    let script = Script::of(bytes);
    if let Some(name) = script.assumed() {
        notes.say(1, "", ScheduleTrouble::EncodingAssumed(name));
    }
    let mut walk = Walk {
        file,
        notes,
        open: Vec::new(),
        calendar: Calendar::default(),
        event: None,
        zone: None,
        observance: None,
        purpose: Purpose::default(),
        maker: Maker::default(),
        records: 0,
        line: 1,
    };

    let mut lines = Lines::of(bytes);
    let mut before: Option<Property> = None;
    for (number, line) in lines.by_ref() {
        let (text, replaced) = script.read(&line);
        if replaced > 0 {
            walk.notes.say(number, "", ScheduleTrouble::BytesReplaced(replaced));
        }
        let text = without_controls(&text, number, walk.notes);
        match Property::parse(number, &text) {
            Some(property) => {
                if let Some(done) = before.replace(property) {
                    walk.property(&done)?;
                }
            }
            // The rest of a text whose line ends nobody escaped.
            None => match &mut before {
                Some(property) if property.value.len() + text.len() < LONGEST => {
                    walk.notes.count(Counted::LineUnfolded, number);
                    property.value.push_str("\\n");
                    property.value.push_str(text.trim());
                }
                _ => walk.notes.count(Counted::StrayWords, number),
            },
        }
    }
    if let Some(done) = before {
        walk.property(&done)?;
    }
    let (bare, doubled) = (lines.bare, lines.doubled);
    Ok(walk.finish(bare, doubled))
}

impl Walk<'_> {
    fn property(&mut self, property: &Property) -> Result<(), Refusal> {
        self.line = property.line;
        match property.name.as_str() {
            "BEGIN" => self.begin(&property.value.to_ascii_uppercase()),
            "END" => self.end(&property.value.to_ascii_uppercase()),
            _ => self.inside(property),
        }
        if self.records > MOST_RECORDS as usize {
            return Err(self.refusal(Reason::TooManyEvents(u64::from(MOST_RECORDS))));
        }
        Ok(())
    }

    fn begin(&mut self, name: &str) {
        let component = Component::of(name);
        match component {
            // Neither stands inside an event: the event before was not ended.
            Component::Event | Component::Calendar if self.event.is_some() => {
                self.notes.say(self.line, "BEGIN", ScheduleTrouble::EndMissing("VEVENT".into()));
                self.close(&Component::Event);
            }
            _ => {}
        }
        let inner = self.open.last();
        match (&component, inner) {
            (Component::Event, _) => {
                self.event = Some(Draft::at(self.line));
                // An event takes about as much as three mentions of people.
                self.records += 3;
            }
            (Component::Zone, None | Some(Component::Calendar)) => self.zone = Some(Definition::default()),
            (Component::Observance, Some(Component::Zone)) => self.observance = Some(Observance::default()),
            (Component::Calendar, _) => (self.purpose, self.maker) = (Purpose::default(), Maker::default()),
            (Component::Other(name), _) => self.notes.aside(component::counted_as(name)),
            (Component::Zone | Component::Observance, _) => {}
        }
        if self.open.len() >= REMEMBERED * 2 {
            self.open.drain(..REMEMBERED);
        }
        self.open.push(component);
    }

    fn end(&mut self, name: &str) {
        let component = Component::of(name);
        let Some(at) = self.open.iter().rposition(|open| *open == component) else {
            self.notes.count(Counted::StrayEnd, self.line);
            return;
        };
        if at + 1 < self.open.len() {
            let missing = self.open.last().map(Component::name).unwrap_or_default();
            self.notes.say(self.line, &format!("END:{name}"), ScheduleTrouble::EndMissing(missing));
        }
        self.close(&component);
    }

    /// Ends a component, and whatever is still open inside it.
    fn close(&mut self, component: &Component) {
        while let Some(open) = self.open.pop() {
            match open {
                Component::Event => {
                    if let Some(draft) = self.event.take() {
                        draft.end(self.notes);
                        self.calendar.take(draft, self.purpose);
                    }
                }
                Component::Zone => {
                    if let Some(zone) = self.zone.take() {
                        self.calendar.zones.define(zone);
                    }
                }
                Component::Observance => {
                    if let (Some(zone), Some(observance)) = (&mut self.zone, self.observance.take()) {
                        zone.observe(observance);
                    }
                }
                Component::Calendar | Component::Other(_) => {}
            }
            if open == *component {
                break;
            }
        }
    }

    fn inside(&mut self, property: &Property) {
        match self.open.last() {
            Some(Component::Event) => {
                if let Some(draft) = &mut self.event {
                    self.records += draft.take(property, self.purpose, self.maker, self.notes);
                }
            }
            Some(Component::Zone) => {
                if let Some(zone) = &mut self.zone {
                    match property.name.as_str() {
                        "TZID" => zone.name.clone_from(&property.value),
                        "X-LIC-LOCATION" => zone.location.clone_from(&property.value),
                        _ => {}
                    }
                }
            }
            Some(Component::Observance) => {
                if let Some(observance) = &mut self.observance {
                    observe(observance, property, self.notes);
                }
            }
            // A file that lost its first line is read all the same.
            Some(Component::Calendar) | None => self.head(property),
            Some(Component::Other(_)) => {}
        }
    }

    /// A property of the calendar itself.
    fn head(&mut self, property: &Property) {
        let conference = &mut self.calendar.conference;
        match property.name.as_str() {
            "NAME" | "X-WR-CALNAME" => {
                conference.title.fill_from(&worded(&one_line(&property.text()), property));
            }
            "X-WR-TIMEZONE" => {
                let zone = zones::named(&property.value).and_then(|zone| zone.iana_name().map(str::to_owned));
                let zone = zone.unwrap_or_else(|| property.value.clone());
                if conference.zone.is_none() && !zone.is_empty() {
                    conference.zone = Some((zone, property.line));
                }
            }
            "PRODID" if property.value.starts_with(details::PRODUCT) => self.maker = Maker::Ours,
            "METHOD" => {
                self.purpose = match property.value.to_ascii_uppercase().as_str() {
                    "CANCEL" => Purpose::Cancellation,
                    "REQUEST" | "REPLY" | "COUNTER" | "DECLINECOUNTER" | "REFRESH" | "ADD" => {
                        Purpose::Invitation
                    }
                    _ => Purpose::Published,
                };
            }
            "VERSION" | "PRODID" | "CALSCALE" | "UID" | "URL" | "SOURCE" | "LAST-MODIFIED"
            | "DESCRIPTION" | "X-WR-CALDESC" | "REFRESH-INTERVAL" | "X-PUBLISHED-TTL" | "COLOR"
            | "CATEGORIES" | "IMAGE" => {}
            name if name.starts_with("X-") => self.notes.aside("X-*"),
            name => self.notes.unknown(name, property.line),
        }
    }

    fn finish(mut self, bare: u32, doubled: u32) -> Calendar {
        if let Some(first) = self.open.first().cloned() {
            let missing = self.open.last().map(Component::name).unwrap_or_default();
            self.notes.say(self.line, "", ScheduleTrouble::EndMissing(missing));
            self.close(&first);
        }
        for (what, count) in [(Counted::LineEndBare, bare), (Counted::LineEndDoubled, doubled)] {
            self.notes.count_all(what, count);
        }
        self.calendar
    }

    fn refusal(&self, reason: Reason) -> Refusal {
        Refusal { file: Arc::clone(self.file), spot: Spot::Line(self.line), reason }
    }
}

fn observe(observance: &mut Observance, property: &Property, notes: &mut Notes) {
    match property.name.as_str() {
        "DTSTART" => observance.start = Moment::of(property, notes).local(),
        "RDATE" => {
            const MOST_ONSETS: usize = 200;
            let room = MOST_ONSETS.saturating_sub(observance.more.len());
            observance.more.extend(Moment::list(property).filter_map(|moment| moment.local()).take(room));
        }
        "TZOFFSETFROM" => observance.from = zones::offset(&property.value),
        "TZOFFSETTO" => observance.to = zones::offset(&property.value),
        "RRULE" => observance.rule.clone_from(&property.value),
        _ => {}
    }
}

fn without_controls(text: &str, line: u32, notes: &mut Notes) -> String {
    let control = |c: char| c.is_control() && c != '\t';
    if !text.contains(control) {
        return text.to_owned();
    }
    notes.count(Counted::ControlCharacter, line);
    text.replace(control, "")
}
