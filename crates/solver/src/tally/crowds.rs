//! What is counted slot by slot: houses, stocks, tracks beside themselves, languages; and prime time by host.

use super::standing::Stands;
use super::{Standing, Tally, length};
use crate::Rule;

pub(super) fn count(standing: &Standing<'_>, tally: &mut Tally) {
    for (period, slots) in standing.problem.periods.iter().enumerate() {
        let day: Vec<&Stands<'_>> =
            standing.all().filter(|stands| stands.block.period as usize == period).collect();
        for slot in 0..slots.slots {
            let on: Vec<&Stands<'_>> =
                day.iter().copied().filter(|stands| (stands.from..stands.till).contains(&slot)).collect();
            count_slot(standing, &on, tally);
        }
    }
    count_prime(standing, tally);
}

fn count_slot(standing: &Standing<'_>, on: &[&Stands<'_>], tally: &mut Tally) {
    let problem = standing.problem;
    for (number, venue) in problem.venues.iter().enumerate() {
        let inside = on.iter().filter(|stands| stands.venue == number);
        let people: u64 = inside.map(|stands| u64::from(stands.entry.audience)).sum();
        let full = venue.places.is_some_and(|places| people > u64::from(places));
        tally.add(Rule::VenueCapacity, i64::from(full));
    }
    for (number, stock) in problem.stocks.iter().enumerate() {
        let draws = on.iter().flat_map(|stands| &stands.entry.draws);
        let drawn: u64 =
            draws.filter(|draw| draw.stock as usize == number).map(|draw| u64::from(draw.amount)).sum();
        let beyond = drawn.saturating_sub(u64::from(stock.of));
        tally.add(stock.rule, i64::try_from(beyond).unwrap_or(i64::MAX));
    }
    for track in 0..problem.tracks.len() {
        let beside = on.iter().filter(|stands| stands.entry.track as usize == track).count();
        tally.add(Rule::TrackAtOnce, length(beside.saturating_sub(1)));
    }
    let spoken = |language: u32| on.iter().any(|stands| stands.entry.language == Some(language));
    let without = (0..problem.languages).filter(|&language| !spoken(language)).count();
    if without < problem.languages as usize {
        tally.add(Rule::Variety, length(without));
    }
}

/// Entries by which a host's prime time differs from its share.
fn count_prime(standing: &Standing<'_>, tally: &mut Tally) {
    let problem = standing.problem;
    let prime = |stands: &&Stands<'_>| {
        let touches = |hours: &crate::Hours| {
            hours.period == stands.block.period && hours.from < stands.till && stands.from < hours.till
        };
        problem.prime.iter().any(touches)
    };
    for (number, host) in problem.hosts.iter().enumerate() {
        let own = standing.all().filter(|stands| stands.entry.host.map(|host| host as usize) == Some(number));
        let has = length(own.filter(prime).count());
        tally.add(Rule::Fairness, (has - i64::from(host.share)).abs());
    }
}
