//! A market as a network: a source that gives to everybody on the left, pairs from left to right, and a sink that takes from everybody on the right.
//!
//! The first meeting of each is worth more than any others together, so whoever can be served is.

use super::flow::{Amount, Flow};
use super::{Market, Pair, Worth};

/// What one of each part of a [`Worth`] weighs in a flow: more than everything after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    served: Amount,
    mutual: Amount,
}

impl Scale {
    pub(super) fn of(pairs: &[Pair]) -> Self {
        let strength: Amount = pairs.iter().map(|pair| Amount::from(pair.strength)).sum();
        let mutual = strength + 1;
        Self { served: mutual * (Amount::from(pairs.len() as u64) + 1), mutual }
    }

    fn pair(self, pair: &Pair) -> Amount {
        Amount::from(pair.mutual) * self.mutual + Amount::from(pair.strength)
    }

    /// One number back into its parts.
    pub(super) fn read(self, amount: Amount) -> Worth {
        let part = |amount: Amount| u64::try_from(amount).unwrap_or(0);
        let rest = amount % self.served;
        Worth {
            served: part(amount / self.served),
            mutual: part(rest / self.mutual),
            strength: part(rest % self.mutual),
        }
    }
}

/// What is decided of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decided {
    Open,
    Meets,
    Apart,
}

/// What flows: the double of what it is worth, and how many halves of each pair.
#[derive(Debug, Clone)]
pub(super) struct Flowed {
    pub(super) twice: Amount,
    pub(super) halves: Vec<u8>,
}

/// Which side everybody is on, where no pair is on one side.
pub(super) fn sides(people: usize, pairs: &[Pair]) -> Option<Vec<usize>> {
    let mut known = vec![Vec::new(); people];
    for pair in pairs {
        known[pair.one as usize].push(pair.other as usize);
        known[pair.other as usize].push(pair.one as usize);
    }
    let mut sides = vec![2; people];
    for first in 0..people {
        if sides[first] != 2 {
            continue;
        }
        sides[first] = 0;
        let mut open = vec![first];
        while let Some(who) = open.pop() {
            for &other in &known[who] {
                if sides[other] == sides[who] {
                    return None;
                }
                if sides[other] == 2 {
                    sides[other] = 1 - sides[who];
                    open.push(other);
                }
            }
        }
    }
    Some(sides)
}

/// The best flow through what is not decided yet, and what is; nothing where more is decided than quotas allow.
pub(super) fn flowed(
    market: &Market,
    pairs: &[Pair],
    decided: &[Decided],
    sides: Option<&[usize]>,
    scale: Scale,
) -> Option<Flowed> {
    let people = market.quotas.len();
    let mut left = market.quotas.clone();
    let mut served = vec![false; people];
    let mut twice = 0;
    let mut halves = vec![0; pairs.len()];
    for (at, pair) in pairs.iter().enumerate().filter(|(at, _)| decided[*at] == Decided::Meets) {
        halves[at] = 2;
        twice += 2 * scale.pair(pair);
        for who in [pair.one, pair.other] {
            left[who as usize] = left[who as usize].checked_sub(1)?;
            if !std::mem::replace(&mut served[who as usize], true) {
                twice += 2 * scale.served;
            }
        }
    }
    let [source, sink] = [2 * people, 2 * people + 1];
    let mut flow = Flow::of(2 * people + 2);
    for who in 0..people {
        let first = u32::from(!served[who]).min(left[who]);
        if sides.is_none_or(|sides| sides[who] == 0) {
            flow.arc(source, who, first, scale.served);
            flow.arc(source, who, left[who] - first, 0);
        }
        if sides.is_none_or(|sides| sides[who] == 1) {
            flow.arc(people + who, sink, first, scale.served);
            flow.arc(people + who, sink, left[who] - first, 0);
        }
    }
    let mut arcs = Vec::new();
    for (at, pair) in pairs.iter().enumerate().filter(|(at, _)| decided[*at] == Decided::Open) {
        let [one, other] = [pair.one as usize, pair.other as usize];
        for (from, to) in [(one, other), (other, one)] {
            if sides.is_none_or(|sides| sides[from] == 0) {
                arcs.push((at, flow.arc(from, people + to, 1, scale.pair(pair))));
            }
        }
    }
    let order: Vec<usize> = std::iter::once(source).chain(0..2 * people).chain([sink]).collect();
    // With two sides every pair is one arc, and what flows is whole.
    let whole = if sides.is_some() { 2 } else { 1 };
    twice += Amount::from(whole) * flow.run(source, sink, &order);
    for (at, arc) in arcs {
        halves[at] += u8::from(flow.through(arc) > 0) * whole;
    }
    Some(Flowed { twice, halves })
}
