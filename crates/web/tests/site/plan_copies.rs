//! Plans that are published, read by calendars and taken back, through the real router and a database in a file.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use festoon_exchange::outlet::settle_numbers;
use festoon_guide::{Frozen, Guide, Imprint, Origin, Release};
use festoon_store::{Address, Store, weeks};
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
    let database = TestDatabase::sqlite();
    let address: Address = database.address().parse().expect("an address");
    Store::migrate(&address).expect("a schema");
    let store = Store::open(&address).expect("a database");
    store.write(|tx| weeks::create(tx, "jiangning-2021", Timestamp::UNIX_EPOCH)).expect("a week");
    let count = AtomicU8::new(0);
    (
        shown(PlanCopies::new(store, move |bytes| bytes.fill(count.fetch_add(1, Ordering::SeqCst) + 1))),
        database,
    )
}

async fn send(router: &Router, address: &str, form: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::post(address)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("host", "week.example.org");
    answer(router, request.body(Body::from(form.to_owned())).expect("a request")).await
}

#[tokio::test]
async fn a_plan_is_published_read_by_a_calendar_and_taken_back() {
    let (router, _database) = kept();
    let number = released().programme().occurrences[0].number.expect("it was settled");
    for (lang, heading, gone) in
        [("zh", "日历地址已生成", "已删除"), ("en", "Your calendar address is ready", "Deleted")]
    {
        let form = format!("numbers={number}&lang={lang}&until=7d");
        let (status, headers, html) = send(&router, &format!("/{lang}/plan"), &form).await;
        assert_eq!(status, StatusCode::OK, "{html}");
        assert_eq!(header(&headers, "cache-control"), "no-store");
        assert!(html.contains(heading) && html.contains("name=\"robots\" content=\"noindex\""), "{html}");
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
        let (status, ..) = answer(&router, known.body(Body::empty()).expect("a request")).await;
        assert_eq!(status, StatusCode::NOT_MODIFIED);

        let deletion = attribute(&html, "action").pop().expect("a form").to_owned();
        let secret = attribute(&html, "value")[0].to_owned();
        let wrong = format!("secret={}&lang={lang}", "f".repeat(32));
        assert_eq!(send(&router, &deletion, &wrong).await.0, StatusCode::NOT_FOUND);
        assert_eq!(get(&router, address).await.0, StatusCode::OK);
        let (status, _, html) = send(&router, &deletion, &format!("secret={secret}&lang={lang}")).await;
        assert!(status == StatusCode::OK && html.contains(gone), "{html}");
        assert_eq!(get(&router, address).await.0, StatusCode::NOT_FOUND);
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

#[tokio::test]
async fn more_than_sixty_a_minute_are_asked_to_wait() {
    let (router, _database) = kept();
    for _ in 0..60 {
        assert_eq!(send(&router, "/zh/plan", "numbers=4000000000").await.0, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (status, headers, html) = send(&router, "/zh/plan", "numbers=4000000000").await;
    assert_eq!((status, header(&headers, "retry-after")), (StatusCode::TOO_MANY_REQUESTS, "60"), "{html}");
}
