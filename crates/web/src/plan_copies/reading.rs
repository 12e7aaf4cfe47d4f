//! A copy is read: by a calendar, hour after hour, or by whoever looks at the page about it.
//!
//! The calendar is written anew for each who has not got it: there are more copies than memory. Whoever has it, is told so without
//! anything being written.

use askama::Template as _;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CACHE_CONTROL, ETAG, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use festoon_app::plans::{self, Found};
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::plan_copy::{Copy, CopyPage, PlanTrouble};
use festoon_store::Store;
use festoon_store::plans::PlanCopy;
use jiff::Timestamp;

use super::{InLang, Memory, failed, is_key, origin, secret, told};
use crate::chooser::preferred;
use crate::kept::{Kept, Reach, Rendered};
use crate::public::Here;
use crate::validators::Validators;
use crate::{Site, errors, headers};

/// Somebody asks for a copy, as a calendar or as a page.
pub(crate) async fn read(State(site): Here, Path(name): Path<String>, request: Request) -> Response {
    let (key, is_calendar) = name.strip_suffix(".ics").map_or((&*name, false), |key| (key, true));
    if !is_key(key) {
        return errors::answer(&site, &request, Trouble::Plan(PlanTrouble::Gone));
    }
    let asked = request.headers().clone();
    if !is_calendar {
        return page(&site, key, lang_of(&request), &asked).await;
    }
    let calendar = calendar(&site, key, asked).await;
    calendar.unwrap_or_else(|trouble| errors::answer(&site, &request, trouble))
}

/// What a calendar is told.
enum Told {
    /// It has what there is, under this tag.
    Same(String),
    /// This.
    New(Box<Kept>),
}

async fn calendar(site: &Site, key: &str, asked: HeaderMap) -> Result<Response, Trouble> {
    let (key, now, shelf) = (key.to_owned(), (site.clock)(), site.shelf());
    let known = asked.clone();
    let asking = site.plans.ask(move |Memory { store, .. }| {
        let copy = found(&store, now, &key)?;
        let guide = shelf.open(Some(&copy.week))?.guide;
        let tag = format!("W/\"{}\"", plans::edition(guide, &copy.numbers, copy.lang));
        let validators = Validators::new(&tag, guide.dated());
        if validators.are_known(&known) {
            return Ok(Told::Same(tag));
        }
        let body = plans::calendar(guide, copy.numbers.into(), copy.lang).ok_or(Trouble::Ours)?;
        let (media_type, reach) = ("text/calendar; charset=utf-8", Reach::Everybody);
        let kept = Kept::new(Rendered { body, media_type, lang: Some(copy.lang), reach }, guide);
        Ok(Told::New(Box::new(kept.known_by(validators))))
    });
    let mut response = match asking.await?? {
        Told::New(kept) => kept.answer(&asked),
        Told::Same(tag) => unchanged(&tag),
    };
    // What can be deleted is kept by nobody between.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex"));
    Ok(response)
}

fn unchanged(tag: &str) -> Response {
    let mut response = (StatusCode::NOT_MODIFIED, [(ETAG, tag), (VARY, "accept-encoding")]).into_response();
    headers::for_everybody(response.headers_mut());
    response
}

/// The page about a copy. Whose browser holds its secret, can delete it there.
async fn page(site: &Site, key: &str, lang: Lang, asked: &HeaderMap) -> Response {
    let (now, shelf) = ((site.clock)(), site.shelf());
    let looked_up = key.to_owned();
    let asking = site.plans.ask(move |Memory { store, .. }| found(&store, now, &looked_up));
    let copy = match asking.await {
        Ok(Ok(copy)) => copy,
        Ok(Err(trouble)) | Err(trouble) => return errors::page(shelf.around(None), lang, trouble),
    };
    // The current week is read under its short addresses, like the plan that the visitor comes from.
    let is_of = |slug: &str| slug == copy.week;
    let current = shelf.open(None).ok().filter(|open| is_of(&open.guide.programme().week.slug));
    let guide = match current.map_or_else(|| shelf.open(Some(&copy.week)), Ok) {
        Ok(open) => open.guide,
        Err(trouble) => return errors::page(shelf.around(None), lang, trouble),
    };

    let shown = Copy { key, secret: held(asked, &copy), numbers: &copy.numbers, expires: copy.expires };
    let page = CopyPage::new(guide, lang, shown, &origin(guide, asked));
    told(page.render().expect("writing to a string cannot fail"), lang)
}

fn held<'h>(asked: &'h HeaderMap, copy: &PlanCopy) -> Option<&'h str> {
    secret::held(asked).filter(|secret| plans::is_secret_of(copy, secret))
}

/// A copy that is to be had, else why not.
fn found(store: &Store, now: Timestamp, key: &str) -> Result<PlanCopy, Trouble> {
    match plans::copy(store, now, key) {
        Ok(Found::Copy(copy)) => Ok(copy),
        Ok(Found::Over) => Err(Trouble::Plan(PlanTrouble::Over)),
        Ok(Found::Nothing) => Err(Trouble::Plan(PlanTrouble::Gone)),
        Err(error) => Err(failed(&error)),
    }
}

/// As the address says, else as the browser asks.
pub(super) fn lang_of(request: &Request) -> Lang {
    let asked = Query::<InLang>::try_from_uri(request.uri()).map(|Query(asked)| asked).unwrap_or_default();
    Lang::from_code(&asked.lang).unwrap_or_else(|| preferred(request.headers()))
}
