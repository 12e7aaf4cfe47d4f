//! Chinese years, their quarters and halves, the months of one, and years that are part of a name: 2018—2020年, 一季度, 1—8月, 2021年南京创新周.

use super::calendar_zh::{Part, after_to, is_unit, referred, small, spanned};
use crate::calendar::{Date, days_in};
use crate::claim::{Kind, Value};
use crate::find::draft::{Draft, Found};
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::token::What;
use crate::number::Number;

/// What makes two years one season.
const NAMED_YEARS: [&str; 4] = ["学年", "赛季", "年度", "财年"];

/// 2018—2020年, 2018年至2020年
pub(in crate::find) fn years(scan: &Scan, at: usize) -> Option<Found> {
    let year = |at| small(scan, at).filter(|(year, _)| (1000..=2999).contains(year));
    let (from, next) = year(at)?;
    let next = if is_unit(scan, next, words!["年"]) { next + 1 } else { next };
    let (to, next) = year(after_to(scan, next)?)?;
    // 2021—2022学年 is the name of a year at school.
    if NAMED_YEARS.iter().any(|name| scan.rest(next).starts_with(name)) {
        return Some(Found::Skip(next));
    }
    if !is_unit(scan, next, words!["年"]) {
        return None;
    }
    let period = Date::full(from, 1, 1).zip(Date::full(to, 12, 31));
    Some(Found::Figure(spanned(scan, at, next + 1, period)))
}

/// 1—8月, 1至11月份: from the first day of the one month to the last of the other.
pub(in crate::find) fn months(scan: &Scan, at: usize, year: Option<u16>, first: usize) -> Option<Found> {
    let month = |at| small(scan, at).filter(|(month, _)| (1..=12).contains(month));
    let (from, next) = month(at)?;
    let (to, next) = month(after_to(scan, next)?)?;
    let dated = small(scan, next + 1).is_some_and(|(_, unit)| is_unit(scan, unit, words!["日", "号"]));
    if to <= from || dated || !is_unit(scan, next, words!["月", "月份"]) {
        return None;
    }
    let (from, to) = (u8::try_from(from).ok()?, u8::try_from(to).ok()?);
    let period = Date::new(year, from, Some(1)).zip(Date::new(year, to, Some(days_in(year, to))));
    Some(Found::Figure(spanned(scan, first, next + 1, period)))
}

/// 2021年, with a quarter or half year behind it, or as part of a name.
pub(in crate::find) fn year_only(scan: &Scan, at: usize, part: Part) -> Option<Found> {
    let year = part.year?;
    let period = months(scan, part.next, Some(year), at)
        .or_else(|| quarter(scan, part.next, Some(year), at))
        .or_else(|| half_year(scan, at, part));
    if let Some(found) = period {
        return Some(found);
    }
    if is_in_title(scan, at) || is_in_name(scan, part.next) || scan.rest(part.next).starts_with(['版', '款'])
    {
        return Some(Found::Skip(part.next));
    }
    let mut draft = Draft::new(at, part.next, Kind::Year, Value::Number(Number::whole(u32::from(year))));
    draft.digits = 4;
    Some(Found::Figure(referred(scan, draft)))
}

/// 《2021年全球创新指数报告》: whether a title in its marks holds the year.
fn is_in_title(scan: &Scan, at: usize) -> bool {
    const LONGEST: usize = 24;
    let mut before = (at.saturating_sub(LONGEST)..at).rev();
    let opened = before.find(|at| matches!(scan.what(*at), What::Sign('《' | '》') | What::Line));
    opened.is_some_and(|opened| scan.is_sign(opened, '《'))
}

/// 2021年南京创新周 is a name: a proper noun follows and something held or published ends it.
fn is_in_name(scan: &Scan, at: usize) -> bool {
    const VERBS: [&str; 75] = [
        "签约", "参展", "参加", "到", "落户", "落地", "新增", "以", "办", "建成", "投产", "开", "发布", "来",
        "这", "那", "当", "同期", "年", "只", "仅", "有", "没", "还", "曾", "因", "受", "从", "由", "每",
        "线下", "线上", "举办", "举行", "召开", "启动", "开始", "创办", "成立", "以来", "以后", "之后",
        "以前", "之前", "首次", "首届", "第", "我", "回", "起", "的", "共", "已", "将", "就", "又", "再",
        "底", "末", "初", "春", "夏", "秋", "冬", "上半", "下半", "前", "中", "度", "内", "间", "是", "为",
        "预计", "实现",
    ];
    const DEEDS: [&str; 12] =
        ["举办", "举行", "召开", "参加", "开展", "承办", "共", "的", "在", "有", "将", "各地"];
    const ENDS: [&str; 18] = [
        "周",
        "之夜",
        "推介会",
        "对接会",
        "交易会",
        "大会",
        "论坛",
        "评价",
        "指数",
        "峰会",
        "博览会",
        "洽谈会",
        "大赛",
        "节",
        "系列活动",
        "年会",
        "展会",
        "嘉年华",
    ];
    let rest = scan.rest(at);
    if scan.glued(at) && rest.strip_prefix('度').is_some_and(is_yearly_list) {
        return true;
    }
    if !scan.glued(at) || VERBS.iter().any(|verb| rest.starts_with(verb)) {
        return false;
    }
    let end = rest.char_indices().take(16).find(|(_, letter)| !crate::find::tokens::token::is_cjk(*letter));
    let end = end.map_or_else(|| rest.char_indices().nth(16).map_or(rest.len(), |(at, _)| at), |(at, _)| at);
    // 2023年砚浦创新指数为121.6: what is said to be so much is no name of a report.
    let valued = |name: &str| {
        rest.split_once(name).is_some_and(|(_, behind)| {
            let number = behind.strip_prefix(['为', '达', '是']).and_then(|number| number.chars().next());
            name == "指数" && number.is_some_and(|first| first.is_ascii_digit())
        })
    };
    // 2019年全国大众创业万众创新活动周 is a name, 2019年全国共举办科技周3100场 none.
    let whole = |name: &str| {
        !rest.starts_with('全')
            || rest[..end]
                .split_once(name)
                .is_some_and(|(front, _)| !DEEDS.iter().any(|deed| front.contains(deed)))
    };
    ENDS.iter().any(|name| rest[..end].contains(name) && !valued(name) && whole(name))
}

/// 2026年度昀川创新榜, 2025年度科技进步奖: whether what is given out once a year is named.
fn is_yearly_list(name: &str) -> bool {
    const LISTS: [&str; 8] = ["榜", "奖", "十大", "人物", "评选", "指数", "报告", "白皮书"];
    const LONGEST: usize = 12;
    let end = name.char_indices().take(LONGEST).find(|(_, letter)| {
        !crate::find::tokens::token::is_cjk(*letter) || "的在为达比增共有".contains(*letter)
    });
    let end =
        end.map_or_else(|| name.char_indices().nth(LONGEST).map_or(name.len(), |(at, _)| at), |(at, _)| at);
    LISTS.iter().any(|list| name[..end].contains(list))
}

/// 一季度, 2021年第一季度, 前三季度
pub(in crate::find) fn quarter(scan: &Scan, at: usize, year: Option<u16>, first: usize) -> Option<Found> {
    let nth = usize::from(scan.what(at) == What::Nth);
    let up_to = scan.is(at, "前") || scan.char_before(at) == Some('前');
    let skip = nth + usize::from(scan.is(at, "前"));
    let (number, next) = small(scan, at + skip)?;
    let rest = scan.rest(next);
    let behind = if rest.starts_with("个季度") && up_to { "个季度" } else { "季度" };
    if !(1..=4).contains(&number) || !scan.glued(next) || !rest.starts_with(behind) {
        return None;
    }
    let end = behind_text(scan, next, behind.len());
    // 较前一季度下调: the one before, whichever that is.
    if up_to && number == 1 {
        return Some(Found::Skip(end));
    }
    let last = u8::try_from(number).ok()? * 3;
    let from = if up_to { 1 } else { last - 2 };
    let period = Date::new(year, from, Some(1)).zip(Date::new(year, last, Some(days_in(year, last))));
    Some(Found::Figure(spanned(scan, first, end, period)))
}

/// 2021年上半年
pub(in crate::find) fn half_year(scan: &Scan, first: usize, part: Part) -> Option<Found> {
    let rest = scan.rest(part.next);
    let (from, to) = match rest {
        _ if rest.starts_with("上半年") => (1, 6),
        _ if rest.starts_with("下半年") => (7, 12),
        _ => return None,
    };
    let period =
        Date::new(part.year, from, Some(1)).zip(Date::new(part.year, to, Some(days_in(part.year, to))));
    Some(Found::Figure(spanned(scan, first, behind_text(scan, part.next, "上半年".len()), period)))
}

/// The token behind `length` bytes of text.
fn behind_text(scan: &Scan, at: usize, length: usize) -> usize {
    let end = scan.tokens.get(at).map_or(0, |token| token.start + length);
    let mut next = at;
    while scan.tokens.get(next).is_some_and(|token| token.end <= end) {
        next += 1;
    }
    next.max(at + 1)
}
