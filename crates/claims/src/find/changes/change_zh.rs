//! Rises and falls in Chinese: 增长15.6%, 增至3.5倍, 比去年多卖150斤, 缩短工期3个月, 下降0.8个百分点至12.4%.

use crate::claim::{Change, Kind};
use crate::find::draft::Draft;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;

/// What may stand between a verb of change and its number: 增长了整整一倍, 增幅高达43.7%, 提高到每月800元.
pub(in crate::find) fn is_filler(scan: &Scan, at: usize) -> bool {
    const WORDS: Cues = words![
        "了", "达", "为", "近", "约", "的", "幅度", "率", "出", "超", "逾", "超过", "整整", "足足", "整",
        "将近", "接近", "大约", "高达", "多达", "每", "每月", "每年", "每天", "每人", "每户", "每次", "人均",
        "月均", "年均", "日均", "每班", "每日",
    ];
    let word = scan.letters(at);
    // 高达 is cut into two.
    let reach = word == "高" && scan.is(at + 1, "达")
        || matches!(word, "月" | "年" | "天" | "人" | "日" | "户") && scan.is(at.wrapping_sub(1), "每");
    reach || scan.is_among(at, WORDS)
}

/// What the word before a Chinese number makes of it; `at` is where it ends, fillers skipped.
pub(in crate::find) fn before(scan: &Scan, draft: &Draft, at: usize) -> Option<Change> {
    let word = scan.letters(at);
    // 追加至, 调增为: a verb of change with what says that a result follows.
    let result = (at..draft.first).find(|at| scan.is_among(*at, words!["至", "到", "为"]));
    // 船厂已变成24万平方米的科创园: what it has become is the park, and the number says how large that is.
    if scan.is_among(at, words!["变成", "变为", "变身"]) && scan.is(draft.next, "的") {
        return None;
    }
    let verb = result.map(|result| if result == at { at.wrapping_sub(1) } else { at });
    if verb.is_some_and(|verb| {
        matches!(scan.sense(verb), Some(Sense::Change(_)))
            && scan.letters(verb).chars().count() > 1
            && !scan.letters(verb).ends_with(['速', '幅', '率'])
    }) {
        return Some(Change::To);
    }
    if let Some(change) = more_done(scan, at) {
        return Some(change);
    }
    match (scan.what(at), word) {
        // 达到 is no change by itself; only 增长到 and its like are, which are words of their own.
        (_, "达到") => None,
        (_, "高出" | "超出") if compared(scan, at) => Some(Change::Up),
        // 提前3天预约: so long before, unless something was to take longer.
        (_, "提前") if !is_ahead_of_plan(scan, at) => None,
        // 多了28家, 每天多180元: so many more, where nothing but the number follows.
        (_, "多" | "少") if is_difference(scan, draft, at) => {
            Some(if word == "多" { Change::Up } else { Change::Down })
        }
        // 身高1.68米 and 高2.1米 are measures; only in comparisons the bare adjective is a rise.
        (What::Known(Sense::Change(_)), "高" | "低" | "多" | "少" | "涨" | "跌") if !compared(scan, at) => {
            (word == "涨").then_some(Change::Up).or((word == "跌").then_some(Change::Down))
        }
        (What::Known(Sense::Change(change)), _) => Some(change),
        // 比规模以上工业快4.6个百分点
        (_, "快") if draft.kind == Kind::Points && compared(scan, at) => Some(Change::Up),
        (_, "慢") if draft.kind == Kind::Points && compared(scan, at) => Some(Change::Down),
        (_, "多" | "高")
            if matches!(
                draft.kind,
                Kind::Count | Kind::Share | Kind::Money | Kind::Number | Kind::Points | Kind::Factor
            ) && compared(scan, at) =>
        {
            Some(Change::Up)
        }
        // 与上届相比，又添了9场
        (_, "添") if compared_beside(scan, at) => Some(Change::Up),
        // 比柴油机省下四分之一的燃料费
        (_, "下") if scan.char_before(at) == Some('省') && compared(scan, at) => Some(Change::Down),
        (_, "少" | "低" | "轻") if compared(scan, at) => Some(Change::Down),
        _ => None,
    }
    .or_else(|| of_object(scan, draft))
    .or_else(|| against_plan(scan, draft))
}

/// 下降0.8个百分点至12.4%, 增长55.8%至312.6亿元: behind the size of a change, what it came to.
pub(in crate::find) fn after_size(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let to = draft.first.checked_sub(1).filter(|at| scan.is_among(*at, words!["至", "到"]))?;
    let last =
        last.filter(|last| last.next == to && matches!(last.change, Some(Change::Up | Change::Down)))?;
    (last.number.1 <= to).then_some(Change::To)
}

/// 缩短工期3个月, 减少碳排放4.6万吨, 降低成本20%: the object of the verb stands before the number.
fn of_object(scan: &Scan, draft: &Draft) -> Option<Change> {
    const WITH_OBJECT: [&str; 12] =
        ["增加", "减少", "缩短", "压减", "压缩", "削减", "缩减", "增多", "压降", "调减", "调增", "裁减"];
    const FURTHEST: usize = 6;
    let size = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Factor);
    let counted = matches!(draft.kind, Kind::Count | Kind::Money);
    let object = (draft.first.saturating_sub(FURTHEST)..draft.first).rev().take_while(|at| {
        let parts = scan.ends_clause(*at)
            || matches!(scan.what(*at), What::Literal(_) | What::Numeral(_) | What::Nth)
            || scan.is_among(
                *at,
                words!["的", "至", "到", "为", "由", "从", "中", "后", "其中", "是", "占", "达", "有", "共"],
            );
        !parts && scan.is_chinese(*at)
    });
    let verb = object
        .into_iter()
        .find(|at| matches!(scan.sense(*at), Some(Sense::Change(Change::Up | Change::Down))))?;
    let word = scan.letters(verb);
    // 增速 and 降幅 are no verbs; 低碳 and 多家 begin other words.
    let noun = scan.rest(verb + 1).starts_with(['面', '点', '极', '值', '量', '额', '数', '率']);
    let is_verb = word.chars().count() > 1 && !word.ends_with(['速', '幅', '率', '了']) && !noun;
    let meant = is_verb && verb + 1 < draft.first && (size || counted && WITH_OBJECT.contains(&word));
    match scan.sense(verb) {
        Some(Sense::Change(change)) if meant => Some(change),
        _ => None,
    }
}

/// 超额20%, 超出目标18%, 比计划超12%: by how much more than was planned.
fn against_plan(scan: &Scan, draft: &Draft) -> Option<Change> {
    const PLANS: [&str; 7] = ["目标", "计划", "预期", "任务", "指标", "预算", "进度"];
    if draft.kind != Kind::Share || draft.change.is_some() {
        return None;
    }
    let start = scan.tokens.get(draft.first)?.start;
    let before = &scan.text[..start];
    let planned = || {
        PLANS.iter().any(|plan| {
            before
                .strip_suffix(plan)
                .is_some_and(|rest| rest.ends_with("超出") || rest.ends_with("超过") || rest.ends_with('超'))
        })
    };
    let exceeded =
        before.ends_with("超额") || before.ends_with("超额完成") || before.ends_with("超预期") || planned();
    exceeded.then_some(Change::Up)
}

/// 比去年多卖150斤, 较上届少签9个: more or less of a thing done, in a comparison.
fn more_done(scan: &Scan, at: usize) -> Option<Change> {
    let done = matches!(scan.what(at), What::Other | What::Known(Sense::Stage(_)));
    let word = (1..3).map(|back| at.wrapping_sub(back)).find(|at| scan.is_among(*at, words!["多", "少"]));
    let word = word.filter(|word| done && scan.glued(word + 1) && compared(scan, *word))?;
    Some(if scan.is(word, "多") { Change::Up } else { Change::Down })
}

/// 活动多了12场，多16个, 每天多180元: whether 多 or 少 opens its clause or ends in 了, or says how much more a day.
fn is_difference(scan: &Scan, draft: &Draft, at: usize) -> bool {
    let ended = scan.is(at + 1, "了") && at + 2 == draft.first;
    let touches = at + 1 == draft.first;
    // 上届278亿元，这届多64.7亿元: than the one told before.
    let this_one = ["这届", "本届", "今年", "这次", "今天"];
    let opens = at.checked_sub(1).is_some_and(|before| scan.ends_clause(before))
        || scan
            .tokens
            .get(at)
            .is_some_and(|token| this_one.iter().any(|subject| scan.text[..token.start].ends_with(subject)));
    let each = ["每天", "每月", "每年", "每日"]
        .iter()
        .any(|time| scan.tokens.get(at).is_some_and(|token| scan.text[..token.start].ends_with(time)));
    matches!(draft.kind, Kind::Count | Kind::Money | Kind::Share) && (ended || touches && (opens || each))
}

/// 比闭幕时多9个、27亿元: the amount of what a rise or fall has counted.
pub(in crate::find) fn amount_of_rise(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let and = draft.first.checked_sub(1).filter(|at| scan.is_among(*at, words!["、", "和", "及"]))?;
    let last =
        last.filter(|last| (last.kind, draft.kind) == (Kind::Count, Kind::Money) && last.next == and)?;
    last.change.filter(|change| matches!(change, Change::Up | Change::Down))
}

/// 分别快4.6和3.1个百分点: the points of a list go the same way.
pub(in crate::find) fn points_alike(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let and = draft.first.checked_sub(1).filter(|at| scan.is_among(*at, words!["、", "和", "与", "及"]))?;
    let last =
        last.filter(|last| last.kind == Kind::Points && draft.kind == Kind::Points && last.next == and)?;
    last.change
}

/// 指数升至131.6: what a level has come to.
pub(in crate::find) fn level_reached(scan: &Scan, draft: &Draft) -> Option<Change> {
    let before = draft.first.checked_sub(1)?;
    let level = matches!(scan.sense(before), Some(Sense::Level));
    let moved = ["升至", "降至"].iter().any(|verb| scan.letters(before).ends_with(verb));
    (level && moved).then_some(Change::To)
}

/// 较计划提前20天, 工期提前两个月: sooner than it was to be.
fn is_ahead_of_plan(scan: &Scan, at: usize) -> bool {
    let before = (at.saturating_sub(10)..at).rev().take_while(|at| !scan.ends_sentence(*at));
    let planned = before.into_iter().any(|at| scan.is_among(at, words!["计划", "工", "原", "进", "预"]));
    // 闭馆比平日提前1.5小时: an hour of the clock, and nothing that took less long.
    let usual = || {
        ["平日", "平时", "往日", "往常"]
            .iter()
            .any(|day| scan.tokens.get(at).is_some_and(|token| scan.text[..token.start].ends_with(day)))
    };
    planned || compared(scan, at) && !usual()
}

/// 比首日多一成: a comparison stands before 多 and 高.
pub(in crate::find) fn compared(scan: &Scan, at: usize) -> bool {
    (at.saturating_sub(24)..at)
        .rev()
        .take_while(|at| !scan.ends_sentence(*at))
        .any(|at| scan.is_among(at, words!["比", "较", "同比", "环比"]))
}

/// The same in the clause of a word or the one before it.
fn compared_beside(scan: &Scan, at: usize) -> bool {
    let mut clauses = 0;
    (at.saturating_sub(24)..at)
        .rev()
        .take_while(|at| {
            clauses += usize::from(scan.ends_clause(*at));
            clauses < 2
        })
        .any(|at| scan.is_among(at, words!["比", "较", "同比"]))
}

/// 分别增加11个和47.6亿元: the second number of a verb that is said of both.
pub(in crate::find) fn respectively(scan: &Scan, draft: &Draft) -> Option<Change> {
    let and = draft.first.checked_sub(1).filter(|at| scan.is_among(*at, words!["和", "、", "与", "及"]))?;
    let low = and.saturating_sub(16);
    let verb = (low..and).rev().take_while(|at| !scan.ends_sentence(*at) && !scan.is_sign(*at, '，'));
    let verb = verb.into_iter().find(|at| matches!(scan.sense(*at), Some(Sense::Change(_))))?;
    let between =
        scan.tokens.get(low).zip(scan.tokens.get(verb)).map(|(from, to)| &scan.text[from.start..to.start]);
    let both = between.is_some_and(|between| between.contains("分别"));
    match scan.sense(verb) {
        Some(Sense::Change(change)) if both => Some(change),
        _ => None,
    }
}

/// 高于全省2.7个百分点, 快于全国0.6个百分点, 落后前者3个百分点: how far one lies above or below another.
pub(in crate::find) fn beside_another(scan: &Scan, draft: &Draft) -> Option<Change> {
    // 低于样本均值7人: of an amount, how far it lies from an average.
    let averaged = || {
        let start = scan.tokens.get(draft.first).map_or(0, |token| token.start);
        ["均值", "平均", "平均值", "平均数", "平均水平"].iter().any(|word| scan.text[..start].ends_with(word))
    };
    let amount = matches!(draft.kind, Kind::Count | Kind::Money);
    if draft.kind != Kind::Points && !(amount && averaged()) || !scan.is_chinese(draft.next - 1) {
        return None;
    }
    // 高于全国、全省1.2个百分点: those it is held against may be several.
    let parts = |at: usize| scan.ends_clause(at) && !(scan.is_sign(at, '、') && scan.is_chinese(at - 1));
    (draft.first.saturating_sub(8)..draft.first).rev().take_while(|at| !parts(*at)).find_map(|at| match scan
        .letters(at)
    {
        "高于" | "大于" | "多于" | "高出" | "超出" => Some(Change::Up),
        "低于" | "小于" | "少于" => Some(Change::Down),
        _ if ["快于", "优于", "领先", "好于", "跑赢", "强于"]
            .iter()
            .any(|word| scan.rest(at).starts_with(word)) =>
        {
            Some(Change::Up)
        }
        _ if ["慢于", "落后", "弱于", "差于", "逊于"].iter().any(|word| scan.rest(at).starts_with(word)) => {
            Some(Change::Down)
        }
        _ => None,
    })
}

/// 22.4%的客流增幅
pub(in crate::find) fn extent_behind(scan: &Scan, at: usize) -> Option<Change> {
    (at + 1..at + 6).take_while(|at| scan.is_chinese(*at)).find_map(|at| match scan.letters(at) {
        "增幅" | "涨幅" | "增速" | "增长率" | "升幅" => Some(Change::Up),
        "降幅" | "跌幅" => Some(Change::Down),
        _ => None,
    })
}
