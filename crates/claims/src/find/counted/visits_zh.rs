//! What 人次 and 次 count: visits, views, interactions, stamps, or just how often.

use super::nouns::{BACK, noun};
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::{Class, Sense};
use crate::find::tokens::token::{Numeral, What};
use crate::unit::Unit;

/// 人次 and 次 are visits, views, interactions, stamps or just times.
pub(in crate::find) fn visits(finder: &Finder, first: usize, next: usize, class: Class) -> Unit {
    let scan = &finder.scan;
    let mut back = first;
    for _ in 0..14 {
        back = back.wrapping_sub(1);
        // 播放量2.4亿次，话题17次登上热搜: so few are of their own clause.
        if scan.ends_sentence(back)
            || (scan.is_sign(back, '，') || scan.is_sign(back, ','))
                && (class != Class::Time || !in_thousands(scan, first, next))
            || scan.is_sign(back, '；')
        {
            break;
        }
        match scan.sense(back) {
            // 直播团队记功两次: who shows it, and no look at it; nobody counts those by ones.
            // 线上累计到场47985人次: who came to the place came, whatever else is said of it.
            _ if class == Class::Visit && scan.is_among(back, words!["到场", "入场", "进场"]) => {
                break;
            }
            Some(Sense::Watching | Sense::Noun(Unit::View | Unit::Session))
                if class == Class::Time && !in_hundreds(scan, first, next) =>
            {
                break;
            }
            Some(Sense::Watching | Sense::Noun(Unit::View | Unit::Session)) => return Unit::View,
            Some(Sense::Reacting | Sense::Noun(Unit::Interaction)) => return Unit::Interaction,
            Some(Sense::Noun(Unit::Stamp | Unit::Checkpoint)) if class == Class::Time => return Unit::Stamp,
            Some(Sense::Noun(Unit::Visit)) => break,
            _ => {}
        }
    }
    // 3460万次：本届科创周线上观看量: the name behind the number.
    let named = scan.is_sign(next, '：').then(|| {
        (next + 1..next + 12).take_while(|at| !scan.ends_sentence(*at)).find_map(|at| match scan.sense(at) {
            Some(Sense::Watching | Sense::Noun(Unit::View)) => Some(Unit::View),
            Some(Sense::Reacting | Sense::Noun(Unit::Interaction)) => Some(Unit::Interaction),
            _ => None,
        })
    });
    if let Some(unit) = named.flatten() {
        return unit;
    }
    match scan.sense(next) {
        Some(Sense::Watching | Sense::Noun(Unit::View)) => Unit::View,
        Some(Sense::Reacting | Sense::Noun(Unit::Interaction)) => Unit::Interaction,
        // 2140万人次在云端围观: where they were stands behind.
        _ if online_behind(scan, next) => Unit::View,
        _ if present_behind(scan, next) && class == Class::Visit => Unit::Visit,
        // 可预约两次一对一洽谈
        _ if class == Class::Time && is_meeting_behind(scan, next) => Unit::Meeting,
        _ if class == Class::Time && !in_thousands(scan, first, next) => Unit::Time,
        // What happens millions of times is looked at.
        _ => seen_before(finder, first).or_else(|| stamped_before(finder, first, next, class)).unwrap_or(
            if class == Class::Time && in_millions(scan, first, next) { Unit::View } else { class.alone() },
        ),
    }
}

/// 6万人次走进现场: that they came in person.
fn present_behind(scan: &Scan, next: usize) -> bool {
    const WORDS: [&str; 9] = ["走进", "现场", "到场", "线下", "进馆", "入场", "涌入", "走入", "入园"];
    (next..next + 6)
        .take_while(|at| !scan.ends_clause(*at))
        .any(|at| WORDS.iter().any(|word| scan.rest(at).starts_with(word)))
}

/// 两次一对一洽谈: that meetings are told by how often they are.
fn is_meeting_behind(scan: &Scan, next: usize) -> bool {
    (next..next + 5)
        .take_while(|at| !scan.ends_clause(*at) && scan.glued(*at) && !scan.is(*at, "的"))
        .any(|at| noun(scan, at) == Some(Unit::Meeting))
}

/// Whether a number is a thousand or more.
fn in_thousands(scan: &Scan, first: usize, next: usize) -> bool {
    (first..next).any(|at| match scan.what(at) {
        What::Literal(literal) => literal.whole > 3 || literal.grouped,
        What::Numeral(Numeral::Power(power)) => power > 2,
        _ => false,
    })
}

/// Whether a number is told in digits, or is a hundred or more.
fn in_hundreds(scan: &Scan, first: usize, next: usize) -> bool {
    (first..next).any(|at| match scan.what(at) {
        What::Literal(_) => true,
        What::Numeral(Numeral::Power(power)) => power > 1,
        _ => false,
    })
}

/// 在云端围观, 通过直播间观看, 隔屏相见: that those who are counted were not there in person, within the clause behind.
fn online_behind(scan: &Scan, next: usize) -> bool {
    const PLACES: [&str; 16] = [
        "云端",
        "线上",
        "网上",
        "屏幕",
        "直播间",
        "网络",
        "隔屏",
        "荧屏",
        "围观",
        "追看",
        "云逛",
        "云游",
        "云观展",
        "在线",
        "刷屏",
        "收看",
    ];
    let end =
        (next..next + 10).find(|at| scan.ends_clause(*at) && !scan.is_sign(*at, '“')).unwrap_or(next + 10);
    (next..end)
        .take_while(|at| !matches!(scan.what(*at), What::Literal(_)))
        .any(|at| scan.glued(at) && PLACES.iter().any(|place| scan.rest(at).starts_with(place)))
}

/// Whether a number is counted in hundreds of ten thousands, or in 亿.
fn in_millions(scan: &Scan, first: usize, next: usize) -> bool {
    (first..next).any(|at| match scan.what(at) {
        What::Literal(literal) => literal.whole > 2 && scan.is(at + 1, "万") || scan.is(at + 1, "亿"),
        // 九百万, 一亿
        What::Numeral(Numeral::Power(2..)) => scan.is_among(at + 1, words!["万", "亿"]),
        What::Numeral(_) => scan.is(at + 1, "亿"),
        _ => false,
    })
}

/// 打卡点共盖章58340次…从9月23日的9860次到闭幕时突破5.8万次: stamps again, where thousands of times are told of nothing else.
fn stamped_before(finder: &Finder, first: usize, next: usize, class: Class) -> Option<Unit> {
    let scan = &finder.scan;
    let times = finder.drafts.iter().rev().take(12).find(|draft| {
        draft.next <= first
            && matches!(draft.unit, Some(Unit::View | Unit::Interaction | Unit::Stamp | Unit::Visit))
    })?;
    let own = (first.saturating_sub(BACK)..first).rev().take_while(|at| !scan.ends_sentence(*at));
    let untold = own.into_iter().all(|at| noun(scan, at).is_none());
    (class == Class::Time && in_thousands(scan, first, next) && untold && times.unit == Some(Unit::Stamp))
        .then_some(Unit::Stamp)
}

/// 上届线上观看6710万人次，本届2.35亿人次: what the last figure of the sentence counted, when nobody came in person since.
fn seen_before(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let last =
        finder.drafts.last().filter(|draft| matches!(draft.unit, Some(Unit::View | Unit::Interaction)))?;
    let near = first.saturating_sub(last.next) < 12;
    let parted = (last.next..first).any(|at| {
        scan.ends_sentence(at)
            || scan.is_among(at, words!["线下", "现场", "到场", "客流"])
            || noun(scan, at).is_some()
    });
    (near && !parted).then_some(last.unit).flatten()
}
