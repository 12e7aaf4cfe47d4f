//! What apps have choked on, one peculiarity a test; the schema itself is checked from outside, in `tests/outlets`.

use festoon_domain::programme::{Reference, ReferenceKind, State, Visibility};
use festoon_domain::text::{Lang, Text};
use festoon_testkit::TestWeek;
use festoon_testkit::people::{ADA, JONAS, LIN, MEI};
use jiff::Timestamp;

use super::super::{Asked, Issue, Loss, Outlet, Unwritable, Written, write};
use super::*;

fn asked(lang: Lang) -> Asked {
    let issue = Issue { number: 3, at: Timestamp::UNIX_EPOCH };
    Asked { lang, ..Asked::of(issue) }
}

fn written(programme: &Programme, lang: Lang) -> (String, Losses) {
    let Written { bytes, losses } =
        write(programme, Outlet::ScheduleXml, &asked(lang)).expect("something has a time");
    (String::from_utf8(bytes).expect("UTF-8"), losses)
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

#[test]
fn an_entry_is_written_as_schema_and_apps_want_it() {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 09:30", "10:15")
        .speaker(ADA)
        .build();
    programme.occurrences[0].number = NonZeroU32::new(42);
    let (text, losses) = written(&programme, Lang::En);
    let event: Vec<&str> = between(&text, "<event", "</event>")[0].lines().map(str::trim).collect();
    let event = event.join("\n");
    insta::assert_snapshot!(event, @r#"
    id="42" guid="deacff49-5082-5634-810a-f09f1110b6ac">
    <date>2021-06-21T09:30:00+08:00</date>
    <start>09:30</start>
    <duration>00:45</duration>
    <room>hall</room>
    <slug>test_week-0042</slug>
    <title>keynote</title>
    <track/>
    <type>other</type>
    <abstract/>
    <persons>
    <person id="2091493919" guid="65e8afc3-de28-5e84-b2ad-3ad6f5c4618e">Ada Holm</person>
    </persons>
    "#);
    assert_eq!(losses.each().map(|(loss, ..)| loss).collect::<Vec<_>>(), [Loss::NoSite]);
}

#[test]
fn days_are_counted_from_one_without_gaps_whatever_lies_between() {
    let programme = TestWeek::new()
        .session("opening")
        .at("2021-06-21 09:30", "10:15")
        .session("closing")
        .at("2021-06-25 09:30", "10:15")
        .build();
    let (text, _) = written(&programme, Lang::Zh);
    assert_eq!(
        between(&text, "<day index=\"", "\" start"),
        ["1\" date=\"2021-06-21", "2\" date=\"2021-06-25"]
    );
}

#[test]
fn what_takes_days_is_cut_at_midnight_and_stays_under_a_day() {
    let programme = TestWeek::new().session("exhibition").at("2021-06-21 09:00", "2021-06-23 17:00").build();
    let (text, losses) = written(&programme, Lang::Zh);
    assert_eq!(between(&text, "<duration>", "</duration>"), ["15:00", "23:59", "17:00"]);
    let guid = programme.occurrences[0].guid.to_string();
    let guids = between(&text, "guid=\"", "\"");
    assert_eq!(guids.iter().filter(|one| **one == guid).count(), 1);
    assert_eq!(losses.count(Loss::CutIntoDays), 1);
}

#[test]
fn a_session_over_midnight_stays_whole_on_its_first_day() {
    let programme = TestWeek::new().session("night").at("2021-06-21 22:00", "2021-06-22 02:00").build();
    let (text, _) = written(&programme, Lang::Zh);
    assert_eq!(between(&text, "<date>", "</date>"), ["2021-06-21T22:00:00+08:00"]);
    assert_eq!(between(&text, "<duration>", "</duration>"), ["04:00"]);
}

#[test]
fn two_halls_of_one_name_have_two_names() {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("one")
        .at("2021-06-21 09:00", "10:00")
        .venue("campus")
        .room("aula")
        .session("other")
        .at("2021-06-21 09:00", "10:00")
        .build();
    programme.rooms[1].name = programme.rooms[0].name.clone();
    let (text, _) = written(&programme, Lang::En);
    let mut names = between(&text, "<room name=\"", "\"");
    names.sort_unstable();
    assert_eq!(names, ["campus · hall", "park · hall"]);
}

#[test]
fn nobody_appears_whom_the_readers_may_not_know() {
    let programme = TestWeek::new()
        .session("talks")
        .at("2021-06-21 09:00", "10:00")
        .speaker(ADA)
        .guest(JONAS)
        .interpreter(MEI)
        .build();
    let (text, losses) = written(&programme, Lang::En);
    assert!(text.contains("Ada Holm") && !text.contains("Jonas") && !text.contains("Mei Xue"));
    assert_eq!(losses.count(Loss::PeopleWithheld), 2);
    let all = Asked { audience: Visibility::Protocol, ..asked(Lang::En) };
    let all = write(&programme, Outlet::ScheduleXml, &all).expect("a time");
    let all = String::from_utf8(all.bytes).expect("UTF-8");
    // An interpreter would be shown as a speaker.
    assert!(all.contains("Jonas Berg") && !all.contains("Mei Xue"));
}

#[test]
fn a_cancelled_session_says_so_once_in_its_title() {
    let mut programme = TestWeek::new().session("talk").at("2021-06-21 09:00", "10:00").chair(LIN).build();
    programme.occurrences[0].state = State::Cancelled;
    let (text, losses) = written(&programme, Lang::Zh);
    assert!(text.contains("<title>【已取消】talk场</title>"));
    assert_eq!(losses.count(Loss::CancelledInTitle), 1);
    programme.sessions[0].title = Text::new("（取消）讲座", "CANCELLED: Talk");
    assert!(written(&programme, Lang::En).0.contains("<title>CANCELLED: Talk</title>"));
}

#[test]
fn markup_and_control_characters_in_texts_do_no_harm() {
    let mut programme = TestWeek::new().session("talk").at("2021-06-21 09:00", "10:00").build();
    programme.sessions[0].title = Text::new("A & B <c> ]]> \u{7}\"d\"", "");
    programme.sessions[0].summary = Text::new("first\r\nsecond\u{0}\u{fffe}", "");
    let (text, losses) = written(&programme, Lang::Zh);
    assert!(text.contains("<title>A &amp; B &lt;c&gt; ]]&gt; "));
    assert!(text.contains("<abstract>first\nsecond</abstract>"));
    assert_eq!(losses.count(Loss::ControlCharacters), 2);
}

#[test]
fn an_address_stands_once_among_an_events_links() {
    let mut programme = TestWeek::new().session("talk").at("2021-06-21 09:00", "10:00").build();
    let reference = |address: &str, title: &str| Reference {
        address: address.into(),
        title: title.into(),
        kind: ReferenceKind::Related,
    };
    programme.sessions[0].references = vec![
        reference("https://x.example/a", "A"),
        reference("https://x.example/a", "B"),
        reference("x", "C"),
    ];
    let (text, _) = written(&programme, Lang::Zh);
    assert_eq!(between(&text, "<link ", "</link>"), ["href=\"https://x.example/a\">A"]);
}

#[test]
fn without_a_single_time_there_is_no_schedule() {
    let programme = TestWeek::new().session("talk").build();
    let refused = write(&programme, Outlet::ScheduleXml, &asked(Lang::Zh)).map(|_| ());
    assert_eq!(refused, Err(Unwritable::NothingTimed));
}
