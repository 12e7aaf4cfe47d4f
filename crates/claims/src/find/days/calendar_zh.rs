//! Chinese days and months, and spans of them: 6月21日至25日, 6月21日、22日, 二〇二一年六月.

use super::plain_days::pointed_days;
use super::years_zh::{half_year, months, quarter, year_only, years};
use crate::calendar::{Date, days_in};
use crate::claim::{Hedge, Kind, Oddity, Role, Value};
use crate::find::amounts::spelled_zh;
use crate::find::draft::{Draft, Found};
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::{Reading, Scan};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;

/// A number up to four digits at `at`, in digits or Chinese numerals, and the token behind it.
pub(in crate::find) fn small(scan: &Scan, at: usize) -> Option<(u16, usize)> {
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

pub(in crate::find) fn is_unit(scan: &Scan, at: usize, units: Cues) -> bool {
    scan.glued(at) && scan.is_among(at, units)
}

/// A part of a date at `at`: year, month and day as far as they are there.
#[derive(Clone, Copy, Default)]
pub(in crate::find) struct Part {
    pub(in crate::find) year: Option<u16>,
    pub(in crate::find) month: Option<u8>,
    pub(in crate::find) day: Option<u8>,
    pub(in crate::find) next: usize,
}

pub(in crate::find) fn part(scan: &Scan, at: usize) -> Option<Part> {
    let mut part = Part { next: at, ..Part::default() };
    let mut here = at;
    if let Some((year, next)) = small(scan, here)
        && (1000..=2999).contains(&year)
        && is_unit(scan, next, words!["年"])
    {
        part = Part { year: Some(year), next: next + 1, ..part };
        here = next + 1;
    }
    if let Some((month, next)) = small(scan, here)
        && (1..=12).contains(&month)
        && (here == at || scan.glued(here))
        && is_unit(scan, next, words!["月", "月份"])
    {
        part = Part { month: u8::try_from(month).ok(), next: next + 1, ..part };
        here = next + 1;
        if let Some((day, next)) = small(scan, here)
            && (1..=99).contains(&day)
            && scan.glued(here)
            && is_unit(scan, next, words!["日", "号"])
        {
            part = Part { day: u8::try_from(day).ok(), next: next + 1, ..part };
        }
    }
    (part.next > at).then_some(part)
}

pub(in crate::find) fn is_to(scan: &Scan, at: usize) -> bool {
    scan.is_among(at, words!["至", "到", "—", "–", "-", "~", "～", "－", "―", "——", "─"])
}

/// The token behind “至” or a dash, of which there may be two.
pub(in crate::find) fn after_to(scan: &Scan, at: usize) -> Option<usize> {
    let next = is_to(scan, at).then_some(at + 1)?;
    Some(if is_to(scan, next) { next + 1 } else { next })
}

/// What begins with digits.
pub(in crate::find) fn digits(scan: &Scan, at: usize) -> Option<Found> {
    read(scan, at)
}

/// 第一季度, which no year stands before.
pub(in crate::find) fn nth_quarter(scan: &Scan, at: usize) -> Option<Found> {
    quarter(scan, at, None, at)
}

/// What begins with Chinese numerals.
pub(in crate::find) fn spelled(scan: &Scan, at: usize) -> Option<Found> {
    read(scan, at)
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
    let named = is_unit(scan, next, words!["年"]) && (10..=49).contains(&year);
    let date = Date::new(Some(2000 + year), month.month.filter(|_| named)?, month.day)?;
    Some(Found::Figure(referred(scan, Draft::new(at, month.next, Kind::Date, Value::Date(date)))))
}

/// Whether what stands behind a number may make it one of a day, a month, a quarter or a year, or the first of two.
fn is_dated(scan: &Scan, behind: usize) -> bool {
    is_unit(scan, behind, words!["年", "月", "月份", "日", "号"])
        || is_to(scan, behind)
        || scan.rest(behind).starts_with('季')
        || scan.rest(behind).starts_with("个季")
}

pub(in crate::find) fn spanned(
    scan: &Scan,
    first: usize,
    next: usize,
    period: Option<(Date, Date)>,
) -> Draft {
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
pub(in crate::find) fn referred(scan: &Scan, mut draft: Draft) -> Draft {
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
pub(in crate::find) fn end_of_span(scan: &Scan, at: usize) -> Option<Part> {
    if let Some(part) = part(scan, at).filter(|part| part.day.is_some()) {
        return Some(part);
    }
    let (day, next) = small(scan, at)?;
    let unit = is_unit(scan, next, words!["日", "号"]);
    (unit && day <= 99).then(|| Part { day: u8::try_from(day).ok(), next: next + 1, ..Part::default() })
}

/// A day without a month: only behind one that has it (6月21日、22日), else it is no figure that can be checked.
fn days_of_month(scan: &Scan, at: usize) -> Option<Found> {
    let (day, next) = small(scan, at)?;
    // 16—20日
    let until = after_to(scan, next).and_then(|to| small(scan, to)).filter(|(last, end)| {
        (day + 1..=31).contains(last)
            && is_unit(scan, *end, words!["日"])
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
    if lasts && is_unit(scan, next, words!["日"]) {
        return None;
    }
    let plain = (1..=31).contains(&day)
        && is_unit(scan, next, words!["日"])
        && matches!(scan.what(at), What::Literal(_));
    let hedged = matches!(scan.sense(next + 1), Some(Sense::Behind(_))) && scan.glued(next + 1);
    let before = matches!(scan.sense(at.wrapping_sub(1)), Some(Sense::Hedge(_)));
    if !plain || hedged || before || scan.rest(next + 1).starts_with(['游', '内', '行']) {
        return None;
    }
    Some(Found::Skip(next + 1))
}
