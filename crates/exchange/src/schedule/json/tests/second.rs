//! The second version, flat.

use super::*;

fn flat(events: &Value) -> ScheduleReading {
    let guid = "ba692ba3-421b-5371-8309-60acc34a3c05";
    read_text(
        &json!({"schedule": {
            "version": "2", "base_url": "https://week.example/",
            "conference": {
                "title": "Week", "acronym": "week_2021", "start": "2021-06-21T00:00:00+08:00",
                "end": "2021-06-21T23:00:00+08:00", "time_zone_name": "Asia/Shanghai", "days": [],
                "defaults": {"language": "en"}, "tracks": [{"slug": "robots", "name": "Robots"}],
                "rooms": [{"name": "Hall 1", "slug": "hall-1", "guid": guid, "capacity": 500}]
            },
            "events": events,
            "persons": [{"guid": "0c16ffaa-709d-599f-959f-9a38b911361a", "name": "Ada", "biography": "Writes.",
                         "avatar": {"url": "https://week.example/a.jpg"}}]
        }})
        .to_string(),
    )
}

fn talk() -> Value {
    json!({
        "guid": "455d075f-48c0-2ec2-24b3-f5add30c383a", "type": "WORKSHOP", "title": "T", "subtitle": null,
        "start": "2021-06-21T09:30:00+08:00", "end": "2021-06-21T10:30:00+08:00", "slug": "t1",
        "url": "https://week.example/t", "language": "zh",
        "room": {"guid": "ba692ba3-421b-5371-8309-60acc34a3c05"}, "track": {"slug": "robots"},
        "abstract": {"zh": "摘要", "en": "Abstract"}, "links": [],
        "participants": [{"guid": "0c16ffaa-709d-599f-959f-9a38b911361a", "name": "Ada", "role": "MODERATOR"}]
    })
}

#[test]
fn rooms_tracks_and_people_are_found_by_what_the_event_names() {
    let reading = flat(&json!([talk()]));
    assert_eq!(words(&reading), [""; 0]);
    let entry = &reading.entries[0];
    assert_eq!((start(&reading).as_str(), entry.seats), ("2021-06-21T01:30:00Z", Some(500)));
    assert_eq!(entry.when.expect("a time").duration().as_mins(), 60);
    let crate::entry::PlaceStated::VenueAndRoom(_, room) = &entry.place else { panic!("a room") };
    assert_eq!((room.read(Lang::En), entry.part.read(Lang::En)), ("Hall 1", "Robots"));
    assert_eq!((entry.summary.wording(Lang::Zh), entry.summary.wording(Lang::En)), ("摘要", "Abstract"));
    let ada = &entry.people[0];
    assert_eq!((ada.role, ada.biography.read(Lang::En)), (Role::Chair, "Writes."));
    assert_eq!(ada.picture.as_deref(), Some("https://week.example/a.jpg"));
}

#[test]
fn a_life_is_told_with_the_first_mention_alone() {
    let mut other = talk();
    other["guid"] = json!("7a0fc001-e587-47e1-b378-b6ec7e666337");
    other["slug"] = json!("t2");
    let reading = flat(&json!([talk(), other]));
    let lives: Vec<_> =
        reading.entries.iter().map(|entry| entry.people[0].biography.read(Lang::En)).collect();
    assert_eq!(lives, ["Writes.", ""]);
}

#[test]
fn a_cancelled_event_stays_and_a_break_needs_little() {
    let mut cancelled = talk();
    cancelled["state"] = json!("CANCELED");
    let pause = json!({"type": "BREAK", "title": "Lunch", "guid": "7a0fc001-e587-47e1-b378-b6ec7e666337",
        "start": "2021-06-21T12:00:00+08:00", "end": "2021-06-21T13:00:00+08:00"});
    let reading = flat(&json!([cancelled, pause]));
    assert_eq!(reading.entries[0].state, State::Cancelled);
    assert_eq!(faults(&reading), []);
    assert_eq!(reading.entries.len(), 2);
}

#[test]
fn a_room_may_be_null_with_a_location_and_a_language_may_be_the_default() {
    let mut event = talk();
    event["room"] = Value::Null;
    event["location"] = json!({"@type": "Place", "name": "Garden"});
    event["track"] = json!({"slug": "unheard"});
    event.as_object_mut().expect("an object").remove("language");
    let reading = flat(&json!([event]));
    let entry = &reading.entries[0];
    let crate::entry::PlaceStated::VenueAndRoom(_, room) = &entry.place else { panic!("a room") };
    assert_eq!((room.read(Lang::En), entry.part.read(Lang::En)), ("Garden", "unheard"));
    assert_eq!(entry.languages, ["en"]);
    let mut found = words(&reading);
    found.sort_unstable();
    assert_eq!(found, ["id-unlisted", "member-beyond", "member-missing", "member-null"]);
}

#[test]
fn a_text_in_other_languages_alone_is_kept_in_the_first() {
    let mut event = talk();
    event["abstract"] = json!({"de": "Kurz", "fr": "Bref"});
    let reading = flat(&json!([event]));
    assert_eq!(reading.entries[0].summary.read(Lang::En), "Kurz");
    assert!(words(&reading).contains(&"other-languages"));
}
