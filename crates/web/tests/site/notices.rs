//! Notices on pages and as open pages ask for them.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use festoon_app::notices::Over;
use festoon_domain::notice::Notice;
use festoon_domain::text::Text;
use festoon_guide::{Frozen, Guide, Imprint, Origin, Release};
use festoon_web::{Edition, Shelf, Site};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{answer, get, header, records, serving};

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn storm() -> Notice {
    Notice {
        number: 4,
        text: Text::new("台风预警：<户外>活动暂停。", "Typhoon warning: <outdoor> events are suspended."),
        posted: at("2021-06-21T02:00:00Z"),
        ends: Some(at("2021-06-21T12:00:00Z")),
    }
}

fn week() -> (Router, Arc<Site>) {
    let release = Release { number: 3, at: at("2021-06-20T10:05:00Z") };
    let imprint = Imprint::of_release(Origin::default(), "jiangning-2021", release);
    let guide = Guide::of(Frozen::of(records()), imprint);
    serving(Shelf::default().with(Edition::new(&guide, HashSet::new())).turned_to("jiangning-2021"))
}

/// Puts notices over the week, since a time.
fn put(site: &Site, notices: Vec<Notice>, changed: &str) {
    let over = Over { notices, changed: at(changed) };
    site.change(|shelf| shelf.under(BTreeMap::from([("jiangning-2021".to_owned(), over)]), at(changed)));
}

async fn asked(router: &Router, address: &str, name: &str, value: &str) -> StatusCode {
    let request = Request::get(address).header(name, value).body(Body::empty()).expect("a request");
    answer(router, request).await.0
}

#[tokio::test]
async fn a_notice_stands_on_every_page_of_its_week_in_the_readers_language() {
    let (router, site) = week();
    put(&site, vec![storm()], "2021-06-21T02:00:00Z");
    for (address, words, posted) in [
        ("/zh", "台风预警：&lt;户外&gt;活动暂停。", "2021年6月21日 10:00"),
        ("/w/jiangning-2021/zh/programme", "台风预警：&lt;户外&gt;活动暂停。", "2021年6月21日 10:00"),
        ("/en/sessions/no-such", "Typhoon warning: &lt;outdoor&gt; events", "21 June 2021, 10:00"),
        ("/en/accessibility", "Typhoon warning: &lt;outdoor&gt; events", "21 June 2021, 10:00"),
    ] {
        let (_, _, html) = get(&router, address).await;
        let banner = html.split("class=\"notices\"").nth(1).and_then(|rest| rest.split("</div>").next());
        let banner = banner.expect("every page has a place for notices");
        assert!(banner.contains(words) && banner.contains(posted), "{address}: {banner}");
        assert!(!banner.split('>').next().expect("a tag").ends_with("hidden"), "{banner}");
    }
    put(&site, Vec::new(), "2021-06-21T03:00:00Z");
    let (_, _, html) = get(&router, "/zh").await;
    assert!(!html.contains("台风预警"));
}

#[tokio::test]
async fn an_open_page_is_told_once_and_then_that_nothing_changed() {
    let (router, site) = week();
    let (status, headers, nothing) = get(&router, "/notices.json").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(header(&headers, "cache-control"), "no-cache");
    assert_eq!(header(&headers, "access-control-allow-origin"), "*");
    assert_eq!(header(&headers, "access-control-expose-headers"), "etag, last-modified");
    assert_eq!(header(&headers, "last-modified"), "Sun, 20 Jun 2021 10:05:00 GMT");
    let told: Value = serde_json::from_str(&nothing).expect("JSON");
    assert_eq!(
        told,
        json!({ "week": "jiangning-2021", "release": 3, "now": "1970-01-01T00:00:00Z", "notices": [] })
    );
    let before = header(&headers, "etag").to_owned();
    for address in ["/notices.json", "/w/jiangning-2021/notices.json"] {
        assert_eq!(asked(&router, address, "if-none-match", &before).await, StatusCode::NOT_MODIFIED);
    }

    put(&site, vec![storm()], "2021-06-21T02:00:00Z");
    assert_eq!(asked(&router, "/notices.json", "if-none-match", &before).await, StatusCode::OK);
    let (_, _, told) = get(&router, "/w/jiangning-2021/notices.json").await;
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let notice = json!({
        "number": 4,
        "text": { "zh": "台风预警：<户外>活动暂停。", "en": "Typhoon warning: <outdoor> events are suspended." },
        "posted": "2021-06-21T02:00:00Z",
        "said": { "zh": "2021年6月21日 10:00", "en": "21 June 2021, 10:00" },
        "ends": "2021-06-21T12:00:00Z",
    });
    assert_eq!(told["notices"], json!([notice]));
    assert_eq!(get(&router, "/w/nowhere/notices.json").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_asks_by_date_is_told_of_a_notice_that_went() {
    let (router, site) = week();
    put(&site, vec![storm()], "2021-06-21T02:00:00Z");
    let (_, headers, _) = get(&router, "/zh").await;
    let modified = header(&headers, "last-modified").to_owned();
    assert_eq!(modified, "Mon, 21 Jun 2021 02:00:00 GMT");
    assert_eq!(asked(&router, "/zh", "if-modified-since", &modified).await, StatusCode::NOT_MODIFIED);
    put(&site, Vec::new(), "2021-06-21T03:00:00Z");
    assert_eq!(asked(&router, "/zh", "if-modified-since", &modified).await, StatusCode::OK);
}

#[tokio::test]
async fn two_changes_within_a_second_are_told_apart() {
    let (router, site) = week();
    put(&site, vec![storm()], "2021-06-21T02:00:00.2Z");
    let (_, headers, _) = get(&router, "/zh").await;
    let (tag, date) = (header(&headers, "etag").to_owned(), "Mon, 21 Jun 2021 02:00:00 GMT");
    put(&site, Vec::new(), "2021-06-21T02:00:00.8Z");
    for address in ["/zh", "/notices.json", "/calendar.ics?lang=zh"] {
        assert_eq!(asked(&router, address, "if-modified-since", date).await, StatusCode::OK, "{address}");
        assert!(!get(&router, address).await.1.contains_key("last-modified"), "{address}");
    }
    let (_, headers, _) = get(&router, "/zh").await;
    assert_ne!(header(&headers, "etag"), tag);
    assert_eq!(
        asked(&router, "/zh", "if-none-match", header(&headers, "etag")).await,
        StatusCode::NOT_MODIFIED
    );

    put(&site, vec![storm()], "2021-06-21T02:00:01Z");
    let (_, headers, _) = get(&router, "/zh").await;
    assert_eq!(header(&headers, "last-modified"), "Mon, 21 Jun 2021 02:00:01 GMT");
    assert_eq!(asked(&router, "/zh", "if-modified-since", date).await, StatusCode::OK);
}

#[tokio::test]
async fn a_release_that_is_older_than_the_notice_over_it_is_not_taken_for_what_was_there_before() {
    let (router, site) = week();
    put(&site, vec![storm()], "2021-06-21T02:00:00Z");
    let (_, headers, _) = get(&router, "/zh").await;
    let date = header(&headers, "last-modified").to_owned();

    let release = Release { number: 4, at: at("2021-06-21T01:59:50Z") };
    let imprint = Imprint::of_release(Origin::default(), "jiangning-2021", release);
    let next = Guide::of(Frozen::of(records()), imprint).under(Arc::new([storm()]));
    site.change(|shelf| shelf.with(Edition::new(&next, HashSet::new())));
    assert_eq!(asked(&router, "/zh", "if-modified-since", &date).await, StatusCode::OK);

    // What is learnt later of its past makes it no other release.
    let known = at("2021-06-21T02:00:09Z");
    site.change(|shelf| shelf.remembering("jiangning-2021", release, Arc::default(), known));
    assert_eq!(asked(&router, "/zh", "if-modified-since", &date).await, StatusCode::OK);
}
