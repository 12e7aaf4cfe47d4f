//! When each hall may be planned for: its own hours and those of its house, without the stretches in which somebody said it is closed.
//!
//! Where nobody stated hours, and where they are longer, sessions stay between the earliest beginning and the latest end that a movable one has
//! now or had in what the week is to keep to, or a pin asks for, by whole hours, unless the week says otherwise: a park is open all night, and nobody wants a talk at three.

use std::collections::BTreeSet;

use festoon_domain::programme::Programme;
use festoon_domain::venue::Hours;
use festoon_exchange::planner::Planner;
use jiff::{Timestamp, ToSpan};

use super::calendar::{Calendar, week_days};
use super::former::Former;
use super::lanes::Stand;
use super::wanted::{PlacedPin, Wanted};

/// By hall: period, first slot, slot after the last; in order, none touching the next.
pub(super) type Openings = Vec<Vec<(u32, u16, u16)>>;

pub(super) fn openings(
    programme: &Programme,
    planner: &Planner,
    wanted: &Wanted,
    calendar: &Calendar,
    stands: &[Stand],
    former: Option<&Former<'_>>,
) -> Openings {
    let week: BTreeSet<u32> = week_days(programme).iter().filter_map(|day| calendar.period(*day)).collect();
    let movable = || stands.iter().filter(|stand| stand.held.is_none());
    let mut periods = week;
    periods.extend(movable().map(|stand| stand.period));
    let asked: Vec<(u32, u16, u16)> =
        pinned(wanted, calendar, stands).into_iter().chain(earlier(former, calendar, stands)).collect();
    periods.extend(asked.iter().map(|(period, ..)| *period));
    let hour = 60 / calendar.slot;
    let now = movable().map(|stand| (stand.from, stand.till));
    let used: Vec<(u16, u16)> = now.chain(asked.into_iter().map(|(_, from, till)| (from, till))).collect();
    let first = used.iter().map(|(from, _)| *from).min().unwrap_or(0) / hour * hour;
    let last = used.iter().map(|(_, till)| *till).max().unwrap_or(0).div_ceil(hour) * hour;
    let usual = |period: u32| match planner.hours {
        None => (first, last.min(calendar.slots(period))),
        Some((from, till)) => {
            let (from, till) = (calendar.clock(period, from), calendar.clock(period, till));
            let till = if till <= from { calendar.bounds(period).1 } else { till };
            calendar.inward(period, from, till).unwrap_or((0, 0))
        }
    };

    let of_hall = |(number, room): (usize, &festoon_domain::venue::Room)| {
        let mut open = Vec::new();
        for &period in &periods {
            let (first, last) = usual(period);
            for (from, till) in common(
                &seconds(&room.hours, period, calendar),
                &seconds(&programme[room.venue].hours, period, calendar),
            ) {
                let Some((from, till)) = calendar.inward(period, from, till) else { continue };
                let (from, till) = (from.max(first), till.min(last));
                if from < till {
                    open.push((period, from, till));
                }
            }
        }
        let closed = wanted.closed.iter().filter(|closed| closed.room.0 as usize == number);
        for closed in closed {
            for &period in &periods {
                if let Some((from, till)) = calendar.outward(period, closed.from, closed.till) {
                    cut(&mut open, period, from, till);
                }
            }
        }
        open
    };
    programme.rooms.iter().enumerate().map(of_hall).collect()
}

/// The slots that pins with an hour ask for.
fn pinned(wanted: &Wanted, calendar: &Calendar, stands: &[Stand]) -> Vec<(u32, u16, u16)> {
    let slots = |pin: &PlacedPin| {
        let stand = stands.iter().find(|stand| stand.occurrence == pin.occurrence)?;
        from(calendar, stand, pin.start?)
    };
    wanted.placed.iter().filter_map(slots).collect()
}

/// The slots that what is movable had in what the week is to keep to.
fn earlier(former: Option<&Former<'_>>, calendar: &Calendar, stands: &[Stand]) -> Vec<(u32, u16, u16)> {
    let Some(former) = former else { return Vec::new() };
    let movable = stands.iter().filter(|stand| stand.held.is_none());
    movable.filter_map(|stand| from(calendar, stand, former.stood(stand.occurrence)?.0.start())).collect()
}

/// The slots of something if it begins then.
fn from(calendar: &Calendar, stand: &Stand, start: Timestamp) -> Option<(u32, u16, u16)> {
    let period = calendar.period(calendar.day_of(start))?;
    let (from, _) = calendar.outward(period, start.as_second(), start.as_second() + 1)?;
    Some((period, from, from.saturating_add(stand.slots())))
}

/// Takes a stretch out of what is open.
pub(super) fn cut(open: &mut Vec<(u32, u16, u16)>, period: u32, from: u16, till: u16) {
    let before = std::mem::take(open);
    for (of, first, last) in before {
        if of != period || till <= first || last <= from {
            open.push((of, first, last));
            continue;
        }
        open.extend(
            [(of, first, from.max(first)), (of, till.min(last), last)].into_iter().filter(|(_, a, b)| a < b),
        );
    }
}

/// The stretches of a period in which the doors are open, in seconds; openings that touch are one.
fn seconds(hours: &Hours, period: u32, calendar: &Calendar) -> Vec<(i64, i64)> {
    let (start, end) = calendar.bounds(period);
    if hours.is_unstated() {
        return vec![(start, end)];
    }
    let day = calendar.days[period as usize];
    let Ok(before) = day.yesterday() else { return Vec::new() };
    let days = before.series(1.day()).take(3);
    let mut spans: Vec<(i64, i64)> = days
        .flat_map(|day| hours.on(day, calendar.zone()))
        .map(|span| (span.start().as_second(), span.end().as_second()))
        .collect();
    spans.sort_unstable();
    let mut merged: Vec<(i64, i64)> = Vec::new();
    for (from, till) in spans {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(till),
            _ => merged.push((from, till)),
        }
    }
    merged.retain(|(from, till)| *from < end && start < *till);
    merged
}

fn common(one: &[(i64, i64)], other: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1))));
    let mut all: Vec<(i64, i64)> = pairs.filter(|(from, till)| from < till).collect();
    all.sort_unstable();
    all
}
