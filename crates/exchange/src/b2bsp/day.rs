//! From what a file says to a day of meetings.

use std::collections::BTreeSet;

use super::dzn::{Item, Items, Value};
use super::fault::NUMBER;
use super::{Located, Meeting, MeetingDay, MeetingFault, Participant, When};

/// The most participants and meetings; the largest public day has 78 and 249.
const MOST: i64 = 10_000;
const MOST_SLOTS: i64 = 1_000;

pub(super) fn of(items: &Items) -> Result<MeetingDay, Located> {
    let people = number(items, "nBusiness", 1, MOST)?;
    let count = number(items, "nMeetings", 0, MOST)?;
    let tables = number(items, "nTables", 1, MOST)?;
    let slots = number(items, "nTotalSlots", 1, MOST_SLOTS)?;
    let morning = number(items, "nMorningSlots", 0, slots)?;
    let mut day = MeetingDay {
        tables: u32::try_from(tables).expect("the bounds were asked for"),
        slots: slot(slots),
        morning: slot(morning),
        participants: vec![Participant::default(); place(people)],
        meetings: requested(items, people, count)?,
        order: Vec::new(),
    };

    fix(items, slots, &mut day.meetings)?;
    day.participants.iter_mut().zip(forbidden(items, people, slots)?).for_each(|(who, away)| who.away = away);
    day.order = order(items, count)?;
    agree(items, &day)?;
    Ok(day)
}

/// `[| a, b, part of the day | … |]`
fn requested(items: &Items, people: i64, count: i64) -> Result<Vec<Meeting>, Located> {
    const NAME: &str = "requested";
    let item = item(items, NAME)?;
    let Value::Table(rows) = &item.value else {
        return Err((item.line, MeetingFault::Form(NAME, "[| 1, 2, 3 | … |]")));
    };
    counted(NAME, item.line, rows.len(), count)?;
    let mut meetings = Vec::with_capacity(rows.len());
    for (line, row) in rows {
        let [one, other, when] = row[..] else {
            return Err((*line, MeetingFault::Count { name: NAME, parts: row.len(), right: 3 }));
        };
        let one = from_one(NAME, *line, one, people)?;
        let other = from_one(NAME, *line, other, people)?;
        if one == other {
            return Err((*line, MeetingFault::Alone(one + 1)));
        }
        let when = match within(NAME, *line, when, 1, 3)? {
            1 => When::Morning,
            2 => When::Afternoon,
            _ => When::Any,
        };
        meetings.push(Meeting { one, other, when, fixed: None });
    }
    Ok(meetings)
}

/// A slot a meeting, 0 for any.
fn fix(items: &Items, slots: i64, meetings: &mut [Meeting]) -> Result<(), Located> {
    const NAME: &str = "fixed";
    let Some(item) = items.get(NAME) else { return Ok(()) };
    let parts = array(NAME, item, "[0, 0, 3, …]")?;
    counted(NAME, item.line, parts.len(), length(meetings.len()))?;
    for (meeting, part) in meetings.iter_mut().zip(parts) {
        let number = part.value.number().ok_or((part.line, MeetingFault::Form(NAME, "[0, 0, 3, …]")))?;
        let number = within(NAME, part.line, number, 0, slots)?;
        meeting.fixed = (number > 0).then(|| slot(number - 1));
    }
    Ok(())
}

/// Of each participant the slots in which they cannot. Slot 0 is filling.
fn forbidden(items: &Items, people: i64, slots: i64) -> Result<Vec<Vec<u16>>, Located> {
    const NAME: &str = "forbidden";
    let Some(item) = items.get(NAME) else { return Ok(Vec::new()) };
    let sets = sets(NAME, item, people)?;
    sets.into_iter()
        .map(|(line, set)| {
            let mut away = Vec::new();
            for &number in set {
                if within(NAME, line, number, 0, slots)? > 0 {
                    away.push(slot(number - 1));
                }
            }
            away.sort_unstable();
            away.dedup();
            Ok(away)
        })
        .collect()
}

/// Of each meeting those that come before it.
fn order(items: &Items, count: i64) -> Result<Vec<(usize, usize)>, Located> {
    const NAME: &str = "precedences";
    let Some(item) = items.get(NAME) else { return Ok(Vec::new()) };
    let mut order = Vec::new();
    for (after, (line, set)) in sets(NAME, item, count)?.into_iter().enumerate() {
        for &number in set {
            if within(NAME, line, number, 0, count)? > 0 {
                order.push((place(number - 1), after));
            }
        }
    }
    Ok(order)
}

/// Whether who is in which meeting, and how many each has, is what `requested` says.
fn agree(items: &Items, day: &MeetingDay) -> Result<(), Located> {
    const COUNTS: &str = "nMeetingsBusiness";
    const SETS: &str = "meetingsxBusiness";
    let mut has = vec![BTreeSet::new(); day.participants.len()];
    for (meeting, number) in day.meetings.iter().zip(1_i64..) {
        has[meeting.one].insert(number);
        has[meeting.other].insert(number);
    }
    let people = length(has.len());
    if let Some(item) = items.get(COUNTS) {
        let parts = array(COUNTS, item, "[4, 7, …]")?;
        counted(COUNTS, item.line, parts.len(), people)?;
        for (who, part) in parts.iter().enumerate() {
            if part.value.number() != Some(length(has[who].len())) {
                return Err((part.line, MeetingFault::Disagrees(COUNTS, who + 1)));
            }
        }
    }
    if let Some(item) = items.get(SETS) {
        for (who, (line, set)) in sets(SETS, item, people)?.into_iter().enumerate() {
            let said: BTreeSet<i64> = set.iter().copied().collect();
            let filled: BTreeSet<i64> =
                [1].into_iter().chain(has[who].iter().map(|number| number + 1)).collect();
            if said != has[who] && said != filled {
                return Err((line, MeetingFault::Disagrees(SETS, who + 1)));
            }
        }
    }
    Ok(())
}

fn item<'i>(items: &'i Items, name: &'static str) -> Result<&'i Item, Located> {
    items.get(name).ok_or((1, MeetingFault::Missing(name)))
}

fn number(items: &Items, name: &'static str, least: i64, most: i64) -> Result<i64, Located> {
    let item = item(items, name)?;
    let number = item.value.number().ok_or((item.line, MeetingFault::Form(name, NUMBER)))?;
    within(name, item.line, number, least, most)
}

fn array<'i>(name: &'static str, item: &'i Item, form: &'static str) -> Result<&'i [Item], Located> {
    match &item.value {
        Value::Array(parts) => Ok(parts),
        _ => Err((item.line, MeetingFault::Form(name, form))),
    }
}

/// An array of as many sets.
fn sets<'i>(name: &'static str, item: &'i Item, count: i64) -> Result<Vec<(u32, &'i [i64])>, Located> {
    const FORM: &str = "[{1, 2}, {}, …]";
    let parts = array(name, item, FORM)?;
    counted(name, item.line, parts.len(), count)?;
    let set = |part: &'i Item| match &part.value {
        Value::Set(members) => Ok((part.line, members.as_slice())),
        _ => Err((part.line, MeetingFault::Form(name, FORM))),
    };
    parts.iter().map(set).collect()
}

fn counted(name: &'static str, line: u32, parts: usize, right: i64) -> Result<(), Located> {
    let right = place(right);
    if parts == right { Ok(()) } else { Err((line, MeetingFault::Count { name, parts, right })) }
}

fn within(name: &'static str, line: u32, number: i64, least: i64, most: i64) -> Result<i64, Located> {
    if (least..=most).contains(&number) {
        return Ok(number);
    }
    Err((line, MeetingFault::Bounds { name, number, least, most }))
}

/// A place in a list of so many, which files count from 1.
fn from_one(name: &'static str, line: u32, number: i64, most: i64) -> Result<usize, Located> {
    within(name, line, number, 1, most).map(|number| place(number - 1))
}

fn place(number: i64) -> usize {
    usize::try_from(number).expect("the bounds were asked for")
}

fn slot(number: i64) -> u16 {
    u16::try_from(number).expect("the bounds were asked for")
}

fn length(count: usize) -> i64 {
    i64::try_from(count).expect("parts are bounded")
}
