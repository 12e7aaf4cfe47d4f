//! One occurrence as an event: what is shown in a calendar, and the rest in its description.

use std::collections::HashMap;

use festoon_domain::programme::{
    Occurrence, OccurrenceId, Person, Place, Programme, Session, State, Visibility,
};
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::Provenance;

use super::content;
use super::zone::Clock;
use crate::outlet::{Asked, Loss, Losses, account, agenda, people, words};
use crate::schedule::ics::{DETAILS_MARK, Detail};

/// Writes the events of a programme.
pub(super) struct Writer<'a> {
    programme: &'a Programme,
    asked: &'a Asked,
    clock: &'a Clock,
    /// The same names as in the other formats, by which apps group what is in one hall.
    halls: HashMap<Option<Place>, String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        programme: &'a Programme,
        asked: &'a Asked,
        clock: &'a Clock,
        losses: &mut Losses,
    ) -> Self {
        let halls = agenda::hall_names(programme, asked.lang, losses);
        Self { programme, asked, clock, halls }
    }

    /// The lines of an event without its stamps; nothing for one without a time.
    pub(super) fn lines(&self, id: OccurrenceId, uid: &str, losses: &mut Losses) -> Option<Vec<String>> {
        let (occurrence, session) = (&self.programme[id], self.programme.session_of(id));
        let lang = self.asked.lang;
        let Some(when) = occurrence.when else {
            losses.note(Loss::NoTime, session.title.read(lang));
            return None;
        };

        let mut lines = vec![content::value("UID", uid), self.clock.moment("DTSTART", when.start())];
        // RFC 5545 wants an end after its begin and lets a length be nothing; apps drop events that have neither.
        lines.push(if when.duration().as_secs() == 0 {
            content::value("DURATION", "PT0S")
        } else {
            self.clock.moment("DTEND", when.end())
        });
        lines.push(title(session, lang, losses));
        lines.push(content::value(
            "STATUS",
            match occurrence.state {
                State::Scheduled => "CONFIRMED",
                State::Cancelled => "CANCELLED",
            },
        ));
        lines.push(self.place(occurrence, session, losses));
        lines.extend(self.position(id));
        lines.extend(self.description(id, session, losses));
        lines.extend(self.categories(session, losses));
        let page = account::known_page(self.asked, session);
        lines.extend(page.map(|page| content::address("URL", &page)));
        lines.push(content::value(
            "CLASS",
            if self.asked.audience == Visibility::Public { "PUBLIC" } else { "CONFIDENTIAL" },
        ));
        // A programme says what there is to see, not that its reader is busy.
        lines.push(content::value("TRANSP", "TRANSPARENT"));
        Some(lines)
    }

    fn place(&self, occurrence: &Occurrence, session: &Session, losses: &mut Losses) -> String {
        if occurrence.place.is_none() {
            losses.note(Loss::NoRoom, session.title.read(self.asked.lang));
        }
        let name = self.halls.get(&occurrence.place).or_else(|| self.halls.get(&None));
        let name = name.map_or("", String::as_str);
        content::text("LOCATION", Text::single(name).shown(self.asked.lang).1, name)
    }

    fn position(&self, id: OccurrenceId) -> Option<String> {
        let position = self.programme[self.programme.venue_of(id)?].position?.to_wgs84();
        Some(content::value("GEO", &format!("{:.6};{:.6}", position.latitude(), position.longitude())))
    }

    /// Part and activity; readers that take one category take the first.
    fn categories(&self, session: &Session, losses: &mut Losses) -> Option<String> {
        let titles = [
            session.part.map(|part| &self.programme[part].title),
            session.activity.map(|activity| &self.programme[activity].title),
        ];
        let mut categories: Vec<String> = Vec::new();
        for title in titles.into_iter().flatten() {
            let category = content::escape(&words::line(&words::shown(title, self.asked.lang, losses)));
            if !category.is_empty() && !categories.contains(&category) {
                categories.push(category);
            }
        }
        let lang = Text::single(categories.first()?).shown(self.asked.lang).1;
        Some(format!("CATEGORIES;LANGUAGE={}:{}", lang.code(), categories.join(",")))
    }

    /// What it is about in paragraphs, then the details a line each.
    fn description(&self, id: OccurrenceId, session: &Session, losses: &mut Losses) -> Option<String> {
        let lang = self.asked.lang;
        let mut paragraphs: Vec<String> = Vec::new();
        let mut written = None;
        for text in [&session.subtitle, &session.summary, &session.description] {
            let words = words::shown(text, lang, losses);
            let words = if text == &session.subtitle { words::line(&words) } else { words };
            if !words.is_empty() && !paragraphs.contains(&words) {
                paragraphs.push(words);
                written = written.or(Some(text.shown(lang).1));
            }
        }
        let details = self.details(id, session, losses);
        // A host's text may hold the mark; then ours stands behind it, so that nobody's words are taken for details.
        let has_mark = paragraphs.iter().any(|words| words.contains(DETAILS_MARK));
        if !details.is_empty() || has_mark {
            paragraphs.push(format!("{DETAILS_MARK}\n{}", details.join("\n")));
        }
        let written = written.unwrap_or(lang);
        (!paragraphs.is_empty()).then(|| content::text("DESCRIPTION", written, &paragraphs.join("\n\n")))
    }

    fn details(&self, id: OccurrenceId, session: &Session, losses: &mut Losses) -> Vec<String> {
        let lang = self.asked.lang;
        let mut details = Vec::new();
        let mut say = |detail: Detail, words: &str| {
            let words = words::line(words);
            if !words.is_empty() {
                details.push(format!("{}{words}", detail.label(lang)));
            }
        };
        if session.provenance == Provenance::Sample {
            say(Detail::Sample, invented(lang));
        }
        for (_, person, role) in people::visible(self.programme, session, self.asked.audience, losses) {
            say(Detail::Person(role), &name(person, lang, losses));
        }
        if let Some(venue) = self.programme.venue_of(id) {
            say(Detail::Address, &words::shown(&self.programme[venue].address, lang, losses));
        }
        if let Some(link) = &session.link {
            say(Detail::Link, link);
        }
        for reference in &session.references {
            let title = words::clean(&reference.title, losses);
            say(Detail::Reference(reference.kind), &format!("{title} {}", reference.address));
        }
        details
    }
}

fn title(session: &Session, lang: Lang, losses: &mut Losses) -> String {
    content::text("SUMMARY", session.title.shown(lang).1, &words::title(session, lang, losses))
}

/// `Ada（机构 · 职务）`.
fn name(person: &Person, lang: Lang, losses: &mut Losses) -> String {
    let name = words::line(&words::shown(&person.name, lang, losses));
    let about =
        [&person.organisation, &person.position].map(|text| words::line(&words::shown(text, lang, losses)));
    let about: Vec<&str> = about.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    match (about.is_empty(), lang) {
        (true, _) => name,
        (false, Lang::Zh) => format!("{name}（{}）", about.join(" · ")),
        (false, Lang::En) => format!("{name} ({})", about.join(" · ")),
    }
}

const fn invented(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "这一场是为演示虚构的。",
        Lang::En => "this session is invented for demonstration.",
    }
}
