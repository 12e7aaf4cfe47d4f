//! Several weeks on one shelf, each in a release: their addresses, their turn, and what a swap leaves alone.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use festoon_domain::text::{Lang, Text};
use festoon_guide::url::{Base, Page};
use festoon_guide::{Frozen, Guide, Imprint, Origin, Release, pages};
use festoon_web::{Edition, Readiness, Shelf, Site, router};
use jiff::Timestamp;

use crate::{answer, attribute, get, header, records, serving};

/// The sample week under another name, in a release whose number stands in every title.
fn released(slug: &str, number: u32) -> Guide {
    let mut records = records();
    let week = &mut records.programme.week;
    week.slug = slug.into();
    week.title = Text::new(&format!("{slug} 第{number}号"), &format!("{slug} no. {number}"));
    for activity in &mut records.programme.activities {
        activity.title =
            Text::new(&format!("{slug} 第{number}号活动"), &format!("{slug} activity no. {number}"));
    }
    let at: Timestamp = "2021-06-20T10:05:00Z".parse().expect("an instant");
    let origin = Origin(Some("https://week.example.org".into()));
    Guide::of(Frozen::of(records), Imprint::of_release(origin, slug, Release { number, at }))
}

pub(crate) fn edition(slug: &str, number: u32) -> Edition {
    Edition::new(&released(slug, number), HashSet::new())
}

fn two_weeks() -> (Router, Arc<Site>) {
    serving(
        Shelf::default().with(edition("week-2020", 7)).with(edition("week-2021", 3)).turned_to("week-2021"),
    )
}

#[tokio::test]
async fn each_week_is_read_under_its_name_and_the_current_one_also_without() {
    let (router, site) = two_weeks();
    let title =
        |html: &str| html.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).map(str::to_owned);
    for (address, wanted) in [
        ("/en", "week-2021 no. 3"),
        ("/w/week-2021/en", "week-2021 no. 3"),
        ("/w/week-2020/en", "week-2020 no. 7"),
        ("/w/week-2020/zh", "week-2020 第7号"),
    ] {
        let (status, _, html) = get(&router, address).await;
        assert_eq!((status, title(&html).as_deref()), (StatusCode::OK, Some(wanted)), "{address}");
    }

    site.change(|shelf| shelf.turned_to("week-2020"));
    let (_, _, html) = get(&router, "/en").await;
    assert_eq!(title(&html).as_deref(), Some("week-2020 no. 7"));
    let (_, _, html) = get(&router, "/w/week-2021/en").await;
    assert_eq!(title(&html).as_deref(), Some("week-2021 no. 3"));
}

#[tokio::test]
async fn every_link_of_a_named_week_stays_in_it() {
    let (router, _) = two_weeks();
    let mut seen = BTreeSet::new();
    let mut queue: VecDeque<String> =
        ["/w/week-2020", "/w/week-2020/en/no-such-page"].map(String::from).into();
    while let Some(address) = queue.pop_front() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let (status, _, html) = get(&router, &address).await;
        let wanted = if address.ends_with("no-such-page") { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(status, wanted, "{address}");
        for link in attribute(&html, "href").into_iter().filter(|link| link.starts_with('/')) {
            let of_no_week = link.starts_with("/assets/")
                || link.starts_with("/icons/")
                || ["/zh/check", "/en/check", "/zh/claims", "/en/claims"].contains(&link);
            assert!(of_no_week || link.starts_with("/w/week-2020/"), "{link} on {address}");
            // Filters lead to filters; one deep is enough of them.
            let goes_deeper = link.contains('?') && address.contains('?');
            if !of_no_week && !goes_deeper {
                queue.push_back(link.to_owned());
            }
        }
    }
    let guide = released("week-2020", 7);
    for page in pages::all(&guide).into_iter().filter(|page| !matches!(page, Page::Check | Page::Claims)) {
        let address = Base::of_week("week-2020").address(page, Lang::En);
        assert!(seen.contains(&address), "nothing links to {address}");
    }
}

#[tokio::test]
async fn the_front_door_of_a_week_leads_into_it() {
    let (router, _) = two_weeks();
    let request = Request::get("/w/week-2020").header("accept-language", "en");
    let (status, headers, html) = answer(&router, request.body(Body::empty()).expect("a request")).await;
    assert_eq!((status, header(&headers, "location")), (StatusCode::FOUND, "/w/week-2020/en"));
    assert_eq!(attribute(&html, "href")[2..], ["/w/week-2020/zh", "/w/week-2020/en"]);
    let (status, headers, _) = get(&router, "/w/week-2020/").await;
    assert_eq!((status, header(&headers, "location")), (StatusCode::PERMANENT_REDIRECT, "/w/week-2020"));
}

#[tokio::test]
async fn the_language_switch_stays_in_the_week_and_search_engines_are_told_the_lasting_address() {
    let (router, _) = two_weeks();
    for prefix in ["", "/w/week-2021"] {
        let (_, _, html) = get(&router, &format!("{prefix}/en/programme/2021-06-21")).await;
        let switch = html.split("class=\"other-language\"").nth(1).expect("every page has a switch");
        assert_eq!(attribute(switch, "href")[0], format!("{prefix}/zh/programme/2021-06-21"));
        let told: Vec<&str> =
            attribute(&html, "href").into_iter().filter(|link| link.starts_with("https:")).collect();
        let lasting = |lang| format!("https://week.example.org/w/week-2021/{lang}/programme/2021-06-21");
        assert_eq!(told, [lasting("en"), lasting("zh"), lasting("en")]);
    }
}

#[tokio::test]
async fn every_page_of_a_release_says_which_it_is_in_both_languages() {
    let (router, _) = two_weeks();
    let guide = released("week-2021", 3).read_at(Base::of_week("week-2021"));
    let says = |lang| match lang {
        Lang::Zh => "<p>第3版 · 2021年6月20日 18:05 发布</p>",
        Lang::En => "<p>Release 3 · published 20 June 2021, 18:05</p>",
    };
    for page in pages::all(&guide) {
        for lang in Lang::BOTH {
            let (_, _, html) = get(&router, &guide.address(page, lang)).await;
            // What is checked is of no week, so the number would tell of something else.
            assert_eq!(html.contains(says(lang)), !matches!(page, Page::Check | Page::Claims), "{page:?}");
        }
    }
    let (_, _, html) = get(&crate::site(), "/en").await;
    assert!(!html.contains("Release ") && html.contains("All times are"));
}

#[tokio::test]
async fn an_unknown_week_is_not_found_in_the_askers_language_and_a_check_is_of_no_week() {
    let (router, _) = two_weeks();
    let ask = async |address: &str, language: &str| {
        let request = Request::get(address).header("accept-language", language);
        answer(&router, request.body(Body::empty()).expect("a request")).await
    };
    for (address, browser, lang) in [
        ("/w/week-1999/en/programme", "zh", "en"),
        ("/w/week-1999", "en", "en"),
        ("/w/week-2020/fr", "zh", "zh-CN"),
        ("/w/week-2020/en/sessions/no-such", "zh", "en"),
        ("/w/week-2020/en/check", "zh", "en"),
    ] {
        let (status, _, html) = ask(address, browser).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{address}");
        assert!(html.contains(&format!("<html lang=\"{lang}\">")), "{address}");
    }
}

#[tokio::test]
async fn before_the_first_release_readers_are_asked_to_come_back_and_checks_work() {
    let (router, site) = serving(Shelf::default());
    for address in ["/", "/zh", "/en/programme", "/w/week-2021/en", "/w/week-2021"] {
        let (status, headers, html) = get(&router, address).await;
        assert_eq!(
            (status, header(&headers, "retry-after")),
            (StatusCode::SERVICE_UNAVAILABLE, "120"),
            "{address}"
        );
        assert_eq!(header(&headers, "cache-control"), "no-store");
        assert!(html.contains("日程还没有发布") && html.contains("The programme is not published yet"));
        assert!(!html.contains("href=\"/en/programme\""), "nothing leads to what is not there");
    }
    for address in ["/zh/check", "/en/check", "/healthz", "/robots.txt"] {
        assert_eq!(get(&router, address).await.0, StatusCode::OK, "{address}");
    }
    let (_, _, html) = get(&router, "/en/check").await;
    for asset in attribute(&html, "href").into_iter().filter(|link| link.starts_with("/assets/")) {
        assert_eq!(get(&router, asset).await.0, StatusCode::OK);
    }

    // The current week may still be a draft while an older one can be read.
    site.show(Shelf::default().with(edition("week-2020", 7)).turned_to("week-2021"));
    assert_eq!(get(&router, "/en").await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(get(&router, "/w/week-2021/en").await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(get(&router, "/w/week-2020/en").await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_server_is_ready_with_a_week_and_a_database_and_serves_readers_without_the_latter() {
    let is_away = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&is_away);
    let site = Arc::new(Site::new(|| Timestamp::UNIX_EPOCH).with_readiness(Readiness::new(move || {
        if asked.load(Ordering::SeqCst) { Err("no route to db.internal".into()) } else { Ok(()) }
    })));
    let router = router(Arc::clone(&site));
    let nothing =
        (StatusCode::SERVICE_UNAVAILABLE, "还没有发布任何版本 / nothing is released yet\n".to_owned());
    let away =
        (StatusCode::SERVICE_UNAVAILABLE, "数据库没有应答 / the database does not answer\n".to_owned());
    let ready = async || {
        let (status, headers, words) = get(&router, "/readyz").await;
        assert_eq!(header(&headers, "content-type"), "text/plain; charset=utf-8");
        (status, words)
    };

    assert_eq!(ready().await, nothing);
    site.show(Shelf::default().with(edition("week-2021", 3)).turned_to("week-2021"));
    assert_eq!(ready().await, (StatusCode::OK, "就绪 / ready\n".to_owned()));
    is_away.store(true, Ordering::SeqCst);
    assert_eq!(ready().await, away);
    assert_eq!(get(&router, "/en").await.0, StatusCode::OK);
    assert_eq!(get(&router, "/healthz").await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_database_that_never_answers_keeps_one_thread_and_nobody_waiting() {
    let (release, held) = std::sync::mpsc::channel::<()>();
    let held = std::sync::Mutex::new(held);
    let questions = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&questions);
    let readiness = Readiness::new(move || {
        counted.fetch_add(1, Ordering::SeqCst);
        held.lock().expect("one asks at a time").recv().map_err(|error| error.to_string())
    });
    let router = router(Arc::new(Site::new(|| Timestamp::UNIX_EPOCH).with_readiness(readiness)));
    let (one, two) = tokio::join!(get(&router, "/readyz"), get(&router, "/readyz"));
    assert_eq!((one.0, two.0), (StatusCode::SERVICE_UNAVAILABLE, StatusCode::SERVICE_UNAVAILABLE));
    assert_eq!(questions.load(Ordering::SeqCst), 1);
    drop(release);
}

#[tokio::test]
async fn a_release_leaves_the_rendered_pages_of_other_weeks_alone() {
    let (router, site) = two_weeks();
    let (_, before, _) = get(&router, "/w/week-2020/en").await;
    let (_, of_third, _) = get(&router, "/en").await;
    let kept = Arc::clone(site.shelf().edition("week-2020").expect("it is on the shelf"));

    site.change(|shelf| shelf.with(edition("week-2021", 4)));
    let still = Arc::clone(site.shelf().edition("week-2020").expect("it is on the shelf"));
    assert!(Arc::ptr_eq(&kept, &still), "the edition with its pages is the same one");
    let (_, after, _) = get(&router, "/w/week-2020/en").await;
    assert_eq!(header(&before, "etag"), header(&after, "etag"));

    let known = Request::get("/en").header("if-none-match", header(&of_third, "etag"));
    let (status, headers, html) = answer(&router, known.body(Body::empty()).expect("a request")).await;
    assert!(status == StatusCode::OK && html.contains("week-2021 no. 4"), "a new release is another page");
    assert!(header(&headers, "etag").starts_with("W/\"4-"), "{}", header(&headers, "etag"));
}

#[test]
fn every_answer_is_wholly_of_one_release_while_releases_land() {
    const RELEASES: u32 = 40;
    const READERS: usize = 4;
    let (router, site) = serving(Shelf::default().with(edition("week-2021", 1)).turned_to("week-2021"));
    let editions: Vec<Guide> = (2..=RELEASES).map(|number| released("week-2021", number)).collect();
    let is_over = AtomicBool::new(false);
    let answers = AtomicUsize::new(0);

    std::thread::scope(|threads| {
        let readers: Vec<_> = (0..READERS)
            .map(|reader| {
                let (router, is_over, answers) = (&router, &is_over, &answers);
                threads.spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
                    let addresses =
                        ["/en", "/zh/activities", "/w/week-2021/en/activities", "/w/week-2021/zh"];
                    let mut last = 0;
                    while !is_over.load(Ordering::SeqCst) {
                        let (status, _, html) = runtime.block_on(get(router, addresses[reader]));
                        assert_eq!(status, StatusCode::OK);
                        let number = only_release_in(&html);
                        assert!(number >= last, "after release {last} came {number}");
                        last = number;
                        answers.fetch_add(1, Ordering::SeqCst);
                    }
                    assert_eq!(
                        only_release_in(&runtime.block_on(get(router, addresses[reader])).2),
                        RELEASES
                    );
                })
            })
            .collect();
        for guide in &editions {
            let seen = answers.load(Ordering::SeqCst);
            site.change(|shelf| shelf.with(Edition::new(guide, HashSet::new())));
            let reads = || readers.iter().all(|reader| !reader.is_finished());
            while answers.load(Ordering::SeqCst) < seen + READERS && reads() {
                std::thread::yield_now();
            }
        }
        is_over.store(true, Ordering::SeqCst);
    });
    assert!(answers.into_inner() >= READERS * (RELEASES as usize - 1));
}

/// The release a page is of, by its title, its foot and every activity on it, which must all agree.
fn only_release_in(html: &str) -> u32 {
    let marks = ["no. ", "第", "Release "];
    let numbers: BTreeSet<u32> = marks
        .iter()
        .flat_map(|mark| html.split(mark).skip(1))
        .filter(|rest| {
            ["号", "版 ·", "<", " ·", "\""]
                .iter()
                .any(|end| rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(end))
        })
        .filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
        .collect();
    assert_eq!(numbers.len(), 1, "{numbers:?}");
    numbers.into_iter().next().expect("one")
}
