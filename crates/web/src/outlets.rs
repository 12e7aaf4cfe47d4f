//! What programs read: schedules, calendars, the feed, the map of all pages.

use axum::extract::{Request, State};
use axum::response::Response;
use festoon_guide::pages::error::Trouble;

use crate::errors;
use crate::public::Here;

/// To be filled in.
pub(crate) async fn schedule_xml(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn schedule_json(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn opass(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn calendar(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn feed(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn sitemap(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn robots(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}

/// To be filled in.
pub(crate) async fn roads(State(site): Here, request: Request) -> Response {
    errors::answer(&site, &request, Trouble::NotFound)
}
