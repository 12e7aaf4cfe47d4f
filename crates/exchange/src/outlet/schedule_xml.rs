//! schedule.xml as c3voc's schema has it, and as its readers want it where they are stricter.
//!
//! In words of one language; the other language is another file with the same ids and guids. Elements beyond the schema
//! are left out: some apps read flat by name, and a stray `<person>` is one too many for them.
//! Costs one pass over the agenda; the whole file is held once.

use std::collections::HashSet;
use std::io;
use std::num::NonZeroU32;

use festoon_domain::programme::{Programme, Reference, ReferenceKind, Session};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::account::{base_url, known_page, title_of_week, track, web};
use super::agenda::{Agenda, GRID, Hall, Slot};
use super::identity;
use super::moments::{exact, to_the_minute};
use super::{Asked, Loss, Losses, Page, Unwritable, people, words};

pub(super) fn write(
    programme: &Programme,
    asked: &Asked,
    losses: &mut Losses,
) -> Result<Vec<u8>, Unwritable> {
    let agenda = Agenda::of(programme, asked, losses)?;
    let mut out = Out {
        xml: Writer::new_with_indent(Vec::new(), b' ', 2),
        programme,
        asked,
        losses,
        numbers: identity::people_numbers(programme),
    };
    out.whole(&agenda).expect("writing to memory cannot fail");
    let mut bytes = out.xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

struct Out<'a> {
    xml: Writer<Vec<u8>>,
    programme: &'a Programme,
    asked: &'a Asked,
    losses: &'a mut Losses,
    numbers: Vec<NonZeroU32>,
}

impl Out<'_> {
    fn whole(&mut self, agenda: &Agenda) -> io::Result<()> {
        self.xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let root = [
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:noNamespaceSchemaLocation", "https://c3voc.de/schedule/schema.xsd"),
        ];
        self.open("schedule", &root)?;
        self.leaf("generator", &[("name", "Festoon"), ("version", env!("CARGO_PKG_VERSION"))], "")?;
        self.element("version", &self.asked.issue.number.to_string())?;
        self.conference(agenda)?;
        for (index, day) in agenda.days.iter().enumerate() {
            let (index, date) = ((index + 1).to_string(), day.date.to_string());
            let (begin, end) = (exact(&day.begin), exact(&day.end));
            self.open("day", &[("index", &index), ("date", &date), ("start", &begin), ("end", &end)])?;
            for (hall, slots) in &day.halls {
                let hall = &agenda.halls[*hall];
                self.open("room", &[("name", &hall.name), ("guid", &hall.guid.to_string())])?;
                for slot in slots {
                    self.event(slot, hall)?;
                }
                self.close("room")?;
            }
            self.close("day")?;
        }
        self.close("schedule")
    }

    fn conference(&mut self, agenda: &Agenda) -> io::Result<()> {
        let title = title_of_week(self.programme, self.asked.lang, self.losses);
        let base = base_url(self.programme, self.asked, self.losses);
        let (first, last) = (agenda.days.first(), agenda.days.last());
        let (Some(first), Some(last)) = (first, last) else { return Ok(()) };
        self.open("conference", &[])?;
        self.element("title", &title)?;
        self.element("acronym", &agenda.acronym)?;
        self.element("start", &first.date.to_string())?;
        self.element("end", &last.date.to_string())?;
        self.element("days", &agenda.days.len().to_string())?;
        self.element("timeslot_duration", GRID)?;
        self.element("base_url", &base)?;
        if let Some(address) = self.asked.address(Page::Week) {
            self.element("url", &address)?;
        }
        // Before the days: some apps never look back.
        if let Some(zone) = agenda.zone_name() {
            self.element("time_zone_name", zone)?;
        }
        self.close("conference")
    }

    fn event(&mut self, slot: &Slot, hall: &Hall) -> io::Result<()> {
        let programme = self.programme;
        let lang = self.asked.lang;
        let occurrence = &programme[slot.occurrence];
        let session = &programme[occurrence.session];
        let title = words::marked_title(programme, occurrence, lang, self.losses);
        let language = words::language(&session.languages, &title, self.losses);
        let subtitle = words::line(&words::shown(&session.subtitle, lang, self.losses));
        let summary = words::shown(&session.summary, lang, self.losses);
        let description = words::shown(&session.description, lang, self.losses);
        let track = track(programme, session, lang, self.losses);
        let page = known_page(self.asked, session);

        self.open("event", &[("id", &slot.number.to_string()), ("guid", &slot.guid.to_string())])?;
        self.element("date", &to_the_minute(&slot.begin))?;
        self.element("start", &slot.begin.strftime("%H:%M").to_string())?;
        self.element("duration", &slot.duration())?;
        self.element("room", &hall.name)?;
        self.element("slug", &slot.slug)?;
        if let Some(page) = page {
            self.element("url", &page)?;
        }
        self.element("title", &title)?;
        if !subtitle.is_empty() {
            self.element("subtitle", &subtitle)?;
        }
        self.element("track", &track)?;
        self.element("type", words::kind(session.kind))?;
        if let Some(language) = language {
            self.element("language", &language)?;
        }
        self.element("abstract", &summary)?;
        if !description.is_empty() {
            self.element("description", &description)?;
        }
        self.persons(session)?;
        self.references(session, ReferenceKind::Related, ["links", "link"])?;
        self.references(session, ReferenceKind::Attachment, ["attachments", "attachment"])?;
        self.close("event")
    }

    fn persons(&mut self, session: &Session) -> io::Result<()> {
        let stage = people::on_stage(self.programme, session, self.asked.audience, self.losses);
        if stage.is_empty() {
            return Ok(());
        }
        self.open("persons", &[])?;
        for (id, person) in stage {
            let name = words::line(&words::shown(&person.name, self.asked.lang, self.losses));
            let number = self.numbers[id.0 as usize].to_string();
            let guid = identity::person(self.programme, id).to_string();
            if !person.biography.is_empty() {
                self.losses.note(Loss::TextsLeftOut, &name);
            }
            self.leaf("person", &[("id", &number), ("guid", &guid)], &name)?;
        }
        self.close("persons")
    }

    fn references(
        &mut self,
        session: &Session,
        kind: ReferenceKind,
        [list, one]: [&str; 2],
    ) -> io::Result<()> {
        // One app keeps an event's links by their address, so none stands twice.
        let mut addressed: Vec<(&Reference, String)> = Vec::new();
        let mut known = HashSet::new();
        for reference in session.references.iter().filter(|one| one.kind == kind) {
            if let Some(address) = web(&reference.address)
                && known.insert(address.clone())
            {
                addressed.push((reference, address));
            }
        }
        if addressed.is_empty() {
            return Ok(());
        }
        self.open(list, &[])?;
        for (reference, address) in addressed {
            let title = words::line(&words::clean(&reference.title, self.losses));
            let title = if title.is_empty() { &address } else { &title };
            self.leaf(one, &[("href", &address)], title)?;
        }
        self.close(list)
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.xml.write_event(Event::Start(start(name, attributes)))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.xml.write_event(Event::End(BytesEnd::new(name)))
    }

    fn element(&mut self, name: &str, words: &str) -> io::Result<()> {
        self.leaf(name, &[], words)
    }

    fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) -> io::Result<()> {
        let start = start(name, attributes);
        if words.is_empty() {
            return self.xml.write_event(Event::Empty(start));
        }
        self.xml.write_event(Event::Start(start))?;
        self.xml.write_event(Event::Text(BytesText::new(words)))?;
        self.close(name)
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, *value));
    }
    start
}

#[cfg(test)]
mod tests;
