//! What a page shows only on paper: the code that leads back to it, and where there is none.

use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_guide::filter::Filter;
use festoon_guide::imprint::{Imprint, Origin, Release};
use festoon_guide::qr::Code;
use festoon_guide::url::Page;
use festoon_guide::{Frozen, Guide, pages};
use festoon_testkit::TestWeek;
use jiff::Timestamp;

fn guide(origin: Option<&str>) -> Guide {
    let week = TestWeek::new().venue("park").room("hall").session("keynote").at("2021-06-21 10:00", "11:00");
    let release = Release { number: 1, at: Timestamp::UNIX_EPOCH };
    let origin = Origin(origin.map(str::to_owned));
    Guide::of(Frozen::of(Records::of(week.build())), Imprint::of_release(origin, "test-week", release))
}

fn on_paper(html: &str) -> Option<&str> {
    let (_, rest) = html.split_once("<div class=\"on-paper\">")?;
    Some(rest.split_once("</div>")?.0)
}

#[test]
fn a_page_on_paper_leads_to_its_lasting_address() {
    let guide = guide(Some("https://week.example"));
    let day = guide.days()[0].date;
    for (lang, words) in [(Lang::Zh, "扫码查看最新安排"), (Lang::En, "Scan for the latest")] {
        for page in
            [Page::Day(day), Page::Grid(day), Page::Session("keynote"), Page::Venue("park"), Page::Week]
        {
            let html = pages::render(&guide, lang, page).expect("a page");
            let address = guide.lasting_address(page, lang);
            assert!(address.starts_with("https://week.example/w/test-week/"), "{address}");
            let code = Code::of(&address).expect("it is short");
            assert_eq!(on_paper(&html), Some(&*format!("<p>{words}<br>{address}</p>{code}")), "{page:?}");
        }
    }
}

#[test]
fn what_a_reader_chose_to_see_is_led_to_as_well() {
    let guide = guide(Some("https://week.example"));
    let day = guide.days()[0].date;
    let filter = Filter::parse("venue=park", &guide).expect("the house is there");
    let html = pages::filtered_day(&guide, Lang::En, day, &filter).expect("a page");
    let paper = on_paper(&html).expect("a code");
    assert!(paper.contains(&format!("/en/programme/{day}?venue=park</p>")), "{paper}");
}

#[test]
fn there_is_no_code_to_what_is_another_page_on_every_device_or_has_no_name() {
    let named = guide(Some("https://week.example"));
    let nameless = guide(None);
    for page in [Page::Plan, Page::Offline, Page::Check] {
        assert_eq!(on_paper(&pages::render(&named, Lang::Zh, page).expect("a page")), None, "{page:?}");
    }
    assert_eq!(on_paper(&pages::render(&nameless, Lang::Zh, Page::Week).expect("a page")), None);
}
