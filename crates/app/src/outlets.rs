//! A released week in the formats that programs read, made from the guide and from nothing else.
//!
//! What a [`Guide`] holds is public, so nothing here decides who may know what. Links are the lasting ones, so a file says the same
//! wherever it was asked for; without an origin no link can be absolute, and what can do without has none.
//! Costs the writing of the whole file, up to seconds for tens of thousands of sessions: whoever serves it keeps it.

mod feed;
mod linked_data;
mod roads;
mod sitemap;

pub use linked_data::linked_data;

use festoon_domain::programme::PartId;
use festoon_domain::text::Lang;
use festoon_exchange::outlet::{self, Asked, Issue, Only, Site};
use festoon_guide::Guide;
use festoon_guide::url::{CalendarOf, Outlet};
use jiff::Timestamp;

use crate::programme::path;

/// The bytes of an outlet. Nothing where the guide has no such thing, where the format is a list of days and nothing has a time, and
/// for what is not made of the programme: pictures, the manifest, the notices alone.
#[must_use]
pub fn render(guide: &Guide, outlet: Outlet<'_>) -> Option<Vec<u8>> {
    match outlet {
        Outlet::ScheduleXml(lang) => written(guide, outlet::Outlet::ScheduleXml, &asked(guide, lang)),
        Outlet::ScheduleJson(lang) => written(guide, outlet::Outlet::ScheduleJson, &asked(guide, lang)),
        Outlet::Opass => written(guide, outlet::Outlet::Opass, &asked(guide, Lang::Zh)),
        Outlet::Calendar(of, lang) => {
            let only = Some(only(guide, of)?);
            let source = guide.imprint().origin.0.as_ref().map(|_| guide.lasting_outlet(outlet));
            written(guide, outlet::Outlet::Ics, &Asked { only, source, ..asked(guide, lang) })
        }
        Outlet::Feed(lang) => Some(feed::write(guide, lang)),
        Outlet::Sitemap(number) => sitemap::write(guide, number),
        Outlet::Roads => Some(roads::write(guide)),
        Outlet::Card(..) | Outlet::Manifest(_) | Outlet::Notices => None,
    }
}

fn written(guide: &Guide, outlet: outlet::Outlet, asked: &Asked) -> Option<Vec<u8>> {
    // What the format cannot hold was told when the week was released; a program could do nothing about it.
    outlet::write(guide.programme(), outlet, asked).ok().map(|written| written.bytes)
}

/// What is asked for: the release as the issue, links into the guide.
pub(crate) fn asked(guide: &Guide, lang: Lang) -> Asked {
    let issue = match guide.release() {
        Some(release) => Issue { number: release.number, at: release.at },
        None => Issue { number: 1, at: Timestamp::UNIX_EPOCH },
    };
    let site = guide.imprint().origin.0.as_deref().map(|origin| site(guide, origin));
    Asked { lang, site, notices: guide.notices().into(), ..Asked::of(issue) }
}

/// Where the week's lasting addresses begin.
fn site(guide: &Guide, origin: &str) -> Site {
    let prefix = guide.imprint().lasting.chooser().trim_end_matches('/');
    Site { base: format!("{origin}{prefix}"), path }
}

/// What a calendar is of, if the guide has that. A day is one of the guide's; a part is looked for, because no page of its own is.
fn only(guide: &Guide, of: CalendarOf<'_>) -> Option<Only> {
    Some(match of {
        CalendarOf::Week => Only::Everything,
        CalendarOf::Day(date) => Only::Day(guide.days().iter().find(|day| day.date == date)?.date),
        CalendarOf::Activity(key) => Only::Activity(guide.activity(key)?),
        CalendarOf::Part(key) => {
            let mut parts = (0..).map(PartId).zip(&guide.programme().parts);
            Only::Part(parts.find(|(_, part)| part.key == key)?.0)
        }
        CalendarOf::Session(key) => Only::Session(guide.session(key)?),
        CalendarOf::Venue(key) => Only::Venue(guide.venue(key)?),
        CalendarOf::Person(key) => Only::Person(guide.person(key)?),
    })
}

#[cfg(test)]
mod tests;
