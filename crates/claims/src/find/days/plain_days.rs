//! Days without words for year and month: 2021-06-21, and 04.16—04.20 on a poster.

use super::calendar_zh::{after_to, is_to, referred, spanned};
use crate::calendar::Date;
use crate::claim::{Kind, Oddity, Value};
use crate::find::draft::{Draft, Found};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;

/// 2021-06-21, and 2021-06-21 to 2021-06-25.
pub(in crate::find) fn iso(scan: &Scan, at: usize, (year, month, day): (u16, u8, u8)) -> Found {
    let date = Date::full(year, month, day);
    let connected = scan.is(at + 1, "to") || is_to(scan, at + 1) || scan.is(at + 1, "/");
    if connected
        && let What::Literal(literal) = scan.what(at + 2)
        && let crate::find::tokens::literal::Form::Day(year, month, day) = literal.form
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

/// 04.16—04.20 on a poster: from a day to another, with points.
pub(in crate::find) fn pointed_days(scan: &Scan, at: usize) -> Option<Found> {
    if !matches!(scan.what(at), What::Literal(literal) if literal.places > 0) {
        return None;
    }
    // 7.7—7.11: with a dash between two such days, be the months without a zero; 3.5-4.5 may be anything.
    let dashed = || scan.is_sign(at + 1, '—') && opens(scan, at) && scan.letters(at + 2).contains('.');
    let pointed = scan.letters(at).contains('.') && (scan.letters(at).starts_with('0') || dashed());
    let to = after_to(scan, at + 1).filter(|_| pointed)?;
    let (from, until) = (pointed_end(scan, at, 0)?, pointed_end(scan, to, 0)?);
    if until <= from || matches!(scan.sense(to + 1), Some(Sense::Classifier(_))) {
        return None;
    }
    let day = |(month, day): (u8, u8)| Date::new(None, month, Some(day));
    Some(Found::Figure(spanned(scan, at, to + 1, day(from).zip(day(until)))))
}

/// Whether a line begins here, or a word of the poster that is parted by a blank.
fn opens(scan: &Scan, at: usize) -> bool {
    at == 0 || scan.what(at - 1) == What::Line || !scan.glued(at)
}

/// The month and day of 11.21, the day of 21, behind a day with points.
fn pointed_end(scan: &Scan, at: usize, month: u8) -> Option<(u8, u8)> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let plain = literal.form == crate::find::tokens::literal::Form::Plain
        && literal.whole <= 2
        && literal.places <= 2;
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
