//! `/api/v1`: weeks as JSON, for programs.

use axum::extract::{Request, State};
use axum::response::Response;
use festoon_guide::pages::error::Trouble;

use crate::errors;
use crate::public::Here;

/// To be filled in.
pub(crate) async fn openapi(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn weeks(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn week(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn list(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn one(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn search(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}
