//! Styles, behaviours and pictures, and the two files for machines.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use festoon_guide::assets;
use festoon_guide::pages::error::Trouble;

use crate::chooser::preferred;
use crate::{Site, errors};

/// A browser fetches what a page links to; the name carries the content's hash, so it may be kept for a year.
pub(crate) async fn asset(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let Some(asset) = assets::named(&name) else {
        return errors::page(&site, preferred(request.headers()), Trouble::NotFound);
    };
    let headers = [(CONTENT_TYPE, asset.media_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, asset.content.as_str()).into_response()
}

/// A crawler asks what it may read: everything that is public.
pub(crate) async fn robots() -> &'static str {
    "User-agent: *\nAllow: /\n"
}

/// A supervisor asks whether the server lives.
pub(crate) async fn health() -> impl IntoResponse {
    ([(CACHE_CONTROL, "no-store")], "ok\n")
}
