//! One line a request: method, path, status, milliseconds. No query, no address of the asker, no file names.

use std::time::Instant;

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use festoon_guide::url::PLANS;

/// Logs a request once it is answered.
pub(crate) async fn line(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = request.uri().path().to_owned();

    let response = next.run(request).await;

    say(&method, &path, &response, started);
    response
}

/// When a request came that may be answered from what is kept; nothing where nobody reads the log.
pub(crate) fn came() -> Option<Instant> {
    tracing::enabled!(tracing::Level::INFO).then(Instant::now)
}

/// Logs a request that was answered from what is kept.
pub(crate) fn kept(request: &Request, response: &Response, came: Option<Instant>) {
    if let Some(came) = came {
        say(request.method(), request.uri().path(), response, came);
    }
}

/// A path without what is secret in it: the key of a published plan is all that is needed to read it.
fn without_keys(path: &str) -> &str {
    if path.starts_with(PLANS) { PLANS } else { path }
}

fn say(method: &Method, path: &str, response: &Response, started: Instant) {
    let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
    let (status, path) = (response.status().as_u16(), without_keys(path));
    tracing::info!(%method, path, status, ms = format_args!("{milliseconds:.1}"), "request");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_a_plan_is_in_no_log() {
        assert_eq!(without_keys("/plans/46df8e39.ics"), "/plans/");
        assert_eq!(without_keys("/plans/46df8e39/deletion"), "/plans/");
        assert_eq!(without_keys("/zh/plan"), "/zh/plan");
    }
}
