//! Instants as files take them: local time with its offset, whatever zone the reader's device is in.
//!
//! Offsets are rounded to the minute, because RFC 3339 knows no finer ones; before 1901 Shanghai's had 43 seconds.

use jiff::tz::TimeZone;
use jiff::{Unit, Zoned};

/// `2021-06-21T10:00:30+08:00`.
pub(crate) fn exact(at: &Zoned) -> String {
    with_offset(at, "%Y-%m-%dT%H:%M:%S%:z")
}

/// The same without its seconds: `2021-06-21T10:00:00+08:00`.
pub(crate) fn to_the_minute(at: &Zoned) -> String {
    with_offset(at, "%Y-%m-%dT%H:%M:00%:z")
}

fn with_offset(at: &Zoned, shape: &str) -> String {
    let rounded = at.offset().round(Unit::Minute).unwrap_or_else(|_| at.offset());
    match at.datetime().to_zoned(TimeZone::fixed(rounded)) {
        Ok(at) => at.strftime(shape).to_string(),
        Err(_) => at.strftime(shape).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instant_has_an_offset_of_hours_and_minutes() {
        let shanghai = TimeZone::get("Asia/Shanghai").unwrap();
        let at =
            |local: &str| local.parse::<jiff::civil::DateTime>().unwrap().to_zoned(shanghai.clone()).unwrap();
        assert_eq!(exact(&at("2021-06-21T10:00:30.5")), "2021-06-21T10:00:30+08:00");
        assert_eq!(to_the_minute(&at("2021-06-21T10:00:30")), "2021-06-21T10:00:00+08:00");
        assert_eq!(exact(&at("1900-06-21T10:00")), "1900-06-21T10:00:00+08:06");
    }
}
