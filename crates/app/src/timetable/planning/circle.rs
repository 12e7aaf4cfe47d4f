//! What comes before what must not be a circle. A walk that looks at each pair once; nothing is called by itself, so no chain is too long.

use std::collections::{BTreeMap, HashSet};

use festoon_domain::programme::OccurrenceId;

/// A circle among what comes before what, in its order, if there is one.
pub(super) fn circle(before: &[(OccurrenceId, OccurrenceId)]) -> Option<Vec<OccurrenceId>> {
    let mut next: BTreeMap<OccurrenceId, Vec<OccurrenceId>> = BTreeMap::new();
    for (first, then) in before {
        next.entry(*first).or_default().push(*then);
    }
    let mut done = HashSet::new();
    for &start in next.keys() {
        // The path as it is walked, and which of the next ones is to be looked at.
        let mut path: Vec<(OccurrenceId, usize)> = vec![(start, 0)];
        while let Some((at, looked)) = path.last().copied() {
            let following = next.get(&at).and_then(|following| following.get(looked)).copied();
            let Some(following) = following.filter(|_| !done.contains(&at)) else {
                done.insert(at);
                path.pop();
                continue;
            };
            if let Some(last) = path.last_mut() {
                last.1 += 1;
            }
            if let Some(begins) = path.iter().position(|(on, _)| *on == following) {
                return Some(path[begins..].iter().map(|(on, _)| *on).collect());
            }
            path.push((following, 0));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_found_and_named_in_its_order() {
        let pairs = |pairs: &[(u32, u32)]| -> Vec<(OccurrenceId, OccurrenceId)> {
            pairs.iter().map(|(one, other)| (OccurrenceId(*one), OccurrenceId(*other))).collect()
        };
        assert_eq!(circle(&pairs(&[(0, 1), (0, 2), (1, 3), (2, 3)])), None);
        let found = circle(&pairs(&[(0, 1), (1, 2), (2, 3), (3, 1)]));
        assert_eq!(found, Some([1, 2, 3].map(OccurrenceId).to_vec()));
        assert_eq!(circle(&pairs(&[(5, 5)])), Some(vec![OccurrenceId(5)]));
    }
}
