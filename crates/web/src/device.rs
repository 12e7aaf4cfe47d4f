//! What a phone needs to keep the guide: the manifest, the service worker, the icons.

use axum::extract::{Request, State};
use axum::response::Response;
use festoon_guide::pages::error::Trouble;

use crate::errors;
use crate::public::Here;

/// To be filled in.
pub(crate) async fn manifest(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn worker(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn icon(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}
