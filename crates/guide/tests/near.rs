//! What is on now and next: which lines the page holds, in which order, and what it says when there are none.

use askama::Template as _;
use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_guide::pages::near::{Look, NearPage, NotUnderstood};
use festoon_guide::{Frozen, Guide, Imprint, Origin};
use festoon_testkit::TestWeek;
use jiff::Timestamp;

fn guide(programme: Programme) -> Guide {
    Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default()))
}

fn morning() -> TestWeek {
    TestWeek::new()
        .venue("mall")
        .venue("park")
        .road("park", "mall", 35)
        .session("over")
        .at("2021-06-21 08:00", "10:00")
        .session("on")
        .at("2021-06-21 09:00", "10:30")
        .session("cancelled")
        .at("2021-06-21 09:00", "11:00")
        .cancelled()
        .session("next")
        .at("2021-06-21 11:00", "12:00")
        .session("later")
        .at("2021-06-21 13:01", "14:00")
        .venue("mall")
        .session("show")
        .at("2021-06-21 08:30", "20:00")
        .session("parade")
        .at("2021-06-21 13:00", "14:00")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn page(guide: &Guide, lang: Lang, look: &Look) -> String {
    NearPage::new(guide, lang, look).render().expect("in memory")
}

/// The sessions of the page by their keys, in order, those that are on before those that are next.
fn keys(html: &str) -> Vec<&str> {
    let links = html.split("class=\"line-title\"").skip(1);
    links
        .map(|rest| rest.split("/sessions/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link"))
        .collect()
}

#[test]
fn what_has_ended_is_gone_and_what_begins_within_three_hours_is_next() {
    let guide = guide(morning().build());
    let look = Look { at: at("2021-06-21T10:00+08:00"), ..Look::default() };
    for lang in Lang::BOTH {
        assert_eq!(keys(&page(&guide, lang, &look)), ["show", "on", "next", "parade"]);
    }
    let english = page(&guide, Lang::En, &look);
    assert!(english.contains("ends in 30 min") && english.contains("starts in 1 h<"), "{english}");
}

#[test]
fn who_says_where_they_are_reads_the_nearest_first_with_its_minutes() {
    let guide = guide(morning().build());
    let from = guide.venue("park");
    let html = page(&guide, Lang::Zh, &Look { at: at("2021-06-21T10:00+08:00"), from, ..Look::default() });
    assert_eq!(keys(&html), ["on", "show", "next", "parade"]);
    assert!(html.contains("就在这里") && html.contains("路上约 35 分钟"));
}

#[test]
fn what_can_no_longer_be_reached_says_so() {
    let guide = guide(morning().build());
    let from = guide.venue("park");
    // The parade in the mall, 35 minutes away, begins at one; the show there ends at eight in the evening.
    for (now, [zh, en], expected) in [
        ("2021-06-21T12:25:00+08:00", ["赶不上开场", "cannot be there when it starts"], 0),
        ("2021-06-21T12:25:01+08:00", ["赶不上开场", "cannot be there when it starts"], 1),
        ("2021-06-21T19:25:00+08:00", ["到时已经结束", "over before you get there"], 0),
        ("2021-06-21T19:25:01+08:00", ["到时已经结束", "over before you get there"], 1),
    ] {
        let look = Look { at: at(now), from, ..Look::default() };
        for (lang, words) in [(Lang::Zh, zh), (Lang::En, en)] {
            let html = page(&guide, lang, &look);
            let lines = html.split("<li").filter(|line| line.contains("class=\"near-late\""));
            assert_eq!(lines.filter(|line| line.contains(words)).count(), expected, "{now} {lang:?}");
        }
        let anywhere = Look { at: at(now), ..Look::default() };
        assert!(!page(&guide, Lang::Zh, &anywhere).contains("<span class=\"near-late\">现在"), "{now}");
    }
}

#[test]
fn a_time_is_said_in_hours_and_minutes_and_where_one_is_as_a_sentence() {
    let guide = guide(morning().build());
    let look = Look { at: at("2021-06-21T18:29:30+08:00"), ..Look::default() };
    let says = |lang, words: &str| assert!(page(&guide, lang, &look).contains(words), "{words}");
    says(Lang::Zh, "1 小时 31 分钟后结束");
    says(Lang::En, "ends in 1 h 31 min");
    says(
        Lang::Zh,
        "<label for=\"from\">我在</label>\n<select id=\"from\" name=\"from\">\n<option value=\"\">请选择场馆<",
    );
    says(
        Lang::En,
        "<label for=\"from\">I am at</label>\n<select id=\"from\" name=\"from\">\n<option value=\"\">choose a venue<",
    );
}

#[test]
fn while_nothing_is_on_the_days_of_the_week_are_offered() {
    let guide = guide(morning().build());
    let html = page(&guide, Lang::En, &Look { at: at("2026-01-01T00:00Z"), ..Look::default() });
    assert!(html.contains("The week is 21–27 June 2021"));
    assert!(html.contains("<a href=\"/en/near?at=2021-06-21T10:00\">As if it were Mon 21 June, 10:00</a>"));
    assert_eq!(html.matches("/en/near?at=").count(), 1, "nothing is on on the other days");
}

#[test]
fn another_time_is_said_to_be_another_and_what_makes_no_sense_is_told() {
    let guide = guide(morning().build());
    let look = Look { at: at("2021-06-21T10:00+08:00"), as_if: true, ..Look::default() };
    let html = page(&guide, Lang::Zh, &look);
    assert!(html.contains("这里按 2021年6月21日 10:00 显示，不是现在。") && !html.contains("data-made"));
    assert!(
        html.contains("href=\"/en/near?at=2021-06-21T10:00\""),
        "the language is switched at the same time"
    );

    let wrong = Look { not_understood: vec![NotUnderstood::Moment, NotUnderstood::Place], ..look };
    let html = page(&guide, Lang::En, &wrong);
    assert!(html.contains("Write it like 2021-06-22T10:00.") && html.contains("Choose one from the list."));
}

#[test]
fn a_very_full_hour_is_cut_and_leads_on_to_the_day() {
    let mut week = morning();
    for n in 0..200 {
        week = week.session(&format!("crowd-{n}")).at("2021-06-21 09:30", "10:30");
    }
    let guide = guide(week.build());
    let html = page(&guide, Lang::En, &Look { at: at("2021-06-21T10:00+08:00"), ..Look::default() });
    assert_eq!(keys(&html).len(), 60);
    assert!(keys(&html).ends_with(&["next", "parade"]), "what is next keeps its place");
    assert!(html.contains("<a href=\"/en/programme/2021-06-21\">144 more: see the whole day</a>"));
    assert!(
        html.contains(
            "data-taken=\"The 60 shown are sorted by distance in a straight line, nearest first.\""
        )
    );
    assert!(!html.contains("data-taken=\"Sorted by distance"));
}

#[test]
fn a_page_of_now_says_by_which_clock_and_how_it_is_told_once_it_is_old() {
    let guide = guide(morning().build());
    let look = Look { at: at("2021-06-21T10:05+08:00"), ..Look::default() };
    let html = page(&guide, Lang::En, &look);
    assert!(html.contains("data-made=\"1624241100000\""), "{html}");
    assert!(html.contains("<span class=\"near-as-of\" hidden>As it stood on 21 June 2021, 10:05; "));
    assert!(
        html.contains(
            "<a href=\"/en/programme/2021-06-21\">See the whole day</a> · <a href=\"/en/programme\">"
        )
    );
    let idle = page(&guide, Lang::Zh, &Look { at: at("2021-05-01T10:00+08:00"), ..Look::default() });
    assert!(idle.contains("data-made=") && !idle.contains("看当天全部日程"), "that day is none of the week");
    let as_if = Look { as_if: true, ..look };
    assert!(!page(&guide, Lang::Zh, &as_if).contains("data-made"), "a look at another time grows no older");
}
