//! Words and signs that bend the number or unit before them: 余, 以上, 左右, “or more”, “-odd”, “+”.

use crate::claim::Hedge;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::unit::Unit;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::find) enum Place {
    BeforeUnit,
    AfterUnit,
}

/// A hedge behind a number or its unit.
pub(in crate::find) fn tail(scan: &Scan, at: usize, place: Place) -> Option<(Hedge, usize)> {
    let glued = scan.glued(at);
    match scan.what(at) {
        // 每天40元+工作餐: what comes on top.
        What::Sign('+' | '＋')
            if place == Place::AfterUnit && scan.glued(at + 1) && scan.is_chinese(at + 1) =>
        {
            None
        }
        // 论坛16+沙龙20: a sum goes on.
        What::Sign('+' | '＋') if is_sum(scan, at) => None,
        What::Sign('+' | '＋') if glued => Some((Hedge::Over, at + 1)),
        What::Sign('-') if glued && scan.glued(at + 1) => match scan.sense(at + 1)? {
            Sense::Behind(hedge) => Some((hedge, at + 2)),
            _ => None,
        },
        What::Known(Sense::Behind(hedge)) => {
            let word = scan.letters(at);
            let chinese = scan.is_chinese(at);
            let allowed = match word {
                // “9,500 persons at most in the centre”
                _ if is_of_next(scan, at) => false,
                "封顶" => matches!(scan.sense(at - 1), Some(Sense::Money(_))),
                "起" => {
                    // 36㎡起租, 3人起成团: from so many on one may.
                    let offered = scan.rest(at + 1).starts_with([
                        '租', '付', '成', '批', '售', '拍', '订', '跳', '投', '送', '卖', '接',
                    ]);
                    place == Place::AfterUnit && (offered || !scan.is_chinese(at + 1))
                }
                "内" => {
                    place == Place::AfterUnit
                        && !(1..5).any(|back| {
                            scan.is_among(
                                at.wrapping_sub(back),
                                words!["首日", "首", "当日", "开售", "开幕", "前", "头", "最初"],
                            )
                        })
                        && matches!(
                            scan.sense(at - 1),
                            Some(Sense::Measure(
                                Unit::Day
                                    | Unit::Month
                                    | Unit::Year
                                    | Unit::Week
                                    | Unit::Hour
                                    | Unit::Minute
                                    | Unit::Second
                            ))
                        )
                }
                // 比上届的214家还多: more than those.
                "还多" | "还不止" => !crate::find::changes::change_zh::compared(scan, at),
                "许" | "来往" | "光景" => !scan.rest(at + 1).starts_with('多'),
                "上下" | "左右" | "前后" => !goes_on(scan, at),
                // 今明两天多云, 比上届的61场多13场: 多 belongs to what follows.
                "多" if place == Place::AfterUnit && is_surpassed(scan, at) => false,
                "多" if place == Place::AfterUnit => {
                    !scan.rest(at + 1).starts_with([
                        '云', '雨', '雾', '风', '元', '样', '数', '为', '次', '项', '地', '家', '种', '名',
                        '位', '方', '面', '出', '了', '彩', '维', '点', '头', '国', '人', '才',
                    ]) && !matches!(scan.what(at + 1), What::Literal(_) | What::Numeral(_))
                }
                _ => true,
            };
            (allowed && (glued || !chinese)).then_some((hedge, at + 1))
        }
        // “aged 10 and over”: with no number behind it, it bends the one before.
        What::Known(Sense::Hedge(Hedge::Over))
            if scan.is(at, "and over")
                && (scan.ends_clause(at + 1) || matches!(scan.what(at + 1), What::Word(_))) =>
        {
            Some((Hedge::AtLeast, at + 1))
        }
        // 3000人不止
        What::Known(Sense::Hedge(Hedge::Over)) if glued && scan.is(at, "不止") => {
            (place == Place::AfterUnit && scan.ends_clause(at + 1)).then_some((Hedge::Over, at + 1))
        }
        // “two hours at most”, “20 people at least”: with no number behind it, it bends the one before.
        What::Known(Sense::Hedge(hedge @ (Hedge::AtLeast | Hedge::AtMost)))
            if place == Place::AfterUnit
                && scan.is_among(
                    at,
                    words![
                        "at most",
                        "at the most",
                        "at the very most",
                        "maximum",
                        "at least",
                        "at the very least",
                        "minimum",
                    ],
                )
                && (scan.ends_clause(at + 1)
                    || at + 1 == scan.tokens.len()
                    || scan.is_among(at + 1, words!["in", "at", "on", "per", "for"])) =>
        {
            Some((hedge, at + 1))
        }
        What::Known(Sense::Hedge(hedge @ (Hedge::Under | Hedge::AtMost)))
            if glued && scan.is_among(at, words!["不到", "不足"]) =>
        {
            (place == Place::AfterUnit && (scan.ends_clause(at + 1) || scan.is(at - 1, "成")))
                .then_some((hedge, at + 1))
        }
        What::Other if scan.is(at, "还") && scan.glued(at) && scan.is(at + 1, "多") => {
            Some((Hedge::Over, at + 2))
        }
        _ => None,
    }
}

/// “more than”, “the 44 hosts and above all …”: words of what follows.
fn is_of_next(scan: &Scan, at: usize) -> bool {
    scan.is(at + 1, "than") || scan.is(at, "something") || scan.is(at, "and above") && scan.is(at + 1, "all")
}

/// 上下游企业, 左右两侧, 前后方: whether a hedge of two characters begins another word.
fn goes_on(scan: &Scan, at: usize) -> bool {
    let ends: &[char] = match scan.letters(at) {
        "上下" => &['游', '班', '楼', '级', '联', '车', '铺', '衔'],
        "左右" => &['两', '手', '岸', '侧', '脑', '翼'],
        _ => &['端', '方', '排', '任', '两', '台'],
    };
    scan.rest(at + 1).starts_with(ends)
}

/// 比9月1日公布的82场多: whether a number is what is surpassed.
fn is_surpassed(scan: &Scan, more: usize) -> bool {
    const NUMBER: usize = 8;
    let number = (more.saturating_sub(NUMBER)..more).rev().find(|at| scan.is(*at, "的"));
    let told = number.is_some_and(|of| matches!(scan.what(of + 1), What::Literal(_) | What::Numeral(_)));
    let share = scan.is_among(more.wrapping_sub(1), words!["倍", "成"]);
    told && !share && scan.ends_clause(more + 1) && crate::find::changes::change_zh::compared(scan, more)
}

/// Whether a plus sign adds the next of some labels with their numbers.
fn is_sum(scan: &Scan, plus: usize) -> bool {
    let label = (plus + 1..plus + 8)
        .take_while(|at| scan.is_chinese(*at) && !matches!(scan.what(*at), What::Numeral(_)));
    let end = label.last().map(|last| last + 1);
    let summed = end.is_some_and(|end| matches!(scan.what(end), What::Literal(_)) && scan.glued(end));
    summed && !scan.rest(plus + 1).starts_with('的')
}
