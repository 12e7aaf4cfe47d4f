//! Tracks, pages and addresses, each against what it must be.

use festoon_domain::programme::{Activity, ActivityId, Part, PartId, PartKind};
use festoon_domain::text::Text;
use festoon_domain::week::{Provenance, Week};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::super::{Issue, Site};
use super::*;

#[test]
fn a_track_is_the_part_behind_its_activity() {
    let mut programme = programme();
    programme.activities.push(Activity { title: Text::new("大会", "Conference"), ..Activity::default() });
    for activity in [Some(ActivityId(0)), None] {
        programme.parts.push(Part {
            key: "opening".into(),
            activity,
            kind: PartKind::Opening,
            title: Text::new("开幕式", "Opening"),
            provenance: Provenance::Stated,
        });
    }
    let of = |activity: Option<u32>, part: Option<u32>| {
        let session =
            Session { activity: activity.map(ActivityId), part: part.map(PartId), ..Session::default() };
        track(&programme, &session, Lang::En, &mut Losses::default())
    };
    assert_eq!(of(Some(0), Some(0)), "Conference · Opening");
    assert_eq!(of(Some(0), Some(1)), "Opening");
    assert_eq!(of(Some(0), None), "Conference");
    assert_eq!(of(None, None), "");
}

#[test]
fn a_page_is_the_hosts_own_else_the_guides_else_stands_for_one() {
    let mut session = Session { key: "keynote".into(), ..Session::default() };
    let mut losses = Losses::default();
    assert_eq!(page(&asked(None), &session, &mut losses), "https://festoon.invalid/session/keynote");
    assert_eq!(losses.count(Loss::NoSite), 1);

    let site =
        Site { base: "https://week.example".into(), path: |page, lang| format!("/{}/{page:?}", lang.code()) };
    let asked = asked(Some(site));
    assert_eq!(page(&asked, &session, &mut losses), "https://week.example/en/Session(\"keynote\")");
    session.link = Some("https://host.example/会场".into());
    assert_eq!(page(&asked, &session, &mut losses), "https://host.example/%E4%BC%9A%E5%9C%BA");
    session.link = Some("mailto:lin@host.example".into());
    assert_eq!(page(&asked, &session, &mut losses), "https://week.example/en/Session(\"keynote\")");
    assert_eq!(losses.count(Loss::NoSite), 1);
}

#[test]
fn a_week_without_a_name_or_an_address_has_something_in_their_places() {
    let (mut programme, mut losses) = (programme(), Losses::default());
    assert_eq!(title_of_week(&programme, Lang::Zh, &mut losses), "日程");
    assert_eq!(base_url(&programme, &asked(None), &mut losses), STAND_IN);
    assert!(is_stand_in(STAND_IN) && !is_stand_in("https://festoon.invalid.example/"));
    programme.week.title = Text::new("测试周", "");
    programme.week.site = Some("https://week.example".into());
    assert_eq!(title_of_week(&programme, Lang::En, &mut losses), "测试周");
    assert_eq!(base_url(&programme, &asked(None), &mut losses), "https://week.example");
    assert_eq!((losses.count(Loss::NoSite), losses.count(Loss::OtherLanguage)), (1, 1));
}

#[test]
fn addresses_are_written_in_the_letters_that_may_stand_in_them() {
    let fits = [
        ("https://host.example", "https://host.example"),
        ("HTTP://host.example:8080/a?b=c&d#e", "http://host.example:8080/a?b=c&d#e"),
        ("https://host.example/100%/50%25 [x]#a#b", "https://host.example/100%25/50%25%20%5Bx%5D#a%23b"),
        ("https://[2001:db8::1]:80/|", "https://[2001:db8::1]:80/%7C"),
        ("https://lin@例子.example/", "https://lin@%E4%BE%8B%E5%AD%90.example/"),
    ];
    for (stood, written) in fits {
        assert_eq!(web(stood).as_deref(), Some(written));
    }
    for unfit in [
        "",
        "host.example",
        "ftp://host.example/",
        "https://",
        "https://:80",
        "https://h:http/",
        "https://[x]/",
    ] {
        assert_eq!(web(unfit), None, "{unfit}");
    }
}

fn programme() -> Programme {
    Programme::empty(Week::unnamed(TimeZone::UTC))
}

fn asked(site: Option<Site>) -> Asked {
    let issue = Issue { number: 1, at: Timestamp::UNIX_EPOCH };
    Asked { lang: Lang::En, site, ..Asked::of(issue) }
}
