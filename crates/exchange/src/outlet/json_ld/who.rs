//! Bodies and people: who holds an event, and who is on stage.
//!
//! Of hosts no more than the name is known, so they have no address; search engines ask for one and do without.

use festoon_domain::programme::{Host, Person, PersonId, Programme, Session};
use festoon_domain::text::Text;
use serde::Serialize;

use super::super::{Asked, Losses, people, words};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Organization {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Performer {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    job_title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<Organization>,
}

/// Its hosts, else whoever answers for the week.
pub(super) fn organizers<'p>(
    hosts: impl Iterator<Item = &'p Host>,
    programme: &Programme,
    asked: &Asked,
    losses: &mut Losses,
) -> Vec<Organization> {
    let named: Vec<Organization> =
        hosts.filter_map(|host| organization(&host.name, None, asked, losses)).collect();
    if !named.is_empty() {
        return named;
    }
    organization(&programme.week.organiser, None, asked, losses).into_iter().collect()
}

pub(super) fn organization(
    name: &Text,
    url: Option<String>,
    asked: &Asked,
    losses: &mut Losses,
) -> Option<Organization> {
    let name = title(name, asked, losses);
    (!name.is_empty()).then_some(Organization { kind: "Organization", name, url })
}

/// Who is on stage, as far as the readers may know.
pub(super) fn performers(
    programme: &Programme,
    session: &Session,
    asked: &Asked,
    losses: &mut Losses,
) -> Vec<Performer> {
    let stage = people::on_stage(programme, session, asked.audience, losses);
    let performer = |(_, person): (PersonId, &Person)| Performer {
        kind: "Person",
        name: title(&person.name, asked, losses),
        job_title: title(&person.position, asked, losses),
        affiliation: organization(&person.organisation, None, asked, losses),
    };
    stage.into_iter().map(performer).filter(|performer| !performer.name.is_empty()).collect()
}

/// A name in the asked language, on one line.
pub(super) fn title(text: &Text, asked: &Asked, losses: &mut Losses) -> String {
    words::line(&words::shown(text, asked.lang, losses))
}
