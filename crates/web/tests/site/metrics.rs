//! What a supervisor is told, and what it must not be.

use axum::http::StatusCode;

use super::{get, header, site};

fn kept(metrics: &str) -> u64 {
    let line = metrics.lines().find(|line| line.starts_with("festoon_kept_bytes{")).expect("a gauge");
    line.rsplit(' ').next().and_then(|value| value.parse().ok()).expect("a number")
}

#[tokio::test]
async fn what_is_kept_is_told_in_bytes_and_grows_with_what_is_asked_for() {
    let site = site();
    let (status, headers, before) = get(&site, "/metrics").await;
    assert_eq!((status, header(&headers, "cache-control")), (StatusCode::OK, "no-store"));
    let (_, _, page) = get(&site, "/zh/activities").await;
    let (_, _, after) = get(&site, "/metrics").await;
    assert_eq!(kept(&before), 0);
    assert!(kept(&after) > page.len() as u64, "{after}");
    assert!(after.contains("festoon_kept_bytes_limit 100663296"), "{after}");
}
