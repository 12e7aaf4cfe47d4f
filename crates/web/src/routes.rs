//! The whole URL map on one page.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use festoon_guide::pages::check::LARGEST_CHECK_BYTES;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::front::Front;
use crate::{
    Site, api, cards, check, chooser, cross_site, device, errors, files, headers, log, near, notices,
    outlets, plan, public, readiness, search, uploads, widget,
};

/// Room for the form's own lines beside the files.
const FORM_BYTES: usize = 64 * 1024;

/// The server as a router, for whoever wants to put it into another or to ask it without a network.
pub fn router(site: Arc<Site>) -> Router {
    Router::new().fallback_service(Front::new(site))
}

/// Every address the server answers.
pub(crate) fn routes(site: Arc<Site>) -> Router {
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
        .route("/plans/{key}", get(plan::copy))
        .route("/plans/{key}/deletion", post(plan::delete))
        .route("/api/v1/openapi.json", api::read(api::openapi))
        .route("/api/v1/weeks", api::read(api::weeks))
        .route("/api/v1/weeks/{week}", api::read(api::week))
        .route("/api/v1/weeks/{week}/search", api::read(api::search))
        .route("/api/v1/weeks/{week}/{table}", api::read(api::list))
        .route("/api/v1/weeks/{week}/{table}/{key}", api::read(api::one))
        .route("/worker.js", get(device::worker))
        .route("/icons/{name}", get(device::icon))
        .route("/widget.js", api::read(widget::widget))
        .route("/assets/{name}", get(files::asset))
        .route("/uploads/{name}", get(uploads::upload))
        .route("/robots.txt", get(outlets::robots))
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

/// A week's addresses: the current one's without a prefix, each one's for ever under its name. Merged rather than nested, so that
/// handlers see the address as it was asked for.
fn week(prefix: &str) -> Router<Arc<Site>> {
    let at = |rest: &str| format!("{prefix}{rest}");
    Router::new()
        .route(&at("/{lang}"), get(public::week))
        .route(&at("/{lang}/programme"), get(public::programme))
        .route(&at("/{lang}/programme/{day}"), get(public::day))
        .route(&at("/{lang}/programme/{day}/grid"), get(public::grid))
        .route(&at("/{lang}/programme/{day}/{stretch}"), get(public::stretch))
        .route(&at("/{lang}/activities"), get(public::activities))
        .route(&at("/{lang}/activities/{key}"), get(public::activity))
        .route(&at("/{lang}/sessions/{key}"), get(public::session))
        .route(&at("/{lang}/people/{key}"), get(public::person))
        .route(&at("/{lang}/venues"), get(public::venues))
        .route(&at("/{lang}/venues/{key}"), get(public::venue))
        .route(&at("/{lang}/figures"), get(public::figures))
        .route(&at("/{lang}/figures/{key}"), get(public::figure))
        .route(&at("/{lang}/near"), get(near::near))
        .route(&at("/{lang}/search"), get(search::search))
        .route(&at("/{lang}/plan"), get(plan::plan).post(plan::publish))
        .route(&at("/{lang}/accessibility"), get(public::accessibility))
        .route(&at("/{lang}/offline"), get(public::offline))
        .route(&at("/schedule.xml"), get(outlets::schedule_xml))
        .route(&at("/schedule.json"), get(outlets::schedule_json))
        .route(&at("/opass/session.json"), get(outlets::opass))
        .route(&at("/calendar.ics"), get(outlets::calendar))
        .route(&at("/programme/{key}/calendar.ics"), get(outlets::calendar))
        .route(&at("/activities/{key}/calendar.ics"), get(outlets::calendar))
        .route(&at("/parts/{key}/calendar.ics"), get(outlets::calendar))
        .route(&at("/sessions/{key}/calendar.ics"), get(outlets::calendar))
        .route(&at("/venues/{key}/calendar.ics"), get(outlets::calendar))
        .route(&at("/people/{key}/calendar.ics"), get(outlets::calendar))
        .route(&at("/feed.atom"), get(outlets::feed))
        .route(&at("/sitemap.xml"), get(outlets::sitemap))
        .route(&at("/cards/{kind}/{name}"), get(cards::card))
        .route(&at("/manifest.webmanifest"), get(device::manifest))
        .route(&at("/notices.json"), get(notices::notices))
        .route(&at("/roads.json"), get(outlets::roads))
}
