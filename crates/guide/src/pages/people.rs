//! `/{lang}/people/{key}`: one person, and everything at which the public may meet them.
//!
//! A guide holds nobody who appears nowhere in public, and of everybody only what is public; so this page cannot say more.

use std::fmt::{self, Display, Formatter};

use askama::Template;
use festoon_domain::programme::{OccurrenceId, Person, PersonId, Role};
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;

use super::frame::Frame;
use crate::Guide;
use crate::by_day::{ByDay, Shown};
use crate::line::Within;
use crate::portrait::{self, Portrait, Size};
use crate::run::Run;
use crate::subscribe::Subscribe;
use crate::url::{CalendarOf, Page};
use crate::words::Words;
use crate::words::people::{self, PeopleWords};

/// What somebody is and where, as each language says it: the employer first in Chinese, the position first in English.
#[derive(Debug, Clone, Copy)]
pub struct Affiliation<'a> {
    parts: [Run<'a>; 2],
    between: &'static str,
}

impl<'a> Affiliation<'a> {
    /// That of a person for a reader of `lang`.
    #[must_use]
    pub const fn of(person: &'a Person, lang: Lang) -> Self {
        let (position, organisation) =
            (Run::new(&person.position, lang), Run::new(&person.organisation, lang));
        match lang {
            Lang::Zh => Self { parts: [organisation, position], between: " " },
            Lang::En => Self { parts: [position, organisation], between: ", " },
        }
    }

    /// Nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(Run::is_empty)
    }

    fn plain(&self) -> String {
        let said = self.parts.iter().filter(|part| !part.is_empty()).map(Run::plain);
        said.collect::<Vec<_>>().join(self.between)
    }
}

impl Display for Affiliation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, part) in self.parts.iter().filter(|part| !part.is_empty()).enumerate() {
            if at > 0 {
                f.write_str(self.between)?;
            }
            part.bare().fmt(f)?;
        }
        Ok(())
    }
}

impl askama::filters::HtmlSafe for Affiliation<'_> {}

/// Somebody on the bill of a session or an activity.
#[derive(Debug, Template)]
#[template(path = "people/billing.html")]
pub struct Billing<'a> {
    w: &'static Words,
    href: String,
    name: Run<'a>,
    affiliation: Affiliation<'a>,
    picture: Option<Portrait>,
    is_sample: bool,
}

impl askama::filters::HtmlSafe for Billing<'_> {}

impl<'a> Billing<'a> {
    /// Somebody as lists show them.
    #[must_use]
    pub fn new(guide: &'a Guide, id: PersonId, lang: Lang) -> Self {
        let person = &guide.programme()[id];
        Self {
            w: Words::of(lang),
            href: guide.address(Page::Person(&person.key), lang),
            name: Run::new(&person.name, lang),
            affiliation: Affiliation::of(person, lang),
            picture: Portrait::of(person, Size::Small, String::new()),
            is_sample: person.provenance == Provenance::Sample,
        }
    }
}

/// One person.
#[derive(Debug, Template)]
#[template(path = "people/person.html")]
pub struct PersonPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static PeopleWords,
    name: Run<'a>,
    affiliation: Affiliation<'a>,
    biography: Run<'a>,
    picture: Option<Portrait>,
    picture_elsewhere: Option<&'a str>,
    is_sample: bool,
    subscribe: Subscribe,
    appearances: ByDay<'a>,
}

impl<'a> PersonPage<'a> {
    /// Somebody's page, if the public may know of anybody of that key.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, key: &str) -> Option<Self> {
        let (w, p) = (Words::of(lang), PeopleWords::of(lang));
        let id = guide.person(key)?;
        let person = &guide.programme()[id];
        let name = Run::new(&person.name, lang);
        let affiliation = Affiliation::of(person, lang);
        let description = [name.plain(), &affiliation.plain()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");

        let appearances = appearances(guide, id);
        let occurrences: Vec<OccurrenceId> = appearances.iter().map(|(id, _)| *id).collect();
        let roles = |id: OccurrenceId| {
            let at = appearances.iter().position(|(other, _)| *other == id)?;
            Some(
                appearances[at]
                    .1
                    .iter()
                    .map(|&role| people::role(role, lang))
                    .collect::<Vec<_>>()
                    .join(w.list_comma),
            )
        };
        let shown =
            Shown { within: Within::Day, rest: &|date| guide.address(Page::Day(date), lang), note: &roles };
        Some(Self {
            frame: Frame::new(guide, lang, Page::Person(&person.key), name.plain().into(), description),
            w,
            p,
            name,
            affiliation,
            biography: Run::new(&person.biography, lang),
            picture: Portrait::of(person, Size::Large, p.portrait_of.with(name.plain())),
            picture_elsewhere: portrait::elsewhere(person),
            is_sample: person.provenance == Provenance::Sample,
            subscribe: Subscribe::to(guide, lang, CalendarOf::Person(&person.key)),
            appearances: ByDay::new(guide, lang, &occurrences, &shown),
        })
    }
}

/// Everything at which somebody appears, by time, with all they are there.
fn appearances(guide: &Guide, id: PersonId) -> Vec<(OccurrenceId, Vec<Role>)> {
    let programme = guide.programme();
    let mut sessions: Vec<_> = Vec::new();
    // What one is at one session stands together, as the records are walked session by session.
    for &(session, role) in guide.appearances_of(id) {
        match sessions.last_mut() {
            Some((last, roles)) if *last == session => Vec::push(roles, role),
            _ => sessions.push((session, vec![role])),
        }
    }
    let mut all: Vec<(OccurrenceId, Vec<Role>)> = (sessions.into_iter())
        .flat_map(|(session, mut roles)| {
            roles.sort_unstable();
            roles.dedup();
            guide.occurrences_of(session).iter().map(move |&id| (id, roles.clone()))
        })
        .collect();
    all.sort_by_key(|(id, _)| (programme[*id].when.is_none(), programme[*id].when, *id));
    all
}
