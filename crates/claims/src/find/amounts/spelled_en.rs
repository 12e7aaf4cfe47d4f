//! English numerals in words: forty-eight, two hundred and thirty-five million, half a dozen, two-thirds, three in four.

use crate::find::tokens::cues::words;
use crate::find::tokens::literal::Form;
use crate::find::tokens::scan::{Quantity, Scan, Style, precision};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::Unit;

/// Reads the numeral that begins at `first`: a number word, “a hundred”, “half”, “a third”.
pub(crate) fn read(scan: &Scan, first: usize) -> Option<Quantity> {
    if matches!(scan.what(first), What::Word(_) if !scan.is_among(first, words!["a", "an"])) {
        return None;
    }
    if scan.is(first, "a") || scan.is(first, "an") {
        return with_article(scan, first);
    }
    let sense = scan.sense(first)?;
    if sense == Sense::Part(2) {
        return Some(half(scan, first));
    }
    if sense == Sense::Dozen {
        let quantity = quantity(first, first + 1, 12, 0, Style::Bare)?;
        return Some(quantity);
    }
    let whole = whole(scan, first)?;
    Some(fraction(scan, whole).or_else(|| one_in(scan, whole)).unwrap_or(whole))
}

/// The exponent of an English scale word at `at`, and the token behind it.
pub(crate) fn scale(scan: &Scan, at: usize) -> (i32, usize) {
    let joined = scan.is_sign(at, '-') && scan.glued(at);
    let at_word = if joined { at + 1 } else { at };
    let Some(Sense::Power(power)) = scan.sense(at_word) else { return (0, at) };
    // 600 m is a length, 600m an amount; k and b are never apart from their number.
    // “US$500 m” is an amount again.
    let priced =
        matches!(scan.before(at, 2), What::Sign('$' | '€' | '£' | '¥') | What::Known(Sense::Money(_)));
    if scan.letters(at_word).len() == 1 && !scan.glued(at_word) && !priced {
        return (0, at);
    }
    let word = scan.letters(at_word + 1);
    let twice = word.eq_ignore_ascii_case("million") || word.eq_ignore_ascii_case("billion");
    // “26.33 lakh crore”
    let twice = twice || scan.is_among(at_word + 1, words!["crore", "crores"]);
    if power < 6 && twice {
        let (more, next) = scale(scan, at_word + 1);
        return (i32::from(power) + more, next);
    }
    (i32::from(power), at_word + 1)
}

fn quantity(first: usize, next: usize, value: i128, exponent: i32, style: Style) -> Option<Quantity> {
    let (step, digits) = precision(value, exponent);
    let value = Some(Number::scaled(value, exponent)?);
    Some(Quantity { first, next, value, step, digits, more: false, power: 0, style })
}

/// “a dozen”, “a hundred and fifty”, “a third”, “a quarter”, “an hour and a half”.
fn with_article(scan: &Scan, first: usize) -> Option<Quantity> {
    // “a good tenth”, “a mere third”
    if scan.is_among(first + 1, words!["mere", "full", "solid", "good", "whole", "little"])
        && let Some(Sense::Part(of @ 3..) | Sense::Ordinal(of @ 3..)) = scan.sense(first + 2)
        && may_be_part(scan, first + 3)
    {
        return share(first, first + 3, 1, i128::from(of));
    }
    match scan.sense(first + 1)? {
        Sense::Dozen => quantity(first, first + 2, 12, 0, Style::Words),
        Sense::Power(_) if scan.letters(first + 1).len() > 2 => {
            whole(scan, first + 1).map(|whole| Quantity { first, style: Style::Words, ..whole })
        }
        Sense::Part(of @ 3..) | Sense::Ordinal(of @ 3..) if may_be_part(scan, first + 2) => {
            let part = share(first, first + 2, 1, i128::from(of))?;
            Some(of_a_million(scan, part).unwrap_or(part))
        }
        _ => None,
    }
}

/// “a third of”, not “a third edition”.
fn may_be_part(scan: &Scan, next: usize) -> bool {
    let counted = matches!(scan.sense(next), Some(Sense::Noun(_) | Sense::Measure(_)));
    !counted
        && !scan.is_among(
            next,
            words![
                "consecutive",
                "straight",
                "successive",
                "round",
                "term",
                "batch",
                "phase",
                "way",
                "person",
                "country",
            ],
        )
}

fn share(first: usize, next: usize, top: i128, bottom: i128) -> Option<Quantity> {
    let value = Some(Number::fraction(top, bottom)?);
    let step = Number::fraction(1, 100)?;
    Some(Quantity { first, next, value, step, digits: 1, more: false, power: 0, style: Style::Fraction })
}

/// “half”, “half a dozen”, “half a million”, “half a day”, “half an hour”, “half hour”.
fn half(scan: &Scan, first: usize) -> Quantity {
    let article = scan.is(first + 1, "a") || scan.is(first + 1, "an") || scan.is(first + 1, "an hour");
    let at = if article { first + 2 } else { first + 1 };
    let plain = Quantity {
        first,
        next: first + 1,
        value: Number::fraction(1, 2),
        step: Number::fraction(1, 100).unwrap_or(Number::ONE),
        digits: 1,
        more: false,
        power: 0,
        style: Style::Fraction,
    };
    let of_unit = Quantity { style: Style::Half, ..plain };
    // “half an hour”: the dictionaries know “an hour” as a phrase, so the unit is its second word.
    if scan.is_among(first + 1, words!["a year", "a day", "a week", "a month", "an hour", "a minute"]) {
        return of_unit;
    }
    // “half-day”, “half-hour”
    if scan.is_sign(first + 1, '-') && scan.glued(first + 1) && scan.glued(first + 2) {
        let measured = matches!(scan.sense(first + 2), Some(Sense::Measure(_)));
        return if measured {
            Quantity { next: first + 2, ..of_unit }
        } else {
            Quantity { style: Style::Bare, ..plain }
        };
    }
    if scan.is_among(
        first + 1,
        words!["price", "way", "time", "term", "board", "moon", "past", "full", "empty", "hearted"],
    ) {
        return Quantity { style: Style::Bare, ..plain };
    }
    // “half a percent”, “half of one percent”
    let of_one = usize::from(scan.is(first + 1, "of") && scan.is_among(first + 2, words!["one", "a"])) * 3;
    let percent = if of_one > 0 { first + of_one } else { at };
    if (of_one > 0 || article) && matches!(scan.sense(percent), Some(Sense::Percent)) {
        return Quantity { next: percent, style: Style::Words, ..plain };
    }
    match scan.sense(at) {
        Some(Sense::Dozen) => quantity(first, at + 1, 6, 0, Style::Words).unwrap_or(plain),
        Some(Sense::Power(_)) if article => {
            let (power, next) = scale(scan, at);
            quantity(first, next, 5, power - 1, Style::Words).map_or(plain, |q| Quantity { power, ..q })
        }
        Some(Sense::Measure(_) | Sense::Point) => Quantity { next: at, ..of_unit },
        // “half a point above the average”
        _ if article && scan.is(at, "point") => Quantity { next: at, ..of_unit },
        Some(Sense::Ordinal(2)) if article && scan.is(at, "second") => Quantity { next: at, ..of_unit },
        _ => plain,
    }
}

/// “forty-eight”, “one hundred and fifty-six”, “forty-nine point six billion”, “two and a half”.
fn whole(scan: &Scan, first: usize) -> Option<Quantity> {
    let (mut total, mut section, mut at) = (0_i128, 0_i128, first);
    let mut any = false;
    let mut bare = false;
    loop {
        let joined = any && scan.is_sign(at, '-') && scan.glued(at) && is_number_word(scan, at + 1);
        let and = any
            && scan.is(at, "and")
            && section % 100 == 0
            && (section > 0 || total > 0)
            && is_number_word(scan, at + 1);
        let word =
            if joined || and && !matches!(scan.sense(at + 1), Some(Sense::Power(_))) { at + 1 } else { at };
        match scan.sense(word) {
            Some(Sense::Small(small)) if section % 10 == 0 && !(any && small == 0) => {
                let ten = section % 100 / 10;
                if ten > 0 && (small > 9 || !joined && word != at + 1 && ten == 1) {
                    break;
                }
                section += i128::from(small);
            }
            Some(Sense::Tens(tens)) if section % 100 == 0 => section += i128::from(tens),
            Some(Sense::Power(2)) if section < 100 => {
                bare |= !any;
                section = section.max(1) * 100;
            }
            // “three thousand billion”
            Some(Sense::Power(power @ 6..)) if section == 0 && (1..1_000_000).contains(&total) && !and => {
                total = total.checked_mul(10_i128.pow(u32::from(power)))?;
            }
            Some(Sense::Power(power)) if power > 2 && scan.letters(word).len() > 1 => {
                bare |= !any;
                let part = section.max(1).checked_mul(10_i128.pow(u32::from(power)))?;
                (total, section) = (total.checked_add(part)?, 0);
            }
            Some(Sense::Dozen) if any && total == 0 && section < 100 => {
                section *= 12;
                at = word + 1;
                break;
            }
            _ => break,
        }
        (any, at) = (true, word + 1);
    }
    if !any {
        return None;
    }
    let value = total.checked_add(section)?;
    let style = match value {
        _ if bare => Style::Bare,
        1 => Style::One,
        _ => Style::Words,
    };
    let whole = quantity(first, at, value, 0, style)?;
    Some(and_a_half(scan, whole).or_else(|| pointed(scan, whole)).unwrap_or(whole))
}

fn is_number_word(scan: &Scan, at: usize) -> bool {
    matches!(scan.sense(at), Some(Sense::Small(_) | Sense::Tens(_) | Sense::Power(_) | Sense::Dozen))
}

/// “two and a half”, with “million” behind it or not.
fn and_a_half(scan: &Scan, whole: Quantity) -> Option<Quantity> {
    let at = whole.next;
    let hyphen = |at: usize| at + usize::from(scan.is_sign(at, '-') && scan.glued(at));
    let and = hyphen(at);
    let (a, half) = (hyphen(and + 1), hyphen(hyphen(and + 1) + 1));
    if !(scan.is(and, "and") && scan.is(a, "a") && scan.sense(half) == Some(Sense::Part(2))) {
        return None;
    }
    let (power, next) = scale(scan, half + 1);
    let value = whole.value?.plus(Number::fraction(1, 2)?)?.shifted(power)?;
    let step = Number::scaled(5, power - 1)?;
    Some(Quantity {
        next,
        value: Some(value),
        step,
        power,
        digits: whole.digits + 1,
        style: Style::Words,
        ..whole
    })
}

/// “forty-nine point six billion”
fn pointed(scan: &Scan, whole: Quantity) -> Option<Quantity> {
    if !scan.is(whole.next, "point") {
        return None;
    }
    let (mut behind, mut places, mut next) = (0_i128, 0_i32, whole.next + 1);
    while let Some(Sense::Small(digit @ 0..=9)) = scan.sense(next)
        && places < 9
    {
        (behind, places, next) = (behind * 10 + i128::from(digit), places + 1, next + 1);
    }
    if places == 0 {
        return None;
    }
    let (power, next) = scale(scan, next);
    let value = whole.value?.plus(Number::scaled(behind, -places)?)?.shifted(power)?;
    let step = Number::scaled(1, power - places)?;
    let digits = whole.digits.saturating_add(u8::try_from(places).ok()?);
    Some(Quantity { next, value: Some(value), step, power, digits, style: Style::Words, ..whole })
}

/// “two-thirds”, “three quarters”, “one fifth”
fn fraction(scan: &Scan, top: Quantity) -> Option<Quantity> {
    let joined = scan.is_sign(top.next, '-') && scan.glued(top.next);
    let at = if joined { top.next + 1 } else { top.next };
    let one = top.style == Style::One;
    let of = match scan.sense(at)? {
        Sense::Part(of @ 3..) => of,
        Sense::Ordinal(of @ 3..) if one && may_be_part(scan, at + 1) => of,
        Sense::Part(2) if one => 2,
        _ => return None,
    };
    let value = top.value?.over(Number::whole(of))?;
    if value >= Number::ONE {
        return None;
    }
    let step = Number::fraction(1, 100)?;
    let part = Quantity { next: at + 1, value: Some(value), step, digits: 1, style: Style::Fraction, ..top };
    Some(of_a_million(scan, part).unwrap_or(part))
}

/// “a quarter of a million”, “three quarters of a billion”
fn of_a_million(scan: &Scan, part: Quantity) -> Option<Quantity> {
    let at = part.next;
    // “three quarters of an hour”
    if scan.is(at, "of") && scan.is(at + 1, "an hour") {
        return Some(Quantity { next: at + 1, style: Style::Half, ..part });
    }
    if !(scan.is(at, "of") && scan.is_among(at + 1, words!["a", "one"])) {
        return None;
    }
    let (power, next) = scale(scan, at + 2);
    if power < 3 {
        return None;
    }
    let value = part.value?.shifted(power)?;
    Some(Quantity {
        next,
        value: Some(value),
        step: Number::scaled(1, power - 2)?,
        digits: 2,
        power,
        style: Style::Words,
        ..part
    })
}

/// A small whole number in digits, as the bottom of “9 in 10”.
fn digits(scan: &Scan, at: usize) -> Option<Quantity> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let plain = literal.form == Form::Plain && literal.places == 0 && literal.whole <= 3;
    let value = literal.value.filter(|_| plain)?;
    let (step, digits) = (Number::ONE, literal.significant);
    Some(Quantity {
        first: at,
        next: at + 1,
        value: Some(value),
        step,
        digits,
        more: false,
        power: 0,
        style: Style::Digits,
    })
}

/// “one in five”, “two out of three”, “nine of ten”
pub(crate) fn one_in(scan: &Scan, top: Quantity) -> Option<Quantity> {
    let at = top.next;
    let of = if scan.is(at, "in") || scan.is(at, "in every") {
        at + 1
    } else if scan.is(at, "out") && scan.is(at + 1, "of") {
        at + 2
    } else {
        return None;
    };
    let of = if scan.is(of, "every") { of + 1 } else { of };
    let bottom = whole(scan, of).or_else(|| digits(scan, of))?;
    let value = top.value?.over(bottom.value?)?;
    let sensible = value < Number::ONE
        && (bottom.value? <= Number::whole(20)
            || bottom.value? == Number::whole(100)
            || top.value? == Number::ONE && bottom.value? <= Number::whole(1000));
    let counted = matches!(scan.sense(bottom.next), Some(Sense::Measure(_)))
        || matches!(
            scan.sense(bottom.next),
            Some(Sense::Noun(
                Unit::City
                    | Unit::District
                    | Unit::Place
                    | Unit::Language
                    | Unit::Country
                    | Unit::Room
                    | Unit::Booth
            ))
        );
    if !sensible || counted {
        return None;
    }
    let step = Number::fraction(1, 100)?;
    Some(Quantity { next: bottom.next, value: Some(value), step, digits: 1, style: Style::Fraction, ..top })
}
