//! Days and times as people say them: `6月21日 周一 14:00–15:30`, `Mon 21 June, 14:00–15:30`.

use jiff::Zoned;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::programme::Span;
use crate::text::Lang;

/// `6月21日 周一` or `Mon 21 June`.
#[must_use]
pub fn day(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日 {}", date.month(), date.day(), weekday(date.weekday(), lang)),
        Lang::En => format!("{} {} {}", weekday(date.weekday(), lang), date.day(), month(date.month())),
    }
}

/// A day and a time of day.
#[must_use]
pub fn moment(at: &Zoned, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} {}", day(at.date(), lang), clock(at)),
        Lang::En => format!("{}, {}", day(at.date(), lang), clock(at)),
    }
}

/// A day with both times, or two days with theirs.
#[must_use]
pub fn span(span: Span, zone: &TimeZone, lang: Lang) -> String {
    let start = span.start().to_zoned(zone.clone());
    let comma = match lang {
        Lang::Zh => "",
        Lang::En => ",",
    };
    format!("{}{comma} {}", day(start.date(), lang), times(span, zone, lang))
}

/// Both times of day; the day of the end is said where it is another one.
#[must_use]
pub fn times(span: Span, zone: &TimeZone, lang: Lang) -> String {
    let start = span.start().to_zoned(zone.clone());
    let end = span.end().to_zoned(zone.clone());
    let is_tomorrow = start.date().tomorrow().is_ok_and(|tomorrow| tomorrow == end.date());
    if start.date() == end.date() {
        format!("{}–{}", clock(&start), clock(&end))
    } else if is_tomorrow {
        match lang {
            Lang::Zh => format!("{}–次日{}", clock(&start), clock(&end)),
            Lang::En => format!("{}–{} (next day)", clock(&start), clock(&end)),
        }
    } else {
        format!("{} – {}", clock(&start), moment(&end, lang))
    }
}

fn clock(at: &Zoned) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// `周一`, `Mon`.
#[must_use]
pub const fn weekday(day: Weekday, lang: Lang) -> &'static str {
    match (day, lang) {
        (Weekday::Monday, Lang::Zh) => "周一",
        (Weekday::Monday, Lang::En) => "Mon",
        (Weekday::Tuesday, Lang::Zh) => "周二",
        (Weekday::Tuesday, Lang::En) => "Tue",
        (Weekday::Wednesday, Lang::Zh) => "周三",
        (Weekday::Wednesday, Lang::En) => "Wed",
        (Weekday::Thursday, Lang::Zh) => "周四",
        (Weekday::Thursday, Lang::En) => "Thu",
        (Weekday::Friday, Lang::Zh) => "周五",
        (Weekday::Friday, Lang::En) => "Fri",
        (Weekday::Saturday, Lang::Zh) => "周六",
        (Weekday::Saturday, Lang::En) => "Sat",
        (Weekday::Sunday, Lang::Zh) => "周日",
        (Weekday::Sunday, Lang::En) => "Sun",
    }
}

/// A month in English; Chinese counts them. Numbers beyond the twelfth are the twelfth.
#[must_use]
pub const fn month(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
