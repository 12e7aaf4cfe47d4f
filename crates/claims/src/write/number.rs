//! Digits and scale words for numbers in both languages.

use crate::claim::Kind;
use crate::number::Number;

/// Plain digits, fractions with two places at most.
pub(super) fn plain(number: Number) -> String {
    number.to_string()
}

/// 496亿, 17.4万, 174236: a scale word where it shortens the number without taking from it.
pub(super) fn scaled_zh(number: Number, kind: Kind) -> String {
    let scales: [(i32, &str); 2] = [(8, "亿"), (4, "万")];
    for (power, word) in scales {
        let whole = Number::scaled(1, power).is_some_and(|scale| number.size() >= scale);
        let short =
            number.shifted(-power).map(|scaled| scaled.to_string()).filter(|digits| places(digits) <= 4);
        let worth = kind == Kind::Money || short.as_ref().is_some_and(|digits| places(digits) <= 2);
        if let Some(digits) = short.filter(|_| whole && worth) {
            return format!("{digits}{word}");
        }
    }
    plain(number)
}

/// 150余个, 3400余万元, 17万余人次: the number and some more.
pub(super) fn with_more(number: Number, unit: &str) -> String {
    for (power, word) in [(8, "亿"), (4, "万")] {
        let scaled = number.shifted(-power).filter(|scaled| *scaled >= Number::ONE && scaled.is_whole());
        if let Some(scaled) = scaled {
            let tens = scaled.over(Number::whole(10)).is_some_and(Number::is_whole);
            return if tens {
                format!("{scaled}余{word}{unit}")
            } else {
                format!("{scaled}{word}余{unit}")
            };
        }
    }
    format!("{}余{unit}", plain(number))
}

/// 49.6 billion, 174,236
pub(super) fn scaled_en(number: Number) -> String {
    for (power, word) in [(12, "trillion"), (9, "billion"), (6, "million")] {
        let whole = Number::scaled(1, power).is_some_and(|scale| number.size() >= scale);
        let short =
            number.shifted(-power).map(|scaled| scaled.to_string()).filter(|digits| places(digits) <= 3);
        if let Some(digits) = short.filter(|_| whole) {
            return format!("{digits} {word}");
        }
    }
    grouped(number)
}

/// 174,236
pub(super) fn grouped(number: Number) -> String {
    let digits = number.to_string();
    let (whole, behind) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && digit.is_ascii_digit() && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if behind.is_empty() { grouped } else { format!("{grouped}.{behind}") }
}

fn places(digits: &str) -> usize {
    if digits.contains('/') {
        usize::MAX
    } else {
        digits.split_once('.').map_or(0, |(_, behind)| behind.len())
    }
}

/// 1st, 2nd, 3rd, 11th
pub(super) fn ordinal(number: Number) -> String {
    let digits = number.to_string();
    let teen = digits.len() > 1 && digits[digits.len() - 2..].starts_with('1');
    let ending = match digits.chars().last() {
        Some('1') if !teen => "st",
        Some('2') if !teen => "nd",
        Some('3') if !teen => "rd",
        _ => "th",
    };
    format!("{digits}{ending}")
}

/// 三, 十二: small digits in characters; larger ones stay digits.
pub(super) fn characters(digits: &str) -> String {
    const ZH: [&str; 11] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let small = digits.parse::<usize>().ok().and_then(|at| ZH.get(at));
    small.map_or_else(|| digits.to_owned(), |character| (*character).to_owned())
}

/// two-thirds, one in seven: a fraction in words where English has them.
pub(super) fn fraction(top: &str, bottom: &str) -> Option<String> {
    const TOPS: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    const PARTS: [&str; 9] = ["", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth"];
    let top = top.parse::<usize>().ok()?;
    let word = TOPS.get(top.checked_sub(1)?)?;
    let part = PARTS.get(bottom.parse::<usize>().ok()?.checked_sub(1)?).filter(|part| part.len() > 4)?;
    Some(if top == 1 { format!("a {part}") } else { format!("{word}-{part}s") })
}

/// The singular of a unit's plural.
pub(super) fn singular(plural: &str) -> String {
    match plural {
        "people" => "person".to_owned(),
        "indexes" => "index".to_owned(),
        "passes" => "pass".to_owned(),
        "degrees Celsius" => "degree Celsius".to_owned(),
        "countries and regions" => "country".to_owned(),
        "gigabits per second" => "gigabit per second".to_owned(),
        other => match other.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => other.strip_suffix('s').unwrap_or(other).to_owned(),
        },
    }
}
