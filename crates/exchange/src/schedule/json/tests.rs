//! What files in JSON get wrong, one peculiarity a test, and files that mean harm.

mod harm;
mod opass;
mod second;

use super::*;
use crate::schedule::{self, ScheduleReading};
use crate::{Defect, Format, Reason};
use festoon_domain::programme::{ReferenceKind, Role, Spot, State};
use festoon_domain::text::Lang;
use serde_json::{Value, json};

fn file(bytes: impl Into<Vec<u8>>) -> NamedFile {
    NamedFile { name: "week.json".into(), bytes: bytes.into() }
}

fn read_file(file: &NamedFile) -> Result<ScheduleReading, Refusal> {
    schedule::read(file, Format::of(file)?, None)
}

fn read_text(text: &str) -> ScheduleReading {
    read_file(&file(text)).expect("readable")
}

fn words(reading: &ScheduleReading) -> Vec<&'static str> {
    reading.defects.iter().map(Defect::word).collect()
}

/// Every fault against the format, as its path, word and count.
fn faults(reading: &ScheduleReading) -> Vec<(String, &'static str, u32)> {
    let member = |defect: &Defect| match &defect.trouble {
        crate::Trouble::Schedule(schedule::ScheduleTrouble::Json(JsonTrouble::Member(path, _, count))) => {
            Some((path.clone(), defect.word(), *count))
        }
        _ => None,
    };
    reading.defects.iter().filter_map(member).collect()
}

fn start(reading: &ScheduleReading) -> String {
    reading.entries[0].when.expect("a time").start().to_string()
}

/// An event that the schema takes.
fn sound() -> Value {
    json!({
        "id": 1, "guid": "455d075f-48c0-2ec2-24b3-f5add30c383a", "date": "2021-06-21T09:30:00+08:00",
        "start": "09:30", "duration": "01:00", "room": "A", "slug": "week-0001-t", "url": "https://week.example/t",
        "title": "T", "subtitle": null, "track": null, "type": "talk", "language": "zh", "abstract": null,
        "persons": [], "links": []
    })
}

/// A file that the schema takes, with these rooms.
fn week(rooms: &Value) -> Value {
    json!({"schedule": {"version": "1", "base_url": "https://week.example/guide/", "conference": {
        "title": "Week", "acronym": "week_2021", "start": "2021-06-21", "end": "2021-06-21", "daysCount": 1,
        "timeslot_duration": "00:05", "time_zone_name": "Asia/Shanghai", "days": [{
            "index": 1, "date": "2021-06-21", "day_start": "2021-06-21T08:00:00+08:00",
            "day_end": "2021-06-21T23:00:00+08:00", "rooms": rooms
        }]
    }}})
}

/// A sound event with some members changed; `null` in place of the whole takes one away.
fn event(changes: &[(&str, Option<Value>)]) -> ScheduleReading {
    let mut event = sound();
    let members = event.as_object_mut().expect("an object");
    for (name, value) in changes {
        match value {
            Some(value) => members.insert((*name).to_owned(), value.clone()),
            None => members.remove(*name),
        };
    }
    read_text(&week(&json!({"A": [event]})).to_string())
}

const EVENT: &str = "schedule.conference.days[].rooms.*[]";

#[test]
fn a_sound_file_has_no_defect() {
    let reading = event(&[]);
    assert_eq!(words(&reading), [""; 0]);
    assert_eq!(start(&reading), "2021-06-21T01:30:00Z");
    assert_eq!(reading.conference.acronym.as_deref(), Some("week_2021"));
    assert_eq!(reading.conference.site.as_deref(), Some("https://week.example/guide/"));
    assert_eq!(reading.zone_used.as_deref(), Some("Asia/Shanghai"));
}

#[test]
fn a_date_with_an_offset_wins_and_without_one_day_and_start_are_taken() {
    let reading = event(&[("start", Some(json!("10:00")))]);
    assert_eq!(start(&reading), "2021-06-21T01:30:00Z");
    assert_eq!(words(&reading), ["start-disagrees"]);
    let reading = event(&[("date", None), ("start", Some(json!("10:00")))]);
    assert_eq!(start(&reading), "2021-06-21T02:00:00Z");
    assert_eq!(faults(&reading), [(format!("{EVENT}.date"), "member-missing", 1)]);
}

#[test]
fn an_id_in_quotes_is_the_number_it_says() {
    let reading = event(&[("id", Some(json!("2814")))]);
    assert_eq!(reading.entries[0].number.map(std::num::NonZeroU32::get), Some(2814));
    assert_eq!(faults(&reading), [(format!("{EVENT}.id"), "member-type", 1)]);
    let reading = event(&[("id", Some(json!(2814.0)))]);
    assert_eq!(reading.entries[0].number.map(std::num::NonZeroU32::get), Some(2814));
    assert_eq!(faults(&reading), []);
}

#[test]
fn every_member_that_does_not_fit_is_named_with_its_path() {
    let reading = event(&[
        ("slug", Some(json!("WEEK"))),
        ("start", Some(json!("9:30"))),
        ("code", Some(json!("äb"))),
        ("feedback_url", Some(json!(""))),
        ("do_not_record", Some(json!("no"))),
        ("url", None),
        ("title", Some(Value::Null)),
        ("answers", Some(json!([]))),
    ]);
    let of = |name: &str, word| (format!("{EVENT}.{name}"), word, 1);
    let mut found = faults(&reading);
    found.sort();
    assert_eq!(
        found,
        [
            of("answers", "member-unknown"),
            of("code", "member-unfit"),
            of("do_not_record", "member-type"),
            of("feedback_url", "member-unfit"),
            of("slug", "member-unfit"),
            of("start", "member-unfit"),
            of("title", "member-null"),
            of("url", "member-missing"),
        ]
    );
}

#[test]
fn equal_faults_are_said_once_at_the_first_line() {
    let text = week(&json!({"A": vec![json!({"title": "T"}); 1_500]}));
    let reading = read_text(&serde_json::to_string_pretty(&text).expect("JSON"));
    assert_eq!(reading.entries.len(), 1_500);
    assert!(faults(&reading).contains(&(format!("{EVENT}.url"), "member-missing", 1_500)));
    let missing = reading.defects.iter().filter(|defect| defect.word() == "member-missing").count();
    assert_eq!(missing, 13);
    let first = reading.defects.iter().find(|defect| defect.word() == "member-missing").expect("said");
    let line =
        serde_json::to_string_pretty(&text).expect("JSON").lines().position(|line| line.trim() == "\"A\": [");
    assert_eq!(first.citation.spot, Spot::Line(u32::try_from(line.expect("there") + 2).expect("small")));
}

#[test]
fn what_stands_twice_loses_no_event() {
    let once = sound().to_string();
    let text = week(&json!({"A": "HERE"})).to_string();
    let text = text.replace("\"A\":\"HERE\"", &format!("\"A\":[{once}],\"A\":[{once}],\"\\u0041\":[{once}]"));
    let reading = read_text(&text);
    assert_eq!(reading.entries.len(), 3);
    assert!(words(&reading).contains(&"member-twice"));
    assert!(words(&reading).contains(&"guid-twice"));
}

#[test]
fn rooms_may_be_lists_or_numbered_objects() {
    let count = |rooms: Value| read_text(&week(&rooms).to_string()).entries.len();
    assert_eq!(count(json!([{"name": "A", "events": [sound(), sound()]}])), 2);
    assert_eq!(count(json!([[sound()], [sound()]])), 2);
    assert_eq!(count(json!({"A": {"0": sound(), "2": sound()}})), 2);
    assert_eq!(count(json!({"A": sound()})), 1);
    assert_eq!(count(json!([sound()])), 1);
    assert_eq!(count(json!([])), 0);
}

#[test]
fn people_are_taken_in_every_spelling() {
    let reading = event(&[(
        "persons",
        Some(json!([
            {"id": 7, "public_name": "Ada", "biography": "Writes."},
            {"guid": "0c16ffaa-709d-599f-959f-9a38b911361a", "name": "Lin", "avatar": "/ada.png"},
            {"id": 8, "full_public_name": "Wei", "role": "moderator"},
            "Noor",
            {"id": "x", "code": "MÄaN0", "public_name": "Otto"},
            {"id": 9, "name": "Mei", "public_name": "Mei"},
            {"id": 10}
        ])),
    )]);
    let people = &reading.entries[0].people;
    let named: Vec<_> = people.iter().map(|one| (one.name.read(Lang::En), one.id.as_deref())).collect();
    let guid = "0c16ffaa-709d-599f-959f-9a38b911361a";
    assert_eq!(
        named,
        [
            ("Ada", Some("7")),
            ("Lin", Some(guid)),
            ("Wei", Some("8")),
            ("Noor", None),
            ("Otto", Some("x")),
            ("Mei", Some("9"))
        ]
    );
    assert_eq!(people[0].biography.read(Lang::En), "Writes.");
    assert_eq!(people[1].picture.as_deref(), Some("https://week.example/ada.png"));
    assert_eq!(people[2].role, Role::Chair);
    let persons = format!("{EVENT}.persons[]");
    let found = faults(&reading);
    for (path, word, count) in [
        (persons.clone(), "person-neither", 3),
        (persons.clone(), "person-both", 1),
        (persons.clone(), "member-type", 1),
        (format!("{persons}.id"), "member-type", 1),
        (format!("{persons}.code"), "member-unfit", 1),
    ] {
        assert!(found.contains(&(path.clone(), word, count)), "{path} {word}: {found:?}");
    }
    assert!(words(&reading).contains(&"person-unnamed"));
}

#[test]
fn links_are_objects_or_bare_addresses() {
    let links =
        json!([{"url": "https://a.example", "title": "A"}, "https://b.example", {"title": "C"}, "d.example"]);
    let papers = json!([{"url": "/s.pdf", "type": "slides", "title": "Slides"}]);
    let reading = event(&[("links", Some(links)), ("attachments", Some(papers))]);
    let references: Vec<_> = reading.entries[0]
        .references
        .iter()
        .map(|one| (one.address.as_str(), one.title.as_str(), one.kind))
        .collect();
    assert_eq!(
        references,
        [
            ("https://a.example", "A", ReferenceKind::Related),
            ("https://b.example", "", ReferenceKind::Related),
            ("https://week.example/s.pdf", "Slides", ReferenceKind::Attachment),
        ]
    );
    assert!(words(&reading).contains(&"links-not-web"));
}

#[test]
fn tracks_and_titles_may_be_objects() {
    let reading = event(&[
        ("track", Some(json!({"name": "Robots", "slug": "r"}))),
        ("title", Some(json!({"zh": "开幕", "en": "Opening", "fr": "Ouverture"}))),
        ("language", Some(json!(["zh", "en"]))),
    ]);
    let entry = &reading.entries[0];
    assert_eq!(entry.part.read(Lang::En), "Robots");
    assert_eq!((entry.title.wording(Lang::Zh), entry.title.wording(Lang::En)), ("开幕", "Opening"));
    assert_eq!(entry.languages, ["zh", "en"]);
    assert!(words(&reading).contains(&"other-languages"));
}

#[test]
fn rooms_seat_people_wherever_they_are_described() {
    let mut file = week(&json!({"A": [sound()]}));
    file["schedule"]["rooms"] = json!([{"name": "A", "capacity": 300}]);
    let reading = read_text(&file.to_string());
    assert_eq!(reading.entries[0].seats, Some(300));
    assert_eq!(faults(&reading), [("schedule.rooms".to_owned(), "member-forbidden", 1)]);
    let mut file = week(&json!({"A": [sound()]}));
    let guid = "99411f15-7335-4d36-abac-3ff0419ec954";
    file["schedule"]["conference"]["rooms"] = json!([{"name": "A", "guid": guid, "capacity": 200}]);
    let reading = read_text(&file.to_string());
    assert_eq!((reading.entries[0].seats, words(&reading)), (Some(200), vec![]));
}

#[test]
fn a_name_that_is_a_whole_text_is_cut_and_said() {
    let reading = event(&[("track", Some(json!("长".repeat(1_000))))]);
    assert_eq!(reading.entries[0].part.read(Lang::Zh).chars().count(), 301);
    assert_eq!(words(&reading), ["name-cut"]);
}

#[test]
fn html_is_kept_and_control_characters_and_half_characters_are_not() {
    let reading = event(&[("abstract", Some(json!("<p>A &amp; B</p>\u{1}")))]);
    assert_eq!(reading.entries[0].summary.read(Lang::En), "<p>A &amp; B</p>");
    assert_eq!(words(&reading), ["control-character"]);
    let text = week(&json!({"A": [sound()]})).to_string().replace("\"T\"", "\"T\\ud83d\"");
    let reading = read_text(&text);
    assert!(reading.entries[0].title.read(Lang::En).starts_with("T\u{fffd}"));
    assert_eq!(words(&reading), ["bytes-replaced"]);
}
