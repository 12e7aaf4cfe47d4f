//! Errors as pages that help the person out, in both languages.

use std::any::Any;
use std::sync::Arc;

use askama::Template as _;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::pages::error::{ErrorPage, Trouble};
use festoon_guide::url::{self, named_in};
use tower_http::catch_panic::ResponseForPanic;

use crate::chooser::{asked_for, preferred};
use crate::{Site, api};

/// A page about a trouble, the language of `lang` first, its ways out leading into `guide`.
pub(crate) fn page(guide: Option<&Guide>, lang: Lang, trouble: Trouble) -> Response {
    let status = StatusCode::from_u16(trouble.status()).expect("every trouble has a real status");
    let html = ErrorPage::new(guide, lang, trouble).render().expect("writing to a string cannot fail");
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
    let (week, _) = named_in(request.uri().path());
    page(site.shelf().around(week), asked_for(request), trouble)
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
