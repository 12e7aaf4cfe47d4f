//! The guide's pages: an address becomes a [`Page`], and the page its kept bytes.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::render;
use festoon_guide::url::Page;

use crate::chooser::preferred;
use crate::{Site, errors};

type Here = State<Arc<Site>>;

/// A visitor looks at the week.
pub(crate) async fn week(State(site): Here, Path(lang): Path<String>, request: Request) -> Response {
    page(&site, &lang, Some(Page::Week), request.headers())
}

/// A visitor looks at all days.
pub(crate) async fn programme(State(site): Here, Path(lang): Path<String>, request: Request) -> Response {
    page(&site, &lang, Some(Page::Programme), request.headers())
}

/// A visitor reads one day.
pub(crate) async fn day(
    State(site): Here,
    Path((lang, day)): Path<(String, String)>,
    request: Request,
) -> Response {
    // One address a day: 20210621 names the same date and would be a second.
    let date = day.parse().ok().filter(|date: &jiff::civil::Date| date.to_string() == day);
    page(&site, &lang, date.map(Page::Day), request.headers())
}

/// A visitor looks for an activity.
pub(crate) async fn activities(State(site): Here, Path(lang): Path<String>, request: Request) -> Response {
    page(&site, &lang, Some(Page::Activities), request.headers())
}

/// A visitor reads about an activity.
pub(crate) async fn activity(
    State(site): Here,
    Path((lang, key)): Path<(String, String)>,
    request: Request,
) -> Response {
    page(&site, &lang, Some(Page::Activity(&key)), request.headers())
}

/// A visitor reads about a session.
pub(crate) async fn session(
    State(site): Here,
    Path((lang, key)): Path<(String, String)>,
    request: Request,
) -> Response {
    page(&site, &lang, Some(Page::Session(&key)), request.headers())
}

/// A journalist looks at the figures.
pub(crate) async fn figures(State(site): Here, Path(lang): Path<String>, request: Request) -> Response {
    page(&site, &lang, Some(Page::Figures), request.headers())
}

/// A journalist asks what a figure means.
pub(crate) async fn figure(
    State(site): Here,
    Path((lang, key)): Path<(String, String)>,
    request: Request,
) -> Response {
    page(&site, &lang, Some(Page::Figure(&key)), request.headers())
}

/// An organiser comes with files.
pub(crate) async fn check(State(site): Here, Path(lang): Path<String>, request: Request) -> Response {
    page(&site, &lang, Some(Page::Check), request.headers())
}

fn page(site: &Site, lang: &str, page: Option<Page<'_>>, headers: &HeaderMap) -> Response {
    let Some(lang) = Lang::from_code(lang) else {
        return errors::page(site, preferred(headers), Trouble::NotFound);
    };
    let kept =
        page.and_then(|page| site.pages.page(page.in_language(lang), || render(&site.guide, lang, page)));
    let Some(kept) = kept else { return errors::page(site, lang, Trouble::NotFound) };

    let described = [
        (ETAG, kept.etag.clone()),
        (CACHE_CONTROL, "public, max-age=0, must-revalidate".into()),
        (CONTENT_LANGUAGE, lang.tag().into()),
    ];
    if is_known(headers, &kept.etag) {
        return (StatusCode::NOT_MODIFIED, described).into_response();
    }
    (described, [(CONTENT_TYPE, "text/html; charset=utf-8")], kept.body).into_response()
}

/// Whether the asker holds this very page already. Tags are compared weakly, as RFC 9110 asks for GET.
fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|tag| tag.trim() == "*" || bare(tag) == bare(etag))
}
