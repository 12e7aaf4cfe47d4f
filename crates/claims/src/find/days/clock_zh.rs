//! Chinese times of day: 9时30分, 2点, 七点半, 六点四十.

use super::clock::{Half, Time, shifted, small};
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Numeral, What};

/// 9时30分, 2点, 7点半, 20时整
pub(in crate::find) fn time(scan: &Scan, at: usize, add: Option<u8>) -> Option<Time> {
    let hours = words!["时", "点", "点钟", "点整"];
    if matches!(scan.what(at), What::Literal(_)) && !scan.is_among(at + 1, hours) {
        return None;
    }
    // The hour of 六点四十 is no 6.4.
    let (hour, next) = spoken(scan, at)
        .filter(|(_, next)| scan.is(*next, "点"))
        .filter(|(_, next)| !is_score(scan, next + 1))
        .or_else(|| small(scan, at))?;
    let mark = scan.letters(next);
    let hour_mark = matches!(mark, "时" | "点" | "点钟") || mark == "点整";
    if hour > 24 || !hour_mark || !scan.glued(next) {
        return None;
    }
    // 两点 may be two points; a time has its part of the day, its minutes, or digits before it.
    let digits = matches!(scan.what(at), What::Literal(_));
    let mut behind = next + 1;
    let mut minute = 0;
    if scan.what(behind) == What::Numeral(Numeral::Half) && scan.glued(behind) {
        (minute, behind) = (30, behind + 1);
    } else if let Some((minutes, after)) = small(scan, behind).filter(|_| scan.glued(behind))
        && minutes < 60
        && scan.is_among(after, words!["分", "刻"])
    {
        minute = if scan.is(after, "刻") { minutes * 15 % 60 } else { minutes };
        behind = after + 1;
    } else if let Some((minutes, after)) = spoken_minutes(scan, at, behind).filter(|_| mark == "点") {
        (minute, behind) = (minutes, after);
    } else if scan.is_among(behind, words!["整", "钟", "许"]) && scan.glued(behind) {
        behind += 1;
    }
    // 5月16日零时, 当天零点; 零点五 is no time.
    let dated = scan.is_behind(at, "日号天夜晚晨至到于起") && !matches!(scan.what(behind), What::Numeral(_));
    // 十一点前后, 六点坐上大巴
    let spent =
        mark == "点" && !digits && (about_behind(scan, behind) || hour > 2 && is_done_then(scan, behind));
    let certain = spent
        || add.is_some()
        || behind > next + 1
        || digits
        || mark == "时" && hour > 0
        || hour == 0 && dated;
    let counted = mark == "点"
        && digits
        && add.is_none()
        && behind == next + 1
        && scan.rest(behind).starts_with(['建', '要', '意', '共', '体', '看']);
    if !certain || counted {
        return None;
    }
    let half = if add.is_some() { Half::Said } else { Half::Unsaid };
    Some(Time { hour: shifted(hour, add), minute, half, next: behind })
}

/// Whether “about” stands directly behind an hour.
fn about_behind(scan: &Scan, behind: usize) -> bool {
    scan.glued(behind) && ["前后", "左右", "光景"].iter().any(|word| scan.rest(behind).starts_with(word))
}

/// Whether what is done at an hour follows it; what is counted in points is told in nouns.
fn is_done_then(scan: &Scan, behind: usize) -> bool {
    const DONE: [&str; 20] = [
        "坐上", "坐车", "起床", "出发", "出门", "到家", "到岗", "开门", "关门", "开始", "下班", "上班",
        "集合", "收工", "开工", "开饭", "开抢", "就到", "就要", "才散",
    ];
    // 七点起管制; 三点起色 are none.
    let from = || {
        scan.is(behind, "起")
            && scan.glued(behind + 1)
            && !scan.rest(behind + 1).starts_with(['色', '伏', '了', '来', '到', '因', '源', '步'])
    };
    scan.glued(behind) && (from() || DONE.iter().any(|word| scan.rest(behind).starts_with(word)))
}

/// 六点四十, 八点零五: minutes as they are spoken, without 分; 六点四亿 and 八点五 are numbers with a point.
fn spoken_minutes(scan: &Scan, hour: usize, at: usize) -> Option<(u8, usize)> {
    let (minutes, end) = spoken(scan, at).filter(|_| matches!(scan.what(hour), What::Numeral(_)))?;
    let long = end - at > 1 || minutes == 10;
    let measured = matches!(
        scan.sense(end),
        Some(Sense::Classifier(_) | Sense::Measure(_) | Sense::Money(_) | Sense::Times | Sense::Percent)
    );
    (long && minutes < 60 && scan.glued(at) && (!measured || scan.rest(end).starts_with("列队")))
        .then_some((minutes, end))
}

/// 六点四分: a score; as minutes it would be 零四分.
fn is_score(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at), What::Numeral(Numeral::Digit(1..))) && scan.is(at + 1, "分")
}

/// A numeral below a hundred, without a point behind it.
fn spoken(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    let spelled =
        |next: usize| matches!(scan.what(next), What::Numeral(_)) && (next == at || scan.glued(next));
    let end = (at..at + 4).find(|at| !spelled(*at))?;
    let digit = |at: usize| match scan.what(at) {
        What::Numeral(Numeral::Digit(digit)) => Some(digit),
        _ => None,
    };
    let ten = |at: usize| scan.what(at) == What::Numeral(Numeral::Power(1));
    let value = match end - at {
        1 if ten(at) => 10,
        1 => digit(at)?,
        2 if ten(at) => 10 + digit(at + 1)?,
        2 if ten(at + 1) => 10 * digit(at)?,
        2 if digit(at) == Some(0) => digit(at + 1)?,
        3 if ten(at + 1) => 10 * digit(at)? + digit(at + 2)?,
        _ => return None,
    };
    Some((value, end))
}
