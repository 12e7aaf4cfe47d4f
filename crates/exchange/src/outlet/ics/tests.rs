//! What stands in a calendar of ours, that it comes back, and that only what changed says so.

use festoon_domain::programme::{Programme, Role, State, Visibility};
use festoon_domain::text::{Lang, Text};
use festoon_testkit::people::{ADA, JONAS, LIN, MEI, WEI};
use festoon_testkit::{TestWeek, occurrence, session};
use jiff::Timestamp;
use proptest::prelude::*;

use super::Previous;
use crate::outlet::{self, Asked, Issue, Loss, Losses, Outlet, Page, Site};
use crate::{NamedFile, Options, Reading};

fn path(page: Page<'_>, lang: Lang) -> String {
    match page {
        Page::Week => format!("/{}", lang.code()),
        Page::Activity(key) => format!("/{}/activities/{key}", lang.code()),
        Page::Session(key) => format!("/{}/sessions/{key}", lang.code()),
        page => format!("/{}/{page:?}", lang.code()),
    }
}

/// The public issue of this number, a day after the one before it.
fn asked(number: u32, previous: Option<&[u8]>) -> Asked {
    let first: Timestamp = "2021-06-01T00:00:00Z".parse().expect("an instant");
    Asked {
        lang: Lang::Zh,
        audience: Visibility::Public,
        site: Some(Site { base: "https://week.example.org".into(), path }),
        issue: Issue { number, at: first + jiff::SignedDuration::from_hours(24 * i64::from(number)) },
        previous: previous.map(|bytes| Previous::read(bytes).expect("ours")),
        only: None,
        notices: std::sync::Arc::default(),
        source: None,
    }
}

fn written(programme: &Programme, asked: &Asked) -> (Vec<u8>, Losses) {
    let written = outlet::write(programme, Outlet::Ics, asked).expect("every programme can be a calendar");
    (written.bytes, written.losses)
}

fn calendar(programme: &Programme, asked: &Asked) -> String {
    String::from_utf8(written(programme, asked).0).expect("UTF-8")
}

/// Without folding, one property a line.
fn unfolded(programme: &Programme, asked: &Asked) -> String {
    calendar(programme, asked).replace("\r\n ", "").replace("\r\n", "\n")
}

fn back(bytes: &[u8]) -> Reading {
    let file = NamedFile { name: "week.ics".into(), bytes: bytes.to_vec() };
    crate::read(&[file], &Options::default()).expect("readable")
}

fn week() -> TestWeek {
    TestWeek::new()
        .venue("park")
        .position(118.84, 31.95)
        .room("hall")
        .session("keynote")
        .at("2021-06-21 09:30", "10:30")
        .titled("主旨演讲", "Keynote")
        .about("关于未来", "On the future")
        .speaker(ADA)
        .guest(JONAS)
        .session("expo")
        .at("2021-06-21 09:00", "2021-06-23 17:00")
        .titled("展览", "")
}

#[test]
fn a_calendar_has_what_readers_want() {
    let text = unfolded(&week().build(), &asked(1, None));
    let guid = |key: &str| {
        let programme = week().build();
        programme[occurrence(&programme, key)].guid.to_string()
    };
    let text = text.replace(&guid("keynote"), "KEYNOTE").replace(&guid("expo"), "EXPO");
    insta::assert_snapshot!(text, @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Festoon//Programme//ZH
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    UID:3b3f1ab8-a4a8-554a-99a8-756a1743f4c3@week.example.org
    NAME;LANGUAGE=zh:测试周
    X-WR-CALNAME:测试周
    URL:https://week.example.org/zh
    REFRESH-INTERVAL;VALUE=DURATION:PT1H
    X-PUBLISHED-TTL:PT1H
    X-WR-TIMEZONE:Asia/Shanghai
    LAST-MODIFIED:20210602T000000Z
    BEGIN:VTIMEZONE
    TZID:Asia/Shanghai
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:+0800
    TZOFFSETTO:+0800
    TZNAME:CST
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:EXPO@week.example.org
    DTSTAMP:20210602T000000Z
    LAST-MODIFIED:20210602T000000Z
    SEQUENCE:1
    DTSTART;TZID=Asia/Shanghai:20210621T090000
    DTEND;TZID=Asia/Shanghai:20210623T170000
    SUMMARY;LANGUAGE=zh:展览
    STATUS:CONFIRMED
    LOCATION;LANGUAGE=zh:hall厅
    GEO:31.950000;118.840000
    URL:https://week.example.org/zh/sessions/expo
    CLASS:PUBLIC
    TRANSP:TRANSPARENT
    END:VEVENT
    BEGIN:VEVENT
    UID:KEYNOTE@week.example.org
    DTSTAMP:20210602T000000Z
    LAST-MODIFIED:20210602T000000Z
    SEQUENCE:1
    DTSTART;TZID=Asia/Shanghai:20210621T093000
    DTEND;TZID=Asia/Shanghai:20210621T103000
    SUMMARY;LANGUAGE=zh:主旨演讲
    STATUS:CONFIRMED
    LOCATION;LANGUAGE=zh:hall厅
    GEO:31.950000;118.840000
    DESCRIPTION;LANGUAGE=zh:关于未来\n\n————\n演讲：艾达·霍尔姆
    URL:https://week.example.org/zh/sessions/keynote
    CLASS:PUBLIC
    TRANSP:TRANSPARENT
    END:VEVENT
    END:VCALENDAR
    ");
}

#[test]
fn every_event_comes_back_as_it_was() {
    let programme = week().session("talk").nowhere().at("2021-06-22 14:00", "15:00").cancelled().build();
    let reading = back(&written(&programme, &asked(1, None)).0);
    let told = |programme: &Programme| {
        let one = |(id, one): (_, &festoon_domain::programme::Occurrence)| {
            let room = one.room().map(|room| programme[room].name.read(Lang::Zh).to_owned());
            let title = programme.session_of(id).title.read(Lang::Zh).to_owned();
            (one.when, one.guid, title, room, one.state)
        };
        let mut all: Vec<_> = programme.each_occurrence().map(one).collect();
        all.sort_by_key(|one| (one.0, one.1));
        all
    };
    assert_eq!(told(&reading.programme), told(&programme));
    let words: Vec<_> = reading.defects.iter().map(crate::Defect::word).collect();
    assert_eq!(words, ["left-aside", "duration-long", "no-room"]);
    assert_eq!(reading.programme.week.title.read(Lang::Zh), "测试周");
}

#[test]
fn people_come_back_as_far_as_the_public_may_know_of_them() {
    let programme = week()
        .session("panel")
        .at("2021-06-22 09:00", "10:00")
        .chair(MEI)
        .interpreter(WEI)
        .appears(LIN, Role::Speaker, Visibility::Hosts)
        .build();
    let public = written(&programme, &asked(1, None));
    assert_eq!(public.1.count(Loss::PeopleWithheld), 3);
    let names = |bytes: &[u8]| {
        let people = back(bytes).programme.people;
        people.iter().map(|person| person.name.read(Lang::Zh).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&public.0), [ADA.zh, MEI.zh]);
    let protocol = Asked { audience: Visibility::Protocol, ..asked(1, None) };
    assert_eq!(names(&written(&programme, &protocol).0), [ADA.zh, JONAS.zh, MEI.zh, WEI.zh, LIN.zh]);
}

#[test]
fn a_description_that_comes_back_is_the_one_that_went_out() {
    let programme = week().build();
    let reading = back(&written(&programme, &asked(1, None)).0);
    let descriptions: Vec<_> =
        reading.programme.sessions.iter().map(|one| one.description.read(Lang::Zh)).collect();
    assert_eq!(descriptions, ["", "关于未来"]);

    let nowhere = Asked { site: None, ..asked(1, None) };
    let once = calendar(&reading.programme, &nowhere);
    assert_eq!(calendar(&back(once.as_bytes()).programme, &nowhere), once);
}

#[test]
fn what_a_calendar_cannot_hold_is_told() {
    let programme = week().session("some day").titled("", "Some day").build();
    let (bytes, losses) = written(&programme, &Asked { site: None, ..asked(1, None) });
    assert_eq!((losses.count(Loss::NoTime), losses.count(Loss::NoSite)), (1, 1));
    assert!(!String::from_utf8(bytes).expect("UTF-8").contains("Some day"));
    let nowhere = week().session("talk").nowhere().at("2021-06-22 14:00", "15:00").build();
    assert_eq!(written(&nowhere, &asked(1, None)).1.count(Loss::NoRoom), 1);
}

#[test]
fn a_session_of_no_length_says_so_instead_of_ending_when_it_begins() {
    let programme = week().session("gong").at("2021-06-22 14:00", "14:00").build();
    let text = unfolded(&programme, &asked(1, None));
    assert!(text.contains("DTSTART;TZID=Asia/Shanghai:20210622T140000\nDURATION:PT0S\n"), "{text}");
}

#[test]
fn identifiers_are_of_the_site_or_of_a_stand_in() {
    let host = |base: &str| {
        let site = Site { base: base.into(), path };
        super::host(&Asked { site: Some(site), ..asked(1, None) }, &mut Losses::default()).to_owned()
    };
    assert_eq!(host("https://week.example.org"), "week.example.org");
    assert_eq!(host("http://localhost:8080/base"), "localhost");
    assert_eq!(host("https://创新周.cn"), "festoon.invalid");
}

#[test]
fn an_unchanged_programme_gives_the_same_bytes_in_the_next_issue() {
    let programme = week().build();
    let first = written(&programme, &asked(1, None)).0;
    assert_eq!(written(&programme, &asked(2, Some(&first))).0, first);
}

#[test]
fn only_what_changed_is_raised() {
    let mut programme = week().build();
    let first = written(&programme, &asked(1, None)).0;
    let keynote = occurrence(&programme, "keynote");
    programme.occurrences[keynote.0 as usize].state = State::Cancelled;
    let second = written(&programme, &asked(2, Some(&first))).0;
    assert_eq!(stamps(&second), [("EXPO", 1, "20210602"), ("KEYNOTE", 2, "20210603")].map(owned));
    // The third issue knows only the second.
    assert_eq!(written(&programme, &asked(3, Some(&second))).0, second);
}

#[test]
fn what_is_gone_stays_as_cancelled_without_what_was_said_about_it() {
    let programme = week().build();
    let first = written(&programme, &asked(1, None)).0;
    let mut less = week().build();
    less.occurrences.retain(|one| one.session != session(&programme, "keynote"));
    let second = written(&less, &asked(2, Some(&first))).0;
    assert_eq!(stamps(&second), [("EXPO", 1, "20210602"), ("KEYNOTE", 2, "20210603")].map(owned));
    let text = String::from_utf8(second.clone()).expect("UTF-8").replace("\r\n ", "");
    assert!(text.contains("STATUS:CANCELLED\r\n") && !text.contains(ADA.zh) && !text.contains("关于未来"));
    assert_eq!(written(&less, &asked(3, Some(&second))).0, second);

    let returned = written(&programme, &asked(3, Some(&second))).0;
    assert_eq!(stamps(&returned), [("EXPO", 1, "20210602"), ("KEYNOTE", 3, "20210604")].map(owned));
}

#[test]
fn a_site_that_moves_does_not_double_what_subscribers_have() {
    let programme = week().build();
    let first = written(&programme, &Asked { site: None, ..asked(1, None) }).0;
    let text = unfolded(&programme, &asked(2, Some(&first)));
    let uids: Vec<_> = text.lines().filter(|line| line.starts_with("UID:")).collect();
    assert!(uids[1..].iter().all(|uid| uid.ends_with("@festoon.invalid")), "{uids:?}");
}

#[test]
fn a_feed_of_another_program_is_no_memory() {
    assert!(Previous::read(b"BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n").is_none());
    assert!(Previous::read(b"").is_none());
}

fn owned((name, sequence, day): (&str, u32, &str)) -> (String, u32, String) {
    (name.to_owned(), sequence, day.to_owned())
}

/// Every event's name, SEQUENCE and day of LAST-MODIFIED, in the order of the file.
fn stamps(bytes: &[u8]) -> Vec<(String, u32, String)> {
    let programme = week().build();
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8").replace("\r\n ", "");
    let value = |event: &str, name: &str| {
        let line = event.lines().find_map(|line| line.strip_prefix(name).map(str::to_owned));
        line.expect("every event has it")
    };
    let one = |event: &str| {
        let guid = value(event, "UID:");
        let known = ["keynote", "expo"]
            .into_iter()
            .find(|key| guid.starts_with(&programme[occurrence(&programme, key)].guid.to_string()));
        let sequence = value(event, "SEQUENCE:").parse().expect("a number");
        let day = value(event, "LAST-MODIFIED:")[..8].to_owned();
        (known.expect("one of the two").to_uppercase(), sequence, day)
    };
    text.split("BEGIN:VEVENT").skip(1).map(one).collect()
}

proptest! {
    #[test]
    fn whatever_a_text_holds_the_byte_rules_hold_and_it_comes_back(
        title in any_text(), about in any_text(),
    ) {
        let mut programme = week().build();
        let id = session(&programme, "keynote");
        programme.sessions[id.0 as usize].title = Text::in_language(Lang::Zh, &title);
        programme.sessions[id.0 as usize].summary = Text::default();
        programme.sessions[id.0 as usize].description = Text::in_language(Lang::Zh, &about);
        let bytes = written(&programme, &asked(1, None)).0;

        prop_assert!(bytes.ends_with(b"END:VCALENDAR\r\n"));
        let text = std::str::from_utf8(&bytes).expect("UTF-8");
        for line in text.trim_end_matches("\r\n").split("\r\n") {
            prop_assert!(!line.is_empty() && line.len() <= 75, "{line:?}");
            prop_assert!(!line.contains(|c: char| c.is_control() && c != '\t'), "{line:?}");
        }

        let reading = back(&bytes);
        let keynote = reading.programme.occurrences.iter().find(|one| one.guid == programme[occurrence(&programme, "keynote")].guid);
        let read = &reading.programme[keynote.expect("it is there").session];
        let one_line = title.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(read.title.read(Lang::Zh), one_line);
        prop_assert_eq!(read.description.read(Lang::Zh), about.trim());
    }

    #[test]
    fn whatever_the_feed_before_was_nothing_panics(bytes in "(BEGIN:VCALENDAR\r\nPRODID:-//Festoon//Programme//ZH\r\n)?(BEGIN:VEVENT\r\n(UID|DTSTART;TZID=Europe/Berlin|DTSTAMP|SEQUENCE):\\PC{0,20}\r\nEND:VEVENT\r\n)?\\PC{0,20}") {
        if let Some(previous) = Previous::read(bytes.as_bytes()) {
            let asked = Asked { previous: Some(previous), ..asked(2, None) };
            let written = outlet::write(&week().build(), Outlet::Ics, &asked);
            prop_assert!(written.is_err() || written.is_ok_and(|it| it.bytes.ends_with(b"END:VCALENDAR\r\n")));
        }
    }
}

/// Text of all planes, with what calendars escape, but without control characters, which are left out, and the two
/// separators, which become line ends.
fn any_text() -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        Just('\n'),
        Just('\\'),
        Just(','),
        Just(';'),
        Just(':'),
        Just('"'),
        Just(' '),
        Just('周')
    ];
    let fits = |c: &char| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}');
    let any_fit = any::<char>().prop_filter("held by calendars", fits);
    proptest::collection::vec(prop_oneof![odd, any_fit], 0..120).prop_map(|all| all.into_iter().collect())
}
