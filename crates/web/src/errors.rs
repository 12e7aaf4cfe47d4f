//! Errors as pages that help the person out, in both languages.

use std::any::Any;
use std::sync::Arc;

use askama::Template as _;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::pages::error::{ErrorPage, Trouble};
use festoon_guide::url::{self, named_in};
use percent_encoding::percent_decode_str;
use tower_http::catch_panic::ResponseForPanic;

use crate::chooser::{asked_for, preferred};
use crate::shelf::Shelf;
use crate::{Site, address, api, headers};

/// A page about a trouble, the language of `lang` first, its ways out leading into `guide`.
pub(crate) fn page(guide: Option<&Guide>, lang: Lang, trouble: Trouble) -> Response {
    written(&ErrorPage::new(guide, lang, trouble), trouble)
}

/// The same for pages of other sites too, which could not even see otherwise that there is nothing.
pub(crate) fn for_everybody(guide: Option<&Guide>, lang: Lang, trouble: Trouble) -> Response {
    let mut response = page(guide, lang, trouble);
    headers::for_everybody(response.headers_mut());
    response
}

fn written(page: &ErrorPage<'_>, trouble: Trouble) -> Response {
    let status = StatusCode::from_u16(trouble.status()).expect("every trouble has a real status");
    let html = page.render().expect("writing to a string cannot fail");
    let mut response = (status, [(CACHE_CONTROL, "no-store")], Html(html)).into_response();
    if let Some(seconds) = trouble.retry_after() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// The same for who asked: in the week and language their address names, else the current week and what their browser asks for.
/// Programs get what programs read.
pub(crate) fn answer(site: &Site, request: &Request, trouble: Trouble) -> Response {
    if request.uri().path().starts_with(url::API) {
        return api::trouble(trouble, request.headers());
    }
    let week = address::week_in(request.uri().path());
    around(&site.shelf(), week.as_deref(), request, trouble)
}

/// The same with the shelf at hand. Who found nothing is offered what there is of its kind: the weeks, the days, or a search for what
/// the address names.
pub(crate) fn around(shelf: &Shelf, week: Option<&str>, request: &Request, trouble: Trouble) -> Response {
    let (path, lang) = (request.uri().path(), asked_for(request));
    let error = ErrorPage::new(shelf.around(week), lang, trouble);
    if trouble != Trouble::NotFound {
        return written(&error, trouble);
    }
    if week.is_some_and(|week| shelf.edition(week).is_none()) {
        return written(&error.offering_weeks(shelf.editions().map(|edition| edition.guide())), trouble);
    }
    let (_, Some(_)) = named_in(path) else { return written(&error, trouble) };
    let error = match named_below_language(path)[..] {
        ["programme", ..] => error.offering_days(),
        // A section without anything below it names no one thing.
        ["people" | "sessions"] => error.looking_for(""),
        _ => error.looking_for(&words_in(path)),
    };
    written(&error, trouble)
}

/// The segments of a path after its language.
fn named_below_language(path: &str) -> Vec<&str> {
    let segments = path.split('/').skip_while(|segment| Lang::from_code(segment).is_none());
    segments.skip(1).collect()
}

/// The last segment of a path as words: `/en/sessions/ai-in-harbours` asks for `ai in harbours`.
fn words_in(path: &str) -> String {
    let last = path.rsplit('/').find(|segment| !segment.is_empty()).unwrap_or_default();
    let words = percent_decode_str(last).decode_utf8_lossy();
    words.chars().map(|c| if matches!(c, '-' | '_' | '.' | '+') { ' ' } else { c }).collect()
}

/// Nothing is at this address; one with a stray slash at its end leads to the one without.
pub(crate) async fn not_found(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path();
    // One leading slash and no more: "//host/" would lead to another site.
    if let Some(bare) = path.strip_suffix('/').filter(|bare| !bare.is_empty() && !bare.starts_with("//")) {
        return Redirect::permanent(bare).into_response();
    }
    answer(&site, &request, Trouble::NotFound)
}

/// Nothing is at an address that spells no text: what would take it apart for a handler refuses it in bare words of its own.
pub(crate) async fn legible(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if percent_decode_str(request.uri().path()).decode_utf8().is_err() {
        return answer(&site, &request, Trouble::NotFound);
    }
    next.run(request).await
}

/// The address answers other methods. (The router itself names them in `Allow`.)
pub(crate) async fn method(State(site): State<Arc<Site>>, request: Request) -> Response {
    answer(&site, &request, Trouble::Method)
}

/// A handler panicked: the person reads a page, the log what happened.
#[derive(Clone)]
pub(crate) struct Panicked(pub(crate) Arc<Site>);

impl ResponseForPanic for Panicked {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, _: Box<dyn Any + Send + 'static>) -> axum::http::Response<Body> {
        // The panic's own words may quote what somebody uploaded; the hook has printed the place already.
        tracing::error!("a request panicked");
        page(self.0.shelf().around(None), preferred(&HeaderMap::new()), Trouble::Ours)
    }
}
