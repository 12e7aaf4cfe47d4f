//! What is counted slot by slot: houses, stocks, tracks beside themselves, languages; and prime time by host.

use super::standing::Stands;
use super::{Standing, Tell, Who, length, number, tell};
use crate::Rule;

pub(super) fn count(standing: &Standing<'_>, to: Tell<'_>) {
    for (period, slots) in (0_u32..).zip(&standing.problem.periods) {
        let day: Vec<&Stands<'_>> = standing.all().filter(|stands| stands.block.period == period).collect();
        for slot in 0..slots.slots {
            let on: Vec<&Stands<'_>> =
                day.iter().copied().filter(|stands| (stands.from..stands.till).contains(&slot)).collect();
            count_slot(standing, &on, (period, slot), to);
        }
    }
    count_prime(standing, to);
}

fn count_slot(standing: &Standing<'_>, on: &[&Stands<'_>], (period, slot): (u32, u16), to: Tell<'_>) {
    let problem = standing.problem;
    for (venue, house) in problem.venues.iter().enumerate() {
        let inside = on.iter().filter(|stands| stands.venue == venue);
        let people: u64 = inside.map(|stands| u64::from(stands.entry.audience)).sum();
        let full = house.places.is_some_and(|places| people > u64::from(places));
        tell(to, Rule::VenueCapacity, i64::from(full), Who::Venue { venue: number(venue), period, slot });
    }
    for (kind, stock) in problem.stocks.iter().enumerate() {
        let asked = on.iter().flat_map(|stands| &stands.entry.draws);
        let drawn: u64 =
            asked.filter(|draw| draw.stock as usize == kind).map(|draw| u64::from(draw.amount)).sum();
        let beyond = drawn.saturating_sub(u64::from(stock.of));
        let count = i64::try_from(beyond).unwrap_or(i64::MAX);
        tell(to, stock.rule, count, Who::Stock { stock: number(kind), period, slot });
    }
    for track in 0..problem.tracks.len() {
        let beside = on.iter().filter(|stands| stands.entry.track as usize == track).count();
        let who = Who::TrackSlot { track: number(track), period, slot };
        tell(to, Rule::TrackAtOnce, length(beside.saturating_sub(1)), who);
    }
    let spoken = |language: u32| on.iter().any(|stands| stands.entry.language == Some(language));
    let without = (0..problem.languages).filter(|&language| !spoken(language)).count();
    if without < problem.languages as usize {
        tell(to, Rule::Variety, length(without), Who::Slot { period, slot });
    }
}

/// Entries by which a host's prime time differs from its share.
fn count_prime(standing: &Standing<'_>, to: Tell<'_>) {
    let problem = standing.problem;
    let prime = |stands: &&Stands<'_>| {
        let touches = |hours: &crate::Hours| {
            hours.period == stands.block.period && hours.from < stands.till && stands.from < hours.till
        };
        problem.prime.iter().any(touches)
    };
    for (one, host) in problem.hosts.iter().enumerate() {
        let own = standing.all().filter(|stands| stands.entry.host.map(|host| host as usize) == Some(one));
        let has = length(own.filter(prime).count());
        tell(to, Rule::Fairness, (has - i64::from(host.share)).abs(), Who::Host(number(one)));
    }
}
