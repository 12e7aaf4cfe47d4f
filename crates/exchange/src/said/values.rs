//! Numbers, flags, dates and hours.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use toml::Spanned;
use toml::de::DeValue;

use super::{Placed, Said, Spot};

impl<'a> Said<'a> {
    /// A whole number within bounds, with its place.
    pub(crate) fn whole(&self, key: &'static str, least: u32, most: u32) -> Option<Placed<u32>> {
        let value = self.value(key)?;
        let right = format!("{least} … {most}");
        let read = whole(value).filter(|number| (least..=most).contains(number));
        read.map(|number| self.placed(value, number)).or_else(|| {
            let zh = format!("{right} 的整数");
            self.unfit(value, key, &zh, &format!("a whole number, {right}"))
        })
    }

    pub(crate) fn number(&self, key: &'static str) -> Option<f64> {
        let value = self.value(key)?;
        number(value).or_else(|| self.unfit(value, key, "一个数", "a number"))
    }

    pub(crate) fn year(&self, key: &'static str) -> Option<i32> {
        let value = self.value(key)?;
        year(value).or_else(|| self.unfit(value, key, "年份，如 2021", "a year, such as 2021"))
    }

    pub(crate) fn years(&self, key: &'static str) -> Vec<i32> {
        self.list(key, "年份的列表，如 [2020, 2021]", "a list of years, such as [2020, 2021]", year)
    }

    pub(crate) fn numbers(&self, key: &'static str) -> Vec<f64> {
        self.list(key, "数的列表，如 [1, 2.5]", "a list of numbers, such as [1, 2.5]", number)
    }

    /// Rows of numbers.
    pub(crate) fn table_of_numbers(&self, key: &'static str) -> Vec<Vec<f64>> {
        self.list(
            key,
            "由数组成的行，如 [[1, 3], [0.5, 1]]",
            "rows of numbers, such as [[1, 3], [0.5, 1]]",
            |row| row.get_ref().as_array()?.iter().map(number).collect(),
        )
    }

    pub(crate) fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else { return false };
        match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            _ => self.unfit(value, key, "true 或 false", "true or false").unwrap_or(false),
        }
    }

    /// `2021-06-21T10:00`, as a string or as TOML's own; with no offset, since times are of the house.
    pub(crate) fn moment(&self, key: &'static str) -> Option<Placed<DateTime>> {
        let value = self.value(key)?;
        let read = plain(value).filter(|said| !has_offset(said)).and_then(|said| said.parse().ok());
        read.map(|moment| self.placed(value, moment)).or_else(|| {
            self.unfit(
                value,
                key,
                "会场当地的时间，不写时差，如 2021-06-21T10:00",
                "a time of the house without an offset, such as 2021-06-21T10:00",
            )
        })
    }

    /// `2021-06-22`, as a string or as TOML's own.
    pub(crate) fn date(&self, key: &'static str) -> Option<Placed<Date>> {
        let value = self.value(key)?;
        let read = plain(value).and_then(|said| said.parse().ok());
        let found = read.map(|date| self.placed(value, date));
        found.or_else(|| self.unfit(value, key, "日期，如 2021-06-22", "a date, such as 2021-06-22"))
    }

    /// `08:00-22:00`.
    pub(crate) fn hour_span(&self, key: &'static str) -> Option<(Time, Time)> {
        let value = self.value(key)?;
        let read = value.get_ref().as_str().and_then(hours);
        read.or_else(|| self.unfit(value, key, "08:00-22:00", "08:00-22:00"))
    }

    /// Stretches of a day; those that fit.
    pub(crate) fn hour_spans(&self, key: &'static str) -> Vec<(Time, Time)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            let right = "[\"08:00-12:00\", \"13:00-18:00\"]";
            return self.unfit(value, key, right, right).unwrap_or_default();
        };
        let read = |one: Spot<'a>| {
            let span = one.get_ref().as_str().and_then(hours);
            span.or_else(|| self.unfit(one, key, "08:00-22:00", "08:00-22:00"))
        };
        list.iter().filter_map(read).collect()
    }
}

fn whole(value: &Spanned<DeValue<'_>>) -> Option<u32> {
    let DeValue::Integer(whole) = value.get_ref() else { return None };
    (whole.radix() == 10).then(|| whole.as_str().parse().ok()).flatten()
}

/// A text, number or time as it would be written by hand.
pub(super) fn plain(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(words) => Some(words.trim().to_owned()),
        DeValue::Integer(whole) => Some(whole.as_str().to_owned()),
        DeValue::Datetime(moment) => Some(moment.to_string()),
        _ => None,
    }
}

/// An offset would be passed over otherwise, and something be put hours away from what was meant.
fn has_offset(said: &str) -> bool {
    Pieces::parse(said).is_ok_and(|pieces| pieces.offset().is_some())
}

/// `08:00-22:00`.
fn hours(said: &str) -> Option<(Time, Time)> {
    let (from, till) = said.split_once('-')?;
    let (from, till): (Time, Time) = (from.trim().parse().ok()?, till.trim().parse().ok()?);
    (from != till).then_some((from, till))
}

fn number(value: &Spanned<DeValue<'_>>) -> Option<f64> {
    let said = match value.get_ref() {
        DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str(),
        DeValue::Float(float) => float.as_str(),
        _ => return None,
    };
    said.parse().ok().filter(|number: &f64| number.is_finite())
}

fn year(value: &Spanned<DeValue<'_>>) -> Option<i32> {
    let DeValue::Integer(whole) = value.get_ref() else { return None };
    whole.as_str().parse().ok().filter(|year| (1..=9999).contains(year))
}
