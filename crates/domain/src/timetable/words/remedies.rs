//! What would mend it. A remedy names the smallest change that a host can make alone.

use super::naming::{language, minutes, person, venue};
use crate::programme::{OccurrenceId, Programme};
use crate::text::Lang;
use crate::timetable::{Clash, Rule};
use crate::venue::Minutes;

pub(super) fn of(programme: &Programme, clash: &Clash, lang: Lang) -> String {
    match lang {
        Lang::Zh => chinese(programme, clash),
        Lang::En => english(programme, clash),
    }
}

fn chinese(programme: &Programme, clash: &Clash) -> String {
    let lang = Lang::Zh;
    match clash {
        Clash::TwoPlaces { person: who, first, second, .. } => format!(
            "把其中一场错开（后一场不早于 {} 开始），或请别人替{}出席一场。如果是同名的两个人，请各自写明单位。",
            end_of(programme, *first, *second),
            person(programme, *who, lang)
        ),
        Clash::Road { gap, road, .. } => {
            format!("后一场至少推迟 {}，或改在同一场馆。", minutes(lacking(*gap, road.minutes), lang))
        }
        Clash::RoadUnknown { .. } => {
            "请提供路程表（列为 起点、终点、方式、分钟），或给出场馆的经纬度。".to_owned()
        }
        Clash::Slack { gap, road, wanted, .. } => format!(
            "再留出 {}，或安排提前离场、专车接送。",
            minutes(lacking(*gap, Minutes(road.minutes.0.saturating_add(wanted.0))), lang)
        ),
        Clash::RoomTwice { first, .. } => {
            format!(
                "后一场改到 {} 之后，或换一个会场；如果本来就是共用，请在「会场使用方式」一列写「共用」。",
                ending(programme, *first)
            )
        }
        Clash::VenueFull { expected, capacity, .. } => {
            format!("至少挪走 {} 人的场次，或错开时间。", expected - u64::from(*capacity))
        }
        Clash::Closed { venue: house, .. } => {
            format!("改到开放时间内，或请{}延长开放。", venue(programme, *house, lang))
        }
        Clash::Seats { expected, .. } => {
            format!("换一个不少于 {expected} 座的会场，或限制报名人数。")
        }
        Clash::Interpreters { needed, named, .. } => {
            format!("再安排 {} 名译员。", needed - named)
        }
        Clash::Untranslated { lang: missing, .. } => {
            format!("请补上{}。", language(*missing, lang))
        }
        Clash::Stale { lang: behind, .. } => {
            format!("请对照现在的原文核对{}，改好后标为「已译」。", language(*behind, lang))
        }
        Clash::NoRoom(_) => "请填写会场。".to_owned(),
        Clash::NoTime(_) => "请填写日期和起止时间，如 6月21日 14:00-15:30。".to_owned(),
        Clash::NoHost(_) => "请填写主办单位。".to_owned(),
        Clash::Duplicate { .. } => "请两家核对：是同一场就保留一条，不是就把标题写得能分清。".to_owned(),
        Clash::Everywhere { rule: Rule::Untranslated, lang: Some(missing), .. } => {
            format!("请加一列{}标题。", language(*missing, lang))
        }
        Clash::Everywhere { .. } => {
            "请加上这一列；如果文件里已经有，请把表头改成常用的叫法（如「主办单位」「会场」「时间」）。"
                .to_owned()
        }
        Clash::AndMore { .. } => "请先看是不是用了占位的名字，或整列填错。".to_owned(),
    }
}

fn english(programme: &Programme, clash: &Clash) -> String {
    let lang = Lang::En;
    match clash {
        Clash::TwoPlaces { person: who, first, second, .. } => format!(
            "Move one of them (the later not before {}), or let somebody else stand in for {} at one. If these are two people with the same name, give each their organisation.",
            end_of(programme, *first, *second),
            person(programme, *who, lang)
        ),
        Clash::Road { gap, road, .. } => format!(
            "Start the later one at least {} later, or hold both in one venue.",
            minutes(lacking(*gap, road.minutes), lang)
        ),
        Clash::RoadUnknown { .. } => {
            "Give a travel file (from, to, mode, minutes), or the coordinates of the venues.".to_owned()
        }
        Clash::Slack { gap, road, wanted, .. } => format!(
            "Leave {} more, or arrange an early departure and a car.",
            minutes(lacking(*gap, Minutes(road.minutes.0.saturating_add(wanted.0))), lang)
        ),
        Clash::RoomTwice { first, .. } => format!(
            "Start the later one after {}, or give it another room; if they share the room on purpose, write “shared” in a column “Room use”.",
            ending(programme, *first)
        ),
        Clash::VenueFull { expected, capacity, .. } => {
            format!(
                "Move sessions of at least {} people elsewhere or to another time.",
                expected - u64::from(*capacity)
            )
        }
        Clash::Closed { venue: house, .. } => {
            format!(
                "Move it into the opening hours, or ask {} to open longer.",
                venue(programme, *house, lang)
            )
        }
        Clash::Seats { expected, .. } => {
            format!("Find a room of at least {expected} seats, or limit the registrations.")
        }
        Clash::Interpreters { needed, named, .. } => {
            let more = needed - named;
            format!("Name {more} more {}.", if more == 1 { "interpreter" } else { "interpreters" })
        }
        Clash::Untranslated { lang: missing, .. } => {
            format!("Add the {}.", language(*missing, lang))
        }
        Clash::Stale { lang: behind, .. } => format!(
            "Read the {} against the present original and mark it as current.",
            language(*behind, lang)
        ),
        Clash::NoRoom(_) => "Fill in the room.".to_owned(),
        Clash::NoTime(_) => "Fill in the day, start and end, such as 2021-06-21 14:00-15:30.".to_owned(),
        Clash::NoHost(_) => "Fill in the host.".to_owned(),
        Clash::Duplicate { .. } => {
            "Ask both hosts: keep one row if it is one session, or tell the titles apart if it is not."
                .to_owned()
        }
        Clash::Everywhere { rule: Rule::Untranslated, lang: Some(missing), .. } => {
            format!("Add a column with the titles in {}.", language(*missing, lang))
        }
        Clash::Everywhere { .. } => {
            "Add that column; if the file has it, give it a usual heading (“Host”, “Room”, “Time”)."
                .to_owned()
        }
        Clash::AndMore { .. } => {
            "See first whether this is a placeholder or a column filled in wrongly.".to_owned()
        }
    }
}

fn lacking(gap: Minutes, wanted: Minutes) -> Minutes {
    Minutes(wanted.0.saturating_sub(gap.0))
}

/// When the earlier-ending of two is over: the soonest that the other could start.
fn end_of(programme: &Programme, first: OccurrenceId, second: OccurrenceId) -> String {
    let sooner = match (programme[first].when, programme[second].when) {
        (Some(a), Some(b)) if b.end() < a.end() => second,
        _ => first,
    };
    ending(programme, sooner)
}

fn ending(programme: &Programme, id: OccurrenceId) -> String {
    programme[id].when.map_or_else(String::new, |span| {
        let end = span.end().to_zoned(programme.week.zone.clone());
        format!("{:02}:{:02}", end.hour(), end.minute())
    })
}
