//! Styles, behaviours and pictures, and the two files for machines.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, IF_NONE_MATCH};
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

/// Whether the asker holds this very thing already. Tags are compared weakly, as RFC 9110 asks for GET.
pub(crate) fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|tag| tag.trim() == "*" || bare(tag) == bare(etag))
}
