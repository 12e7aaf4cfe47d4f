//! Dates and times as a reader says them: `6月21日 周一`, `Mon 21 June`, 24-hour clocks, the week's zone.

use festoon_domain::programme::Span;
use festoon_domain::text::Lang;
// A day is said in the guide as it is said in a finding.
use festoon_domain::timetable::words::month;
pub use festoon_domain::timetable::words::{day, weekday};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// `6月21日`, `21 June`.
#[must_use]
pub fn short_day(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日", date.month(), date.day()),
        Lang::En => format!("{} {}", date.day(), month(date.month())),
    }
}

/// `2021年6月10日`, `10 June 2021`.
#[must_use]
pub fn full_day(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}", date.year(), short_day(date, lang)),
        Lang::En => format!("{} {}", short_day(date, lang), date.year()),
    }
}

/// `2021年6月20日 18:05`, `20 June 2021, 18:05`, on the clocks of `zone`.
#[must_use]
pub fn moment(at: Timestamp, zone: &TimeZone, lang: Lang) -> String {
    let at = at.to_zoned(zone.clone());
    let (day, clock) = (full_day(at.date(), lang), at.strftime("%H:%M"));
    match lang {
        Lang::Zh => format!("{day} {clock}"),
        Lang::En => format!("{day}, {clock}"),
    }
}

/// `2021年6月21日至25日`, `21–25 June 2021`.
#[must_use]
pub fn days(first: Date, last: Date, lang: Lang) -> String {
    if first == last {
        return full_day(first, lang);
    }
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    match lang {
        Lang::Zh if same_month => format!("{}至{}日", full_day(first, lang), last.day()),
        Lang::Zh if same_year => format!("{}至{}", full_day(first, lang), short_day(last, lang)),
        Lang::En if same_month => format!("{}–{}", first.day(), full_day(last, lang)),
        Lang::En if same_year => format!("{} – {}", short_day(first, lang), full_day(last, lang)),
        Lang::Zh => format!("{}至{}", full_day(first, lang), full_day(last, lang)),
        Lang::En => format!("{} – {}", full_day(first, lang), full_day(last, lang)),
    }
}

/// `6月17日至18日`, `17–18 June`: for lists, where the year is understood.
#[must_use]
pub fn span_of_days(first: Date, last: Date, lang: Lang) -> String {
    let same_month = (first.year(), first.month()) == (last.year(), last.month());
    match lang {
        Lang::Zh if same_month => format!("{}至{}日", short_day(first, lang), last.day()),
        Lang::Zh => format!("{}至{}", short_day(first, lang), short_day(last, lang)),
        Lang::En if same_month => format!("{}–{}", first.day(), short_day(last, lang)),
        Lang::En => format!("{} – {}", short_day(first, lang), short_day(last, lang)),
    }
}

/// `6月17日 周四至6月18日 周五`, `Thu 17 June – Fri 18 June`; one day alone is said once.
#[must_use]
pub fn days_with_weekday(first: Date, last: Date, lang: Lang) -> String {
    match lang {
        _ if first == last => day(first, lang),
        Lang::Zh => format!("{} 至 {}", day(first, lang), day(last, lang)),
        Lang::En => format!("{} – {}", day(first, lang), day(last, lang)),
    }
}

/// A span in the week's zone, in words and for machines.
#[derive(Debug, Clone)]
pub struct Moments {
    /// The day it begins.
    pub date: Date,
    /// `6月21日 周一`, `Mon 21 June`.
    pub day: String,
    /// `14:00`.
    pub start: String,
    /// `15:30`, `次日 01:00`, `01:00 next day`; nothing for a span of no length.
    pub end: Option<String>,
    /// The start with its offset, for the `datetime` attribute.
    pub start_stamp: String,
    /// The end with its offset.
    pub end_stamp: String,
}

impl Moments {
    /// `14:00–15:30`
    #[must_use]
    pub fn times(&self) -> String {
        self.end.as_ref().map_or_else(|| self.start.clone(), |end| format!("{}–{end}", self.start))
    }

    /// A span as a reader of `lang` reads it on the clocks of `zone`.
    #[must_use]
    pub fn new(span: Span, zone: &TimeZone, lang: Lang) -> Self {
        let start = span.start().to_zoned(zone.clone());
        let end = span.end().to_zoned(zone.clone());
        let clock = |at: &jiff::Zoned| at.strftime("%H:%M").to_string();
        let end_clock = clock(&end);
        let end_words = if end.date() == start.date() {
            end_clock
        } else if start.date().tomorrow().is_ok_and(|next| next == end.date()) {
            match lang {
                Lang::Zh => format!("次日 {end_clock}"),
                Lang::En => format!("{end_clock} next day"),
            }
        } else {
            format!("{} {end_clock}", short_day(end.date(), lang))
        };
        Self {
            date: start.date(),
            day: day(start.date(), lang),
            start: clock(&start),
            end: (span.end() > span.start()).then_some(end_words),
            start_stamp: start.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            end_stamp: end.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        }
    }
}

/// The zone's name for a reader: `北京时间（UTC+8）`, `Beijing time (UTC+8)`, else its IANA name.
#[must_use]
pub fn zone(zone: &TimeZone, lang: Lang) -> String {
    match (zone.iana_name(), lang) {
        (Some("Asia/Shanghai"), Lang::Zh) => "北京时间（UTC+8）".into(),
        (Some("Asia/Shanghai"), Lang::En) => "Beijing time (UTC+8)".into(),
        (Some(name), Lang::Zh) => format!("{name} 当地时间"),
        (Some(name), Lang::En) => format!("local time of {name}"),
        (None, Lang::Zh) => "当地时间".into(),
        (None, Lang::En) => "local time".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_range_says_year_and_month_once() {
        let (first, last) = (date(2021, 6, 21), date(2021, 6, 25));
        assert_eq!(days(first, last, Lang::Zh), "2021年6月21日至25日");
        assert_eq!(days(first, last, Lang::En), "21–25 June 2021");
        assert_eq!(days(date(2021, 6, 30), date(2021, 7, 2), Lang::En), "30 June – 2 July 2021");
        assert_eq!(days(date(2021, 6, 30), date(2021, 7, 2), Lang::Zh), "2021年6月30日至7月2日");
        assert_eq!(days(first, first, Lang::En), "21 June 2021");
    }

    #[test]
    fn a_moment_is_said_on_the_clocks_of_the_week() {
        let zone = TimeZone::get("Asia/Shanghai").expect("bundled");
        let at = "2021-06-20T17:05:00Z".parse().expect("an instant");
        assert_eq!(moment(at, &zone, Lang::Zh), "2021年6月21日 01:05");
        assert_eq!(moment(at, &zone, Lang::En), "21 June 2021, 01:05");
    }

    #[test]
    fn a_night_ends_on_the_next_day() {
        let zone = TimeZone::get("Asia/Shanghai").expect("bundled");
        let at = |text: &str| text.parse().expect("an instant");
        let span = Span::new(at("2021-06-21T21:00+08:00"), at("2021-06-22T01:00+08:00")).expect("forwards");
        assert_eq!(Moments::new(span, &zone, Lang::Zh).end.as_deref(), Some("次日 01:00"));
        let english = Moments::new(span, &zone, Lang::En);
        assert_eq!(english.end.as_deref(), Some("01:00 next day"));
        assert_eq!((english.day.as_str(), english.start.as_str()), ("Mon 21 June", "21:00"));
        assert_eq!(english.start_stamp, "2021-06-21T21:00:00+08:00");
    }
}
