//! Chinese numerals: 四十八, 一百五十, 一点五亿, 3400余万, 三分之一, 一半; and those that are vague on purpose: 三五, 几十.

use crate::claim::Hedge;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::{Quantity, Reading, Scan, Style, precision};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Numeral, What};
use crate::number::Number;
use crate::unit::Unit;

/// The numerals of cheques, which are mostly parts of other words.
const FORMAL: Cues = words!["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟"];

/// Whether money stands behind, as in 伍元整.
fn is_scaled(scan: &Scan, at: usize) -> bool {
    matches!(scan.sense(at), Some(Sense::Money(_))) && scan.glued(at)
}

/// Reads the numeral that begins at `first`.
pub(crate) fn read(scan: &Scan, first: usize) -> Option<Reading> {
    let What::Numeral(start) = scan.what(first) else { return None };
    let end = run_end(scan, first);
    // 大陆首发, 队伍: numerals of cheques are other words when they stand alone.
    if end == first + 1 && scan.is_among(first, FORMAL) && !is_scaled(scan, end) {
        return Some(Reading::Skip(end));
    }
    match start {
        Numeral::Half => return Some(half(scan, first, end)),
        Numeral::Vague => return Some(Reading::Skip(end)),
        Numeral::Digit(_) | Numeral::Power(_) => {}
    }
    if is_half(scan, first) {
        let half = fraction(first, first + 2, Number::fraction(1, 2), 1);
        return Some(half.map_or(Reading::Skip(end), Reading::Number));
    }
    let Some(whole) = whole(scan, first, end) else { return Some(Reading::Skip(end)) };
    if scan.sense(end) == Some(Sense::PartOf) && scan.glued(end) {
        return Some(part(scan, first, end, whole.value).map_or(Reading::Skip(end + 1), Reading::Number));
    }
    Some(Reading::Number(with_point(scan, whole)))
}

/// What follows digits: 万, 亿, 余万. The exponent, the token behind, and whether 余 or 多 stands inside.
pub(crate) fn scale(scan: &Scan, at: usize) -> (i32, usize, bool) {
    let (mut power, mut next, mut more) = (0, at, false);
    if is_hundred_millions(scan, at) {
        return (8, at + 2, false);
    }
    let inside = scan.sense(at) == Some(Sense::Behind(Hedge::More)) && scan.glued(at);
    if inside && matches!(scan.what(at + 1), What::Numeral(Numeral::Power(_))) && scan.glued(at + 1) {
        (next, more) = (at + 1, true);
    }
    while let What::Numeral(Numeral::Power(more_power)) = scan.what(next)
        && scan.glued(next)
        && more_power > 1
        && power < 24
    {
        (power, next) = (power + i32::from(more_power), next + 1);
    }
    (power, next, more)
}

/// 投资12个亿, 融了两个亿: as it is said of money; 5个亿元以上项目 are five of them.
pub(crate) fn is_hundred_millions(scan: &Scan, at: usize) -> bool {
    let spoken = scan.is(at, "个") && scan.glued(at) && scan.is(at + 1, "亿") && scan.glued(at + 1);
    spoken && !scan.rest(at + 2).starts_with(['元', '级', '以', '美', '欧', '港', '千', '万', '吨'])
}

/// What goes on behind the scale of a number in digits: the 2000万 of 1亿2000万元, the 2千 of 1万2千人.
///
/// The value, its step, its significant digits, and the token behind it; `power` is that of the scale before.
pub(crate) fn lower_part(scan: &Scan, at: usize, power: i32) -> Option<(Number, Number, u8, usize)> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let plain = literal.form == crate::find::tokens::literal::Form::Plain
        && !literal.grouped
        && power >= 4
        && scan.glued(at);
    let (lower, next, _) = scale(scan, at + 1);
    let unit = matches!(
        scan.sense(next),
        Some(Sense::Classifier(_) | Sense::Measure(_) | Sense::Money(_) | Sense::Behind(Hedge::More))
    );
    // 3.2亿2024年: what has no scale needs a unit and the place of thousands.
    let year = literal.whole == 4 && scan.is(next, "年");
    let goes_on =
        lower > 0 && lower < power || lower == 0 && power == 4 && literal.whole == 4 && unit && !year;
    if !plain || !goes_on {
        return None;
    }
    let value = literal.value?.shifted(lower)?;
    let below = value < Number::scaled(1, power)?;
    let step = Number::scaled(1, lower + i32::from(literal.last))?;
    below.then_some((value, step, literal.significant, next))
}

/// The end of the run of numeral characters at `first`.
fn run_end(scan: &Scan, first: usize) -> usize {
    let mut end = first + 1;
    while matches!(scan.what(end), What::Numeral(_)) && scan.glued(end) {
        end += 1;
    }
    end
}

fn is_half(scan: &Scan, first: usize) -> bool {
    scan.what(first) == What::Numeral(Numeral::Digit(1))
        && scan.what(first + 1) == What::Numeral(Numeral::Half)
        && scan.glued(first + 1)
}

/// 过半, 近半, 半数 are shares, 半小时 is half of something; any other 半 is no figure.
fn half(scan: &Scan, first: usize, end: usize) -> Reading {
    // 上半篇, 上半程: the first of two halves, and no share.
    let hedged = matches!(scan.before(first, 1), What::Known(Sense::Hedge(_)))
        && scan.glued(first)
        && !scan.is(first.wrapping_sub(1), "上");
    let number = scan.is(first + 1, "数");
    if hedged || number {
        // 近半年
        if matches!(scan.sense(first + 1), Some(Sense::Measure(unit)) if unit <= Unit::Second) {
            let quantity = fraction(first, first + 1, Number::fraction(1, 2), 1);
            return quantity
                .map_or(Reading::Skip(end), |half| Reading::Number(Quantity { style: Style::Half, ..half }));
        }
        let next = if number { first + 2 } else { first + 1 };
        return fraction(first, next, Number::fraction(1, 2), 1).map_or(Reading::Skip(end), Reading::Number);
    }
    let alone = !scan.is_behind(first, "上下大多对参一各事");
    let hours = scan.is_among(first + 1, words!["小时", "个小时", "个钟头"]);
    if alone && hours {
        let quantity = fraction(first, first + 1, Number::fraction(1, 2), 1);
        return quantity
            .map_or(Reading::Skip(end), |half| Reading::Number(Quantity { style: Style::Half, ..half }));
    }
    Reading::Skip(end)
}

/// 三分之一, 百分之八点二: the bottom was read, the top follows.
fn part(scan: &Scan, first: usize, of: usize, bottom: Option<Number>) -> Option<Quantity> {
    let top = match scan.what(of + 1) {
        What::Literal(literal) => (literal.value?, of + 2, literal.significant),
        What::Numeral(_) => {
            let Reading::Number(top) = read(scan, of + 1)? else { return None };
            (top.value?, top.next, top.digits)
        }
        _ => return None,
    };
    fraction(first, top.1, top.0.over(bottom?), top.2)
}

fn fraction(first: usize, next: usize, value: Option<Number>, digits: u8) -> Option<Quantity> {
    let step = value.filter(|value| value.is_whole()).map_or(Number::fraction(1, 100)?, |_| Number::ONE);
    Some(Quantity {
        first,
        next,
        value: Some(value?),
        step,
        digits,
        more: false,
        power: 0,
        style: Style::Fraction,
    })
}

/// The numeral from `first` to `end`; nothing for a vague one.
fn whole(scan: &Scan, first: usize, end: usize) -> Option<Quantity> {
    let powers = (first..end).any(|at| matches!(scan.what(at), What::Numeral(Numeral::Power(_))));
    let value = if powers { composed(scan, first, end)? } else { positional(scan, first, end)? };
    let (step, digits) = precision(value, 0);
    let bare = matches!(scan.what(first), What::Numeral(Numeral::Power(power)) if power > 1);
    let style = match value {
        _ if bare => Style::Bare,
        1 => Style::One,
        _ => Style::Words,
    };
    let (power, next, more) = scale(scan, end);
    let scaled = Number::scaled(value, power);
    let step = step.shifted(power).unwrap_or(step);
    Some(Quantity { first, next, value: scaled, step, digits, more, power, style })
}

/// 二〇二一; 五; nothing for 三五 and 七八.
fn positional(scan: &Scan, first: usize, end: usize) -> Option<i128> {
    if end - first > 24 || end - first == 2 {
        return None;
    }
    let mut value = 0_i128;
    for at in first..end {
        let What::Numeral(Numeral::Digit(digit)) = scan.what(at) else { return None };
        value = value * 10 + i128::from(digit);
    }
    Some(value)
}

/// 一千二百三十四万亿, with the spoken short form 两万五.
fn composed(scan: &Scan, first: usize, end: usize) -> Option<i128> {
    let (mut above, mut section) = (0_i128, 0_i128);
    let mut digit: Option<i128> = None;
    let (mut last_power, mut after_zero) = (0_u32, false);
    for at in first..end {
        match scan.what(at) {
            What::Numeral(Numeral::Digit(0)) => after_zero = true,
            What::Numeral(Numeral::Digit(next)) => {
                if digit.replace(i128::from(next)).is_some() {
                    return None;
                }
            }
            What::Numeral(Numeral::Power(power)) if power < 4 => {
                section = section
                    .checked_add(digit.take().unwrap_or(1).checked_mul(10_i128.pow(u32::from(power)))?)?;
                (last_power, after_zero) = (u32::from(power), false);
            }
            What::Numeral(Numeral::Power(power)) => {
                let counted = section.checked_add(digit.take().unwrap_or(0))?;
                let counted = if power > 4 { above.checked_add(counted)? } else { counted };
                let counted = if counted == 0 && above == 0 { 1 } else { counted };
                let product = counted.checked_mul(10_i128.pow(u32::from(power)))?;
                above = if power > 4 { product } else { above.checked_add(product)? };
                (section, last_power, after_zero) = (0, u32::from(power), false);
            }
            _ => return None,
        }
    }
    let short = last_power > 1 && !after_zero;
    let rest = digit.map_or(0, |digit| if short { digit * 10_i128.pow(last_power - 1) } else { digit });
    above.checked_add(section)?.checked_add(rest)
}

/// 一点五, with what scales it behind.
fn with_point(scan: &Scan, whole: Quantity) -> Quantity {
    let point = whole.next;
    let pointed = scan.is(point, "点") && scan.glued(point) && whole.power == 0;
    if !pointed || !matches!(scan.what(point + 1), What::Numeral(Numeral::Digit(_))) || !scan.glued(point + 1)
    {
        return whole;
    }
    let (mut value, mut places, mut next) = (0_i128, 0_i32, point + 1);
    while let What::Numeral(Numeral::Digit(digit)) = scan.what(next)
        && places < 9
    {
        (value, places, next) = (value * 10 + i128::from(digit), places + 1, next + 1);
    }
    let (power, next, more) = scale(scan, next);
    let behind = Number::scaled(value, -places);
    let full = whole.value.zip(behind).and_then(|(whole, behind)| whole.plus(behind)?.shifted(power));
    let step = Number::scaled(1, power - places).unwrap_or(Number::ONE);
    let digits = whole.digits.saturating_add(u8::try_from(places).unwrap_or(0));
    Quantity { next, value: full, step, digits, more, power, style: Style::Words, ..whole }
}
