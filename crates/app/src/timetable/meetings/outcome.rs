//! What came of meetings of ours: what is arranged, who interprets, everybody's plan, and what could not be met and why.
//!
//! Only what keeps all rules is arranged: a meeting that breaks one loses its place and is told among what could not be met.

use std::collections::BTreeMap;

use festoon_domain::text::Lang;
use festoon_exchange::meetings_file::{MeetingsFile, Stretch};
use festoon_solver::meetings::{Breach, Day, Plan, Reason, Seat, breaches, interpreted, score, tables};

use super::market::{Posed, Why, there};

/// A meeting with everything that the two must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// The parties, by their place in the file.
    pub one: usize,
    pub other: usize,
    pub when: Stretch,
    pub venue: usize,
    /// From 1.
    pub table: u32,
    pub interpreter: Option<usize>,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// In the order of time, venue and table.
    pub meetings: Vec<Engagement>,
    /// Of what is arranged.
    pub breaks: u32,
    /// Two who wished it, or are pinned, and do not meet.
    pub unmet: Vec<(usize, usize, Why)>,
    /// How many of those were matched.
    pub without_place: usize,
}

/// Keeps of a plan what can be kept.
///
/// # Panics
/// Never, for a plan of the day that was posed.
#[must_use]
pub fn settle(file: &MeetingsFile, posed: &Posed, plan: &Plan) -> Outcome {
    let mut plan = plan.clone();
    while let Some(meeting) = offending(&posed.day, &plan) {
        plan.0[meeting] = None;
    }
    let mut unmet = posed.unmatched.clone();
    let placed = |plan: &Plan, at: usize| plan.0[at].is_some();
    let mut lost: Vec<usize> = (0..posed.pairs.len()).filter(|&at| !placed(&plan, at)).collect();
    unmet.extend(lost.iter().map(|&at| (posed.pairs[at].0, posed.pairs[at].1, Why::NoPlace)));
    let interpreters = interpreters(file, posed, &mut plan);
    let late: Vec<usize> =
        (0..posed.pairs.len()).filter(|at| !placed(&plan, *at) && !lost.contains(at)).collect();
    unmet.extend(late.iter().map(|&at| (posed.pairs[at].0, posed.pairs[at].1, Why::NoInterpreter)));
    lost.extend(late);

    let tables = tables(&posed.day, &plan);
    let mut meetings: Vec<Engagement> = Vec::new();
    for (at, (seat, table)) in plan.0.iter().zip(tables).enumerate() {
        let (Some(seat), Some(table)) = (seat, table) else { continue };
        let (one, other) = posed.pairs[at];
        meetings.push(Engagement {
            one,
            other,
            when: file.slots[usize::from(seat.slot)],
            venue: seat.hall as usize,
            table: table + 1,
            interpreter: interpreters.get(&at).copied(),
        });
    }
    meetings.sort_by_key(|meeting| (meeting.when, meeting.venue, meeting.table));
    let breaks = score(&posed.day, &plan).expect("the plan is of the day").breaks;
    Outcome { meetings, breaks, unmet, without_place: lost.len() }
}

/// A meeting that must lose its place for a rule to be kept; pins lose it last.
fn offending(day: &Day, plan: &Plan) -> Option<usize> {
    let at = |seat: Option<Seat>, slot: u16| seat.is_some_and(|seat| seat.slot == slot);
    let last = |is: &dyn Fn(usize) -> bool| {
        (0..plan.0.len()).rev().find(|&meeting| plan.0[meeting].is_some() && is(meeting))
    };
    let of =
        |meeting: usize, who: u32| [day.meetings[meeting].one, day.meetings[meeting].other].contains(&who);
    breaches(day, plan).expect("the plan is of the day").into_iter().find_map(|breach| match breach {
        Breach::Unplaced { .. } | Breach::Uneven { .. } => None,
        Breach::Closed { meeting, .. } | Breach::Elsewhere { meeting, .. } => Some(meeting as usize),
        Breach::Twice { one, other, .. } | Breach::Road { one, other, .. } => Some(one.max(other) as usize),
        Breach::Order { first, then } => Some(first.max(then) as usize),
        Breach::Tables { hall, slot, .. } => last(&|meeting| {
            at(plan.0[meeting], slot) && plan.0[meeting].is_some_and(|seat| seat.hall == hall)
        }),
        Breach::Interpreters { language, slot, .. } => {
            last(&|meeting| at(plan.0[meeting], slot) && day.meetings[meeting].languages.contains(&language))
        }
        Breach::Row { participant, from, meetings, .. } => last(&|meeting| {
            let within =
                |seat: Seat| u32::from(seat.slot.saturating_sub(from)) < meetings && seat.slot >= from;
            of(meeting, participant) && plan.0[meeting].is_some_and(within)
        }),
        Breach::Pause { participant, pause, .. } => {
            let pause = day.participants[participant as usize].pauses[pause as usize];
            let within = |seat: Seat| (pause.first..=pause.last).contains(&seat.slot);
            last(&|meeting| of(meeting, participant) && plan.0[meeting].is_some_and(within))
        }
    })
}

/// How many choices are tried before some meeting goes without an interpreter.
const PATIENCE: u32 = 200_000;

/// Who interprets at which meeting. Where nobody can, the meeting loses its place.
fn interpreters(file: &MeetingsFile, posed: &Posed, plan: &mut Plan) -> BTreeMap<usize, usize> {
    let number = |who: &usize| u32::try_from(*who).expect("the reader counts in 32 bits");
    let able: Vec<Vec<u32>> = posed.able.iter().map(|able| able.iter().map(number).collect()).collect();
    let there: Vec<u128> = file.interpreters.iter().map(|one| there(&file.slots, &one.away)).collect();
    let given = interpreted(&posed.day, plan, &able, &there, PATIENCE);
    for ((seat, able), who) in plan.0.iter_mut().zip(&able).zip(&given) {
        if !able.is_empty() && who.is_none() {
            *seat = None;
        }
    }
    let given = given.into_iter().enumerate();
    given.filter_map(|(at, who)| Some((at, who? as usize))).collect()
}

impl Outcome {
    /// What a party has to do, meeting by meeting.
    #[must_use]
    pub fn plan_of(&self, file: &MeetingsFile, who: usize, lang: Lang) -> Vec<String> {
        let own = self.meetings.iter().filter(|meeting| meeting.one == who || meeting.other == who);
        own.map(|meeting| {
            let other = if meeting.one == who { meeting.other } else { meeting.one };
            let (other, venue) = (&file.parties[other].name, &file.venues[meeting.venue].name);
            let (day, from) = (meeting.when.from.date(), meeting.when.from.strftime("%H:%M"));
            let (till, table) = (meeting.when.till.strftime("%H:%M"), meeting.table);
            let interpreter = meeting.interpreter.map(|one| file.interpreters[one].name.as_str());
            match (lang, interpreter) {
                (Lang::Zh, None) => format!("{day} {from}–{till} {venue} {table} 号桌，与「{other}」洽谈"),
                (Lang::Zh, Some(name)) => {
                    format!("{day} {from}–{till} {venue} {table} 号桌，与「{other}」洽谈，译员：{name}")
                }
                (Lang::En, None) => format!("{day} {from}–{till} {venue}, table {table}: “{other}”"),
                (Lang::En, Some(name)) => {
                    format!("{day} {from}–{till} {venue}, table {table}: “{other}”; interpreter: {name}")
                }
            }
        })
        .collect()
    }
}

/// Why two do not meet, as a sentence.
#[must_use]
pub fn unmet_sentence(file: &MeetingsFile, (one, other, why): &(usize, usize, Why), lang: Lang) -> String {
    let name = |who: usize| file.parties[who].name.as_str();
    let [a, b] = [*one, *other].map(name);
    match (why, lang) {
        (Why::Apart, Lang::Zh) => format!("「{a}」和「{b}」没有安排：文件写明两方不谈（[[apart]]）。"),
        (Why::Apart, Lang::En) => format!("“{a}” and “{b}” do not meet: the file keeps them apart."),
        (Why::NoLanguage, Lang::Zh) => {
            format!("「{a}」和「{b}」没有安排：没有共同语言，也没有能为他们口译的译员。")
        }
        (Why::NoLanguage, Lang::En) => {
            format!(
                "“{a}” and “{b}” do not meet: they have no language in common, and nobody is there to interpret."
            )
        }
        (Why::NoTime, Lang::Zh) => format!("「{a}」和「{b}」没有安排：双方和场地没有都空的时段。"),
        (Why::NoTime, Lang::En) => {
            format!("“{a}” and “{b}” do not meet: they and a venue are never free at once.")
        }
        (Why::NoTimeInterpreted, Lang::Zh) => {
            format!("「{a}」和「{b}」没有安排：双方都空的时段，能为他们口译的译员都不在。")
        }
        (Why::NoTimeInterpreted, Lang::En) => {
            format!(
                "“{a}” and “{b}” do not meet: nobody who interprets between them is there when both are free."
            )
        }
        (Why::Full(who), Lang::Zh) => format!("「{a}」和「{b}」没有安排：「{}」的场次已满。", name(*who)),
        (Why::Full(who), Lang::En) => {
            format!("“{a}” and “{b}” do not meet: “{}” has as many meetings as it can.", name(*who))
        }
        (Why::NoPlace, Lang::Zh) => format!("「{a}」和「{b}」没有安排：找不到不违反规则的时段和桌位。"),
        (Why::NoPlace, Lang::En) => {
            format!("“{a}” and “{b}” do not meet: no slot and table was found at which all rules are kept.")
        }
        (Why::NoInterpreter, Lang::Zh) => format!("「{a}」和「{b}」没有安排：没有译员能及时赶到。"),
        (Why::NoInterpreter, Lang::En) => {
            format!("“{a}” and “{b}” do not meet: no interpreter can be there in time.")
        }
    }
}

/// Why not everything can be arranged, by the file's names.
#[must_use]
pub fn reason_sentence(file: &MeetingsFile, posed: &Posed, reason: &Reason, lang: Lang) -> String {
    let party = |who: u32| file.parties[who as usize].name.as_str();
    let pair = |meeting: u32| {
        let (one, other) = posed.pairs[meeting as usize];
        match lang {
            Lang::Zh => format!("「{}」和「{}」", file.parties[one].name, file.parties[other].name),
            Lang::En => format!("“{}” and “{}”", file.parties[one].name, file.parties[other].name),
        }
    };
    let at = |slot: u16| file.slots[usize::from(slot)].from.strftime("%Y-%m-%d %H:%M").to_string();
    match (reason, lang) {
        (Reason::Crowded { participant, meetings, slots }, Lang::Zh) => {
            format!(
                "「{}」要谈 {} 场，可用的时段只有 {} 个。",
                party(*participant),
                meetings.len(),
                slots.len()
            )
        }
        (Reason::Crowded { participant, meetings, slots }, Lang::En) => {
            format!(
                "“{}” has {} meetings and {} slots for them.",
                party(*participant),
                meetings.len(),
                slots.len()
            )
        }
        (Reason::Pauses { participant, meetings, room }, Lang::Zh) => {
            format!("「{}」要谈 {meetings} 场，留出休息后只排得下 {room} 场。", party(*participant))
        }
        (Reason::Pauses { participant, meetings, room }, Lang::En) => {
            format!("“{}” has {meetings} meetings and, with pauses, room for {room}.", party(*participant))
        }
        (Reason::NoSlot { meeting }, Lang::Zh) => format!("{}没有双方都在的时段。", pair(*meeting)),
        (Reason::NoSlot { meeting }, Lang::En) => {
            format!("{} have no slot at which both are there.", pair(*meeting))
        }
        (Reason::TablesAt { slot, needed, tables }, Lang::Zh) => {
            format!("{} 要 {needed} 张桌，只有 {tables} 张。", at(*slot))
        }
        (Reason::TablesAt { slot, needed, tables }, Lang::En) => {
            format!("{} needs {needed} tables, there are {tables}.", at(*slot))
        }
        (Reason::Tables { meetings, tables }, Lang::Zh) => {
            format!("共 {meetings} 场洽谈，桌位只有 {tables} 个。")
        }
        (Reason::Tables { meetings, tables }, Lang::En) => {
            format!("there are {meetings} meetings and {tables} tables over all slots.")
        }
        (Reason::Interpreters { language, meetings, there }, _) => {
            let who = posed.circles[*language as usize].iter();
            let who: Vec<&str> = who.map(|&one| file.interpreters[one].name.as_str()).collect();
            match (lang, &who[..]) {
                (Lang::Zh, [only]) => format!("有 {meetings} 场只有「{only}」能口译，最多能译 {there} 场。"),
                (Lang::Zh, _) => {
                    format!("有 {meetings} 场只有「{}」能口译，合起来最多能译 {there} 场。", who.join("」「"))
                }
                (Lang::En, [only]) => {
                    format!("{meetings} meetings need “{only}” to interpret, who can be at {there}.")
                }
                (Lang::En, _) => format!(
                    "{meetings} meetings need one of “{}” to interpret, who can be at {there} between them.",
                    who.join("”, “")
                ),
            }
        }
        (Reason::Together { meetings }, Lang::Zh) => {
            let all: Vec<String> = meetings.iter().map(|&meeting| pair(meeting)).collect();
            format!("这 {} 场不可能全部排下：{}。", meetings.len(), all.join("、"))
        }
        (Reason::Together { meetings }, Lang::En) => {
            let all: Vec<String> = meetings.iter().map(|&meeting| pair(meeting)).collect();
            format!("these {} meetings cannot all be held: {}.", meetings.len(), all.join("; "))
        }
    }
}
