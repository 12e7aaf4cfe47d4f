//! A plan read from a link: what it holds, what it says of what does not go together, in both languages.

use std::num::NonZeroU32;

use askama::Template as _;
use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_guide::pages::plan::SharedPlanPage;
use festoon_guide::plan::{Entry, Plan, Wanted};
use festoon_guide::{Frozen, Guide, Imprint, Origin};
use festoon_testkit::TestWeek;

/// Wei stars a talk, one that begins ten minutes later 35 minutes away, one at the same time, and one that is cancelled. Numbered from 1.
fn starred() -> Programme {
    TestWeek::new()
        .venue("mall")
        .room("square")
        .venue("park")
        .room("hall")
        .road("park", "mall", 35)
        .session("talk")
        .at("2021-06-21 15:00", "16:00")
        .session("evening")
        .at("2021-06-21 17:40", "19:00")
        .session("cancelled")
        .at("2021-06-21 15:00", "16:00")
        .cancelled()
        .room("square")
        .session("show")
        .at("2021-06-21 16:10", "17:00")
        .session("dance")
        .at("2021-06-21 16:30", "17:20")
        .venue("station")
        .session("train")
        .at("2021-06-22 23:00", "2021-06-23 01:00")
        .build()
}

fn guide(mut programme: Programme) -> Guide {
    for (number, occurrence) in (1..).zip(&mut programme.occurrences) {
        occurrence.number = NonZeroU32::new(number);
    }
    Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default()))
}

/// Days, entries and troubles, a line each.
fn told(guide: &Guide, list: &str, lang: Lang) -> Vec<String> {
    let mut told = Vec::new();
    for day in Plan::of(guide, &Wanted::read(list), lang).days {
        told.push(day.name);
        for entry in day.entries {
            told.extend(entry.troubles.into_iter().map(|trouble| trouble.sentence));
            told.push(entry.title.plain().to_owned());
        }
    }
    told
}

#[test]
fn what_cannot_be_reached_is_said_with_its_minutes_in_both_languages() {
    let guide = guide(starred());
    assert_eq!(
        told(&guide, "4.1", Lang::Zh),
        [
            "6月21日 周一",
            "talk场",
            "「talk场」16:00 在park馆结束，到「show场」（16:10，mall馆）路上约 35 分钟，中间只有 10 分钟：赶不上。",
            "show场",
        ]
    );
    assert_eq!(
        told(&guide, "4.1", Lang::En),
        [
            "Mon 21 June",
            "talk",
            "“talk” ends at 16:00 at park. The road to “show” (16:10, mall) takes about 35 min and you have 10: you cannot \
             make it.",
            "show",
        ]
    );
}

#[test]
fn what_is_tight_is_said_and_is_no_clash() {
    let guide = guide(starred());
    let plan = Plan::of(&guide, &Wanted::read("4.2"), Lang::Zh);
    assert_eq!(plan.grave_count(), 0);
    assert_eq!(
        told(&guide, "4.2", Lang::Zh)[2],
        "「show场」17:00 在mall馆结束，到「evening场」（17:40，park馆）路上约 35 分钟，中间有 40 分钟：有点紧。"
    );
}

#[test]
fn one_hall_a_cancelled_session_and_another_day_are_in_nobodys_way() {
    let guide = guide(starred());
    let plan = Plan::of(&guide, &Wanted::read("1.3.4.5.6"), Lang::En);
    let troubles: Vec<(&str, usize)> =
        plan.entries().map(|entry| (entry.title.plain(), entry.troubles.len())).collect();
    assert_eq!(troubles, [("talk", 0), ("cancelled", 0), ("show", 1), ("dance", 1), ("train", 0)]);
}

#[test]
fn a_device_is_given_what_it_needs_without_a_network() {
    let guide = guide(starred());
    let plan = Plan::of(&guide, &Wanted::read("6.1.77"), Lang::En);
    assert_eq!(plan.unknown, [NonZeroU32::new(77).expect("not nought")]);
    let kept: Vec<_> = plan.entries().map(Entry::kept).collect();
    assert_eq!(
        serde_json::to_value(&kept).expect("plain values"),
        serde_json::json!([
            {
                "number": 1, "key": "talk", "title": "talk", "lang": "en",
                "start": "2021-06-21T15:00:00+08:00", "end": "2021-06-21T16:00:00+08:00",
                "place": "hall · park", "house": "park", "roomLang": "en", "houseLang": "en", "venue": 1, "room": 1,
                "cancelled": false, "sample": false,
            },
            {
                "number": 6, "key": "train", "title": "train", "lang": "en",
                "start": "2021-06-22T23:00:00+08:00", "end": "2021-06-23T01:00:00+08:00",
                "place": "station", "house": "station", "roomLang": null, "houseLang": "en", "venue": 2, "room": null,
                "cancelled": false, "sample": false,
            },
        ])
    );
}

#[test]
fn a_shared_plan_is_a_page_in_both_languages_and_keeps_its_link_when_the_language_is_switched() {
    let guide = guide(starred());
    for (lang, sum, other) in [
        (Lang::Zh, "3 场、1 处冲突", "/en/plan?o=1.4.6"),
        (Lang::En, "3 sessions, 1 clash", "/zh/plan?o=1.4.6"),
    ] {
        let html = SharedPlanPage::new(&guide, lang, &Wanted::read("1.4.6")).render().expect("in memory");
        for wanted in
            [sum, other, "name=\"numbers\" value=\"1.4.6\"", "<meta name=\"robots\" content=\"noindex\">"]
        {
            assert!(html.contains(wanted), "{wanted} in {html}");
        }
    }
}

#[test]
fn a_link_that_names_nothing_says_so_and_what_was_left_out() {
    let guide = guide(starred());
    let page =
        |list: &str| SharedPlanPage::new(&guide, Lang::En, &Wanted::read(list)).render().expect("in memory");
    let nothing = page("<script>.77");
    assert!(!nothing.contains("<script>.77"));
    assert!(nothing.contains("Nothing in this link is in the programme as it stands."));
    assert!(!nothing.contains("class=\"plan-note\""), "one sentence is enough");
    let some = page("<script>.77.1");
    let notes: Vec<&str> =
        some.split("<p class=\"plan-note\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(
        notes,
        ["2 more sessions in the link are not in the programme as it stands, and are not listed."]
    );
    assert!(page(&"9.".repeat(5000)).contains("Nothing in this link is in the programme"));
}
