//! The programme's pages as anybody may ask for them: with filters of ours, of others, and of nobody's making.

use axum::http::StatusCode;
use festoon_guide::pages;
use festoon_guide::url::Page;

use crate::{attribute, get, guide, header, site};

#[tokio::test]
async fn a_filtered_day_is_asked_for_anew_and_leads_back_to_the_whole() {
    let site = site();
    let (_, headers, whole) = get(&site, "/en/programme/2021-06-21").await;
    assert!(header(&headers, "cache-control").contains("must-revalidate") && !whole.contains("noindex"));
    let (status, headers, some) = get(&site, "/en/programme/2021-06-21?kind=panel").await;
    assert_eq!((status, header(&headers, "cache-control")), (StatusCode::OK, "no-cache"));
    assert_eq!(header(&headers, "content-language"), "en");
    assert!(header(&headers, "content-security-policy").starts_with("default-src 'none'"));
    assert!(some.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(
        some.contains("href=\"/zh/programme/2021-06-21?kind=panel\""),
        "switching the language keeps the filter"
    );
    let lines = |html: &str| html.matches("<div class=\"line").count();
    assert!(0 < lines(&some) && lines(&some) < lines(&whole));
}

#[tokio::test]
async fn every_filter_offered_anywhere_leads_somewhere() {
    let (site, guide) = (site(), guide());
    let mut followed = 0;
    for page in pages::all(&guide) {
        let (Page::Programme | Page::Day(_) | Page::Grid(_)) = page else { continue };
        let (_, _, html) = get(&site, &guide.address(page, festoon_domain::text::Lang::Zh)).await;
        for link in attribute(&html, "href")
            .into_iter()
            .filter(|link| link.starts_with("/zh/programme") && link.contains('?'))
        {
            let (status, _, html) = get(&site, &link.replace("&#38;", "&")).await;
            assert_eq!(status, StatusCode::OK, "{link}");
            assert!(
                !html.contains("class=\"empty\"") || matches!(page, Page::Programme),
                "{link} leaves something"
            );
            followed += 1;
        }
    }
    assert!(followed > 100, "{followed}");
}

#[tokio::test]
async fn what_a_messenger_adds_to_a_link_changes_nothing() {
    let site = site();
    for address in ["/zh/programme", "/zh/programme/2021-06-21", "/zh/programme/2021-06-21/grid"] {
        let (_, headers, whole) = get(&site, address).await;
        let (status, others, same) =
            get(&site, &format!("{address}?from=singlemessage&isappinstalled=0&scene=1&venue=")).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!((header(&headers, "etag"), whole), (header(&others, "etag"), same));
    }
}

#[tokio::test]
async fn an_absurd_filter_is_a_page_that_helps_and_never_a_failure() {
    let site = site();
    let long = format!("{}venue={}", "venue=x&".repeat(500), "y".repeat(6_000));
    for place in ["/zh/programme", "/en/programme/2021-06-21", "/zh/programme/2021-06-21/grid"] {
        for query in [
            "venue=nowhere",
            "kind=%ff%fe",
            "host=%00",
            "language=../../x",
            "accessible=maybe",
            "chain=%",
            &long,
        ] {
            let (status, headers, html) = get(&site, &format!("{place}?{query}")).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{place}?{query}");
            assert_eq!(header(&headers, "cache-control"), "no-store");
            assert!(html.contains("没有这个筛选条件") && html.contains("There is no such filter"));
            assert!(html.contains("href=\"/zh/programme\"") && html.len() < 10_000);
        }
        for query in ["", "&&&==&", "%ff=%ff", "VENUE=nowhere", "venue[]=x", &"x".repeat(9_000)] {
            assert_eq!(get(&site, &format!("{place}?{query}")).await.0, StatusCode::OK, "{place}?{query}");
        }
    }
    for group in ["0", "-1", "x", "99999999999999999999", "%00"] {
        let (status, ..) = get(&site, &format!("/zh/programme/2021-06-21/grid?group={group}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{group}");
    }
    assert_eq!(get(&site, "/zh/programme/2021-06-21/grid?group=999").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_day_named_in_a_query_leads_to_its_own_address_with_the_rest_of_the_filter() {
    let site = site();
    let (status, headers, _) = get(&site, "/en/programme?day=2021-06-21&utm_source=x&kind=panel").await;
    assert_eq!(status, StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(header(&headers, "location"), "/en/programme/2021-06-21?kind=panel");
    let (_, headers, _) = get(&site, "/w/jiangning-2021/zh/programme?day=2021-06-21").await;
    assert_eq!(header(&headers, "location"), "/w/jiangning-2021/zh/programme/2021-06-21");
    for day in ["20210621", "2021-02-30", "1999-01-01", "%2F%2Felsewhere.example", "%00"] {
        let (status, ..) = get(&site, &format!("/en/programme?day={day}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{day}");
    }
}

#[tokio::test]
async fn tricks_with_paths_find_nothing_and_break_nothing() {
    let site = site();
    for path in [
        "/fr/programme/2021-06-21",
        "/zh/programme/2021-06-21/../x",
        "/zh/programme/2021-06-21/%2e%2e",
        "/zh/programme/2021-06-21/%2e%2e%2fx",
        "/zh/programme/2021-06-21/0930%00",
        "/zh/programme/2021-06-21/2460",
        "/zh/programme/2021-06-21/09:30",
        "/zh/programme/2021-06-21/GRID",
        "/zh/programme/2021-06-21/grid/x",
        "/zh/programme/2021-06-21/%ff",
        "/zh/programme/20210621/grid",
        "/zh/programme/1999-01-01/grid",
        "/zh/programme/1999-01-01/0930",
        "/zh/programme/%32021-06-21x",
        "/zh/programme/2021-06-21%00",
        "/w/nowhere/zh/programme/2021-06-21/grid",
    ] {
        let (status, ..) = get(&site, path).await;
        assert!(status.is_client_error(), "{path} is {status}");
    }
    let long = format!("/zh/programme/2021-06-21/{}", "0".repeat(6_000));
    assert_eq!(get(&site, &long).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn any_clock_of_a_short_day_leads_to_the_day() {
    let site = site();
    for clock in ["0930", "2359", "0000-7"] {
        let (status, headers, _) = get(&site, &format!("/en/programme/2021-06-21/{clock}")).await;
        assert_eq!(status, StatusCode::TEMPORARY_REDIRECT, "{clock}");
        assert_eq!(header(&headers, "location"), "/en/programme/2021-06-21");
    }
}

#[tokio::test]
async fn an_address_that_spells_no_text_is_answered_in_both_languages_and_to_programs_in_theirs() {
    let site = site();
    for path in ["/zh/sessions/%ff", "/en/programme/%ff", "/w/%ff/zh", "/zh/venues/a%c3", "/plans/%ff"] {
        let (status, _, html) = get(&site, path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(html.contains("lang=\"zh") && html.contains("lang=\"en"), "{path}: {html}");
        assert!(!html.contains("Invalid"), "{path}: {html}");
    }
    let (status, headers, _) = get(&site, "/api/v1/weeks/%ff").await;
    assert_eq!(
        (status, header(&headers, "content-type")),
        (StatusCode::NOT_FOUND, "application/problem+json")
    );
    let (status, _, html) = get(&site, "/manifest.webmanifest?lang=zh&lang=en").await;
    assert!(status.is_client_error() && html.contains("<h1>"), "{status} {html}");
}
