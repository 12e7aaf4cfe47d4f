//! The one number in a mark's words: read, and written back as another number in the same dress.
//!
//! Only what is needed to falsify: ASCII digits with a scale word behind, and plain Chinese numerals below ten thousand. Words
//! with two numbers, full-width digits and English number words are left alone. Values are in millionths.

use std::ops::Range;

const MILLION: i128 = 1_000_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numeral {
    place: Range<usize>,
    dress: Dress,
    /// What the scale words behind the digits multiply by.
    scale: i128,
    written: i128,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dress {
    Digits,
    Grouped,
    Chinese,
}

/// The value of the words of a mark of this kind, if they hold one number this module can read.
pub(crate) fn reading(words: &str, kind: &str) -> Option<i128> {
    let numeral = find(words)?;
    let value = numeral.written.checked_mul(numeral.scale)?;
    Some(if kind == "share" { value / 100 } else { value })
}

/// The words with another value in them, if it can be written there with at most three decimals.
pub(crate) fn rewritten(words: &str, kind: &str, value: i128) -> Option<String> {
    let numeral = find(words)?;
    let value = if kind == "share" { value * 100 } else { value };
    if value <= 0 || value % numeral.scale != 0 {
        return None;
    }
    let new = match numeral.dress {
        Dress::Chinese => chinese(value / numeral.scale, words[..numeral.place.start].ends_with('第'))?,
        dress => digits(value / numeral.scale, dress, words.is_ascii())?,
    };
    Some(format!("{}{new}{}", &words[..numeral.place.start], &words[numeral.place.end..]))
}

/// A decimal number, in millionths. Fractions, dates and anything finer are none.
pub(crate) fn micro(digits: &str) -> Option<i128> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if decimals.len() > 6 {
        return None;
    }
    let places = u32::try_from(6 - decimals.len()).expect("six at most");
    let whole: i128 = whole.parse().ok()?;
    let decimals: i128 = if decimals.is_empty() { 0 } else { decimals.parse().ok()? };
    Some(whole * MILLION + decimals * 10_i128.pow(places))
}

/// The shortest decimal digits of a number in millionths.
pub(crate) fn decimal(value: i128) -> String {
    let decimals = format!("{:06}", value % MILLION);
    let decimals = decimals.trim_end_matches('0');
    let dot = if decimals.is_empty() { "" } else { "." };
    format!("{}{dot}{decimals}", value / MILLION)
}

fn find(words: &str) -> Option<Numeral> {
    let digits = runs(words, |letter| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    match digits.as_slice() {
        [place] => latin(words, place.clone()),
        [] => han(words),
        _ => None,
    }
}

fn latin(words: &str, place: Range<usize>) -> Option<Numeral> {
    let digits = &words[place.clone()];
    let dress = if digits.contains(',') { Dress::Grouped } else { Dress::Digits };
    let written = micro(&digits.replace(',', ""))?;
    Some(Numeral { scale: scale(&words[place.end..]), place, dress, written })
}

fn han(words: &str) -> Option<Numeral> {
    if words.contains(['成', '分', '半', '番', '点', '万', '亿', '%']) {
        return None;
    }
    let found = runs(words, |letter| "零一二三四五六七八九十百千两".contains(letter));
    let [place] = found.as_slice() else { return None };
    let numeral = &words[place.clone()];
    if numeral.starts_with(['百', '千']) {
        return None;
    }

    let (mut sum, mut digit) = (0, 0);
    for letter in numeral.chars() {
        match "零一二三四五六七八九".chars().position(|known| known == letter) {
            Some(known) => digit = i128::try_from(known).expect("below ten"),
            None if letter == '两' => digit = 2,
            None => {
                sum += digit.max(1) * scale_word(letter).expect("only 十, 百 and 千 are left");
                digit = 0;
            }
        }
    }
    Some(Numeral { place: place.clone(), dress: Dress::Chinese, scale: 1, written: (sum + digit) * MILLION })
}

/// Stretches of such letters, trimmed of points and commas at their ends.
fn runs(words: &str, belongs: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in words.char_indices().filter(|(_, letter)| belongs(*letter)) {
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
    }
    for run in &mut runs {
        let trimmed = words[run.clone()].trim_end_matches(['.', ',']);
        run.end = run.start + trimmed.len();
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn scale(behind: &str) -> i128 {
    let word: String = behind
        .trim_start_matches([' ', '-'])
        .chars()
        .take_while(|letter| letter.is_alphanumeric() && (letter.is_ascii() || *letter == '²'))
        .collect();
    match word.as_str() {
        "thousand" | "k" => 1_000,
        "million" | "mn" | "m" => MILLION,
        "billion" | "bn" => 1_000 * MILLION,
        "trillion" => MILLION * MILLION,
        // 千瓦时 and 千米 are measures, and no thousands.
        _ => {
            let behind = if behind.starts_with(['千', '亿', '万', '余', '多']) {
                behind.replace("千瓦", "瓦")
            } else {
                String::new()
            };
            behind.replace(['余', '多'], "").chars().map_while(scale_word).product()
        }
    }
}

fn scale_word(letter: char) -> Option<i128> {
    match letter {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

fn digits(value: i128, dress: Dress, language: bool) -> Option<String> {
    if value % 1_000 != 0 {
        return None;
    }
    let plain = decimal(value);
    let (whole, decimals) =
        plain.split_once('.').map_or((plain.as_str(), ""), |(whole, _)| (whole, &plain[whole.len()..]));
    if dress == Dress::Digits && !(language && whole.len() > 3) {
        return Some(plain);
    }
    let mut grouped = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    Some(grouped + decimals)
}

fn chinese(value: i128, ordinal: bool) -> Option<String> {
    let whole = value / MILLION;
    if value % MILLION != 0 || !(1..10_000).contains(&whole) {
        return None;
    }
    if whole == 2 && !ordinal {
        return Some("两".to_owned());
    }
    let mut written = String::new();
    let mut gap = false;
    for (scale, word) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = usize::try_from(whole / scale % 10).expect("below ten");
        if digit == 0 {
            gap = !written.is_empty();
            continue;
        }
        if gap {
            written.push('零');
            gap = false;
        }
        if !(written.is_empty() && digit == 1 && scale == 10) {
            written.push("零一二三四五六七八九".chars().nth(digit).expect("below ten"));
        }
        written.push_str(word);
    }
    Some(written)
}
