//! `/metrics`: figures for whoever watches over the server, in the text format that Prometheus reads.
//!
//! Weeks, releases and bytes; nothing of who asked for what.

use std::fmt::Write as _;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;

use crate::cache::MOST_BYTES;
use crate::public::Here;

/// A supervisor asks how the server stands.
pub(crate) async fn metrics(State(site): Here) -> impl IntoResponse {
    let mut text = String::new();
    let mut gauge = |name: &str, help: &str, values: Vec<(String, u64)>| {
        // A string takes whatever is written to it.
        let _written = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n");
        for (labels, value) in values {
            let _written = writeln!(text, "{name}{labels} {value}");
        }
    };
    let shelf = site.shelf();
    let each = |value: &dyn Fn(&crate::Edition) -> u64| {
        let editions = shelf.editions().map(|edition| {
            let slug = &edition.guide().programme().week.slug;
            (format!("{{week=\"{}\"}}", slug.replace(['"', '\\', '\n'], "_")), value(edition))
        });
        editions.collect::<Vec<_>>()
    };
    gauge(
        "festoon_release",
        "Number of the release that is shown.",
        each(&|edition| edition.guide().release().map_or(0, |release| u64::from(release.number))),
    );
    gauge("festoon_kept_bytes", "Bytes of answers kept in memory.", each(&|edition| edition.bytes_kept()));
    gauge("festoon_kept_bytes_limit", "At most so many are kept, a week.", vec![(String::new(), MOST_BYTES)]);
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8"), (CACHE_CONTROL, "no-store")], text)
}
