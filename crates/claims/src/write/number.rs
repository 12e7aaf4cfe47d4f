//! Digits and scale words for numbers in both languages.

use crate::claim::Kind;
use crate::number::Number;

/// Plain digits, fractions with two places at most.
pub(super) fn plain(number: Number) -> String {
    number.to_string()
}

/// The scales of Chinese, the largest first. What is 10,000 of one is said in the next.
const SCALES_ZH: [(i32, &str); 3] = [(12, "万亿"), (8, "亿"), (4, "万")];

/// 496亿, 1.2万亿, 17.4万, 174236: a scale word where it shortens the number without taking from it.
pub(super) fn scaled_zh(number: Number, kind: Kind) -> String {
    let scale = SCALES_ZH
        .into_iter()
        .find(|(power, _)| Number::scaled(1, *power).is_some_and(|scale| number.size() >= scale));
    let Some((power, word)) = scale else { return plain(number) };
    let Some(digits) = number.shifted(-power).map(|scaled| scaled.to_string()) else { return plain(number) };
    // Of money all places are told, as far as they are no longer than the number itself; 2.3456万人次 nobody writes.
    let most = if kind == Kind::Money { usize::try_from(power).unwrap_or(0) } else { 2 };
    if places(&digits) <= most { format!("{digits}{word}") } else { plain(number) }
}

/// 150余个, 3400余万元, 1.2亿余元, 17万余人次: the number and some more.
pub(super) fn with_more(number: Number, unit: &str) -> String {
    for (power, word) in SCALES_ZH {
        let Some(scaled) = number.shifted(-power).filter(|scaled| *scaled >= Number::ONE) else { continue };
        let tens = scaled.over(Number::whole(10)).is_some_and(Number::is_whole);
        return match places(&scaled.to_string()) {
            0 if tens => format!("{scaled}余{word}{unit}"),
            0..=2 => format!("{scaled}{word}余{unit}"),
            _ => continue,
        };
    }
    format!("{}余{unit}", plain(number))
}

/// 49.6 billion, 1.2345 trillion, 174,236
pub(super) fn scaled_en(number: Number) -> String {
    for (power, word) in [(12, "trillion"), (9, "billion"), (6, "million")] {
        let whole = Number::scaled(1, power).is_some_and(|scale| number.size() >= scale);
        let short = number.shifted(-power).map(|scaled| scaled.to_string());
        if let Some(digits) = short.filter(|digits| whole && places(digits) <= 4) {
            return format!("{digits} {word}");
        }
        if whole {
            break;
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

/// 五, 十五, 五十, 五十六: a number from 1 to 99 as it is read.
pub(super) fn below_hundred_zh(number: u8) -> String {
    let said = |digit: u8| if digit == 0 { String::new() } else { characters(&digit.to_string()) };
    match (number / 10, number % 10) {
        (0, ones) => said(ones),
        (1, ones) => format!("十{}", said(ones)),
        (tens, ones) => format!("{}十{}", said(tens), said(ones)),
    }
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

/// 第五届, as it is said of a week; beyond a hundred in digits.
pub(super) fn edition_zh(number: Number) -> String {
    match number.to_string().parse().ok().filter(|small| (1..100).contains(small)) {
        Some(small) => format!("第{}届", below_hundred_zh(small)),
        None => format!("第{number}届"),
    }
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
