//! What all JSON formats promise, whatever the programme: nobody who is withheld, no control character, nothing twice,
//! and everything that has a time.

use std::collections::BTreeSet;
use std::path::Path;

use festoon_domain::programme::{
    Occurrence, OccurrenceId, Programme, Reference, ReferenceKind, Role, SessionKind, Span, State, Visibility,
};
use festoon_domain::text::{Lang, Text};
use festoon_testkit::people::{ADA, JONAS, LIN, MEI};
use festoon_testkit::{TestWeek, person};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::Value;

use super::{Asked, Issue, Outlet, Page, Site, write};
use crate::week_folder;

const FORMATS: [Outlet; 3] = [Outlet::ScheduleJson, Outlet::Opass, Outlet::JsonLd];

/// What is asked for by the public, in Chinese.
pub(super) fn asked() -> Asked {
    let path = |page: Page<'_>, lang: Lang| match page {
        Page::Week => format!("/{}/", lang.code()),
        Page::Activity(key) => format!("/{}/activities/{key}", lang.code()),
        Page::Session(key) => format!("/{}/sessions/{key}", lang.code()),
        page => format!("/{}/{page:?}", lang.code()),
    };
    let site = Some(Site { base: "https://week.example".into(), path });
    Asked { site, ..Asked::of(Issue { number: 7, at: Timestamp::UNIX_EPOCH }) }
}

pub(super) fn written(programme: &Programme, outlet: Outlet, asked: &Asked) -> Value {
    serde_json::from_slice(&write(programme, outlet, asked).unwrap().bytes).unwrap()
}

/// Every word in a document, names of fields included.
fn words(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(word) => found.push(word.clone()),
        Value::Array(values) => values.iter().for_each(|value| words(value, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            found.push(name.clone());
            words(value, found);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The guid of every entry, in order.
fn entries(document: &Value, outlet: Outlet) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut guids: Vec<String> = match outlet {
        Outlet::ScheduleJson => events(document).iter().map(|event| text(&event["guid"])).collect(),
        Outlet::Opass => {
            document["sessions"].as_array().unwrap().iter().map(|one| text(&one["id"])).collect()
        }
        _ => {
            let nodes = document["@graph"].as_array().unwrap().iter().map(|node| text(&node["@id"]));
            nodes.filter_map(|id| id.split_once('#').map(|(_, guid)| guid.to_owned())).collect()
        }
    };
    guids.sort_unstable();
    guids
}

pub(super) fn events(document: &Value) -> Vec<&Value> {
    let days = document["schedule"]["conference"]["days"].as_array().unwrap();
    let rooms = days.iter().flat_map(|day| day["rooms"].as_object().unwrap().values());
    rooms.flat_map(|events| events.as_array().unwrap()).collect()
}

/// Everything by which an app tells one thing of a kind from another.
fn identities(document: &Value, outlet: Outlet) -> Vec<Vec<String>> {
    let of = |values: Vec<&Value>, field: &str| values.iter().map(|value| value[field].to_string()).collect();
    let list = |values: &'static str| document[values].as_array().unwrap().iter().collect::<Vec<_>>();
    match outlet {
        Outlet::ScheduleJson => ["id", "guid", "slug"].map(|field| of(events(document), field)).into(),
        Outlet::Opass => {
            ["sessions", "speakers", "session_types", "rooms", "tags"].map(|name| of(list(name), "id")).into()
        }
        _ => ["@id", "url"].map(|field| of(list("@graph"), field)).into(),
    }
}

/// A week whose words are given, and in which Jonas must not be named.
fn week(words: &[String], times: &[Option<(i64, i64)>]) -> Programme {
    let mut week = TestWeek::new().venue("park").room("hall").room("aula").venue("campus");
    for key in ["keynote", "panel", "signing", "show"] {
        week = week.session(key).speaker(ADA).appears(JONAS, Role::GuestOfHonour, Visibility::Protocol);
    }
    let mut programme = week.session("panel").interpreter(LIN).chair(MEI).build();
    let jonas = person(&programme, JONAS);
    let secret = || Text::new("绝不能写出", "Never To Be Written");
    let record = &mut programme.people[jonas.0 as usize];
    (record.name, record.organisation, record.position, record.biography) =
        (secret(), secret(), secret(), secret());
    record.picture = Some("https://never.to.be.written.example/".into());

    let mut words = words.iter().cycle();
    let mut text = || Text::new(words.next().unwrap(), words.next().unwrap());
    for session in &mut programme.sessions {
        (session.title, session.subtitle) = (text(), text());
        (session.summary, session.description) = (text(), text());
        session.kind = Some(SessionKind::Talk);
        let title = text().read(Lang::Zh).to_owned();
        let address = format!("https://host.example/{title}");
        session.references.push(Reference { address, title, kind: ReferenceKind::Attachment });
        session.link = Some(format!("https://host.example/{}", text().read(Lang::En)));
    }
    for place in programme.rooms.iter_mut().map(|room| &mut room.name) {
        *place = text();
    }
    (programme.venues[0].name, programme.venues[0].address) = (text(), text());
    (programme.week.title, programme.week.city) = (text(), text());

    for (number, time) in (0_u128..).zip(times) {
        let first = &programme.occurrences[(number % 4) as usize];
        let guid = uuid::Uuid::from_u128(number * 0x1_0000_0001 + 1);
        let state = if number % 3 == 0 { State::Cancelled } else { State::Scheduled };
        let place = first.place.filter(|_| number % 5 != 0);
        let when = time.and_then(|(start, minutes)| span(start, minutes));
        programme.occurrences.push(Occurrence { guid, when, place, state, ..first.clone() });
    }
    programme
}

fn span(start: i64, minutes: i64) -> Option<Span> {
    let start = Timestamp::from_second(1_624_240_800 + start * 60).unwrap();
    Span::new(start, start + SignedDuration::from_mins(minutes))
}

fn any_words() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        any::<String>(),
        prop::collection::vec(any::<char>(), 0..8).prop_map(String::from_iter),
        "[\\x00-\\x20\u{7f}-\u{9f}<>&\"%#\\[\\]\u{fffe}\u{feff}]{0,8}",
        Just("开幕式".to_owned()),
    ];
    prop::collection::vec(word, 1..20)
}

fn any_times() -> impl Strategy<Value = Vec<Option<(i64, i64)>>> {
    prop::collection::vec(prop::option::of((-3_000..8_000_i64, 0..4_500_i64)), 1..12).prop_map(|mut times| {
        times.push(Some((0, 60)));
        times
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_words_nobody_withheld_and_no_control_character_is_written(
        given in any_words(),
        times in any_times(),
    ) {
        let programme = week(&given, &times);
        for outlet in FORMATS {
            for asked in [asked(), Asked { site: None, lang: Lang::En, ..asked() }] {
                let mut found = Vec::new();
                words(&written(&programme, outlet, &asked), &mut found);
                let unfit = |word: &&String| {
                    word.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
                        || word.contains("绝不能写出")
                        || word.to_lowercase().contains("never")
                };
                prop_assert_eq!(found.iter().find(unfit), None, "{}", outlet.word());
            }
        }
    }

    #[test]
    fn everything_that_has_a_time_is_written_once_and_no_identity_twice(
        given in any_words(),
        times in any_times(),
    ) {
        let programme = week(&given, &times);
        let mut guids: Vec<String> = Vec::new();
        for occurrence in programme.occurrences.iter().filter(|one| one.when.is_some()) {
            guids.push(occurrence.guid.to_string());
        }
        guids.sort_unstable();
        for outlet in FORMATS {
            let document = written(&programme, outlet, &asked());
            let stood_in = written(&programme, outlet, &Asked { site: None, ..asked() });
            for kind in [&document, &stood_in].into_iter().flat_map(|document| identities(document, outlet)) {
                let once: BTreeSet<&String> = kind.iter().collect();
                prop_assert_eq!(once.len(), kind.len(), "{} {:?}", outlet.word(), kind);
            }
            let found = entries(&document, outlet);
            if outlet == Outlet::ScheduleJson {
                let pieces: usize = (0..).map(OccurrenceId).zip(&programme.occurrences).map(|(id, _)| days(&programme, id)).sum();
                prop_assert_eq!(found.len(), pieces);
                let first: Vec<&String> = found.iter().filter(|guid| guids.contains(guid)).collect();
                prop_assert_eq!(first, guids.iter().collect::<Vec<_>>());
            } else {
                prop_assert_eq!(&found, &guids, "{}", outlet.word());
            }
        }
    }
}

/// On how many days an occurrence is an entry of its own: on all it touches, once it takes a day.
fn days(programme: &Programme, id: OccurrenceId) -> usize {
    let Some(when) = programme[id].when else { return 0 };
    if when.duration() < SignedDuration::from_hours(24) {
        return 1;
    }
    let zone = &programme.week.zone;
    let last = when.end() - SignedDuration::from_secs(1);
    let (first, last) = (zone.to_datetime(when.start()).date(), zone.to_datetime(last).date());
    usize::try_from(first.until(last).unwrap().get_days()).unwrap() + 1
}

#[test]
fn the_same_programme_gives_the_same_bytes() {
    let programme = week(&["<b>开幕式</b>".into()], &[Some((0, 60)), None]);
    for outlet in FORMATS {
        let bytes = || write(&programme, outlet, &asked()).unwrap().bytes;
        let first = bytes();
        assert_eq!(first, bytes());
        assert_eq!((first.last(), first.contains(&b'<')), (Some(&b'\n'), false));
    }
}

#[test]
fn the_protocol_desk_reads_who_is_withheld_from_others() {
    let programme = week(&["开幕式".into()], &[Some((0, 60))]);
    let names = |outlet, audience| {
        let mut found = Vec::new();
        words(&written(&programme, outlet, &Asked { audience, ..asked() }), &mut found);
        found.iter().any(|word| word == "绝不能写出")
    };
    let who = |audience| FORMATS.map(|outlet| names(outlet, audience));
    assert_eq!(who(Visibility::Protocol), [true; 3]);
    assert_eq!(who(Visibility::Hosts), [false; 3]);
}

#[test]
fn the_sample_week_is_written_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/week");
    let bytes = |name: &str| std::fs::read(folder.join(name)).ok().map(Into::into);
    let programme = week_folder::read(&bytes).unwrap().programme;
    let timed = programme.occurrences.iter().filter(|occurrence| occurrence.when.is_some()).count();
    for outlet in FORMATS {
        for lang in Lang::BOTH {
            let document = written(&programme, outlet, &Asked { lang, ..asked() });
            assert_eq!(entries(&document, outlet).len(), timed, "{} {}", outlet.word(), lang.code());
        }
    }
}
