//! Excel's days: counted from 1900 with a 29 February that never was, or from 1904 on old Macs.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::clock::DAY;

/// What a serial number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Serial {
    /// The date, unless the number is a time alone.
    pub(super) date: Option<Date>,
    /// Minutes since midnight, rounded; nothing for a whole number of days.
    pub(super) minutes: Option<u32>,
}

impl Serial {
    /// Under a heading of days a time alone is a day of 1900, as the program shows it.
    pub(in super::super) fn as_day(self) -> Self {
        if self.date.is_some() { self } else { Self { date: Some(date(1900, 1, 1)), minutes: None } }
    }

    pub(in super::super) const fn date(self) -> Option<Date> {
        self.date
    }
}

/// Reads a serial; nothing for numbers that are no day of this or the last two centuries.
pub(in super::super) fn read(value: f64, is_1904: bool) -> Option<Serial> {
    if !(0.0..=110_000.0).contains(&value) {
        return None;
    }
    // 1/1440 of a day is no binary fraction: round to the minute before the day is cut off.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie in range")]
    let total = (value * f64::from(DAY)).round() as u32;
    let (days, minutes) = (total / DAY, total % DAY);
    let is_whole = minutes == 0;
    if days == 0 {
        return Some(Serial { date: None, minutes: Some(minutes) });
    }
    let days = i32::try_from(days).ok()?;
    let date = if is_1904 {
        date(1904, 1, 1).checked_add(days.days()).ok()?
    } else if days < 60 {
        date(1899, 12, 31).checked_add(days.days()).ok()?
    } else {
        date(1899, 12, 30).checked_add(days.days()).ok()?
    };
    Some(Serial { date: Some(date), minutes: (!is_whole).then_some(minutes) })
}

/// A number without a date's format under a heading of days: serials of the years 1990 to 2100.
pub(in super::super) fn is_plausible_day(value: f64, is_1904: bool) -> bool {
    let shift = if is_1904 { 1462.0 } else { 0.0 };
    (32_874.0..=73_415.0).contains(&(value + shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_counts_of_days_meet_on_one_date() {
        let of_1900 = read(44_368.0, false).expect("a day");
        assert_eq!(of_1900, Serial { date: Some(date(2021, 6, 21)), minutes: None });
        assert_eq!(read(44_368.0 - 1462.0, true), Some(of_1900));
    }

    #[test]
    fn fractions_are_rounded_to_the_minute() {
        assert_eq!(read(0.583_333, false), Some(Serial { date: None, minutes: Some(840) }));
        assert_eq!(
            read(44_368.583_333_3, false),
            Some(Serial { date: Some(date(2021, 6, 21)), minutes: Some(840) })
        );
        assert_eq!(
            read(44_367.999_999_9, false),
            Some(Serial { date: Some(date(2021, 6, 21)), minutes: None })
        );
    }

    #[test]
    fn the_day_that_never_was_shifts_the_days_before_it() {
        assert_eq!(read(1.0, false).and_then(|serial| serial.date), Some(date(1900, 1, 1)));
        assert_eq!(read(61.0, false).and_then(|serial| serial.date), Some(date(1900, 3, 1)));
    }
}
