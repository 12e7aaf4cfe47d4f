//! Dates and times written out in a cell, turned into serial days.

use jiff::civil::{Date, DateTime, Time, date};

/// What the serial days of 1904 lack against those of 1900.
const DAYS_TO_1904: f64 = 1462.0;

const DAY_SECONDS: f64 = 86_400.0;

/// `2021-06-21`, `2021-06-21T14:00:00` (with or without `Z`) or `14:00:00` as serial days.
pub(super) fn serial(stood: &str, is_1904: bool) -> Option<f64> {
    let stood = stood.trim().trim_end_matches('Z');
    if let Ok(time) = stood.parse::<Time>()
        && !stood.contains('-')
    {
        return Some(part_of_day(time));
    }
    if let Ok(moment) = stood.parse::<DateTime>() {
        return Some(days(moment.date(), is_1904) + part_of_day(moment.time()));
    }
    stood.parse::<Date>().ok().map(|date| days(date, is_1904))
}

/// A duration as ODF writes a time of day, `PT14H30M00S`, as a part of a day.
pub(super) fn duration(stood: &str) -> Option<f64> {
    let (sign, stood) = stood.strip_prefix('-').map_or((1.0, stood), |rest| (-1.0, rest));
    let (days, time) = stood.strip_prefix('P')?.split_once('T')?;
    let mut seconds = match days.strip_suffix('D') {
        Some(days) => days.parse::<f64>().ok()? * DAY_SECONDS,
        None if days.is_empty() => 0.0,
        None => return None,
    };
    let mut rest = time;
    for (unit, worth) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        let Some((number, after)) = rest.split_once(unit) else { continue };
        seconds += number.replace(',', ".").parse::<f64>().ok()? * worth;
        rest = after;
    }
    rest.is_empty().then_some(sign * seconds / DAY_SECONDS).filter(|serial| serial.is_finite())
}

fn days(day: Date, is_1904: bool) -> f64 {
    let since = day.duration_since(date(1899, 12, 30)).as_secs() / 86_400;
    // Excel counts a 29 February 1900 that never was, so days before March 1900 have a lower number.
    let counted = if since <= 60 { since - 1 } else { since };
    #[expect(clippy::cast_precision_loss, reason = "the calendar has fewer than four million days")]
    let counted = counted as f64;
    if is_1904 { counted - DAYS_TO_1904 } else { counted }
}

fn part_of_day(time: Time) -> f64 {
    let whole = f64::from(time.hour()) * 3600.0 + f64::from(time.minute()) * 60.0 + f64::from(time.second());
    (whole + f64::from(time.subsec_nanosecond()) / 1e9) / DAY_SECONDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_date_is_the_serial_that_excel_counts() {
        assert_eq!(serial("2021-06-21", false), Some(44368.0));
        assert_eq!(serial("2021-06-21T12:00:00", false), Some(44368.5));
        assert_eq!(serial("2021-06-21T12:00:00Z", true), Some(42906.5));
        assert_eq!(serial("1900-01-01", false), Some(1.0));
        assert_eq!(serial("1900-02-28", false), Some(59.0));
        assert_eq!(serial("1900-03-01", false), Some(61.0));
        assert_eq!(serial("18:00:00", false), Some(0.75));
        assert_eq!(serial("in June", false), None);
    }

    #[test]
    fn a_duration_is_a_part_of_a_day() {
        assert_eq!(duration("PT14H30M00S"), Some(14.5 / 24.0));
        assert_eq!(duration("PT36H"), Some(1.5));
        assert_eq!(duration("P1DT12H00M00.0S"), Some(1.5));
        assert_eq!(duration("14:30"), None);
    }
}
