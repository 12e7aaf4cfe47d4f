//! One finding as JSON: its sentences, its rows, and what it was decided from.

use festoon_domain::programme::{OccurrenceId, Programme, Span};
use festoon_domain::text::Lang;
use festoon_domain::timetable::{Clash, Field, Finding, Severity, Subject, words};
use festoon_domain::venue::{Road, RoadSource};
use serde_json::{Value, json};

use super::{cited, text};

pub(super) fn of(programme: &Programme, finding: &Finding) -> Value {
    let occurrences = finding.clash.occurrences();
    let rows: Vec<Value> = occurrences.iter().map(|id| cited(&programme[*id].citation)).collect();
    let sessions: Vec<u32> = occurrences.iter().map(|OccurrenceId(index)| *index).collect();
    json!({
        "rule": finding.clash.rule().word(),
        "severity": match finding.severity {
            Severity::Block => "block",
            Severity::Warn => "warn",
            Severity::Note => "note",
        },
        "zh": words::sentence(programme, finding, Lang::Zh),
        "en": words::sentence(programme, finding, Lang::En),
        "remedy_zh": words::remedy(programme, finding, Lang::Zh),
        "remedy_en": words::remedy(programme, finding, Lang::En),
        "sessions": sessions,
        "rows": rows,
        "details": details(programme, &finding.clash),
    })
}

fn details(programme: &Programme, clash: &Clash) -> Value {
    let span = |span: &Span| {
        let instant =
            |at: jiff::Timestamp| at.display_with_offset(programme.week.zone.to_offset(at)).to_string();
        json!({ "start": instant(span.start()), "end": instant(span.end()) })
    };
    match clash {
        Clash::TwoPlaces { person, together, .. } => {
            json!({ "person": subject(programme, Subject::Person(*person)), "together": span(together) })
        }
        Clash::Road { person, gap, road, .. } => json!({
            "person": subject(programme, Subject::Person(*person)),
            "gap_minutes": gap.0,
            "road_minutes": road.minutes.0,
            "road_source": source(*road),
        }),
        Clash::RoadUnknown { pairs, person, .. } => json!({
            "pairs": pairs,
            "person": subject(programme, Subject::Person(*person)),
        }),
        Clash::Slack { person, gap, road, wanted, .. } => json!({
            "person": subject(programme, Subject::Person(*person)),
            "gap_minutes": gap.0,
            "road_minutes": road.minutes.0,
            "road_source": source(*road),
            "wanted_minutes": wanted.0,
        }),
        Clash::RoomTwice { room, together, .. } => {
            json!({ "room": subject(programme, Subject::Room(*room)), "together": span(together) })
        }
        Clash::VenueFull { venue, during, expected, capacity, .. } => json!({
            "venue": subject(programme, Subject::Venue(*venue)),
            "during": span(during),
            "expected": expected,
            "capacity": capacity,
        }),
        Clash::Closed { venue, room, .. } => json!({
            "venue": subject(programme, Subject::Venue(*venue)),
            "room": room.map(|room| subject(programme, Subject::Room(room))),
        }),
        Clash::Seats { room, expected, seats, .. } => json!({
            "room": subject(programme, Subject::Room(*room)),
            "expected": expected,
            "seats": seats,
        }),
        Clash::Interpreters { needed, named, .. } => json!({ "needed": needed, "named": named }),
        Clash::Untranslated { subject: about, field, lang }
        | Clash::Stale { subject: about, field, lang } => {
            json!({
                "subject": subject(programme, *about),
                "field": match field {
                    Field::Title => "title",
                    Field::Summary => "summary",
                },
                "lang": lang.code(),
            })
        }
        Clash::NoRoom(_) | Clash::NoTime(_) | Clash::NoHost(_) | Clash::Duplicate { .. } => json!({}),
        Clash::Everywhere { lang, sessions, .. } => {
            json!({ "everywhere": true, "sessions": sessions, "lang": lang.map(Lang::code) })
        }
        Clash::AndMore { subject: about, .. } => {
            json!({ "and_more": true, "subject": subject(programme, *about) })
        }
    }
}

const fn source(road: Road) -> &'static str {
    match road.source {
        RoadSource::Stated => "stated",
        RoadSource::Estimated => "estimated",
    }
}

fn subject(programme: &Programme, subject: Subject) -> Value {
    let (kind, key, name) = match subject {
        Subject::Session(id) => ("session", &programme[id].key, &programme[id].title),
        Subject::Activity(id) => ("activity", &programme[id].key, &programme[id].title),
        Subject::Person(id) => ("person", &programme[id].key, &programme[id].name),
        Subject::Venue(id) => ("venue", &programme[id].key, &programme[id].name),
        Subject::Room(id) => ("room", &programme[id].key, &programme[id].name),
    };
    json!({ "kind": kind, "key": key, "name": text(name) })
}
