//! What a timetable costs, in words and for programs.

use festoon_app::timetable::conference::{Scored, Told};
use festoon_domain::text::Lang;
use festoon_exchange::cosplib::Weighed;
use serde_json::{Value, json};

use crate::changes::push;

/// How many sentences of a rule are shown beside all others; the JSON has all.
const MOST_OF_A_RULE: usize = 10;

/// The total, and a line a rule that weighs something.
pub(super) fn text(scored: &Scored, lang: Lang) -> String {
    explained(scored, &[], lang)
}

/// The same, with what each rule found under its line.
pub(super) fn explained(scored: &Scored, told: &[Told], lang: Lang) -> String {
    let mut text = String::new();
    let total = match lang {
        Lang::Zh => format!("目标值 {}（越小越好）", scored.objective),
        Lang::En => format!("objective {} (less is better)", scored.objective),
    };
    push(&mut text, &total);
    if scored.hard > 0 {
        let unplaced = match lang {
            Lang::Zh => format!("还有 {} 场报告排不进去，这份时间表不能用。", scored.hard),
            Lang::En => {
                format!("{} submissions have no place: the timetable cannot be used.", scored.hard)
            }
        };
        push(&mut text, &unplaced);
    }
    for &(weighed, weight, count) in scored.counts.iter().filter(|(_, weight, _)| *weight > 0) {
        let cost = weight * count;
        let line = match lang {
            Lang::Zh => format!("  {}：{count} × {weight} = {cost}", called(weighed, lang)),
            Lang::En => format!("  {}: {count} × {weight} = {cost}", called(weighed, lang)),
        };
        push(&mut text, &line);
        let of: Vec<&Told> = told.iter().filter(|told| told.weighed == Some(weighed)).collect();
        for told in of.iter().take(MOST_OF_A_RULE) {
            push(&mut text, &format!("    {}", told.sentence.read(lang)));
        }
        match (lang, of.len().saturating_sub(MOST_OF_A_RULE)) {
            (_, 0) => {}
            (Lang::Zh, more) => push(&mut text, &format!("    另有 {more} 条，--format json 列出全部。")),
            (Lang::En, more) => push(&mut text, &format!("    … and {more} more; --format json lists all.")),
        }
    }
    text
}

/// The same as one object.
pub(super) fn json(scored: &Scored) -> Value {
    let rules = scored.counts.iter().map(|&(weighed, weight, count)| {
        json!({ "rule": weighed.called(), "weight": weight, "count": count, "cost": weight * count })
    });
    json!({
        "objective": scored.objective,
        "hard": scored.hard,
        "rules": rules.collect::<Vec<Value>>(),
    })
}

pub(super) const fn called(weighed: Weighed, lang: Lang) -> &'static str {
    match (weighed, lang) {
        (Weighed::TracksSessions, Lang::Zh) => "分会排在不合适的时段",
        (Weighed::TracksSessions, Lang::En) => "tracks in sessions that do not suit",
        (Weighed::TracksRooms, Lang::Zh) => "分会排在不合适的会场",
        (Weighed::TracksRooms, Lang::En) => "tracks in rooms that do not suit",
        (Weighed::SessionsRooms, Lang::Zh) => "会场在不合适的时段启用",
        (Weighed::SessionsRooms, Lang::En) => "rooms in use in sessions that do not suit",
        (Weighed::SimilarTracks, Lang::Zh) => "相近的分会同时进行",
        (Weighed::SimilarTracks, Lang::En) => "similar tracks at once",
        (Weighed::RoomsPerTrack, Lang::Zh) => "分会换会场",
        (Weighed::RoomsPerTrack, Lang::En) => "tracks in more than one room",
        (Weighed::ParallelTracks, Lang::Zh) => "同一分会分头进行",
        (Weighed::ParallelTracks, Lang::En) => "tracks beside themselves",
        (Weighed::ConsecutiveTracks, Lang::Zh) => "分会中断后再续",
        (Weighed::ConsecutiveTracks, Lang::En) => "tracks with a gap",
        (Weighed::Hours, Lang::Zh) => "报告人当地时间不合适",
        (Weighed::Hours, Lang::En) => "hours that do not suit where the presenter is",
        (Weighed::Order, Lang::Zh) => "报告次序不符",
        (Weighed::Order, Lang::En) => "submissions out of their order",
        (Weighed::SubmissionsSessions, Lang::Zh) => "报告排在不合适的时段",
        (Weighed::SubmissionsSessions, Lang::En) => "submissions in sessions that do not suit",
        (Weighed::SubmissionsRooms, Lang::Zh) => "报告排在不合适的会场",
        (Weighed::SubmissionsRooms, Lang::En) => "submissions in rooms that do not suit",
        (Weighed::Presenters, Lang::Zh) => "报告人同一时段有两处",
        (Weighed::Presenters, Lang::En) => "presenters in two rooms in one session",
        (Weighed::Attendees, Lang::Zh) => "听众同一时段有两处",
        (Weighed::Attendees, Lang::En) => "attendees in two rooms in one session",
        (Weighed::Chairs, Lang::Zh) => "主持人同一时段有两处",
        (Weighed::Chairs, Lang::En) => "chairs in two rooms in one session",
        (Weighed::PresentersAtOnce, Lang::Zh) => "报告人同一时刻有两处",
        (Weighed::PresentersAtOnce, Lang::En) => "presenters in two rooms in one slot",
        (Weighed::AttendeesAtOnce, Lang::Zh) => "听众同一时刻有两处",
        (Weighed::AttendeesAtOnce, Lang::En) => "attendees in two rooms in one slot",
    }
}
