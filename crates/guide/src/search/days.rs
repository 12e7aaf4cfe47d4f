//! A day that somebody asks for, as people write one: `6月22日`, `22号`, `2021-06-22`, `22 June`, `周一`, `Monday`, `今天`.
//!
//! Only a query that is nothing but a day is one; what else it says would be lost. `sun` and `mon` alone are names and no weekdays.

mod pieces;

use jiff::civil::{Date, Weekday};

use self::pieces::{Piece, pieces};
use crate::Guide;

/// A longer query is no day.
const LONGEST: usize = 40;

/// Of days that are meant alike, so many are shown: the week's own first.
const MOST_DAYS: usize = 7;

/// Which day is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wish {
    /// A date, in any year if none is said.
    Date(Option<i16>, i8, i8),
    /// Two numbers, which may be month and day or something else altogether.
    Numbers(i8, i8),
    /// A day of any month.
    OfMonth(i8),
    /// Days of the week.
    Weekdays(Vec<Weekday>),
    /// So many days from today.
    FromToday(i64),
}

impl Wish {
    /// Reads a query; nothing if it is not a day.
    pub(super) fn read(typed: &str) -> Option<Self> {
        if typed.chars().nth(LONGEST).is_some() {
            return None;
        }
        let pieces = pieces(typed)?;
        // `Mon 21 June` says it twice; the date counts.
        let is_weekday = |piece: &Piece| matches!(piece, Piece::Weekday(_) | Piece::ShortWeekday(_));
        let (weekdays, date): (Vec<Piece>, Vec<Piece>) = pieces.into_iter().partition(is_weekday);
        if date.is_empty() {
            let full = |piece: Piece| if let Piece::Weekday(day) = piece { Some(day) } else { None };
            let weekdays: Option<Vec<Weekday>> = weekdays.into_iter().map(full).collect();
            return weekdays.filter(|days| !days.is_empty()).map(Self::Weekdays);
        }
        Self::of_date(&date)
    }

    fn of_date(pieces: &[Piece]) -> Option<Self> {
        use Piece::{Day, FromToday, Month, MonthName, Number, Year};
        let date = |year: Option<u32>, month: u32, day: u32| {
            let year = year.map(i16::try_from).transpose().ok()?;
            Some(Self::Date(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?))
        };
        match *pieces {
            [FromToday(days)] => Some(Self::FromToday(days)),
            [Number(year), Year, Number(month), Month, Number(day)]
            | [Number(year), Year, Number(month), Month, Number(day), Day] => date(Some(year), month, day),
            [Number(month), Month, Number(day)] | [Number(month), Month, Number(day), Day] => {
                date(None, month, day)
            }
            [Number(day), MonthName(month)] | [MonthName(month), Number(day)] => date(None, month, day),
            [Number(day), MonthName(month), Number(year)] | [MonthName(month), Number(day), Number(year)] => {
                date(Some(year), month, day)
            }
            [Number(year), Number(month), Number(day)] if year > 999 => date(Some(year), month, day),
            [Number(packed)] if packed > 19_000_000 => {
                date(Some(packed / 10_000), packed / 100 % 100, packed % 100)
            }
            [Number(day), Day] => i8::try_from(day).ok().map(Self::OfMonth),
            [Number(one), Number(other)] => {
                Some(Self::Numbers(i8::try_from(one).ok()?, i8::try_from(other).ok()?))
            }
            _ => None,
        }
    }

    /// The days of the guide that are meant, the week's own first; nothing where it was hardly a day that was meant.
    pub(super) fn days(&self, guide: &Guide, today: Option<Date>) -> Option<Vec<Date>> {
        let is_meant = |date: Date| match *self {
            Self::Date(year, month, day) => {
                year.is_none_or(|year| year == date.year()) && (month, day) == (date.month(), date.day())
            }
            Self::Numbers(one, other) => [(one, other), (other, one)].contains(&(date.month(), date.day())),
            Self::OfMonth(day) => day == date.day(),
            Self::Weekdays(ref days) => days.contains(&date.weekday()),
            Self::FromToday(days) => {
                today.and_then(|today| today.checked_add(jiff::Span::new().days(days)).ok()) == Some(date)
            }
        };
        let mut days: Vec<_> = guide.days().iter().filter(|day| is_meant(day.date)).collect();
        days.sort_by_key(|day| !day.within_week);
        days.truncate(MOST_DAYS);
        let is_sure = !matches!(self, Self::Numbers(..));
        (is_sure || !days.is_empty()).then(|| days.into_iter().map(|day| day.date).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let june = |year| Some(Wish::Date(year, 6, 22));
        for (typed, expected) in [
            ("6月22日", june(None)),
            ("６月２２號", june(None)),
            (" 6 月 22 ", june(None)),
            ("六月二十二日", june(None)),
            ("6月22日 周二", june(None)),
            ("2021年6月22日", june(Some(2021))),
            ("二〇二一年六月二十二日", june(Some(2021))),
            ("2021-06-22", june(Some(2021))),
            ("2021/6/22", june(Some(2021))),
            ("2021.06.22", june(Some(2021))),
            ("20210622", june(Some(2021))),
            ("22 June", june(None)),
            ("22nd of June", june(None)),
            ("JUNE 22", june(None)),
            ("Jun 22, 2021", june(Some(2021))),
            ("Tue 22 June", june(None)),
            ("Tuesday, 22 June 2021", june(Some(2021))),
            ("6/22", Some(Wish::Numbers(6, 22))),
            ("22号", Some(Wish::OfMonth(22))),
            ("二十二日", Some(Wish::OfMonth(22))),
            ("周一", Some(Wish::Weekdays(vec![Weekday::Monday]))),
            ("週一", Some(Wish::Weekdays(vec![Weekday::Monday]))),
            ("星期天", Some(Wish::Weekdays(vec![Weekday::Sunday]))),
            ("禮拜三", Some(Wish::Weekdays(vec![Weekday::Wednesday]))),
            ("周末", Some(Wish::Weekdays(vec![Weekday::Saturday, Weekday::Sunday]))),
            ("monday", Some(Wish::Weekdays(vec![Weekday::Monday]))),
            ("今天", Some(Wish::FromToday(0))),
            ("明日", Some(Wish::FromToday(1))),
            ("Tomorrow", Some(Wish::FromToday(1))),
        ] {
            assert_eq!(Wish::read(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_says_anything_else_is_no_day() {
        let endless = "6月22日".repeat(20);
        for typed in [
            "",
            "6",
            "June",
            "may",
            "sun",
            "mon",
            "mar",
            "周",
            "周边",
            "周一 论坛",
            "5G",
            "2021",
            "2021年",
            "6月",
            "十十",
            "日",
            "今天的",
            "一",
            "monday blues",
            "999999999999",
            "300号",
            "4294967296-1-1",
            &endless,
        ] {
            assert_eq!(Wish::read(typed), None, "{typed}");
        }
    }
}
