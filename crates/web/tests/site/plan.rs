//! Plans and what is near, as a visitor and a stranger's script ask for them.

use std::collections::HashSet;
use std::num::NonZeroU32;

use axum::Router;
use axum::http::StatusCode;
use festoon_guide::{Frozen, Guide, Imprint, Origin};
use festoon_web::{Edition, Shelf};

use crate::{get, header, records, serving};

/// The sample week, its occurrences numbered from 1.
fn site() -> Router {
    let mut records = records();
    for (number, occurrence) in (1..).zip(&mut records.programme.occurrences) {
        occurrence.number = NonZeroU32::new(number);
    }
    let guide = Guide::of(Frozen::of(records), Imprint::unreleased(Origin::default()));
    let slug = guide.programme().week.slug.clone();
    serving(Shelf::default().with(Edition::new(&guide, HashSet::new())).turned_to(&slug)).0
}

#[tokio::test]
async fn the_own_plan_is_one_page_for_everybody_and_a_shared_one_is_kept_nowhere() {
    let site = site();
    let (status, headers, html) = get(&site, "/zh/plan").await;
    assert_eq!(status, StatusCode::OK);
    assert!(header(&headers, "etag").starts_with("W/") && html.contains("日程里还没有场次"));

    let (status, headers, html) = get(&site, "/zh/plan?o=1.2").await;
    assert_eq!((status, header(&headers, "cache-control")), (StatusCode::OK, "no-store"));
    assert_eq!(html.matches("class=\"plan-entry\"").count(), 2);
    assert!(html.contains("content=\"noindex\""));
}

#[tokio::test]
async fn absurd_links_are_answered_within_bounds() {
    let site = site();
    let long = format!("/en/plan?o={}", "1.".repeat(5000));
    let many = format!("/en/plan?o={}", (1..2000).map(|n: u32| n.to_string()).collect::<Vec<_>>().join("."));
    let odd = [
        "/en/plan?o=",
        "/en/plan?o=..",
        "/en/plan?o=%ff%00",
        "/en/plan?o=1&o=2",
        "/en/plan?o=-1.0.99999999999",
    ];
    for address in odd.into_iter().chain([long.as_str(), many.as_str()]) {
        let (status, _, html) = get(&site, address).await;
        assert_eq!(status, StatusCode::OK, "{}", &address[..40.min(address.len())]);
        assert!(html.len() < 600_000, "{}", html.len());
    }
    let (_, _, html) = get(&site, &many).await;
    assert!(html.contains("only the first 200 were read"));
    assert_eq!(get(&site, "/fr/plan?o=1").await.0, StatusCode::NOT_FOUND);
    assert_eq!(get(&site, "/w/nowhere/zh/plan?o=1").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_device_asks_whether_what_it_keeps_still_holds() {
    let (status, headers, body) = get(&site(), "/en/plan?o=1.4000000000&part=entries").await;
    assert_eq!((status, header(&headers, "content-type")), (StatusCode::OK, "application/json"));
    let answer: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(answer["entries"][0]["number"], 1);
    assert_eq!((&answer["unknown"][0], &answer["release"]), (&4_000_000_000_u32.into(), &0.into()));
}

#[tokio::test]
async fn another_time_and_place_may_be_looked_at_and_what_makes_no_sense_is_told() {
    let site = site();
    for (address, status, says) in [
        ("/en/near", 200, "Look at one of its days"),
        ("/en/near?at=2021-06-22T10:00", 200, "as if it were 22 June 2021, 10:00"),
        ("/zh/near?at=2021-06-22T10:00&from=baijia-lake-hotel", 200, "就在这里"),
        ("/en/near?at=yesterday", 400, "Write it like"),
        ("/en/near?at=9998-12-31T23:59", 200, "nothing is on now or soon"),
        ("/en/near?at=9999-12-31T23:59", 400, "Write it like"),
        ("/en/near?from=singlemessage&isappinstalled=0", 200, "Look at one of its days"),
        ("/en/near?from=nowhere", 404, "Choose one from the list"),
        ("/fr/near", 404, "near"),
    ] {
        let (found, headers, html) = get(&site, address).await;
        assert_eq!(found.as_u16(), status, "{address}");
        assert!(html.contains(says), "{address}: {html}");
        if status == 200 {
            assert_eq!(header(&headers, "cache-control"), "public, max-age=20", "{address}");
        }
    }
    let long = format!("/en/near?from={}", "x".repeat(10_000));
    assert_eq!(get(&site, &long).await.0, StatusCode::NOT_FOUND);
}
