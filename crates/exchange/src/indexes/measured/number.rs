//! One cell as a number, a year, or a date: strictly, since a figure that is understood wrongly is published.

use jiff::ToSpan;
use jiff::civil::date;

use crate::Right;
use crate::sheet::cells::{as_text, is_blank};
use crate::sheet::grid::Cell;
use crate::sheet::words::plain;

/// What stands for “nothing was measured”.
const MISSING: [&str; 13] =
    ["-", "--", "..", "...", "/", "n/a", "na", "n.a.", "缺", "缺失", "不详", "无数据", "暂无"];

/// A number; `None` where nothing was measured.
pub(super) fn number(cell: &Cell) -> Result<Option<f64>, Right> {
    match cell {
        _ if is_blank(cell) => Ok(None),
        Cell::Empty => Ok(None),
        Cell::Number(number) if number.is_finite() => Ok(Some(*number)),
        Cell::Text(words) => of_words(words),
        Cell::Fault(words) => Err(Right::new(
            format!("公式出错，显示「{words}」。请改好公式，或填写数值。"),
            format!("a formula failed and shows “{words}”. Mend it, or write the number."),
        )),
        Cell::Serial(_) => Err(Right::new(
            "这里是日期，不是数值。请把单元格格式改为常规，核对后重新填写。",
            "a date stands here, and no number. Format the cell as a plain number and check what it should be.",
        )),
        Cell::Number(_) | Cell::Bool(_) => Err(none(&as_text(cell))),
    }
}

fn of_words(words: &str) -> Result<Option<f64>, Right> {
    let said = plain(words);
    if MISSING.contains(&said.as_str()) {
        return Ok(None);
    }
    if said.ends_with('%') {
        return Err(Right::new(
            format!("「{words}」带百分号。指标以 % 计时请只写数字，否则写成小数。"),
            format!(
                "“{words}” has a percent sign. Write the digits alone if the indicator is counted in percent, else a fraction."
            ),
        ));
    }
    let digits = without_thousands(&said);
    let begins = digits.trim_start_matches(['-', '+']).starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let number = digits.parse().ok().filter(|number: &f64| begins && number.is_finite());
    number.map(Some).ok_or_else(|| none(words))
}

fn none(words: &str) -> Right {
    Right::new(
        format!("「{words}」不是数值。请只写数字，如 1234.5；没有数据就留空。"),
        format!(
            "“{words}” is no number. Write digits alone, such as 1234.5, or leave the cell empty where nothing was measured."
        ),
    )
}

/// `1,234,567.8` is 1234567.8; commas that do not part thousands stay, and make it no number.
fn without_thousands(said: &str) -> String {
    let unsigned = said.trim_start_matches(['-', '+']);
    let whole = unsigned.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().is_some_and(|group| group.len() <= 3 && digits(group));
    let parted = whole.contains(',') && first && groups.all(|group| group.len() == 3 && digits(group));
    if parted { said.replace(',', "") } else { said.to_owned() }
}

/// `2021`, `2021年`.
pub(super) fn year(cell: &Cell) -> Option<i32> {
    let words = plain(&as_text(cell));
    let digits = words.trim_end_matches("年度").trim_end_matches('年').trim();
    digits.parse().ok().filter(|year| (1..=9999).contains(year) && digits.len() == 4)
}

/// `2021-06-10`, `2021/6/10`, `2021年6月10日`, `2021-06`, `2021`, or a spreadsheet's own date; empty for an empty cell.
pub(super) fn published(cell: &Cell, is_1904: bool) -> Option<String> {
    if is_blank(cell) {
        return Some(String::new());
    }
    if let Cell::Serial(days) = cell {
        let begins = if is_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
        #[expect(clippy::cast_possible_truncation, reason = "checked to be days of a calendar")]
        let days = (0.0..2_958_466.0).contains(days).then_some(*days as i64)?;
        return begins.checked_add(days.days()).ok().map(|day| day.to_string());
    }
    let words = plain(&as_text(cell)).replace(['年', '月', '/', '.'], "-").replace('日', "");
    let parts: Vec<i16> =
        words.trim_end_matches('-').split('-').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let day_of = |year: i16, month: i16, day: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        jiff::civil::Date::new(year, month, day).ok().filter(|_| year >= 1000)
    };
    match parts[..] {
        [year] => day_of(year, 1, 1).map(|_| format!("{year:04}")),
        [year, month] => day_of(year, month, 1).map(|_| format!("{year:04}-{month:02}")),
        [year, month, day] => day_of(year, month, day).map(|day| day.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &str) -> Result<Option<f64>, ()> {
        number(&Cell::Text(words.into())).map_err(|_| ())
    }

    #[test]
    fn digits_are_numbers_marks_are_gaps_and_any_other_words_are_neither() {
        for (words, right) in [
            ("12", Ok(Some(12.0))),
            ("-0.5", Ok(Some(-0.5))),
            ("１２．５", Ok(Some(12.5))),
            ("1,234,567.8", Ok(Some(1_234_567.8))),
            ("1.5e3", Ok(Some(1500.0))),
            ("", Ok(None)),
            ("—", Ok(None)),
            ("…", Ok(None)),
            ("缺失", Ok(None)),
            ("N/A", Ok(None)),
            ("约12", Err(())),
            ("12%", Err(())),
            ("1,23", Err(())),
            ("12万", Err(())),
            ("nan", Err(())),
            ("inf", Err(())),
            ("1e999", Err(())),
            ("1 234", Err(())),
        ] {
            assert_eq!(of(words), right, "{words}");
        }
    }

    #[test]
    fn dates_are_brought_to_one_form() {
        for (words, right) in [
            ("2021-06-10", Some("2021-06-10")),
            ("2021/6/1", Some("2021-06-01")),
            ("2021年6月10日", Some("2021-06-10")),
            ("2021年6月", Some("2021-06")),
            ("2021", Some("2021")),
            ("", Some("")),
            ("2021-13-01", None),
            ("last week", None),
        ] {
            assert_eq!(published(&Cell::Text(words.into()), false).as_deref(), right, "{words}");
        }
        assert_eq!(published(&Cell::Serial(44_357.0), false).as_deref(), Some("2021-06-10"));
    }
}
