//! The guide's pages: an address becomes a [`Page`] of a week, and the page its kept bytes.
//!
//! Each handler serves two addresses, with the week and without.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG};
use axum::response::{IntoResponse, Response};
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::render;
use festoon_guide::url::Page;

use crate::chooser::asked_for;
use crate::files::is_known;
use crate::{Site, errors};

type Here = State<Arc<Site>>;

/// What an address names, as it stands there.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Named {
    week: Option<String>,
    lang: String,
    day: Option<String>,
    key: Option<String>,
}

impl Named {
    fn key(&self) -> &str {
        self.key.as_deref().unwrap_or_default()
    }

    /// One address a day: 20210621 names the same date and would be a second.
    fn day(&self) -> Option<jiff::civil::Date> {
        let day = self.day.as_deref()?;
        day.parse().ok().filter(|date: &jiff::civil::Date| date.to_string() == day)
    }
}

/// A visitor looks at the week.
pub(crate) async fn week(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Week), &request)
}

/// A visitor looks at all days.
pub(crate) async fn programme(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, Some(Page::Programme), &request)
}

/// A visitor reads one day.
pub(crate) async fn day(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    page(&site, &named, named.day().map(Page::Day), &request)
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

fn page(site: &Site, named: &Named, page: Option<Page<'_>>, request: &Request) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let trouble = |trouble| errors::page(shelf.around(week), asked_for(request), trouble);
    let Some(lang) = Lang::from_code(&named.lang) else { return trouble(Trouble::NotFound) };
    let open = match shelf.open(week) {
        Ok(open) => open,
        Err(why) => return trouble(why),
    };
    let kept = page.and_then(|page| {
        let address = open.guide.address(page, lang);
        open.pages.page(address, open.place, || render(open.guide, lang, page))
    });
    let Some(kept) = kept else { return trouble(Trouble::NotFound) };

    let described = [
        (ETAG, kept.etag.clone()),
        (CACHE_CONTROL, "public, max-age=0, must-revalidate".into()),
        (CONTENT_LANGUAGE, lang.tag().into()),
    ];
    if is_known(request.headers(), &kept.etag) {
        return (StatusCode::NOT_MODIFIED, described).into_response();
    }
    (described, [(CONTENT_TYPE, "text/html; charset=utf-8")], kept.body).into_response()
}
