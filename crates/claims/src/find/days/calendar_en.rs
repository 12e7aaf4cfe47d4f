//! English days and months, and spans of them: 21 to 25 June, June 10, 2021, mid-June.

use crate::calendar::{Date, days_in};
use crate::claim::{Kind, Oddity, Role, Value};
use crate::find::draft::Draft;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::literal::Form;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;

/// A day of a month in digits at `at`, as 10, 10th.
fn day(scan: &Scan, at: usize) -> Option<u8> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let plain =
        matches!(literal.form, Form::Plain | Form::Ordinal) && literal.places == 0 && literal.whole <= 2;
    let day = literal.value.filter(|_| plain)?.tiny()?;
    (1..=99).contains(&day).then_some(day)
}

pub(in crate::find) fn year_at(scan: &Scan, at: usize) -> Option<u16> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let plain = literal.form == Form::Plain && literal.places == 0 && literal.whole == 4 && !literal.grouped;
    let year = literal.value.filter(|_| plain)?.small()?;
    (1800..=2199).contains(&year).then_some(year)
}

/// A month by its name: with a capital, since may and march are verbs; the token behind it and its full stop.
fn month(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    let Some(Sense::Month(month)) = scan.sense(at) else { return None };
    if !scan.letters(at).starts_with(|first: char| first.is_uppercase()) {
        return None;
    }
    let whole = scan.is_among(at, words!["may", "june", "july"]);
    let short = scan.letters(at).len() <= 4 && !whole && scan.is_sign(at + 1, '.') && scan.glued(at + 1);
    Some((month, if short { at + 2 } else { at + 1 }))
}

pub(in crate::find) fn joins(scan: &Scan, at: usize) -> bool {
    scan.is_among(at, words!["to", "and", "until", "through", "till"])
        || matches!(scan.what(at), What::Sign('–' | '-' | '—' | '~' | '/'))
}

/// “10 June”, “21 to 25 June 2022”, “25 June to 2 July”, “the 28th of April”.
pub(in crate::find) fn day_first(scan: &Scan, at: usize) -> Option<Draft> {
    let first = day(scan, at)?;
    let mut here = at + 1;
    let mut last = None;
    let second = here + 1 + weekday(scan, here + 1);
    if joins(scan, here)
        && let Some(day) = day(scan, second)
    {
        (last, here) = (Some(day), second + 1);
    }
    if scan.is(here, "of") {
        here += 1;
    }
    let (first_month, next) = month(scan, here)?;
    let (mut year, mut next) = with_year(scan, next);
    // “From 1 January 2024 firms pay …”: behind a day and its month, four digits are the year.
    if let Some(own) = year_at(scan, next).filter(|own| year.is_none() && (1990..=2060).contains(own)) {
        (year, next) = (Some(own), next + 1);
    }
    if let Some(last) = last {
        return Some(span(scan, at, next, (year, first_month, first), (year, first_month, last)));
    }
    // “on 16 October and 21 October” are two days.
    let apart = scan.is(next, "and") && !scan.is(at.wrapping_sub(1), "between");
    let comma = usize::from(scan.is_sign(next, ',') && joins(scan, next + 1) && weekday(scan, next + 2) > 0);
    let to = next + comma;
    let last_at = to + 1 + weekday(scan, to + 1);
    if joins(scan, to)
        && !apart
        && let Some(last) = day(scan, last_at)
        && let Some((last_month, behind)) = month(scan, last_at + 1)
    {
        let (last_year, behind) = with_year(scan, behind);
        year = year.or(last_year);
        next = behind;
        return Some(span(
            scan,
            at,
            next,
            (year, first_month, first),
            (last_year.or(year), last_month, last),
        ));
    }
    Some(single(scan, at, next, (year, first_month, Some(first))))
}

/// “June 10, 2021”, “June 21–25”, “June 30 to July 2”, “June 2023”, “mid-June”.
pub(in crate::find) fn month_first(scan: &Scan, at: usize) -> Option<Draft> {
    let (first_month, here) = month(scan, at)?;
    if let Some(first) = day(scan, here)
        .filter(|_| !matches!(scan.sense(here + 1), Some(Sense::Noun(_) | Sense::Power(_) | Sense::Percent)))
    {
        let next = here + 1;
        if joins(scan, next) {
            let to = next + 1 + weekday(scan, next + 1);
            let other = month(scan, to);
            let last_at = other.map_or(to, |(_, behind)| behind);
            if let Some(last) = day(scan, last_at).filter(|_| {
                !scan.is(next, "and") || other.is_some() || !scan.is_among(last_at + 1, words!["percent"])
            }) {
                let (year, behind) = with_year(scan, last_at + 1);
                let last_month = other.map_or(first_month, |(month, _)| month);
                return Some(span(scan, at, behind, (year, first_month, first), (year, last_month, last)));
            }
        }
        let (year, next) = with_year(scan, next);
        return Some(single(scan, at, next, (year, first_month, Some(first))));
    }
    let before = at.wrapping_sub(1);
    // “from March to May 2023”, “June–August”
    let from = scan.is_among(before, words!["from", "between", "during", "in", "for", "over"])
        || matches!(scan.what(here), What::Sign('–' | '-'));
    if let Some((last_month, behind)) =
        joins(scan, here).then(|| month(scan, here + 1)).flatten().filter(|_| from)
        && last_month > first_month
        && day(scan, behind).is_none()
    {
        let (year, behind) = with_year(scan, behind);
        let to = (year, last_month, days_in(year, last_month));
        return Some(span(scan, at, behind, (year, first_month, 1), to));
    }
    let (year, next) = with_year(scan, here);
    let dashed =
        scan.is_sign(before, '-') && scan.is_among(before.wrapping_sub(1), words!["mid", "early", "late"]);
    let part_of = scan.is_among(before, words!["mid", "early", "late"]);
    let first = if dashed {
        before - 1
    } else if part_of {
        before
    } else {
        at
    };
    let alone = scan.is_among(
        before,
        words![
            "in", "since", "until", "by", "from", "last", "of", "between", "during", "for", "this", "next",
            "to", "and",
        ],
    );
    let sure = scan.is_among(before, words!["in", "since", "until", "last", "during", "next", "this", "by"]);
    let of_three = scan.letters(at).len() > 3 || year.is_some() || sure;
    if !(year.is_some() || dashed || part_of || alone && of_three) {
        return None;
    }
    Some(single(scan, first, next, (year, first_month, None)))
}

/// How many tokens a day of the week takes before a date, with its comma.
fn weekday(scan: &Scan, at: usize) -> usize {
    const DAYS: Cues = words![
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
    ];
    if scan.is_among(at, DAYS) {
        1 + usize::from(scan.is_sign(at + 1, ',') || scan.is_sign(at + 1, '.'))
    } else {
        0
    }
}

/// A year behind a date, with a comma or without, and the token behind it.
fn with_year(scan: &Scan, at: usize) -> (Option<u16>, usize) {
    let comma = usize::from(scan.is_sign(at, ','));
    match year_at(scan, at + comma) {
        Some(year) if !matches!(scan.sense(at + comma + 1), Some(Sense::Noun(_))) => {
            (Some(year), at + comma + 1)
        }
        _ => (None, at),
    }
}

fn single(
    scan: &Scan,
    first: usize,
    next: usize,
    (year, month, day): (Option<u16>, u8, Option<u8>),
) -> Draft {
    let date = Date::new(year, month, day);
    let mut draft = Draft::new(first, next, Kind::Date, date.map_or(Value::Beyond, Value::Date));
    draft.oddity = date.is_none().then_some(Oddity::NoSuchDate);
    referred(scan, draft)
}

pub(in crate::find) fn span(
    scan: &Scan,
    first: usize,
    next: usize,
    from: (Option<u16>, u8, u8),
    to: (Option<u16>, u8, u8),
) -> Draft {
    let ends = Date::new(from.0, from.1, Some(from.2)).zip(Date::new(to.0, to.1, Some(to.2)));
    let mut draft = Draft::new(
        first,
        next,
        Kind::Period,
        ends.map_or(Value::Beyond, |(from, to)| Value::Period(from, to)),
    );
    draft.oddity = ends.is_none().then_some(Oddity::NoSuchDate);
    referred(scan, draft)
}

pub(in crate::find) fn referred(scan: &Scan, mut draft: Draft) -> Draft {
    let mut before = draft.first.wrapping_sub(1);
    if scan.is(before, "the") {
        before = before.wrapping_sub(1);
    }
    // “As of Wednesday 18 October”
    let named = (1..3).find(|back| weekday(scan, draft.first.wrapping_sub(*back)) == *back);
    before = named.map_or(before, |back| draft.first.wrapping_sub(back + 1));
    if matches!(scan.sense(before), Some(Sense::AsOf))
        || says_what_had_come(scan, before, draft.next)
        || is_day_of_the_number(scan, before)
    {
        (draft.role, draft.first) = (Role::AsOf, before);
    }
    draft
}

/// “By 15 December, the commission reports, 83 projects had landed”: what had come to pass by then, and no deadline.
fn says_what_had_come(scan: &Scan, by: usize, next: usize) -> bool {
    const LONGEST: usize = 24;
    let opens = by == 0 || scan.ends_sentence(by.wrapping_sub(1));
    if !(opens && scan.is(by, "by")) {
        return false;
    }
    let mut words = (next..next + LONGEST).take_while(|at| !scan.ends_sentence(*at));
    let had = ["had", "was", "were", "stood"];
    let verb = words.find(|at| {
        scan.is_any(*at, &had) || scan.is_any(*at, &["will", "must", "should", "have", "can", "shall"])
    });
    verb.is_some_and(|at| scan.is_any(at, &had))
}

/// “up from 54 on 18 July”: the day of the number from which something rose.
fn is_day_of_the_number(scan: &Scan, on: usize) -> bool {
    let number = |at: usize| matches!(scan.what(at), What::Literal(_));
    let noun = usize::from(matches!(scan.sense(on.wrapping_sub(1)), Some(Sense::Noun(_))));
    let number_at = on.wrapping_sub(1 + noun);
    scan.is(on, "on")
        && number(number_at)
        && scan.is(number_at.wrapping_sub(1), "from")
        && scan.is_any(number_at.wrapping_sub(2), &["up", "down"])
}
