//! `/{lang}/plan`: a visitor's own plan, kept on their device.

use axum::extract::{Request, State};
use axum::response::Response;
use festoon_guide::pages::error::Trouble;

use crate::errors;
use crate::public::Here;

/// To be filled in.
pub(crate) async fn plan(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}
