//! One line of what is on or next: how long it takes until it ends or begins, how long the road is, and whether that is too long.

use festoon_domain::text::Lang;
use festoon_domain::venue::Minutes;
use jiff::{SignedDuration, Timestamp};

use super::{AHEAD, Found, Look};
use crate::Guide;
use crate::line::{Line, Within};
use crate::words::dates::Moments;
use crate::words::near::NearWords;

/// Something that is on or next.
#[derive(Debug)]
pub(super) struct Happening<'a> {
    pub(super) line: Line<'a>,
    pub(super) day: Option<String>,
    pub(super) when_words: Option<String>,
    pub(super) road: Option<String>,
    /// The minutes of road, for the script that goes on comparing them.
    pub(super) road_minutes: Option<u32>,
    /// What somebody misses who sets out now.
    pub(super) misses: Option<&'static str>,
    pub(super) position: Option<String>,
}

impl<'a> Happening<'a> {
    pub(super) fn new(guide: &'a Guide, lang: Lang, look: &Look, found: &Found) -> Self {
        let programme = guide.programme();
        let n = NearWords::of(lang);
        let zone = &programme.week.zone;
        let is_on = found.span.start() <= look.at;
        let (until, words, missed) = if is_on {
            (found.span.end(), n.ends_in, n.misses_all)
        } else {
            (found.span.start(), n.starts_in, n.misses_start)
        };
        let minutes = minutes_until(until, look.at);
        let began = Moments::new(found.span, zone, lang);
        let is_of_another_day = began.date != look.at.to_zoned(zone.clone()).date();
        let position = programme.venue_of(found.id).and_then(|venue| programme[venue].position);
        Self {
            line: Line::new(guide, found.id, lang, Within::Day),
            day: is_of_another_day.then_some(began.day),
            when_words: (i64::from(minutes) <= AHEAD.as_mins())
                .then(|| words.with(&[("time", &n.time(minutes))])),
            road: found.road.map(|Minutes(road)| match road {
                0 => n.right_here.into(),
                road => n.road.with(&[("time", &n.time(road))]),
            }),
            road_minutes: found.road.map(|road| road.0),
            misses: found.road.filter(|&road| is_too_long(road, until, look.at)).map(|_| missed),
            position: position.map(|position| {
                let position = position.to_wgs84();
                format!("{:.5},{:.5}", position.longitude(), position.latitude())
            }),
        }
    }
}

/// Minutes begun: what is to come is never nought minutes away.
fn minutes_until(until: Timestamp, now: Timestamp) -> u32 {
    let seconds = until.duration_since(now).as_secs();
    u32::try_from((seconds + 59).div_euclid(60)).unwrap_or_default()
}

/// Whether the road takes longer than the time there is, which is what the timetable's rule asks of everybody.
fn is_too_long(road: Minutes, until: Timestamp, now: Timestamp) -> bool {
    SignedDuration::from_mins(road.0.into()) > until.duration_since(now)
}
