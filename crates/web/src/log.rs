//! One line a request: method, path, status, milliseconds. No query, no address of the asker, no file names.

use std::time::Instant;

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

/// Logs a request once it is answered.
pub(crate) async fn line(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = request.uri().path().to_owned();

    let response = next.run(request).await;

    say(&method, &path, &response, started);
    response
}

/// Logs a request that was answered from what is kept.
pub(crate) fn kept(request: &Request, response: &Response) {
    if tracing::enabled!(tracing::Level::INFO) {
        say(request.method(), request.uri().path(), response, Instant::now());
    }
}

fn say(method: &Method, path: &str, response: &Response, started: Instant) {
    let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
    let status = response.status().as_u16();
    tracing::info!(%method, path, status, ms = format_args!("{milliseconds:.1}"), "request");
}
