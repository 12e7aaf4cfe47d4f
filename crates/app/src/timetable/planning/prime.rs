//! The best hours, and how hosts share them.

use festoon_domain::programme::Programme;
use festoon_exchange::planner::Planner;
use festoon_solver::{Host, Hours};

use super::{Planning, number};

/// The best hours, and how many of what is in them now would be each host's if they were shared by how much each puts on.
pub(super) fn add(planning: &mut Planning, programme: &Programme, planner: &Planner) {
    for period in 0..number(planning.calendar.days.len()) {
        for &(from, till) in &planner.prime_time {
            let (from, till) = (planning.calendar.clock(period, from), planning.calendar.clock(period, till));
            if let Some((from, till)) = planning.calendar.outward(period, from, till) {
                planning.problem.prime.push(Hours { period, from, till });
            }
        }
    }
    let mut own = vec![0_u64; programme.hosts.len()];
    let mut prime = 0_u64;
    for (entry, place) in planning.problem.entries.iter().zip(&planning.standing.0) {
        let (Some(host), Some(place)) = (entry.host, place) else { continue };
        own[host as usize] += 1;
        let period = planning.problem.blocks[place.block as usize].period;
        let touches = |hours: &&Hours| {
            hours.period == period && hours.from < place.slot + entry.slots && place.slot < hours.till
        };
        prime += u64::from(planning.problem.prime.iter().find(touches).is_some());
    }
    planning.problem.hosts = shares(&own, prime)
        .into_iter()
        .map(|share| Host { share: u32::try_from(share).unwrap_or(u32::MAX) })
        .collect();
}

/// The whole shared out in proportion, the largest remainders first.
fn shares(own: &[u64], whole: u64) -> Vec<u64> {
    let all: u64 = own.iter().sum::<u64>().max(1);
    let mut shares: Vec<u64> = own.iter().map(|own| own * whole / all).collect();
    let mut by_remainder: Vec<usize> = (0..own.len()).collect();
    by_remainder.sort_by_key(|&host| (std::cmp::Reverse(own[host] * whole % all), host));
    let left = whole.saturating_sub(shares.iter().sum());
    for &host in by_remainder.iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        shares[host] += u64::from(own[host] > 0);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_is_shared_out_to_the_last() {
        assert_eq!(shares(&[3, 3, 1, 0], 5), [2, 2, 1, 0]);
        assert_eq!(shares(&[], 0), Vec::<u64>::new());
    }
}
