//! The whole URL map on one page.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, post};
use festoon_guide::pages::check::LARGEST_CHECK_BYTES;
use festoon_guide::pages::claims::LARGEST_CLAIMS_BYTES;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::front::Front;
use crate::{
    Site, api, cards, check, chooser, claims, cross_site, device, errors, files, headers, log, metrics, near,
    notices, outlets, plan, plan_copies, programme, public, readiness, search, uploads, widget,
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

    let claiming = Router::new()
        .route("/{lang}/claims", post(claims::report))
        .layer(DefaultBodyLimit::max(LARGEST_CLAIMS_BYTES + FORM_BYTES));

    Router::new()
        .route("/", get(chooser::choose))
        .merge(week(""))
        .route("/w/{week}", get(chooser::choose))
        .merge(week("/w/{week}"))
        .route("/{lang}/check", get(check::form))
        .merge(checking)
        .route("/{lang}/claims", get(claims::form))
        .route("/{lang}/claims/figures.txt", get(claims::manual))
        .merge(claiming)
        .route("/plans/{key}", get(plan_copies::read))
        .route(
            "/plans/{key}/deletion",
            get(plan_copies::deleted)
                .post(plan_copies::delete)
                .layer(DefaultBodyLimit::max(plan_copies::FORM_BYTES)),
        )
        .route("/api/v1/openapi.json", outlet(get(api::openapi)))
        .route("/api/v1/weeks", outlet(get(api::weeks)))
        .route("/api/v1/weeks/{week}", outlet(get(api::week)))
        .route("/api/v1/weeks/{week}/search", outlet(get(api::search)))
        .route("/api/v1/weeks/{week}/{table}", outlet(get(api::list)))
        .route("/api/v1/weeks/{week}/{table}/{key}", outlet(get(api::one)))
        .route("/worker.js", get(device::worker))
        .route("/icons/{name}", get(device::icon))
        .route("/widget.js", outlet(get(widget::widget)))
        .route("/assets/{name}", get(files::asset))
        .route("/uploads/{name}", get(uploads::upload))
        .route("/robots.txt", outlet(get(outlets::robots)))
        .route("/healthz", get(files::health))
        .route("/readyz", get(readiness::ready))
        .route("/metrics", get(metrics::metrics))
        .fallback(errors::not_found)
        .method_not_allowed_fallback(errors::method)
        .layer(from_fn_with_state(site.clone(), errors::legible))
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
    let plan_page = get(plan::plan).post(plan_copies::publish);
    let plan_page = plan_page.layer(DefaultBodyLimit::max(plan_copies::FORM_BYTES));
    Router::new()
        .route(&at("/{lang}"), get(public::week))
        .route(&at("/{lang}/programme"), get(programme::overview))
        .route(&at("/{lang}/programme/{day}"), get(programme::day))
        .route(&at("/{lang}/programme/{day}/grid"), get(programme::grid))
        .route(&at("/{lang}/programme/{day}/{stretch}"), get(programme::stretch))
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
        .route(&at("/{lang}/plan"), plan_page)
        .route(&at("/{lang}/accessibility"), get(public::accessibility))
        .route(&at("/{lang}/offline"), get(public::offline))
        .route(&at("/schedule.xml"), outlet(get(outlets::schedule_xml)))
        .route(&at("/schedule.json"), outlet(get(outlets::schedule_json)))
        .route(&at("/opass/session.json"), outlet(get(outlets::opass)))
        .route(&at("/calendar.ics"), outlet(get(outlets::calendar)))
        .route(&at("/programme/{day}/calendar.ics"), outlet(get(outlets::day)))
        .route(&at("/activities/{key}/calendar.ics"), outlet(get(outlets::activity)))
        .route(&at("/parts/{key}/calendar.ics"), outlet(get(outlets::part)))
        .route(&at("/sessions/{key}/calendar.ics"), outlet(get(outlets::session)))
        .route(&at("/venues/{key}/calendar.ics"), outlet(get(outlets::venue)))
        .route(&at("/people/{key}/calendar.ics"), outlet(get(outlets::person)))
        .route(&at("/{lang}/programme/{day}/calendar.ics"), outlet(get(outlets::day)))
        .route(&at("/{lang}/activities/{key}/calendar.ics"), outlet(get(outlets::activity)))
        .route(&at("/{lang}/parts/{key}/calendar.ics"), outlet(get(outlets::part)))
        .route(&at("/{lang}/sessions/{key}/calendar.ics"), outlet(get(outlets::session)))
        .route(&at("/{lang}/venues/{key}/calendar.ics"), outlet(get(outlets::venue)))
        .route(&at("/{lang}/people/{key}/calendar.ics"), outlet(get(outlets::person)))
        .route(&at("/feed.atom"), outlet(get(outlets::feed)))
        .route(&at("/sitemap.xml"), outlet(get(outlets::sitemap)))
        .route(&at("/sitemaps/{name}"), outlet(get(outlets::sitemap_file)))
        .route(&at("/cards/{kind}/{name}"), outlet(get(cards::card)))
        .route(&at("/manifest.webmanifest"), outlet(get(device::manifest)))
        .route(&at("/notices.json"), outlet(get(notices::notices)))
        .route(&at("/roads.json"), outlet(get(outlets::roads)))
}

/// Something for programs, which pages of other sites may read too: they ask first whether they may.
fn outlet(reading: MethodRouter<Arc<Site>>) -> MethodRouter<Arc<Site>> {
    reading.options(headers::preflight)
}
