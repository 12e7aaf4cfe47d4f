//! What stands in one cell: a date, a time of day, a number, a list.

use jiff::civil::{Date, DateTime, date as day};
use jiff::{SignedDuration, ToSpan};

use crate::sheet::cells::as_text;
use crate::sheet::grid::Cell;
use crate::sheet::words::plain;

/// A whole number, by digits or as the program counts.
pub(super) fn whole(cell: &Cell) -> Option<u32> {
    match cell {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked to be a whole number that fits"
        )]
        Cell::Number(number) => {
            (number.fract() == 0.0 && (0.0..=4e9).contains(number)).then_some(*number as u32)
        }
        Cell::Text(words) => plain(words).parse().ok(),
        _ => None,
    }
}

/// `2021-06-22`, `2021/6/22`, `2021年6月22日`, or the program's own date without a time.
pub(super) fn date(cell: &Cell, is_1904: bool) -> Option<Date> {
    match cell {
        Cell::Serial(days) if days.fract() == 0.0 => serial(*days, is_1904).map(DateTime::date),
        Cell::Text(words) => date_of(&plain(words)),
        _ => None,
    }
}

/// A date and a time of day.
pub(super) fn moment(cell: &Cell, is_1904: bool) -> Option<DateTime> {
    if let Cell::Serial(days) = cell {
        return serial(*days, is_1904);
    }
    let words = plain(&as_text(cell)).replace('t', " ");
    let (date, time) = words.split_once(' ')?;
    Some(date_of(date)?.to_datetime(clock(time).parse().ok()?))
}

fn serial(days: f64, is_1904: bool) -> Option<DateTime> {
    let begins = if is_1904 { day(1904, 1, 1) } else { day(1899, 12, 30) };
    let (whole, part) = (days.floor(), days.fract());
    #[expect(clippy::cast_possible_truncation, reason = "checked to be days of a calendar")]
    let (whole, minutes) =
        (0.0..2_958_466.0).contains(&whole).then_some((whole as i64, (part * 1440.0).round() as i64))?;
    let date = begins.checked_add(whole.days()).ok()?;
    date.to_datetime(jiff::civil::Time::midnight()).checked_add(SignedDuration::from_mins(minutes)).ok()
}

fn date_of(words: &str) -> Option<Date> {
    let words = words.replace(['年', '月', '/', '.'], "-").replace('日', "");
    let parts: Vec<i16> =
        words.trim().split('-').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [year, month, date] = parts[..] else { return None };
    let (month, date) = (i8::try_from(month).ok()?, i8::try_from(date).ok()?);
    Date::new(year, month, date).ok().filter(|_| year >= 1000)
}

/// `9:00~12:30` as `09:00-12:30`; what is none stays as it is, and is refused as it stands.
pub(super) fn hours(words: &str) -> String {
    let words = plain(words).replace(['~', '至', '到'], "-").replace(' ', "");
    words.split('-').map(clock).collect::<Vec<_>>().join("-")
}

fn clock(words: &str) -> String {
    let words = words.trim();
    if words.find(':') == Some(1) { format!("0{words}") } else { words.to_owned() }
}

/// A day and hours of it, spelt as `meetings.toml` spells them; what is none stays as it is.
pub(super) fn stretch(words: &str) -> String {
    let said = plain(words);
    let (date, rest) = said.split_once(' ').unwrap_or((said.as_str(), ""));
    match date_of(date) {
        Some(date) if rest.trim().is_empty() => date.to_string(),
        Some(date) => format!("{date} {}", hours(rest)),
        None => words.to_owned(),
    }
}

/// The entries of a list. Names may have commas, so those part nothing.
pub(super) fn list(words: &str) -> Vec<String> {
    parted(words, &[';', '；', '、', '\n', '\r'])
}

/// The entries of a list of subjects, which commas part too.
pub(super) fn short_words(words: &str) -> Vec<String> {
    parted(words, &[';', '；', '、', '\n', '\r', ',', '，', '/'])
}

/// The entries of a list of languages, which blanks part too.
pub(super) fn languages(words: &str) -> Vec<String> {
    parted(words, &[';', '；', '、', '\n', '\r', ',', '，', '/', '+', '&', ' ', '\u{3000}'])
}

fn parted(words: &str, marks: &[char]) -> Vec<String> {
    words.split(marks).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_brought_to_one_form() {
        for (words, right) in [
            ("2021/6/22 9:00～10:30", "2021-06-22 09:00-10:30"),
            ("2021年6月22日", "2021-06-22"),
            ("2021-06-22  09:00 - 10:00", "2021-06-22 09:00-10:00"),
            ("星期二", "星期二"),
        ] {
            assert_eq!(stretch(words), right, "{words}");
        }
        assert_eq!(hours("9：00 至 12：30"), "09:00-12:30");
        assert_eq!(languages("中文 / English"), ["中文", "English"]);
        assert_eq!(list("Sample, Ltd.；示例"), ["Sample, Ltd.", "示例"]);
        let at = moment(&Cell::Serial(44_369.427_083_333), false).map(|at| at.to_string());
        assert_eq!(at.as_deref(), Some("2021-06-22T10:15:00"));
        assert_eq!(whole(&Cell::Number(2.5)), None);
        assert_eq!(whole(&Cell::Text("１２".into())), Some(12));
    }
}
