//! The whole URL map on one page.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use festoon_guide::pages::check::LARGEST_CHECK_BYTES;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::{Site, check, chooser, cross_site, errors, files, headers, log, public, readiness, uploads};

/// Room for the form's own lines beside the files.
const FORM_BYTES: usize = 64 * 1024;

/// Every address the server answers.
pub fn router(site: Arc<Site>) -> Router {
    let checking = Router::new()
        .route("/{lang}/check", post(check::report))
        .layer(DefaultBodyLimit::max(LARGEST_CHECK_BYTES + FORM_BYTES));

    Router::new()
        .route("/", get(chooser::choose))
        .merge(week(""))
        .route("/w/{week}", get(chooser::choose))
        .merge(week("/w/{week}"))
        .route("/{lang}/check", get(check::form))
        .merge(checking)
        .route("/assets/{name}", get(files::asset))
        .route("/uploads/{name}", get(uploads::upload))
        .route("/robots.txt", get(files::robots))
        .route("/healthz", get(files::health))
        .route("/readyz", get(readiness::ready))
        .fallback(errors::not_found)
        .method_not_allowed_fallback(errors::method)
        .layer(from_fn_with_state(site.clone(), cross_site::refuse))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(errors::Panicked(site.clone())))
        .layer(from_fn(headers::secure))
        .layer(from_fn(log::line))
        .with_state(site)
}

/// A week's pages: the current one's without a prefix, each one's for ever under its name. Merged rather than nested, so that
/// handlers see the address as it was asked for.
fn week(prefix: &str) -> Router<Arc<Site>> {
    let at = |rest: &str| format!("{prefix}{rest}");
    Router::new()
        .route(&at("/{lang}"), get(public::week))
        .route(&at("/{lang}/programme"), get(public::programme))
        .route(&at("/{lang}/programme/{day}"), get(public::day))
        .route(&at("/{lang}/activities"), get(public::activities))
        .route(&at("/{lang}/activities/{key}"), get(public::activity))
        .route(&at("/{lang}/sessions/{key}"), get(public::session))
        .route(&at("/{lang}/figures"), get(public::figures))
        .route(&at("/{lang}/figures/{key}"), get(public::figure))
}
