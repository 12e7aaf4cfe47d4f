//! Calendars as they are, one peculiarity a test, and bytes that are none.

use festoon_domain::programme::{ReferenceKind, Role, State};
use festoon_domain::text::Lang;
use proptest::prelude::*;

use crate::entry::PlaceStated;
use crate::schedule::{self, ScheduleReading};
use crate::{Defect, Entry, Format, NamedFile};

fn read_bytes(bytes: &[u8]) -> ScheduleReading {
    let file = NamedFile { name: "week.ics".into(), bytes: bytes.to_vec() };
    schedule::read(&file, Format::Ics, None).expect("readable")
}

/// A calendar of these lines, each ended as it should be.
fn calendar(lines: &str) -> ScheduleReading {
    let lines: Vec<&str> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    read_bytes(format!("BEGIN:VCALENDAR\r\n{}\r\nEND:VCALENDAR\r\n", lines.join("\r\n")).as_bytes())
}

/// An event that lacks nothing but what is said here.
fn event(lines: &str) -> ScheduleReading {
    calendar(&format!(
        "BEGIN:VEVENT
        UID:1@week
        DTSTAMP:20210601T000000Z
        SUMMARY:T
        LOCATION:A
        {lines}
        END:VEVENT"
    ))
}

fn words(reading: &ScheduleReading) -> Vec<&'static str> {
    reading.defects.iter().map(Defect::word).collect()
}

fn times(reading: &ScheduleReading) -> Vec<(String, i64)> {
    let time = |entry: &Entry| entry.when.map(|when| (when.start().to_string(), when.duration().as_mins()));
    reading.entries.iter().filter_map(time).collect()
}

fn time(start: &str, minutes: i64) -> Vec<(String, i64)> {
    vec![(start.to_owned(), minutes)]
}

const USUAL: &str = "DTSTART:20210621T013000Z\nDTEND:20210621T023000Z";

#[test]
fn a_sound_event_has_no_defect() {
    let reading = event(USUAL);
    assert_eq!(words(&reading), [""; 0]);
    assert_eq!(times(&reading), time("2021-06-21T01:30:00Z", 60));
    assert_eq!(reading.entries[0].id.as_deref(), Some("1@week"));
}

#[test]
fn a_time_is_read_in_the_zone_it_names() {
    for name in ["Asia/Shanghai", "/freeassociation.sourceforge.net/Asia/Shanghai", "China Standard Time"] {
        let reading = event(&format!("DTSTART;TZID={name}:20210621T093000\nDURATION:PT1H"));
        assert_eq!(times(&reading), time("2021-06-21T01:30:00Z", 60), "{name}");
    }
    let said = event("DTSTART;TZID=China Standard Time:20210621T093000\nDURATION:PT1H");
    assert_eq!(words(&said), ["zone-name-taken"]);
}

#[test]
fn a_zone_that_only_the_file_defines_holds_also_for_events_before_it() {
    let reading = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTAMP:20210601T000000Z\nSUMMARY:T\nLOCATION:A
        DTSTART;TZID=Ours:20210621T093000\nDURATION:PT1H\nEND:VEVENT
        BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0800\nTZOFFSETTO:+0800
        END:STANDARD\nEND:VTIMEZONE",
    );
    assert_eq!(times(&reading), time("2021-06-21T01:30:00Z", 60));
    assert_eq!(words(&reading), ["zone-defined-in-file"]);
}

#[test]
fn a_zone_that_nobody_knows_is_said_and_the_time_floats() {
    let reading = event("DTSTART;TZID=Nowhere:20210621T093000\nDURATION:PT1H");
    assert_eq!(times(&reading), time("2021-06-21T01:30:00Z", 60));
    assert_eq!(words(&reading), ["no-zone", "zone-name-unknown"]);
}

#[test]
fn floating_times_are_read_in_the_zone_of_the_calendar() {
    let reading = calendar(
        "X-WR-TIMEZONE:W. Europe Standard Time
        BEGIN:VEVENT\nUID:1\nDTSTAMP:20210601T000000Z\nSUMMARY:T\nLOCATION:A
        DTSTART:20210621T093000\nDTEND:20210621T103000\nEND:VEVENT",
    );
    assert_eq!(times(&reading), time("2021-06-21T07:30:00Z", 60));
    assert_eq!(reading.zone_used.as_deref(), Some("Europe/Berlin"));
}

#[test]
fn a_whole_day_is_from_midnight_to_midnight() {
    let day = |lines: &str| times(&event(lines));
    let whole = time("2021-06-20T16:00:00Z", 24 * 60);
    assert_eq!(day("DTSTART;VALUE=DATE:20210621"), whole);
    assert_eq!(day("DTSTART;VALUE=DATE:20210621\nDTEND;VALUE=DATE:20210622"), whole);
    assert_eq!(day("DTSTART;VALUE=DATE:20210621\nDTEND;VALUE=DATE:20210621"), whole);
    assert_eq!(day("DTSTART:20210621\nDURATION:P3D"), time("2021-06-20T16:00:00Z", 3 * 24 * 60));
    assert_eq!(words(&event("DTSTART;VALUE=DATE:20210621")), ["no-zone", "whole-day"]);
}

#[test]
fn odd_ends_are_each_said() {
    let said = |lines: &str| words(&event(&format!("DTSTART:20210621T013000Z\n{lines}")));
    assert_eq!(said(""), ["duration-missing"]);
    assert_eq!(said("DTEND:20210621T013000Z"), ["duration-zero"]);
    assert_eq!(said("DTEND:20210621T003000Z"), ["end-before-start"]);
    assert_eq!(said("DTEND:20210621T023000Z\nDURATION:PT1H"), ["end-and-duration"]);
    assert_eq!(said("DTEND:20210621T023000Z\nDURATION:PT2H"), ["end-disagrees", "end-and-duration"]);
    assert_eq!(said("DTEND:later"), ["end-unreadable"]);
    assert_eq!(said("DURATION:-PT1H"), ["duration-unreadable"]);
    assert_eq!(said("DURATION:P2D"), ["duration-long"]);
}

#[test]
fn an_event_without_anything_is_kept_and_said() {
    let reading = calendar("BEGIN:VEVENT\nEND:VEVENT");
    assert_eq!(reading.entries.len(), 1);
    for word in ["no-title", "no-time", "no-room", "id-missing", "duration-missing", "stamp-missing"] {
        assert!(words(&reading).contains(&word), "{word}");
    }
}

#[test]
fn a_uid_that_is_a_uuid_is_the_guid_that_other_formats_have() {
    for host in ["", "@example.org", "@localhost"] {
        let reading = calendar(&format!(
            "BEGIN:VEVENT\nUID:455D075F-48C0-2EC2-24B3-F5ADD30C383A{host}\nDTSTAMP:20210601T000000Z\nSUMMARY:T\nLOCATION:A\n{USUAL}\nEND:VEVENT"
        ));
        let guid = reading.entries[0].guid.expect("a guid").to_string();
        assert_eq!(guid, "455d075f-48c0-2ec2-24b3-f5add30c383a");
        assert_eq!(words(&reading), [""; 0]);
    }
}

#[test]
fn events_that_share_a_uid_all_stay_and_are_said() {
    let one = |title: &str| {
        format!(
            "BEGIN:VEVENT\nUID:7\nDTSTAMP:20210601T000000Z\nSUMMARY:{title}\nLOCATION:A\n{USUAL}\nEND:VEVENT\n"
        )
    };
    let reading = calendar(&[one("T"), one("U"), one("V")].concat());
    assert_eq!(words(&reading), ["id-twice", "id-twice"]);
    let guids: std::collections::HashSet<_> = reading.entries.iter().map(|entry| entry.guid).collect();
    assert_eq!(guids.len(), 3);
}

#[test]
fn alarms_tasks_and_journals_are_passed_over_and_an_alarm_says_nothing_of_its_event() {
    let reading = calendar(&format!(
        "BEGIN:VTODO\nUID:9\nSUMMARY:Not this\nEND:VTODO
        BEGIN:VEVENT\nUID:1\nDTSTAMP:20210601T000000Z\nLOCATION:A
        BEGIN:VALARM\nSUMMARY:Wake up\nDESCRIPTION:Alarm\nDURATION:PT5M\nEND:VALARM
        SUMMARY:T\n{USUAL}\nEND:VEVENT\nBEGIN:VJOURNAL\nEND:VJOURNAL"
    ));
    assert_eq!(reading.entries.len(), 1);
    let entry = &reading.entries[0];
    assert_eq!((entry.title.read(Lang::En), entry.description.is_empty()), ("T", true));
    assert_eq!(reading.defects[0].stood, "VALARM 1, VJOURNAL 1, VTODO 1");
    assert_eq!(words(&reading), ["left-aside"]);
}

#[test]
fn an_end_that_is_missing_takes_no_other_event_along() {
    let one = |uid: &str| {
        format!("BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:T\r\nLOCATION:A\r\n{}\r\n", USUAL.replace('\n', "\r\n"))
    };
    let reading = read_bytes(format!("BEGIN:VCALENDAR\r\n{}{}", one("1"), one("2")).as_bytes());
    assert_eq!(times(&reading).len(), 2);
    assert_eq!(words(&reading), ["stamp-missing", "end-missing", "end-missing"]);
    let stray = calendar(&format!(
        "END:VEVENT\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20210601T000000Z\nSUMMARY:T\nLOCATION:A\n{USUAL}\nEND:VEVENT"
    ));
    assert_eq!(words(&stray), ["stray-end"]);
}

#[test]
fn a_method_inside_an_event_is_said_and_one_that_cancels_the_calendar_cancels_its_events() {
    assert_eq!(words(&event(&format!("{USUAL}\nMETHOD:PUBLISH"))), ["method-in-event"]);
    let off = calendar(&format!("METHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nSUMMARY:T\n{USUAL}\nEND:VEVENT"));
    assert_eq!(off.entries[0].state, State::Cancelled);
}

#[test]
fn states_are_kept_or_said() {
    assert_eq!(event(&format!("{USUAL}\nSTATUS:CANCELLED")).entries[0].state, State::Cancelled);
    assert_eq!(words(&event(&format!("{USUAL}\nSTATUS:TENTATIVE"))), ["tentative"]);
    assert_eq!(words(&event(&format!("{USUAL}\nCLASS:PRIVATE"))), ["not-public"]);
}

#[test]
fn people_are_those_whom_a_published_calendar_gives_a_part_and_no_address_enters() {
    let lines = format!(
        "{USUAL}
        ATTENDEE;CN=\"Ada\";ROLE=REQ-PARTICIPANT:mailto:ada@example.org
        ATTENDEE;CN=Mei;ROLE=CHAIR:mailto:mei@example.org
        ATTENDEE;CN=Wei;ROLE=OPT-PARTICIPANT:mailto:wei@example.org
        ATTENDEE;CN=noor@example.org;ROLE=REQ-PARTICIPANT:mailto:noor@example.org
        ATTENDEE;CUTYPE=ROOM;CN=Hall;ROLE=REQ-PARTICIPANT:invalid:nomail
        ATTENDEE;CN=Otto:mailto:otto@example.org
        ORGANIZER;CN=Lin:mailto:lin@example.org
        CONTACT:jonas@example.org"
    );
    let reading = event(&lines);
    let people: Vec<_> =
        reading.entries[0].people.iter().map(|one| (one.name.read(Lang::En), one.role)).collect();
    assert_eq!(people, [("Ada", Role::Speaker), ("Mei", Role::Chair)]);
    assert!(!format!("{reading:?}").contains("example.org"));
    let invitation =
        calendar(&format!("METHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nSUMMARY:T\n{lines}\nEND:VEVENT"));
    assert!(invitation.entries[0].people.is_empty());
}

#[test]
fn words_links_and_papers_are_taken_as_far_as_they_go() {
    let reading = event(&format!(
        "{USUAL}
        DESCRIPTION:One\\, two\\nthree
        CATEGORIES:机器人,AI
        URL:https://x/1
        ATTACH;FILENAME=Slides:https://x/s.pdf
        CONFERENCE;VALUE=URI;LABEL=Stream:https://x/live
        ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA
        IMAGE:cid:1
        SUMMARY;LANGUAGE=zh:题"
    ));
    let entry = &reading.entries[0];
    assert_eq!(entry.description.read(Lang::En), "One, two\nthree");
    assert_eq!((entry.title.wording(Lang::Zh), entry.title.wording(Lang::En)), ("题", "T"));
    assert_eq!((entry.part.read(Lang::Zh), entry.link.as_deref()), ("机器人", Some("https://x/1")));
    let references: Vec<_> =
        entry.references.iter().map(|one| (one.address.as_str(), one.title.as_str(), one.kind)).collect();
    let (related, attachment) = (ReferenceKind::Related, ReferenceKind::Attachment);
    assert_eq!(
        references,
        [("https://x/s.pdf", "Slides", attachment), ("https://x/live", "Stream", related)]
    );
    assert_eq!(words(&reading), ["left-aside", "links-not-web"]);
}

#[test]
fn a_place_that_is_not_settled_in_our_words_is_none() {
    let reading = calendar(&format!(
        "BEGIN:VEVENT\nUID:1\nDTSTAMP:20210601T000000Z\nSUMMARY:T\nLOCATION:地点待定\n{USUAL}\nEND:VEVENT"
    ));
    assert_eq!(reading.entries[0].place, PlaceStated::Nowhere);
    assert_eq!(words(&reading), ["no-room"]);
}

#[test]
fn a_series_takes_place_each_time_but_for_those_taken_out_or_moved() {
    let reading = calendar(
        "BEGIN:VEVENT\nUID:s\nDTSTAMP:20210601T000000Z\nSUMMARY:T\nLOCATION:A
        DTSTART;TZID=Asia/Shanghai:20210621T093000\nDTEND;TZID=Asia/Shanghai:20210621T103000
        RRULE:FREQ=DAILY;UNTIL=20210625T013000Z\nEXDATE;TZID=Asia/Shanghai:20210622T093000
        RDATE;TZID=Asia/Shanghai:20210627T140000\nEND:VEVENT
        BEGIN:VEVENT\nUID:s\nDTSTAMP:20210601T000000Z\nSUMMARY:T\nLOCATION:B
        RECURRENCE-ID:20210624T013000Z\nDTSTART:20210624T060000Z\nDTEND:20210624T070000Z\nEND:VEVENT",
    );
    let starts: Vec<_> =
        times(&reading).into_iter().map(|(start, minutes)| (start[5..16].to_owned(), minutes)).collect();
    let expected = ["06-21T01:30", "06-23T01:30", "06-25T01:30", "06-27T06:00", "06-24T06:00"];
    assert_eq!(starts, expected.map(|start| (start.to_owned(), 60)));
    assert_eq!(words(&reading), [""; 0]);
    let moved = reading.entries.last().expect("five").id.as_deref();
    assert_eq!(moved, Some("s 2021-06-24T01:30:00Z"));
}

#[test]
fn a_series_keeps_its_hour_where_clocks_change() {
    let reading = event(
        "DTSTART;TZID=Europe/Berlin:20211030T093000\nDTEND;TZID=Europe/Berlin:20211030T103000\nRRULE:FREQ=DAILY;COUNT=2",
    );
    assert_eq!(
        times(&reading),
        [("2021-10-30T07:30:00Z".to_owned(), 60), ("2021-10-31T08:30:00Z".to_owned(), 60)]
    );
}

#[test]
fn a_series_without_an_end_is_cut_and_one_by_other_rules_is_read_once() {
    let endless = event(&format!("{USUAL}\nRRULE:FREQ=DAILY"));
    assert_eq!((endless.entries.len(), words(&endless)), (400, vec!["series-cut"]));
    let monthly = event(&format!("{USUAL}\nRRULE:FREQ=MONTHLY;BYDAY=1MO"));
    assert_eq!((monthly.entries.len(), words(&monthly)), (1, vec!["series-not-followed"]));
}

#[test]
fn a_series_of_whole_days_excludes_by_day() {
    let reading = event("DTSTART;VALUE=DATE:20210621\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20210622");
    let expected = ["2021-06-20T16:00:00Z", "2021-06-22T16:00:00Z"].map(|start| (start.to_owned(), 24 * 60));
    assert_eq!(times(&reading), expected);
}

#[test]
fn line_ends_and_lines_that_nobody_folded_are_said() {
    let text = format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20210601T000000Z\nSUMMARY:T\nLOCATION:A\nDESCRIPTION:one\ntwo\n{USUAL}\nEND:VEVENT\nEND:VCALENDAR\n"
    );
    let reading = read_bytes(text.as_bytes());
    assert_eq!(reading.entries[0].description.read(Lang::En), "one\ntwo");
    assert_eq!(words(&reading), ["line-end-bare", "line-unfolded"]);
}

#[test]
fn bytes_that_are_no_characters_are_said_with_their_line() {
    let bytes = [
        &b"BEGIN:VCALENDAR\r\nX-WR-CALNAME:"[..],
        "周\r\nX-WR-CALDESC:".as_bytes(),
        b"\xff\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ]
    .concat();
    let reading = read_bytes(&bytes);
    let said = reading.defects.iter().find(|defect| defect.word() == "bytes-replaced").expect("said");
    assert_eq!(said.citation.spot, festoon_domain::programme::Spot::Line(3));
}

#[test]
fn other_encodings_are_read_and_said() {
    let text =
        "BEGIN:VCALENDAR\r\nX-WR-CALNAME:创新周\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let (chinese, _, _) = encoding_rs::GB18030.encode(text);
    let reading = read_bytes(&chinese);
    assert_eq!(reading.conference.title.read(Lang::Zh), "创新周");
    assert!(words(&reading).contains(&"encoding-assumed"));
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read_bytes(&wide).conference.title.read(Lang::Zh), "创新周");
}

#[test]
fn the_content_decides_that_it_is_a_calendar() {
    for begin in ["BEGIN:VCALENDAR", "begin:vcalendar", "\u{feff}BEGIN:VCALENDAR", "\r\n \nBegin:VCalendar"] {
        let file = NamedFile { name: "week.csv".into(), bytes: format!("{begin}\r\n").into_bytes() };
        assert_eq!(Format::of(&file), Ok(Format::Ics), "{begin:?}");
    }
}

proptest! {
    #[test]
    fn whatever_bytes_come_nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let file = NamedFile { name: "week.ics".into(), bytes };
        let _ = schedule::read(&file, Format::Ics, None);
    }

    #[test]
    fn lines_in_any_order_do_not_panic(lines in proptest::collection::vec(any_line(), 0..40)) {
        let file = NamedFile { name: "week.ics".into(), bytes: lines.concat().into_bytes() };
        if let Ok(reading) = schedule::read(&file, Format::Ics, None) {
            for defect in &reading.defects {
                prop_assert!(Lang::BOTH.iter().all(|lang| !defect.sentence(*lang).is_empty()));
            }
        }
    }
}

fn any_line() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("BEGIN:VEVENT".to_owned()),
        Just("END:VEVENT".to_owned()),
        Just("BEGIN:VTIMEZONE".to_owned()),
        Just("TZID:Ours".to_owned()),
        Just("BEGIN:STANDARD".to_owned()),
        Just("END:STANDARD".to_owned()),
        Just("TZOFFSETTO:-1234".to_owned()),
        Just("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-5SU".to_owned()),
        Just("RRULE:FREQ=WEEKLY;INTERVAL=65535;BYDAY=MO,SU".to_owned()),
        Just("DTSTART:99991231T235959Z".to_owned()),
        Just("DTSTART;TZID=Ours:00000101T000000".to_owned()),
        Just("DTSTART;VALUE=DATE:99991231".to_owned()),
        Just("DURATION:P2147483647D".to_owned()),
        Just("RDATE:20210621T000000/P1D,20210622".to_owned()),
        "(UID|DTEND|EXDATE|UNTIL|RECURRENCE-ID|ATTENDEE;CN=\"|X;[A-Z=;:]{0,9}):\\PC{0,20}",
        "\\PC{0,20}",
    ];
    (line, prop_oneof![Just("\r\n"), Just("\n"), Just("\r"), Just("\r\r\n"), Just("\r\n ")])
        .prop_map(|(line, end)| line + end)
}
