//! `/widget.js`: what other sites put on their pages.
//!
//! Its address is in other people's pages and never changes, so its content may be an hour old and no more.

use axum::extract::{Request, State};
use axum::response::Response;
use festoon_guide::assets::WIDGET;

use crate::kept::{Reach, Rendered};
use crate::public::Here;
use crate::shelf::Whole;

const FOR_AN_HOUR: &str = "public, max-age=3600";

/// A page of another site fetches the script.
pub(crate) async fn widget(State(site): Here, request: Request) -> Response {
    let kept = site.shelf().whole(Whole::Widget, |since| {
        let script = Rendered {
            body: WIDGET.as_bytes().to_vec(),
            media_type: "text/javascript; charset=utf-8",
            lang: None,
            reach: Reach::Everybody,
        };
        since.dates(script).cached(FOR_AN_HOUR)
    });
    kept.answer(request.headers())
}
