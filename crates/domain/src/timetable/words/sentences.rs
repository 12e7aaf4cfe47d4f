//! What is wrong.

use super::naming::{
    appointment, day_of, field, language, minutes, person, place, road, room, subject, title, venue,
};
use super::{rule as rule_name, when};
use crate::programme::{OccurrenceId, PersonId, Programme, Span};
use crate::text::Lang;
use crate::timetable::{Clash, Rule};

pub(super) fn of(programme: &Programme, clash: &Clash, lang: Lang) -> String {
    match lang {
        Lang::Zh => chinese(programme, clash),
        Lang::En => english(programme, clash),
    }
}

fn chinese(programme: &Programme, clash: &Clash) -> String {
    let l = Lang::Zh;
    let at = |id| appointment(programme, id, l);
    match clash {
        Clash::TwoPlaces { person: who, first, second, together } => format!(
            "{}在 {} 要同时出现在两处：{}和{}。",
            person(programme, *who, l),
            spell(programme, *together, l),
            at(*first),
            at(*second)
        ),
        Clash::Road { person: who, from, to, gap, road: way } => format!(
            "{}在 {}赶不过来：{}结束后，到{}只有 {}，路上要 {}。",
            person(programme, *who, l),
            day_of(programme, *from, l),
            at(*from),
            at(*to),
            minutes(*gap, l),
            road(*way, l)
        ),
        Clash::RoadUnknown { pairs, person, from, to } => {
            road_unknown(programme, *pairs, *person, (*from, *to), l)
        }
        Clash::Slack { person: who, from, to, gap, road: way, wanted } => format!(
            "嘉宾{}在 {}行程过紧：{}结束后，到{}有 {}，路上要 {}，余量不足 {}。",
            person(programme, *who, l),
            day_of(programme, *from, l),
            at(*from),
            at(*to),
            minutes(*gap, l),
            road(*way, l),
            minutes(*wanted, l)
        ),
        Clash::RoomTwice { room: hall, first, second, together } => format!(
            "{}在 {} 被两个场次占用：{}和{}。",
            room(programme, *hall, l),
            spell(programme, *together, l),
            at(*first),
            at(*second)
        ),
        Clash::VenueFull { venue: house, during, expected, capacity, occurrences } => format!(
            "{}在 {} 预计共有 {expected} 人，超过全馆上限 {capacity} 人：{}。",
            venue(programme, *house, l),
            spell(programme, *during, l),
            listing(programme, occurrences, l)
        ),
        Clash::Closed { occurrence, room: hall, venue: house } => format!(
            "{}（{}）安排在 {}，{}这时不开放。",
            title(programme, *occurrence, l),
            day_of(programme, *occurrence, l),
            times(programme, *occurrence, l),
            hall.map_or_else(|| venue(programme, *house, l), |hall| room(programme, hall, l))
        ),
        Clash::Seats { occurrence, room: hall, expected, seats } => format!(
            "{}（{}）预计 {expected} 人，{}只有 {seats} 个座位。",
            title(programme, *occurrence, l),
            day_of(programme, *occurrence, l),
            room(programme, *hall, l)
        ),
        Clash::Interpreters { occurrence, needed, named } => format!(
            "{}（{}，{}）需要译员 {needed} 名，已安排 {named} 名。",
            title(programme, *occurrence, l),
            day_of(programme, *occurrence, l),
            place(programme, *occurrence, l)
        ),
        Clash::Untranslated { subject: whose, field: which, lang: missing } => {
            format!("{}的{}没有{}。", subject(programme, *whose, l), field(*which, l), language(*missing, l))
        }
        Clash::Stale { subject: whose, field: which, lang: behind } => format!(
            "{}的{}改过之后，{}译文还没有跟上。",
            subject(programme, *whose, l),
            field(*which, l),
            language(*behind, l)
        ),
        Clash::NoRoom(id) => {
            format!("{}（{}）还没有会场。", title(programme, *id, l), dated(programme, *id, l))
        }
        Clash::NoTime(id) => format!("{}还没有时间。", title(programme, *id, l)),
        Clash::NoHost(id) => format!("{}没有写明主办单位。", title(programme, *id, l)),
        Clash::Duplicate { first, second } => format!(
            "{}和{}（{}）像是同一场，可能重复申报。",
            at(*first),
            at(*second),
            day_of(programme, *first, l)
        ),
        Clash::Everywhere { rule, lang, sessions, .. } => everywhere(*rule, *lang, *sessions, l),
        Clash::AndMore { rule, subject: about, example } => format!(
            "{}的「{}」太多，只列出了前面的；列到{}为止。",
            subject(programme, *about, l),
            rule_name(*rule, l),
            at(*example)
        ),
    }
}

fn english(programme: &Programme, clash: &Clash) -> String {
    let l = Lang::En;
    let at = |id| appointment(programme, id, l);
    match clash {
        Clash::TwoPlaces { person: who, first, second, together } => format!(
            "{} is in two places on {}: {} and {}.",
            person(programme, *who, l),
            spell(programme, *together, l),
            at(*first),
            at(*second)
        ),
        Clash::Road { person: who, from, to, gap, road: way } => format!(
            "{} cannot get there in time on {}: {} between {} and {}, but the road takes {}.",
            person(programme, *who, l),
            day_of(programme, *from, l),
            minutes(*gap, l),
            at(*from),
            at(*to),
            road(*way, l)
        ),
        Clash::RoadUnknown { pairs, person, from, to } => {
            road_unknown(programme, *pairs, *person, (*from, *to), l)
        }
        Clash::Slack { person: who, from, to, gap, road: way, wanted } => format!(
            "Guest of honour {} is short of slack on {}: {} between {} and {}, the road takes {}, and {} to spare are wanted.",
            person(programme, *who, l),
            day_of(programme, *from, l),
            minutes(*gap, l),
            at(*from),
            at(*to),
            road(*way, l),
            minutes(*wanted, l)
        ),
        Clash::RoomTwice { room: hall, first, second, together } => format!(
            "{} is taken twice on {}: by {} and by {}.",
            room(programme, *hall, l),
            spell(programme, *together, l),
            at(*first),
            at(*second)
        ),
        Clash::VenueFull { venue: house, during, expected, capacity, occurrences } => format!(
            "{} expects {expected} people on {}, more than the {capacity} it holds: {}.",
            venue(programme, *house, l),
            spell(programme, *during, l),
            listing(programme, occurrences, l)
        ),
        Clash::Closed { occurrence, room: hall, venue: house } => format!(
            "{} is on {} at {}, when {} is closed.",
            title(programme, *occurrence, l),
            day_of(programme, *occurrence, l),
            times(programme, *occurrence, l),
            hall.map_or_else(|| venue(programme, *house, l), |hall| room(programme, hall, l))
        ),
        Clash::Seats { occurrence, room: hall, expected, seats } => format!(
            "{} on {} expects {expected} people; {} seats {seats}.",
            title(programme, *occurrence, l),
            day_of(programme, *occurrence, l),
            room(programme, *hall, l)
        ),
        Clash::Interpreters { occurrence, needed, named } => format!(
            "{} on {} ({}) needs {needed} {}; {named} {} named.",
            title(programme, *occurrence, l),
            day_of(programme, *occurrence, l),
            place(programme, *occurrence, l),
            if *needed == 1 { "interpreter" } else { "interpreters" },
            if *named == 1 { "is" } else { "are" }
        ),
        Clash::Untranslated { subject: whose, field: which, lang: missing } => format!(
            "The {} of {} is missing in {}.",
            field(*which, l),
            subject(programme, *whose, l),
            language(*missing, l)
        ),
        Clash::Stale { subject: whose, field: which, lang: behind } => format!(
            "The {} {} of {} is older than its original.",
            language(*behind, l),
            field(*which, l),
            subject(programme, *whose, l)
        ),
        Clash::NoRoom(id) => {
            format!("{} ({}) has no room yet.", title(programme, *id, l), dated(programme, *id, l))
        }
        Clash::NoTime(id) => format!("{} has no time yet.", title(programme, *id, l)),
        Clash::NoHost(id) => format!("{} names no host.", title(programme, *id, l)),
        Clash::Duplicate { first, second } => format!(
            "{} and {} on {} look like one session handed in twice.",
            at(*first),
            at(*second),
            day_of(programme, *first, l)
        ),
        Clash::Everywhere { rule, lang, sessions, .. } => everywhere(*rule, *lang, *sessions, l),
        Clash::AndMore { rule, subject: about, example } => format!(
            "{}: too many findings of “{}”, only the first are listed, up to {}.",
            subject(programme, *about, l),
            rule_name(*rule, l),
            at(*example)
        ),
    }
}

fn road_unknown(
    programme: &Programme,
    pairs: u32,
    who: PersonId,
    (from, to): (OccurrenceId, OccurrenceId),
    lang: Lang,
) -> String {
    let (who, day) = (person(programme, who, lang), day_of(programme, from, lang));
    let (from, to) = (appointment(programme, from, lang), appointment(programme, to, lang));
    match (lang, pairs) {
        (Lang::Zh, _) => {
            format!("有 {pairs} 组场馆之间的路程未知，没有检查路上时间；例如 {day}，{who}要从{from}到{to}。")
        }
        (Lang::En, 1) => format!(
            "The road is unknown between one pair of venues and was not checked: on {day}, {who} moves from {from} to {to}."
        ),
        (Lang::En, _) => format!(
            "The road is unknown between {pairs} pairs of venues and was not checked there: on {day}, for one, {who} moves from {from} to {to}."
        ),
    }
}

fn everywhere(rule: Rule, missing: Option<Lang>, sessions: u32, lang: Lang) -> String {
    match (rule, missing, lang) {
        (Rule::Untranslated, Some(missing), Lang::Zh) => {
            format!("全部 {sessions} 个场次都没有{}标题。", language(missing, lang))
        }
        (Rule::Untranslated, Some(missing), Lang::En) => {
            format!("None of the {sessions} sessions has a title in {}.", language(missing, lang))
        }
        (Rule::NoHost, _, Lang::Zh) => format!("全部 {sessions} 个场次都没有写明主办单位。"),
        (Rule::NoHost, _, Lang::En) => format!("None of the {sessions} sessions names a host."),
        (Rule::NoTime, _, Lang::En) => format!("None of the {sessions} sessions has a time."),
        (Rule::NoRoom, _, Lang::En) => format!("None of the {sessions} sessions has a room."),
        (rule, _, Lang::Zh) => format!("全部 {sessions} 个场次都{}。", rule_name(rule, lang)),
        (rule, _, Lang::En) => format!("All {sessions} sessions: {}.", rule_name(rule, lang)),
    }
}

fn spell(programme: &Programme, span: Span, lang: Lang) -> String {
    when::span(span, &programme.week.zone, lang)
}

fn times(programme: &Programme, id: OccurrenceId, lang: Lang) -> String {
    programme[id].when.map_or_else(String::new, |span| when::times(span, &programme.week.zone, lang))
}

fn dated(programme: &Programme, id: OccurrenceId, lang: Lang) -> String {
    match (programme[id].when, lang) {
        (Some(span), _) => spell(programme, span, lang),
        (None, Lang::Zh) => "时间未定".to_owned(),
        (None, Lang::En) => "time not settled".to_owned(),
    }
}

/// The first five, and how many more.
fn listing(programme: &Programme, occurrences: &[OccurrenceId], lang: Lang) -> String {
    const NAMED: usize = 5;
    let named: Vec<String> = occurrences.iter().take(NAMED).map(|id| title(programme, *id, lang)).collect();
    let rest = occurrences.len().saturating_sub(NAMED);
    match (lang, rest) {
        (Lang::Zh, 0) => named.join("、"),
        (Lang::Zh, _) => format!("{}等 {} 场", named.join("、"), occurrences.len()),
        (Lang::En, 0) => named.join(", "),
        (Lang::En, _) => format!("{} and {rest} more", named.join(", ")),
    }
}
