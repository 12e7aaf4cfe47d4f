//! The clash rules, one story each: what is found, and what must not be.

use festoon_domain::text::Lang;
use festoon_domain::timetable::words::{remedy, sentence};
use festoon_domain::timetable::{Rule, Rulebook, check};
use festoon_testkit::TestWeek;
use festoon_testkit::people::{ADA, JONAS, LIN, MEI};
use insta::assert_snapshot;

/// Every finding with its rule, sentence and remedy in both languages.
fn report(week: TestWeek) -> String {
    let programme = week.build();
    let lines: Vec<String> = check(&programme, &Rulebook::default())
        .iter()
        .map(|finding| {
            let [zh, en] = Lang::BOTH.map(|lang| {
                format!("{} → {}", sentence(&programme, finding, lang), remedy(&programme, finding, lang))
            });
            format!("{} {:?}\n  {zh}\n  {en}", finding.clash.rule().word(), finding.severity)
        })
        .collect();
    lines.join("\n")
}

/// Two houses, half an hour apart.
fn two_houses() -> TestWeek {
    TestWeek::new().venue("park").room("hall").venue("campus").room("aula").road("park", "campus", 35)
}

#[test]
fn a_person_cannot_be_in_two_places() {
    let week = two_houses()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA)
        .venue("campus")
        .room("aula")
        .session("panel")
        .at("2021-06-21 10:30", "11:30")
        .chair(ADA);
    assert_snapshot!(report(week));
}

#[test]
fn a_person_may_do_two_things_in_one_hall() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("poster")
        .at("2021-06-21 10:00", "11:00")
        .shared()
        .speaker(ADA)
        .session("other-poster")
        .at("2021-06-21 10:30", "11:30")
        .shared()
        .speaker(ADA);
    assert_eq!(report(week), "");
}

#[test]
fn a_person_with_less_time_than_the_road_takes_is_found() {
    let week = two_houses()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA)
        .venue("campus")
        .room("aula")
        .session("panel")
        .at("2021-06-21 11:34", "12:00")
        .speaker(ADA);
    assert_snapshot!(report(week));
}

#[test]
fn exactly_the_minutes_of_the_road_suffice_for_a_speaker() {
    let week = two_houses()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA)
        .venue("campus")
        .room("aula")
        .session("panel")
        .at("2021-06-21 11:35", "12:00")
        .speaker(ADA);
    assert_eq!(report(week), "");
}

#[test]
fn a_guest_of_honour_wants_slack_beyond_the_road() {
    let week = two_houses()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .guest(JONAS)
        .venue("campus")
        .room("aula")
        .session("panel")
        .at("2021-06-21 11:40", "12:00")
        .guest(JONAS);
    assert_snapshot!(report(week));
}

#[test]
fn a_road_nobody_knows_is_said_once_and_not_taken_for_a_clash() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA)
        .venue("campus")
        .room("aula")
        .session("panel")
        .at("2021-06-21 11:01", "12:00")
        .speaker(ADA);
    assert_snapshot!(report(week));
}

#[test]
fn one_room_cannot_be_had_twice() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .session("panel")
        .at("2021-06-21 10:59", "12:00");
    assert_snapshot!(report(week));
}

#[test]
fn back_to_back_is_not_twice_and_shared_is_not_exclusive() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .session("panel")
        .at("2021-06-21 11:00", "12:00")
        .session("exhibition")
        .at("2021-06-21 09:00", "18:00")
        .shared();
    assert_eq!(report(week), "");
}

#[test]
fn a_cancelled_session_clashes_with_nothing() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .session("panel")
        .at("2021-06-21 10:30", "12:00")
        .cancelled();
    assert_eq!(report(week), "");
}

#[test]
fn a_house_holds_so_many_over_all_its_rooms() {
    let week = TestWeek::new()
        .venue("park")
        .capacity(500)
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "12:00")
        .expecting(300)
        .room("annex")
        .session("panel")
        .at("2021-06-21 11:00", "13:00")
        .expecting(250)
        .room("loft")
        .session("salon")
        .at("2021-06-21 12:00", "13:00")
        .expecting(200);
    assert_snapshot!(report(week));
}

#[test]
fn doors_are_closed_outside_the_hours() {
    let week = TestWeek::new()
        .venue("park")
        .open("09:00", "18:00")
        .room("hall")
        .session("breakfast")
        .at("2021-06-21 08:30", "09:30")
        .session("dinner")
        .at("2021-06-21 17:00", "18:00");
    assert_snapshot!(report(week));
}

#[test]
fn more_people_than_seats_are_found() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .seats(200)
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .expecting(201)
        .session("panel")
        .at("2021-06-21 11:00", "12:00")
        .expecting(200);
    assert_snapshot!(report(week));
}

#[test]
fn too_few_interpreters_are_found() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .interpreted(2)
        .interpreter(MEI)
        .session("panel")
        .at("2021-06-21 11:00", "12:00")
        .interpreted(2)
        .interpreter(MEI)
        .interpreter(LIN);
    assert_snapshot!(report(week));
}

#[test]
fn missing_and_stale_translations_are_found() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .titled("主旨演讲", "")
        .session("panel")
        .at("2021-06-21 11:00", "12:00")
        .titled("圆桌对话", "Panel")
        .stale(Lang::En);
    assert_snapshot!(report(week));
}

#[test]
fn sessions_without_room_time_or_host_are_found() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("timeless")
        .session("homeless")
        .nowhere()
        .at("2021-06-21 10:00", "11:00")
        .session("hostless")
        .at("2021-06-21 11:00", "12:00")
        .without_host();
    assert_snapshot!(report(week));
}

#[test]
fn what_no_session_of_a_file_says_is_told_once() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    let week = names.iter().fold(TestWeek::new().venue("park").room("hall"), |week, name| {
        week.session(name).titled("", name).without_host().shared().at("2021-06-21 10:00", "11:00")
    });
    assert_snapshot!(report(week));
}

#[test]
fn one_session_handed_in_by_two_hosts_is_found_once_and_not_as_a_clash() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("opening")
        .titled("未来网络发展大会开幕式", "Opening")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA)
        .room("annex")
        .session("opening-again")
        .hosted_by("chamber")
        .titled("未来网络发展大会 开幕式", "Opening ceremony")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA);
    assert_snapshot!(report(week));
}

#[test]
fn openings_in_two_houses_are_two_openings() {
    let week = two_houses()
        .venue("park")
        .room("hall")
        .session("opening")
        .titled("开幕式", "Opening")
        .at("2021-06-21 10:00", "11:00")
        .venue("campus")
        .room("aula")
        .session("opening-there")
        .hosted_by("chamber")
        .titled("开幕式", "Opening")
        .at("2021-06-21 10:00", "11:00");
    assert_eq!(report(week), "");
}

#[test]
fn numbered_forums_that_start_together_are_not_duplicates() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("one")
        .titled("未来网络发展大会分论坛一", "Forum 1")
        .at("2021-06-21 10:00", "11:00")
        .room("annex")
        .session("two")
        .hosted_by("chamber")
        .titled("未来网络发展大会分论坛二", "Forum 2")
        .at("2021-06-21 10:00", "11:00");
    assert_eq!(report(week), "");
}

#[test]
fn a_rule_the_week_ignores_finds_nothing() {
    let programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .session("panel")
        .at("2021-06-21 10:30", "12:00")
        .build();
    let mut rulebook = Rulebook::default();
    rulebook.grade(Rule::RoomTwice, None);
    assert_eq!(check(&programme, &rulebook), []);
}

#[test]
fn a_placeholder_on_every_stage_is_listed_up_to_a_limit_and_said() {
    let names: Vec<String> = (0..100).map(|n| format!("s{n}")).collect();
    let week = names.iter().fold(TestWeek::new().venue("park"), |week, name| {
        week.room(name).session(name).at("2021-06-21 10:00", "11:00").speaker(ADA)
    });
    let programme = week.build();
    let mut rulebook = Rulebook::default();
    rulebook.most_listed = 50;
    let findings = check(&programme, &rulebook);
    assert_eq!(findings.len(), 51);
}
