//! Measures beyond the closed list of units, told apart by their words: a number of feet is none of metres.

use crate::claim::{Claim, Kind};
use crate::unit::Unit;

/// A measure of the table below, by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Measure(usize);

/// What each measure is called, in both languages.
const MEASURES: &[&[&str]] = &[
    &["英里", "miles", "mile"],
    &["海里", "nautical miles", "nautical mile"],
    &["英尺", "feet", "foot", "ft"],
    &["英寸", "inches", "inch"],
    &["码", "yards", "yard"],
    &["厘米", "公分", "centimetres", "centimeters", "cm"],
    &["毫米", "millimetres", "millimeters", "mm"],
    &["平方英尺", "square feet", "square foot", "sq ft"],
    &["平方英里", "square miles", "square mile"],
    &["平方公里", "平方千米", "square kilometres", "square kilometers", "sq km", "km²", "km2"],
    &["英亩", "acres", "acre"],
    &["亩", "mu"],
    &["立方米", "cubic metres", "cubic meters", "m³", "m3"],
    &["立方英尺", "cubic feet", "cubic foot"],
    &["华氏度", "℉", "°F", "degrees fahrenheit", "degree fahrenheit", "fahrenheit"],
    &["克", "grams", "gram"],
    &["公斤", "千克", "kilograms", "kilogrammes", "kilogram", "kilos", "kg"],
    &["斤", "jin", "catties"],
    &["磅", "lbs", "lb"],
    &["盎司", "ounces", "ounce", "oz"],
    &["升", "公升", "litres", "liters", "litre", "liter"],
    &["毫升", "millilitres", "milliliters", "ml"],
    &["加仑", "gallons", "gallon"],
    &["桶", "barrels", "barrel"],
    &["千瓦", "kilowatts", "kilowatt", "kw"],
    &["吉瓦", "gigawatts", "gigawatt", "gw"],
    &["兆瓦时", "megawatt-hours", "megawatt hours", "mwh"],
    &["吉瓦时", "gigawatt-hours", "gigawatt hours", "gwh"],
];

/// How far behind a claim its measure may end, in bytes: 30 degrees, then Fahrenheit.
const BEHIND: usize = 24;

/// The measure of a claim, where it is none of the closed list.
pub(crate) fn outside(text: &str, claim: &Claim) -> Option<Measure> {
    let item = claim.unit == Some(Unit::Item);
    if claim.kind != Kind::Count || !item && claim.unit != Some(Unit::DegreeCelsius) {
        return None;
    }
    let end = text.floor_char_boundary(claim.place.end + BEHIND);
    let said = text.get(claim.place.start..end)?.to_ascii_lowercase();
    let inside = claim.place.end - claim.place.start;
    let words = MEASURES.iter().enumerate().flat_map(|(at, words)| words.iter().map(move |word| (at, *word)));
    let told = words.filter(|(_, word)| is_said(&said, inside, &word.to_ascii_lowercase()));
    told.max_by_key(|(_, word)| word.len()).map(|(at, _)| Measure(at))
}

/// Whether a word ends a claim of `inside` bytes, or stands right behind it.
fn is_said(said: &str, inside: usize, word: &str) -> bool {
    let (claim, behind) = said.split_at_checked(inside).unwrap_or((said, ""));
    let chinese = !word.is_ascii();
    let whole = |rest: &str| chinese || !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    if let Some(number) = claim.trim_end().strip_suffix(word) {
        // 5个二维码 are no yards: a Chinese measure touches its number.
        return number.ends_with(|last: char| !last.is_alphabetic() || chinese && is_numeral(last))
            && whole(behind);
    }
    let next = behind.trim_start_matches([' ', '-', '\u{a0}']);
    next.strip_prefix(word).is_some_and(whole)
}

/// 万, 亿, 三, 余: what a Chinese number may end in.
fn is_numeral(last: char) -> bool {
    "零一二两三四五六七八九十百千万亿半余多几".contains(last)
}
