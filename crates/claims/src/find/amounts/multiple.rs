//! 翻一番, doubled, twice as many, an hour and a half: words in which the number and its unit are one.

use super::hedge::hedge_before;
use crate::claim::{Change, Hedge, Kind, Value};
use crate::find::draft::{Draft, Found};
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, Numeral, What};
use crate::number::Number;
use crate::unit::Unit;

impl Finder<'_> {
    /// “doubled”, “twice as many”, “halved”; “double-decker” and “double room” are no figures.
    pub(in crate::find) fn multiple(&self, at: usize, times: u32, change: Change) -> Option<Found> {
        let scan = &self.scan;
        let word = scan.letters(at);
        let adjective = word.eq_ignore_ascii_case("double")
            || word.eq_ignore_ascii_case("triple")
            || word.eq_ignore_ascii_case("treble");
        let as_often = scan.is(at + 1, "as") && word.eq_ignore_ascii_case("twice");
        if as_often && matches!(scan.what(at + 2), What::Word(Case::Small) | What::Known(_)) {
            let mut draft = Draft::new(at, at + 3, Kind::Factor, Value::Number(Number::whole(2)));
            (draft.unit, draft.change) = (Some(Unit::Times), Some(change));
            return Some(Found::Figure(draft));
        }
        let bound = scan.is_sign(at + 1, '-') || scan.is_sign(at.wrapping_sub(1), '-') && scan.glued(at);
        let of_old = scan.is_among(
            at + 1,
            words![
                "the",
                "that",
                "last",
                "last year",
                "as",
                "what",
                "to",
                "from",
                "compared",
                "its",
                "on",
                "their",
                "his",
                "her",
                "our",
                "this",
            ],
        );
        if bound || adjective && !of_old || word.eq_ignore_ascii_case("twice") && !of_old {
            return None;
        }
        let value = if times == 0 { Number::fraction(1, 2)? } else { Number::whole(times) };
        // “half as much again”
        let again = times == 0
            && scan.is_among(at, words!["half as much", "half as many"])
            && scan.is(at + 1, "again");
        let value = if again { Number::fraction(3, 2)? } else { value };
        let mut draft = Draft::new(at, at + 1 + usize::from(again), Kind::Factor, Value::Number(value));
        (draft.unit, draft.change) = (Some(Unit::Times), Some(change));
        if let Some((hedge, first)) = hedge_before(scan, at, self.floor()) {
            (draft.hedge, draft.first) = (Some(hedge), first);
        }
        Some(Found::Figure(draft))
    }
}

/// 翻一番, 翻了两番, 翻番
pub(in crate::find) fn doubling(scan: &Scan, at: usize) -> Option<Found> {
    let mut here = at + 1;
    while scan.is_among(here, words!["了", "近", "将近", "约", "逾", "超过", "至少"]) {
        here += 1;
    }
    let (times, fan) = match scan.what(here) {
        What::Numeral(Numeral::Digit(times)) => (times, here + 1),
        What::Literal(literal) => (literal.value?.tiny()?, here + 1),
        What::Other | What::Known(Sense::Times) => (1, here),
        _ => return None,
    };
    // 翻倍 says no more than 翻番; 翻三倍 is read as a multiple.
    let twice = scan.is(fan, "倍") && here == fan;
    if !scan.is(fan, "番") && !twice || !(1..=9).contains(&times) {
        return None;
    }
    let mut draft = Draft::new(at, fan + 1, Kind::Factor, Value::Number(Number::whole(1 << times)));
    draft.unit = Some(Unit::Times);
    draft.change = Some(Change::Double);
    if let Some((hedge, first)) = hedge_before(scan, at, 0) {
        (draft.hedge, draft.first) = (Some(hedge), first);
    }
    if scan.is_among(here.wrapping_sub(1), words!["近", "将近"]) {
        draft.hedge = Some(Hedge::Nearly);
    }
    if let What::Known(Sense::Behind(hedge)) = scan.what(draft.next)
        && scan.glued(draft.next)
    {
        (draft.hedge, draft.next) = (Some(hedge), draft.next + 1);
    }
    Some(Found::Figure(draft))
}

/// 减半: half of it less, in one word; 减半征收 is a rule.
pub(in crate::find) fn halving(scan: &Scan, at: usize) -> Option<Draft> {
    let less = scan.what(at) == What::Numeral(Numeral::Half) && scan.glued(at);
    let less = less && scan.is_among(at.wrapping_sub(1), words!["减", "缩"]) && at > 0;
    if !less || scan.rest(at + 1).starts_with("征") || scan.rest(at + 1).starts_with('径') {
        return None;
    }
    let mut draft = Draft::new(at - 1, at + 1, Kind::Share, Value::Number(Number::fraction(1, 2)?));
    (draft.unit, draft.change) = (Some(Unit::Percent), Some(Change::Down));
    draft.step = Number::fraction(1, 100)?;
    Some(draft)
}

/// “an hour and a half”
pub(in crate::find) fn hour_and_a_half(scan: &Scan, at: usize) -> Option<Draft> {
    let unit = match scan.letters(at) {
        "an hour" | "An hour" => Unit::Hour,
        "a day" | "A day" => Unit::Day,
        "a week" | "A week" => Unit::Week,
        "a month" | "A month" => Unit::Month,
        "a year" | "A year" => Unit::Year,
        _ => return None,
    };
    if !(scan.is(at + 1, "and") && scan.is(at + 2, "a") && scan.is(at + 3, "half")) {
        return None;
    }
    let mut draft = Draft::new(at, at + 4, Kind::Count, Value::Number(Number::fraction(3, 2)?));
    (draft.unit, draft.digits) = (Some(unit), 2);
    draft.step = Number::fraction(1, 2)?;
    if let Some((hedge, first)) = hedge_before(scan, at, 0) {
        (draft.hedge, draft.first) = (Some(hedge), first);
    }
    Some(draft)
}

/// “every second visitor”, “every tenth came from abroad”: one of so many.
pub(in crate::find) fn every_so_many(scan: &Scan, at: usize, of: u32) -> Option<Draft> {
    // “a good tenth from abroad”
    if scan.is(at.wrapping_sub(1), "a good")
        && of > 2
        && !matches!(scan.sense(at + 1), Some(Sense::Noun(_) | Sense::Measure(_)))
    {
        let part = Number::fraction(1, i128::from(of))?;
        let mut draft = Draft::new(at - 1, at + 1, Kind::Share, Value::Number(part));
        (draft.unit, draft.hedge) = (Some(Unit::Percent), Some(Hedge::Over));
        draft.step = Number::fraction(1, 100)?;
        return Some(draft);
    }
    let every = at
        .checked_sub(1)
        .filter(|every| scan.is_among(*every, words!["every", "nearly every", "almost every"]))?;
    let people = matches!(scan.sense(at + 1), Some(Sense::Noun(unit)) if unit != Unit::Time && unit != Unit::Edition)
        || scan.is_among(
            at + 1,
            words!["came", "was", "is", "had", "has", "comes", "would", "wants", "one", "said", "says"],
        );
    if !people || of < 2 {
        return None;
    }
    let mut draft =
        Draft::new(every, at + 1, Kind::Share, Value::Number(Number::fraction(1, i128::from(of))?));
    (draft.unit, draft.step) = (Some(Unit::Percent), Number::fraction(1, 100)?);
    if let Some((hedge, first)) = hedge_before(scan, every, 0) {
        (draft.hedge, draft.first) = (Some(hedge), first);
    }
    Some(draft)
}

/// “between a third and a half”: from one part to another.
pub(in crate::find) fn between_parts(from: Quantity, to: Option<Quantity>) -> Option<Draft> {
    let to = to.filter(|to| to.style == Style::Fraction && from.style == Style::Fraction)?;
    let (low, high) = from.value.zip(to.value).filter(|(low, high)| low < high)?;
    let mut draft = Draft::new(from.first - 1, to.next, Kind::Share, Value::Range(low, high));
    (draft.unit, draft.step) = (Some(Unit::Percent), Number::fraction(1, 100)?);
    Some(draft)
}

/// “6 and a half”, 3个半 is read with its unit.
pub(in crate::find) fn with_half(scan: &Scan, quantity: Quantity) -> Quantity {
    let at = quantity.next;
    if !(scan.is(at, "and") && scan.is(at + 1, "a") && scan.sense(at + 2) == Some(Sense::Part(2))) {
        return quantity;
    }
    let value = quantity.value.zip(Number::fraction(1, 2)).and_then(|(value, half)| value.plus(half));
    match value {
        Some(value) => Quantity { next: at + 3, value: Some(value), ..quantity },
        None => quantity,
    }
}
