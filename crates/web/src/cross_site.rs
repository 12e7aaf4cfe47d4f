//! Writes from other sites are refused, by what the browser says of itself; so pages need no token and stay cacheable.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use festoon_guide::pages::error::Trouble;

use crate::{Site, errors};

/// Lets reading pass, and writing only from our own pages or from programs that are no browser.
pub(crate) async fn refuse(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_reading || is_our_own(request.headers()) {
        return next.run(request).await;
    }
    errors::answer(&site, &request, Trouble::CrossSite)
}

/// `Sec-Fetch-Site` decides where there is one; older browsers send `Origin`; what sends neither is no browser.
fn is_our_own(headers: &HeaderMap) -> bool {
    let text =
        |name| headers.get(name).map(|value: &axum::http::HeaderValue| value.to_str().unwrap_or_default());
    if let Some(site) = headers.get("sec-fetch-site") {
        return matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = text(ORIGIN) else { return true };
    let host_of_origin = origin.split_once("://").map(|(_, host)| host);
    host_of_origin.is_some() && host_of_origin == text(HOST)
}
