//! The other end of a range: 30至50家, 45% to 50%, between three and five; “from 45 to 52” is a rise.

use super::behind::{Behind, Of, behind};
use super::spelled_en;
use super::spelled_zh;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Quantity, Reading, Scan, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::Unit;

/// The other end of a range: its quantity, the low end scaled like it, and what stands behind it.
pub(in crate::find) fn range(
    scan: &Scan,
    from: &Quantity,
    behind_from: &Behind,
) -> Option<(Quantity, Option<Number>, Behind)> {
    if behind_from.hedge.is_some() || from.style == Style::Fraction {
        return None;
    }
    let unit_first = behind_from.what != Of::Nothing;
    let at = if unit_first { behind_from.next } else { from.next };
    let sign = scan.letters(at);
    let chinese = matches!(sign, "至" | "到" | "~" | "～" | "—" | "–" | "-" | "－" | "―" | "─");
    let to = scan.is(at, "to")
        || is_either(scan, from, at)
        || scan.is(at, "and") && scan.is(currency_of_range(scan, from).wrapping_sub(1), "between");
    let prefix = currency_of_range(scan, from);
    // “rose by 21.4 % to 312,408”: where the size of a rise is told, “to” tells what it came to.
    let sized = matches!(behind_from.what, Of::Percent | Of::Point | Of::Times) && unit_first;
    let moved = to
        && (is_change(scan, prefix) && !is_span(scan, from, at)
            || is_size(scan, prefix) && !is_sizes(scan, from, at));
    // “the total for the first two days to 74,930”: so long, and what it came to.
    let timed =
        to && matches!(behind_from.what, Of::Measure(unit) if unit <= Unit::Second && unit.is_measure());
    let moved = moved || timed && matches!(scan.what(at + 1), What::Literal(literal) if literal.grouped);
    // “during the two days to 352”: in words how long, in digits what it came to.
    let spelled = timed && from.style == Style::Words && matches!(scan.what(at + 1), What::Literal(_));
    if !(chinese || to) || moved || spelled || sign == "-" && !scan.glued(at + 1) && scan.glued(at) {
        return None;
    }
    let mut next = at + 1;
    if scan.is_among(next, words!["—", "-"]) {
        next += 1;
    }
    if matches!(scan.what(next), What::Sign('$' | '€' | '£' | '¥' | '￥'))
        || matches!(scan.sense(next), Some(Sense::Money(_)))
            && matches!(scan.what(next + 1), What::Literal(_))
    {
        next += 1;
    } else if is_dollar(scan, next) {
        next += 2;
    }
    let other = match scan.what(next) {
        What::Literal(literal) if literal.form == crate::find::tokens::literal::Form::Plain => {
            let (zh, zh_next, more) = spelled_zh::scale(scan, next + 1);
            let (power, behind) =
                if zh_next > next + 1 { (zh, zh_next) } else { spelled_en::scale(scan, next + 1) };
            let step = Number::scaled(1, power + i32::from(literal.last)).unwrap_or(Number::ONE);
            Quantity {
                first: next,
                next: behind,
                value: literal.value?.shifted(power),
                step,
                digits: literal.significant,
                more,
                power,
                style: Style::Digits,
            }
        }
        What::Numeral(_) => match spelled_zh::read(scan, next)? {
            Reading::Number(quantity) => quantity,
            Reading::Skip(_) => return None,
        },
        What::Known(Sense::Small(_) | Sense::Tens(_)) => spelled_en::read(scan, next)?,
        _ => return None,
    };
    let end = behind(scan, &other);
    // “€12.5m to 31 firms”: an amount and a count are no range.
    let paid = matches!(behind_from.what, Of::Money(_)) || is_priced(scan, from.first);
    let counted =
        matches!(end.what, Of::Noun(_) | Of::Classified(_) | Of::Measure(_) | Of::Percent | Of::Point);
    let apart = end.what == Of::Nothing && to && end_is_counted(scan, end.next) && other.power == 0;
    let falls_to = paid && to && other.power == 0 && from.power > 0;
    if paid && (counted || apart) || falls_to {
        return None;
    }
    // “164,902 visits – 9,310 more than …”: a dash between blanks behind a unit is a pause.
    let pause = matches!(sign, "–" | "—" | "-") && !scan.glued(at) && !scan.glued(at + 1);
    let falls = from.value.zip(other.value).is_some_and(|(low, high)| low > high);
    if unit_first && pause && (end.what != behind_from.what || falls) {
        return None;
    }
    if unit_first && end.what != behind_from.what && (end.what != Of::Nothing || sized) {
        return None;
    }
    // “between 30 and 60” aside, what is no rise needs a unit, a scale or closeness to be a range.
    let mantissa = other.value?.shifted(-other.power)?;
    let scale = if other.power > 0 && from.power == 0 && !unit_first && from.value? <= mantissa {
        other.power
    } else {
        spelled_scale(from, &other, unit_first)
    };
    let end =
        if unit_first && end.what == Of::Nothing { Behind { what: behind_from.what, ..end } } else { end };
    Some((other, from.value?.shifted(scale), end))
}

/// “eight or nine”: two small numbers that follow one another.
fn is_either(scan: &Scan, from: &Quantity, at: usize) -> bool {
    if from.next != at || !scan.is(at, "or") {
        return false;
    }
    let other = match scan.what(at + 1) {
        What::Known(Sense::Small(small)) => Some(Number::whole(small)),
        What::Literal(literal) if literal.places == 0 => literal.value,
        _ => None,
    };
    let next = from.value.and_then(|value| value.plus(Number::ONE));
    other.is_some() && other == next
}

/// Whether “to” or “and” joins a range.
pub(in crate::find) fn bent_words(scan: &Scan, quantity: &Quantity) -> bool {
    scan.is_among(quantity.next, words!["to", "and", "or"]) || scan.is_chinese(quantity.next)
}

/// Whether a currency stands directly before a number.
fn is_priced(scan: &Scan, at: usize) -> bool {
    matches!(
        scan.what(at.wrapping_sub(1)),
        What::Sign('$' | '€' | '£' | '¥' | '￥') | What::Known(Sense::Money(_))
    )
}

/// “to 31 local firms”: the noun of a count within three words.
fn end_is_counted(scan: &Scan, next: usize) -> bool {
    (next..next + 3)
        .take_while(|at| !scan.ends_clause(*at))
        .any(|at| matches!(scan.sense(at), Some(Sense::Noun(_))))
}

/// 六到八万: Chinese words carry the scale of the last in themselves.
fn spelled_scale(from: &Quantity, other: &Quantity, unit_first: bool) -> i32 {
    let Some((low, high)) = from.value.zip(other.value) else { return 0 };
    let single = low < Number::whole(10)
        && from.style != Style::Digits
        && other.style == Style::Words
        && other.digits <= 1;
    let magnitude = high.magnitude().unwrap_or(0);
    if single && !unit_first && magnitude >= 2 { magnitude } else { 0 }
}

fn currency_of_range(scan: &Scan, from: &Quantity) -> usize {
    let mut first = from.first;
    while first > 0
        && matches!(
            scan.what(first - 1),
            What::Sign('$' | '€' | '£' | '¥' | '￥') | What::Known(Sense::Money(_) | Sense::Hedge(_))
        )
    {
        first -= 1;
        // “between US$88 million and …”
        if first > 0 && is_dollar(scan, first - 1) {
            first -= 1;
        }
    }
    first
}

/// US$, S$: letters before a sign tell whose dollars they are.
fn is_dollar(scan: &Scan, at: usize) -> bool {
    scan.is_sign(at + 1, '$')
        && scan.glued(at + 1)
        && matches!(scan.letters(at), "US" | "HK" | "S" | "A" | "C" | "NZ" | "NT")
}

/// “by 21.4 %”, “rose 4.2 per cent”: the size of a rise or fall stands here.
fn is_size(scan: &Scan, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    scan.is(before, "by") || matches!(scan.sense(before), Some(Sense::Change(_)))
}

/// “rents rising by 5 to 8 percent a year”: from one size to another, which have one unit, and nothing that it came to.
fn is_sizes(scan: &Scan, from: &Quantity, at: usize) -> bool {
    let (What::Literal(low), What::Literal(high)) = (scan.what(from.first), scan.what(at + 1)) else {
        return false;
    };
    let unit = matches!(scan.sense(at + 2), Some(Sense::Percent | Sense::Point));
    // “grow by” is a phrase of its own.
    let before = scan.letters(from.first.wrapping_sub(1));
    let by = before.eq_ignore_ascii_case("by") || before.ends_with(" by");
    unit && from.next == at && low.value < high.value && by
}

/// “charges from 10 to 80 per cent”: one unit for both numbers, and nothing that rises or falls.
fn is_span(scan: &Scan, from: &Quantity, at: usize) -> bool {
    let low = from.first.saturating_sub(10);
    let unit = matches!(scan.sense(at + 2), Some(Sense::Percent | Sense::Measure(_)));
    let plain = from.next == at && from.power == 0 && matches!(scan.what(at + 1), What::Literal(_));
    let clause = (low..from.first).rev().take_while(|at| !scan.ends_clause(*at));
    let moves = clause.into_iter().any(|at| {
        matches!(scan.sense(at), Some(Sense::Change(_) | Sense::Moves(_)))
            || scan.is_among(
                at,
                words!["went", "goes", "go", "moved", "moving", "changed", "revised", "came", "dropping"],
            )
    });
    // “halves the time from 60 to 30 days”: what falls is no span.
    let rises = match (scan.what(from.first), scan.what(at + 1)) {
        (What::Literal(low), What::Literal(high)) => low.value <= high.value,
        _ => true,
    };
    unit && plain && rises && !moves
}

/// “from 45 to 52” says a rise, “ranged from 30 to 50” a range.
fn is_change(scan: &Scan, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    if !scan.is(before, "from") {
        return false;
    }
    !(before.saturating_sub(4)..before).any(|at| {
        scan.is_among(
            at,
            words![
                "ranged", "ranging", "range", "ranges", "vary", "varied", "varying", "anything", "anywhere",
                "last", "lasting", "aged",
            ],
        )
    })
}
