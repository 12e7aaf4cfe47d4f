//! A planned week for programs, as docs/timetable.md describes it and docs/schemas/timetable.schema.json checks it.

use festoon_app::timetable::planning::{Against, Moved, PlannedWeek, Score, Shifted, Told, Why, noted};
use festoon_domain::programme::{OccurrenceId, Place, Programme, Span};
use festoon_domain::venue::RoomId;
use festoon_exchange::planner::PlannerRule;
use festoon_guide::clash_report::Both;
use serde_json::{Map, Value, json};

use super::super::source::{Former, Week};
use super::{Unit, rules};
use crate::answer::stamp;
use crate::complaint::defect_json;

/// What a week costs and why: what `solve`, `score` and `explain` have in common.
pub(in crate::timetable) fn costs(planned: &PlannedWeek, week: &Week) -> Map<String, Value> {
    let programme = &week.records.programme;
    let unit = Unit::of_week(planned);
    let notes = planned.planning.notes.iter().map(|note| said(&noted(programme, note)));
    let stranded = planned.planning.stranded(programme);
    let roads = planned
        .planning
        .unknown_roads
        .iter()
        .map(|(one, other)| json!([programme[*one].key, programme[*other].key]));
    fields(json!({
        "objective": unit.of(planned.after.soft),
        "hard": planned.after.hard,
        "rules": rules::json(&rules::totals(&planned.told), unit),
        "broken": broken(&planned.told, programme, unit),
        "stranded": stranded.iter().map(said).collect::<Vec<Value>>(),
        "left_alone": notes.collect::<Vec<Value>>(),
        "unknown_roads": roads.collect::<Vec<Value>>(),
        "defects": week.defects.iter().map(defect_json).collect::<Vec<Value>>(),
    }))
}

/// The same, and what moved.
pub(in crate::timetable) fn planned(planned: &PlannedWeek, week: &Week) -> Map<String, Value> {
    let programme = &week.records.programme;
    let mut all = costs(planned, week);
    let moves = planned.moved.iter().map(|(moved, said)| of_moved(programme, moved, said));
    let stuck = planned.stuck.iter().map(|id| named(programme, *id));
    all.extend(fields(json!({
        "before": score(planned.before, Unit::of_week(planned)),
        "moved": moves.collect::<Vec<Value>>(),
        "stuck": stuck.collect::<Vec<Value>>(),
    })));
    if let Some((against, former)) = planned.against.as_ref().zip(week.former.as_ref()) {
        all.insert("against".into(), of_against(against, former, &planned.programme));
    }
    all
}

pub(in crate::timetable) fn fields(value: Value) -> Map<String, Value> {
    let Value::Object(fields) = value else { return Map::new() };
    fields
}

pub(in crate::timetable) fn score(score: Score, unit: Unit) -> Value {
    json!({ "hard": score.hard, "objective": unit.of(score.soft) })
}

pub(in crate::timetable) fn said(said: &Both) -> Value {
    json!({ "zh": said.zh, "en": said.en })
}

pub(in crate::timetable) fn broken(told: &[Told], programme: &Programme, unit: Unit) -> Value {
    let each = told.iter().map(|told| {
        let sessions = told.occurrences.iter().map(|id| programme[*id].guid.to_string());
        json!({
            "rule": told.rule.map(PlannerRule::word),
            "hard": told.cost.hard,
            "cost": unit.of(told.cost.soft),
            "sessions": sessions.collect::<Vec<String>>(),
            "zh": told.sentence.zh,
            "en": told.sentence.en,
        })
    });
    Value::Array(each.collect())
}

fn of_moved(was: &Programme, moved: &Moved, said: &Both) -> Value {
    let (when, place) = moved.from;
    let room = |room: RoomId| was[room].key.as_str();
    let from = match place {
        Some(Place::Room(own)) => Some(room(own)),
        _ => None,
    };
    json!({
        "session": session(was, moved.occurrence),
        "guid": was[moved.occurrence].guid.to_string(),
        "why": match moved.why {
            Why::CouldNotStay => "could-not-stay",
            Why::Pinned => "pinned",
            Why::Chosen => "chosen",
        },
        "from": whereabouts(when, from),
        "to": moved.to.map(|(span, own)| whereabouts(Some(span), Some(room(own)))),
        "zh": said.zh,
        "en": said.en,
    })
}

fn of_against(against: &Against, former: &Former, planned: &Programme) -> Value {
    let all = |ids: &[OccurrenceId]| ids.iter().map(|id| named(planned, *id)).collect::<Vec<Value>>();
    let moved = |moved: &Shifted| {
        let now = &planned[moved.occurrence];
        let room = now.room().map(|room| planned[room].key.as_str());
        json!({
            "session": session(planned, moved.occurrence),
            "guid": now.guid.to_string(),
            "from": whereabouts(moved.from.0, moved.from.1.as_deref()),
            "to": whereabouts(now.when, room),
            "zh": moved.sentence.zh,
            "en": moved.sentence.en,
        })
    };
    json!({
        "release": former.release,
        "kept": all(&against.kept),
        "moved": against.moved.iter().map(moved).collect::<Vec<Value>>(),
        "new": all(&against.new),
        "gone": against.gone.iter().map(said).collect::<Vec<Value>>(),
    })
}

fn named(programme: &Programme, id: OccurrenceId) -> Value {
    json!({ "session": session(programme, id), "guid": programme[id].guid.to_string() })
}

fn session(programme: &Programme, id: OccurrenceId) -> &str {
    programme[id].slug.as_deref().unwrap_or(&programme.session_of(id).key)
}

fn whereabouts(when: Option<Span>, room: Option<&str>) -> Value {
    json!({
        "start": when.map(|span| stamp(span.start())),
        "end": when.map(|span| stamp(span.end())),
        "room": room,
    })
}
