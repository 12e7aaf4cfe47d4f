//! What became of a day of meetings, in words and for programs. People, meetings, slots and tables are counted from 1, as in the file.

use festoon_app::timetable::meetings::Appointment;
use festoon_domain::text::Lang;
use festoon_solver::meetings::{Fault, Found, Reason, Score, Standing};
use serde_json::{Value, json};

use crate::changes::push;
use festoon_guide::clash_report::Both;

use crate::language::both;

/// What it comes to, and the list.
pub(super) fn text(found: &Found, lines: &[Appointment], lang: Lang) -> String {
    let mut text = String::new();
    let Score { hard, breaks } = found.score;
    if hard > 0 {
        push(
            &mut text,
            &match lang {
                Lang::Zh => format!("有 {hard} 处不合规则，这份安排不能直接用。"),
                Lang::En => {
                    if hard == 1 {
                        "1 rule is broken: the plan cannot be used as it is.".to_owned()
                    } else {
                        format!("{hard} rules are broken: the plan cannot be used as it is.")
                    }
                }
            },
        );
    }
    let sentence = match (&found.standing, lang) {
        (Standing::Best, Lang::Zh) => format!("空档共 {breaks} 个，已证明不能更少。"),
        (Standing::Best, Lang::En) => {
            format!("{}; it is proved that there cannot be fewer.", self::breaks(breaks))
        }
        (Standing::Open { fewest }, Lang::Zh) => format!("空档共 {breaks} 个，至少要有 {fewest} 个。"),
        (Standing::Open { fewest }, Lang::En) => {
            format!("{}; there cannot be fewer than {fewest}.", self::breaks(breaks))
        }
        (Standing::Impossible(_), Lang::Zh) => "不可能全部按规则排下，原因如下：".to_owned(),
        (Standing::Impossible(_), Lang::En) => {
            "Not all of it can be placed by the rules, because:".to_owned()
        }
    };
    push(&mut text, &sentence);
    if let Standing::Impossible(reasons) = &found.standing {
        for reason in reasons {
            push(&mut text, &format!("  {}", because(reason, lang)));
        }
    }
    text.push_str(&table(lines, lang));
    text
}

/// `1 break`, `2 breaks`.
pub(super) fn breaks(count: impl Into<u64>) -> String {
    match count.into() {
        1 => "1 break".to_owned(),
        many => format!("{many} breaks"),
    }
}

/// The list as CSV.
pub(super) fn table(lines: &[Appointment], lang: Lang) -> String {
    let mut text = String::from(match lang {
        Lang::Zh => "时段,桌号,一方,另一方,洽谈\n",
        Lang::En => "slot,table,one,other,meeting\n",
    });
    for Appointment { meeting, one, other, slot, table } in lines {
        push(&mut text, &format!("{slot},{table},{one},{other},{meeting}"));
    }
    text
}

/// The same for programs.
pub(super) fn json(found: &Found, lines: &[Appointment]) -> Value {
    let (standing, fewest) = match &found.standing {
        Standing::Best => ("best", Some(found.score.breaks)),
        Standing::Open { fewest } => ("open", Some(*fewest)),
        Standing::Impossible(_) => ("impossible", None),
    };
    let reasons: Vec<Value> = match &found.standing {
        Standing::Impossible(reasons) => reasons
            .iter()
            .map(|reason| json!({ "zh": because(reason, Lang::Zh), "en": because(reason, Lang::En) }))
            .collect(),
        Standing::Best | Standing::Open { .. } => Vec::new(),
    };
    let meetings = lines.iter().map(|line| {
        json!({
            "meeting": line.meeting, "one": line.one, "other": line.other, "slot": line.slot, "table": line.table,
        })
    });
    json!({
        "breaks": found.score.breaks,
        "valid": found.score.hard == 0,
        "hard": found.score.hard,
        "standing": standing,
        "fewest": fewest,
        "reasons": reasons,
        "tried": found.tried,
        "meetings": meetings.collect::<Vec<Value>>(),
    })
}

/// Why a day cannot be.
fn because(reason: &Reason, lang: Lang) -> String {
    match (reason, lang) {
        (Reason::Crowded { participant, meetings, slots }, Lang::Zh) => {
            format!("{} 号要谈 {} 场，可用的时段只有 {} 个。", participant + 1, meetings.len(), slots.len())
        }
        (Reason::Crowded { participant, meetings, slots }, Lang::En) => format!(
            "participant {} has {} meetings and {} slots for them.",
            participant + 1,
            meetings.len(),
            slots.len()
        ),
        (Reason::Pauses { participant, meetings, room }, Lang::Zh) => {
            format!("{} 号要谈 {meetings} 场，留出休息后只排得下 {room} 场。", participant + 1)
        }
        (Reason::Pauses { participant, meetings, room }, Lang::En) => {
            format!(
                "participant {} has {meetings} meetings and, with pauses, room for {room}.",
                participant + 1
            )
        }
        (Reason::NoSlot { meeting }, Lang::Zh) => format!("洽谈 {} 没有双方都在的时段。", meeting + 1),
        (Reason::NoSlot { meeting }, Lang::En) => {
            format!("meeting {} has no slot at which both are there.", meeting + 1)
        }
        (Reason::TablesAt { slot, needed, tables }, Lang::Zh) => {
            format!("时段 {} 要 {needed} 张桌，只有 {tables} 张。", slot + 1)
        }
        (Reason::TablesAt { slot, needed, tables }, Lang::En) => {
            format!("slot {} needs {needed} tables, there are {tables}.", slot + 1)
        }
        (Reason::Tables { meetings, tables }, Lang::Zh) => {
            format!("共 {meetings} 场洽谈，桌位只有 {tables} 个。")
        }
        (Reason::Tables { meetings, tables }, Lang::En) => {
            format!("there are {meetings} meetings and {tables} tables over all slots.")
        }
        (Reason::Interpreters { language, meetings, there }, Lang::Zh) => {
            format!("语种 {} 有 {meetings} 场要口译，译员只够 {there} 场。", language + 1)
        }
        (Reason::Interpreters { language, meetings, there }, Lang::En) => {
            format!(
                "language {} is needed for {meetings} meetings, interpreters suffice for {there}.",
                language + 1
            )
        }
        (Reason::Together { meetings }, Lang::Zh) => {
            let numbers: Vec<String> = meetings.iter().map(|meeting| (meeting + 1).to_string()).collect();
            format!("这 {} 场洽谈不可能全部排下：{}。", meetings.len(), numbers.join("、"))
        }
        (Reason::Together { meetings }, Lang::En) => {
            let numbers: Vec<String> = meetings.iter().map(|meeting| (meeting + 1).to_string()).collect();
            format!("these {} meetings cannot all be held: {}.", meetings.len(), numbers.join(", "))
        }
    }
}

/// What contradicts itself in the file.
pub(super) fn fault(fault: &Fault) -> Both {
    let one = |number: &u32| number + 1;
    match fault {
        Fault::TooManySlots { slots } => both(
            format!("有 {slots} 个时段，最多接受 128 个。"),
            format!("there are {slots} slots, at most 128 are taken."),
        ),
        Fault::Oneself { meeting, participant } => both(
            format!("洽谈 {} 的双方都是 {} 号。", meeting + 1, one(participant)),
            format!("meeting {} is of participant {} with themselves.", meeting + 1, one(participant)),
        ),
        Fault::FixedAway { meeting, slot, participant } => both(
            format!("洽谈 {} 定在时段 {}，{} 号那时不在。", meeting + 1, slot + 1, one(participant)),
            format!(
                "meeting {} is fixed to slot {}, when participant {} is away.",
                meeting + 1,
                slot + 1,
                one(participant)
            ),
        ),
        Fault::FixedHalf { meeting, slot } => both(
            format!("洽谈 {} 定在时段 {}，不在它要求的半天。", meeting + 1, slot + 1),
            format!(
                "meeting {} is fixed to slot {}, outside the half of the day it asks for.",
                meeting + 1,
                slot + 1
            ),
        ),
        Fault::FixedTwice { one: first, other, participant, slot } => both(
            format!(
                "洽谈 {} 和 {} 都定在时段 {}，{} 号两场都要到。",
                first + 1,
                other + 1,
                slot + 1,
                one(participant)
            ),
            format!(
                "meetings {} and {} are both fixed to slot {} and need participant {}.",
                first + 1,
                other + 1,
                slot + 1,
                one(participant)
            ),
        ),
        Fault::FixedOrder { first, then } => both(
            format!("洽谈 {} 应在 {} 之前，定下的时段却相反。", one(first), one(then)),
            format!("meeting {} must be before {}, but they are fixed the other way.", one(first), one(then)),
        ),
        Fault::Circle { meetings } => {
            let numbers: Vec<String> = meetings.iter().map(|meeting| one(meeting).to_string()).collect();
            both(
                format!("先后次序绕成了圈：{}。", numbers.join("、")),
                format!("the order goes in a circle: {}.", numbers.join(", ")),
            )
        }
        other => both(format!("数据自相矛盾：{other}"), other.to_string()),
    }
}
