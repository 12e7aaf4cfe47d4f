//! When a task that failed is tried again.
//!
//! After 5 seconds, then 10, 20, 40 … doubled each time up to an hour; after the twelfth attempt it is dead, and somebody has to
//! look. Between the first attempt and the last lie a little more than two hours: longer than most disks stay full unnoticed,
//! short enough to be told the same day. No chance is mixed in: one worker does one task at a time, so there is no herd.

use jiff::{SignedDuration, Timestamp};

/// After so many attempts a task is given up.
pub const MOST_ATTEMPTS: u32 = 12;
/// No pause is longer.
pub const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(1);

const FIRST_PAUSE_SECONDS: i64 = 5;

/// How long to wait after so many attempts, the first being 1; nothing when it is to be given up.
#[must_use]
pub fn pause_after(attempts: u32) -> Option<SignedDuration> {
    if attempts >= MOST_ATTEMPTS {
        return None;
    }
    let doubled = FIRST_PAUSE_SECONDS << attempts.saturating_sub(1);
    Some(SignedDuration::from_secs(doubled).min(LONGEST_PAUSE))
}

pub(crate) fn again_at(now: Timestamp, attempts: u32) -> Option<Timestamp> {
    pause_after(attempts).map(|pause| later(now, pause))
}

/// An instant after another; the last there is, if there is none.
pub(crate) fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_an_hour_and_end_with_the_twelfth_attempt() {
        let pauses: Vec<_> =
            (1..=MOST_ATTEMPTS).map(|n| pause_after(n).map(|pause| pause.as_secs())).collect();
        let seconds = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600];
        assert_eq!(pauses, seconds.into_iter().map(Some).chain([None]).collect::<Vec<_>>());
    }

    #[test]
    fn at_the_end_of_time_there_is_no_overflow() {
        assert_eq!(again_at(Timestamp::MAX, 1), Some(Timestamp::MAX));
    }
}
