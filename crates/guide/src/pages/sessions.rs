//! `/{lang}/sessions/{key}`: one session, with every time and place it has.

use askama::Template;
use festoon_domain::choice::Choice;
use festoon_domain::programme::{Role, Session};
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;

use super::frame::Frame;
use crate::Guide;
use crate::lamp::Lamp;
use crate::line::PlaceName;
use crate::run::{Run, Tagged};
use crate::url::Page;
use crate::words::{Words, dates::Moments, kinds};

/// One session.
#[derive(Debug, Template)]
#[template(path = "sessions/session.html")]
pub struct SessionPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    title: Run<'a>,
    summary: Run<'a>,
    kind: Option<&'static str>,
    is_sample: bool,
    happenings: Vec<Happening<'a>>,
    casts: Vec<Cast<'a>>,
    activity: Option<(String, Run<'a>)>,
    part: Option<Run<'a>>,
    host: Option<Tagged<'a>>,
    languages: Vec<&'a str>,
    interpretation: Option<String>,
    access: Vec<&'static str>,
    link: Option<&'a str>,
}

/// One time and place.
#[derive(Debug)]
struct Happening<'a> {
    when: Option<Moments>,
    day_href: Option<String>,
    place: Option<PlaceName<'a>>,
    lamp: Lamp,
}

/// The people in one role.
#[derive(Debug)]
struct Cast<'a> {
    role: &'static str,
    people: Vec<Billing<'a>>,
}

/// A person on the bill.
#[derive(Debug)]
struct Billing<'a> {
    name: Run<'a>,
    position: Run<'a>,
    organisation: Run<'a>,
    is_sample: bool,
}

impl<'a> SessionPage<'a> {
    /// A session's page, if there is one of that key.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, key: &str) -> Option<Self> {
        let w = Words::of(lang);
        let programme = guide.programme();
        let id = guide.session(key)?;
        let session = &programme[id];
        let title = Run::new(&session.title, lang);
        let summary = Run::new(&session.summary, lang);
        let description = if summary.is_empty() { title.plain() } else { summary.plain() }.to_owned();
        let happenings = guide.occurrences_of(id).iter().map(|&id| {
            let when = programme[id].when.map(|span| Moments::new(span, &programme.week.zone, lang));
            Happening {
                day_href: when.as_ref().map(|when| guide.address(Page::Day(when.date), lang)),
                when,
                place: PlaceName::of(guide, id, lang),
                lamp: guide.lamp_of_occurrence(id),
            }
        });
        let named = |run: Run<'a>| (!run.is_empty()).then_some(run);
        Some(Self {
            frame: Frame::new(guide, lang, Page::Session(&session.key), title.plain().into(), description),
            w,
            title,
            summary,
            kind: session.kind.map(|kind| kind.called(lang)),
            is_sample: session.provenance == Provenance::Sample,
            happenings: happenings.collect(),
            casts: casts(guide, session, lang),
            activity: session.activity.map(|id| {
                let activity = &programme[id];
                (guide.address(Page::Activity(&activity.key), lang), Run::new(&activity.title, lang))
            }),
            part: session.part.and_then(|part| named(Run::new(&programme[part].title, lang))),
            host: (programme.host_of(id).map(|host| &programme[host]))
                .map(|host| Tagged::new(&host.name, lang, host.provenance, Provenance::Stated))
                .filter(|host| !host.is_empty()),
            languages: session.languages.iter().map(|code| kinds::language(code, lang)).collect(),
            interpretation: (session.interpretation.as_ref())
                .map(|asked| kinds::interpretation(&asked.languages, lang)),
            access: session.access.iter().map(|access| access.called(lang)).collect(),
            link: session.link.as_deref().filter(|link| is_web(link)),
        })
    }
}

/// A link leads to the web and nowhere else, whatever a host wrote.
fn is_web(link: &str) -> bool {
    link.starts_with("https://") || link.starts_with("http://")
}

/// Who appears, by role; freezing has left only those whom everybody may know of.
fn casts<'a>(guide: &'a Guide, session: &'a Session, lang: Lang) -> Vec<Cast<'a>> {
    let w = Words::of(lang);
    let roles = [
        (Role::Speaker, w.speakers),
        (Role::Chair, w.chairs),
        (Role::GuestOfHonour, w.guests),
        (Role::Interpreter, w.interpreters),
    ];
    let casts = roles.map(|(role, name)| Cast {
        role: name,
        people: (session.appearances.iter().filter(|appearance| appearance.role == role))
            .map(|appearance| {
                let person = &guide.programme()[appearance.person];
                Billing {
                    name: Run::new(&person.name, lang),
                    position: Run::new(&person.position, lang),
                    organisation: Run::new(&person.organisation, lang),
                    is_sample: person.provenance == Provenance::Sample,
                }
            })
            .collect(),
    });
    casts.into_iter().filter(|cast| !cast.people.is_empty()).collect()
}
