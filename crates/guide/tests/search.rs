//! The search over a few records that are known word by word.

use askama::Template as _;
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::Records;
use festoon_guide::pages::search::{Results, Search};
use festoon_guide::search::{Asked, Found, Kind};
use festoon_guide::{Frozen, Guide, Imprint, Origin};
use festoon_testkit::TestWeek;
use festoon_testkit::people::{ADA, JONAS};
use jiff::civil::date;

fn guide() -> Guide {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("ai")
        .at("2021-06-21 09:00", "10:00")
        .speaker(ADA)
        .session("network")
        .at("2021-06-21 11:00", "12:00")
        .session("lights")
        .at("2021-06-22 11:00", "12:00")
        .guest(JONAS)
        .build();
    let texts = [
        ("AI 智能与人工智能大会", "Artificial Intelligence & Innovation", "讲城市如何用上智能。"),
        ("第５届未来网络论坛", "5th Future Network Forum", "江宁的下一张网。"),
        ("重庆夜灯", "Lights of Chongqing", "灯"),
    ];
    for (session, (zh, en, summary)) in programme.sessions.iter_mut().zip(texts) {
        session.title = Text::new(zh, en);
        session.summary = Text::in_language(Lang::Zh, summary);
    }
    programme.venues[0].name = Text::new("江宁会堂", "Jiangning Hall");
    Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default()))
}

fn asked(typed: &str) -> Asked<'_> {
    Asked { typed, lang: Lang::Zh, kind: None, skip: 0, most: 10, today: None }
}

fn keys(found: &Found<'_>, kind: Kind) -> Vec<String> {
    let group = found.groups.iter().find(|group| group.kind == kind);
    group.into_iter().flat_map(|group| &group.hits).map(|hit| hit.key.to_owned()).collect()
}

fn sessions(typed: &str) -> Vec<String> {
    keys(&guide().find(&asked(typed)), Kind::Session)
}

#[test]
fn both_languages_sounds_widths_and_slips_find_what_they_should() {
    for (typed, expected) in [
        ("人工智能", &["ai"][..]),
        ("智能", &["ai"]),
        ("工智", &["ai"]),
        ("灯", &["lights"]),
        ("rengongzhineng", &["ai"]),
        ("ren gong zhi neng", &["ai"]),
        ("rgzn", &["ai"]),
        ("rengzn", &["ai"]),
        ("AI智能", &["ai"]),
        ("ai 智能", &["ai"]),
        ("ＡＩ", &["ai"]),
        ("innovatoin", &["ai"]),
        ("inn", &["ai"]),
        ("novation", &["ai"]),
        ("未來網絡論壇", &["network"]),
        ("第5届", &["network"]),
        ("forum future", &["network"]),
        ("forums", &["network"]),
        ("networks forum", &["network"]),
        ("chongqing", &["lights"]),
        ("cqyd", &["lights"]),
        ("zhongqing", &["lights"]),
        ("xyzzy", &[]),
    ] {
        assert_eq!(sessions(typed), expected, "{typed}");
    }
}

#[test]
fn who_asks_for_several_finds_the_one_too_and_is_not_told_of_a_slip() {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("challenge")
        .at("2021-06-21 09:00", "10:00")
        .session("wireless")
        .at("2021-06-21 11:00", "12:00")
        .session("energy")
        .at("2021-06-22 11:00", "12:00")
        .build();
    let texts = [
        ("Student robot challenge", "For schools."),
        ("Wireless that keeps time", "What mobile robots need."),
        ("New energy", "A battery."),
    ];
    for (session, (title, summary)) in programme.sessions.iter_mut().zip(texts) {
        session.title = Text::in_language(Lang::En, title);
        session.summary = Text::in_language(Lang::En, summary);
    }
    let guide = Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default()));
    for (typed, expected) in [("robots", &["challenge", "wireless"][..]), ("batteries", &["energy"])] {
        let found = guide.find(&asked(typed));
        assert_eq!(keys(&found, Kind::Session), expected, "{typed}");
        assert_eq!(found.corrected, [], "{typed}");
    }
    let search = Search { typed: "robots", ..Search::default() };
    let html = Results::new(&guide, Lang::En, search).render().expect("in memory");
    assert!(html.contains("Student <mark>robot</mark> challenge"), "{html}");
}

#[test]
fn a_title_comes_before_a_paragraph_and_a_house_stands_among_the_houses() {
    let guide = guide();
    let found = guide.find(&asked("江宁"));
    assert_eq!(keys(&found, Kind::Venue), ["park"]);
    // All three are in the house; the network is also told about in its paragraph, which counts for less than the house.
    assert_eq!(keys(&found, Kind::Session), ["ai", "network", "lights"]);
    assert_eq!(found.total, 4);
    assert_eq!(keys(&guide.find(&asked("智能")), Kind::Session), ["ai"]);
}

/// The links of the results as they stand on the page, in order.
fn links(guide: &Guide, search: Search<'_>, lang: Lang) -> Vec<String> {
    let html = Results::new(guide, lang, search).render().expect("in memory");
    let titles = html.split("class=\"hit-title\"").skip(1).filter_map(|rest| rest.split("href=\"").nth(1));
    titles.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn a_day_leads_to_its_page_before_all_else() {
    let guide = guide();
    let today = Some(date(2021, 6, 21));
    for (typed, day) in [
        ("6月22日", 22),
        ("6月22号", 22),
        ("2021-06-22", 22),
        ("22 June", 22),
        ("June 22", 22),
        ("6/22", 22),
        ("22号", 22),
        ("周一", 21),
        ("星期一", 21),
        ("Monday", 21),
        ("今天", 21),
        ("明天", 22),
        ("today", 21),
        ("tomorrow", 22),
    ] {
        for lang in Lang::BOTH {
            let search = Search { typed, today, ..Search::default() };
            let first = format!("/{}/programme/2021-06-{day}", lang.code());
            assert_eq!(links(&guide, search, lang), [first], "{typed}");
            let html = Results::new(&guide, lang, search).render().expect("in memory");
            assert!(html.contains("<h2 id=\"days\">") && !html.contains("results-note"), "{html}");
        }
    }
}

#[test]
fn a_day_on_which_nothing_is_says_when_the_week_is() {
    let guide = guide();
    for (typed, today) in [("7月3日", None), ("today", Some(date(2020, 1, 1)))] {
        let page = |lang| {
            let search = Search { typed, today, ..Search::default() };
            Results::new(&guide, lang, search).render().expect("in memory")
        };
        assert!(
            page(Lang::Zh).contains("那天没有安排。创新周是2021年6月21日至27日，请从日程里选一天。"),
            "{typed}"
        );
        assert!(page(Lang::En).contains("Nothing is on that day. The week is 21–27 June 2021;"), "{typed}");
        assert_eq!(links(&guide, Search { typed, today, ..Search::default() }, Lang::Zh), [""; 0]);
    }
    assert_eq!(guide.find(&asked("7/3")).days, None, "two numbers may be anything");
}

#[test]
fn what_is_typed_by_sound_comes_before_scraps_of_english_words() {
    let mut programme = TestWeek::new()
        .venue("park")
        .session("scrap")
        .at("2021-06-21 09:00", "10:00")
        .session("initials")
        .at("2021-06-21 11:00", "12:00")
        .session("syllable")
        .at("2021-06-21 13:00", "14:00")
        .speaker(ADA)
        .build();
    let titles =
        [("夜灯", "Children and the arts of shining"), ("日暖与未来城", "Heat"), ("仁者之城", "Kindness")];
    for (session, (zh, en)) in programme.sessions.iter_mut().zip(titles) {
        session.title = Text::new(zh, en);
    }
    programme.people[0].name = Text::new("胡思明", "Ada Holm");
    let guide = Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default()));
    for (typed, expected) in [
        // Children has it inside.
        ("ren", &["syllable", "scrap"][..]),
        ("rn", &["initials"]),
        // Shining has it inside; the speaker 胡思明 is read so.
        ("hi", &["scrap"]),
        ("hsm", &["syllable"]),
        ("ing", &["scrap"]),
        ("wlc", &["initials"]),
    ] {
        assert_eq!(keys(&guide.find(&asked(typed)), Kind::Session), expected, "{typed}");
    }
}

#[test]
fn characters_of_the_same_sound_are_shown_only_where_what_was_written_stands_nowhere() {
    let mut programme = TestWeek::new()
        .venue("park")
        .session("skill")
        .at("2021-06-21 09:00", "10:00")
        .session("duty")
        .at("2021-06-21 11:00", "12:00")
        .build();
    programme.sessions[0].title = Text::new("智能城市", "Smart city");
    programme.sessions[1].title = Text::new("职能转变", "New duties");
    let guide = Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default()));
    for (typed, expected, heard) in [
        ("智能", &["skill"][..], None),
        ("职能", &["duty"], None),
        ("只能", &["skill", "duty"], Some("只能")),
        ("智能成市", &["skill"], Some("智能成市")),
    ] {
        let found = guide.find(&asked(typed));
        assert_eq!(
            (&*keys(&found, Kind::Session), found.heard.as_deref()),
            (&*expected.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>(), heard),
            "{typed}"
        );
    }
}

#[test]
fn that_nothing_has_all_the_words_is_said_by_their_names() {
    let guide = guide();
    let notes = |typed: &str, lang| {
        let html =
            Results::new(&guide, lang, Search { typed, ..Search::default() }).render().expect("in memory");
        let notes = html.split("class=\"results-note\">").skip(1).filter_map(|rest| rest.split('<').next());
        let alone = html.matches("/search?q=").count();
        (notes.map(str::to_owned).collect::<Vec<_>>().join(" "), alone)
    };
    for (typed, zh, en, alone) in [
        (
            "智能 网络",
            "没有同时包含「智能」和「网络」的内容，下面列出只包含其中一个的。",
            "Nothing contains both “智能” and “网络”. What is listed contains one of them.",
            2,
        ),
        (
            "智能 网络 夜灯",
            "没有同时包含「智能」「网络」和「夜灯」的内容，下面列出包含其中 1 个的。",
            "Nothing contains all of “智能”, “网络” and “夜灯”. What is listed contains 1 of them.",
            3,
        ),
        (
            "智能 xyzzy",
            "没有找到「xyzzy」，下面列出包含其余词的内容。",
            "“xyzzy” cannot be found anywhere. What is listed contains the rest.",
            0,
        ),
    ] {
        assert_eq!(notes(typed, Lang::Zh), (zh.to_owned(), alone));
        assert_eq!(notes(typed, Lang::En), (en.to_owned(), alone));
    }
}

#[test]
fn an_address_is_taken_for_a_name_or_its_beginning_and_for_nothing_else() {
    let guide = guide();
    for (words, expected) in [
        ("ai", &["ai"][..]),
        ("network", &["network"]),
        ("net", &["network"]),
        ("5th future network forum", &["network"]),
        ("lights of", &["lights"]),
        ("重庆夜", &["lights"]),
        // All of them stand in some title, none begins so.
        ("future network", &[]),
        ("forum", &[]),
        ("chongqing", &[]),
        ("innovatoin", &[]),
        ("", &[]),
    ] {
        let called: Vec<&str> = guide.called(words, Lang::Zh, 5).iter().map(|hit| hit.key).collect();
        assert_eq!(called, expected, "{words}");
    }
}

#[test]
fn what_has_only_some_of_the_words_is_shown_with_the_words_that_are_missing() {
    let guide = guide();
    let found = guide.find(&asked("智能 夜市xyzzy"));
    assert_eq!(keys(&found, Kind::Session), ["ai"]);
    assert_eq!(found.partly.map(|partly| (partly.has, partly.of)), Some((1, 3)));
    assert_eq!(found.nowhere, ["夜市", "xyzzy"]);
    assert_eq!(found.corrected, []);
}

#[test]
fn a_mistyped_word_is_said_and_one_that_is_nowhere_gets_suggestions() {
    let guide = guide();
    let found = guide.find(&asked("netwrok"));
    let corrected: Vec<_> = found.corrected.iter().map(|one| (&*one.typed, &*one.meant)).collect();
    assert_eq!(corrected, [("netwrok", "network")]);
    let found = guide.find(&asked("artificail intelligense xnxxvxtx"));
    assert_eq!(keys(&found, Kind::Session), ["ai"]);
    let found = guide.find(&asked("nxtwxxk"));
    assert_eq!((found.total, &*found.suggestions), (0, &["network".to_owned()][..]));
}

#[test]
fn nothing_is_found_across_the_end_of_a_sentence_but_across_a_blank_it_is() {
    let mut programme = TestWeek::new().venue("park").session("a").at("2021-06-21 09:00", "10:00").build();
    programme.sessions[0].title = Text::new("生物医药 专场", "Biomedicine");
    programme.sessions[0].summary = Text::in_language(Lang::Zh, "来到北京大学。生物医药！学生\n医院");
    let guide = Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default()));
    for (typed, expected) in [("药学", 0), ("生医", 0), ("医药专场", 1), ("大学。生物", 1), ("学生", 1)]
    {
        let found = guide.find(&asked(typed));
        assert_eq!(keys(&found, Kind::Session).len(), expected, "{typed}");
    }
    let found = guide.find(&asked("学生"));
    let excerpt = found.groups[0].hits[0].excerpt.as_ref().map(ToString::to_string);
    assert_eq!(excerpt.as_deref(), Some("来到北京大学。生物医药！<mark>学生</mark>\n医院"));
}

#[test]
fn chinese_in_an_order_that_stands_nowhere_is_cut_into_its_longest_pieces_and_no_more_than_eight() {
    let guide = guide();
    let found = guide.find(&asked("城市如何用上人工智能大会未来网络"));
    assert_eq!(found.partly.map(|partly| (partly.has, partly.of)), Some((2, 3)));
    let found = guide.find(&asked(&"智能城市人工大会网络夜灯论坛江宁重庆用上".repeat(9)));
    assert_eq!(found.partly.map(|partly| partly.of), Some(8));
    assert_eq!(found.nowhere, [""; 0]);
}

#[test]
fn what_matched_is_marked_in_what_is_shown() {
    let guide = guide();
    let shown = |typed: &str| {
        let found = guide.find(&asked(typed));
        let hit = &found.groups[0].hits[0];
        (hit.title.to_string(), hit.excerpt.as_ref().map(ToString::to_string))
    };
    let title = |html: &str| (html.to_owned(), None);
    assert_eq!(shown("智能"), title("AI <mark>智能</mark>与人工<mark>智能</mark>大会"));
    assert_eq!(shown("rgzn"), title("AI 智能与<mark>人工智能</mark>大会"));
    assert_eq!(shown("論壇"), title("第５届未来网络<mark>论坛</mark>"));
    assert_eq!(shown("5 未来"), title("第<mark>５</mark>届<mark>未来</mark>网络论坛"));
    let (_, excerpt) = shown("artifical");
    let artificial = "<span lang=\"en\"><mark>Artificial</mark> Intelligence &amp; Innovation</span>";
    assert_eq!(excerpt.as_deref(), Some(artificial));
    let (_, excerpt) = shown("城市");
    assert_eq!(excerpt.as_deref(), Some("讲<mark>城市</mark>如何用上智能。"));
}

#[test]
fn nobody_is_found_whom_the_public_may_not_know() {
    let guide = guide();
    for name in [JONAS.zh, JONAS.en, JONAS.key] {
        let found = guide.find(&asked(name));
        assert_eq!(keys(&found, Kind::Person), [""; 0], "{name}");
        assert!(!format!("{found:?}").contains(&format!("text: \"{}\"", JONAS.en)));
    }
    assert_eq!(keys(&guide.find(&asked(ADA.zh)), Kind::Person), [ADA.key]);
}

#[test]
fn pages_of_one_kind_follow_each_other_without_a_gap() {
    let guide = guide();
    let page = |skip| {
        let asked = Asked { kind: Some(Kind::Session), skip, most: 2, ..asked("江宁") };
        keys(&guide.find(&asked), Kind::Session)
    };
    assert_eq!(
        (page(0), page(2), page(4)),
        (vec!["ai".into(), "network".into()], vec!["lights".into()], vec![])
    );
}

#[test]
fn hostile_queries_are_answered() {
    let guide = guide();
    let long = "江".repeat(5_000);
    let mixed = "a江".repeat(3_000);
    for typed in [
        "", " ", "\0\u{7}", "'", "%", "<script>", "\u{202e}", "🎉", "\u{300}", "ﷺ", &long, &mixed, "((((",
        "𠀀",
    ] {
        let found = guide.find(&asked(typed));
        assert!(found.typed.chars().count() <= 200, "{typed}");
    }
    assert!(guide.find(&asked(&long)).is_cut);
}
