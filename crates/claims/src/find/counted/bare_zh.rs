//! A number in Chinese text with nothing behind it: a score, an amount, visits; often no figure at all.

use super::cells_zh::of_cell;
use super::nouns::{BACK, Classified, noun};
use super::nouns_zh::{ahead_chinese, back_chinese};
use crate::claim::{Kind, Value};
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// A number in Chinese text with nothing behind it: a score, an amount, visits; often no figure at all.
pub(in crate::find) fn bare_chinese(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    value: Value,
    bent: bool,
) -> Option<Classified> {
    let scan = &finder.scan;
    let before = first.wrapping_sub(1);
    if matches!(quantity.style, Style::Digits)
        && (level_before(scan, first) || is_level(finder, quantity, first) || is_base(scan, quantity, first))
    {
        return Some((Kind::Number, value, None, None));
    }
    // 融了两个亿
    if quantity.next >= 2 && crate::find::amounts::spelled_zh::is_hundred_millions(scan, quantity.next - 2) {
        return Some((Kind::Money, value, None, Some(Currency::CNY)));
    }
    if let Some(unit) = of_addends(finder, quantity, first) {
        return Some((Kind::Count, value, Some(unit), None));
    }
    // 112.6这个分数
    if quantity.style == Style::Digits && SCORES.iter().any(|word| scan.rest(quantity.next).starts_with(word))
    {
        return Some((Kind::Number, value, None, None));
    }
    // 汇率按7.10计
    let start = scan.tokens.get(first).map_or("", |token| &scan.text[..token.start]);
    if quantity.style == Style::Digits
        && ["汇率按", "汇率为", "汇率是", "汇率"].iter().any(|word| start.ends_with(word))
    {
        return Some((Kind::Number, value, None, None));
    }
    // 按7.1的汇率
    let rated = ["的汇率", "汇率", "折算", "换算", "折合"];
    if rated.iter().any(|word| scan.rest(quantity.next).starts_with(word)) {
        return Some((Kind::Number, value, None, None));
    }
    // 218640是人次
    if scan.is(quantity.next, "是") && quantity.style == Style::Digits {
        match scan.sense(quantity.next + 1) {
            Some(Sense::Classifier(crate::find::tokens::sense::Class::Visit)) => {
                return Some((Kind::Count, value, Some(Unit::Visit), None));
            }
            Some(Sense::Noun(unit)) => return Some((Kind::Count, value, Some(unit), None)),
            _ => {}
        }
    }
    let scaled = quantity.power >= 4
        || quantity.value.is_some_and(|value| value >= Number::whole(10_000) && value.is_whole());
    if matches!(quantity.style, Style::Words | Style::Bare | Style::One) && !(bent && scaled) {
        return listed_noun(finder, quantity, first, value);
    }
    let decimal = quantity.value.is_some_and(|value| !value.is_whole());
    let grouped = matches!(scan.what(quantity.first), What::Literal(literal) if literal.grouped);
    let counted = noun(scan, quantity.next).or_else(|| {
        back_chinese(scan, first, |unit| !unit.is_measure(), finder.floor()).map(|found| found.0)
    });
    if let Some(unit) = noun(scan, quantity.next) {
        return Some((Kind::Count, value, Some(unit), None));
    }
    let amount = amount_before(scan, first);
    let money = Some((Kind::Money, value, None, Some(Currency::CNY)));
    let huge = quantity.power >= 8
        || scaled && bent && quantity.value.is_some_and(|value| value >= Number::whole(100_000_000));
    if scaled && amount && (huge || quantity.power >= 4) {
        return money;
    }
    // 奖金5万、3万、1万不等: a list of amounts.
    let listed = scan.is_sign(before, '、')
        && finder.drafts.last().is_some_and(|last| last.kind == Kind::Money && last.next == before);
    // 418.7亿签约总投资: the amount is named behind.
    let named_behind = (quantity.next..quantity.next + 3)
        .take_while(|at| !scan.ends_clause(*at))
        .any(|at| is_amount(scan, at) || is_staged_amount(scan, at));
    // 200万创业奖金
    let given = (quantity.next..quantity.next + 4)
        .take_while(|at| !scan.ends_clause(*at))
        .any(|at| GIVEN.iter().any(|word| scan.rest(at).starts_with(word)));
    if scaled && (listed || given) || huge && named_behind {
        return money;
    }
    // “成绩单”：2022栖川科创周: a year that touches a name.
    let year =
        quantity.value.is_some_and(|value| value >= Number::whole(1900) && value < Number::whole(2100));
    let named = year && !grouped && scan.glued(quantity.next) && scan.is_chinese(quantity.next);
    let table = (scan.is_sign(before, '：') || scan.is_sign(before, ':')) && !named;
    // 成交额…五年内破百亿: a large round number after an amount is one too, though a clause stands between.
    if huge && counted.is_none() && views_before(scan, first).is_none() && money_before(finder, first) {
        return money;
    }
    if !bent && let Some(unit) = of_cell(finder, quantity, first) {
        return Some((Kind::Count, value, Some(unit), None));
    }
    if bent || quantity.power > 0 || grouped || decimal && counted.is_some() || table && counted.is_some() {
        // 播放62万次，点赞4.8万: a word of its own says what is counted.
        let own = |from: usize| {
            (from..first).any(|at| matches!(scan.sense(at), Some(Sense::Watching | Sense::Reacting)))
        };
        let repeated = finder.drafts.last().filter(|draft| {
            draft.kind == Kind::Count && first.saturating_sub(draft.next) < 3 && !own(draft.next)
        });
        let repeated = repeated.and_then(|draft| draft.unit).filter(|unit| !unit.is_measure());
        let unit = repeated.or_else(|| views_before(scan, first)).or(counted).unwrap_or(Unit::Item);
        return Some((Kind::Count, value, Some(unit), None));
    }
    None
}

/// What calls a number in front of it a score.
const SCORES: [&str; 8] =
    ["这个分数", "这一分数", "这个得分", "这一得分", "的得分", "的分数", "这个指数", "的指数"];

/// What is given in money: 200万创业奖金.
const GIVEN: [&str; 6] = ["奖金", "补贴", "资助", "奖励资金", "扶持资金", "创投基金"];

/// 1.2个、0.5个百分点; 4.6和3.1个百分点: whether the unit of a number stands behind the last of its list.
pub(in crate::find) fn shares_points(scan: &Scan, quantity: &Quantity, next: usize) -> Option<Kind> {
    const LONGEST: usize = 12;
    let plain = |at: usize| matches!(scan.what(at), What::Literal(literal) if !literal.grouped);
    if quantity.style != Style::Digits || quantity.power > 0 {
        return None;
    }
    let mut at = next;
    while at < next + LONGEST && scan.is_among(at, words!["、", "和", "与", "及"]) && plain(at + 1) {
        match scan.sense(at + 2) {
            Some(Sense::Point) if scan.is_chinese(at + 2) => return Some(Kind::Points),
            Some(Sense::Classifier(_)) if scan.is(at + 2, "个") => at += 3,
            _ => at += 2,
        }
    }
    None
}

/// 论坛24 + 对接会19 + 科普18: what the label before an addend counts; that of the one before, when no word does.
fn of_addends(finder: &Finder, quantity: &Quantity, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let adds = |at: usize| scan.is_sign(at, '+') || scan.is_sign(at, '＋');
    let label = first
        .checked_sub(1)
        .filter(|at| scan.is_chinese(*at) && matches!(scan.what(*at), What::Known(_) | What::Other))?;
    let start =
        (label.saturating_sub(8)..label).rev().take_while(|at| scan.is_chinese(*at)).last().unwrap_or(label);
    let follows =
        start.checked_sub(1).filter(|at| adds(*at) || scan.is_sign(*at, '=') || scan.is_sign(*at, '＝'));
    if quantity.style != Style::Digits || follows.is_none() && !adds(quantity.next) {
        return None;
    }
    let own = back_chinese(scan, first, |unit| !unit.is_measure(), finder.floor()).map(|found| found.0);
    let last = || {
        let draft = finder.drafts.last().filter(|draft| first - draft.next <= 10)?;
        draft.unit.filter(|unit| draft.kind == Kind::Count && !unit.is_measure())
    };
    let of_sort = || last().map(|unit| if unit == Unit::Forum { Unit::Activity } else { unit });
    Some(own.or_else(of_sort).unwrap_or(Unit::Item))
}

/// 三展示点 and 四展区 in headlines: a numeral directly before what it counts.
fn listed_noun(finder: &Finder, quantity: &Quantity, _first: usize, value: Value) -> Option<Classified> {
    let scan = &finder.scan;
    // 十二万专业观众: an adjective may stand between so many and the people.
    let people = |unit: Unit| matches!(unit, Unit::Person | Unit::Visitor);
    let many = quantity.power >= 4 || quantity.value.is_some_and(|value| value >= Number::whole(10_000));
    let ahead = || ahead_chinese(scan, quantity.next, people).filter(|(_, steps)| many && *steps <= 3);
    let unit = noun(scan, quantity.next).or_else(|| ahead().map(|found| found.0));
    let unit = unit.filter(|_| scan.glued(quantity.next))?;
    let several = quantity.value.is_some_and(|value| value > Number::whole(20));
    several.then_some((Kind::Count, value, Some(unit), None))
}

/// Whether a level (得分, 指数) stands directly before, with 为 or 达 between.
fn level_before(scan: &Scan, first: usize) -> bool {
    let mut at = first;
    for _ in 0..6 {
        at = at.wrapping_sub(1);
        if matches!(scan.sense(at), Some(Sense::Level)) {
            return true;
        }
        let filler = scan.is_among(
            at,
            words!["为", "达", "达到", "是", "得", "：", "分", "由", "从", "至", "到", "仅", "只有"],
        ) || scan.is_sign(at, '，')
            && scan
                .is_among(at + 1, words!["为", "达", "是", "达到", "仅为", "仅", "只有", "只", "有", "仅有"])
            || matches!(scan.sense(at), Some(Sense::Hedge(_) | Sense::Change(_)));
        if !filler {
            return false;
        }
    }
    false
}

/// 得分137.2…澹州以151.6居首, 信心指数118.6，较上季度升3.2: a level again, where one has been told and nothing is counted.
fn is_level(finder: &Finder, quantity: &Quantity, first: usize) -> bool {
    const FURTHEST: usize = 60;
    const LEADS: [&str; 12] =
        ["居首", "居第", "位居", "位列", "列第", "排名", "领先", "领跑", "夺魁", "居榜首", "垫底", "居末"];
    let scan = &finder.scan;
    let told = finder.drafts.iter().rev().take(8).any(|draft| draft.kind == Kind::Number);
    if !told || quantity.power > 0 {
        return false;
    }
    let before = first.wrapping_sub(1);
    let ranked = scan.is(before, "以") && LEADS.iter().any(|lead| scan.rest(quantity.next).starts_with(lead));
    let decimal = quantity.value.is_some_and(|value| !value.is_whole());
    let moved = matches!(scan.sense(before), Some(Sense::Change(_)))
        || scan.is_among(before, words!["升", "降", "到", "至", "为", "涨", "跌", "了"]);
    let near = finder.drafts.last().is_some_and(|draft| {
        // 创新环境得分最高，为124.9；创新投入相对偏弱，为109.7: one after the other.
        let parts = |at: usize| scan.ends_sentence(at) && !scan.is_sign(at, '；');
        first - draft.next < FURTHEST && !(draft.next..first).any(parts)
    });
    let ends = scan.ends_clause(quantity.next) || quantity.next >= scan.tokens.len();
    // 分项里，“船舶绿色化”拿到142.7；“海洋人才”只有108.3: nobody counts people in tenths.
    let got = scan.is_among(before, words!["拿到", "只有", "仅有", "得到", "获得", "仅为", "只得"])
        || scan.char_before(before) == Some('拿') && scan.is(before, "到");
    // 高于2008年的209.7和2007年的157.7: what it was in another year or edition.
    let once = scan.is(before, "的") && scan.is_behind(before, "年届月季期");
    let listed = ends || scan.is_among(quantity.next, words!["和", "与", "及"]);
    ranked || decimal && ((near && moved || got && quantity.power == 0) && ends || near && once && listed)
}

/// 以2019年为100, 以2020年为基期（100）: the base of an index.
fn is_base(scan: &Scan, quantity: &Quantity, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    let year = scan.char_before(before) == Some('年') || scan.char_before(before) == Some('期');
    let round =
        quantity.value.is_some_and(|value| value == Number::whole(100) || value == Number::whole(1000));
    let bracketed = scan.is_sign(before, '（') && scan.is_sign(quantity.next, '）');
    let base = bracketed && scan.char_before(before) == Some('期');
    round && (base || scan.is(before, "为") && year && scan.ends_clause(quantity.next))
}

/// Whether the last figure of the sentence was money, or an amount has been spoken of in it.
fn money_before(finder: &Finder, first: usize) -> bool {
    let scan = &finder.scan;
    let last = finder.drafts.iter().rev().find(|draft| !draft.unit.is_some_and(Unit::is_measure));
    // 税收过亿楼宇12栋，其中过10亿的2栋: money again, though things are counted between.
    let recent = finder.drafts.iter().rev().take(2).find(|draft| draft.kind == Kind::Money);
    let near = recent.or(last).is_some_and(|draft| {
        draft.kind == Kind::Money
            && !(draft.next..first).any(|at| scan.ends_sentence(at) && !scan.is_sign(at, '；'))
    });
    let low = first.saturating_sub(BACK);
    let said = || (low..first).rev().take_while(|at| !scan.ends_sentence(*at)).any(|at| is_amount(scan, at));
    near || last.is_none() && said()
}

fn amount_before(scan: &Scan, first: usize) -> bool {
    for step in 1..8 {
        let at = first.wrapping_sub(step);
        if step == 1 && scan.is_sign(at, '：') {
            continue;
        }
        if scan.ends_clause(at) {
            return false;
        }
        match scan.sense(at) {
            Some(Sense::Amount) => return is_amount(scan, at),
            Some(Sense::Noun(_)) => return false,
            _ if is_staged_amount(scan, at) => return true,
            _ => {}
        }
    }
    false
}

/// 线上观看 before 近2.4亿: views; 线下: visits.
fn views_before(scan: &Scan, first: usize) -> Option<Unit> {
    for step in 1..10 {
        let at = first.wrapping_sub(step);
        if scan.ends_sentence(at) {
            return None;
        }
        match scan.sense(at) {
            Some(Sense::Watching | Sense::Noun(Unit::View)) => return Some(Unit::View),
            Some(Sense::Reacting | Sense::Noun(Unit::Interaction)) => return Some(Unit::Interaction),
            Some(Sense::Noun(unit @ (Unit::Visit | Unit::Visitor))) => return Some(unit),
            // 观众人次：首日2.86万
            // 在线观看人次突破2.5亿
            Some(Sense::Classifier(crate::find::tokens::sense::Class::Visit)) => {
                let watched =
                    matches!(scan.before(at, 1), What::Known(Sense::Watching | Sense::Noun(Unit::View)));
                return Some(if watched { Unit::View } else { Unit::Visit });
            }
            _ => {}
        }
    }
    None
}

/// Words that say a stage and an amount at once.
fn is_staged_amount(scan: &Scan, at: usize) -> bool {
    scan.is_among(
        at,
        words![
            "计划总投资",
            "计划投资",
            "意向总投资",
            "协议金额",
            "签约金额",
            "签约总额",
            "签约额",
            "意向投资",
            "拟投资",
            "拟投资额",
            "计划投资额",
            "预计总投资"
        ],
    )
}

/// A word that speaks of money; 参数规模 is the size of something else.
fn is_amount(scan: &Scan, at: usize) -> bool {
    let of = scan.letters(at.wrapping_sub(1));
    matches!(scan.sense(at), Some(Sense::Amount))
        && !matches!(of, "参数" | "语料" | "词元" | "晶体管" | "人口" | "用户")
}
