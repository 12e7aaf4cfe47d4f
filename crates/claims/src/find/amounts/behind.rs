//! What stands behind a number: its unit with the hedges around it, and the half that some units add.

use super::hedge_behind::{Place, tail};
use super::measured::{repeated, unit};
use crate::claim::Hedge;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::{Class, Sense};
use crate::find::tokens::token::{Case, Numeral, What};
use crate::find::tokens::words::WORDS;
use crate::unit::{Currency, Unit};

/// What was read behind a number.
#[derive(Clone, Copy)]
pub(in crate::find) struct Behind {
    pub(in crate::find) what: Of,
    pub(in crate::find) hedge: Option<Hedge>,
    /// Half of the unit more: 两个半小时.
    pub(in crate::find) half: bool,
    pub(in crate::find) next: usize,
}

/// What a number is of, by what stands directly behind it.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::find) enum Of {
    Money(Currency),
    Percent,
    Permille,
    Tenths,
    Point,
    BasisPoint,
    Times,
    Measure(Unit),
    Noun(Unit),
    Classified(Class),
    Score,
    Nothing,
}

/// What stands behind a number.
pub(in crate::find) fn behind(scan: &Scan, quantity: &Quantity) -> Behind {
    let mut at = quantity.next;
    let mut hedge = None;
    let chinese = scan.is_chinese(at) || scan.is_chinese(quantity.first);
    if quantity.style == Style::Half {
        return half_of(scan, quantity);
    }
    // 20多个, 五十来人, “150-odd”, “370+”
    if let Some((found, next)) = tail(scan, at, Place::BeforeUnit) {
        (hedge, at) = (Some(found), next);
    } else if scan.is(at, "来")
        && scan.glued(at)
        && (quantity.style == Style::Words || quantity.style == Style::Digits && quantity.power == 0)
        && matches!(scan.sense(at + 1), Some(Sense::Classifier(_) | Sense::Measure(_)))
    {
        (hedge, at) = (Some(Hedge::About), at + 1);
    }
    let hyphen = scan.is_sign(at, '-')
        && scan.glued(at)
        && scan.glued(at + 1)
        && matches!(
            scan.sense(at + 1),
            Some(Sense::Measure(_) | Sense::Money(_) | Sense::Noun(_) | Sense::Percent | Sense::Point)
        );
    let unit_at = if hyphen { at + 1 } else { at };
    let (what, mut next) = match hyphenated(scan, at, quantity).filter(|_| !hyphen) {
        Some(found) => found,
        None => unit(scan, unit_at, quantity),
    };
    let what = if what == Of::Noun(Unit::Time) && !chinese {
        Of::Noun(repeated(scan, quantity.first))
    } else {
        what
    };
    let next_before = next;
    let mut half = false;
    if chinese
        && scan.what(next) == What::Numeral(Numeral::Half)
        && scan.glued(next)
        && matches!(what, Of::Measure(_) | Of::Classified(_) | Of::Times)
    {
        // 三个半月
        let month = scan.is(next + 1, "月") && scan.glued(next + 1);
        let (more, after) =
            if month { (Of::Measure(Unit::Month), next + 2) } else { unit(scan, next + 1, quantity) };
        let named = matches!(more, Of::Measure(_));
        half = true;
        next = if named { after } else { next + 1 };
        let what = if named { more } else { what };
        return Behind {
            what,
            hedge: hedge.or_else(|| tail(scan, next, Place::AfterUnit).map(|found| found.0)),
            half,
            next: tail(scan, next, Place::AfterUnit).map_or(next, |found| found.1),
        };
    }
    // 七成五
    if what == Of::Tenths
        && matches!(scan.what(next), What::Numeral(Numeral::Digit(1..) | Numeral::Half))
        && scan.glued(next)
        && !matches!(scan.what(next + 1), What::Numeral(_))
        && !matches!(scan.sense(next + 1), Some(Sense::Classifier(_)))
    {
        half = true;
        next += 1;
    }
    if let Some((found, after)) = tail(scan, next, Place::AfterUnit)
        && hedge.is_none_or(|front| front != Hedge::More || found == Hedge::About)
    {
        (hedge, next) = (Some(hedge.unwrap_or(found)), after);
    }
    // 两个多小时, 两个多月: behind 个多 the unit of time.
    let time = || match scan.sense(next) {
        Some(Sense::Measure(time)) => Some(time),
        _ => scan.is(next, "月").then_some(Unit::Month),
    };
    if let Of::Classified(Class::Any) = what
        && hedge == Some(Hedge::More)
        && scan.glued(next)
        && let Some(time) = time()
    {
        return Behind { what: Of::Measure(time), hedge, half, next: next + 1 };
    }
    if what == Of::Nothing && hedge.is_none() {
        next = next_before.min(quantity.next.max(next_before));
    }
    // “1.25 billion US dollars (…)” ends at its currency; “12.5亿元人民币” too.
    if matches!(what, Of::Money(_)) && scan.is(next, "人民币") {
        next += 1;
    }
    Behind { what, hedge, half, next }
}

/// “300-seat”, “40-strong”: the singular of what is counted, or any word, bound to a number of up to three digits.
fn hyphenated(scan: &Scan, at: usize, quantity: &Quantity) -> Option<(Of, usize)> {
    let bound = scan.is_sign(at, '-') && scan.glued(at) && scan.glued(at + 1);
    // “10-room” counts rooms, though “Room 10” is numbered.
    let thing = matches!(scan.sense(at + 1), Some(Sense::Label)) && singular(scan, at + 1).is_some();
    let word = matches!(scan.what(at + 1), What::Word(Case::Small)) || thing;
    let small =
        matches!(scan.what(quantity.first), What::Literal(literal) if literal.whole < 4 || literal.grouped);
    let vague = || {
        scan.is_among(
            at + 1,
            words!["something", "style", "type", "based", "series", "class", "like", "fold", "degree"],
        )
    };
    if !(bound && word && small) || quantity.next != at || vague() {
        return None;
    }
    Some((Of::Noun(singular(scan, at + 1).unwrap_or(Unit::Item)), at + 2))
}

/// What a noun in the singular counts, by its plural in the dictionaries.
pub(in crate::find) fn singular(scan: &Scan, at: usize) -> Option<Unit> {
    if let Some(Sense::Noun(unit)) = scan.sense(at) {
        return Some(unit);
    }
    let singular = scan.letters(at);
    let mut plural = [0; LONGEST];
    let length = singular.len();
    plural.get_mut(..length)?.copy_from_slice(singular.as_bytes());
    *plural.get_mut(length)? = b's';
    let plural = str::from_utf8(&plural[..=length]).ok()?;
    match WORDS.latin(plural, 0, plural.len()) {
        Some((_, Sense::Noun(unit))) => Some(unit),
        _ => None,
    }
}

/// The longest word that is looked for in its plural.
const LONGEST: usize = 24;

/// “half a day”, 半小时, “half a point”
fn half_of(scan: &Scan, quantity: &Quantity) -> Behind {
    if scan.sense(quantity.next) == Some(Sense::Point) || scan.is(quantity.next, "point") {
        return Behind { what: Of::Point, hedge: None, half: false, next: quantity.next + 1 };
    }
    let phrase = scan.letters(quantity.next);
    let unit = match phrase.rsplit(' ').next().unwrap_or_default() {
        "hour" | "小时" | "个小时" | "个钟头" => Unit::Hour,
        "day" => Unit::Day,
        "year" => Unit::Year,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "minute" => Unit::Minute,
        "second" => Unit::Second,
        _ => match scan.sense(quantity.next) {
            Some(Sense::Measure(unit)) => unit,
            _ => Unit::Item,
        },
    };
    Behind { what: Of::Measure(unit), hedge: None, half: false, next: quantity.next + 1 }
}
