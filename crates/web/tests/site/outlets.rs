//! What programs read: every address, in both languages, asked again, compressed and not, and asked for what is not there.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::Read as _;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use festoon_app::notices::Over;
use festoon_app::outlets::linked_data;
use festoon_domain::notice::Notice;
use festoon_domain::record::Topic;
use festoon_domain::text::{Lang, Text};
use festoon_guide::imprint::{About, Past, PastLine, PastTopic};
use festoon_guide::url::{Base, CalendarOf, Outlet, Page};
use festoon_guide::{Frozen, Guide, Imprint, Origin, Release};
use festoon_web::{Edition, Shelf};
use jiff::Timestamp;
use serde_json::Value;
use tower::ServiceExt as _;

use crate::{answer, get, header, records, serving};

const STORM: &str = "今晚有暴雨，户外活动改到室内。";

fn at(words: &str) -> Timestamp {
    words.parse().expect("an instant")
}

/// The release before anybody knows what it changed.
fn bare() -> (Guide, Release, Past) {
    let release = Release { number: 3, at: at("2021-06-18T10:05:00Z") };
    let origin = Origin(Some("https://week.example.org".into()));
    let records = records();
    let slug = records.programme.week.slug.clone();
    let imprint = Imprint::of_release(origin, &slug, release).described_by(linked_data);
    let session = records.programme.sessions[0].key.as_str().into();
    let guide = Guide::of(Frozen::of(records), imprint);
    let line = PastLine {
        text: Text::new("「开幕式」改到秦淮厅。", "“Opening” moves to the Qinhuai Hall."),
        about: Some(About::Session(session)),
    };
    let past = Past { release, topics: vec![PastTopic { topic: Topic::Moved, count: 9, lines: vec![line] }] };
    (guide, release, past)
}

fn released() -> Guide {
    let (guide, release, past) = bare();
    guide.remembering(Arc::new([past]), release.at)
}

fn warned() -> Guide {
    let notice = Notice {
        number: 7,
        text: Text::new(STORM, "Heavy rain tonight; what is outdoors moves inside."),
        posted: at("2021-06-20T09:00:00Z"),
        ends: None,
    };
    released().under(Arc::new([notice]))
}

fn serve(guide: &Guide) -> Router {
    let slug = &guide.programme().week.slug;
    serving(Shelf::default().with(Edition::new(guide, HashSet::new())).turned_to(slug)).0
}

/// Every address of a file, and its media type.
fn outlets(guide: &Guide) -> Vec<(String, &'static str)> {
    let programme = guide.programme();
    let base = Base::current();
    let mut all = vec![(Outlet::Opass, "application/json"), (Outlet::Roads, "application/json")];
    all.push((Outlet::Sitemap(None), "application/xml; charset=utf-8"));
    for lang in Lang::BOTH {
        let calendars = [
            CalendarOf::Week,
            CalendarOf::Day(programme.week.first_day),
            CalendarOf::Activity(&programme.activities[0].key),
            CalendarOf::Part(&programme.parts[0].key),
            CalendarOf::Session(&programme.sessions[0].key),
            CalendarOf::Venue(&programme.venues[0].key),
            CalendarOf::Person(&programme.people[0].key),
        ];
        all.extend(calendars.map(|of| (Outlet::Calendar(of, lang), "text/calendar; charset=utf-8")));
        all.push((Outlet::ScheduleXml(lang), "application/xml; charset=utf-8"));
        all.push((Outlet::ScheduleJson(lang), "application/json"));
        all.push((Outlet::Feed(lang), "application/atom+xml; charset=utf-8"));
    }
    all.into_iter().map(|(outlet, media_type)| (base.outlet(outlet), media_type)).collect()
}

async fn asked(site: &Router, address: &str, name: &str, value: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(address).header(name, value).body(Body::empty()).expect("a request");
    answer(site, request).await
}

#[tokio::test]
async fn every_outlet_is_there_for_everybody_and_not_sent_again_to_who_has_it() {
    let guide = released();
    let site = serve(&guide);
    let addresses = outlets(&guide);
    assert_eq!(addresses.len(), 3 + 2 * 10);
    for (address, media_type) in &addresses {
        let (status, headers, body) = get(&site, address).await;
        let told = |name| header(&headers, name);
        assert_eq!((status, told("content-type")), (StatusCode::OK, *media_type), "{address}");
        assert_eq!(told("access-control-allow-origin"), "*", "{address}");
        assert_eq!(told("access-control-expose-headers"), "etag, last-modified", "{address}");
        assert_eq!(told("last-modified"), "Fri, 18 Jun 2021 10:05:00 GMT", "{address}");
        assert!(!body.is_empty(), "{address}");

        let (status, _, body) = asked(&site, address, "if-none-match", told("etag")).await;
        assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{address}");
        let (status, ..) = asked(&site, address, "if-modified-since", told("last-modified")).await;
        assert_eq!(status, StatusCode::NOT_MODIFIED, "{address}");
        let (status, ..) = asked(&site, address, "if-modified-since", "Fri, 18 Jun 2021 10:04:59 GMT").await;
        assert_eq!(status, StatusCode::OK, "{address}");
    }
}

#[tokio::test]
async fn what_is_of_no_week_is_dated_by_when_the_shelf_was_shown() {
    let site = serve(&released());
    for address in ["/robots.txt", "/api/v1/weeks", "/api/v1/openapi.json", "/widget.js", "/worker.js"] {
        let (status, headers, body) = get(&site, address).await;
        let told = |name| header(&headers, name);
        assert_eq!(
            (status, told("last-modified")),
            (StatusCode::OK, "Thu, 01 Jan 1970 00:00:00 GMT"),
            "{address}"
        );
        // The worker is our own pages' alone.
        let exposed = if address == "/worker.js" { "" } else { "etag, last-modified" };
        assert_eq!(told("access-control-expose-headers"), exposed, "{address}");
        assert!(!body.is_empty(), "{address}");
        for name in ["etag", "last-modified"] {
            let asks = if name == "etag" { "if-none-match" } else { "if-modified-since" };
            let (status, _, body) = asked(&site, address, asks, told(name)).await;
            assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{address} by {name}");
        }
    }
}

#[tokio::test]
async fn a_week_spelt_with_escapes_is_the_same_week_everywhere() {
    let site = serve(&released());
    for address in [
        "/w/jiangning-2021/en/programme",
        "/w/jiangning-2021/schedule.xml?lang=en",
        "/w/jiangning-2021/en/venues/no-such/calendar.ics",
        "/w/jiangning-2021/calendar.ics?lang=zh",
        "/w/jiangning-2021/cards/week/week.png",
        "/w/jiangning-2021/notices.json",
        "/w/jiangning-2021",
        "/api/v1/weeks/jiangning-2021",
        "/api/v1/weeks/jiangning-2021/venues?limit=2",
    ] {
        let escaped = address.replace("jiangning-2021", "%6Aiangning%2d2021");
        let (status, headers, body) = get(&site, address).await;
        let (again, headers_again, body_again) = get(&site, &escaped).await;
        assert_eq!((status, header(&headers, "etag")), (again, header(&headers_again, "etag")), "{escaped}");
        assert!(body == body_again, "{escaped}");
    }
}

#[tokio::test]
async fn a_week_whose_name_is_not_ascii_has_pages_and_files() {
    let mut records = records();
    records.programme.week.slug = "江宁-2021".into();
    let guide = Guide::of(Frozen::of(records), Imprint::unreleased(Origin::default()));
    let site = serving(Shelf::default().with(Edition::new(&guide, HashSet::new()))).0;
    let base = Base::of_week("江宁-2021");
    for _again in 0..2 {
        for address in [
            base.address(Page::Programme, Lang::Zh),
            base.outlet(Outlet::ScheduleXml(Lang::Zh)),
            base.outlet(Outlet::Notices),
            "/w/%e6%b1%9f%E5%AE%81%2D2021/calendar.ics?lang=zh".to_owned(),
        ] {
            assert_eq!(get(&site, &address).await.0, StatusCode::OK, "{address}");
        }
    }
}

#[tokio::test]
async fn compressed_and_plain_are_the_same_and_a_head_has_no_body() {
    let guide = released();
    let site = serve(&guide);
    for (address, _) in outlets(&guide) {
        let (_, plain_head, plain) = get(&site, &address).await;
        let request = |method: &str| {
            let request = Request::builder().method(method).uri(&address).header("accept-encoding", "gzip");
            request.body(Body::empty()).expect("a request")
        };
        let (head, body) = site.clone().oneshot(request("GET")).await.expect("an answer").into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("the body is in memory");
        assert_eq!(header(&head.headers, "etag"), header(&plain_head, "etag"), "{address}");
        if header(&head.headers, "content-encoding") == "gzip" {
            let mut unpacked = String::new();
            flate2::read::GzDecoder::new(&*bytes).read_to_string(&mut unpacked).expect("gzip");
            assert_eq!(unpacked, plain, "{address}");
        }
        let (status, headers, body) = answer(&site, request("HEAD")).await;
        assert_eq!((status, body.as_str()), (StatusCode::OK, ""), "{address}");
        assert_eq!(header(&headers, "etag"), header(&plain_head, "etag"), "{address}");
    }
}

#[tokio::test]
async fn a_page_of_another_site_may_ask_with_a_tag() {
    let site = serve(&released());
    for address in [
        "/schedule.xml",
        "/venues/any/calendar.ics",
        "/en/venues/any/calendar.ics",
        "/roads.json",
        "/notices.json",
        "/cards/week/week.png",
        "/manifest.webmanifest",
    ] {
        let request = Request::options(address).header("origin", "https://other.example");
        let (status, headers, _) = answer(&site, request.body(Body::empty()).expect("a request")).await;
        assert_eq!(status, StatusCode::NO_CONTENT, "{address}");
        assert_eq!(header(&headers, "access-control-allow-origin"), "*");
        assert_eq!(header(&headers, "access-control-allow-methods"), "GET, HEAD, OPTIONS");
        assert_eq!(header(&headers, "access-control-allow-headers"), "if-none-match, if-modified-since");
        // Who may ask may read what is answered, were it only that there is nothing.
        let (_, headers, _) = get(&site, address).await;
        assert_eq!(header(&headers, "access-control-allow-origin"), "*", "{address}");
        assert_eq!(header(&headers, "access-control-expose-headers"), "etag, last-modified", "{address}");
    }
}

#[tokio::test]
async fn the_language_stands_in_the_address_or_is_the_browsers() {
    let guide = released();
    let site = serve(&guide);
    let venue = &guide.programme().venues[0].key;
    let (_, zh, chinese) = get(&site, &format!("/venues/{venue}/calendar.ics?lang=zh")).await;
    let (_, en, english) = get(&site, &format!("/venues/{venue}/calendar.ics?lang=en")).await;
    assert_eq!([&zh, &en].map(|headers| header(headers, "content-language")), ["zh-CN", "en"]);
    assert_eq!(header(&zh, "vary"), "accept-encoding");
    assert_ne!(chinese, english);

    let bare = format!("/venues/{venue}/calendar.ics");
    for (accepts, wanted) in [("en-GB", &english), ("fr", &chinese), ("zh-TW,en;q=0.5", &chinese)] {
        let (_, headers, body) = asked(&site, &bare, "accept-language", accepts).await;
        assert_eq!(&body, wanted, "{accepts}");
        assert_eq!(header(&headers, "vary"), "accept-encoding, accept-language");
    }
    for (address, wanted) in [
        (format!("/en/venues/{venue}/calendar.ics"), &english),
        (format!("/zh/venues/{venue}/calendar.ics?lang=en"), &chinese),
        (format!("/w/jiangning-2021/en/venues/{venue}/calendar.ics"), &english),
        (format!("/w/jiangning-2021/venues/{venue}/calendar.ics?lang=zh"), &chinese),
    ] {
        let (status, headers, body) = get(&site, &address).await;
        assert_eq!((status, &body), (StatusCode::OK, wanted), "{address}");
        assert_eq!(header(&headers, "vary"), "accept-encoding", "{address}");
    }
    let named = format!("inline; filename=\"jiangning-2021-{venue}-en.ics\"");
    assert_eq!(header(&en, "content-disposition"), named);
}

#[tokio::test]
async fn what_is_not_there_is_said_to_programs_too() {
    let site = serve(&released());
    for address in [
        "/venues/nowhere/calendar.ics",
        "/en/people/nobody/calendar.ics",
        "/parts/none/calendar.ics",
        "/activities/none/calendar.ics?lang=en",
        "/sessions/..%2F..%2Fetc/calendar.ics",
        "/programme/2031-01-01/calendar.ics",
        "/programme/20210621/calendar.ics",
        "/fr/venues/any/calendar.ics",
        "/sitemaps/1.xml",
        "/sitemaps/01.xml",
        "/w/none/schedule.xml",
    ] {
        let (status, headers, _) = get(&site, address).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(header(&headers, "access-control-allow-origin"), "*", "{address}");
    }
    for address in ["/schedule.xml?lang=fr", "/calendar.ics?lang=", "/feed.atom?lang=zh-CN"] {
        let (status, _, html) = get(&site, address).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{address}");
        assert!(html.contains("?lang=zh") && html.contains("?lang=en"), "{address}");
    }
    let empty = serving(Shelf::default()).0;
    let (status, headers, _) = get(&empty, "/schedule.xml").await;
    assert_eq!((status, header(&headers, "retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "120"));
    assert_eq!(get(&empty, "/robots.txt").await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_notice_is_in_every_calendar_in_the_feed_and_where_schedules_have_a_place() {
    let guide = warned();
    let site = serve(&guide);
    for (address, media_type) in outlets(&guide).iter().filter(|(address, _)| address.ends_with("lang=zh")) {
        let (_, headers, body) = get(&site, address).await;
        assert_eq!(header(&headers, "last-modified"), "Sun, 20 Jun 2021 09:00:00 GMT", "{address}");
        let body = body.replace("\r\n ", "");
        if media_type.starts_with("text/calendar") {
            let lines: Vec<&str> = body.lines().collect();
            let stands = |line: &str| assert!(lines.contains(&line), "{line} in {address}:\n{body}");
            stands(&format!("SUMMARY;LANGUAGE=zh:紧急通知：{STORM}"));
            stands("DTSTART;TZID=Asia/Shanghai:20210620T170000");
            stands("DTEND;TZID=Asia/Shanghai:20210621T170000");
            stands("TRANSP:TRANSPARENT");
            assert!(lines.iter().any(|line| line.starts_with("X-WR-CALDESC:") && line.contains(STORM)));
        } else if address.starts_with("/feed.atom") || address.starts_with("/schedule.json") {
            assert!(body.contains(STORM), "{address}");
        }
    }
    let (_, _, feed) = get(&site, "/feed.atom?lang=en").await;
    let titles: Vec<&str> =
        feed.split("<title>").skip(2).map(|rest| rest.split('<').next().expect("split gives one")).collect();
    assert_eq!(titles, ["Notice: Heavy rain tonight; what is outdoors moves inside.", "Release 3: 9 moved"]);
    assert!(feed.contains("Qinhuai Hall") && feed.contains("And 8 more."), "{feed}");
    assert!(feed.contains("https://week.example.org/w/jiangning-2021/en/sessions/"), "{feed}");
}

#[tokio::test]
async fn what_releases_changed_is_known_later_and_only_the_feed_is_made_anew() {
    let (guide, release, past) = bare();
    let slug = guide.programme().week.slug.clone();
    let (router, site) =
        serving(Shelf::default().with(Edition::new(&guide, HashSet::new())).turned_to(&slug));
    let kept = || site.shelf().edition(&slug).expect("it is shown").bytes_kept();
    get(&router, "/zh").await;
    get(&router, "/calendar.ics?lang=zh").await;
    let pages = kept();
    let (_, before, _) = get(&router, "/feed.atom?lang=zh").await;
    assert!(kept() > pages);
    // A date would say that what stands there is all there is to be known of the release.
    assert!(before.get("last-modified").is_none());
    let dated = "Fri, 18 Jun 2021 10:05:00 GMT";
    let (status, ..) = asked(&router, "/feed.atom?lang=zh", "if-modified-since", dated).await;
    assert_eq!(status, StatusCode::OK);

    let known = at("2021-06-18T10:05:02Z");
    site.change(|shelf| shelf.remembering(&slug, release, Arc::new([past.clone()]), known));
    assert_eq!(kept(), pages, "the pages are still kept, and the feed is not");
    for address in ["/feed.atom?lang=zh", "/w/jiangning-2021/feed.atom?lang=zh"] {
        let (status, after, body) = asked(&router, address, "if-modified-since", dated).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        assert_eq!(header(&after, "last-modified"), "Fri, 18 Jun 2021 10:05:02 GMT", "{address}");
        assert_ne!(header(&after, "etag"), header(&before, "etag"), "{address}");
        assert!(body.contains("秦淮厅"), "{address}");
        let (status, ..) = asked(&router, address, "if-none-match", header(&before, "etag")).await;
        assert_eq!(status, StatusCode::OK, "{address}");
    }
    let (_, page, _) = get(&router, "/zh").await;
    assert_eq!(header(&page, "last-modified"), dated, "a page says nothing of it");

    // What is told of a release that is shown no more is not put beside the next.
    let other = Release { number: 4, at: at("2021-06-18T10:06:00Z") };
    site.change(|shelf| shelf.remembering(&slug, other, Arc::new([past.clone(), past.clone()]), known));
    assert_eq!(site.shelf().edition(&slug).expect("it is shown").guide().history(), [past]);
}

#[tokio::test]
async fn the_time_of_the_feed_does_not_go_back_when_a_notice_goes() {
    let guide = released();
    let slug = guide.programme().week.slug.clone();
    let (router, site) =
        serving(Shelf::default().with(Edition::new(&guide, HashSet::new())).turned_to(&slug));
    let over = |notices: &[Notice], changed: &str| {
        let over = Over { notices: notices.to_vec(), changed: at(changed) };
        site.change(|shelf| shelf.under(BTreeMap::from([(slug.clone(), over)]), at(changed)));
    };
    let mut times = Vec::new();
    for (notices, changed) in [
        (Vec::new(), "2021-06-17T00:00:00Z"),
        (warned().notices().to_vec(), "2021-06-20T09:00:00Z"),
        (Vec::new(), "2021-06-20T12:00:00Z"),
    ] {
        over(&notices, changed);
        let (_, _, feed) = get(&router, "/feed.atom?lang=en").await;
        let updated = feed.split("<updated>").nth(1).and_then(|rest| rest.split('<').next());
        times.push(updated.expect("a feed says when it changed").to_owned());
    }
    assert_eq!(times, ["2021-06-18T10:05:00Z", "2021-06-20T09:00:00Z", "2021-06-20T12:00:00Z"]);
}

#[tokio::test]
async fn links_are_the_lasting_ones_whichever_address_was_asked() {
    let guide = released();
    let site = serve(&guide);
    for (address, _) in outlets(&guide) {
        let (_, _, current) = get(&site, &address).await;
        let (_, _, lasting) = get(&site, &format!("/w/jiangning-2021{address}")).await;
        assert_eq!(current, lasting, "{address}");
        let links = current.split("https://week.example.org").skip(1);
        for link in links {
            assert!(link.starts_with("/w/jiangning-2021"), "{address}: {}", link.get(..40).unwrap_or(link));
        }
    }
}

#[tokio::test]
async fn the_map_names_every_page_in_both_languages_and_robots_name_the_map() {
    let guide = released();
    let site = serve(&guide);
    let (_, _, map) = get(&site, "/sitemap.xml").await;
    let mapped: BTreeSet<&str> =
        map.split("<loc>").skip(1).map(|rest| rest.split('<').next().expect("split gives one")).collect();
    let origin = "https://week.example.org/w/jiangning-2021";
    assert!(
        mapped.contains(format!("{origin}/zh").as_str()) && mapped.contains(format!("{origin}/en").as_str())
    );
    for session in &guide.programme().sessions {
        assert!(mapped.contains(format!("{origin}/en/sessions/{}", session.key).as_str()), "{}", session.key);
    }
    for page in &mapped {
        let kind = page.rsplit('/').next().expect("split gives one");
        assert!(!["check", "claims", "search", "plan", "near", "offline"].contains(&kind), "{page}");
    }
    assert_eq!(map.matches("hreflang=\"x-default\"").count(), mapped.len());
    assert_eq!(map.matches("<lastmod>2021-06-18T10:05:00Z</lastmod>").count(), mapped.len());

    let (_, _, robots) = get(&site, "/robots.txt").await;
    assert!(
        robots.contains(&format!("Sitemap: {origin}/sitemap.xml\n"))
            && robots.contains("Disallow: /plans/\n"),
        "{robots}"
    );
}

#[tokio::test]
async fn a_device_decides_by_the_minutes_of_the_rules() {
    let guide = released();
    let (_, _, text) = get(&serve(&guide), "/roads.json").await;
    let told: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((told["release"].as_u64(), told["buffer"].as_u64()), (Some(3), Some(0)));
    let programme = guide.programme();
    let houses: BTreeSet<_> =
        programme.each_occurrence().filter_map(|(id, _)| programme.venue_of(id)).collect();
    assert_eq!(told["minutes"].as_array().map(Vec::len), Some(programme.venues.len()));
    for &from in &houses {
        for &to in &houses {
            let road = programme.roads.between(&programme.venues, from, to);
            let minutes = told["minutes"][from.0 as usize][to.0 as usize].as_u64();
            assert_eq!(minutes, road.map(|road| u64::from(road.minutes.0)));
        }
    }
}

#[tokio::test]
async fn what_exists_and_has_no_session_is_an_empty_calendar() {
    let mut records = records();
    for occurrence in &mut records.programme.occurrences {
        occurrence.when = None;
    }
    let guide = Guide::of(Frozen::of(records), Imprint::unreleased(Origin::default()));
    let site = serve(&guide);
    for address in ["/calendar.ics", "/venues/{}/calendar.ics", "/people/{}/calendar.ics"] {
        let key = if address.starts_with("/venues") {
            &guide.programme().venues[0].key
        } else {
            &guide.programme().people[0].key
        };
        let (status, headers, body) = get(&site, &address.replace("{}", key)).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        assert!(body.contains("BEGIN:VTIMEZONE") && !body.contains("BEGIN:VEVENT"), "{body}");
        assert_eq!(header(&headers, "last-modified"), "", "nothing was released");
    }
    assert_eq!(get(&site, "/schedule.xml").await.0, StatusCode::NOT_FOUND);
    assert_eq!(
        get(&site, "/sitemap.xml").await.0,
        StatusCode::NOT_FOUND,
        "without an origin there is no map"
    );
}

#[tokio::test]
async fn pages_describe_their_subject_and_lists_describe_nothing() {
    let guide = released();
    let site = serve(&guide);
    let graph = async |address: &str| {
        let (_, _, html) = get(&site, address).await;
        let script = html.split("<script type=\"application/ld+json\">").nth(1)?;
        let json = script.split("</script>").next().expect("split gives one");
        let document: Value = serde_json::from_str(json).expect("JSON");
        Some(document["@graph"][0].clone())
    };
    let week = graph("/en").await.expect("the week is described");
    assert_eq!(
        (week["@type"].as_str(), week["@id"].as_str()),
        (Some("EventSeries"), Some("https://week.example.org/w/jiangning-2021/en"))
    );
    let session = &guide.programme().sessions[0];
    let event = graph(&format!("/w/jiangning-2021/zh/sessions/{}", session.key))
        .await
        .expect("a session is described");
    assert_eq!(event["name"].as_str(), Some(session.title.read(Lang::Zh)));
    assert_eq!(event["location"]["address"]["addressCountry"].as_str(), Some("CN"));
    for list in ["/en/programme", "/en/activities", "/en/figures", "/en/programme/2021-06-21"] {
        assert_eq!(graph(list).await, None, "{list}");
    }
}

#[tokio::test]
async fn nobody_whom_the_public_may_not_know_and_no_word_of_the_draft_is_in_an_outlet() {
    use festoon_domain::programme::Visibility;

    let draft = records();
    let guide = warned();
    let programme = &draft.programme;
    let is_public = |name: &str| {
        programme.sessions.iter().flat_map(|session| &session.appearances).any(|one| {
            let person = &programme[one.person];
            one.visibility == Visibility::Public
                && Lang::BOTH.iter().any(|&lang| person.name.wording(lang) == name)
        })
    };
    let names = programme.people.iter().flat_map(|person| Lang::BOTH.map(|lang| person.name.wording(lang)));
    let projects =
        draft.projects.iter().flat_map(|project| Lang::BOTH.map(|lang| project.name.wording(lang)));
    let secret: Vec<&str> =
        names.filter(|name| !is_public(name)).chain(projects).filter(|name| !name.is_empty()).collect();
    assert!(secret.len() > 100);

    let site = serve(&guide);
    let mut addresses: Vec<String> = outlets(&guide).into_iter().map(|(address, _)| address).collect();
    let base = Base::current();
    for lang in Lang::BOTH {
        for venue in &guide.programme().venues {
            addresses.push(base.outlet(Outlet::Calendar(CalendarOf::Venue(&venue.key), lang)));
        }
        addresses.extend(
            guide
                .programme()
                .sessions
                .iter()
                .map(|session| format!("/{}/sessions/{}", lang.code(), session.key)),
        );
    }
    for address in addresses {
        let (status, _, body) = get(&site, &address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let body = body.replace("\r\n ", "");
        for name in &secret {
            assert!(!body.contains(name), "{name} in {address}");
        }
    }
    // Whoever is hidden has no calendar that would say so.
    let hidden = programme
        .people
        .iter()
        .find(|person| !is_public(person.name.read(Lang::Zh)))
        .expect("there are some");
    assert_eq!(get(&site, &format!("/people/{}/calendar.ics", hidden.key)).await.0, StatusCode::NOT_FOUND);
}
