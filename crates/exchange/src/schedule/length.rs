//! How long an event takes, from whichever of duration and end its file states.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::ScheduleTrouble;
use super::instant::{self, DateStated, Parts};
use super::notes::{Counted, Notes};
use super::outline::RawEvent;

/// How long an event takes: as its duration says, else up to its end.
pub(super) fn length(
    event: &RawEvent,
    begin: Option<Timestamp>,
    zone: &TimeZone,
    notes: &mut Notes,
) -> SignedDuration {
    const A_DAY: SignedDuration = SignedDuration::from_hours(24);
    let line = event.line;
    let end = instant::end_of(event.until.as_ref(), zone);
    if end.is_none() && !event.end.is_empty() {
        notes.say(line, &event.end, ScheduleTrouble::EndUnreadable);
    }
    let end = end.zip(begin).map(|(end, begin)| end.duration_since(begin));
    if let Some(backwards) = end.filter(SignedDuration::is_negative) {
        notes.say(line, &event.end, ScheduleTrouble::EndBeforeStart(-backwards.as_mins()));
    }
    let end = end.filter(|length| !length.is_negative());

    let worded = instant::duration(&event.duration);
    if worded.is_none() && !event.duration.is_empty() {
        notes.say(line, &event.duration, ScheduleTrouble::DurationUnreadable);
    }
    let stated = event.length.or(worded.map(|(length, _)| length));
    if let (Some(stated), Some(end)) = (stated, end)
        && stated != end
    {
        notes.say(line, &event.end, ScheduleTrouble::EndDisagrees(stated.as_mins()));
    }
    let Some(length) = stated.or(end) else {
        if event.duration.is_empty() && event.end.is_empty() {
            notes.say(line, "", ScheduleTrouble::DurationMissing);
        }
        return SignedDuration::ZERO;
    };

    let stood = if event.duration.is_empty() { &event.end } else { &event.duration };
    if length.is_zero() {
        notes.say(line, stood, ScheduleTrouble::DurationZero);
    } else if length >= A_DAY && event.length.is_none() && !matches!(event.until, Some(DateStated::Day(_))) {
        notes.say(line, stood, ScheduleTrouble::DurationLong);
    } else if worded.is_some_and(|(_, parts)| parts == Parts::Three) {
        notes.say(line, stood, ScheduleTrouble::DurationOfThreeParts);
    }
    if event.duration.len() == 4 && event.duration.as_bytes()[1] == b':' {
        notes.count(Counted::DurationOfOneDigit, line);
    }
    length
}
