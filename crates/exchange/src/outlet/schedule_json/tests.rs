//! What readers of schedule.json are given, on small weeks.

use festoon_testkit::TestWeek;
use festoon_testkit::people::ADA;

use festoon_domain::programme::{Programme, Reference, ReferenceKind};
use festoon_domain::text::{Lang, Text};
use serde_json::Value;

use super::super::json_promises::{asked, events, written};
use super::super::{Asked, Loss, Outlet, Unwritable, write};
use super::head::schema_takes;

fn keynote() -> Programme {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .seats(300)
        .session("keynote")
        .about("谁来做", "Who does it")
        .at("2021-06-21 10:00", "11:30")
        .speaker(ADA)
        .build();
    let session = &mut programme.sessions[0];
    session.languages = vec!["zh".into(), "en".into()];
    session.references.push(Reference {
        address: "https://host.example/keynote.pptx".into(),
        title: String::new(),
        kind: ReferenceKind::Attachment,
    });
    programme.people[0].biography = Text::new("演讲人", "");
    programme
}

#[test]
fn an_entry_has_everything_that_readers_look_for() {
    let written = write(&keynote(), Outlet::ScheduleJson, &asked()).unwrap();
    insta::assert_snapshot!(String::from_utf8(written.bytes).unwrap().replace(env!("CARGO_PKG_VERSION"), "0.0.0"), @r#"
    {
      "$schema": "https://c3voc.de/schedule/schema.json",
      "generator": {
        "name": "Festoon",
        "version": "0.0.0"
      },
      "schedule": {
        "version": "7",
        "base_url": "https://week.example/",
        "conference": {
          "acronym": "test_week",
          "title": "测试周",
          "start": "2021-06-21",
          "end": "2021-06-21",
          "daysCount": 1,
          "timeslot_duration": "00:05",
          "time_zone_name": "Asia/Shanghai",
          "url": "https://week.example/zh/",
          "tracks": [],
          "rooms": [
            {
              "name": "hall厅",
              "guid": "96bd4aa1-8ef7-5f1e-b399-474c05d3938e",
              "slug": "hall",
              "capacity": 300,
              "description": null
            }
          ],
          "days": [
            {
              "index": 1,
              "date": "2021-06-21",
              "day_start": "2021-06-21T00:00:00+08:00",
              "day_end": "2021-06-21T23:59:59+08:00",
              "rooms": {
                "hall厅": [
                  {
                    "guid": "deacff49-5082-5634-810a-f09f1110b6ac",
                    "id": 506785614,
                    "date": "2021-06-21T10:00:00+08:00",
                    "start": "10:00",
                    "end": "2021-06-21T11:30:00+08:00",
                    "duration": "01:30",
                    "room": "hall厅",
                    "slug": "test_week-506785614",
                    "url": "https://week.example/zh/sessions/keynote",
                    "title": "keynote场",
                    "subtitle": null,
                    "language": "zh",
                    "track": null,
                    "type": "other",
                    "abstract": "谁来做",
                    "description": null,
                    "persons": [
                      {
                        "id": 2091493919,
                        "guid": "65e8afc3-de28-5e84-b2ad-3ad6f5c4618e",
                        "name": "艾达·霍尔姆",
                        "biography": "演讲人"
                      }
                    ],
                    "links": [],
                    "attachments": [
                      {
                        "title": "",
                        "url": "https://host.example/keynote.pptx",
                        "type": "slides"
                      }
                    ]
                  }
                ]
              }
            }
          ]
        }
      }
    }
    "#);
    let losses: Vec<_> = written.losses.each().map(|(loss, count, _)| (loss, count)).collect();
    assert_eq!(losses, [(Loss::SeveralLanguages, 1)]);
}

#[test]
fn both_languages_have_the_same_numbers_guids_and_slugs() {
    let identities = |lang| {
        let document = written(&keynote(), Outlet::ScheduleJson, &Asked { lang, ..asked() });
        let event = events(&document)[0].clone();
        ["id", "guid", "slug"].map(|field| event[field].clone()).to_vec()
    };
    assert_eq!(identities(Lang::Zh), identities(Lang::En));
}

#[test]
fn what_takes_two_days_is_an_entry_on_each_and_what_is_cancelled_says_so() {
    let programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("show")
        .at("2021-06-22 09:00", "2021-06-23 17:00")
        .session("panel")
        .at("2021-06-25 10:00:30", "11:00")
        .cancelled()
        .build();
    let document = written(&programme, Outlet::ScheduleJson, &asked());
    let said =
        |event: &&Value| ["date", "duration", "title"].map(|field| event[field].as_str().unwrap().to_owned());
    let said: Vec<_> = events(&document).iter().map(said).collect();
    assert_eq!(
        said,
        [
            ["2021-06-22T09:00:00+08:00", "15:00", "show场"],
            ["2021-06-23T00:00:00+08:00", "17:00", "show场"],
            ["2021-06-25T10:00:00+08:00", "00:59", "【已取消】panel场"],
        ]
    );
    let days = document["schedule"]["conference"]["days"].as_array().unwrap();
    let indices: Vec<_> = days.iter().map(|day| day["index"].clone()).collect();
    assert_eq!(indices, [1, 2, 3]);
}

#[test]
fn a_week_without_times_cannot_be_a_list_of_days() {
    let programme = TestWeek::new().venue("park").room("hall").session("keynote").build();
    assert_eq!(write(&programme, Outlet::ScheduleJson, &asked()).unwrap_err(), Unwritable::NothingTimed);
}

#[test]
fn only_zones_that_the_schema_takes_are_named() {
    for zone in ["UTC", "Etc/UTC", "Asia/Shanghai", "America/New_York", "America/Argentina/Buenos_Aires"] {
        assert!(schema_takes(zone), "{zone}");
    }
    for zone in ["US/Pacific", "Etc/GMT+8", "America/N", "GMT", ""] {
        assert!(!schema_takes(zone), "{zone}");
    }
}
