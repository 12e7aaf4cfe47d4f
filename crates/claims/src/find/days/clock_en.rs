//! English times of day in words, or without a sign: half past seven, three minutes to nine, at six this evening, open 9 to 5.

use crate::calendar::Clock;
use crate::claim::{Kind, Value};
use crate::find::draft::Draft;
use crate::find::tokens::cues::words;
use crate::find::tokens::literal::Form;
use crate::find::tokens::scan::{Quantity, Scan};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::number::Number;

/// “today 10 to 5”, “open 9 to 5”: hours without a sign, which fall and so go into the afternoon.
pub(in crate::find) fn shop_hours(scan: &Scan, at: usize) -> Option<Draft> {
    let hour = |at: usize| match scan.what(at) {
        What::Literal(literal)
            if literal.form == Form::Plain && literal.places == 0 && literal.whole <= 2 =>
        {
            literal.value?.tiny().filter(|hour| (1..=12).contains(hour))
        }
        _ => None,
    };
    let joins = scan.is(at + 1, "to") || matches!(scan.what(at + 1), What::Sign('-' | '–'));
    if !joins {
        return None;
    }
    let cue = scan.is_among(
        at.wrapping_sub(1),
        words![
            "today",
            "tomorrow",
            "daily",
            "open",
            "opens",
            "weekdays",
            "weekends",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "lunch",
            "breakfast",
            "dinner",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mondays",
            "fridays",
            "saturdays",
            "sundays",
            "hours",
        ],
    );
    // “lunch from 12 to 1”, “10am to 8pm daily, on Sunday 10–6”
    let meal = scan.is(at.wrapping_sub(1), "from")
        && scan.is_among(
            at.wrapping_sub(2),
            words![
                "lunch",
                "breakfast",
                "dinner",
                "open",
                "opens",
                "closed",
                "daily",
                "break",
                "hours",
                "serves",
                "served",
                "hourly",
            ],
        );
    if !cue && !meal {
        return None;
    }
    // “open 8–20”
    let late = |at: usize| match scan.what(at) {
        What::Literal(literal)
            if literal.form == Form::Plain && literal.places == 0 && literal.whole == 2 =>
        {
            literal.value?.tiny().filter(|hour| (13..=24).contains(hour))
        }
        _ => None,
    };
    // “Mon–Thu 8–16 h”
    if let Some((from, to)) = hour(at)
        .zip(late(at + 2).or(hour(at + 2)))
        .filter(|(from, to)| from < to && scan.is_among(at + 3, words!["h", "hrs"]))
    {
        let hours = Clock::new(from, 0).zip(Clock::new(to % 24, 0))?;
        return Some(Draft::new(at, at + 4, Kind::Time, Value::Hours(hours.0, hours.1)));
    }
    if let Some((from, to)) =
        hour(at).zip(late(at + 2)).filter(|_| scan.ends_clause(at + 3) || scan.tokens.len() == at + 3)
    {
        let hours = Clock::new(from, 0).zip(Clock::new(to % 24, 0))?;
        return Some(Draft::new(at, at + 3, Kind::Time, Value::Hours(hours.0, hours.1)));
    }
    let (from, to) = hour(at).zip(hour(at + 2)).filter(|(from, to)| from > to && *to < 8)?;
    let hours = Clock::new(from, 0).zip(Clock::new(to + 12, 0)).filter(|_| scan.ends_clause(at + 3))?;
    Some(Draft::new(at, at + 3, Kind::Time, Value::Hours(hours.0, hours.1)))
}

/// “9.30 am-6 pm”: the sign of the first hour is bound to the second.
pub(in crate::find) fn bound_hours(scan: &Scan, at: usize) -> Option<Draft> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let bound = scan.letters(at + 1);
    let [b'a' | b'A' | b'p' | b'P', b'm' | b'M', b'-', ..] = bound.as_bytes() else { return None };
    let (half, second) = (&bound[..2], &bound[3..]);
    let hour = |text: &str| -> Option<(u8, u8)> {
        let (hour, minute) = text.split_once(['.', ':']).unwrap_or((text, "0"));
        Some((hour.parse().ok().filter(|hour| (1..=12).contains(hour))?, minute.parse().ok()?))
    };
    let end = scan.letters(at + 2);
    let to = end.eq_ignore_ascii_case("am") || end.eq_ignore_ascii_case("pm");
    let (first, last) = match literal.form {
        Form::Clock(from, minute) => ((from, minute), hour(second)?),
        _ => (hour(scan.letters(at))?, hour(second)?),
    };
    let clock = |(hour, minute): (u8, u8), half: &str| {
        Clock::new(hour % 12 + if half.eq_ignore_ascii_case("pm") { 12 } else { 0 }, minute)
    };
    let hours = clock(first, half).zip(clock(last, end)).filter(|_| to)?;
    Some(Draft::new(at, at + 3, Kind::Time, Value::Hours(hours.0, hours.1)))
}

/// “half past seven”, “a quarter to nine”; in the afternoon only when the text says so.
pub(in crate::find) fn half_past(scan: &Scan, at: usize) -> Option<Draft> {
    let Some(Sense::Part(part)) = scan.sense(at) else { return None };
    let (behind, before) = (scan.is(at + 1, "past"), scan.is(at + 1, "to"));
    let minutes = if part == 2 { 30 } else { 15 };
    if !behind && !before {
        return None;
    }
    let hour = match scan.what(at + 2) {
        What::Known(Sense::Small(hour @ 1..=12)) => hour,
        What::Literal(literal) => {
            literal.value?.tiny().map(u32::from).filter(|hour| (1..=12).contains(hour))?
        }
        _ => return None,
    };
    let hour = u8::try_from(hour).ok()?;
    let (hour, minute) = if behind { (hour, minutes) } else { (hour.checked_sub(1)?, 60 - minutes) };
    let hour = u8::from(afternoon(scan, at + 3, hour)) * 12 + hour;
    let first = if scan.is(at.wrapping_sub(1), "a") { at - 1 } else { at };
    Some(Draft::new(first, at + 3, Kind::Time, Value::Time(Clock::new(hour % 24, minute)?)))
}

/// “nine to half past five”, “half past eight until noon”: from an hour in words to another.
pub(in crate::find) fn words_to_words(scan: &Scan, first: usize) -> Option<Draft> {
    let hour = |at: usize| match scan.what(at) {
        What::Known(Sense::Small(hour @ 1..=12)) => Some((u8::try_from(hour).ok()?, at + 1)),
        What::Word(_) if scan.is(at, "noon") => Some((12, at + 1)),
        _ => None,
    };
    let past = |at: usize| half_past(scan, if scan.is(at, "a") { at + 1 } else { at });
    let said = |draft: Option<Draft>| match draft.map(|draft| (draft.value, draft.next)) {
        Some((Value::Time(clock), next)) => Some((clock, next)),
        _ => None,
    };
    let from = said(past(first));
    let (start, at) = match (from, hour(first)) {
        (Some(from), _) => from,
        // An hour alone is one of the morning when the shop opens, and of the evening when it closes.
        (None, Some((hour, next))) => (Clock::new(hour, 0)?, next),
        (None, None) => return None,
    };
    if !scan.is_among(at, words!["to", "until", "till"]) {
        return None;
    }
    let to = said(past(at + 1));
    let (end, next) = match (to, hour(at + 1)) {
        (Some(to), _) => to,
        (None, Some((hour, next))) if from.is_some() => {
            (Clock::new(if hour < 9 { hour + 12 } else { hour }, 0)?, next)
        }
        _ => return None,
    };
    (start < end).then(|| Draft::new(first, next, Kind::Time, Value::Hours(start, end)))
}

/// “at six this evening”, “three minutes past seven”: hours in words; `late` says that the text is in its evening.
pub(in crate::find) fn in_words(scan: &Scan, quantity: Quantity, late: bool) -> Option<Draft> {
    let number = |value: Option<Number>| value?.tiny();
    let at = quantity.next;
    let part = usize::from(scan.is_among(at, words!["this", "tomorrow"]))
        + 2 * usize::from(scan.is(at, "in") && scan.is(at + 1, "the"));
    let evening =
        part > 0 && scan.is_among(at + part, words!["evening", "afternoon"]) || scan.is(at, "tonight");
    let morning = part > 0 && scan.is(at + part, "morning");
    let said = scan.is_among(
        quantity.first.wrapping_sub(1),
        words!["at", "by", "until", "till", "from", "before", "after", "around", "s", "was"],
    );
    if said && (evening || morning) {
        let hour = number(quantity.value).filter(|hour| (1..=12).contains(hour))?;
        let hour = if evening && hour < 12 { hour + 12 } else { hour };
        return Some(Draft::new(quantity.first, at, Kind::Time, Value::Time(Clock::new(hour % 24, 0)?)));
    }
    let word = usize::from(scan.is_among(at, words!["minutes", "minute"]));
    let behind_hour = scan.is(at + word, "past");
    if !behind_hour && (word == 0 || !scan.is(at + word, "to")) {
        return None;
    }
    let behind = at + word + 1;
    // “from six minutes to four minutes”: how long, and how long now.
    if scan.is_among(behind + 1, words!["minutes", "minute"]) {
        return None;
    }
    let What::Known(Sense::Small(hour @ 1..=12)) = scan.what(behind) else { return None };
    let (hour, minute) =
        (u8::try_from(hour).ok()?, number(quantity.value).filter(|minute| *minute < 60 && *minute > 0)?);
    let (hour, minute) = if behind_hour { (hour, minute) } else { (hour.checked_sub(1)?, 60 - minute) };
    let hour = u8::from((late || afternoon(scan, behind + 1, hour)) && hour < 12) * 12 + hour;
    Some(Draft::new(quantity.first, behind + 1, Kind::Time, Value::Time(Clock::new(hour % 24, minute)?)))
}

/// “this morning at nine”, “on Friday at 7”: an hour behind the day or the part of it that it is of.
pub(in crate::find) fn at_hour(scan: &Scan, quantity: Quantity) -> Option<Draft> {
    let part = quantity.first.wrapping_sub(2);
    let evening = scan.is_among(part, words!["evening", "afternoon", "tonight"]);
    let day = scan.is_among(
        part,
        words![
            "morning",
            "tomorrow",
            "yesterday",
            "today",
            "daily",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ],
    );
    let at = quantity.next;
    let ends = scan.ends_clause(at)
        || scan.tokens.len() == at
        || scan.is_among(at, words!["it", "he", "she", "they", "we", "in", "the", "and", "on"]);
    let hour: u8 = quantity.value?.tiny().filter(|hour| (1..=12).contains(hour))?;
    let said = scan.is(quantity.first.wrapping_sub(1), "at") && quantity.power == 0;
    if !said || !(evening || day) || !ends {
        return None;
    }
    let late = hour < 12 && (evening || hour < 7 && !scan.is(part, "morning"));
    let hour = hour + if late { 12 } else { 0 };
    Some(Draft::new(quantity.first, at, Kind::Time, Value::Time(Clock::new(hour % 24, 0)?)))
}

/// “12.00 noon”
pub(in crate::find) fn noon(scan: &Scan, at: usize) -> Option<Draft> {
    let hour = match scan.letters(at) {
        "12.00" | "12:00" if scan.is(at + 1, "noon") => 12,
        "12.00" | "12:00" if scan.is(at + 1, "midnight") => 0,
        _ => return None,
    };
    Some(Draft::new(at, at + 2, Kind::Time, Value::Time(Clock::new(hour, 0)?)))
}

/// “Shortly before 11 the lights went out”: an hour in digits that something happened near.
pub(in crate::find) fn near_hour(scan: &Scan, at: usize) -> Option<Draft> {
    let What::Literal(literal) = scan.what(at) else { return None };
    if let Some(noon) = noon(scan, at) {
        return Some(noon);
    }
    let plain = literal.form == Form::Plain && literal.places == 0 && literal.whole <= 2;
    let hour = literal.value.filter(|_| plain)?.tiny().filter(|hour| (1..=12).contains(hour))?;
    let near = scan.is_among(at.wrapping_sub(1), words!["before", "after"])
        && scan.is_among(at.wrapping_sub(2), words!["shortly", "just", "soon", "right", "long"])
        || scan.is_among(at.wrapping_sub(1), words!["at", "by", "until", "till"])
            && scan.is_among(at + 1, words!["sharp", "tonight", "tomorrow", "this"])
            && !scan.is(at + 2, "year")
            && !scan.is(at + 2, "week");
    if scan.is_among(at + 1, words!["noon", "midnight"]) && hour == 12 {
        let hour = if scan.is(at + 1, "noon") { 12 } else { 0 };
        return Some(Draft::new(at, at + 2, Kind::Time, Value::Time(Clock::new(hour, 0)?)));
    }
    let opens = scan.is(at.wrapping_sub(1), "at")
        && scan.is_among(
            at.wrapping_sub(2),
            words![
                "close", "closes", "closed", "open", "opens", "opened", "start", "starts", "begin", "begins",
                "end", "ends", "finish", "finishes",
            ],
        )
        && (scan.ends_clause(at + 1)
            || scan.tokens.len() == at + 1
            || scan.is_among(at + 1, words!["and", "on", "but"]));
    let near = near || opens;
    let ends = opens
        && scan.is_among(
            at.wrapping_sub(2),
            words!["close", "closes", "closed", "end", "ends", "finish", "finishes"],
        );
    let counted = matches!(
        scan.sense(at + 1),
        Some(
            Sense::Noun(_)
                | Sense::Measure(_)
                | Sense::Month(_)
                | Sense::Percent
                | Sense::Money(_)
                | Sense::Power(_)
        )
    );
    let hour = hour
        + if (1..=6).contains(&hour) || ends && hour < 12 || scan.is(at + 1, "tonight") && hour < 12 {
            12
        } else {
            0
        };
    (near && !counted)
        .then(|| Some(Draft::new(at, at + 1, Kind::Time, Value::Time(Clock::new(hour % 24, 0)?))))
        .flatten()
}

/// “seated by 9.15”: with a full stop, where the text has told a time with one before.
pub(in crate::find) fn dotted(scan: &Scan, at: usize, told: bool) -> Option<Draft> {
    let led = || scan.is_among(at.wrapping_sub(1), words!["at", "by", "until", "till", "before", "from"]);
    let ends = scan.ends_clause(at + 1) || scan.tokens.len() == at + 1;
    let (hour, minute) = (told && ends && led()).then(|| scan.letters(at).split_once('.')).flatten()?;
    let two = minute.len() == 2 && hour.len() <= 2;
    let (hour, minute): (u8, u8) = hour.parse().ok().zip(minute.parse().ok()).filter(|_| two)?;
    Some(Draft::new(at, at + 1, Kind::Time, Value::Time(Clock::new(hour, minute)?)))
}

/// “seven o’clock”
pub(in crate::find) fn o_clock(scan: &Scan, quantity: Quantity) -> Option<Draft> {
    let at = quantity.next;
    if !(scan.is(at, "o") && scan.is(at + 2, "clock")) {
        return None;
    }
    let hour: u8 = quantity.value?.tiny().filter(|hour| (1..=12).contains(hour))?;
    let hour = u8::from(afternoon(scan, at + 3, hour)) * 12 + hour;
    Some(Draft::new(quantity.first, at + 3, Kind::Time, Value::Time(Clock::new(hour % 24, 0)?)))
}

/// Whether “in the afternoon”, “in the evening” follows. Robots dance at half past three: an hour that nobody opens at is one of the afternoon.
fn afternoon(scan: &Scan, at: usize, hour: u8) -> bool {
    let said = |word| (at..at + 4).any(|at| scan.is(at, word));
    if said("morning") {
        return false;
    }
    let night = said("night") || said("tonight");
    said("afternoon") || said("evening") || said("p") || night && hour > 5 || (1..=6).contains(&hour)
}
