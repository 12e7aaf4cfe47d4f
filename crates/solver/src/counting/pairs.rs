//! What two entries cost: bonds, people, and pauses between neighbours.

use super::standing::Stands;
use super::{Standing, Tell, Who, number, tell};
use crate::Rule;

pub(super) fn count(standing: &Standing<'_>, to: Tell<'_>) {
    for bond in &standing.problem.bonds {
        let places = (&standing.places[bond.one as usize], &standing.places[bond.other as usize]);
        let (Some(one), Some(other)) = places else { continue };
        tell(
            to,
            bond.rule,
            bond.count * meetings(standing, bond.rule, one, other),
            Who::Pair(bond.one, bond.other),
        );
    }
    for (person, entries) in (0..).zip(&standing.problem.people) {
        let placed: Vec<&Stands<'_>> =
            entries.iter().filter_map(|&entry| standing.places[entry as usize].as_ref()).collect();
        for (place, one) in placed.iter().enumerate() {
            for other in &placed[place + 1..] {
                let who = Who::PairOf { one: number(one.number), other: number(other.number), person };
                tell(to, Rule::People, i64::from(torn(standing, one, other)), who);
            }
        }
        for period in (0..).take(standing.problem.periods.len()) {
            let day: Vec<&Stands<'_>> =
                placed.iter().copied().filter(|stands| stands.block.period == period).collect();
            tell(to, Rule::Waiting, waits(&day), Who::Person { person, period });
        }
    }
    let mut rooms: Vec<&Stands<'_>> = standing.all().collect();
    rooms.sort_by_key(|stands| (stands.block_number, stands.from));
    for pair in rooms.windows(2) {
        let (one, next) = (pair[0], pair[1]);
        let short =
            one.block_number == next.block_number && one.till.saturating_add(one.entry.pause) > next.from;
        tell(to, Rule::Pause, i64::from(short), Who::Pair(number(one.number), number(next.number)));
    }
}

fn meetings(standing: &Standing<'_>, rule: Rule, one: &Stands<'_>, other: &Stands<'_>) -> i64 {
    match rule {
        Rule::Presenters | Rule::Attendees => {
            i64::from(one.block.period == other.block.period && one.block.room != other.block.room)
        }
        Rule::Prerequisite => i64::from((other.block.period, other.from) < (one.block.period, one.till)),
        Rule::Bookmarks => i64::from(one.meets(other)),
        Rule::Slack => i64::from(hurried(standing, one, other)),
        _ => one.shares(other),
    }
}

/// Whether one person cannot be at both: the later begins before the earlier has ended and the road is behind them.
fn torn(standing: &Standing<'_>, one: &Stands<'_>, other: &Stands<'_>) -> bool {
    let (first, second) = if one.from <= other.from { (one, other) } else { (other, one) };
    first.block.period == second.block.period
        && second.from < first.till.saturating_add(road(standing, first, second))
}

/// Whether one person can be at both, but with less than the slack to spare beyond a road that takes any time.
fn hurried(standing: &Standing<'_>, one: &Stands<'_>, other: &Stands<'_>) -> bool {
    let (first, second) = if one.from <= other.from { (one, other) } else { (other, one) };
    let road = road(standing, first, second);
    let soon = second.from < first.till.saturating_add(road).saturating_add(standing.problem.slack);
    first.block.period == second.block.period && road > 0 && soon && !torn(standing, one, other)
}

/// The slots from the house of the one to that of the other.
fn road(standing: &Standing<'_>, from: &Stands<'_>, to: &Stands<'_>) -> u16 {
    standing.problem.venues[from.venue].roads.get(to.venue).copied().unwrap_or(0)
}

/// The slots of a day between the first beginning and the last end that nothing fills.
fn waits(day: &[&Stands<'_>]) -> i64 {
    let first = day.iter().map(|stands| i64::from(stands.from)).min().unwrap_or(0);
    let last = day.iter().map(|stands| i64::from(stands.till)).max().unwrap_or(0);
    let busy: i64 = day.iter().map(|stands| i64::from(stands.entry.slots)).sum();
    (last - first - busy).max(0)
}
