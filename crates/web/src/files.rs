//! Styles, behaviours and pictures, and the two files for machines.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use festoon_guide::assets;
use festoon_guide::pages::error::Trouble;

use crate::{Site, errors};

/// For what lies under its content's hash.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A browser fetches what a page links to; the name carries the content's hash, so it may be kept for a year.
pub(crate) async fn asset(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let Some(asset) = assets::named(&name) else {
        return errors::answer(&site, &request, Trouble::NotFound);
    };
    let headers = [(CONTENT_TYPE, asset.media_type), (CACHE_CONTROL, FOR_EVER)];
    (headers, asset.content.as_str()).into_response()
}

/// A supervisor asks whether the process lives: what else is amiss, a restart would not mend.
pub(crate) async fn health() -> impl IntoResponse {
    ([(CACHE_CONTROL, "no-store")], "ok\n")
}
