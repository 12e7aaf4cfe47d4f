//! Chinese days, months, years and spans of them: 6月21日至25日, 2018—2020年, 二〇二一年六月, 一季度; and days as 2021-06-21.

use super::draft::{Draft, Found};
use super::scan::{Reading, Scan};
use super::sense::Sense;
use super::spelled_zh;
use super::token::What;
use crate::calendar::{Date, days_in};
use crate::claim::{Hedge, Kind, Oddity, Role, Value};
use crate::number::Number;

/// A number up to four digits at `at`, in digits or Chinese numerals, and the token behind it.
fn small(scan: &Scan, at: usize) -> Option<(u16, usize)> {
    let (value, next) = match scan.what(at) {
        What::Literal(literal) if literal.places == 0 && !literal.grouped => (literal.value?, at + 1),
        What::Numeral(_) => {
            let Reading::Number(quantity) = spelled_zh::read(scan, at)? else { return None };
            (quantity.value.filter(|_| quantity.power == 0)?, quantity.next)
        }
        _ => return None,
    };
    Some((value.small()?, next))
}

fn is_unit(scan: &Scan, at: usize, units: &[&str]) -> bool {
    scan.glued(at) && units.contains(&scan.letters(at))
}

/// A part of a date at `at`: year, month and day as far as they are there.
#[derive(Clone, Copy, Default)]
struct Part {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    next: usize,
}

fn part(scan: &Scan, at: usize) -> Option<Part> {
    let mut part = Part { next: at, ..Part::default() };
    let mut here = at;
    if let Some((year, next)) = small(scan, here)
        && (1000..=2999).contains(&year)
        && is_unit(scan, next, &["年"])
    {
        part = Part { year: Some(year), next: next + 1, ..part };
        here = next + 1;
    }
    if let Some((month, next)) = small(scan, here)
        && (1..=12).contains(&month)
        && (here == at || scan.glued(here))
        && (is_unit(scan, next, &["月"]) || is_unit(scan, next, &["月份"]))
    {
        part = Part { month: u8::try_from(month).ok(), next: next + 1, ..part };
        here = next + 1;
        if let Some((day, next)) = small(scan, here)
            && (1..=99).contains(&day)
            && scan.glued(here)
            && is_unit(scan, next, &["日", "号"])
        {
            part = Part { day: u8::try_from(day).ok(), next: next + 1, ..part };
        }
    }
    (part.next > at).then_some(part)
}

fn is_to(scan: &Scan, at: usize) -> bool {
    matches!(scan.letters(at), "至" | "到" | "—" | "–" | "-" | "~" | "～" | "－" | "―" | "——" | "─")
}

/// The token behind “至” or a dash, of which there may be two.
fn after_to(scan: &Scan, at: usize) -> Option<usize> {
    let next = is_to(scan, at).then_some(at + 1)?;
    Some(if is_to(scan, next) { next + 1 } else { next })
}

/// What begins with digits.
pub(super) fn digits(scan: &Scan, at: usize) -> Option<Found> {
    read(scan, at)
}

/// 第一季度, which no year stands before.
pub(super) fn nth_quarter(scan: &Scan, at: usize) -> Option<Found> {
    quarter(scan, at, None, at)
}

/// What begins with Chinese numerals.
pub(super) fn spelled(scan: &Scan, at: usize) -> Option<Found> {
    read(scan, at)
}

/// 04.16—04.20 on a poster: from a day to another, with points.
fn pointed_days(scan: &Scan, at: usize) -> Option<Found> {
    let pointed = scan.letters(at).starts_with('0') && scan.letters(at).contains('.');
    let to = after_to(scan, at + 1).filter(|_| pointed)?;
    let (from, until) = (pointed_end(scan, at, 0)?, pointed_end(scan, to, 0)?);
    if until <= from || matches!(scan.sense(to + 1), Some(Sense::Classifier(_))) {
        return None;
    }
    let day = |(month, day): (u8, u8)| Date::new(None, month, Some(day));
    Some(Found::Figure(spanned(scan, at, to + 1, day(from).zip(day(until)))))
}

fn read(scan: &Scan, at: usize) -> Option<Found> {
    if let Some(found) = pointed_days(scan, at) {
        return Some(found);
    }
    let (year, behind) = small(scan, at)?;
    // 2024上半年, 2024一季度
    if (1990..=2099).contains(&year) && scan.glued(behind) && matches!(scan.what(at), What::Literal(_)) {
        let part = Part { year: Some(year), next: behind, ..Part::default() };
        if let Some(found) = half_year(scan, at, part).or_else(|| quarter(scan, behind, Some(year), at)) {
            return Some(found);
        }
    }
    if !is_dated(scan, behind) {
        return None;
    }
    if let Some(found) =
        months(scan, at, None, at).or_else(|| years(scan, at)).or_else(|| quarter(scan, at, None, at))
    {
        return Some(found);
    }
    if let Some(found) = short_year(scan, at) {
        return Some(found);
    }
    let Some(from) = part(scan, at) else { return days_of_month(scan, at) };
    let Some(month) = from.month else { return year_only(scan, at, from) };
    // 6月21—25日 has the unit of its first day at its end.
    let first_day = match from.day {
        Some(day) => Some((day, from.next)),
        None => small(scan, from.next)
            .filter(|(day, next)| *day <= 31 && after_to(scan, *next).is_some() && scan.glued(from.next))
            .and_then(|(day, next)| Some((u8::try_from(day).ok()?, next))),
    };
    let to = first_day.and_then(|(_, next)| end_of_span(scan, after_to(scan, next)?));
    if let (Some((first, _)), Some(end)) = (first_day, to) {
        let start = Date::new(from.year, month, Some(first));
        let stop = Date::new(end.year.or(from.year), end.month.unwrap_or(month), end.day);
        return Some(Found::Figure(spanned(scan, at, end.next, start.zip(stop))));
    }
    if from.day.is_none()
        && let Some(end) = after_to(scan, from.next).and_then(|next| part(scan, next))
        && let Some(last) = end.month.filter(|_| end.day.is_none())
    {
        let year = end.year.or(from.year);
        let start = Date::new(from.year.or(year), month, Some(1));
        let stop = Date::new(year, last, Some(days_in(year, last)));
        return Some(Found::Figure(spanned(scan, at, end.next, start.zip(stop))));
    }
    let third = ["上旬", "中旬", "下旬", "底", "初", "末", "中"];
    let next = if from.day.is_none() && third.iter().any(|third| scan.rest(from.next).starts_with(third)) {
        from.next
            + usize::from(
                scan.letters(from.next).chars().count() == 1
                    && scan.rest(from.next).chars().nth(1) == Some('旬'),
            )
            + 1
    } else {
        from.next
    };
    let date = Date::new(from.year, month, from.day);
    let value = date.map_or(Value::Beyond, Value::Date);
    let mut draft = Draft::new(at, next, Kind::Date, value);
    draft.oddity = date.is_none().then_some(Oddity::NoSuchDate);
    Some(Found::Figure(referred(scan, draft)))
}

/// 24年5月, 24年5月16日: a year of this century by its last two digits.
fn short_year(scan: &Scan, at: usize) -> Option<Found> {
    let two = matches!(scan.what(at), What::Literal(literal) if literal.whole == 2 && literal.places == 0);
    let (year, next) = small(scan, at).filter(|_| two)?;
    let month = part(scan, next + 1).filter(|part| part.year.is_none() && scan.glued(next + 1))?;
    let named = is_unit(scan, next, &["年"]) && (10..=49).contains(&year);
    let date = Date::new(Some(2000 + year), month.month.filter(|_| named)?, month.day)?;
    Some(Found::Figure(referred(scan, Draft::new(at, month.next, Kind::Date, Value::Date(date)))))
}

/// Whether what stands behind a number may make it one of a day, a month, a quarter or a year, or the first of two.
fn is_dated(scan: &Scan, behind: usize) -> bool {
    is_unit(scan, behind, &["年", "月", "月份", "日", "号"])
        || is_to(scan, behind)
        || scan.rest(behind).starts_with('季')
        || scan.rest(behind).starts_with("个季")
}

fn spanned(scan: &Scan, first: usize, next: usize, period: Option<(Date, Date)>) -> Draft {
    let mut draft = Draft::new(
        first,
        next,
        Kind::Period,
        period.map_or(Value::Beyond, |(from, to)| Value::Period(from, to)),
    );
    draft.oddity = period.is_none().then_some(Oddity::NoSuchDate);
    draft.hedge = None;
    referred(scan, draft)
}

/// Takes 截至 in front, and 前后 behind.
fn referred(scan: &Scan, mut draft: Draft) -> Draft {
    let before = draft.first.wrapping_sub(1);
    if matches!(scan.sense(before), Some(Sense::AsOf)) {
        (draft.role, draft.first) = (Role::AsOf, before);
    }
    if let Some(Sense::Behind(Hedge::About)) = scan.sense(draft.next)
        && scan.glued(draft.next)
    {
        (draft.hedge, draft.next) = (Some(Hedge::About), draft.next + 1);
    }
    draft
}

/// The end of a period: 25日, 7月2日, 2022年1月3日.
fn end_of_span(scan: &Scan, at: usize) -> Option<Part> {
    if let Some(part) = part(scan, at).filter(|part| part.day.is_some()) {
        return Some(part);
    }
    let (day, next) = small(scan, at)?;
    let unit = is_unit(scan, next, &["日", "号"]);
    (unit && day <= 99).then(|| Part { day: u8::try_from(day).ok(), next: next + 1, ..Part::default() })
}

/// What makes two years one season.
const NAMED_YEARS: [&str; 4] = ["学年", "赛季", "年度", "财年"];

/// 2018—2020年, 2018年至2020年
fn years(scan: &Scan, at: usize) -> Option<Found> {
    let year = |at| small(scan, at).filter(|(year, _)| (1000..=2999).contains(year));
    let (from, next) = year(at)?;
    let next = if is_unit(scan, next, &["年"]) { next + 1 } else { next };
    let (to, next) = year(after_to(scan, next)?)?;
    // 2021—2022学年 is the name of a year at school.
    if NAMED_YEARS.iter().any(|name| scan.rest(next).starts_with(name)) {
        return Some(Found::Skip(next));
    }
    if !is_unit(scan, next, &["年"]) {
        return None;
    }
    let period = Date::full(from, 1, 1).zip(Date::full(to, 12, 31));
    Some(Found::Figure(spanned(scan, at, next + 1, period)))
}

/// 1—8月, 1至11月份: from the first day of the one month to the last of the other.
fn months(scan: &Scan, at: usize, year: Option<u16>, first: usize) -> Option<Found> {
    let month = |at| small(scan, at).filter(|(month, _)| (1..=12).contains(month));
    let (from, next) = month(at)?;
    let (to, next) = month(after_to(scan, next)?)?;
    let dated = small(scan, next + 1).is_some_and(|(_, unit)| is_unit(scan, unit, &["日", "号"]));
    if to <= from || dated || !is_unit(scan, next, &["月", "月份"]) {
        return None;
    }
    let (from, to) = (u8::try_from(from).ok()?, u8::try_from(to).ok()?);
    let period = Date::new(year, from, Some(1)).zip(Date::new(year, to, Some(days_in(year, to))));
    Some(Found::Figure(spanned(scan, first, next + 1, period)))
}

/// 2021年, with a quarter or half year behind it, or as part of a name.
fn year_only(scan: &Scan, at: usize, part: Part) -> Option<Found> {
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
    if !scan.glued(at) || VERBS.iter().any(|verb| rest.starts_with(verb)) {
        return false;
    }
    let end = rest.char_indices().take(16).find(|(_, letter)| !super::token::is_cjk(*letter));
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

/// 一季度, 2021年第一季度, 前三季度
fn quarter(scan: &Scan, at: usize, year: Option<u16>, first: usize) -> Option<Found> {
    let nth = usize::from(scan.what(at) == What::Nth);
    let up_to = scan.letters(at) == "前" || scan.char_before(at) == Some('前');
    let skip = nth + usize::from(scan.letters(at) == "前");
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
fn half_year(scan: &Scan, first: usize, part: Part) -> Option<Found> {
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

/// A day without a month: only behind one that has it (6月21日、22日), else it is no figure that can be checked.
fn days_of_month(scan: &Scan, at: usize) -> Option<Found> {
    let (day, next) = small(scan, at)?;
    // 16—20日
    let until = after_to(scan, next).and_then(|to| small(scan, to)).filter(|(last, end)| {
        (day + 1..=31).contains(last)
            && is_unit(scan, *end, &["日"])
            && matches!(scan.what(at), What::Literal(_))
            && !scan.rest(end + 1).starts_with(['游', '内', '行', '以', '之', '左', '上'])
    });
    if let Some((_, end)) = until {
        return Some(Found::Skip(end + 1));
    }
    // 行政拘留5日: so many days.
    let start = scan.tokens.get(at).map_or(0, |token| token.start);
    let lasts = ["拘留", "拘役", "停业", "停工", "休假", "公示", "历时", "为期", "工期"]
        .iter()
        .any(|word| scan.text[..start].ends_with(word));
    if lasts && is_unit(scan, next, &["日"]) {
        return None;
    }
    let plain =
        (1..=31).contains(&day) && is_unit(scan, next, &["日"]) && matches!(scan.what(at), What::Literal(_));
    let hedged = matches!(scan.sense(next + 1), Some(Sense::Behind(_))) && scan.glued(next + 1);
    let before = matches!(scan.sense(at.wrapping_sub(1)), Some(Sense::Hedge(_)));
    if !plain || hedged || before || scan.rest(next + 1).starts_with(['游', '内', '行']) {
        return None;
    }
    Some(Found::Skip(next + 1))
}

/// 2021-06-21, and 2021-06-21 to 2021-06-25.
pub(super) fn iso(scan: &Scan, at: usize, (year, month, day): (u16, u8, u8)) -> Found {
    let date = Date::full(year, month, day);
    let connected = scan.is(at + 1, "to") || is_to(scan, at + 1) || matches!(scan.letters(at + 1), "/");
    if connected
        && let What::Literal(literal) = scan.what(at + 2)
        && let super::literal::Form::Day(year, month, day) = literal.form
    {
        let period = date.zip(Date::full(year, month, day));
        return Found::Figure(spanned(scan, at, at + 3, period));
    }
    // 2026.11.16—11.21, 2026.11.16-21
    if connected
        && scan.letters(at).contains('.')
        && let Some((last, until)) = pointed_end(scan, at + 2, month)
        && (last, until) > (month, day)
    {
        let period = date.zip(Date::full(year, last, until));
        return Found::Figure(spanned(scan, at, at + 3, period));
    }
    let mut draft = Draft::new(at, at + 1, Kind::Date, date.map_or(Value::Beyond, Value::Date));
    draft.oddity = date.is_none().then_some(Oddity::NoSuchDate);
    Found::Figure(referred(scan, draft))
}

/// The month and day of 11.21, the day of 21, behind a day with points.
fn pointed_end(scan: &Scan, at: usize, month: u8) -> Option<(u8, u8)> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let plain = literal.form == super::literal::Form::Plain && literal.whole <= 2 && literal.places <= 2;
    let counted = matches!(scan.sense(at + 1), Some(Sense::Measure(_) | Sense::Money(_) | Sense::Percent));
    if !plain || counted {
        return None;
    }
    let (month, day) = match scan.letters(at).split_once('.') {
        Some((month, day)) => (month.parse().ok()?, day.parse().ok()?),
        None => (month, scan.letters(at).parse().ok()?),
    };
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
}
