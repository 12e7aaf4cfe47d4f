//! Which number formats show a date, a time of day or a duration.
//!
//! A spreadsheet stores dates as plain numbers; only the format of the cell tells them from a head count.

/// Formats every program knows by number, of ECMA-376 18.8.30, the East Asian ones among them.
pub(super) fn is_moment_by_number(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Whether a format code has a letter of a date or time outside quotes, escapes and brackets: `yyyy"年"m"月"`.
pub(super) fn is_moment(code: &str) -> bool {
    // What follows the first semicolon shows negative numbers, which no date is.
    let mut characters = code.chars();
    let mut plain = String::new();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => {
                characters.by_ref().find(|inner| *inner == '"');
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inside: String = characters.by_ref().take_while(|inner| *inner != ']').collect();
                // `[h]`, `[mm]` and `[s]` are durations; `[Red]`, `[$-804]` and `[DBNum1]` are not.
                let mut letters = inside.chars().map(|letter| letter.to_ascii_lowercase());
                if !inside.is_empty() && letters.all(|letter| matches!(letter, 'h' | 'm' | 's')) {
                    return true;
                }
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            other => plain.push(other),
        }
    }
    // The day of the week in Chinese Excel: `aaaa` shows 星期一.
    plain.to_ascii_uppercase().contains("AAA")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_times_and_durations_are_told_from_numbers() {
        for moment in [
            "yyyy-mm-dd",
            "m\"月\"d\"日\"",
            "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "h:mm",
            "[h]:mm",
            "[$-F800]dddd",
            "aaaa",
            "上午/下午 hh\"时\"",
        ] {
            assert!(is_moment(moment), "{moment}");
        }
        for number in [
            "General",
            "0.00",
            "#,##0\"days\"",
            "[Red]0",
            "0_d",
            "0\\m",
            "G/通用格式",
            "@",
            "[DBNum1]0",
            "0;yyyy",
            "",
        ] {
            assert!(!is_moment(number), "{number}");
        }
        assert!(is_moment_by_number(14) && is_moment_by_number(57) && !is_moment_by_number(49));
    }
}
