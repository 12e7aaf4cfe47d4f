//! What a phone and a chat fetch: cards, icons, the manifest, the worker; and that no card tells what no page may.

use std::collections::HashSet;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_guide::filter::Facet;
use festoon_guide::url::{Base, CardOf, Outlet, Page};
use festoon_guide::{Frozen, Guide, Imprint, Origin, pages};
use festoon_testkit::TestWeek;
use festoon_web::{Edition, Shelf};
use serde_json::Value;

use crate::{answer, at, attribute, get, guide, header, serving, site};

async fn fetch(site: &Router, address: &str) -> (StatusCode, HeaderMap, Bytes) {
    use tower::ServiceExt as _;
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let (head, body) = site.clone().oneshot(request).await.expect("the router always answers").into_parts();
    (head.status, head.headers, to_bytes(body, usize::MAX).await.expect("the body is in memory"))
}

fn is_picture(file: &[u8], size: (u32, u32)) -> bool {
    let number = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().expect("four bytes"));
    file.starts_with(b"\x89PNG\r\n\x1a\n") && (number(16), number(20)) == size
}

#[tokio::test]
async fn every_page_names_a_card_that_is_there() {
    let (site, guide) = (site(), guide());
    let programme = guide.programme();
    let of_each_kind = [
        Page::Week,
        Page::Day(guide.days()[0].date),
        Page::Activity(&programme.activities[0].key),
        Page::Session(&programme.sessions[0].key),
    ];
    for page in of_each_kind {
        for lang in Lang::BOTH {
            let (_, _, html) = get(&site, &at(page, lang)).await;
            let card = attribute(&html, "content").into_iter().find(|value| value.contains("/cards/"));
            let card = card.expect("every page has a card").to_owned();
            let (status, headers, file) = fetch(&site, &card).await;
            assert_eq!(status, StatusCode::OK, "{card}");
            assert_eq!(header(&headers, "content-type"), "image/png");
            assert_eq!(header(&headers, "content-language"), lang.tag());
            assert!(is_picture(&file, (1200, 630)), "{card}");

            let known = Request::get(&card).header("if-none-match", header(&headers, "etag"));
            let (status, _, body) = answer(&site, known.body(Body::empty()).expect("a request")).await;
            assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        }
    }
}

#[tokio::test]
async fn there_is_a_card_of_every_kind_and_none_of_what_is_not_there() {
    let (site, guide) = (site(), guide());
    let programme = guide.programme();
    let (venue, person) = (&programme.venues[0].key, &programme.people[0].key);
    for of in [CardOf::Venue(venue), CardOf::Person(person)] {
        for base in [Base::current(), Base::of_week(&programme.week.slug)] {
            let address = base.outlet(Outlet::Card(of, Lang::En));
            assert_eq!(fetch(&site, &address).await.0, StatusCode::OK, "{address}");
        }
    }
    for address in [
        "/cards/session/no-such.png",
        "/cards/day/1999-01-01.png",
        "/cards/day/20210621.png",
        "/cards/week/other.png",
        "/cards/week/week",
        "/cards/project/week.png",
        "/cards/week/week.png?lang=fr",
        "/cards/session/..%2F..%2Fweek.png",
        "/w/no-such/cards/week/week.png",
        "/icons/lamp-9999.png",
    ] {
        assert_eq!(fetch(&site, address).await.0, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn people_whom_only_the_protocol_desk_may_know_have_no_card() {
    let (site, guide) = (site(), guide());
    let all = crate::records();
    let public: HashSet<&str> = guide.programme().people.iter().map(|person| person.key.as_str()).collect();
    let secret = all.programme.people.iter().filter(|person| !public.contains(person.key.as_str()));
    let secret: Vec<&str> = secret.map(|person| person.key.as_str()).collect();
    assert!(!secret.is_empty());
    for key in secret {
        let address = Base::current().outlet(Outlet::Card(CardOf::Person(key), Lang::Zh));
        assert_eq!(fetch(&site, &address).await.0, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn who_asks_for_a_card_while_it_is_drawn_gets_the_same_one() {
    let site = site();
    let ask = || fetch(&site, "/cards/week/week.png?lang=zh");
    let (one, two, three) = tokio::join!(ask(), ask(), ask());
    assert_eq!((one.0, two.0, three.0), (StatusCode::OK, StatusCode::OK, StatusCode::OK));
    assert!(one.2 == two.2 && two.2 == three.2);
}

#[tokio::test]
async fn the_manifest_is_of_its_week_and_language_and_all_it_names_is_there() {
    let (site, guide) = (site(), guide());
    let week = format!("/w/{}", guide.programme().week.slug);
    for prefix in ["", week.as_str()] {
        for lang in Lang::BOTH {
            let address = format!("{prefix}/manifest.webmanifest?lang={}", lang.code());
            let (status, headers, text) = get(&site, &address).await;
            assert_eq!(status, StatusCode::OK);
            assert_eq!(header(&headers, "content-type"), "application/manifest+json");
            let manifest: Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(manifest["start_url"], format!("{prefix}/{}", lang.code()));
            assert_eq!(manifest["scope"], format!("{prefix}/"));
            assert_eq!(manifest["lang"], lang.tag());
            assert_eq!(manifest["name"], guide.programme().week.title.read(lang));
            assert_eq!(manifest["shortcuts"][0]["url"], format!("{prefix}/{}/plan", lang.code()));
            for icon in manifest["icons"].as_array().expect("a list") {
                let pixels = icon["sizes"].as_str().and_then(|sizes| sizes.split('x').next()?.parse().ok());
                let pixels: u32 = pixels.expect("sizes are 192x192");
                let (status, headers, file) = fetch(&site, icon["src"].as_str().expect("an address")).await;
                assert_eq!((status, header(&headers, "content-type")), (StatusCode::OK, "image/png"));
                assert!(is_picture(&file, (pixels, pixels)), "{icon}");
            }
        }
    }
    assert_eq!(get(&site, "/manifest.webmanifest?lang=fr").await.0, StatusCode::NOT_FOUND);
    let (_, _, html) = get(&site, "/en").await;
    assert!(html.contains("<link rel=\"apple-touch-icon\" href=\"/icons/lamp-touch-180.png\">"));
    assert!(is_picture(&fetch(&site, "/icons/lamp-touch-180.png").await.2, (180, 180)));
}

/// What the server tells the worker.
fn known(script: &str) -> Value {
    let line = script.lines().next().and_then(|line| line.strip_prefix("const GUIDE = ")?.strip_suffix(';'));
    serde_json::from_str(line.expect("the first line")).expect("JSON")
}

#[tokio::test]
async fn the_worker_knows_the_pages_of_every_week_and_no_others() {
    let guide = guide();
    let slug = guide.programme().week.slug.clone();
    let (site, _) = serving(Shelf::default().with(Edition::new(&guide, HashSet::new())).turned_to(&slug));
    let (status, headers, script) = get(&site, "/worker.js").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(header(&headers, "cache-control"), "no-cache");
    assert_eq!(header(&headers, "content-type"), "text/javascript; charset=utf-8");
    let known = known(&script);
    assert_eq!(known["filters"], serde_json::json!(Facet::ALL.map(Facet::name)));
    let scopes: Vec<&String> = known["weeks"].as_object().expect("weeks").keys().collect();
    let of_week = format!("/w/{slug}/");
    assert_eq!(scopes, ["/", of_week.as_str()]);
    for (scope, week) in known["weeks"].as_object().expect("weeks") {
        assert_eq!(week["week"], slug.as_str());
        for lang in ["zh", "en"] {
            let pages: Vec<&str> =
                week["pages"][lang].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
            assert_eq!(pages[0], format!("{scope}{lang}/offline"));
            assert!(pages.iter().all(|page| page.starts_with(scope.as_str())), "{pages:?}");
            assert!(pages.len() >= guide.days().len() + 5, "{pages:?}");
            // One answer that cannot be kept would stop the worker for good.
            for page in pages.into_iter().filter(|page| !page.ends_with("/roads.json")) {
                assert_eq!(fetch(&site, page).await.0, StatusCode::OK, "{page}");
            }
        }
    }
    for file in known["shell"]["files"].as_array().expect("a list").iter().filter_map(Value::as_str) {
        assert_eq!(fetch(&site, file).await.0, StatusCode::OK, "{file}");
    }
    let again = Request::get("/worker.js").header("if-none-match", header(&headers, "etag"));
    let (status, ..) = answer(&site, again.body(Body::empty()).expect("a request")).await;
    assert_eq!(status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn of_a_long_day_the_worker_knows_the_further_stretches_after_every_day() {
    let mut week = TestWeek::new();
    for at in 0..400_usize {
        let (hour, minute) = (9 + at / 60, at % 60);
        week = week.venue("north").room("hall").session(&format!("s{at}"));
        week = week.at(&format!("2021-06-22 {hour:02}:{minute:02}"), &format!("{hour:02}:59"));
    }
    let guide = Guide::of(Frozen::of(Records::of(week.build())), Imprint::unreleased(Origin::default()));
    let slug = guide.programme().week.slug.clone();
    let (site, _) = serving(Shelf::default().with(Edition::new(&guide, HashSet::new())).turned_to(&slug));
    let known = known(&get(&site, "/worker.js").await.2);
    let pages: Vec<&str> = (known["weeks"]["/"]["pages"]["en"].as_array().expect("a list").iter())
        .filter_map(Value::as_str)
        .collect();
    let further = ["/en/programme", "/en/programme/2021-06-22/1130", "/en/programme/2021-06-22/1400"];
    assert!(pages.ends_with(&further), "{pages:?}");
}

#[tokio::test]
async fn another_release_is_another_worker_and_without_a_week_there_is_still_one() {
    let (site, handle) = serving(Shelf::default());
    let (status, _, empty) = get(&site, "/worker.js").await;
    assert_eq!(
        (status, known(&empty)["weeks"].as_object().map(serde_json::Map::len)),
        (StatusCode::OK, Some(0))
    );
    let show = |number| {
        handle.show(Shelf::default().with(crate::weeks::edition("week-2021", number)).turned_to("week-2021"));
    };
    show(3);
    let (_, _, third) = get(&site, "/worker.js").await;
    show(4);
    let (_, _, fourth) = get(&site, "/worker.js").await;
    assert_eq!(known(&third)["weeks"]["/"]["release"], 3);
    assert_eq!(known(&fourth)["weeks"]["/"]["release"], 4);
}

#[tokio::test]
async fn the_page_of_what_is_saved_says_so_with_and_without_script() {
    let (site, guide) = (site(), guide());
    assert!(pages::all(&guide).contains(&Page::Offline));
    for (address, title, scriptless) in [
        ("/zh/offline", "离线内容", "只能联网查看"),
        ("/en/offline", "Saved on this device", "only be read with a network"),
    ] {
        let (status, _, html) = get(&site, address).await;
        assert_eq!(status, StatusCode::OK);
        assert!(html.contains(&format!("<h1>{title}</h1>")) && html.contains(scriptless), "{html}");
        assert!(html.contains(&format!("data-offline=\"{address}\"")));
    }
}
