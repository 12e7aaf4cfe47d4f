//! The pages: one struct and one template each, laid out like the addresses.
//!
//! A page is a pure function of the guide, where it is read, the language and the address, so its bytes may be kept for as long
//! as the guide lives.

pub mod frame;

pub mod week;

pub mod programme;

pub mod activities;

pub mod sessions;

pub mod figures;

pub mod check;

pub mod offline;

pub mod chooser;
pub mod error;

use askama::Template as _;
use festoon_domain::text::Lang;

use crate::Guide;
use crate::url::Page;

/// A page's HTML; nothing if the guide holds no such thing.
///
/// # Panics
/// Never: templates write to memory.
#[must_use]
pub fn render(guide: &Guide, lang: Lang, page: Page<'_>) -> Option<String> {
    let html = match page {
        Page::Week => week::WeekPage::new(guide, lang).render(),
        Page::Programme => programme::ProgrammePage::new(guide, lang).render(),
        Page::Day(date) => programme::DayPage::new(guide, lang, date)?.render(),
        Page::Activities => activities::ActivitiesPage::new(guide, lang).render(),
        Page::Activity(key) => activities::ActivityPage::new(guide, lang, key)?.render(),
        Page::Session(key) => sessions::SessionPage::new(guide, lang, key)?.render(),
        Page::Figures => figures::FiguresPage::new(guide, lang).render(),
        Page::Figure(key) => figures::FigurePage::new(guide, lang, key)?.render(),
        Page::Offline => offline::OfflinePage::new(guide, lang).render(),
        Page::Check => check::FormPage::new(Some(guide), lang).render(),
        // Skeleton: to be filled in.
        Page::Stretch(..)
        | Page::Grid(_)
        | Page::Person(_)
        | Page::Venues
        | Page::Venue(_)
        | Page::Near
        | Page::Plan
        | Page::Search
        | Page::Accessibility => return None,
    };
    Some(html.expect("writing to a string cannot fail"))
}

/// Every page of a guide without its language, for crawling and for the tests that look at all of them.
#[must_use]
pub fn all(guide: &Guide) -> Vec<Page<'_>> {
    let programme = guide.programme();
    let mut pages =
        vec![Page::Week, Page::Programme, Page::Activities, Page::Figures, Page::Offline, Page::Check];
    pages.extend(guide.days().iter().map(|day| Page::Day(day.date)));
    pages.extend(programme.activities.iter().map(|activity| Page::Activity(&activity.key)));
    pages.extend(programme.sessions.iter().map(|session| Page::Session(&session.key)));
    pages.extend(guide.figures().iter().map(|frozen| Page::Figure(&frozen.figure.key)));
    pages
}
