//! What stands behind a number: its currency, measure, classifier or noun, with the hedges before and after that.

use super::hedge::{Place, tail};
use super::scan::{Quantity, Scan, Style};
use super::sense::{Class, Sense};
use super::token::{Numeral, What};
use crate::claim::Hedge;
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// What was read behind a number.
#[derive(Clone, Copy)]
pub(super) struct Behind {
    pub(super) what: Of,
    pub(super) hedge: Option<Hedge>,
    /// Half of the unit more: 两个半小时.
    pub(super) half: bool,
    pub(super) next: usize,
}

/// What a number is of, by what stands directly behind it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Of {
    Money(Currency),
    Percent,
    Tenths,
    Point,
    Times,
    Measure(Unit),
    Noun(Unit),
    Classified(Class),
    Score,
    Nothing,
}

/// What stands behind a number.
pub(super) fn behind(scan: &Scan, quantity: &Quantity) -> Behind {
    let mut at = quantity.next;
    let mut hedge = None;
    let chinese = scan.is_chinese(at) || scan.is_chinese(quantity.first);
    if quantity.style == Style::Half {
        return half_of(scan, quantity);
    }
    // 20多个, 五十来人, “150-odd”, “370+”
    if let Some((found, next)) = tail(scan, at, Place::BeforeUnit) {
        (hedge, at) = (Some(found), next);
    } else if scan.letters(at) == "来"
        && scan.glued(at)
        && quantity.style == Style::Words
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
    let (what, mut next) = unit(scan, unit_at, quantity);
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
        && matches!(what, Of::Measure(_) | Of::Classified(_))
    {
        let (more, after) = unit(scan, next + 1, quantity);
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
        && matches!(scan.what(next), What::Numeral(Numeral::Digit(1..)))
        && scan.glued(next)
        && !matches!(scan.what(next + 1), What::Numeral(_))
        && !matches!(scan.sense(next + 1), Some(Sense::Classifier(_)))
    {
        half = true;
        next += 1;
    }
    // 六成半
    if what == Of::Tenths && scan.what(next) == What::Numeral(Numeral::Half) && scan.glued(next) {
        half = true;
        next += 1;
    }
    if let Some((found, after)) = tail(scan, next, Place::AfterUnit)
        && hedge.is_none_or(|front| front != Hedge::More || found == Hedge::About)
    {
        (hedge, next) = (Some(hedge.unwrap_or(found)), after);
    }
    if what == Of::Nothing && hedge.is_none() {
        next = next_before.min(quantity.next.max(next_before));
    }
    // “1.25 billion US dollars (…)” ends at its currency; “12.5亿元人民币” too.
    if matches!(what, Of::Money(_)) && scan.letters(next) == "人民币" {
        next += 1;
    }
    Behind { what, hedge, half, next }
}

/// “half a day”, 半小时
pub(super) fn half_of(scan: &Scan, quantity: &Quantity) -> Behind {
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

/// The unit at `at`, and the token behind it.
pub(super) fn unit(scan: &Scan, at: usize, quantity: &Quantity) -> (Of, usize) {
    let here = scan.letters(at);
    let chinese = scan.is_chinese(at);
    if chinese && !scan.glued(at) && scan.char_before(at).is_some_and(|before| before != ' ') {
        return (Of::Nothing, at);
    }
    match scan.what(at) {
        What::Known(sense) => match sense {
            Sense::Money(currency) => (Of::Money(currency), at + 1),
            Sense::Percent => (Of::Percent, at + 1),
            Sense::Point => (Of::Point, at + 1),
            Sense::Times => (Of::Times, at + 1),
            Sense::Classifier(class) if !place_name(scan, at) => (Of::Classified(class), at + 1),
            Sense::Measure(unit) => measure(scan, at, unit),
            Sense::Noun(Unit::Time) if !chinese => times(scan, at),
            Sense::Noun(unit) => (Of::Noun(unit), at + 1),
            // 600 m is a length.
            Sense::Power(6) if here == "m" => (Of::Measure(Unit::Metre), at + 1),
            _ => (Of::Nothing, at),
        },
        What::Other
            if here == "成"
                && quantity.style != Style::Bare
                && quantity.value.is_some_and(|value| value <= Number::whole(10)) =>
        {
            (Of::Tenths, at + 1)
        }
        What::Other if here == "分" && quantity.style == Style::Digits => (Of::Score, at + 1),
        What::Other if here == "番" => (Of::Nothing, at),
        // “52.37 billion €”: a sign of money behind its number.
        What::Sign('€') if !is_prefix_sign(scan, at) => (Of::Money(Currency::EUR), at + 1),
        What::Sign('£') if !is_prefix_sign(scan, at) => (Of::Money(Currency::GBP), at + 1),
        What::Sign('¥' | '￥') if !is_prefix_sign(scan, at) => (Of::Money(Currency::CNY), at + 1),
        What::Sign('$' | '＄') if !is_prefix_sign(scan, at) => (Of::Money(Currency::USD), at + 1),
        What::Word(_)
            if matches!(here, "US" | "HK") && scan.is_sign(at + 1, '$') && !is_prefix_sign(scan, at + 1) =>
        {
            (Of::Money(if here == "US" { Currency::USD } else { Currency::HKD }), at + 2)
        }
        _ => (Of::Nothing, at),
    }
}

/// Whether a sign of money stands before a number of its own.
pub(super) fn is_prefix_sign(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at + 1), What::Literal(_) | What::Numeral(_))
}

/// 七里河, 三门峡, 五台山: some classifiers begin names.
pub(super) fn place_name(scan: &Scan, at: usize) -> bool {
    let behind = scan.letters(at + 1);
    matches!(scan.letters(at), "台" | "门" | "道" | "间" | "路" | "座" | "家" | "条")
        && matches!(behind, "山" | "峡" | "河" | "湖" | "村" | "桥" | "镇")
        && !matches!(scan.letters(at), "座" | "条" | "家")
        || scan.letters(at) == "路"
            && (matches!(behind, "公交" | "车" | "、" | "，")
                || (at.saturating_sub(6)..at).any(|at| scan.letters(at) == "公" || scan.letters(at) == "乘"))
}

/// English units that are several words, and Chinese ones that mean something else in this place.
pub(super) fn measure(scan: &Scan, at: usize, unit: Unit) -> (Of, usize) {
    if scan.is_chinese(at)
        && scan.letters(at) == "度"
        && !scan.ends_clause(at + 1)
        && scan.letters(at + 1) != "左"
    {
        return (Of::Nothing, at);
    }
    // “35 years old”, “78 years of age”
    let old = usize::from(unit == Unit::Year && scan.is(at + 1, "-") && scan.is(at + 2, "old")) * 2;
    (Of::Measure(unit), at + 1 + old)
}

/// “read 180 million times” is views, “stamped 2,160 times” stamps.
pub(super) fn repeated(scan: &Scan, first: usize) -> Unit {
    for at in (first.saturating_sub(14)..first).rev() {
        if scan.ends_sentence(at) {
            break;
        }
        if scan.is_any(
            at,
            &[
                "read",
                "watched",
                "viewed",
                "played",
                "streamed",
                "clicked",
                "opened",
                "seen",
                "reads",
                "visited online",
            ],
        ) {
            return Unit::View;
        }
        if scan.is_any(at, &["stamped", "checked"]) {
            return Unit::Stamp;
        }
        if scan.is_any(at, &["liked", "shared", "commented", "reposted"]) {
            return Unit::Interaction;
        }
    }
    Unit::Time
}

/// “3.5 times as many” and “3.5 times the number” are multiples, “five times” is how often.
pub(super) fn times(scan: &Scan, at: usize) -> (Of, usize) {
    let phrase = scan.is_any(at + 1, &["as many as", "as much as"]);
    if phrase {
        return (Of::Times, at + 1);
    }
    let compared = scan.is(at + 1, "as")
        && scan.is_any(at + 2, &["many", "much", "large", "big", "high", "great", "fast", "long"]);
    let of = scan.is_any(
        at + 1,
        &[
            "the", "that", "more", "last", "its", "what", "higher", "larger", "faster", "as", "bigger",
            "greater",
        ],
    );
    let end = if compared { at + 3 } else { at + 1 };
    if compared || of { (Of::Times, end) } else { (Of::Noun(Unit::Time), at + 1) }
}
