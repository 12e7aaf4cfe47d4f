//! Days and hours: from `09:00-12:00` to the slots in which meetings are held.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use toml::{Spanned, Value};

use super::Stretch;
use super::raw::{Day, Said};
use super::reading::{Fault, bad, fault};

/// The planner holds a participant's slots in one word.
const MOST_SLOTS: usize = 128;

/// The slots of all days, in the order of time.
pub(super) fn slots(days: &[Day], minutes: u16, between: u16) -> Result<Vec<Stretch>, Fault> {
    let mut slots: Vec<Stretch> = Vec::new();
    for day in days {
        let date = date(&day.date)?;
        for said in &day.hours {
            let (from, till) = hours(said)?;
            let mut at = date.to_datetime(from);
            let end = date.to_datetime(till);
            let before = slots.len();
            while let Some(slot) = stretch(at, minutes).filter(|slot| slot.till <= end) {
                slots.push(slot);
                if slots.len() > MOST_SLOTS {
                    return Err(fault(
                        said.span().start,
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
                    said.span().start,
                    format!("「{}」放不下一场 {minutes} 分钟的洽谈。请放宽这段时间。", said.get_ref()),
                    format!(
                        "no meeting of {minutes} minutes fits into “{}”. Make the hours longer.",
                        said.get_ref()
                    ),
                ));
            }
        }
    }
    let Some(first) = days.first() else {
        return Err(fault(
            0,
            "没有写哪一天。请至少写一个 [[day]]。",
            "there is no day. Write one [[day]] at least.",
        ));
    };
    if slots.is_empty() {
        return Err(fault(
            first.date.span().start,
            "这一天没有写时间。hours 例如 [\"09:00-12:00\"]。",
            "the day has no hours. Write hours such as [\"09:00-12:00\"].",
        ));
    }
    slots.sort_unstable();
    match slots.windows(2).find(|pair| pair[0].meets(pair[1])) {
        Some(pair) => Err(fault(
            first.date.span().start,
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

fn date(said: &Spanned<Value>) -> Result<Date, Fault> {
    let text = plain(said.get_ref());
    text.parse().map_err(|_| bad(said.span().start, "date", &text, "2021-06-22"))
}

/// `2021-06-22T09:00`, as a string or as TOML's own.
pub(super) fn moment(key: &'static str, said: &Spanned<Value>) -> Result<DateTime, Fault> {
    let text = plain(said.get_ref());
    // An offset would be passed over otherwise, and the meeting be held hours away from what was meant.
    if Pieces::parse(&text).is_ok_and(|pieces| pieces.offset().is_some()) {
        return Err(fault(
            said.span().start,
            format!("「{key}」的「{text}」带了时差。请写会场当地的时间，不写时差，如 2021-06-22T09:00。"),
            format!(
                "“{text}” for “{key}” has an offset. Write the time of the house without one, such as 2021-06-22T09:00."
            ),
        ));
    }
    text.parse().map_err(|_| bad(said.span().start, key, &text, "2021-06-22T09:00"))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `09:00-12:00`.
pub(super) fn hours(said: &Said) -> Result<(Time, Time), Fault> {
    let wrong = || bad(said.span().start, "hours", said.get_ref(), "09:00-12:00");
    let (from, till) = said.get_ref().split_once('-').ok_or_else(wrong)?;
    let (from, till): (Time, Time) =
        (from.trim().parse().map_err(|_| wrong())?, till.trim().parse().map_err(|_| wrong())?);
    if from < till { Ok((from, till)) } else { Err(wrong()) }
}

/// `2021-06-22 09:00-12:00`, or `2021-06-22` for the whole day.
pub(super) fn absence(key: &'static str, said: &Said) -> Result<Stretch, Fault> {
    let right = "2021-06-22 09:00-12:00 / 2021-06-22";
    let wrong = || bad(said.span().start, key, said.get_ref(), right);
    let (date, rest) = said.get_ref().trim().split_once(' ').unwrap_or((said.get_ref().trim(), ""));
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
