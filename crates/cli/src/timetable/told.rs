//! What a planned week says: what moved, what is still broken, what was left alone; in words and for programs.

use festoon_app::timetable::planning::{Moved, PlannedWeek, Score, Told, noted};
use festoon_domain::programme::{OccurrenceId, Place, Programme, Span};
use festoon_domain::text::Lang;
use festoon_domain::timetable::Severity;
use festoon_domain::venue::RoomId;
use festoon_exchange::planner::PlannerRule;
use festoon_guide::clash_report::Both;
use serde_json::{Value, json};

use crate::answer::stamp;
use crate::changes::push;

/// How many lines of a list the terminal shows; the JSON has all.
const MOST: usize = 40;

/// What a week as it stands costs, and why.
pub(super) fn judged(week: &PlannedWeek, lang: Lang) -> String {
    let mut text = String::new();
    push(&mut text, &total(week.after, lang));
    broken(&mut text, week, lang);
    text
}

/// What a planned week costs, what moved for it, and what is left.
pub(super) fn planned(week: &PlannedWeek, lang: Lang) -> String {
    let mut text = String::new();
    let (before, after) = (total(week.before, lang), total(week.after, lang));
    match lang {
        Lang::Zh => push(&mut text, &format!("原来：{before}\n现在：{after}")),
        Lang::En => push(&mut text, &format!("before: {before}\nnow: {after}")),
    }
    let heading = match (lang, week.moved.len()) {
        (Lang::Zh, 0) => "\n没有场次需要改动。".to_owned(),
        (Lang::Zh, moved) => format!("\n改动 {moved} 场："),
        (Lang::En, 0) => "\nNothing moves.".to_owned(),
        (Lang::En, moved) => format!("\nWhat moves ({moved}):"),
    };
    push(&mut text, &heading);
    list(&mut text, week.moved.iter().map(|(_, said)| said), lang);
    broken(&mut text, week, lang);
    text
}

fn total(score: Score, lang: Lang) -> String {
    match (lang, score.hard) {
        (Lang::Zh, 0) => format!("总罚分 {}，没有必须解决的问题", score.soft),
        (Lang::Zh, hard) => format!("总罚分 {}，违反硬性规则 {hard} 次", score.soft),
        (Lang::En, 0) => format!("cost {}, nothing that must be solved", score.soft),
        (Lang::En, hard) => format!("cost {}, hard rules broken {hard} times", score.soft),
    }
}

fn broken(text: &mut String, week: &PlannedWeek, lang: Lang) {
    // What moved stands in a list of its own.
    let is_listed = |told: &Told| told.rule == Some(PlannerRule::Moved) && !week.moved.is_empty();
    for (severity, zh, en) in
        [(Severity::Block, "必须解决", "Must be solved"), (Severity::Warn, "有代价", "At a cost")]
    {
        let of: Vec<&Told> =
            week.told.iter().filter(|told| told.severity == severity && !is_listed(told)).collect();
        if of.is_empty() {
            continue;
        }
        match lang {
            Lang::Zh => push(text, &format!("\n{zh}（{}）：", of.len())),
            Lang::En => push(text, &format!("\n{en} ({}):", of.len())),
        }
        list(text, of.into_iter().map(|told| &told.sentence), lang);
    }
    match (lang, week.planning.notes.len()) {
        (_, 0) => {}
        (Lang::Zh, notes) => {
            push(text, &format!("\n{notes} 场没有参与排期或保持不动，--format json 列出原因。"));
        }
        (Lang::En, notes) => {
            push(text, &format!("\n{notes} were left alone; --format json says each and why."));
        }
    }
}

/// Sentences on lines of their own.
pub(super) fn list<'a>(text: &mut String, sentences: impl ExactSizeIterator<Item = &'a Both>, lang: Lang) {
    let more = sentences.len().saturating_sub(MOST);
    for sentence in sentences.take(MOST) {
        push(text, &format!("  {}", sentence.read(lang)));
    }
    match (lang, more) {
        (_, 0) => {}
        (Lang::Zh, more) => push(text, &format!("  另有 {more} 条，--format json 列出全部。")),
        (Lang::En, more) => push(text, &format!("  … and {more} more; --format json lists all.")),
    }
}

/// The same as one object. `was` is the programme before.
pub(super) fn json(week: &PlannedWeek, was: &Programme) -> Value {
    let moved = week.moved.iter().map(|(moved, said)| moved_json(was, moved, said));
    let notes = week.planning.notes.iter().map(|note| said_json(&noted(was, note)));
    json!({
        "objective": week.after.soft,
        "hard": week.after.hard,
        "before": score_json(week.before),
        "moved": moved.collect::<Vec<Value>>(),
        "broken": told_json(&week.told, was),
        "left_alone": notes.collect::<Vec<Value>>(),
    })
}

pub(super) fn score_json(score: Score) -> Value {
    json!({ "hard": score.hard, "objective": score.soft })
}

pub(super) fn said_json(said: &Both) -> Value {
    json!({ "zh": said.zh, "en": said.en })
}

pub(super) fn told_json(told: &[Told], programme: &Programme) -> Value {
    let each = told.iter().map(|told| {
        let sessions = told.occurrences.iter().map(|id| programme[*id].guid.to_string());
        json!({
            "rule": told.rule.map(PlannerRule::word),
            "hard": told.cost.hard,
            "cost": told.cost.soft,
            "sessions": sessions.collect::<Vec<String>>(),
            "zh": told.sentence.zh,
            "en": told.sentence.en,
        })
    });
    Value::Array(each.collect())
}

fn moved_json(was: &Programme, moved: &Moved, said: &Both) -> Value {
    let (when, place) = moved.from;
    let room = match place {
        Some(Place::Room(room)) => Some(room),
        _ => None,
    };
    json!({
        "session": session(was, moved.occurrence),
        "guid": was[moved.occurrence].guid.to_string(),
        "from": whereabouts(was, when, room),
        "to": moved.to.map(|(span, room)| whereabouts(was, Some(span), Some(room))),
        "zh": said.zh,
        "en": said.en,
    })
}

fn session(programme: &Programme, id: OccurrenceId) -> &str {
    programme[id].slug.as_deref().unwrap_or(&programme.session_of(id).key)
}

fn whereabouts(programme: &Programme, when: Option<Span>, room: Option<RoomId>) -> Value {
    json!({
        "start": when.map(|span| stamp(span.start())),
        "end": when.map(|span| stamp(span.end())),
        "room": room.map(|room| programme[room].key.clone()),
    })
}
