//! The programme's pages: whole ones are kept like every page; what a filter leaves is rendered for who asks and not kept.
//!
//! There are more filters than memory, so keeping them would let anybody push out what everybody reads. What they cost is bounded:
//! a page has at most so many lines, and choosing them is a walk over numbers.

use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE};
use axum::http::{StatusCode, Uri};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::filter::{Filter, last_of};
use festoon_guide::pages;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::programme::NthGroup;
use festoon_guide::url::Page;
use jiff::civil::Date;

use crate::chooser::asked_for;
use crate::public::{Here, Named, date_of, page};
use crate::{Site, errors};

/// A visitor looks at all days, or at what a filter leaves of them.
pub(crate) async fn overview(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    chosen(&site, &named, &request, Some(Page::Programme), |guide, lang, asked| {
        let filter = Filter::parse(asked, guide).map_err(|_| Trouble::NoSuchFilter)?;
        let Some(day) = last_of(asked, "day") else {
            let html = (!filter.is_empty()).then(|| pages::filtered_programme(guide, lang, &filter));
            return Ok(html.map_or(Chosen::Whole, Chosen::Some));
        };
        // A day has an address of its own.
        let day = date_of(&day).filter(|&day| guide.day(day).is_some()).ok_or(Trouble::NoSuchFilter)?;
        Ok(Chosen::Elsewhere(filter.address(guide, Page::Day(day), lang)))
    })
}

/// A visitor reads one day, or what a filter leaves of it.
pub(crate) async fn day(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    let date = named.day();
    chosen(&site, &named, &request, date.map(Page::Day), |guide, lang, asked| {
        let filter = Filter::parse(asked, guide).map_err(|_| Trouble::NoSuchFilter)?;
        if filter.is_empty() {
            return Ok(Chosen::Whole);
        }
        let html = date.and_then(|date| pages::filtered_day(guide, lang, date, &filter));
        html.map(Chosen::Some).ok_or(Trouble::NotFound)
    })
}

/// A visitor looks at the halls of a day beside each other.
pub(crate) async fn grid(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    let date = named.day();
    chosen(&site, &named, &request, date.map(Page::Grid), |guide, lang, asked| {
        let filter = Filter::parse(asked, guide).map_err(|_| Trouble::NoSuchFilter)?;
        let group = NthGroup::asked(asked).ok_or(Trouble::NoSuchFilter)?;
        if filter.is_empty() && group == NthGroup::FIRST {
            return Ok(Chosen::Whole);
        }
        let html = date.and_then(|date| pages::grid(guide, lang, date, &filter, group));
        html.map(Chosen::Some).ok_or(Trouble::NotFound)
    })
}

/// A visitor reads a stretch of a day that is too long for one page. A clock at which no stretch begins leads to the one it falls into.
pub(crate) async fn stretch(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    let word = named.stretch.as_deref().unwrap_or_default();
    let asked: Option<(Date, &str)> = named.day().map(|date| (date, word));
    chosen(&site, &named, &request, asked.map(|(date, word)| Page::Stretch(date, word)), |guide, lang, _| {
        let found = asked.and_then(|(date, word)| guide.stretch_at(date, word)).ok_or(Trouble::NotFound)?;
        let is_here = asked.is_some_and(|(date, word)| found == Page::Stretch(date, word));
        Ok(if is_here { Chosen::Whole } else { Chosen::Elsewhere(guide.address(found, lang)) })
    })
}

/// What somebody asked for.
enum Chosen {
    /// The page as everybody reads it.
    Whole,
    /// Some of it.
    Some(String),
    /// What has another address.
    Elsewhere(String),
}

/// Answers with the whole page or with what was chosen of it.
fn chosen(
    site: &Site,
    named: &Named,
    request: &Request,
    whole: Option<Page<'_>>,
    choose: impl FnOnce(&Guide, Lang, &str) -> Result<Chosen, Trouble>,
) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let (Some(lang), Ok(open)) = (Lang::from_code(&named.lang), shelf.open(week)) else {
        return page(site, named, whole, request);
    };
    match choose(open.guide, lang, asked(request.uri())) {
        Ok(Chosen::Whole) => page(site, named, whole, request),
        Ok(Chosen::Elsewhere(address)) => Redirect::temporary(&address).into_response(),
        Ok(Chosen::Some(html)) => {
            let headers = [(CACHE_CONTROL, "no-cache"), (CONTENT_LANGUAGE, lang.tag())];
            (StatusCode::OK, headers, Html(html)).into_response()
        }
        Err(trouble) => errors::page(shelf.around(week), asked_for(request), trouble),
    }
}

fn asked(address: &Uri) -> &str {
    address.query().unwrap_or_default()
}
