//! Cells and the values they hold.
//!
//! A cell is read without the white space around it. What would be lost by that, or run by a spreadsheet program, is written with
//! an apostrophe in front; a text with apostrophes of its own before such a character gets one more, and reading takes exactly one off.
//! In a list `;` parts the entries, and `\` before `;`, `\` or white space takes away what that means; before anything else it
//! stands for itself. An entry without a character says nothing and is not written.

use std::borrow::Cow;

use festoon_domain::record::{Sort, Value};

use crate::formulas;

/// What a cell says, as people wrote it.
pub(super) fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| needs_guard(cell)).unwrap_or_else(|| cell.trim())
}

fn guarded(text: &str) -> Cow<'_, str> {
    if needs_guard(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn needs_guard(text: &str) -> bool {
    let behind = text.trim_start_matches('\'');
    behind.trim() != behind || formulas::would_run(text)
}

/// The value of a bare cell.
///
/// # Errors
/// What would be right.
pub(super) fn read(sort: Sort, bare: &str) -> Result<Value, &'static str> {
    if bare.is_empty() {
        return Ok(Value::Nothing);
    }
    match sort {
        Sort::Words | Sort::Choice | Sort::Key(_) | Sort::Day | Sort::Instant => {
            Ok(Value::Words(bare.into()))
        }
        Sort::Keys(_) | Sort::List => {
            let entries = entries(bare);
            Ok(if entries.is_empty() { Value::Nothing } else { Value::List(entries) })
        }
        Sort::Number => bare.parse().map(Value::Number).map_err(|_| "123"),
        Sort::Decimal => bare.parse().map(Value::Decimal).map_err(|_| "118.8518"),
        Sort::Flag => match bare {
            "yes" => Ok(Value::Flag(true)),
            "no" => Ok(Value::Flag(false)),
            _ => Err("yes / no"),
        },
    }
}

/// A value as a cell, which [`bare`] and [`read`] take for it again.
pub(super) fn write(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Words(words) => guarded(words).into_owned(),
        Value::Number(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        Value::Flag(true) => "yes".into(),
        Value::Flag(false) => "no".into(),
        Value::Instant(instant) => instant.to_string(),
        Value::List(list) => {
            let entries: Vec<_> =
                list.iter().filter(|entry| !entry.is_empty()).map(|entry| escaped(entry)).collect();
            guarded(&entries.join(";")).into_owned()
        }
    }
}

fn entries(cell: &str) -> Vec<Box<str>> {
    let mut entries = Vec::new();
    let mut entry = String::new();
    // Up to here white space was meant.
    let mut meant = 0;
    let mut end = |entry: &mut String, meant: &mut usize| {
        let length = entry.trim_end().len().max(*meant);
        entry.truncate(length);
        if !entry.is_empty() {
            entries.push(std::mem::take(entry).into());
        }
        *meant = 0;
    };

    let mut rest = cell.chars().peekable();
    while let Some(c) = rest.next() {
        let escaped = if c == '\\' { rest.next_if(|c| takes_escape(*c)) } else { None };
        if let Some(c) = escaped {
            entry.push(c);
            meant = entry.len();
        } else if c == ';' {
            end(&mut entry, &mut meant);
        } else if !(entry.is_empty() && c.is_whitespace()) {
            entry.push(c);
        }
    }
    end(&mut entry, &mut meant);
    entries
}

fn takes_escape(c: char) -> bool {
    matches!(c, ';' | '\\') || c.is_whitespace()
}

fn escaped(entry: &str) -> String {
    let begins = entry.len() - entry.trim_start().len();
    let ends = entry.trim_end().len();
    let mut cell = String::with_capacity(entry.len());
    for (place, c) in entry.char_indices() {
        let is_outside = place < begins || place >= ends;
        if matches!(c, ';' | '\\') || is_outside {
            cell.push('\\');
        }
        cell.push(c);
    }
    cell
}

/// Fen of a sum in yuan with at most two decimals.
pub(super) fn fen(yuan: &str) -> Option<i64> {
    let (sign, digits) = match yuan.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, yuan.strip_prefix('+').unwrap_or(yuan)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "00"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || part.len() > 2 {
        return None;
    }
    let part: i128 = format!("{part:0<2}").parse().ok()?;
    let whole: i128 = whole.parse().ok()?;
    i64::try_from(whole.checked_mul(100)?.checked_add(part)? * sign).ok()
}

/// A sum of fen in yuan, with two decimals only where it has them.
pub(super) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let (whole, part) = (fen.unsigned_abs() / 100, fen.unsigned_abs() % 100);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_back_from_its_cell() {
        for (text, cell) in [
            ("Lin", "Lin"),
            ("=1+1", "'=1+1"),
            (" Ada", "' Ada"),
            ("Ada\n", "'Ada\n"),
            ("'=1", "''=1"),
            ("'90s", "'90s"),
            ("a; b", "a; b"),
            ("\u{3000}", "'\u{3000}"),
        ] {
            let value = Value::Words(text.into());
            assert_eq!(write(&value), cell);
            assert_eq!(read(Sort::Words, bare(cell)), Ok(value), "{cell}");
        }
        assert_eq!(bare("  Lin "), "Lin");
    }

    #[test]
    fn a_list_comes_back_from_its_cell() {
        for (list, cell) in [
            (&["zh", "en"][..], "zh;en"),
            (&["a;b", "c\\d", "\\"], "a\\;b;c\\\\d;\\\\"),
            (&["=1", "x"], "'=1;x"),
            (&[" a ", "b"], "\\ a\\ ;b"),
            (&["b", "\t"], "'b;\\\t"),
        ] {
            let value = Value::List(list.iter().map(|entry| (*entry).into()).collect());
            assert_eq!(write(&value), cell);
            assert_eq!(read(Sort::List, bare(cell)), Ok(value), "{cell}");
        }
    }

    #[test]
    fn lists_as_people_write_them_are_read_too() {
        let list = |entries: &[&str]| Ok(Value::List(entries.iter().map(|entry| (*entry).into()).collect()));
        assert_eq!(read(Sort::List, "zh ; en;"), list(&["zh", "en"]));
        assert_eq!(read(Sort::List, r"C:\slides;b\"), list(&[r"C:\slides", r"b\"]));
        assert_eq!(read(Sort::List, ";;"), Ok(Value::Nothing));
    }

    #[test]
    fn sums_have_fen_only_where_they_are_said() {
        for (written, sum) in [("1400000000", 140_000_000_000), ("0.05", 5), ("-0.50", -50)] {
            assert_eq!((fen(written), yuan(sum).as_str()), (Some(sum), written));
        }
        assert_eq!((fen("1.5"), fen("+3")), (Some(150), Some(300)));
        assert_eq!(fen(&yuan(i64::MIN)), Some(i64::MIN));
        for wrong in ["", "1.234", "1.", ".5", "1e9", "1,000", "--1", "99999999999999999999"] {
            assert_eq!(fen(wrong), None, "{wrong}");
        }
    }
}
