//! Plans that are published, read by calendars and taken back, through the real router and a database in a file.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use festoon_app::plans::MOST_LIVE;
use festoon_exchange::outlet::settle_numbers;
use festoon_guide::{Frozen, Guide, Imprint, Origin, Release};
use festoon_store::{Address, Store, StoreError, Value, copy, weeks};
use festoon_testkit::databases::TestDatabase;
use festoon_web::{Edition, PlanCopies, Shelf, Site, router};
use jiff::Timestamp;

use crate::{answer, attribute, get, header, records};

/// The sample week in a release whose occurrences have numbers.
fn released() -> Guide {
    let mut records = records();
    settle_numbers(&mut records.programme, &std::collections::BTreeMap::new());
    let at: Timestamp = "2021-06-20T10:05:00Z".parse().expect("an instant");
    let imprint = Imprint::of_release(Origin::default(), "jiangning-2021", Release { number: 1, at });
    Guide::of(Frozen::of(records), imprint)
}

fn shown(plans: PlanCopies) -> Router {
    let site = Arc::new(Site::new(|| Timestamp::UNIX_EPOCH).with_plans(plans));
    site.show(Shelf::default().with(Edition::new(&released(), HashSet::new())).turned_to("jiangning-2021"));
    router(site)
}

fn kept() -> (Router, TestDatabase) {
    let (plans, database) = plans();
    (shown(plans), database)
}

fn plans() -> (PlanCopies, TestDatabase) {
    let database = TestDatabase::sqlite();
    let address: Address = database.address().parse().expect("an address");
    Store::migrate(&address).expect("a schema");
    let store = Store::open(&address).expect("a database");
    store.write(|tx| weeks::create(tx, "jiangning-2021", Timestamp::UNIX_EPOCH)).expect("a week");
    // Whoever draws a key that is taken is refused, so no two are alike.
    let count = AtomicU64::new(1);
    let draw = move |bytes: &mut [u8]| {
        let drawn = count.fetch_add(1, Ordering::SeqCst).to_be_bytes();
        let at = bytes.len() - drawn.len();
        bytes[at..].copy_from_slice(&drawn);
    };
    (PlanCopies::new(store, draw), database)
}

async fn send(router: &Router, address: &str, form: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::post(address)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("host", "week.example.org");
    answer(router, request.body(Body::from(form.to_owned())).expect("a request")).await
}

/// A copy as its publisher's browser has it.
struct Published {
    page: String,
    cookie: String,
}

async fn published(router: &Router, lang: &str, number: impl std::fmt::Display) -> Published {
    let form = format!("numbers={number}&lang={lang}&until=7d");
    let (status, headers, html) = send(router, &format!("/{lang}/plan"), &form).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{html}");
    assert_eq!(header(&headers, "cache-control"), "no-store");
    let cookie = header(&headers, "set-cookie").split(';').next().expect("one piece").to_owned();
    Published { page: header(&headers, "location").to_owned(), cookie }
}

async fn visit(router: &Router, address: &str, cookie: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(address).header("host", "week.example.org").header("cookie", cookie);
    answer(router, request.body(Body::empty()).expect("a request")).await
}

fn first_number() -> std::num::NonZeroU32 {
    released().programme().occurrences[0].number.expect("it was settled")
}

#[tokio::test]
async fn a_plan_is_published_read_by_a_calendar_and_taken_back() {
    let (router, _database) = kept();
    for (lang, heading, later, gone) in [
        ("zh", "日历地址已生成", "之后再加入日程的不会自动出现", "已删除"),
        ("en", "Your calendar address is ready", "Sessions you star later are not added", "Deleted"),
    ] {
        let Published { page, cookie } = published(&router, lang, first_number()).await;
        let secret = cookie.split_once('=').expect("a cookie").1;
        assert!(!page.contains(secret), "{page}");
        let (status, headers, html) = visit(&router, &page, &cookie).await;
        assert_eq!(status, StatusCode::OK, "{html}");
        assert_eq!(header(&headers, "cache-control"), "no-store");
        assert_eq!(header(&headers, "referrer-policy"), "same-origin");
        assert!(html.contains(heading) && html.contains("name=\"robots\" content=\"noindex\""), "{html}");
        assert!(html.contains(later), "{html}");
        let links = attribute(&html, "href");
        let address = links.iter().find(|link| link.starts_with("http://week.example.org/plans/"));
        let address = address.expect("the calendar's address").trim_start_matches("http://week.example.org");
        assert!(links.contains(&&*format!("webcal://week.example.org{address}")), "{links:?}");

        let (status, headers, calendar) = get(&router, address).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(header(&headers, "content-type"), "text/calendar; charset=utf-8");
        assert_eq!(header(&headers, "cache-control"), "private, no-cache");
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
        let known = Request::get(address).header("if-none-match", header(&headers, "etag"));
        let (status, same, nothing) = answer(&router, known.body(Body::empty()).expect("a request")).await;
        assert_eq!((status, &*nothing), (StatusCode::NOT_MODIFIED, ""));
        for name in ["etag", "cache-control", "x-robots-tag"] {
            assert_eq!(header(&same, name), header(&headers, name));
        }

        let deletion = attribute(&html, "action").pop().expect("a form").to_owned();
        assert_eq!(attribute(&html, "value")[0], secret);
        let wrong = format!("secret={}&lang={lang}", "f".repeat(32));
        assert_eq!(send(&router, &deletion, &wrong).await.0, StatusCode::NOT_FOUND);
        assert_eq!(get(&router, address).await.0, StatusCode::OK);
        let (status, headers, _) = send(&router, &deletion, &format!("secret={secret}&lang={lang}")).await;
        let after = format!("{deletion}?lang={lang}");
        assert_eq!((status, header(&headers, "location")), (StatusCode::SEE_OTHER, &*after));
        assert!(header(&headers, "set-cookie").contains("Max-Age=0"));
        let (status, _, html) = get(&router, &after).await;
        assert!(status == StatusCode::OK && html.contains(gone), "{html}");
        assert_eq!(get(&router, address).await.0, StatusCode::NOT_FOUND);
        assert_eq!(visit(&router, &page, &cookie).await.0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_page_that_is_loaded_again_publishes_and_deletes_nothing() {
    let (router, _database) = kept();
    let Published { page, cookie } = published(&router, "en", first_number()).await;
    let first = visit(&router, &page, &cookie).await;
    let again = visit(&router, &page, &cookie).await;
    assert_eq!((first.0, &first.2), (StatusCode::OK, &again.2));

    let deletion = attribute(&first.2, "action").pop().expect("a form");
    let (status, headers, _) = get(&router, &format!("{deletion}?lang=en")).await;
    assert_eq!((status, header(&headers, "location")), (StatusCode::SEE_OTHER, &*page));
    assert_eq!(visit(&router, &page, &cookie).await.0, StatusCode::OK);
}

#[tokio::test]
async fn whoever_has_the_address_alone_reads_the_page_and_is_offered_no_deletion() {
    let (router, _database) = kept();
    let Published { page, cookie } = published(&router, "en", first_number()).await;
    let secret = cookie.split_once('=').expect("a cookie").1;
    for cookie in ["", &*format!("festoon-copy={}", "e".repeat(32))] {
        let (status, _, html) = visit(&router, &page, cookie).await;
        assert_eq!(status, StatusCode::OK);
        assert!(!html.contains(secret) && !html.contains("<form"), "{html}");
        assert!(html.contains("Only the browser that published it can delete it"), "{html}");
    }
}

#[tokio::test]
async fn what_cannot_be_published_is_told_in_both_languages() {
    let (router, _database) = kept();
    let many: Vec<String> = (1..=501).map(|number| number.to_string()).collect();
    for (form, status, zh, en) in [
        ("numbers=", 422, "还没有选择场次", "Nothing is chosen yet"),
        ("numbers=4000000000", 422, "日程已经更新", "The programme has changed"),
        (
            &*format!("numbers={}", many.join(",")),
            422,
            "选择的场次太多",
            "That is more than one calendar takes",
        ),
        ("numbers=one", 400, "表单没有完整收到", "form"),
        ("numbers=1&until=ever", 400, "表单没有完整收到", "form"),
        (&*format!("numbers={}", "1,".repeat(20_000)), 422, "选择的场次太多", "more than one calendar takes"),
    ] {
        let (found, _, html) = send(&router, "/en/plan", form).await;
        assert_eq!(found.as_u16(), status, "{html}");
        assert!(html.contains(en) && html.contains(zh), "{html}");
    }
    for address in
        ["/plans/x.ics", "/plans/x", "/plans/..%2F..%2Fetc.ics", &format!("/plans/{}.ics", "0".repeat(32))]
    {
        assert_eq!(get(&router, address).await.0, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn while_the_database_is_away_nothing_is_published_and_who_asks_is_told_when_to_come_back() {
    let router = shown(PlanCopies::default());
    let number = released().programme().occurrences[0].number.expect("it was settled");
    let (status, headers, html) = send(&router, "/zh/plan", &format!("numbers={number}")).await;
    assert_eq!((status, header(&headers, "retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "5"), "{html}");
    let calendar = format!("/plans/{}.ics", "0".repeat(32));
    assert_eq!(get(&router, &calendar).await.0, StatusCode::SERVICE_UNAVAILABLE);
}

async fn from(
    router: &Router,
    near: [u8; 4],
    forwarded: &str,
    form: &str,
) -> (StatusCode, HeaderMap, String) {
    let request = Request::post("/zh/plan")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-forwarded-for", forwarded)
        .extension(ConnectInfo(SocketAddr::from((near, 40_000))));
    answer(router, request.body(Body::from(form.to_owned())).expect("a request")).await
}

#[tokio::test]
async fn what_is_refused_counts_for_nobody() {
    let (router, _database) = kept();
    for _ in 0..100 {
        assert_eq!(send(&router, "/zh/plan", "numbers=4000000000").await.0, StatusCode::UNPROCESSABLE_ENTITY);
    }
    published(&router, "zh", first_number()).await;
}

#[tokio::test]
async fn more_than_sixty_a_minute_are_asked_to_wait() {
    let (router, _database) = kept();
    let form = format!("numbers={}", first_number());
    for _ in 0..60 {
        assert_eq!(send(&router, "/zh/plan", &form).await.0, StatusCode::SEE_OTHER);
    }
    let (status, headers, html) = send(&router, "/zh/plan", &form).await;
    assert_eq!((status, header(&headers, "retry-after")), (StatusCode::TOO_MANY_REQUESTS, "60"), "{html}");
    assert!(html.contains("生成的人太多") && html.contains("Many people"), "{html}");
}

#[tokio::test]
async fn one_address_has_its_share_and_no_more_whatever_it_says_of_itself() {
    let (router, _database) = kept();
    let form = format!("numbers={}", first_number());
    for turn in 0..15 {
        let forwarded = format!("192.0.2.{turn}");
        assert_eq!(from(&router, [203, 0, 113, 1], &forwarded, &form).await.0, StatusCode::SEE_OTHER);
    }
    let (status, headers, html) = from(&router, [203, 0, 113, 1], "192.0.2.99", &form).await;
    assert_eq!((status, header(&headers, "retry-after")), (StatusCode::TOO_MANY_REQUESTS, "60"), "{html}");
    assert!(html.contains("这个网络发布得太频繁") && html.contains("Too many from this network"), "{html}");
    assert_eq!(from(&router, [203, 0, 113, 2], "", &form).await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn behind_a_proxy_the_address_that_it_adds_has_the_share() {
    let (plans, _database) = plans();
    let router = shown(plans.behind(1));
    let form = format!("numbers={}", first_number());
    let proxy = [127, 0, 0, 1];
    for _ in 0..15 {
        assert_eq!(from(&router, proxy, "203.0.113.1", &form).await.0, StatusCode::SEE_OTHER);
    }
    let lied = from(&router, proxy, "203.0.113.2, 203.0.113.1", &form).await.0;
    let other = from(&router, proxy, "203.0.113.2", &form).await.0;
    assert_eq!((lied, other), (StatusCode::TOO_MANY_REQUESTS, StatusCode::SEE_OTHER));
}

#[tokio::test]
async fn when_a_week_has_no_room_that_is_said_in_both_languages() {
    let (plans, database) = plans();
    let store = Store::open(&database.address().parse().expect("an address")).expect("a database");
    let table = copy::tables().iter().find(|table| table.name == "plan_copy").expect("it is there");
    let row = |n: u64| {
        let words = [format!("{n:032x}"), "s".into(), "jiangning-2021".into(), "[1]".into(), "en".into()];
        words.into_iter().map(Value::from).chain([0_i64, 1].map(Value::from)).collect()
    };
    let rows: Vec<Vec<Value>> = (0..MOST_LIVE).map(row).collect();
    store.write(move |tx| copy::put(tx, table, &rows)).map_err(|error: StoreError| error).expect("filled");
    let router = shown(plans);
    let (status, _, html) = send(&router, "/zh/plan", &format!("numbers={}", first_number())).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(html.contains("日历地址已满") && html.contains("No calendar addresses are left"), "{html}");
}
