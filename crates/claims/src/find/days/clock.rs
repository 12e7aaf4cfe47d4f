//! Times of day and spans of them: 9:30, 上午9时30分, 下午2点, 7 p.m., 9 a.m. to 5 p.m. Hours in words are in the files of their languages.

use super::clock_en;
use super::clock_zh;
use crate::calendar::Clock;
use crate::claim::{Hedge, Kind, Value};
use crate::find::amounts::spelled_zh;
use crate::find::draft::Draft;
use crate::find::tokens::cues::words;
use crate::find::tokens::literal::Form;
use crate::find::tokens::scan::{Reading, Scan};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Numeral, What};

/// A time, how it was given, and the token behind it.
#[derive(Clone, Copy)]
pub(in crate::find) struct Time {
    pub(in crate::find) hour: u8,
    pub(in crate::find) minute: u8,
    /// Whether a word said morning or afternoon.
    pub(in crate::find) half: Half,
    pub(in crate::find) next: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::find) enum Half {
    Unsaid,
    Said,
}

/// A time or a span of times that begins here: with a colon, 时, 点, a.m. or p.m. behind digits, or 时 and 点 behind numerals.
pub(in crate::find) fn read(scan: &Scan, at: usize) -> Option<Draft> {
    if let Some(hours) =
        matches!(scan.what(at), What::Literal(_)).then(|| clock_en::shop_hours(scan, at)).flatten()
    {
        return Some(hours);
    }
    if let Some(hours) = clock_en::bound_hours(scan, at) {
        return Some(hours);
    }
    let from = time(scan, at).or_else(|| plain_start(scan, at))?;
    let part_of_day = matches!(scan.before(at, 1), What::Known(Sense::DayPart(_))) && scan.glued(at);
    let first = if part_of_day { at - 1 } else { at };
    let joined = scan.is_among(from.next, words!["to", "until", "and"])
        || scan.is_among(from.next, words!["—", "–", "-", "~", "～", "至", "到", "－", "―"]);
    let between = !scan.is(from.next, "and") || scan.is(first.wrapping_sub(1), "between");
    let mut behind = from.next + 1;
    if joined && !scan.glued(behind) && scan.is_among(behind, words!["—", "-"]) {
        behind += 1;
    }
    while matches!(scan.sense(behind), Some(Sense::DayPart(_)))
        || scan.is_among(behind, words!["—", "次日", "当日"])
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
                && (from.hour + 12, from.minute) < (to.hour, to.minute);
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
        || scan.is_among(at + 1, words!["–", "-", "—"]);
    if !plain || !joins {
        return None;
    }
    // “1.30–4 p.m.”
    let (hour, minute) = match literal.places {
        0 => (literal.value?.tiny()?, 0),
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
        What::Numeral(_) => return clock_zh::time(scan, at, add),
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
        let value = literal.value?.times(crate::number::Number::whole(100))?.small()?;
        let (hour, minute) = (u8::try_from(value / 100).ok()?, u8::try_from(value % 100).ok()?);
        (1..=12).contains(&hour).then_some(())?;
        Clock::new(hour, minute)?;
        return Some(Time { hour: shifted(hour, shift), minute, half, next });
    }
    if literal.places != 0 {
        return opening(scan, at);
    }
    clock_zh::time(scan, at, add)
}

/// “Doors open at 9.00”: with a full stop, where something opens, closes or begins.
fn opening(scan: &Scan, at: usize) -> Option<Time> {
    let (hour, minute) = scan.letters(at).split_once('.')?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    // “Interest starts at 4.15%”
    if matches!(
        scan.sense(at + 1),
        Some(Sense::Percent | Sense::Point | Sense::Times | Sense::Money(_) | Sense::Power(_))
    ) {
        return None;
    }
    let clause_ends = scan.ends_clause(at + 1) || scan.tokens.len() == at + 1;
    let starts = scan
        .is_among(at.wrapping_sub(2), words!["start", "starts", "begin", "begins", "end", "ends", "time"])
        && matches!(scan.what(at - 1), What::Sign(':' | '：'));
    // “Evensong is at 5.30.”, “11.15 instead of 10.30”
    let service = scan.is(at.wrapping_sub(1), "at")
        && scan
            .is_among(at.wrapping_sub(2), words!["is", "are", "meet", "meets", "leaves", "leave", "sails"]);
    // “kicks off at 9.30 on Saturday”
    let weekday = scan.is(at + 1, "on")
        && scan.is_among(
            at + 2,
            words!["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        )
        || scan.is_among(at + 1, words!["daily", "sharp"]);
    let kicks = (at.saturating_sub(4)..at).any(|at| {
        scan.is_among(at, words!["kicks", "kick", "off", "leaves", "arrives", "sails", "final", "meets"])
    });
    if scan.is_among(at.wrapping_sub(1), words!["at", "from", "until", "till"])
        && (weekday || kicks && clause_ends)
        && hour > 0
        && hour < 24
        && minute < 60
    {
        return Clock::new(hour, minute).map(|_| Time { hour, minute, half: Half::Unsaid, next: at + 1 });
    }
    // “The 6.15 from Elmstead Junction”
    let train = scan.is(at.wrapping_sub(1), "the")
        && scan.is_among(at + 1, words!["from", "to", "train", "bus", "ferry"])
        && hour > 0
        && hour < 24
        && minute < 60;
    if train {
        return Clock::new(hour, minute).map(|_| Time { hour, minute, half: Half::Unsaid, next: at + 1 });
    }
    let instead = scan.is(at.wrapping_sub(1), "of")
        && scan.is(at.wrapping_sub(2), "instead")
        && matches!(scan.before(at, 3), What::Literal(literal) if literal.places == 2);
    let moved = scan.is(at + 1, "instead")
        && scan.is(at + 2, "of")
        && matches!(scan.what(at + 3), What::Literal(literal) if literal.places == 2);
    // “between 7.30 and 9.30 in the morning”
    let other = |at: usize| matches!(scan.what(at), What::Literal(literal) if literal.places == 2 && literal.whole <= 2);
    let of_day = |at: usize| {
        scan.is(at, "in")
            && scan.is(at + 1, "the")
            && scan.is_among(at + 2, words!["morning", "afternoon", "evening"])
    };
    let joins = |at: usize| {
        scan.is_among(at, words!["and", "to", "until"]) || matches!(scan.what(at), What::Sign('–' | '-'))
    };
    let day = if of_day(at + 1) {
        Some(at + 3)
    } else if joins(at + 1) && other(at + 2) && of_day(at + 3) {
        Some(at + 5)
    } else {
        None
    };
    if let Some(part) = day.filter(|_| minute < 60 && hour > 0 && hour <= 12) {
        let hour = if scan.is(part, "morning") || hour == 12 { hour } else { hour + 12 };
        return Clock::new(hour, minute).map(|_| Time { hour, minute, half: Half::Unsaid, next: at + 1 });
    }
    // “10.40 The second contract”: the times of a ticker open its lines.
    let goes_on = at > 0 && scan.is_sign(at + 1, ':') && scan.ends_sentence(at - 1);
    let ticks = (at == 0 || goes_on || scan.what(at - 1) == What::Line)
        && matches!(
            scan.what(at + 1),
            What::Word(crate::find::tokens::token::Case::Capital) | What::Sign('–' | '—' | ':' | '|')
        )
        && scan.letters(at).len() > 3;
    if ticks && hour < 24 && minute < 60 {
        return Clock::new(hour, minute).map(|_| Time { hour, minute, half: Half::Unsaid, next: at + 1 });
    }
    let said = service && clause_ends || starts && (clause_ends || moved) || instead && clause_ends;
    if said && minute % 5 == 0 && hour > 0 && hour < 24 {
        let hour = if hour <= 6 { hour + 12 } else { hour };
        return Clock::new(hour, minute).map(|_| Time { hour, minute, half: Half::Unsaid, next: at + 1 });
    }
    let opens = (at.saturating_sub(8)..at).any(|at| {
        scan.is_among(
            at,
            words![
                "open", "opens", "close", "closes", "start", "starts", "begin", "begins", "doors", "gates",
                "opened",
            ],
        )
    });
    let at_hour = scan.is_among(at.wrapping_sub(1), words!["at", "from", "until", "till", "before"]);
    (opens && at_hour && minute % 5 == 0 && Clock::new(hour, minute).is_some()).then_some(Time {
        hour,
        minute,
        half: Half::Unsaid,
        next: at + 1,
    })
}

pub(in crate::find) fn small(scan: &Scan, at: usize) -> Option<(u8, usize)> {
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
    Some((value.tiny()?, next))
}

pub(in crate::find) fn shifted(hour: u8, add: Option<u8>) -> u8 {
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
