//! `/{lang}/sessions/{key}`: one session, with every time and place it has.

use askama::Template;
use festoon_domain::choice::Choice;
use festoon_domain::programme::{Reference, ReferenceKind, Role, Session, upload_of};
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;

use super::frame::Frame;
use super::people::Billing;
use crate::Guide;
use crate::lamp::Lamp;
use crate::line::{PlaceName, Star};
use crate::run::{Run, Tagged};
use crate::subscribe::Subscribe;
use crate::url::{self, CalendarOf, Page};
use crate::words::people::PeopleWords;
use crate::words::{Words, dates::Moments, kinds};

/// One session.
#[derive(Debug, Template)]
#[template(path = "sessions/session.html")]
pub struct SessionPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static PeopleWords,
    title: Run<'a>,
    subtitle: Run<'a>,
    summary: Run<'a>,
    description: Run<'a>,
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
    papers: Vec<Paper<'a>>,
    related: Vec<Paper<'a>>,
    subscribe: Subscribe,
}

/// One time and place.
#[derive(Debug)]
struct Happening<'a> {
    when: Option<Moments>,
    day_href: Option<String>,
    place: Option<PlaceName<'a>>,
    lamp: Lamp,
    star: Option<Star>,
}

/// The people in one role.
#[derive(Debug)]
struct Cast<'a> {
    role: &'static str,
    people: Vec<Billing<'a>>,
}

/// Something about the session that lies elsewhere, or a paper that lies with us.
#[derive(Debug)]
struct Paper<'a> {
    href: String,
    title: &'a str,
    /// A paper of ours is always a PDF; what lies elsewhere may be anything.
    is_pdf: bool,
}

impl<'a> SessionPage<'a> {
    /// A session's page, if there is one of that key.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, key: &str) -> Option<Self> {
        let (w, p) = (Words::of(lang), PeopleWords::of(lang));
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
                star: Star::of(guide, id),
            }
        });
        let named = |run: Run<'a>| (!run.is_empty()).then_some(run);
        Some(Self {
            frame: Frame::new(guide, lang, Page::Session(&session.key), title.plain().into(), description),
            w,
            p,
            title,
            subtitle: Run::new(&session.subtitle, lang),
            summary,
            description: Run::new(&session.description, lang),
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
            link: session.link.as_deref().filter(|link| url::is_web(link)),
            papers: papers(session, ReferenceKind::Attachment, p.paper),
            related: papers(session, ReferenceKind::Related, p.related),
            subscribe: Subscribe::to(guide, lang, CalendarOf::Session(&session.key)),
        })
    }
}

/// References of a kind; one without a title is called by its address, or by what it is where that is only a hash.
fn papers<'a>(session: &'a Session, kind: ReferenceKind, called: &'a str) -> Vec<Paper<'a>> {
    let title = |reference: &'a Reference, else_called| {
        if reference.title.is_empty() { else_called } else { reference.title.as_str() }
    };
    let of_kind = session.references.iter().filter(|reference| reference.kind == kind);
    of_kind
        .filter_map(|reference| match upload_of(&reference.address) {
            Some(hash) => {
                Some(Paper { href: url::upload(hash), title: title(reference, called), is_pdf: true })
            }
            None => url::is_web(&reference.address).then(|| Paper {
                href: reference.address.clone(),
                title: title(reference, &reference.address),
                is_pdf: false,
            }),
        })
        .collect()
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
            .map(|appearance| Billing::new(guide, appearance.person, lang))
            .collect(),
    });
    casts.into_iter().filter(|cast| !cast.people.is_empty()).collect()
}
