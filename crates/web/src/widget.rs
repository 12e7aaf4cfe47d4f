//! `/widget.js`: what other sites put on their pages.
//!
//! Its address is in other people's pages and never changes, so its content may be an hour old and no more.

use std::sync::LazyLock;

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use festoon_guide::assets::WIDGET;

use crate::kept::{Kept, Reach, Rendered};

const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// A page of another site fetches the script.
pub(crate) async fn widget(request: Request) -> Response {
    static KEPT: LazyLock<Kept> = LazyLock::new(|| {
        Kept::of_no_week(Rendered {
            body: WIDGET.as_bytes().to_vec(),
            media_type: "text/javascript; charset=utf-8",
            lang: None,
            reach: Reach::Everybody,
        })
    });
    let mut response = KEPT.answer(request.headers());
    response.headers_mut().insert(CACHE_CONTROL, FOR_AN_HOUR);
    response
}
