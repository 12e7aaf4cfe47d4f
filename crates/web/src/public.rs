//! The guide's pages: an address becomes a [`Page`] of a week, and the page its kept bytes.
//!
//! Each handler serves two addresses, with the week and without.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::Response;
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::render;
use festoon_guide::url::Page;
use jiff::civil::Date;

use crate::kept::{Reach, Rendered};
use crate::{Site, errors};

pub(crate) type Here = State<Arc<Site>>;

/// What an address names, as it stands there.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Named {
    pub(crate) week: Option<String>,
    pub(crate) lang: String,
    day: Option<String>,
    key: Option<String>,
    pub(crate) stretch: Option<String>,
}

impl Named {
    pub(crate) fn key(&self) -> &str {
        self.key.as_deref().unwrap_or_default()
    }

    pub(crate) fn day(&self) -> Option<Date> {
        date_of(self.day.as_deref()?)
    }
}

/// The date of a word. One word a day: 20210621 names the same date and would be a second.
pub(crate) fn date_of(word: &str) -> Option<Date> {
    word.parse().ok().filter(|date: &Date| date.to_string() == word)
}

/// A visitor looks at the week.
pub(crate) async fn week(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Week), &request)
}

/// A visitor reads about a person.
pub(crate) async fn person(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Person(named.key())), &request)
}

/// A visitor looks at the houses.
pub(crate) async fn venues(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Venues), &request)
}

/// A visitor reads how to get to a house, and what is on there.
pub(crate) async fn venue(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Venue(named.key())), &request)
}

/// Somebody asks how accessible the guide is.
pub(crate) async fn accessibility(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Accessibility), &request)
}

/// A device keeps what it will show without a network.
pub(crate) async fn offline(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Offline), &request)
}

/// A visitor looks for an activity.
pub(crate) async fn activities(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Activities), &request)
}

/// A visitor reads about an activity.
pub(crate) async fn activity(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Activity(named.key())), &request)
}

/// A visitor reads about a session.
pub(crate) async fn session(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Session(named.key())), &request)
}

/// A journalist looks at the figures.
pub(crate) async fn figures(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Figures), &request)
}

/// A journalist asks what a figure means.
pub(crate) async fn figure(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Figure(named.key())), &request)
}

/// Answers with a page that is the same for everybody, kept from its first reader on.
pub(crate) fn page(site: &Site, named: &Named, page: Option<Page<'_>>, request: &Request) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let trouble = |trouble| errors::around(&shelf, week, request, trouble);
    let Some(lang) = Lang::from_code(&named.lang) else { return trouble(Trouble::NotFound) };
    let open = match shelf.open(week) {
        Ok(open) => open,
        Err(why) => return trouble(why),
    };
    let kept = page.and_then(|page| {
        let address = open.guide.address(page, lang);
        open.pages().answer(&address, open.guide, || Some(rendered(render(open.guide, lang, page)?, lang)))
    });
    let Some(kept) = kept else { return trouble(Trouble::NotFound) };
    kept.answer(request.headers())
}

/// A page's HTML as an answer.
pub(crate) fn rendered(html: String, lang: Lang) -> Rendered {
    Rendered {
        body: html.into_bytes(),
        media_type: "text/html; charset=utf-8",
        lang: Some(lang),
        reach: Reach::Ours,
    }
}
