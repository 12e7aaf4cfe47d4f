//! Times of day and spans of them: 9:30, 上午9时30分, 下午2点, 七点半, 7 p.m., half past seven, 9 a.m. to 5 p.m.

use super::draft::Draft;
use super::literal::Form;
use super::scan::{Quantity, Reading, Scan};
use super::sense::Sense;
use super::spelled_zh;
use super::token::{Numeral, What};
use crate::calendar::Clock;
use crate::claim::{Hedge, Kind, Value};

/// A time, how it was given, and the token behind it.
#[derive(Clone, Copy)]
struct Time {
    hour: u8,
    minute: u8,
    /// Whether a word said morning or afternoon.
    half: Half,
    next: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Unsaid,
    Said,
}

/// What begins with digits: with a colon, 时, 点, a.m. or p.m.
pub(super) fn digits(scan: &Scan, at: usize) -> Option<Draft> {
    read(scan, at)
}

/// What begins with Chinese numerals: 七点半, 上午九时.
pub(super) fn spelled(scan: &Scan, at: usize) -> Option<Draft> {
    read(scan, at)
}

/// “today 10 to 5”, “open 9 to 5”: hours without a sign, which fall and so go into the afternoon.
fn shop_hours(scan: &Scan, at: usize) -> Option<Draft> {
    let hour = |at: usize| match scan.what(at) {
        What::Literal(literal)
            if literal.form == Form::Plain && literal.places == 0 && literal.whole <= 2 =>
        {
            literal.value?.to_string().parse::<u8>().ok().filter(|hour| (1..=12).contains(hour))
        }
        _ => None,
    };
    let joins = scan.is(at + 1, "to") || matches!(scan.what(at + 1), What::Sign('-' | '–'));
    if !joins {
        return None;
    }
    let cue = scan.is_any(
        at.wrapping_sub(1),
        &[
            "today",
            "tomorrow",
            "daily",
            "open",
            "opens",
            "weekdays",
            "weekends",
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
    if !cue {
        return None;
    }
    let (from, to) = hour(at).zip(hour(at + 2)).filter(|(from, to)| from > to && *to < 8)?;
    let hours = Clock::new(from, 0).zip(Clock::new(to + 12, 0)).filter(|_| scan.ends_clause(at + 3))?;
    Some(Draft::new(at, at + 3, Kind::Time, Value::Hours(hours.0, hours.1)))
}

fn read(scan: &Scan, at: usize) -> Option<Draft> {
    if let Some(hours) = matches!(scan.what(at), What::Literal(_)).then(|| shop_hours(scan, at)).flatten() {
        return Some(hours);
    }
    let from = time(scan, at).or_else(|| plain_start(scan, at))?;
    let part_of_day = matches!(scan.before(at, 1), What::Known(Sense::DayPart(_))) && scan.glued(at);
    let first = if part_of_day { at - 1 } else { at };
    let joined = scan.is_any(from.next, &["to", "until", "and"])
        || matches!(scan.letters(from.next), "—" | "–" | "-" | "~" | "～" | "至" | "到" | "－" | "―");
    let between = !scan.is(from.next, "and") || scan.is(first.wrapping_sub(1), "between");
    let mut behind = from.next + 1;
    if joined && !scan.glued(behind) && matches!(scan.letters(behind), "—" | "-") {
        behind += 1;
    }
    while matches!(scan.sense(behind), Some(Sense::DayPart(_)))
        || matches!(scan.letters(behind), "—" | "次日" | "当日")
    {
        behind += 1;
    }
    let to = (joined && between).then(|| time(scan, behind)).flatten();
    let draft = match to {
        Some(to) => {
            let afternoon = from.half == Half::Unsaid
                && to.half == Half::Said
                && from.hour < 12
                && to.hour > 12
                && from.hour + 12 < to.hour;
            let morning_only = from.hour + 12 <= to.hour;
            let hour = if afternoon && morning_only { from.hour + 12 } else { from.hour };
            let hours = Clock::new(hour, from.minute).zip(Clock::new(to.hour, to.minute))?;
            Draft::new(first, to.next, Kind::Time, Value::Hours(hours.0, hours.1))
        }
        None if from.next > at => {
            Draft::new(first, from.next, Kind::Time, Value::Time(Clock::new(from.hour, from.minute)?))
        }
        None => return None,
    };
    // A number before “to 5 p.m.” was no time when nothing followed.
    if to.is_none() && plain_start(scan, at).is_some() && time(scan, at).is_none() {
        return None;
    }
    Some(hedged(scan, draft))
}

fn hedged(scan: &Scan, mut draft: Draft) -> Draft {
    if let Some(Sense::Behind(Hedge::About)) = scan.sense(draft.next)
        && scan.glued(draft.next)
    {
        (draft.hedge, draft.next) = (Some(Hedge::About), draft.next + 1);
    }
    let before = draft.first.wrapping_sub(1);
    if let Some(Sense::Hedge(hedge @ (Hedge::About | Hedge::Nearly))) = scan.sense(before) {
        (draft.hedge, draft.first) = (Some(hedge), before);
    }
    draft
}

/// “2 to 4 p.m.”: the first has no sign of its own.
fn plain_start(scan: &Scan, at: usize) -> Option<Time> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let plain = literal.form == Form::Plain && literal.whole <= 2;
    let joins = scan.is(at + 1, "to")
        || scan.is(at + 1, "and") && scan.is(at.wrapping_sub(1), "between")
        || matches!(scan.letters(at + 1), "–" | "-" | "—");
    if !plain || !joins {
        return None;
    }
    // “1.30–4 p.m.”
    let (hour, minute) = match literal.places {
        0 => (literal.value?.to_string().parse().ok()?, 0),
        2 => {
            let (hour, minute) = scan.letters(at).split_once('.')?;
            (hour.parse().ok()?, minute.parse().ok().filter(|minute| *minute < 60)?)
        }
        _ => return None,
    };
    let to =
        time(scan, at + 2).filter(|to| to.half == Half::Said && !scan.is_chinese(to.next.wrapping_sub(1)))?;
    (hour <= 12 && to.hour <= 24).then_some(Time { hour, minute, half: Half::Unsaid, next: at + 1 })
}

fn time(scan: &Scan, at: usize) -> Option<Time> {
    let add = match scan.before(at, 1) {
        What::Known(Sense::DayPart(add)) if scan.glued(at) => Some(add),
        _ => None,
    };
    let (hour, minute, next) = match scan.what(at) {
        What::Literal(literal) => match literal.form {
            Form::Clock(hour, minute) => (hour, minute, at + 1),
            Form::Plain => return plain(scan, at, add),
            _ => return None,
        },
        What::Numeral(_) => return chinese(scan, at, at, add),
        _ => return None,
    };
    let (half, shift, next) = meridiem(scan, next);
    let said = half == Half::Said || add.is_some();
    Clock::new(hour, minute)?;
    let hour = shifted(hour, shift.or(add));
    Some(Time { hour, minute, half: if said { Half::Said } else { Half::Unsaid }, next })
}

/// Digits with 时, 点, a.m. or p.m. behind; 9.30 with a.m. or p.m.
fn plain(scan: &Scan, at: usize, add: Option<u8>) -> Option<Time> {
    let What::Literal(literal) = scan.what(at) else { return None };
    if literal.whole > 2 || literal.grouped || literal.places != 0 && literal.places != 2 {
        return None;
    }
    let (half, shift, next) = meridiem(scan, at + 1);
    if half == Half::Said {
        let text = literal.value?.times(crate::number::Number::whole(100))?.to_string();
        let value: u16 = text.parse().ok()?;
        let (hour, minute) = (u8::try_from(value / 100).ok()?, u8::try_from(value % 100).ok()?);
        (1..=12).contains(&hour).then_some(())?;
        Clock::new(hour, minute)?;
        return Some(Time { hour: shifted(hour, shift), minute, half, next });
    }
    if literal.places != 0 {
        return opening(scan, at);
    }
    chinese(scan, at, at, add)
}

/// “Doors open at 9.00”: with a full stop, where something opens, closes or begins.
fn opening(scan: &Scan, at: usize) -> Option<Time> {
    let (hour, minute) = scan.letters(at).split_once('.')?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    let clause_ends = scan.ends_clause(at + 1) || scan.tokens.len() == at + 1;
    let starts = scan
        .is_any(at.wrapping_sub(2), &["start", "starts", "begin", "begins", "end", "ends", "time"])
        && matches!(scan.what(at - 1), What::Sign(':' | '：'));
    // “Evensong is at 5.30.”, “11.15 instead of 10.30”
    let service = scan.is(at.wrapping_sub(1), "at")
        && scan.is_any(at.wrapping_sub(2), &["is", "are", "meet", "meets", "leaves", "leave", "sails"]);
    let instead = scan.is(at.wrapping_sub(1), "of")
        && scan.is(at.wrapping_sub(2), "instead")
        && matches!(scan.before(at, 3), What::Literal(literal) if literal.places == 2);
    let moved = scan.is(at + 1, "instead")
        && scan.is(at + 2, "of")
        && matches!(scan.what(at + 3), What::Literal(literal) if literal.places == 2);
    let said = service && clause_ends || starts && (clause_ends || moved) || instead && clause_ends;
    if said && minute % 5 == 0 && hour > 0 && hour < 24 {
        let hour = if hour <= 6 { hour + 12 } else { hour };
        return Clock::new(hour, minute).map(|_| Time { hour, minute, half: Half::Unsaid, next: at + 1 });
    }
    let opens = (at.saturating_sub(8)..at).any(|at| {
        scan.is_any(
            at,
            &[
                "open", "opens", "close", "closes", "start", "starts", "begin", "begins", "doors", "gates",
                "opened",
            ],
        )
    });
    let at_hour = scan.is_any(at.wrapping_sub(1), &["at", "from", "until", "till", "before"]);
    (opens && at_hour && minute % 5 == 0 && Clock::new(hour, minute).is_some()).then_some(Time {
        hour,
        minute,
        half: Half::Unsaid,
        next: at + 1,
    })
}

/// 9时30分, 2点, 7点半, 20时整
fn chinese(scan: &Scan, at: usize, _from: usize, add: Option<u8>) -> Option<Time> {
    // The hour of 六点四十 is no 6.4.
    let (hour, next) = spoken(scan, at)
        .filter(|(_, next)| scan.letters(*next) == "点")
        .filter(|(_, next)| !is_score(scan, next + 1))
        .or_else(|| small(scan, at))?;
    let mark = scan.letters(next);
    let hour_mark = matches!(mark, "时" | "点" | "点钟") || mark == "点整";
    if hour > 24 || !hour_mark || !scan.glued(next) {
        return None;
    }
    // 两点 may be two points; a time has its part of the day, its minutes, or digits before it.
    let digits = matches!(scan.what(at), What::Literal(_));
    let mut behind = next + 1;
    let mut minute = 0;
    if scan.what(behind) == What::Numeral(Numeral::Half) && scan.glued(behind) {
        (minute, behind) = (30, behind + 1);
    } else if let Some((minutes, after)) = small(scan, behind).filter(|_| scan.glued(behind))
        && minutes < 60
        && matches!(scan.letters(after), "分" | "刻")
    {
        minute = if scan.letters(after) == "刻" { minutes * 15 % 60 } else { minutes };
        behind = after + 1;
    } else if let Some((minutes, after)) = spoken_minutes(scan, at, behind).filter(|_| mark == "点") {
        (minute, behind) = (minutes, after);
    } else if matches!(scan.letters(behind), "整" | "钟" | "许") && scan.glued(behind) {
        behind += 1;
    }
    let certain = add.is_some() || behind > next + 1 || digits || mark == "时" && hour > 0;
    let counted = mark == "点"
        && digits
        && add.is_none()
        && behind == next + 1
        && scan.rest(behind).starts_with(['建', '要', '意', '共', '体', '看']);
    if !certain || counted {
        return None;
    }
    let half = if add.is_some() { Half::Said } else { Half::Unsaid };
    Some(Time { hour: shifted(hour, add), minute, half, next: behind })
}

/// 六点四十, 八点零五: minutes as they are spoken, without 分; 六点四亿 and 八点五 are numbers with a point.
fn spoken_minutes(scan: &Scan, hour: usize, at: usize) -> Option<(u8, usize)> {
    let (minutes, end) = spoken(scan, at).filter(|_| matches!(scan.what(hour), What::Numeral(_)))?;
    let long = end - at > 1 || minutes == 10;
    let measured = matches!(
        scan.sense(end),
        Some(Sense::Classifier(_) | Sense::Measure(_) | Sense::Money(_) | Sense::Times | Sense::Percent)
    );
    (long && minutes < 60 && scan.glued(at) && (!measured || scan.rest(end).starts_with("列队")))
        .then_some((minutes, end))
}

/// 六点四分: a score; as minutes it would be 零四分.
fn is_score(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at), What::Numeral(Numeral::Digit(1..))) && scan.letters(at + 1) == "分"
}

/// A numeral below a hundred, without a point behind it.
fn spoken(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    let spelled =
        |next: usize| matches!(scan.what(next), What::Numeral(_)) && (next == at || scan.glued(next));
    let end = (at..at + 4).find(|at| !spelled(*at))?;
    let digit = |at: usize| match scan.what(at) {
        What::Numeral(Numeral::Digit(digit)) => Some(digit),
        _ => None,
    };
    let ten = |at: usize| scan.what(at) == What::Numeral(Numeral::Power(1));
    let value = match end - at {
        1 if ten(at) => 10,
        1 => digit(at)?,
        2 if ten(at) => 10 + digit(at + 1)?,
        2 if ten(at + 1) => 10 * digit(at)?,
        2 if digit(at) == Some(0) => digit(at + 1)?,
        3 if ten(at + 1) => 10 * digit(at)? + digit(at + 2)?,
        _ => return None,
    };
    Some((value, end))
}

fn small(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    let (value, next) = match scan.what(at) {
        What::Literal(literal) if literal.places == 0 && literal.form == Form::Plain => {
            (literal.value?, at + 1)
        }
        What::Numeral(Numeral::Digit(_) | Numeral::Power(1)) => {
            let Reading::Number(quantity) = spelled_zh::read(scan, at)? else { return None };
            (quantity.value?, quantity.next)
        }
        _ => return None,
    };
    value.to_string().parse().ok().map(|value| (value, next))
}

fn shifted(hour: u8, add: Option<u8>) -> u8 {
    match add {
        Some(12) if hour < 12 => hour + 12,
        Some(24) if hour == 12 => 0,
        _ => hour,
    }
}

/// a.m., pm, and the hours they add; 24 says that 12 is midnight.
fn meridiem(scan: &Scan, at: usize) -> (Half, Option<u8>, usize) {
    let word = scan.letters(at);
    let whole = |shift| (Half::Said, Some(shift), at + 1);
    if word.eq_ignore_ascii_case("am") {
        return whole(24);
    }
    if word.eq_ignore_ascii_case("pm") {
        return whole(12);
    }
    let dotted =
        scan.is_sign(at + 1, '.') && scan.glued(at + 1) && scan.is(at + 2, "m") && scan.glued(at + 2);
    let end = if scan.is_sign(at + 3, '.') && scan.glued(at + 3) { at + 4 } else { at + 3 };
    match word {
        "a" | "A" if dotted => (Half::Said, Some(24), end),
        "p" | "P" if dotted => (Half::Said, Some(12), end),
        _ => (Half::Unsaid, None, at),
    }
}

/// “half past seven”, “a quarter to nine”; in the afternoon only when the text says so.
pub(super) fn half_past(scan: &Scan, at: usize) -> Option<Draft> {
    let Some(Sense::Part(part)) = scan.sense(at) else { return None };
    let (behind, before) = (scan.is(at + 1, "past"), scan.is(at + 1, "to"));
    let minutes = if part == 2 { 30 } else { 15 };
    if !behind && !before {
        return None;
    }
    let hour = match scan.what(at + 2) {
        What::Known(Sense::Small(hour @ 1..=12)) => hour,
        What::Literal(literal) => {
            literal.value?.to_string().parse().ok().filter(|hour| (1..=12).contains(hour))?
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
pub(super) fn words_to_words(scan: &Scan, first: usize) -> Option<Draft> {
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
    if !scan.is_any(at, &["to", "until", "till"]) {
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
pub(super) fn in_words(scan: &Scan, quantity: Quantity, late: bool) -> Option<Draft> {
    let number = |value: Option<crate::number::Number>| value?.to_string().parse::<u8>().ok();
    let at = quantity.next;
    let part = usize::from(scan.is_any(at, &["this", "tomorrow"]))
        + 2 * usize::from(scan.is(at, "in") && scan.is(at + 1, "the"));
    let evening = part > 0 && scan.is_any(at + part, &["evening", "afternoon"]) || scan.is(at, "tonight");
    let morning = part > 0 && scan.is(at + part, "morning");
    let said = scan.is_any(
        quantity.first.wrapping_sub(1),
        &["at", "by", "until", "till", "from", "before", "after", "around"],
    );
    if said && (evening || morning) {
        let hour = number(quantity.value).filter(|hour| (1..=12).contains(hour))?;
        let hour = if evening && hour < 12 { hour + 12 } else { hour };
        return Some(Draft::new(quantity.first, at, Kind::Time, Value::Time(Clock::new(hour % 24, 0)?)));
    }
    let word = usize::from(scan.is_any(at, &["minutes", "minute"]));
    let behind_hour = scan.is(at + word, "past");
    if !behind_hour && (word == 0 || !scan.is(at + word, "to")) {
        return None;
    }
    let behind = at + word + 1;
    let What::Known(Sense::Small(hour @ 1..=12)) = scan.what(behind) else { return None };
    let (hour, minute) =
        (u8::try_from(hour).ok()?, number(quantity.value).filter(|minute| *minute < 60 && *minute > 0)?);
    let (hour, minute) = if behind_hour { (hour, minute) } else { (hour.checked_sub(1)?, 60 - minute) };
    let hour = u8::from((late || afternoon(scan, behind + 1, hour)) && hour < 12) * 12 + hour;
    Some(Draft::new(quantity.first, behind + 1, Kind::Time, Value::Time(Clock::new(hour % 24, minute)?)))
}

/// “seven o’clock”
pub(super) fn o_clock(scan: &Scan, quantity: Quantity) -> Option<Draft> {
    let at = quantity.next;
    if !(scan.is(at, "o") && scan.is(at + 2, "clock")) {
        return None;
    }
    let hour: u8 = quantity.value?.to_string().parse().ok().filter(|hour| (1..=12).contains(hour))?;
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
