//! Digits that are more or less than a number: days, times, fractions, versions, telephone numbers, codes.

use super::literal::{Digits, Form, Literal, point, run};
use crate::number::Number;

/// Days, times, fractions and what only looks like a number.
pub(in crate::find) fn special(
    text: &str,
    at: usize,
    here: usize,
    digits: &Digits,
    whole: usize,
) -> Option<(usize, Option<Literal>)> {
    let bytes = text.as_bytes();
    let sign = *bytes.get(here)?;
    let wide_colon = text[here..].starts_with('：');
    let next = here + if wide_colon { 3 } else { 1 };
    let value = u16::try_from(digits.value).ok();
    let mut second = Digits::default();
    let (end, count) = match sign {
        b'-' | b'/' | b':' | b'.' => run(text, next, &mut second),
        _ if wide_colon => run(text, next, &mut second),
        _ => return None,
    };
    // 图1：11月17日: a label and a day behind it.
    let dated = wide_colon && text[end..].starts_with(['月', '年']);
    if count == 0 || dated {
        return None;
    }
    let plain = digits.literal(Number::scaled(digits.value, 0), whole, 0, false);
    let other = u16::try_from(second.value).ok();
    match sign {
        b'-' | b'/' if whole == 4 && count <= 2 && bytes.get(end) == Some(&sign) => {
            let mut third = Digits::default();
            let (end, count) = run(text, end + 1, &mut third);
            let (year, month, day) =
                (value?, u8::try_from(second.value).ok()?, u8::try_from(third.value).ok()?);
            let form = Form::Day(year, month, day);
            Some(if (1..=2).contains(&count) { (end, Some(Literal { form, ..plain })) } else { (end, None) })
        }
        b'-' => {
            // 025-5555, 400-555-0199: numbers to dial. 30-50 is a range, which others read.
            let dialled = digits.first_zero && whole > 2
                || second.first_zero && count > 2
                || whole > 6
                || bytes.get(end) == Some(&b'-') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            dialled.then(|| (dial_end(text, at), None))
        }
        // 17/06/2023, 17.06.2023; the month comes first only where the other number is none.
        b'/' | b'.' if whole <= 2 && count <= 2 && bytes.get(end) == Some(&sign) => {
            let mut third = Digits::default();
            let (last, count) = run(text, end + 1, &mut third);
            let (one, two, year) =
                (u8::try_from(value?).ok()?, u8::try_from(other?).ok()?, u16::try_from(third.value).ok()?);
            let (day, month) = if two > 12 { (two, one) } else { (one, two) };
            let dated = count == 4 && (1..=12).contains(&month) && (1..=31).contains(&day);
            let form = Form::Day(year, month, day);
            if dated {
                return Some((last, Some(Literal { form, ..plain })));
            }
            (sign == b'/').then(|| (code_end(text, here), None))
        }
        b'/' => {
            let (top, bottom) = (value?, other?);
            let fraction = top > 0 && top < bottom && bottom <= 100 && bytes.get(end) != Some(&b'/');
            let form = Form::Fraction(top, bottom);
            Some(if fraction { (end, Some(Literal { form, ..plain })) } else { (code_end(text, here), None) })
        }
        _ if wide_colon || sign == b':' => {
            let (hour, minute) = (
                u8::try_from(digits.value).unwrap_or(u8::MAX),
                u8::try_from(second.value).unwrap_or(u8::MAX),
            );
            let mut end = end;
            if count == 2 && hour <= 24 && minute < 60 {
                // Seconds are dropped.
                if bytes.get(end) == Some(&b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
                    end = run(text, end + 1, &mut Digits::default()).0;
                }
                let form = Form::Clock(hour, minute);
                return Some((end, Some(Literal { form, ..plain })));
            }
            // 3:2 is a score or a ratio, 14001:2015 a standard.
            (count <= 2 || count == 4 && whole > 2).then_some(())?;
            (!wide_colon).then(|| (code_end(text, here), None))
        }
        _ => None,
    }
}

/// 2024.05.16: a day with points; `digits` are those of the year and the month.
pub(in crate::find) fn pointed_day(
    text: &str,
    at: usize,
    digits: &Digits,
) -> Option<(usize, Option<Literal>)> {
    let mut parts = [0_u16; 3];
    let mut here = at;
    for (index, part) in parts.iter_mut().enumerate() {
        let mut read = Digits::default();
        let (end, count) = run(text, here, &mut read);
        let long = if index == 0 { count == 4 } else { (1..=2).contains(&count) };
        *part = u16::try_from(read.value).ok().filter(|_| long)?;
        here = if index < 2 { point(text, end)? } else { end };
    }
    let [year, month, day] = parts;
    let dated = (1900..=2099).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if !dated || point(text, here).is_some() {
        return None;
    }
    let form = Form::Day(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Some((here, Some(Literal { form, ..digits.literal(None, 4, 0, false) })))
}

/// The end of 1e309, when it is one.
pub(in crate::find) fn scientific(text: &str, here: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[here..];
    if !matches!(bytes.first()?, b'e' | b'E') {
        return None;
    }
    let signed = usize::from(matches!(bytes.get(1)?, b'+' | b'-'));
    let count = bytes[1 + signed..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let behind = bytes.get(1 + signed + count).copied().unwrap_or(b' ');
    (count > 0 && !behind.is_ascii_alphabetic()).then_some(here + 1 + signed + count)
}

/// The end of a run of letters, digits and what joins them.
pub(in crate::find) fn code_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at
        + bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || b".-/:".contains(byte))
            .count();
    while end > at && b".-/:".contains(&bytes[end - 1]) {
        end -= 1;
    }
    end
}

/// The end of a number to dial, whose groups blanks may part.
fn dial_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end =
        at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit() || b"- ".contains(byte)).count();
    while end > at && !bytes[end - 1].is_ascii_digit() {
        end -= 1;
    }
    end
}

/// 720P, 1080P: how many lines a picture has.
pub(in crate::find) fn is_picture(literal: &Literal) -> bool {
    let lines = literal.value.and_then(Number::small);
    matches!(lines, Some(480 | 576 | 720 | 1080 | 1440 | 2160 | 4320))
}
