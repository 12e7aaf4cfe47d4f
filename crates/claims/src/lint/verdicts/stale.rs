//! What there is to say of a number of another day: of which day it is, and what the number of the right day is.

use super::sentence::day_zh;
use crate::calendar::Date;
use crate::claim::Value;
use crate::figure::Figure;
use crate::lint::Language;
use crate::write::{self, day_en};

/// Whether a figure had no number yet on a day.
pub(super) fn is_before_all(figure: &Figure, day: Date) -> bool {
    before_all(Some(figure), Some(day)).is_some()
}

/// The first day of which there is a number, and that number.
fn first(figure: &Figure) -> Option<(Date, Value)> {
    let earliest = figure.earlier.first().map(|earlier| (earlier.as_of, earlier.value));
    earliest.or(figure.as_of.map(|day| (day, figure.value)))
}

/// Whether a value holds only from a later day than the one that is in force.
fn is_ahead(figure: Option<&Figure>, since: Option<Date>, truth: Value) -> bool {
    let earlier = figure.and_then(|figure| figure.earlier.iter().rfind(|earlier| earlier.value == truth));
    since.zip(earlier).is_some_and(|(since, in_force)| since > in_force.as_of)
}

pub(super) fn zh(
    figure: Option<&Figure>,
    name: &str,
    since: Option<Date>,
    day: Option<Date>,
    truth: Value,
) -> String {
    let said = |value| write::exact(figure, value, Language::Zh);
    if let Some((named, (first, value))) = before_all(figure, day) {
        let (named, first, value) = (day_zh(named), day_zh(first), said(value));
        return format!("数字与日期不符：「{name}」没有{named}的数字，最早的是{first}的{value}。");
    }
    let of = since.map_or_else(String::new, |day| format!("文中是{}的数字，", day_zh(day)));
    let (ahead, truth) = (is_ahead(figure, since, truth), said(truth));
    match (ahead, day.map(day_zh)) {
        (true, None) => format!("数字还没到时候：{of}到发布日「{name}」为{truth}。"),
        (true, Some(day)) => format!("数字还没到时候：{of}截至{day}「{name}」为{truth}。"),
        (false, None) => format!("数字已过时：{of}「{name}」现为{truth}。"),
        (false, Some(day)) => format!("数字已过时：{of}截至{day}「{name}」为{truth}。"),
    }
}

pub(super) fn en(
    figure: Option<&Figure>,
    name: &str,
    since: Option<Date>,
    day: Option<Date>,
    truth: Value,
) -> String {
    let said = |value| write::exact(figure, value, Language::En);
    if let Some((named, (first, value))) = before_all(figure, day) {
        let (named, first, value) = (day_en(named), day_en(first), said(value));
        return format!(
            "Number and day do not agree: “{name}” has no number of {named}; the first is that of {first}, {value}."
        );
    }
    let of = |verb: &str| {
        let told = |day| format!(" this {verb} the number of {};", day_en(day));
        since.map_or_else(String::new, told)
    };
    let (ahead, truth) = (is_ahead(figure, since, truth), said(truth));
    match (ahead, day.map(day_en)) {
        (true, None) => format!("Not yet:{} on the day of the text “{name}” is {truth}.", of("is")),
        (true, Some(day)) => format!("Not yet:{} that of “{name}” on {day} is {truth}.", of("is")),
        (false, None) => format!("Out of date:{} “{name}” is now {truth}.", of("was")),
        (false, Some(day)) => format!("Out of date:{} that of “{name}” on {day} is {truth}.", of("was")),
    }
}

/// The day that a text names where the figure had no number yet, and the first that it had.
fn before_all(figure: Option<&Figure>, day: Option<Date>) -> Option<(Date, (Date, Value))> {
    let first = first(figure?)?;
    day.filter(|day| *day < first.0).map(|day| (day, first))
}
