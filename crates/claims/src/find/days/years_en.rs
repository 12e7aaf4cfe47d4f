//! English years and their quarters: “in 2021”, “between 2018 and 2022”, “the first quarter of 2022”, “H1 2022”.

use super::calendar_en::referred;
use super::calendar_en::{joins, span, year_at};
use crate::calendar::days_in;
use crate::claim::{Kind, Value};
use crate::find::draft::{Draft, Found};
use crate::find::tokens::cues::words;
use crate::find::tokens::literal::Form;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::number::Number;

/// A year: “in 2021”, “2018–2020”, “between 2018 and 2022”. One in a name is no figure; nothing when it may be a number.
pub(in crate::find) fn year(scan: &Scan, at: usize) -> Option<Found> {
    let year = year_at(scan, at).filter(|year| (earliest(scan, at)..=2100).contains(year))?;
    if crate::find::counted::nouns::in_chinese(scan, at, at + 1) {
        return None;
    }
    let counted = matches!(
        scan.sense(at + 1),
        Some(
            Sense::Noun(_)
                | Sense::Measure(_)
                | Sense::Power(_)
                | Sense::Percent
                | Sense::Money(_)
                | Sense::Behind(_)
                | Sense::Point
                | Sense::Times
        )
    );
    let before = at.wrapping_sub(1);
    // “the previous 2017 edition”: its name.
    if matches!(scan.sense(at + 1), Some(Sense::Noun(crate::unit::Unit::Edition))) {
        return Some(Found::Skip(at + 1));
    }
    // “6.4% larger than 2011”: than what that year brought.
    let than = scan.letters(before).ends_with(" than")
        && matches!(scan.sense(before.wrapping_sub(1)), Some(Sense::Percent))
        && (scan.ends_clause(at + 1) || at + 1 == scan.tokens.len());
    let amount = matches!(
        scan.what(before),
        What::Sign('$' | '€' | '£' | '¥' | '￥' | '~' | '>' | '<')
            | What::Known(Sense::Hedge(_) | Sense::Money(_))
    ) && !than
        && !scan.is_among(before, words!["around", "about"]);
    // “the Northside 2012 Awards Night”
    let capital = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    if counted && !amount && capital(at + 1) && matches!(scan.what(before), What::Word(Case::Capital)) {
        return Some(Found::Skip(at + 1));
    }
    if counted && !scan.is_among(before, words!["the", "in"]) || amount {
        return None;
    }
    if counted && scan.is(before, "in") {
        return None;
    }
    let joined = joins(scan, at + 1).then(|| year_at(scan, at + 2)).flatten().filter(|to| *to > year);
    let between = scan.is(before, "between") || scan.is(before, "from") || !scan.is(at + 1, "and");
    if let Some(to) = joined
        && between
    {
        let first = if scan.is(before, "between") { before } else { at };
        return Some(Found::Figure(span(scan, first, at + 3, (Some(year), 1, 1), (Some(to), 12, 31))));
    }
    let next_capital = matches!(scan.what(at + 1), What::Word(Case::Capital)) && !scan.is_sign(at + 1, '.');
    let named_before = matches!(scan.what(before), What::Word(Case::Capital))
        && before > 0
        && !scan.ends_sentence(before.wrapping_sub(1));
    let preposition = scan.is_among(
        before,
        words![
            "in", "since", "by", "until", "from", "of", "than", "to", "before", "after", "through", "till",
            "year", "during", "late", "early", "mid", "is", "was", "for", "around", "about", "and",
            "year was", "end-", "over",
        ],
    );
    // “2023 sees 71 new unicorns”
    let opens = at == 0 || scan.ends_sentence(before);
    let subject = opens
        && scan.is_among(
            at + 1,
            words!["sees", "saw", "was", "brought", "brings", "marks", "marked", "began", "ended", "has"],
        );
    let preposition = preposition
        || than
        || subject
        || matches!(scan.sense(before), Some(Sense::AsOf))
        || scan.is(at + 1, "as") && (at + 2..at + 5).any(|at| scan.is(at, "base"));
    let article = scan.is_among(before, words!["the", "its", "our", "this", "their"]);
    // “the 2023 (China) Commodity Fair”, what a name goes on with.
    let upper = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    let bracket = (at + 2..at + 6).find(|at| scan.is_sign(*at, ')'));
    if article && scan.is_sign(at + 1, '(') && bracket.is_some_and(|end| upper(end + 1)) {
        return Some(Found::Skip(at + 1));
    }
    if article && !scan.ends_clause(at + 1)
        || next_capital && !preposition
        || named_before && !preposition
        || next_capital && scan.is_among(before, words!["of", "for", "is", "was", "from", "and", "to"])
    {
        return Some(Found::Skip(at + 1));
    }
    // “Revenue 2022: US$38.4m”
    let heading = scan.is_sign(at + 1, ':')
        && matches!(
            scan.sense(before),
            Some(Sense::Amount | Sense::Noun(_) | Sense::Stage(_) | Sense::Level)
        );
    if !(preposition
        || heading
        || article
        || scan.ends_clause(before) && scan.ends_clause(at + 1)
        || scan.ends_clause(at + 1) && matches!(scan.what(before), What::Word(_)))
    {
        return if next_capital || !scan.ends_clause(before) { Some(Found::Skip(at + 1)) } else { None };
    }
    let mut draft = Draft::new(at, at + 1, Kind::Year, Value::Number(Number::whole(u32::from(year))));
    draft.digits = 4;
    Some(Found::Figure(referred(scan, draft)))
}

/// “the first quarter of 2022”, “the second half of 2021”, “the first quarter”.
pub(in crate::find) fn quarter(scan: &Scan, at: usize, of: u32) -> Option<Draft> {
    if of == 1
        && let Some(found) = first_months(scan, at)
    {
        return Some(found);
    }
    let Some(Sense::Part(part)) = scan.sense(at + 1) else { return None };
    let year = usize::from(scan.is(at + 2, "of"));
    let year = year_at(scan, at + 2 + year).map(|found| (found, at + 3 + year));
    let of = u8::try_from(of).ok()?;
    let (first, last) = match part {
        4 if of <= 4 => (of * 3 - 2, of * 3),
        // “the first half” may be of anything; only with its year is it one of a year.
        2 if of <= 2 && year.is_some() => (of * 6 - 5, of * 6),
        _ => return None,
    };
    let (year, next) = year.map_or((None, at + 2), |(year, next)| (Some(year), next));
    Some(span(scan, at, next, (year, first, 1), (year, last, days_in(year, last))))
}

/// “the first three quarters of 2023”: from the first of January on.
fn first_months(scan: &Scan, at: usize) -> Option<Draft> {
    let count: u8 = match scan.what(at + 1) {
        What::Known(Sense::Small(count)) => u8::try_from(count).ok()?,
        What::Literal(literal) if literal.form == Form::Plain && literal.places == 0 => {
            literal.value?.tiny()?
        }
        _ => return None,
    };
    let of = usize::from(scan.is(at + 3, "of"));
    let year = year_at(scan, at + 3 + of).map(|found| (found, at + 4 + of));
    // “the first five months” are counted as months.
    let last = match scan.sense(at + 2)? {
        Sense::Part(4) if count <= 3 => count * 3,
        _ => return None,
    };
    let (year, next) = year.map_or((None, at + 3), |(year, next)| (Some(year), next));
    (count > 1).then(|| span(scan, at, next, (year, 1, 1), (year, last, days_in(year, last))))
}

/// “Q1 2022”, “H1 2022”
pub(in crate::find) fn quarter_code(scan: &Scan, at: usize) -> Option<Draft> {
    // “Q4’23”
    let short = || {
        let What::Literal(literal) = scan.what(at + 2) else { return None };
        let glued = scan.glued(at + 1) && scan.glued(at + 2) && literal.whole == 2 && literal.places == 0;
        let quoted = matches!(scan.what(at + 1), What::Sign('’' | '\'')) && glued;
        literal.value.filter(|_| quoted)?.small().map(|year| 2000 + year)
    };
    if let Some(year) = short() {
        return coded(scan, at, Some(year), at + 3);
    }
    let year = year_at(scan, at + 1);
    if year.is_none() && !scan.letters(at).starts_with('Q') {
        return None;
    }
    coded(scan, at, year, if year.is_some() { at + 2 } else { at + 1 })
}

/// The quarter or half year that a code names.
fn coded(scan: &Scan, at: usize, year: Option<u16>, next: usize) -> Option<Draft> {
    let (first, last) = match scan.letters(at) {
        "Q1" => (1, 3),
        "Q2" => (4, 6),
        "Q3" => (7, 9),
        "Q4" => (10, 12),
        "H1" => (1, 6),
        "H2" => (7, 12),
        _ => return None,
    };
    Some(span(scan, at, next, (year, first, 1), (year, last, days_in(year, last))))
}

/// “dug out by hand in 1868, …”: where nothing but a year can stand, it may be one of long ago.
fn earliest(scan: &Scan, at: usize) -> u16 {
    let led = scan.is_among(at.wrapping_sub(1), words!["in", "since", "from", "until"]);
    if led && scan.ends_clause(at + 1) { 1800 } else { 1900 }
}
