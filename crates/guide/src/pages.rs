//! The pages: one struct and one template each, laid out like the addresses.
//!
//! A page is a pure function of the guide, where it is read, the language and the address, so its bytes may be kept for as long
//! as the guide lives.

pub mod frame;

pub mod week;

pub mod programme;

pub mod activities;

pub mod sessions;

pub mod people;

pub mod venues;

pub mod figures;

pub mod search;

pub mod accessibility;
pub mod near;

pub mod plan;

pub mod check;
pub mod claims;

pub mod offline;
pub mod plan_copy;

pub mod chooser;
pub mod error;

use askama::Template as _;
use festoon_domain::text::Lang;
use jiff::civil::Date;

use crate::Guide;
use crate::filter::Filter;
use crate::pages::programme::NthGroup;
use crate::url::Page;

/// A page's HTML; nothing if the guide holds no such thing.
///
/// # Panics
/// Never: templates write to memory.
#[must_use]
pub fn render(guide: &Guide, lang: Lang, page: Page<'_>) -> Option<String> {
    let html = match page {
        Page::Week => week::WeekPage::new(guide, lang).render(),
        Page::Programme => programme::ProgrammePage::new(guide, lang, &Filter::default()).render(),
        Page::Day(date) => programme::DayPage::new(guide, lang, date, &Filter::default())?.render(),
        Page::Stretch(date, word) => programme::DayPage::stretch(guide, lang, date, word)?.render(),
        Page::Grid(date) => return grid(guide, lang, date, &Filter::default(), NthGroup::FIRST),
        Page::Activities => activities::ActivitiesPage::new(guide, lang).render(),
        Page::Activity(key) => activities::ActivityPage::new(guide, lang, key)?.render(),
        Page::Session(key) => sessions::SessionPage::new(guide, lang, key)?.render(),
        Page::Person(key) => people::PersonPage::new(guide, lang, key)?.render(),
        Page::Venues => venues::VenuesPage::new(guide, lang).render(),
        Page::Venue(key) => venues::VenuePage::new(guide, lang, key)?.render(),
        Page::Figures => figures::FiguresPage::new(guide, lang).render(),
        Page::Figure(key) => figures::FigurePage::new(guide, lang, key)?.render(),
        Page::Search => search::SearchPage::new(guide, lang, search::Search::default()).render(),
        // Without a clock there is no now: the week's first busy moment stands in for it.
        Page::Near => near::NearPage::new(guide, lang, &near::Look::at_first(guide)).render(),
        Page::Plan => plan::PlanPage::new(guide, lang).render(),
        Page::Offline => offline::OfflinePage::new(guide, lang).render(),
        Page::Check => check::FormPage::new(Some(guide), lang).render(),
        Page::Claims => claims::ClaimsPage::new(Some(guide), lang).render(),
        Page::Accessibility => accessibility::AccessibilityPage::new(guide, lang).render(),
    };
    Some(html.expect("writing to a string cannot fail"))
}

/// What a filter leaves of the overview of all days.
///
/// # Panics
/// Never: templates write to memory.
#[must_use]
pub fn filtered_programme(guide: &Guide, lang: Lang, filter: &Filter) -> String {
    programme::ProgrammePage::new(guide, lang, filter).render().expect("writing to a string cannot fail")
}

/// What a filter leaves of a day; nothing if the guide has no such day.
///
/// # Panics
/// Never: templates write to memory.
#[must_use]
pub fn filtered_day(guide: &Guide, lang: Lang, date: Date, filter: &Filter) -> Option<String> {
    let page = programme::DayPage::new(guide, lang, date, filter)?;
    Some(page.render().expect("writing to a string cannot fail"))
}

/// A group of the halls of a day's grid, and what a filter leaves of it; nothing if there is no such day or group.
///
/// # Panics
/// Never: templates write to memory.
#[must_use]
pub fn grid(guide: &Guide, lang: Lang, date: Date, filter: &Filter, group: NthGroup) -> Option<String> {
    let page = programme::GridPage::new(guide, lang, date, filter, group)?;
    Some(page.render().expect("writing to a string cannot fail"))
}

/// Every page of a guide without its language, for crawling and for the tests that look at all of them.
#[must_use]
pub fn all(guide: &Guide) -> Vec<Page<'_>> {
    let programme = guide.programme();
    let mut pages =
        vec![Page::Week, Page::Programme, Page::Activities, Page::Venues, Page::Figures, Page::Search];
    pages.extend([Page::Near, Page::Plan, Page::Accessibility, Page::Offline, Page::Check, Page::Claims]);
    for day in guide.days() {
        // The first stretch is the day's own page.
        pages.extend([Page::Day(day.date), Page::Grid(day.date)]);
        pages.extend((1..day.stretches.len()).map(|at| day.page_of_stretch(at)));
    }
    pages.extend(programme.activities.iter().map(|activity| Page::Activity(&activity.key)));
    pages.extend(programme.sessions.iter().map(|session| Page::Session(&session.key)));
    pages.extend(programme.people.iter().map(|person| Page::Person(&person.key)));
    pages.extend(programme.venues.iter().map(|venue| Page::Venue(&venue.key)));
    pages.extend(guide.figures().iter().map(|frozen| Page::Figure(&frozen.figure.key)));
    pages
}
