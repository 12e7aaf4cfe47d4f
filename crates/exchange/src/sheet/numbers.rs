//! How many: `约200人`, `200-300`, `1.2千`, `两百余人`.
//!
//! Of a range the larger number is taken, because a hall must hold everybody.

use super::words::plain;

/// A head count as a cell states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) most: u32,
    /// The cell named a smaller number too.
    pub(super) is_range: bool,
}

/// Reads a head count; nothing if there is no number, or more than one that does not form a range.
pub(super) fn count(text: &str) -> Option<Count> {
    let text = plain(text);
    let mut numbers = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let mut i = 0;
    while i < chars.len() {
        if let Some((value, next)) = number_at(&chars, i) {
            numbers.push((value, i, next));
            i = next;
        } else {
            i += 1;
        }
    }
    // Several figures that are a sum or a split ("主会场300人，分会场100人") cannot be told from a range by the numbers
    // alone: only a dash between the two makes one.
    let (last, ..) = *numbers.last()?;
    let is_range = numbers.len() == 2 && {
        let between: String =
            chars[numbers[0].2..numbers[1].1].iter().filter(|c| !matches!(c, ' ' | '人')).collect();
        matches!(between.as_str(), "-" | "~" | "至" | "到" | "to" | "--" | "or" | "或")
    };
    match numbers.len() {
        1 => whole(last).map(|most| Count { most, is_range: false }),
        2 if is_range => {
            // "2-3百人": the unit of the second number holds for both.
            whole(numbers[0].0.max(last)).map(|most| Count { most, is_range: true })
        }
        _ => None,
    }
}

fn whole(value: f64) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie in range")]
    (0.0..=4.0e9).contains(&value).then(|| value.round() as u32)
}

/// A plain number of a cell that holds a number.
pub(super) fn whole_number(value: f64) -> Option<u32> {
    ((value - value.round()).abs() < 1e-6).then(|| whole(value)).flatten()
}

/// A number in digits or Chinese numerals with its unit 千/万/百/k, starting exactly at `at`; and where it ends.
fn number_at(chars: &[char], at: usize) -> Option<(f64, usize)> {
    let (mut value, mut i) = if chars[at].is_ascii_digit() {
        digits_at(chars, at)?
    } else {
        let end = at
            + chars[at..].iter().take_while(|c| chinese_digit(**c).is_some() || unit(**c).is_some()).count();
        let text: String = chars[at..end].iter().collect();
        return chinese_number(&text).map(|value| (f64::from(value), end));
    };
    while let Some(factor) =
        chars.get(i).and_then(|c| if *c == 'k' { Some(1000) } else { unit(*c).filter(|u| *u > 10) })
    {
        value *= f64::from(factor);
        i += 1;
    }
    Some((value, i))
}

fn digits_at(chars: &[char], at: usize) -> Option<(f64, usize)> {
    let mut text = String::new();
    let mut i = at;
    while let Some(c) = chars.get(i) {
        let groups = *c == ',' && chars.len() > i + 3 && chars[i + 1..i + 4].iter().all(char::is_ascii_digit);
        let point = *c == '.' && chars.get(i + 1).is_some_and(char::is_ascii_digit) && !text.contains('.');
        if c.is_ascii_digit() || point {
            text.push(*c);
        } else if !groups {
            break;
        }
        i += 1;
    }
    text.parse().ok().map(|value| (value, i))
}

fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        _ => return None,
    })
}

/// `二十一`, `三百`, `两百五`, `一千二百`, `二〇二一`; nothing if it is not one number.
pub(super) fn chinese_number(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 12 {
        return None;
    }
    if text.chars().all(|c| chinese_digit(c).is_some()) {
        let mut value = 0_u32;
        for c in text.chars() {
            value = value.checked_mul(10)?.checked_add(chinese_digit(c)?)?;
        }
        return Some(value);
    }
    let (mut total, mut section, mut digit, mut last_unit) = (0_u32, 0_u32, None, 1_u32);
    for c in text.chars() {
        if let Some(value) = chinese_digit(c) {
            if value == 0 {
                last_unit = 10;
            } else if digit.replace(value).is_some() {
                return None;
            }
        } else if c == '万' {
            total = total
                .checked_add(section.checked_add(digit.take().unwrap_or(0))?.max(1).checked_mul(10_000)?)?;
            section = 0;
            last_unit = 10_000;
        } else {
            let unit = unit(c)?;
            section = section.checked_add(digit.take().unwrap_or(1).checked_mul(unit)?)?;
            last_unit = unit;
        }
    }
    // "两百五" is 250, "二十五" 25.
    let rest = digit.map_or(0, |digit| digit * (last_unit / 10).max(1));
    total.checked_add(section)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_counts_are_read_as_hosts_write_them() {
        for (text, most) in [
            ("200", 200),
            ("200人", 200),
            ("约200", 200),
            ("２００", 200),
            ("1,200", 1200),
            ("1.2千", 1200),
            ("三百", 300),
            ("两百余人", 200),
            (">200", 200),
            ("200+", 200),
            ("1.5万人", 15_000),
            ("2k", 2000),
            ("二十五", 25),
            ("两百五", 250),
            ("一千零五", 1005),
            ("十二", 12),
        ] {
            assert_eq!(count(text), Some(Count { most, is_range: false }), "{text}");
        }
        assert_eq!(count("200-300人"), Some(Count { most: 300, is_range: true }));
        assert_eq!(count("200人至300人"), Some(Count { most: 300, is_range: true }));
        assert_eq!(count("若干"), None);
        assert_eq!(count("主会场300，分会场100"), None);
    }
}
