//! The server as a visitor, a browser and a stranger's script meet it: through the real router, over the sample week.

mod api;
mod claims;
mod device;
mod metrics;
mod notices;
mod outlets;
mod places;
mod plan;
mod plan_copies;
mod programme;
mod search;
mod uploads;
mod weeks;

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use festoon_domain::programme::Visibility;
use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_guide::url::{Base, Page};
use festoon_guide::{Frozen, Guide, Imprint, Origin, pages};
use festoon_web::{Edition, Shelf, Site, router};
use jiff::Timestamp;
use tower::ServiceExt as _;

fn records() -> Records {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/week/");
    festoon_exchange::week_folder::read(&|name| std::fs::read(format!("{folder}{name}")).ok().map(Into::into))
        .expect("the sample week is whole")
}

fn guide() -> Guide {
    Guide::of(Frozen::of(records()), Imprint::unreleased(Origin::default()))
}

/// A server that shows a shelf, and the handle by which it is shown another.
fn serving(shelf: Shelf) -> (Router, Arc<Site>) {
    let site = Arc::new(Site::new(|| Timestamp::UNIX_EPOCH));
    site.show(shelf);
    (router(Arc::clone(&site)), site)
}

fn site() -> Router {
    let guide = guide();
    let slug = &guide.programme().week.slug;
    serving(Shelf::default().with(Edition::new(&guide, HashSet::new())).turned_to(slug)).0
}

/// The address of a page of the current week.
fn at(page: Page<'_>, lang: Lang) -> String {
    Base::current().address(page, lang)
}

/// Status, headers and text of an answer; a picture becomes a text that nobody reads.
async fn answer(site: &Router, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let response = site.clone().oneshot(request).await.expect("the router always answers");
    let (head, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("the body is in memory");
    (head.status, head.headers, String::from_utf8_lossy(&bytes).into_owned())
}

async fn get(site: &Router, address: &str) -> (StatusCode, HeaderMap, String) {
    answer(site, Request::get(address).body(Body::empty()).expect("a request")).await
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().expect("ASCII"))
}

/// What stands in an attribute, everywhere on a page.
fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.split(&opening).skip(1).map(|rest| rest.split('"').next().expect("split gives one")).collect()
}

#[tokio::test]
async fn every_internal_link_of_every_page_resolves() {
    let site = site();
    let mut seen = BTreeSet::new();
    let mut queue: VecDeque<String> = ["/", "/zh", "/en"].map(String::from).into();
    while let Some(address) = queue.pop_front() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let (status, headers, html) = get(&site, &address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        if !header(&headers, "content-type").starts_with("text/html") {
            continue;
        }
        for link in attribute(&html, "href").into_iter().chain(attribute(&html, "src")) {
            if let Some(anchor) = link.strip_prefix('#') {
                assert!(html.contains(&format!("id=\"{anchor}\"")), "{address} names no {link}");
            // Filters lead to filters; one deep is enough of them.
            } else if link.starts_with('/') && !(link.contains('?') && address.contains('?')) {
                queue.push_back(link.to_owned());
            }
        }
    }
    let guide = guide();
    for page in pages::all(&guide) {
        for lang in Lang::BOTH {
            assert!(seen.contains(&at(page, lang)), "nothing links to {}", at(page, lang));
        }
    }
}

#[tokio::test]
async fn switching_the_language_stays_on_the_page_and_leads_back() {
    let (site, guide) = (site(), guide());
    for page in pages::all(&guide) {
        for lang in Lang::BOTH {
            let (_, _, html) = get(&site, &at(page, lang)).await;
            let switch = html.split("class=\"other-language\"").nth(1).expect("every page has a switch");
            assert_eq!(attribute(switch, "href")[0], at(page, lang.other()));
        }
    }
}

/// Names that stand in the records and may stand in no answer: of people who appear nowhere in public, and of projects.
fn secret_words(records: &Records) -> Vec<String> {
    let programme = &records.programme;
    let is_public = |name: &str| {
        let speaks = |session: &festoon_domain::programme::Session| {
            session.appearances.iter().any(|appearance| {
                let person = &programme[appearance.person];
                appearance.visibility == Visibility::Public
                    && Lang::BOTH.iter().any(|&lang| person.name.wording(lang) == name)
            })
        };
        programme.sessions.iter().any(speaks)
    };
    let names = programme.people.iter().flat_map(|person| Lang::BOTH.map(|lang| person.name.wording(lang)));
    let people: Vec<&str> = names.filter(|name| !name.is_empty() && !is_public(name)).collect();
    assert!(people.len() > 5, "the sample week has guests and interpreters: {people:?}");
    let projects: Vec<&str> = (records.projects.iter())
        .flat_map(|project| Lang::BOTH.map(|lang| project.name.wording(lang)))
        .filter(|name| !name.is_empty())
        .collect();
    assert!(projects.len() > 100);
    people.into_iter().chain(projects).map(str::to_owned).collect()
}

#[tokio::test]
async fn no_page_names_anybody_whom_only_the_protocol_desk_may_know() {
    let (site, records, guide) = (site(), records(), guide());
    let secret = secret_words(&records);

    for page in pages::all(&guide) {
        for lang in Lang::BOTH {
            let (_, _, html) = get(&site, &at(page, lang)).await;
            for name in &secret {
                assert!(!html.contains(name.as_str()), "{name} on {}", at(page, lang));
            }
        }
    }
}

#[tokio::test]
async fn nothing_is_inline_and_the_policy_forbids_it() {
    let (site, guide) = (site(), guide());
    for page in pages::all(&guide) {
        for lang in Lang::BOTH {
            let (_, headers, html) = get(&site, &at(page, lang)).await;
            let address = at(page, lang);
            assert!(!html.contains("<style") && attribute(&html, "style").is_empty(), "{address}");
            assert!(!html.contains("<script>") && !html.contains("javascript:"), "{address}");
            assert!(!html.contains(" onclick") && !html.contains(" onload"), "{address}");
            assert_eq!(html.matches("<h1").count(), 1, "{address}");
            assert!(html.contains(&format!("<html lang=\"{}\">", lang.tag())), "{address}");
            let policy = header(&headers, "content-security-policy");
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        }
    }
}

#[tokio::test]
async fn a_page_that_is_known_is_not_sent_again() {
    let site = site();
    let (_, headers, _) = get(&site, "/zh").await;
    let etag = header(&headers, "etag").to_owned();
    let again = Request::get("/zh").header("if-none-match", format!("\"other\", {etag}"));
    let (status, _, body) = answer(&site, again.body(Body::empty()).expect("a request")).await;
    assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let other = Request::get("/en").header("if-none-match", etag);
    let (status, ..) = answer(&site, other.body(Body::empty()).expect("a request")).await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn the_front_door_follows_the_browser_and_says_so() {
    let site = site();
    for (wanted, location) in [("en-GB,en;q=0.9,zh;q=0.8", "/en"), ("zh-TW", "/zh")] {
        let request = Request::get("/").header("accept-language", wanted);
        let (status, headers, html) = answer(&site, request.body(Body::empty()).expect("a request")).await;
        assert_eq!((status, header(&headers, "location")), (StatusCode::FOUND, location));
        assert!(header(&headers, "vary").contains("accept-language"));
        assert!(html.contains("href=\"/zh\"") && html.contains("href=\"/en\""));
    }
    let (status, _, html) = get(&site, "/").await;
    assert!(status == StatusCode::OK && html.contains("href=\"/zh\"") && html.contains("href=\"/en\""));
}

#[tokio::test]
async fn a_stray_slash_leads_home_and_never_to_another_site() {
    let site = site();
    let (status, headers, _) = get(&site, "/zh/").await;
    assert_eq!((status, header(&headers, "location")), (StatusCode::PERMANENT_REDIRECT, "/zh"));
    let (status, ..) = get(&site, "//elsewhere.example/").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn errors_are_pages_in_both_languages_with_ways_out() {
    let site = site();
    let post = || Request::post("/en/figures").body(Body::empty()).expect("a request");
    let (not_found, method) = (get(&site, "/en/sessions/nobody").await, answer(&site, post()).await);
    for ((status, headers, html), expected) in [(not_found, 404), (method, 405)] {
        assert_eq!(status.as_u16(), expected);
        assert_eq!(header(&headers, "cache-control"), "no-store");
        assert!(html.contains("<section class=\"error\" lang=\"en\">"), "{html}");
        assert!(html.contains("<section class=\"error\" lang=\"zh-CN\">"), "{html}");
        assert!(html.contains("href=\"/en/programme\"") && html.contains("href=\"/zh/programme\""));
    }
    for address in
        ["/fr", "/nowhere/at/all", "/en/programme/20210621", "/zh/programme/2021-02-30", "/assets/x.css"]
    {
        assert_eq!(get(&site, address).await.0, StatusCode::NOT_FOUND, "{address}");
    }
}

fn form(fields: &[(&str, &str, &[u8])]) -> Request<Body> {
    let mut body = Vec::new();
    for (name, file, bytes) in fields {
        let file = if *name == "zone" { String::new() } else { format!("; filename=\"{file}\"") };
        body.extend(format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    Request::post("/en/check")
        .header("content-type", "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .expect("a request")
}

#[tokio::test]
async fn a_check_without_files_asks_for_one_and_keeps_nothing() {
    let site = site();
    let (status, headers, html) = answer(&site, form(&[("files", "", b""), ("zone", "", b"")])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(header(&headers, "cache-control"), "no-store");
    assert!(html.contains("No file chosen yet") && html.contains("<form class=\"check-form\""));
}

#[tokio::test]
async fn files_with_a_clash_come_back_as_a_report_with_nothing_inline() {
    let event = |id: u32, title: &str, start: &str, room: &str| {
        format!(
            "<room name=\"{room}\"><event id=\"{id}\"><date>2021-06-21T{start}:00+08:00</date>\
             <start>{start}</start><duration>01:00</duration><room>{room}</room><title>{title}</title>\
             <persons><person id=\"1\">Ada</person></persons></event></room>"
        )
    };
    let schedule = format!(
        "<?xml version=\"1.0\"?><schedule><conference><title>Week</title></conference>\
         <day index=\"1\" date=\"2021-06-21\">{}{}</day></schedule>",
        event(1, "Lamps", "09:00", "Hall 1"),
        event(2, "Cords", "09:30", "Hall 2")
    );
    let (status, headers, html) =
        answer(&site(), form(&[("files", "hosts<1>.xml", schedule.as_bytes()), ("travel", "", b"")])).await;
    assert_eq!(status, StatusCode::OK, "{html}");
    assert_eq!(header(&headers, "cache-control"), "no-store");
    assert!(html.contains("class=\"clash-report\"") && html.contains("Lamps") && html.contains("Cords"));
    assert!(html.contains("hosts&#60;1&#62;.xml") || html.contains("hosts&lt;1&gt;.xml"), "{html}");
    assert!(!html.contains("<style") && !html.contains("<script>") && attribute(&html, "style").is_empty());
}

#[tokio::test]
async fn an_unknown_zone_is_named_with_what_would_be_right() {
    let (status, _, html) =
        answer(&site(), form(&[("files", "a.csv", b"x"), ("zone", "", b"Mars/<Olympus>")])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("Asia/Shanghai") && !html.contains("<Olympus>"), "{html}");
}

#[tokio::test]
async fn too_much_at_once_and_a_broken_form_are_told_apart() {
    let site = site();
    let huge = vec![b'x'; pages::check::LARGEST_CHECK_BYTES + 128 * 1024];
    let (status, _, html) = answer(&site, form(&[("files", "a.csv", &huge)])).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(html.contains("That is too much at once"));
    let broken = Request::post("/zh/check")
        .header("content-type", "multipart/form-data; boundary=b")
        .body(Body::from("--b\r\ncontent-disposition: form-data; name=\"files\""))
        .expect("a request");
    let (status, _, html) = answer(&site, broken).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(html.contains("表单没有完整收到"));
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let site = site();
    let outcomes = [
        (("sec-fetch-site", "cross-site"), 403),
        (("sec-fetch-site", "same-site"), 403),
        (("origin", "https://elsewhere.example"), 403),
        (("origin", "null"), 403),
        (("sec-fetch-site", "same-origin"), 422),
        (("origin", "http://here.example"), 422),
    ];
    for ((name, value), expected) in outcomes {
        let mut request = form(&[]);
        request.headers_mut().insert("host", "here.example".parse().expect("a header"));
        request.headers_mut().insert(name, value.parse().expect("a header"));
        assert_eq!(answer(&site, request).await.0.as_u16(), expected, "{name}: {value}");
    }
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_pages_are_asked_about() {
    let site = site();
    let (_, _, html) = get(&site, "/zh/check").await;
    let links = attribute(&html, "href").into_iter().chain(attribute(&html, "src"));
    let assets: Vec<&str> = links.filter(|link| link.starts_with("/assets/")).collect();
    assert_eq!(assets.len(), 4);
    for asset in assets {
        let (status, headers, _) = get(&site, asset).await;
        assert_eq!(status, StatusCode::OK);
        assert!(header(&headers, "cache-control").contains("immutable"));
    }
}
