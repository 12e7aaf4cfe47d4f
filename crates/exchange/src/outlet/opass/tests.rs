//! What the apps of OPass are given, on small weeks.

use festoon_domain::programme::{
    Activity, ActivityId, Part, PartId, PartKind, Programme, Reference, ReferenceKind, SessionKind,
};
use festoon_domain::text::Text;
use festoon_domain::week::Provenance;
use festoon_testkit::TestWeek;
use festoon_testkit::people::{ADA, MEI};
use serde_json::{Value, json};

use super::super::json_promises::{asked, written};
use super::super::{Asked, Loss, Outlet, write};

#[test]
fn a_session_is_said_in_both_languages_and_all_that_it_names_is_listed() {
    let programme = opening();
    let written = write(&programme, Outlet::Opass, &asked()).unwrap();
    insta::assert_snapshot!(String::from_utf8(written.bytes).unwrap(), @r#"
    {
      "sessions": [
        {
          "id": "deacff49-5082-5634-810a-f09f1110b6ac",
          "type": "part-opening",
          "room": "96bd4aa1-8ef7-5f1e-b399-474c05d3938e",
          "start": "2021-06-21T10:00:00+08:00",
          "end": "2021-06-21T11:30:00+08:00",
          "language": "中文 / English",
          "zh": {
            "title": "开幕",
            "description": "Who does it"
          },
          "en": {
            "title": "开幕",
            "description": "Who does it"
          },
          "speakers": [
            "65e8afc3-de28-5e84-b2ad-3ad6f5c4618e"
          ],
          "tags": [
            "keynote"
          ],
          "co_write": null,
          "qa": null,
          "slide": null,
          "record": null,
          "uri": "https://week.example/zh/sessions/keynote"
        }
      ],
      "speakers": [
        {
          "id": "65e8afc3-de28-5e84-b2ad-3ad6f5c4618e",
          "avatar": "",
          "zh": {
            "name": "艾达·霍尔姆",
            "bio": ""
          },
          "en": {
            "name": "Ada Holm",
            "bio": ""
          }
        }
      ],
      "session_types": [
        {
          "id": "part-opening",
          "zh": {
            "name": "大会 · 开幕式",
            "description": ""
          },
          "en": {
            "name": "Conference · Opening",
            "description": ""
          }
        }
      ],
      "rooms": [
        {
          "id": "96bd4aa1-8ef7-5f1e-b399-474c05d3938e",
          "zh": {
            "name": "hall厅",
            "description": ""
          },
          "en": {
            "name": "hall",
            "description": ""
          }
        }
      ],
      "tags": [
        {
          "id": "keynote",
          "zh": {
            "name": "主旨演讲",
            "description": ""
          },
          "en": {
            "name": "Keynote",
            "description": ""
          }
        }
      ]
    }
    "#);
    let losses: Vec<_> = written.losses.each().map(|(loss, count, _)| (loss, count)).collect();
    assert_eq!(losses, []);
}

#[test]
fn a_long_session_is_one_and_one_without_a_room_has_a_place_to_be_announced() {
    let programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("show")
        .at("2021-06-22 09:00", "2021-06-25 17:00")
        .session("panel")
        .at("2021-06-25 10:00:30", "11:00")
        .nowhere()
        .cancelled()
        .session("salon")
        .build();
    let written = write(&programme, Outlet::Opass, &Asked { site: None, ..asked() }).unwrap();
    let document: Value = serde_json::from_slice(&written.bytes).unwrap();
    let said = |session: &Value| ["start", "end", "uri"].map(|field| session[field].clone());
    let sessions: Vec<_> = document["sessions"].as_array().unwrap().iter().map(said).collect();
    let expected = [
        [json!("2021-06-22T09:00:00+08:00"), json!("2021-06-25T17:00:00+08:00"), Value::Null],
        [json!("2021-06-25T10:00:30+08:00"), json!("2021-06-25T11:00:00+08:00"), Value::Null],
    ];
    assert_eq!(sessions, expected);
    let cancelled = &document["sessions"][1];
    assert_eq!(cancelled["zh"]["title"], "【已取消】panel场");
    assert_eq!(cancelled["en"]["title"], "[Cancelled] panel");
    assert_eq!((&cancelled["room"], &document["rooms"][1]["id"]), (&json!("tba"), &json!("tba")));
    let losses: Vec<_> = written.losses.each().map(|(loss, count, _)| (loss, count)).collect();
    assert_eq!(losses, [(Loss::NoTime, 1), (Loss::NoRoom, 1), (Loss::CancelledInTitle, 1)]);
}

#[test]
fn slides_and_recordings_have_places_of_their_own_and_speakers_are_listed_once() {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .at("2021-06-21 10:00", "11:30")
        .speaker(ADA)
        .chair(ADA)
        .session("panel")
        .at("2021-06-21 12:00", "13:00")
        .speaker(MEI)
        .speaker(ADA)
        .build();
    for (title, ending) in [("会场", "map"), ("幻灯片", "deck"), ("", "talk.mp4")] {
        let (address, title) = (format!("https://host.example/{ending}"), title.to_owned());
        programme.sessions[0].references.push(Reference { address, title, kind: ReferenceKind::Related });
    }
    let document = written(&programme, Outlet::Opass, &asked());
    let keynote = &document["sessions"][0];
    assert_eq!(keynote["slide"], "https://host.example/deck");
    assert_eq!(keynote["record"], "https://host.example/talk.mp4");
    assert_eq!(keynote["speakers"].as_array().unwrap().len(), 1);
    let names: Vec<_> =
        document["speakers"].as_array().unwrap().iter().map(|one| &one["en"]["name"]).collect();
    assert_eq!(names, ["Ada Holm", "Mei Xue"]);
}

/// One session of a part, each of its texts in one language.
fn opening() -> Programme {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("keynote")
        .titled("开幕", "")
        .about("", "Who does it")
        .at("2021-06-21 10:00", "11:30")
        .speaker(ADA)
        .build();
    programme.activities.push(Activity { title: Text::new("大会", "Conference"), ..Activity::default() });
    programme.parts.push(Part {
        key: "opening".into(),
        activity: Some(ActivityId(0)),
        kind: PartKind::Opening,
        title: Text::new("开幕式", "Opening"),
        provenance: Provenance::Stated,
    });
    let session = &mut programme.sessions[0];
    (session.part, session.kind) = (Some(PartId(0)), Some(SessionKind::Keynote));
    session.languages = vec!["zh".into(), "en".into()];
    programme
}
