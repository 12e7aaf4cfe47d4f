//! `/api/v1` as a program meets it: through the real router, over the sample week.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use festoon_domain::text::Lang;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::{answer, get, header, records, serving, site};

const WEEK: &str = "/api/v1/weeks/jiangning-2021";
const TABLES: [&str; 9] =
    ["activities", "parts", "sessions", "occurrences", "people", "venues", "rooms", "hosts", "figures"];

async fn json(site: &Router, address: &str) -> Value {
    let (status, headers, body) = get(site, address).await;
    assert_eq!(status, StatusCode::OK, "{address}: {body}");
    assert_eq!(header(&headers, "content-type"), "application/json");
    assert_eq!(header(&headers, "access-control-allow-origin"), "*");
    serde_json::from_str(&body).expect("JSON")
}

async fn with(
    site: &Router,
    method: &str,
    address: &str,
    name: &str,
    value: &str,
) -> (StatusCode, HeaderMap, String) {
    let request = Request::builder().method(method).uri(address).header(name, value).body(Body::empty());
    answer(site, request.expect("a request")).await
}

/// Every answer there is, by walking: all tables page by page, and every record of them.
async fn every_answer(site: &Router) -> Vec<(String, String)> {
    let mut addresses: Vec<String> =
        ["", "/search?q=a", "/search?q=会"].map(|rest| format!("{WEEK}{rest}")).into();
    addresses.extend(["/api/v1/weeks", "/api/v1/openapi.json"].map(String::from));
    for table in TABLES {
        let mut next = Some(format!("{WEEK}/{table}"));
        while let Some(address) = next {
            let page = json(site, &address).await;
            for item in page["items"].as_array().expect("a list") {
                addresses.push(item["links"]["own"].as_str().expect("a link").to_owned());
            }
            next = page["next"].as_str().map(str::to_owned);
            addresses.push(address);
        }
    }
    let mut answers = Vec::new();
    for address in addresses {
        let (status, _, body) = get(site, &address.replace('会', "%E4%BC%9A")).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        answers.push((address, body));
    }
    answers
}

#[tokio::test]
async fn every_record_is_read_once_by_following_next_whatever_the_limit() {
    let site = site();
    let week = json(&site, &format!("{WEEK}?")).await;
    for table in week["item"]["tables"].as_array().expect("tables") {
        let (word, total) =
            (table["table"].as_str().expect("a word"), table["total"].as_u64().expect("a number"));
        for limit in [7, 100, 500] {
            let mut keys = BTreeSet::new();
            let mut next = Some(format!("{WEEK}/{word}?limit={limit}"));
            while let Some(address) = next {
                let page = json(&site, &address).await;
                let items = page["items"].as_array().expect("a list");
                assert!(items.len() <= limit && page["total"] == total, "{address}");
                keys.extend(items.iter().map(|item| item["links"]["own"].to_string()));
                next = page["next"].as_str().map(str::to_owned);
            }
            assert_eq!(keys.len() as u64, total, "{word} by {limit}");
        }
    }
}

#[tokio::test]
async fn current_is_another_word_for_the_current_week() {
    let site = site();
    for rest in ["", "/figures", "/occurrences?limit=3&day=2021-06-22"] {
        let (named, current) = (format!("{WEEK}{rest}"), format!("/api/v1/weeks/current{rest}"));
        assert_eq!(json(&site, &current).await, json(&site, &named).await, "{rest}");
    }
}

#[tokio::test]
async fn a_session_says_the_same_as_the_records() {
    let site = site();
    let page = json(&site, &format!("{WEEK}/sessions?limit=500")).await;
    let records = records();
    for (item, session) in page["items"].as_array().expect("a list").iter().zip(&records.programme.sessions) {
        assert_eq!(item["key"], session.key.as_str());
        for lang in Lang::BOTH {
            let wording = Some(session.title.wording(lang)).filter(|wording| !wording.is_empty());
            assert_eq!(item["title"][lang.code()].as_str(), wording);
        }
        let page = format!("/en/sessions/{}", session.key);
        assert_eq!(item["links"]["page"]["en"], page.as_str());
    }
}

#[tokio::test]
async fn filters_choose_occurrences_and_can_stand_together() {
    let site = site();
    let all = json(&site, &format!("{WEEK}/occurrences?limit=500")).await;
    let all = all["items"].as_array().expect("a list");
    let starts: Vec<&str> = all.iter().filter_map(|item| item["when"]["start"].as_str()).collect();
    assert!(
        starts.is_sorted() && starts[0].ends_with("+08:00"),
        "by time, with the week's offset: {starts:?}"
    );

    let first = &all[10];
    let (day, venue) = (&first["when"]["start"].as_str().expect("a time")[..10], &first["venue"]["key"]);
    let venue = venue.as_str().expect("a house");
    let activity = first["activity"]["key"].as_str().expect("an activity");
    let expected =
        |keep: &dyn Fn(&Value) -> bool| all.iter().filter(|item| keep(item)).cloned().collect::<Vec<_>>();
    let on_day = |item: &Value| item["when"]["start"].as_str().is_some_and(|start| start.starts_with(day));
    let from = first["when"]["start"].as_str().expect("a time");
    let cases: [(String, Vec<Value>); 4] = [
        (format!("day={day}"), expected(&on_day)),
        (
            format!("venue={venue}&activity={activity}"),
            expected(&|item| item["venue"]["key"] == venue && item["activity"]["key"] == activity),
        ),
        (format!("venue={venue}&day={day}"), expected(&|item| item["venue"]["key"] == venue && on_day(item))),
        (
            format!("from={from}"),
            expected(&|item| item["when"]["end"].as_str().is_some_and(|end| end > from)),
        ),
    ];
    for (filter, expected) in cases {
        let found = json(&site, &format!("{WEEK}/occurrences?limit=500&{filter}")).await;
        assert!(!expected.is_empty() && expected.len() < all.len(), "{filter}");
        assert_eq!(found["items"], Value::Array(expected), "{filter}");
    }
}

#[tokio::test]
async fn the_search_is_the_guides_own_and_leads_to_records() {
    let site = site();
    for (typed, key) in
        [("zhongfa", "china-france-conference"), ("France%20conference", "china-france-conference")]
    {
        let found = json(&site, &format!("{WEEK}/search?q={typed}&limit=5")).await;
        let items = found["items"].as_array().expect("a list");
        assert!(items.len() <= 5 && items.iter().any(|item| item["key"] == key), "{typed}: {found}");
        let scores: Vec<u64> = items.iter().filter_map(|item| item["score"].as_u64()).collect();
        assert!(scores.is_sorted_by(|better, worse| better >= worse), "{scores:?}");
        for item in items {
            let own = item["own"].as_str().expect("a link");
            assert_eq!(json(&site, own).await["item"]["key"], item["key"], "{own}");
        }
    }
}

#[tokio::test]
async fn what_is_known_is_not_sent_again_and_browsers_of_others_may_ask() {
    let site = site();
    for address in [
        WEEK.to_owned(),
        format!("{WEEK}/people"),
        format!("{WEEK}/occurrences?day=2021-06-22"),
        "/api/v1/weeks".into(),
        "/api/v1/openapi.json".into(),
        "/widget.js".into(),
    ] {
        let (_, headers, body) = get(&site, &address).await;
        let etag = header(&headers, "etag");
        let (status, ..) = with(&site, "GET", &address, "if-none-match", etag).await;
        assert_eq!(status, StatusCode::NOT_MODIFIED, "{address}");
        let (status, headers, nothing) = with(&site, "HEAD", &address, "accept", "*/*").await;
        assert_eq!((status, nothing.as_str()), (StatusCode::OK, ""), "{address}");
        assert_eq!(header(&headers, "content-length"), body.len().to_string(), "{address}");
        let (status, headers, _) =
            with(&site, "OPTIONS", &address, "origin", "https://elsewhere.example").await;
        assert_eq!(status, StatusCode::NO_CONTENT, "{address}");
        assert_eq!(header(&headers, "access-control-allow-origin"), "*");
        assert_eq!(header(&headers, "access-control-allow-methods"), "GET, HEAD, OPTIONS");
    }
}

#[tokio::test]
async fn what_cannot_be_answered_says_what_would_be_right_in_both_languages() {
    let site = site();
    let long = "x".repeat(10_000);
    let cases: Vec<(String, u16)> = vec![
        ("/api/v1/weeks/nowhere".into(), 404),
        (format!("{WEEK}/projects"), 404),
        (format!("{WEEK}/sessions/nobody"), 404),
        (format!("{WEEK}/sessions/%ff"), 404),
        (format!("{WEEK}/sessions/..%2f..%2fkeys.toml"), 404),
        ("/api/v1/nothing/at/all".into(), 404),
        ("/api/v2".into(), 404),
        (format!("{WEEK}/sessions?limit=0"), 400),
        (format!("{WEEK}/sessions?limit=501"), 400),
        (format!("{WEEK}/sessions?after=nobody"), 400),
        (format!("{WEEK}/sessions?day=2021-06-21"), 400),
        (format!("{WEEK}/occurrences?day=20210621"), 400),
        (format!("{WEEK}/occurrences?venue=nowhere"), 400),
        (format!("{WEEK}/occurrences?from=yesterday"), 400),
        (format!("{WEEK}/occurrences?{long}"), 400),
        (format!("{WEEK}/search"), 400),
        (format!("{WEEK}/search?q=%20"), 400),
        (format!("{WEEK}/search?q={long}"), 400),
        (format!("{WEEK}/search?q=a&lang=fr"), 400),
        (format!("{WEEK}?x"), 400),
    ];
    let mut told = String::new();
    for (address, expected) in cases {
        let (status, headers, body) = get(&site, &address).await;
        if address == "/api/v2" {
            assert_eq!(status, StatusCode::NOT_FOUND, "another version is a page like any other");
            continue;
        }
        assert_eq!(status.as_u16(), expected, "{address}");
        assert_eq!(header(&headers, "content-type"), "application/problem+json", "{address}");
        assert_eq!(header(&headers, "access-control-allow-origin"), "*", "{address}");
        let problem: Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!(problem["status"], expected);
        for lang in ["zh", "en"] {
            assert!(
                problem[lang]["detail"].as_str().is_some_and(|detail| detail.chars().count() > 8),
                "{body}"
            );
        }
        assert!(body.len() < 2000, "{address} is repeated whole");
        write!(told, "{} ", problem["right"]).expect("in memory");
    }
    for right in ["occurrences", "1 – 500", "\"after\"", "2021-06-21T09:00:00+08:00", "current"] {
        assert!(told.contains(right), "{right} is not told: {told}");
    }
    let (_, _, english) = with(&site, "GET", &format!("{WEEK}/projects"), "accept-language", "en").await;
    assert!(
        english.starts_with(r#"{"status":404,"title":"Not found","detail":"No table is called “projects”.""#),
        "{english}"
    );
}

#[tokio::test]
async fn before_the_first_release_there_is_an_empty_list_and_a_time_to_come_back() {
    let (site, _) = serving(festoon_web::Shelf::default());
    let weeks = json(&site, "/api/v1/weeks").await;
    assert_eq!(weeks, serde_json::json!({ "current": null, "items": [] }));
    let (status, headers, _) = get(&site, "/api/v1/weeks/current").await;
    assert_eq!((status, header(&headers, "retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "120"));
}

#[tokio::test]
async fn whom_only_the_protocol_desk_may_know_and_projects_are_in_no_answer() {
    let (site, records) = (site(), records());
    let answers = every_answer(&site).await;
    assert!(answers.len() > 500, "{}", answers.len());
    let secret = crate::secret_words(&records);
    for (address, body) in answers {
        for word in &secret {
            assert!(!body.contains(word.as_str()), "{word} in {address}");
        }
    }
    // Nor for who knows the name and looks for it.
    for word in &secret {
        let typed = utf8_percent_encode(word, NON_ALPHANUMERIC);
        let found = json(&site, &format!("{WEEK}/search?q={typed}")).await.to_string();
        assert!(!found.contains(word.as_str()), "{word}: {found}");
    }
}

#[tokio::test]
async fn every_described_address_is_one_that_is_answered() {
    let site = site();
    let description = json(&site, "/api/v1/openapi.json").await;
    assert_eq!(description["openapi"], "3.1.0");
    let paths = description["paths"].as_object().expect("paths");
    assert_eq!(paths.len(), 3 + 2 * TABLES.len());
    for path in paths.keys() {
        let table = path.split('/').nth(5).filter(|table| TABLES.contains(table));
        let mut address = path.replace("{week}", "current");
        if let Some(table) = table.filter(|_| path.ends_with("{key}")) {
            let page = json(&site, &format!("{WEEK}/{table}?limit=1")).await;
            address = page["items"][0]["links"]["own"].as_str().expect("a link").to_owned();
        }
        if path.ends_with("/search") {
            address.push_str("?q=a");
        }
        json(&site, &address).await;
    }
}

#[tokio::test]
async fn the_widget_is_for_every_page_and_is_asked_for_again_after_an_hour() {
    let site = site();
    let (status, headers, script) = get(&site, "/widget.js").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(header(&headers, "content-type"), "text/javascript; charset=utf-8");
    assert_eq!(header(&headers, "cache-control"), "public, max-age=3600");
    assert_eq!(header(&headers, "cross-origin-resource-policy"), "cross-origin");
    assert!(script.len() < 8 * 1024, "{} bytes", script.len());
    assert!(
        !script.contains("cookie") && !script.contains("Storage") && !script.contains("http:"),
        "{script}"
    );
}
