//! Zones in a column of their own: an IANA name, `UTC+08:00` for a zone that has none, or both in a row whose time clocks
//! show twice: `Europe/Berlin UTC+02:00` says the row's times in that distance from UTC, and the week in that zone.

use jiff::tz::{Offset, TimeZone};

/// What a cell says of zones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// That of the row's times.
    pub(super) row: TimeZone,
    /// That of the week.
    pub(super) week: TimeZone,
}

/// What a cell says; nothing for words that name no zone.
pub(super) fn read(words: &str) -> Option<Said> {
    let words = words.trim();
    if let Some((name, offset)) = words.split_once(' ') {
        return Some(Said { row: one(offset.trim())?, week: one(name)? });
    }
    let zone = one(words)?;
    Some(Said { row: zone.clone(), week: zone })
}

fn one(word: &str) -> Option<TimeZone> {
    let Some(offset) = word.strip_prefix("UTC").or_else(|| word.strip_prefix("GMT")) else {
        return TimeZone::get(word).ok();
    };
    let (sign, digits) = match offset.chars().next() {
        None => return Some(TimeZone::UTC),
        Some('+') => (1, &offset[1..]),
        Some('-') => (-1, &offset[1..]),
        Some(_) => return TimeZone::get(word).ok(),
    };
    let mut pieces = digits.split(':').map(|piece| piece.parse::<i32>().ok());
    let (hours, minutes, seconds) =
        (pieces.next()??, pieces.next().unwrap_or(Some(0))?, pieces.next().unwrap_or(Some(0))?);
    let is_clock = (0..26).contains(&hours) && (0..60).contains(&minutes) && (0..60).contains(&seconds);
    let seconds = sign * (hours * 3600 + minutes * 60 + seconds);
    is_clock.then(|| Offset::from_seconds(seconds).ok()).flatten().map(TimeZone::fixed)
}

/// The word of a distance from UTC.
pub(crate) fn of_offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (minutes, rest) = (seconds.abs() / 60, seconds.abs() % 60);
    let clock = format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60);
    if rest == 0 { clock } else { format!("{clock}:{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_without_a_name_comes_back_by_its_offset() {
        for seconds in [0, 8 * 3600, -5 * 3600 - 1800, 8 * 3600 + 343] {
            let offset = Offset::from_seconds(seconds).expect("an offset");
            assert_eq!(one(&of_offset(offset)), Some(TimeZone::fixed(offset)), "{seconds}");
        }
        assert_eq!(one("Asia/Shanghai").as_ref().and_then(TimeZone::iana_name), Some("Asia/Shanghai"));
        let twice = read("Europe/Berlin UTC+02:00").expect("a zone and an offset");
        assert_eq!(twice.week.iana_name(), Some("Europe/Berlin"));
        assert_eq!(Some(twice.row), one("UTC+02:00"));
        assert_eq!(read("Nowhere/Land"), None);
        assert_eq!(read("UTC+99:00"), None);
    }
}
