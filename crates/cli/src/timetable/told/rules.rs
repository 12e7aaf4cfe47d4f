//! What each rule of a week costs in all, under a name that people know.

use std::collections::BTreeMap;

use festoon_app::timetable::planning::{Score, Told};
use festoon_domain::text::Lang;
use festoon_exchange::planner::PlannerRule;
use serde_json::{Value, json};

use super::{Unit, cost_text};
use crate::changes::push;

/// How often a rule is broken, and what that costs. Nothing in place of a rule is what a week cannot grade: a room that is taken or closed, and what
/// has no place.
pub(super) type Totals = BTreeMap<Option<PlannerRule>, (usize, Score)>;

pub(super) fn totals(told: &[Told]) -> Totals {
    let mut totals = Totals::new();
    for told in told {
        let (times, cost) = totals.entry(told.rule).or_default();
        *times += 1;
        *cost = *cost + told.cost;
    }
    totals
}

/// A line a rule, the dearest first.
pub(super) fn text(totals: &Totals, unit: Unit, lang: Lang, to: &mut String) {
    let mut all: Vec<_> = totals.iter().collect();
    all.sort_by_key(|(rule, (_, cost))| (std::cmp::Reverse(*cost), **rule));
    for (rule, (times, cost)) in all {
        let name = called(*rule, lang);
        let word = rule.map_or_else(String::new, |rule| match lang {
            Lang::Zh => format!("（{}）", rule.word()),
            Lang::En => format!(" ({})", rule.word()),
        });
        let must = cost.hard > 0;
        let line = match (lang, must) {
            (Lang::Zh, true) => format!("  {name}{word}：{times} 处，必须解决"),
            (Lang::Zh, false) => format!("  {name}{word}：{times} 处，罚分 {}", cost_text(cost.soft, unit)),
            (Lang::En, true) => format!("  {name}{word}: {times}, to be solved"),
            (Lang::En, false) => format!("  {name}{word}: {times}, cost {}", cost_text(cost.soft, unit)),
        };
        push(to, &line);
    }
}

pub(super) fn json(totals: &Totals, unit: Unit) -> Value {
    let each = totals.iter().map(|(rule, (times, cost))| {
        json!({
            "rule": rule.map(PlannerRule::word),
            "times": times,
            "hard": cost.hard,
            "cost": unit.of(cost.soft),
        })
    });
    Value::Array(each.collect())
}

/// What a rule is about.
pub(in crate::timetable) const fn called(rule: Option<PlannerRule>, lang: Lang) -> &'static str {
    let (zh, en) = match rule {
        None => ("会场被占、没有开放或排不下", "rooms taken or closed, or no place at all"),
        Some(PlannerRule::People) => {
            ("一人两处或路上来不及", "people in two places or with too little time for the road")
        }
        Some(PlannerRule::Slack) => ("贵宾路上余量不足", "guests of honour with little time to spare"),
        Some(PlannerRule::Away) => ("有人不在", "people who are away"),
        Some(PlannerRule::Days) => ("不在活动的日期里", "days outside an activity's"),
        Some(PlannerRule::VenueCapacity) => ("场馆超员", "venues fuller than they may be"),
        Some(PlannerRule::Equipment) => ("会场缺设备", "equipment that is lacking"),
        Some(PlannerRule::Before) => ("先后顺序不对", "sessions before what must come first"),
        Some(PlannerRule::Stock) => ("物资或人手不够", "more asked for than there is"),
        Some(PlannerRule::Seats) => ("座位不够", "people beyond the seats"),
        Some(PlannerRule::House) => ("离开了选定的场馆", "venues that the host did not choose"),
        Some(PlannerRule::SameDay) => ("换了日子", "other days than now"),
        Some(PlannerRule::Moved) => ("改动", "sessions that move"),
        Some(PlannerRule::Bookmarks) => ("收藏的场次重叠", "bookmarked sessions at once"),
        Some(PlannerRule::SameTrack) => ("同一板块重叠", "sessions of one track at once"),
        Some(PlannerRule::TrackRooms) => ("同一板块分散在几个会场", "tracks over several rooms"),
        Some(PlannerRule::TrackDays) => ("同一板块中间隔了日子", "tracks with empty days between"),
        Some(PlannerRule::Wishes) => ("不合心愿", "wishes not met"),
        Some(PlannerRule::PrimeTime) => ("黄金时段分配不均", "uneven shares of the best hours"),
        Some(PlannerRule::Waiting) => ("空等", "people waiting between sessions"),
        Some(PlannerRule::Languages) => ("有的语言没有场次", "languages with nothing on"),
        Some(PlannerRule::Pause) => ("中间间隔太短", "pauses that are too short"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
