//! What search engines are told, on small weeks.

use festoon_domain::programme::{Activity, ActivityId, ActivityKind, Programme};
use festoon_domain::text::{Lang, Text};
use festoon_testkit::TestWeek;
use festoon_testkit::people::ADA;
use jiff::civil::date;
use serde_json::{Value, json};

use super::super::json_promises::{asked, written};
use super::super::{Asked, Outlet, Unwritable, write};

fn conference() -> Programme {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .seats(300)
        .session("keynote")
        .about("谁来做", "Who does it")
        .at("2021-06-21 10:00", "11:30")
        .speaker(ADA)
        .session("panel")
        .at("2021-06-19 10:00", "11:00")
        .cancelled()
        .build();
    (programme.week.city, programme.week.district) =
        (Text::new("南京", "Nanjing"), Text::new("江宁", "Jiangning"));
    programme.activities.push(Activity {
        key: "conference".into(),
        title: Text::new("大会", "Conference"),
        kind: Some(ActivityKind::Conference),
        days: Some((date(2021, 6, 21), date(2021, 6, 22))),
        ..Activity::default()
    });
    programme.sessions[0].activity = Some(ActivityId(0));
    programme.sessions[0].languages = vec!["zh".into()];
    programme
}

fn fields<'v>(node: &'v Value, names: &[&str]) -> Vec<&'v Value> {
    names.iter().map(|name| &node[*name]).collect()
}

#[test]
fn an_occurrence_has_what_search_engines_require_and_what_is_known_of_the_rest() {
    let document = written(&conference(), Outlet::JsonLd, &Asked { lang: Lang::En, ..asked() });
    insta::assert_snapshot!(serde_json::to_string_pretty(&document["@graph"][3]).unwrap(), @r#"
    {
      "@id": "https://week.example/en/sessions/keynote#deacff49-5082-5634-810a-f09f1110b6ac",
      "@type": "Event",
      "description": "Who does it",
      "endDate": "2021-06-21T11:30:00+08:00",
      "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
      "eventStatus": "https://schema.org/EventScheduled",
      "inLanguage": "zh",
      "location": {
        "@type": "Place",
        "address": {
          "@type": "PostalAddress",
          "addressCountry": "CN",
          "addressLocality": "Jiangning",
          "addressRegion": "Nanjing"
        },
        "name": "park · hall"
      },
      "maximumAttendeeCapacity": 300,
      "name": "keynote",
      "organizer": [
        {
          "@type": "Organization",
          "name": "office"
        }
      ],
      "performer": [
        {
          "@type": "Person",
          "name": "Ada Holm"
        }
      ],
      "startDate": "2021-06-21T10:00:00+08:00",
      "superEvent": {
        "@id": "https://week.example/en/activities/conference"
      },
      "url": "https://week.example/en/sessions/keynote"
    }
    "#);
}

#[test]
fn a_whole_holds_its_parts_and_a_day_without_hours_stays_a_day() {
    let document = written(&conference(), Outlet::JsonLd, &asked());
    let graph = document["@graph"].as_array().unwrap();
    let times = |node| fields(node, &["@type", "startDate", "endDate"]);
    assert_eq!(times(&graph[0]), ["EventSeries", "2021-06-19T10:00:00+08:00", "2021-06-27"]);
    assert_eq!(times(&graph[1]), ["BusinessEvent", "2021-06-21T10:00:00+08:00", "2021-06-22"]);

    let named = |node: &Value| json!({ "@id": node["@id"] });
    assert_eq!(graph[0]["subEvent"], json!([named(&graph[1]), named(&graph[2])]));
    assert_eq!(graph[1]["subEvent"], json!([named(&graph[3])]));
    assert_eq!([&graph[1], &graph[2]].map(|node| &node["superEvent"]), [&named(&graph[0]); 2]);
    assert_eq!(graph[3]["superEvent"], named(&graph[1]));
    assert_eq!(graph[2]["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(graph[2]["name"], "panel场");
}

#[test]
fn a_place_nobody_knows_has_a_name_and_an_address_all_the_same() {
    let week = || TestWeek::new().session("keynote").at("2021-06-21 10:00", "11:00").nowhere();
    let place = |programme: &Programme| {
        let document = written(programme, Outlet::JsonLd, &asked());
        document["@graph"][1]["location"].clone()
    };
    let unknown = json!({
        "@type": "Place",
        "name": "地点待定",
        "address": { "@type": "PostalAddress", "streetAddress": "地点待定" },
    });
    assert_eq!(place(&week().build()), unknown);

    let mut programme = week().build();
    programme.week.city = Text::new("南京", "Nanjing");
    let city = json!({
        "@type": "Place",
        "name": "南京",
        "address": { "@type": "PostalAddress", "addressLocality": "南京", "addressCountry": "CN" },
    });
    assert_eq!(place(&programme), city);
}

#[test]
fn a_session_that_takes_place_twice_has_an_address_for_each_time() {
    let programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("show")
        .at("2021-06-21 10:00", "11:00")
        .again_at("2021-06-22 10:00", "11:00")
        .build();
    let document = written(&programme, Outlet::JsonLd, &asked());
    let address = |number: usize, field: &str| document["@graph"][number][field].as_str().unwrap().to_owned();
    let guid = |number: usize| programme.occurrences[number].guid;
    for number in [0, 1] {
        let own = format!("https://week.example/zh/sessions/show#{}", guid(number));
        assert_eq!([address(number + 1, "@id"), address(number + 1, "url")], [own.clone(), own]);
    }
}

#[test]
fn a_programme_without_any_time_is_no_programme_of_events() {
    let programme = TestWeek::new().session("keynote").build();
    let refused = write(&programme, Outlet::JsonLd, &asked()).map(|_| ());
    assert_eq!(refused, Err(Unwritable::NothingTimed));
}
