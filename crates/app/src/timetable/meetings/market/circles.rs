//! Interpreters counted by circles, so that no slot has more meetings than somebody can be found for, whoever speaks what.

use std::collections::BTreeSet;

/// Sets of interpreters, as many of whom as are there can be at as many meetings that need one of them.
pub(super) type Circles = Vec<Vec<usize>>;

/// More sets are counted nowhere: who interprets is settled exactly after the search in any case.
const MOST_CIRCLES: usize = 200;

/// Everybody who could speak for any of some meetings: every meeting's own, and what comes of joining those that share somebody. A slot has enough
/// interpreters exactly if it has no more meetings inside any of these sets than people of it (Hall 1935).
pub(super) fn circles(able: &[Vec<usize>]) -> Circles {
    let own: BTreeSet<Vec<usize>> = able.iter().filter(|who| !who.is_empty()).cloned().collect();
    let mut all: Circles = own.iter().cloned().collect();
    let mut at = 0;
    while at < all.len() && all.len() < MOST_CIRCLES {
        for one in &own {
            if all.len() == MOST_CIRCLES || !one.iter().any(|who| all[at].contains(who)) {
                continue;
            }
            let joined: BTreeSet<usize> = all[at].iter().chain(one).copied().collect();
            let joined: Vec<usize> = joined.into_iter().collect();
            if !all.contains(&joined) {
                all.push(joined);
            }
        }
        at += 1;
    }
    all
}

/// The circles that hold everybody who could speak for a meeting.
pub(super) fn within(circles: &[Vec<usize>], able: &[usize]) -> Vec<u32> {
    let holds = |circle: &Vec<usize>| !able.is_empty() && able.iter().all(|who| circle.contains(who));
    (0..).zip(circles).filter(|(_, circle)| holds(circle)).map(|(at, _)| at).collect()
}
