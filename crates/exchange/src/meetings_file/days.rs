//! Days and hours: from `09:00-12:00` to the slots in which meetings are held.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};

use super::Stretch;
use super::raw::{Day, Fault, bad, fault};
use crate::{Placed, Word};

/// The planner holds a participant's slots in one word.
const MOST_SLOTS: usize = 128;

/// The slots of all days, in the order of time.
pub(super) fn slots(days: &[Day], minutes: &Placed<u32>, between: u16) -> Result<Vec<Stretch>, Fault> {
    let long = u16::try_from(minutes.value).expect("a meeting has some hours at most");
    let (whole, minutes) = (minutes, long);
    let mut slots: Vec<Stretch> = Vec::new();
    for day in days {
        let date = day.date.value;
        for said in &day.hours {
            let (from, till) = hours(said)?;
            let mut at = date.to_datetime(from);
            let end = date.to_datetime(till);
            let before = slots.len();
            while let Some(slot) = stretch(at, minutes).filter(|slot| slot.till <= end) {
                slots.push(slot);
                if slots.len() > MOST_SLOTS {
                    return Err(fault(
                        &said.at,
                        format!("时段超过 {MOST_SLOTS} 个。请加长每场的分钟数，或拆成几个文件。"),
                        format!(
                            "there are more than {MOST_SLOTS} slots. Make meetings longer or split the file."
                        ),
                    ));
                }
                let Some(next) = stretch(slot.till, between) else { break };
                at = next.till;
            }
            if slots.len() == before {
                return Err(fault(
                    &said.at,
                    format!("「{}」放不下一场 {minutes} 分钟的洽谈。请放宽这段时间。", said.value),
                    format!(
                        "no meeting of {minutes} minutes fits into “{}”. Make the hours longer.",
                        said.value
                    ),
                ));
            }
        }
    }
    let Some(first) = days.first() else {
        return Err(fault(
            &whole.at,
            "没有写哪一天。请至少写一天，注明日期和时间。",
            "there is no day. Write one at least, with its date and hours.",
        ));
    };
    if slots.is_empty() {
        return Err(fault(
            &first.date.at,
            "这一天没有写时间。hours 例如 [\"09:00-12:00\"]。",
            "the day has no hours. Write hours such as [\"09:00-12:00\"].",
        ));
    }
    slots.sort_unstable();
    match slots.windows(2).find(|pair| pair[0].meets(pair[1])) {
        Some(pair) => Err(fault(
            &first.date.at,
            format!("{} 的时间写重了：同一时刻只能写一次。", pair[1].from),
            format!("the hours at {} are said twice. Say them once.", pair[1].from),
        )),
        None => Ok(slots),
    }
}

fn stretch(from: DateTime, minutes: u16) -> Option<Stretch> {
    let till = from.checked_add(Span::new().minutes(i64::from(minutes))).ok()?;
    Some(Stretch { from, till })
}

/// `09:00-12:00`.
pub(super) fn hours(said: &Word) -> Result<(Time, Time), Fault> {
    let wrong = || bad(&said.at, "hours", &said.value, "09:00-12:00");
    let (from, till) = said.value.split_once('-').ok_or_else(wrong)?;
    let (from, till): (Time, Time) =
        (from.trim().parse().map_err(|_| wrong())?, till.trim().parse().map_err(|_| wrong())?);
    if from < till { Ok((from, till)) } else { Err(wrong()) }
}

/// `2021-06-22 09:00-12:00`, or `2021-06-22` for the whole day.
pub(super) fn absence(key: &'static str, said: &Word) -> Result<Stretch, Fault> {
    let right = "2021-06-22 09:00-12:00 / 2021-06-22";
    let wrong = || bad(&said.at, key, &said.value, right);
    let (date, rest) = said.value.trim().split_once(' ').unwrap_or((said.value.trim(), ""));
    let date: Date = date.parse().map_err(|_| wrong())?;
    if rest.trim().is_empty() {
        return stretch(date.to_datetime(Time::midnight()), 1440).ok_or_else(wrong);
    }
    let (from, till) = rest.split_once('-').ok_or_else(wrong)?;
    let (from, till): (Time, Time) =
        (from.trim().parse().map_err(|_| wrong())?, till.trim().parse().map_err(|_| wrong())?);
    let whole = Stretch { from: date.to_datetime(from), till: date.to_datetime(till) };
    if from < till { Ok(whole) } else { Err(wrong()) }
}

/// The hours on every day that has a slot in them.
pub(super) fn every_day(slots: &[Stretch], (from, till): (Time, Time)) -> Vec<Stretch> {
    let mut dates: Vec<Date> = slots.iter().map(|slot| slot.from.date()).collect();
    dates.dedup();
    let on = |date: &Date| Stretch { from: date.to_datetime(from), till: date.to_datetime(till) };
    dates.iter().map(on).filter(|hours| slots.iter().any(|slot| slot.meets(*hours))).collect()
}
