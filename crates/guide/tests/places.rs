//! Pages of people, venues, sessions and activities: what is on them, in both languages, and what is not.

use festoon_domain::programme::{
    Activity, ActivityId, Part, PartId, PartKind, Reference, ReferenceKind, Role, Visibility,
};
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::{Provenance, Records};
use festoon_guide::imprint::{Imprint, Origin};
use festoon_guide::pages::venues::{Overview, SitePlan};
use festoon_guide::url::Page;
use festoon_guide::{Frozen, Guide, pages};
use festoon_testkit::TestWeek;
use festoon_testkit::people::{ADA, JONAS, MEI, WEI};

const HASH: &str = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

/// A park with two halls and a campus, ten kilometres apart; Ada speaks at both, Mei only interprets, in private.
fn week() -> TestWeek {
    TestWeek::new()
        .venue("park")
        .position(118.80, 31.90)
        .capacity(1_600)
        .open("08:00", "22:00")
        .room("hall")
        .seats(1_200)
        .room("salon")
        .seats(30)
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA)
        .appears(ADA, Role::Chair, Visibility::Public)
        .interpreter(MEI)
        .venue("campus")
        .position(118.90, 31.90)
        .room("aula")
        .session("panel")
        .at("2021-06-22 11:20", "12:00")
        .speaker(ADA)
        .guest(JONAS)
}

fn guide(week: TestWeek) -> Guide {
    of(Records::of(week.build()), Origin::default())
}

fn of(records: Records, origin: Origin) -> Guide {
    Guide::of(Frozen::of(records), Imprint::unreleased(origin))
}

fn page(guide: &Guide, page: Page<'_>, lang: Lang) -> String {
    pages::render(guide, lang, page).expect("there is such a page")
}

/// The content without what stands around every page.
fn main(html: &str) -> &str {
    let (_, from) = html.split_once("<main").expect("a page has a main part");
    from.split_once("</main>").expect("it ends").0
}

/// All of them stand there, in this order.
fn assert_in_order(html: &str, expected: &[&str]) {
    let mut rest = html;
    for text in expected {
        let at = rest.find(text).unwrap_or_else(|| panic!("no “{text}” after the ones before it in {html}"));
        rest = &rest[at + text.len()..];
    }
}

#[test]
fn every_page_exists_in_both_languages_and_knows_no_other() {
    let guide = guide(week());
    let all = pages::all(&guide);
    for wanted in [Page::Venues, Page::Venue("park"), Page::Person(ADA.key)] {
        assert!(all.contains(&wanted), "{wanted:?}");
        for lang in Lang::BOTH {
            assert!(pages::render(&guide, lang, wanted).is_some(), "{wanted:?}");
        }
    }
    for none in [Page::Venue("nowhere"), Page::Person("nobody"), Page::Person(WEI.key)] {
        assert_eq!(pages::render(&guide, Lang::Zh, none), None, "{none:?}");
    }
}

#[test]
fn a_person_shows_every_public_appearance_by_time_with_what_they_are_there() {
    let guide = guide(week());
    let english = page(&guide, Page::Person(ADA.key), Lang::En);
    let expected =
        ["Ada Holm", "Mon 21 June", "Speaker, Chair", "keynote", "10:00", "Tue 22 June", "Speaker", "panel"];
    assert_in_order(main(&english), &expected);
    let chinese = page(&guide, Page::Person(ADA.key), Lang::Zh);
    assert_in_order(
        main(&chinese),
        &["艾达·霍尔姆", "6月21日 周一", "演讲、主持", "keynote场", "6月22日 周二", "演讲"],
    );
}

#[test]
fn whoever_is_only_known_to_the_protocol_desk_has_no_page_and_is_on_none() {
    let guide = guide(week());
    for hidden in [MEI, JONAS] {
        for lang in Lang::BOTH {
            assert_eq!(pages::render(&guide, lang, Page::Person(hidden.key)), None, "{}", hidden.en);
            for other in pages::all(&guide) {
                let html = pages::render(&guide, lang, other).unwrap_or_default();
                assert!(!html.contains(hidden.en) && !html.contains(hidden.zh), "{} on {other:?}", hidden.en);
            }
        }
    }
}

#[test]
fn a_picture_of_ours_is_shown_and_one_elsewhere_only_linked() {
    let mut programme = week().build();
    let ada = programme.people.iter().position(|person| person.key == ADA.key).expect("she speaks");
    programme.people[ada].picture = Some(format!("upload:{HASH}"));
    let with_ours = of(Records::of(programme.clone()), Origin::default());
    let html = page(&with_ours, Page::Person(ADA.key), Lang::En);
    let img = format!(
        "<img class=\"portrait\" src=\"/uploads/{HASH}-320\" srcset=\"/uploads/{HASH}-320 320w, /uploads/{HASH}-960 960w\" \
         sizes=\"240px\" width=\"240\" height=\"240\" alt=\"Portrait of Ada Holm\""
    );
    assert!(html.contains(&img), "{}", main(&html));
    let session = page(&with_ours, Page::Session("keynote"), Lang::En);
    assert!(session.contains(&format!("src=\"/uploads/{HASH}-320\" width=\"48\" height=\"48\" alt=\"\"")));

    programme.people[ada].picture = Some("https://elsewhere.example/ada.jpg".into());
    let html = page(&of(Records::of(programme.clone()), Origin::default()), Page::Person(ADA.key), Lang::En);
    assert!(!main(&html).contains("<img"), "{}", main(&html));
    assert!(html.contains("<a href=\"https://elsewhere.example/ada.jpg\" rel=\"external"));

    programme.people[ada].picture = Some("javascript:alert(1)".into());
    let html = page(&of(Records::of(programme), Origin::default()), Page::Person(ADA.key), Lang::En);
    assert!(!html.contains("javascript:") && !main(&html).contains("<img"));
}

#[test]
fn a_session_has_its_texts_its_papers_and_its_star() {
    let mut programme = week().build();
    let reference =
        |address: &str, title: &str, kind| Reference { address: address.into(), title: title.into(), kind };
    programme.occurrences[0].number = std::num::NonZeroU32::new(17);
    let session = &mut programme.sessions[0];
    session.subtitle = Text::new("副题", "A second line");
    session.description = Text::new("说明", "More about it");
    session.references = vec![
        reference(&format!("upload:{HASH}"), "Slides", ReferenceKind::Attachment),
        reference("https://elsewhere.example/article", "", ReferenceKind::Related),
        reference("javascript:alert(1)", "Bad", ReferenceKind::Related),
    ];
    let guide = of(Records::of(programme), Origin::default());
    let html = page(&guide, Page::Session("keynote"), Lang::En);
    let paper = format!("<a href=\"/uploads/{HASH}\" type=\"application/pdf\">Slides</a>");
    let expected = [
        "A second line",
        "More about it",
        "data-star=\"17\"",
        "href=\"/en/venues/park\"",
        "href=\"/sessions/keynote/calendar.ics?lang=en\"",
        "href=\"/en/people/ada\"",
        &paper,
        "<a href=\"https://elsewhere.example/article\"",
    ];
    assert_in_order(main(&html), &expected);
    assert!(!html.contains("javascript:"));
    let chinese = page(&guide, Page::Session("keynote"), Lang::Zh);
    assert_in_order(main(&chinese), &["副题", "说明", "加到日历", "资料", "相关内容"]);
}

#[test]
fn a_road_is_as_long_there_as_back_and_says_how_that_is_known() {
    let guide = guide(week().road("park", "campus", 35));
    for lang in Lang::BOTH {
        let sentence = match lang {
            Lang::Zh => "路上约 35 分钟",
            Lang::En => "about 35 min",
        };
        for (from, to) in [("park", "campus"), ("campus", "park")] {
            let html = page(&guide, Page::Venue(from), lang);
            assert_in_order(main(&html), &[&guide.address(Page::Venue(to), lang), sentence]);
        }
    }
    let guessed = page(&self::guide(week()), Page::Venue("park"), Lang::En);
    assert!(guessed.contains("about 32 min, estimated from the distance"), "{}", main(&guessed));
}

#[test]
fn a_venue_says_what_the_records_say() {
    let html = page(&guide(week()), Page::Venue("park"), Lang::En);
    let expected = [
        "1,600 people",
        "Daily 08:00–22:00",
        "hall",
        "1,200 seats",
        "salon",
        "30 seats",
        "Mon 21 June",
        "keynote",
    ];
    assert_in_order(main(&html), &expected);
    let html = page(&guide(week()), Page::Venue("park"), Lang::Zh);
    assert_in_order(main(&html), &["1,600 人", "每天 08:00–22:00", "hall厅", "1,200 座", "6月21日 周一"]);
}

#[test]
fn a_house_without_position_is_only_in_the_list() {
    let guide = guide(week().venue("tent"));
    let overview = Overview::of(&guide, Lang::En).expect("two houses have a position");
    let numbers: Vec<usize> = overview.dots.iter().map(|dot| dot.number).collect();
    assert_eq!(numbers, [1, 2]);
    let html = page(&guide, Page::Venues, Lang::En);
    assert_eq!(main(&html).matches("href=\"/en/venues/tent\"").count(), 1);
    assert_eq!(main(&html).matches("href=\"/en/venues/park\"").count(), 2);
}

#[test]
fn a_subscription_is_offered_where_the_site_has_a_name_and_a_file_everywhere() {
    let nameless = page(&guide(week()), Page::Week, Lang::En);
    assert!(!nameless.contains("webcal:") && !nameless.contains("ggt.gaa.st"));
    assert!(nameless.contains("href=\"/calendar.ics?lang=en\" type=\"text/calendar\""));

    let origin = Origin(Some("https://week.example".into()));
    let guide = of(Records::of(week().build()), origin);
    let html = page(&guide, Page::Week, Lang::En);
    let expected = [
        "href=\"webcal://week.example/calendar.ics?lang=en\"",
        "WeChat cannot open calendars.",
        "href=\"https://ggt.gaa.st/#url=https%3A%2F%2Fweek.example%2Fschedule.xml%3Flang%3Den\"",
        "href=\"/schedule.xml?lang=en\"",
        "href=\"/schedule.json?lang=en\"",
        "href=\"/opass/session.json\"",
    ];
    assert_in_order(main(&html), &expected);
    let day = guide.days()[0].date;
    for page_of in [Page::Day(day), Page::Session("keynote"), Page::Venue("park"), Page::Person(ADA.key)] {
        for (lang, words) in [(Lang::Zh, "微信里打不开日历。"), (Lang::En, "WeChat cannot open calendars.")]
        {
            let html = page(&guide, page_of, lang);
            assert!(html.contains("webcal://week.example/") && html.contains(words), "{page_of:?}");
        }
    }
}

#[test]
fn what_to_do_in_wechat_is_said_in_one_wording_and_folded_away_or_shown_by_script() {
    let guide = guide(week());
    for (lang, words) in [(Lang::Zh, "微信"), (Lang::En, "WeChat")] {
        for page_of in pages::all(&guide) {
            let html = page(&guide, page_of, lang);
            let mut sentences: Vec<&str> =
                html.split(['<', '>']).filter(|text| text.contains(words)).collect();
            let told = sentences.len();
            sentences.dedup();
            let folded = html.matches("<details class=\"subscribe\">").count();
            assert_eq!((sentences.len(), told), (1, 1 + folded), "{page_of:?}: {sentences:?}");
        }
    }
}

#[test]
fn a_person_is_of_their_employer_first_in_chinese_and_last_in_english() {
    let mut programme = week().build();
    let ada = programme.people.iter_mut().find(|person| person.key == ADA.key).expect("she speaks");
    ada.organisation = Text::new("示例江苏公司", "Sample Jiangsu Company");
    ada.position = Text::new("董事长", "Chair of the board");
    let guide = of(Records::of(programme), Origin::default());
    for (lang, said) in
        [(Lang::Zh, "示例江苏公司 董事长"), (Lang::En, "Chair of the board, Sample Jiangsu Company")]
    {
        let html = page(&guide, Page::Person(ADA.key), lang);
        assert_in_order(main(&html), &["<h1", &format!("<p class=\"person-affiliation\">{said}</p>")]);
    }
}

#[test]
fn the_front_page_has_no_button_for_the_office_which_finds_its_way_at_the_foot() {
    let guide = guide(week());
    for lang in Lang::BOTH {
        let html = page(&guide, Page::Week, lang);
        assert!(!main(&html).contains("/check\"") && !main(&html).contains("class=\"button\""), "{html}");
        let foot = html.split("<footer").nth(1).expect("a foot");
        assert!(foot.contains(&format!("href=\"/{}/check\"", lang.code())), "{foot}");
    }
}

/// A congress: an activity with an opening, a closing and a long programme, all in one hall.
fn congress(sessions: usize) -> Guide {
    let keys: Vec<String> = (0..sessions).map(|at| format!("talk-{at}")).collect();
    let mut week = TestWeek::new().venue("expo").room("hall");
    for (at, key) in keys.iter().enumerate() {
        let day = 21 + at % 5;
        week = week.session(key).at(&format!("2021-06-{day} 10:00"), "11:00").speaker(ADA);
    }
    let mut programme = week.build();
    let title = Text::new("大会", "Congress");
    programme.activities.push(Activity {
        key: "congress".into(),
        title,
        edition: Some(5),
        ..Activity::default()
    });
    for (key, kind) in
        [("end", PartKind::Closing), ("talks", PartKind::Programme), ("start", PartKind::Opening)]
    {
        let title = Text::new(key, key);
        let provenance = Provenance::Stated;
        programme.parts.push(Part {
            key: key.into(),
            activity: Some(ActivityId(0)),
            kind,
            title,
            provenance,
        });
    }
    for (at, session) in programme.sessions.iter_mut().enumerate() {
        session.activity = Some(ActivityId(0));
        session.part = Some(PartId([2, 0, 1][at.min(2)]));
    }
    of(Records::of(programme), Origin::default())
}

#[test]
fn an_activity_runs_from_its_opening_to_its_closing_with_its_people() {
    let guide = congress(6);
    let html = page(&guide, Page::Activity("congress"), Lang::En);
    let expected = [
        "5th",
        "part-start",
        "talk-0",
        "part-talks",
        "talk-2",
        "part-end",
        "talk-1",
        "href=\"/en/people/ada\"",
    ];
    assert_in_order(main(&html), &expected);
    assert_eq!(main(&html).matches("href=\"/en/people/ada\"").count(), 1, "once, however often she speaks");
    let html = page(&guide, Page::Activity("congress"), Lang::Zh);
    assert_in_order(main(&html), &["第 5 届", "part-start", "part-end", "参与的人"]);
}

#[test]
fn a_house_an_activity_and_a_person_with_thousands_of_sessions_have_pages_of_bounded_size() {
    let guide = congress(3_000);
    for page_of in [Page::Venue("expo"), Page::Activity("congress"), Page::Person(ADA.key)] {
        for lang in Lang::BOTH {
            let html = page(&guide, page_of, lang);
            let lines = html.matches("<p class=\"line-title\">").count();
            assert!(
                (10..=200).contains(&lines) && html.len() < 200_000,
                "{page_of:?}: {lines}, {}",
                html.len()
            );
        }
    }
    let venue = page(&guide, Page::Venue("expo"), Lang::En);
    assert!(
        venue.contains("<a href=\"/en/programme/2021-06-21?venue=expo\">All 600 sessions of this day</a>")
    );
    let activity = page(&guide, Page::Activity("congress"), Lang::En);
    assert_in_order(
        main(&activity),
        &["The others", "href=\"/en/programme/2021-06-21\"", "href=\"/en/programme/2021-06-25\""],
    );
}

#[test]
fn a_plan_is_empty_for_a_house_without_halls() {
    assert!(SitePlan::of([], Lang::Zh).is_none());
}
