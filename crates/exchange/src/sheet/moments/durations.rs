//! How long: `90`, `1.5小时`, `1h30`, `90 min`, `0:45`, a fraction of a day.

use super::super::words::plain;
use super::numerals;

/// The unit a heading names: 时长（分钟）.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Unit {
    Minutes,
    Hours,
}

const HOURS: &[&str] = &["个半小时", "个小时", "小时", "个钟头", "hours", "hour", "hrs", "hr"];
const MINUTES: &[&str] = &["分钟", "minutes", "minute", "mins", "min", "'"];

/// A length with its unit in words at the beginning of `chars`: minutes, and how many characters it takes.
pub(super) fn worded(chars: &[char]) -> Option<(u32, usize)> {
    let (value, mut i) = decimal(chars)?;
    let unit_at = skip_blanks(chars, i);
    if let Some(word) = starts(chars, unit_at, HOURS) {
        let mut minutes = value * 60.0;
        if word == "个半小时" {
            minutes += 30.0;
        }
        i = unit_at + word.chars().count();
        let rest = skip_blanks(chars, i);
        if chars.get(rest) == Some(&'半') {
            return Some((round(minutes + 30.0)?, rest + 1));
        }
        if let Some((more, end)) = chars.get(rest..).and_then(decimal) {
            let at = skip_blanks(chars, rest + end);
            if let Some(word) = starts(chars, at, &["分钟", "分", "minutes", "mins", "min", "m"]) {
                return Some((round(minutes + more)?, at + word.chars().count()));
            }
        }
        return Some((round(minutes)?, i));
    }
    let word = starts(chars, unit_at, MINUTES).filter(|word| *word != "'")?;
    Some((round(value)?, unit_at + word.chars().count()))
}

/// Reads a cell of a column of lengths, in minutes.
pub(in super::super) fn read(text: &str, unit: Option<Unit>) -> Option<u32> {
    let text = numerals::to_digits(&plain(text));
    let text = text.trim_start_matches(['约', '共']).trim();
    let chars: Vec<char> = text.chars().collect();
    if matches!(text, "半小时" | "半个小时" | "half an hour") {
        return Some(30);
    }
    if let Some((minutes, _)) = worded(&chars) {
        return Some(minutes);
    }
    let (value, end) = decimal(&chars)?;
    match chars.get(end) {
        None => number(value, unit),
        // "0:45", "1h30", "1:30:00"
        Some(':' | 'h') => {
            let rest = &chars[end + 1..];
            let minutes = if rest.is_empty() { 0.0 } else { decimal(rest)?.0 };
            (minutes < 60.0).then(|| round(value * 60.0 + minutes)).flatten()
        }
        Some('m' | '\'') => round(value),
        Some(_) => None,
    }
}

/// Reads a bare number: a fraction of a day as Excel keeps it, else minutes, or hours where the heading says so or
/// so few minutes would be absurd.
pub(in super::super) fn number(value: f64, unit: Option<Unit>) -> Option<u32> {
    match unit {
        Some(Unit::Minutes) if value >= 1.0 => round(value),
        Some(Unit::Hours) => round(value * 60.0),
        _ if value > 0.0 && value < 0.5 => round(value * 1440.0),
        _ if value <= 4.0 => round(value * 60.0),
        _ => round(value),
    }
}

fn round(minutes: f64) -> Option<u32> {
    const MONTH: f64 = 31.0 * 1440.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie in range")]
    (minutes > 0.0 && minutes <= MONTH).then(|| minutes.round() as u32)
}

fn decimal(chars: &[char]) -> Option<(f64, usize)> {
    let mut end = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    if end == 0 || end > 6 {
        return None;
    }
    if chars.get(end) == Some(&'.') {
        let more = chars[end + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
        if more > 0 {
            end += 1 + more;
        }
    }
    let text: String = chars[..end].iter().collect();
    text.parse().ok().map(|value| (value, end))
}

fn skip_blanks(chars: &[char], at: usize) -> usize {
    at + chars[at.min(chars.len())..].iter().take_while(|c| **c == ' ').count()
}

fn starts(chars: &[char], at: usize, words: &[&'static str]) -> Option<&'static str> {
    words.iter().copied().find(|word| {
        let length = word.chars().count();
        chars.get(at..at + length).is_some_and(|part| part.iter().copied().eq(word.chars()))
            && !(word.is_ascii() && chars.get(at + length).is_some_and(char::is_ascii_alphabetic))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_hosts_write_them() {
        for (text, minutes) in [
            ("90", 90),
            ("1.5小时", 90),
            ("1h30", 90),
            ("90分钟", 90),
            ("90 min", 90),
            ("0:45", 45),
            ("2 hours", 120),
            ("1小时30分", 90),
            ("一个半小时", 90),
            ("两小时", 120),
            ("半小时", 30),
            ("1.5", 90),
            ("45'", 45),
            ("1h", 60),
        ] {
            assert_eq!(read(text, None), Some(minutes), "{text}");
        }
        assert_eq!(number(0.0625, None), Some(90));
        assert_eq!(read("3", Some(Unit::Minutes)), Some(3));
        assert_eq!(read("很长", None), None);
    }
}
