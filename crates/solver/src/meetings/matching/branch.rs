//! Halves decided one way and the other, the most promising first, until what is whole meets the bound.

use super::network::{Decided, Flowed, Scale, flowed, sides};
use super::{Market, Matched, Pair, Standing, Worth};

/// Something decided, and what flows then.
struct Branch {
    decided: Vec<Decided>,
    flowed: Flowed,
}

pub(super) fn best(market: &Market, pairs: &[Pair], patience: u32) -> Matched {
    let scale = Scale::of(pairs);
    let sides = sides(market.quotas.len(), pairs);
    let open = |decided: Vec<Decided>| {
        let flowed = flowed(market, pairs, &decided, sides.as_deref(), scale)?;
        Some(Branch { decided, flowed })
    };
    let mut branches: Vec<Branch> = open(vec![Decided::Open; pairs.len()]).into_iter().collect();
    let mut best: (Worth, Vec<usize>) = (Worth::default(), Vec::new());
    let mut left = patience;
    while let Some(at) = promising(&branches) {
        if bound(&branches[at].flowed, scale) <= best.0 {
            break;
        }
        let branch = branches.swap_remove(at);
        let whole = filled(market, pairs, &branch.flowed);
        let counted = counted(market, pairs, &whole);
        if counted > best.0 {
            best = (counted, whole);
        }
        let Some(half) = branch.flowed.halves.iter().position(|&halves| halves == 1) else { continue };
        if left == 0 {
            branches.push(branch);
            break;
        }
        left -= 1;
        for way in [Decided::Meets, Decided::Apart] {
            let mut decided = branch.decided.clone();
            decided[half] = way;
            branches.extend(open(decided));
        }
    }
    let most = promising(&branches).map(|at| bound(&branches[at].flowed, scale));
    let standing = match most {
        Some(most) if most > best.0 => Standing::Open { most },
        _ => Standing::Best,
    };
    let (worth, chosen) = best;
    let named = chosen.into_iter().map(|at| (pairs[at].one, pairs[at].other));
    Matched { pairs: named.collect(), worth, standing }
}

fn promising(branches: &[Branch]) -> Option<usize> {
    (0..branches.len()).max_by_key(|&at| branches[at].flowed.twice)
}

/// What is whole is worth a whole number, so half of an odd one is rounded down.
fn bound(flowed: &Flowed, scale: Scale) -> Worth {
    scale.read(flowed.twice / 2)
}

/// The whole pairs, and of the others as many as still fit: those first that serve somebody, then the mutual and the strong.
fn filled(market: &Market, pairs: &[Pair], flowed: &Flowed) -> Vec<usize> {
    let mut left = market.quotas.clone();
    let mut chosen = vec![false; pairs.len()];
    let mut choose = |at: usize, left: &mut Vec<u32>| {
        let pair = pairs[at];
        chosen[at] = true;
        left[pair.one as usize] -= 1;
        left[pair.other as usize] -= 1;
    };
    for at in (0..pairs.len()).filter(|&at| flowed.halves[at] == 2) {
        choose(at, &mut left);
    }
    let mut rest: Vec<usize> = (0..pairs.len()).filter(|&at| flowed.halves[at] < 2).collect();
    rest.sort_by_key(|&at| {
        let pair = pairs[at];
        let unserved = [pair.one, pair.other]
            .iter()
            .filter(|&&who| left[who as usize] == market.quotas[who as usize])
            .count();
        std::cmp::Reverse((unserved, pair.mutual, pair.strength))
    });
    for at in rest {
        let pair = pairs[at];
        if left[pair.one as usize] > 0 && left[pair.other as usize] > 0 {
            choose(at, &mut left);
        }
    }
    (0..pairs.len()).filter(|&at| chosen[at]).collect()
}

fn counted(market: &Market, pairs: &[Pair], chosen: &[usize]) -> Worth {
    let mut served = vec![false; market.quotas.len()];
    let mut worth = Worth::default();
    for pair in chosen.iter().map(|&at| pairs[at]) {
        served[pair.one as usize] = true;
        served[pair.other as usize] = true;
        worth.mutual += pair.mutual;
        worth.strength += pair.strength;
    }
    worth.served = served.iter().filter(|&&any| any).count() as u64;
    worth
}
