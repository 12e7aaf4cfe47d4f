//! What a number is of: money, a share, points, a multiple, a level, or a count; with the hedges around it and the other end of a range.

use super::draft::{Draft, Finder, Found};
use super::nouns;
use super::scan::{Quantity, Reading, Scan, Style};
use super::sense::{Class, Sense};
use super::token::{Numeral, What};
use super::{context, ordinal, spelled_en, spelled_zh};
use crate::claim::{Change, Hedge, Kind, Oddity, UnitFrom, Value};
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// What was read behind a number.
#[derive(Clone, Copy)]
pub(super) struct Behind {
    pub(super) what: Of,
    pub(super) hedge: Option<Hedge>,
    /// Half of the unit more: 两个半小时.
    half: bool,
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

/// The figure of a quantity; nothing when it is none.
pub(super) fn figure(finder: &Finder, quantity: Quantity) -> Option<Draft> {
    let scan = &finder.scan;
    let floor = finder.floor();
    let (mut first, mut hedge, prefix) = front(scan, quantity.first, floor);
    let mut behind = behind(scan, &quantity);
    let range = range(scan, &quantity, &behind);
    let mut value = quantity.value.map_or(Value::Beyond, Value::Number);
    let mut last = quantity;
    let mut oddity = oddity(scan, &quantity);
    if let Some((other, low, end)) = range {
        behind = end;
        last = other;
        value = match low.zip(other.value) {
            Some((low, high)) if low <= high => Value::Range(low, high),
            Some((low, high)) => {
                oddity = Some(Oddity::UpsideDown);
                Value::Range(high, low)
            }
            None => Value::Beyond,
        };
        if scan.is(first.wrapping_sub(1), "between") {
            first -= 1;
        }
    }
    if quantity.more && hedge.is_none() {
        hedge = Some(Hedge::More);
    }
    hedge = both(hedge, behind.hedge);
    let bent = hedge.is_some() || range.is_some();
    if quantity.style == Style::Bare && !bent
        || quantity.style == Style::One && !one_counts(scan, &quantity, &behind)
    {
        return None;
    }
    let (kind, value, unit, currency) = classify(finder, &last, first, &behind, value, prefix, bent)?;
    let mut draft = Draft::new(first, behind.next, kind, value);
    draft.number = (quantity.first, last.next);
    (draft.unit, draft.currency, draft.hedge) = (unit, currency, hedge);
    let share = matches!(kind, Kind::Share) && last.style != Style::Fraction;
    let tenths = if matches!(behind.what, Of::Tenths) { -1 } else { -2 };
    draft.step = if share { last.step.shifted(tenths).unwrap_or(last.step) } else { last.step };
    draft.digits = last.digits;
    if kind == Kind::Count && matches!(behind.what, Of::Nothing) && nouns::is_guess(scan, &draft) {
        draft.unit_from = UnitFrom::Context;
    }
    // “won 3–2”: two small numbers of nothing are a score.
    let small = |value: Value| value.ends().is_some_and(|(_, high)| high < Number::whole(10));
    if range.is_some() && draft.unit_from == UnitFrom::Context && small(value) && !bent_words(scan, &quantity) {
        return None;
    }
    draft.oddity = oddity;
    draft.change = context::change(scan, &draft);
    if draft.kind == Kind::Factor {
        factor(scan, &mut draft);
    }
    if let (Of::Classified(class), Kind::Count) = (behind.what, kind)
        && let Some(rank) = ordinal::places_moved(draft.change, class)
        && scan.letters(behind.next - 1) == "位"
    {
        draft.unit = Some(rank);
    }
    recent(scan, &mut draft);
    Some(draft)
}

/// Whether “to” or “and” joins a range.
fn bent_words(scan: &Scan, quantity: &Quantity) -> bool {
    scan.is_any(quantity.next, &["to", "and"]) || scan.is_chinese(quantity.next)
}

fn oddity(scan: &Scan, quantity: &Quantity) -> Option<Oddity> {
    match scan.what(quantity.first) {
        What::Literal(literal) => literal.oddity,
        _ if quantity.value.is_none() => Some(Oddity::TooLarge),
        _ => None,
    }
}

/// 近三年 are the last three years, not almost three.
fn recent(scan: &Scan, draft: &mut Draft) {
    let span = matches!(draft.unit, Some(Unit::Year | Unit::Month | Unit::Week | Unit::Day));
    let short = draft.value.number().is_some_and(|number| number <= Number::whole(31) && number.is_whole());
    // “over five days” is how long it takes; “for over five days” is a bound.
    let before = draft.first.wrapping_sub(1);
    let bound = scan.is_any(before, &["for", "of", "lasting", "lasted", "took", "takes", "than", "is", "was", "after", "last"]);
    if span && short && draft.hedge == Some(Hedge::Over) && scan.is(draft.first, "over") && !bound {
        (draft.hedge, draft.first) = (None, draft.first + 1);
    }
    if span && short && draft.hedge == Some(Hedge::Nearly) && scan.letters(draft.first) == "近" {
        (draft.hedge, draft.first) = (None, draft.first + 1);
    }
}

/// A multiple says what the new amount is of the old: 增长2.5倍 is 3.5.
fn factor(scan: &Scan, draft: &mut Draft) {
    let of_old = (draft.first.saturating_sub(3)..draft.first)
        .any(|at| matches!(scan.letters(at), "是" | "为" | "的" | "至" | "到" | "达"));
    match draft.change {
        Some(Change::Up) if !scan.is(draft.first.wrapping_sub(1), "to") => {
            if let Value::Number(number) = draft.value
                && let Some(sum) = number.plus(Number::ONE)
            {
                draft.value = Value::Number(sum);
            }
        }
        None if of_old || !scan.is_chinese(draft.next - 1) => draft.change = Some(Change::To),
        _ => {}
    }
}

/// Of two hedges, their common meaning.
fn both(front: Option<Hedge>, behind: Option<Hedge>) -> Option<Hedge> {
    match (front, behind) {
        (Some(Hedge::About), Some(other)) => Some(if other == Hedge::More { Hedge::About } else { other }),
        (Some(front), _) => Some(front),
        (None, behind) => behind,
    }
}

/// What is done over places and times.
const SPREAD: [&str; 12] = [
    "spread", "distributed", "held", "divided", "scattered", "split", "shared", "staggered", "voted", "presides",
    "fanned", "stretched",
];

/// The hedge directly before a token, and where it begins.
pub(super) fn hedge_before(scan: &Scan, at: usize, floor: usize) -> Option<(Hedge, usize)> {
    let before = at.checked_sub(1).filter(|before| *before >= floor)?;
    match scan.what(before) {
        // “on site and over 200 million online”: between two numbers it bends the second.
        What::Known(Sense::Behind(_))
            if scan.is_any(
                before,
                &["and over", "and above", "or over", "or above", "or under", "or below"],
            ) =>
        {
            let over = scan.is_any(before, &["and over", "and above", "or over", "or above"]);
            Some((if over { Hedge::Over } else { Hedge::Under }, before))
        }
        What::Known(Sense::Hedge(hedge)) => {
            let chinese = scan.is_chinese(before);
            // 上 is a hedge only before 百 and above, 过 and 破 too, or before 半.
            let word = scan.letters(before);
            let bare = matches!(scan.what(at), What::Numeral(Numeral::Power(2..) | Numeral::Half));
            if matches!(word, "上" | "过") && !bare
                || matches!(word, "破") && !(bare || scan_scaled(scan, at))
            {
                return None;
            }
            if chinese
                && !scan.glued(at)
                && !matches!(scan.what(at), What::Literal(_) | What::Sign(_) | What::Word(_))
            {
                return None;
            }
            // “spread over 114 projects”: between a verb of sharing and its places, no bound.
            if scan.is(before, "over") && scan.is_any(before.wrapping_sub(1), &SPREAD) {
                return None;
            }
            // “some took three minutes, some three years”
            if word.eq_ignore_ascii_case("some")
                && matches!(scan.what(at), What::Known(Sense::Small(0..=9)))
                && !scan.is_sign(at + 1, '-')
            {
                return None;
            }
            let (hedge, first) = strengthened(scan, before, hedge, floor);
            Some((hedge, first))
        }
        What::Sign('~' | '～' | '≈') if !matches!(scan.before(before, 1), What::Literal(_)) => {
            Some((Hedge::About, before))
        }
        What::Sign('>' | '＞') => Some((Hedge::Over, before)),
        What::Sign('≥') => Some((Hedge::AtLeast, before)),
        What::Sign('<' | '＜') => Some((Hedge::Under, before)),
        What::Sign('≤') => Some((Hedge::AtMost, before)),
        _ => None,
    }
}

fn scan_scaled(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at + 1), What::Numeral(Numeral::Power(_)))
}

/// “well over” and “已超过” begin with words that change nothing.
fn strengthened(scan: &Scan, at: usize, hedge: Hedge, floor: usize) -> (Hedge, usize) {
    let before = at.wrapping_sub(1);
    if at > floor && scan.is_any(before, &["well", "just", "slightly", "far", "not", "no"]) {
        let negated = scan.is_any(before, &["not", "no"]) && matches!(hedge, Hedge::Over | Hedge::Under);
        let hedge = if negated && hedge == Hedge::Over {
            Hedge::AtMost
        } else if negated {
            Hedge::AtLeast
        } else {
            hedge
        };
        return (hedge, before);
    }
    // Two hedges one behind the other say what both say: “about, at least”.
    if at > floor
        && let What::Known(Sense::Hedge(outer)) = scan.what(before)
        && (scan.glued(at) || !scan.is_chinese(at))
        && !matches!(scan.letters(before), "上" | "过" | "破")
    {
        return (if hedge == Hedge::About { outer } else { hedge }, before);
    }
    (hedge, at)
}

/// What stands before a number: its first token, its hedge, its currency.
fn front(scan: &Scan, at: usize, floor: usize) -> (usize, Option<Hedge>, Option<Currency>) {
    let mut first = at;
    let mut currency = None;
    let mut hedge = None;
    for _ in 0..3 {
        if currency.is_none()
            && let Some((found, at)) = currency_before(scan, first, floor)
        {
            (currency, first) = (Some(found), at);
            continue;
        }
        if hedge.is_none()
            && let Some((found, at)) = hedge_before(scan, first, floor)
        {
            (hedge, first) = (Some(found), at);
            continue;
        }
        break;
    }
    // “+28.4 %” and “−31 %”
    if currency.is_none()
        && matches!(scan.before(first, 1), What::Sign('+' | '−' | '-' | '＋' | '﹣'))
        && first > floor
        && scan.glued(first)
    {
        let bound = first >= 2 && scan.glued(first - 1);
        let opened = matches!(scan.before(first, 2), What::Sign('(' | '（' | ',' | '，' | ':' | '：' | '、'));
        if !bound || opened {
            first -= 1;
        }
    }
    (first, hedge, currency)
}

fn currency_before(scan: &Scan, at: usize, floor: usize) -> Option<(Currency, usize)> {
    let before = at.checked_sub(1).filter(|before| *before >= floor)?;
    match scan.what(before) {
        What::Known(Sense::Money(currency)) => {
            let word = scan.letters(before);
            let stands = word.bytes().all(|byte| byte.is_ascii_uppercase())
                || matches!(word, "人民币" | "美元" | "欧元" | "港币" | "港元" | "英镑" | "日元" | "美金");
            stands.then_some((currency, before))
        }
        What::Sign('¥' | '￥') => Some((Currency::CNY, before)),
        What::Sign('€') => Some((Currency::EUR, before)),
        What::Sign('£') => Some((Currency::GBP, before)),
        What::Sign('$' | '＄') => {
            let country = before.wrapping_sub(1);
            let glued = scan.glued(before) && before > floor;
            let currency = match scan.letters(country) {
                "HK" if glued => Currency::HKD,
                "A" | "AU" if glued => Currency::parse("AUD")?,
                "C" | "CA" if glued => Currency::parse("CAD")?,
                "S" if glued => Currency::parse("SGD")?,
                "US" | "U.S." if glued => Currency::USD,
                _ => return Some((Currency::USD, before)),
            };
            Some((currency, country))
        }
        _ => None,
    }
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
fn half_of(scan: &Scan, quantity: &Quantity) -> Behind {
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    BeforeUnit,
    AfterUnit,
}

/// A hedge behind a number or its unit.
fn tail(scan: &Scan, at: usize, place: Place) -> Option<(Hedge, usize)> {
    let glued = scan.glued(at);
    match scan.what(at) {
        What::Sign('+' | '＋') if glued => Some((Hedge::Over, at + 1)),
        What::Sign('-') if glued && scan.glued(at + 1) => match scan.sense(at + 1)? {
            Sense::Behind(hedge) => Some((hedge, at + 2)),
            _ => None,
        },
        What::Known(Sense::Behind(hedge)) => {
            let word = scan.letters(at);
            let chinese = scan.is_chinese(at);
            let allowed = match word {
                "封顶" => matches!(scan.sense(at - 1), Some(Sense::Money(_))),
                "起" => place == Place::AfterUnit && !scan.is_chinese(at + 1),
                "内" => {
                    place == Place::AfterUnit
                        && matches!(
                            scan.sense(at - 1),
                            Some(Sense::Measure(Unit::Day | Unit::Month | Unit::Year))
                        )
                }
                "许" | "来往" | "光景" => !scan.rest(at + 1).starts_with('多'),
                "plus" | "odd" => true,
                _ => true,
            };
            (allowed && (glued || !chinese)).then_some((hedge, at + 1))
        }
        What::Known(Sense::Hedge(hedge @ (Hedge::Under | Hedge::AtMost)))
            if glued && matches!(scan.letters(at), "不到" | "不足") =>
        {
            (place == Place::AfterUnit && scan.ends_clause(at + 1)
                || place == Place::AfterUnit && scan.letters(at - 1) == "成")
                .then_some((hedge, at + 1))
        }
        What::Other if scan.letters(at) == "还" && scan.glued(at) && scan.letters(at + 1) == "多" => {
            Some((Hedge::Over, at + 2))
        }
        _ => None,
    }
}

/// The unit at `at`, and the token behind it.
fn unit(scan: &Scan, at: usize, quantity: &Quantity) -> (Of, usize) {
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
        What::Word(_) if matches!(here, "US" | "HK") && scan.is_sign(at + 1, '$') && !is_prefix_sign(scan, at + 1) => {
            (Of::Money(if here == "US" { Currency::USD } else { Currency::HKD }), at + 2)
        }
        _ => (Of::Nothing, at),
    }
}

/// Whether a sign of money stands before a number of its own.
fn is_prefix_sign(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at + 1), What::Literal(_) | What::Numeral(_))
}

/// 七里河, 三门峡, 五台山: some classifiers begin names.
fn place_name(scan: &Scan, at: usize) -> bool {
    let behind = scan.letters(at + 1);
    matches!(scan.letters(at), "台" | "门" | "道" | "间" | "路" | "座" | "家" | "条")
        && matches!(behind, "山" | "峡" | "河" | "湖" | "村" | "桥" | "镇")
        && !matches!(scan.letters(at), "座" | "条" | "家")
        || scan.letters(at) == "路"
            && (matches!(behind, "公交" | "车" | "、" | "，")
                || (at.saturating_sub(6)..at).any(|at| scan.letters(at) == "公" || scan.letters(at) == "乘"))
}

/// English units that are several words, and Chinese ones that mean something else in this place.
fn measure(scan: &Scan, at: usize, unit: Unit) -> (Of, usize) {
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
fn repeated(scan: &Scan, first: usize) -> Unit {
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
fn times(scan: &Scan, at: usize) -> (Of, usize) {
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

/// The other end of a range: its quantity, the low end scaled like it, and what stands behind it.
fn range(scan: &Scan, from: &Quantity, behind_from: &Behind) -> Option<(Quantity, Option<Number>, Behind)> {
    if behind_from.hedge.is_some() || from.style == Style::Fraction {
        return None;
    }
    let unit_first = behind_from.what != Of::Nothing;
    let at = if unit_first { behind_from.next } else { from.next };
    let sign = scan.letters(at);
    let chinese = matches!(sign, "至" | "到" | "~" | "～" | "—" | "–" | "-" | "－" | "―" | "─");
    let to = scan.is(at, "to") || scan.is(at, "and") && scan.is(from.first.wrapping_sub(1), "between");
    let prefix = currency_of_range(scan, from);
    // “rose by 21.4 % to 312,408”: where the size of a rise is told, “to” tells what it came to.
    let sized = matches!(behind_from.what, Of::Percent | Of::Point | Of::Times) && unit_first;
    let moved = to && (is_change(scan, prefix) || is_size(scan, prefix));
    if !(chinese || to)
        || moved
        || sign == "-" && !scan.glued(at + 1) && scan.glued(at)
    {
        return None;
    }
    let mut next = at + 1;
    if matches!(scan.letters(next), "—" | "-") {
        next += 1;
    }
    if matches!(scan.what(next), What::Sign('$' | '€' | '£' | '¥' | '￥'))
        || matches!(scan.sense(next), Some(Sense::Money(_)))
            && matches!(scan.what(next + 1), What::Literal(_))
    {
        next += 1;
    }
    let other = match scan.what(next) {
        What::Literal(literal) if literal.form == super::literal::Form::Plain => {
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
    }
    first
}

/// “by 21.4 %”, “rose 4.2 per cent”: the size of a rise or fall stands here.
fn is_size(scan: &Scan, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    scan.is(before, "by") || matches!(scan.sense(before), Some(Sense::Change(_)))
}

/// “from 45 to 52” says a rise, “ranged from 30 to 50” a range.
fn is_change(scan: &Scan, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    if !scan.is(before, "from") {
        return false;
    }
    !(before.saturating_sub(4)..before).any(|at| {
        scan.is_any(
            at,
            &[
                "ranged", "ranging", "range", "ranges", "vary", "varied", "varying", "anything", "anywhere",
                "last", "lasting", "aged",
            ],
        )
    })
}

/// 一 and one count only before what makes them more: 一成, 一倍, 1.5.
fn one_counts(scan: &Scan, quantity: &Quantity, behind: &Behind) -> bool {
    let _ = scan;
    behind.half || behind.what == Of::Tenths || behind.what == Of::Times && quantity.style == Style::One
}

type Classified = (Kind, Value, Option<Unit>, Option<Currency>);

/// The kind, value and unit of a number by what stands around it.
fn classify(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    behind: &Behind,
    value: Value,
    prefix: Option<Currency>,
    bent: bool,
) -> Option<Classified> {
    let scan = &finder.scan;
    let mapped = |change: &dyn Fn(Number) -> Option<Number>| match value {
        Value::Number(number) => change(number).map_or(Value::Beyond, Value::Number),
        Value::Range(low, high) => {
            change(low).zip(change(high)).map_or(Value::Beyond, |(low, high)| Value::Range(low, high))
        }
        other => other,
    };
    let percent = |value| Some((Kind::Share, value, Some(Unit::Percent), None));
    if let Some(currency) = prefix {
        return Some((Kind::Money, value, None, Some(currency)));
    }
    let more = Number::fraction(1, 2);
    match behind.what {
        Of::Money(currency) => Some((Kind::Money, value, None, Some(currency))),
        Of::Percent => percent(mapped(&|number| number.shifted(-2))),
        Of::Tenths => {
            let units = behind.half.then(|| spelled_digit(scan, behind)).flatten().unwrap_or(Number::ZERO);
            percent(mapped(&|number| number.shifted(-1)?.plus(units.shifted(-2)?)))
        }
        Of::Point => Some((Kind::Points, value, Some(Unit::Point), None)),
        Of::Times => Some((Kind::Factor, value, Some(Unit::Times), None)),
        Of::Score => {
            let minutes = matches!(scan.before(first, 1), What::Other) && scan.letters(first - 1) == "时";
            (!minutes).then_some((Kind::Number, value, None, None))
        }
        _ if quantity.style == Style::Fraction => percent(value),
        Of::Measure(unit) => {
            let value = if behind.half { mapped(&|number| number.plus(more?)) } else { value };
            Some((Kind::Count, value, Some(unit), None))
        }
        Of::Noun(unit) => Some((Kind::Count, value, Some(nouns::precise(scan, behind.next, unit)), None)),
        Of::Classified(class) => {
            let value = if behind.half { mapped(&|number| number.plus(more?)) } else { value };
            let few = quantity.value.is_some_and(|value| value < Number::whole(10));
            // “量子”两个字: characters counted in passing.
            if few && scan.letters(behind.next) == "字" && quantity.style != Style::Digits {
                return None;
            }
            Some((Kind::Count, value, Some(nouns::chinese(finder, first, behind.next, class)), None))
        }
        Of::Nothing if nouns::in_chinese(scan, first, quantity.next) => {
            nouns::bare_chinese(finder, quantity, first, value, bent)
        }
        Of::Nothing => nouns::bare_english(finder, quantity, first, behind.next, value, bent),
    }
}

/// The 五 of 七成五.
fn spelled_digit(scan: &Scan, behind: &Behind) -> Option<Number> {
    (0..3).find_map(|back| match scan.before(behind.next, back + 1) {
        What::Numeral(Numeral::Digit(digit)) => Some(Number::whole(u32::from(digit))),
        _ => None,
    })
}

/// 翻一番, 翻了两番, 翻番
pub(super) fn doubling(scan: &Scan, at: usize) -> Option<Found> {
    let mut here = at + 1;
    while matches!(scan.letters(here), "了" | "近" | "将近" | "约" | "逾" | "超过" | "至少") {
        here += 1;
    }
    let (times, fan) = match scan.what(here) {
        What::Numeral(Numeral::Digit(times)) => (times, here + 1),
        What::Literal(literal) => (literal.value?.to_string().parse().ok()?, here + 1),
        What::Other => (1, here),
        _ => return None,
    };
    if scan.letters(fan) != "番" || !(1..=9).contains(&times) {
        return None;
    }
    let mut draft = Draft::new(at, fan + 1, Kind::Factor, Value::Number(Number::whole(1 << times)));
    draft.unit = Some(Unit::Times);
    draft.change = Some(Change::Double);
    if let Some((hedge, first)) = hedge_before(scan, at, 0) {
        (draft.hedge, draft.first) = (Some(hedge), first);
    }
    if matches!(scan.letters(here.wrapping_sub(1)), "近" | "将近") {
        draft.hedge = Some(Hedge::Nearly);
    }
    if let What::Known(Sense::Behind(hedge)) = scan.what(draft.next)
        && scan.glued(draft.next)
    {
        (draft.hedge, draft.next) = (Some(hedge), draft.next + 1);
    }
    Some(Found::Figure(draft))
}
