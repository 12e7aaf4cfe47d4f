//! Who meets whom: meetings made of wishes, within quotas.
//!
//! Three things are wanted, each before the next: that nobody whose wishes could be heard goes without any meeting, that those meet who both wish it,
//! and that the wishes heard are strong. Where people fall into two sides, buyers and makers, the answer is the best there
//! is, by a flow of least cost. Where anybody may meet anybody, a flow over everybody twice (the fractional b-matching, whose meetings are whole or
//! halves) gives a bound, and halves are decided one way and the other until the bound is met or the patience ends: [`Matched::standing`] says which.

mod branch;
mod flow;
mod network;

use std::collections::{BTreeMap, HashMap, HashSet};

use thiserror::Error;

/// Who is there, and what they want.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Market {
    /// The most meetings of each participant.
    pub quotas: Vec<u32>,
    pub wishes: Vec<Wish>,
    /// Pairs that must not meet, whoever wishes it: of one company, or who have met before.
    pub apart: Vec<(u32, u32)>,
}

/// Somebody wants to meet somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    pub of: u32,
    pub to: u32,
    /// How much: 1 to [`Wish::STRONGEST`]. Of a wish told twice, the stronger counts.
    pub strength: u32,
}

impl Wish {
    pub const STRONGEST: u32 = 1000;
}

/// Why there is nothing to match.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum Unmatched {
    #[error("{list} {at} names participant {named}, and there are {count}")]
    Unknown { list: &'static str, at: usize, named: u32, count: usize },
    #[error("{list} {at} is of participant {participant} with themselves")]
    Oneself { list: &'static str, at: usize, participant: u32 },
    #[error("wish {at} has the strength {strength}; strengths are from 1 to {}", Wish::STRONGEST)]
    Strength { at: usize, strength: u32 },
}

/// What was made of a market.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The pairs that meet, the smaller number first, in order.
    pub pairs: Vec<(u32, u32)>,
    pub worth: Worth,
    pub standing: Standing,
}

/// What pairs are worth; more is better, and what stands first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Worth {
    /// Participants with any meeting.
    pub served: u64,
    /// Meetings that both wish.
    pub mutual: u64,
    /// The strengths of all wishes that are heard.
    pub strength: u64,
}

/// What is known of pairs besides their worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is worth more.
    Best,
    /// Something may be worth more, but not more than this.
    Open { most: Worth },
}

/// Wishes of everybody who seeks a subject to everybody else who offers it; more subjects, more strength.
#[must_use]
pub fn wishes_of_subjects(offers: &[Vec<u32>], seeks: &[Vec<u32>], strength: u32) -> Vec<Wish> {
    let mut wishes = Vec::new();
    for (of, sought) in (0..).zip(seeks) {
        for (to, offered) in (0..).zip(offers) {
            let common = sought.iter().filter(|subject| offered.contains(subject)).count();
            if of != to && common > 0 {
                let times = u32::try_from(common).unwrap_or(u32::MAX);
                wishes.push(Wish {
                    of,
                    to,
                    strength: strength.saturating_mul(times).clamp(1, Wish::STRONGEST),
                });
            }
        }
    }
    wishes
}

/// The best pairs, or the best found after deciding so many halves.
///
/// # Errors
/// What is wrong with the market.
pub fn matched(market: &Market, patience: u32) -> Result<Matched, Unmatched> {
    market.check()?;
    Ok(branch::best(market, &market.pairs(), patience))
}

/// What the pairs are worth, counted from the wishes; nothing where a pair must not meet, meets twice or exceeds a quota.
#[must_use]
pub fn worth(market: &Market, pairs: &[(u32, u32)]) -> Option<Worth> {
    let mut strongest = HashMap::new();
    for wish in &market.wishes {
        let strength = strongest.entry((wish.of, wish.to)).or_insert(0);
        *strength = wish.strength.max(*strength);
    }
    let mut forbidden: HashSet<(u32, u32)> = market.apart.iter().map(|&pair| sorted(pair)).collect();
    let mut met = vec![0_u32; market.quotas.len()];
    let mut worth = Worth::default();
    for &(one, other) in pairs {
        // Who has met must not meet again.
        if one == other || !forbidden.insert(sorted((one, other))) {
            return None;
        }
        for who in [one, other] {
            *met.get_mut(who as usize)? += 1;
        }
        let [there, back] = [(one, other), (other, one)].map(|way| strongest.get(&way).copied());
        worth.mutual += u64::from(there.is_some() && back.is_some());
        worth.strength += u64::from(there.unwrap_or(0)) + u64::from(back.unwrap_or(0));
    }
    worth.served = met.iter().filter(|&&meetings| meetings > 0).count() as u64;
    met.iter().zip(&market.quotas).all(|(met, quota)| met <= quota).then_some(worth)
}

fn sorted((one, other): (u32, u32)) -> (u32, u32) {
    (one.min(other), one.max(other))
}

/// Two of whom at least one wishes to meet the other, and may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    one: u32,
    other: u32,
    mutual: u64,
    strength: u64,
}

impl Market {
    fn check(&self) -> Result<(), Unmatched> {
        let count = self.quotas.len();
        let named = |list, at, who: &[u32; 2]| match who.iter().find(|&&one| one as usize >= count) {
            Some(&named) => Err(Unmatched::Unknown { list, at, named, count }),
            None if who[0] == who[1] => Err(Unmatched::Oneself { list, at, participant: who[0] }),
            None => Ok(()),
        };
        for (at, wish) in self.wishes.iter().enumerate() {
            named("wish", at, &[wish.of, wish.to])?;
            if !(1..=Wish::STRONGEST).contains(&wish.strength) {
                return Err(Unmatched::Strength { at, strength: wish.strength });
            }
        }
        self.apart
            .iter()
            .enumerate()
            .try_for_each(|(at, &(one, other))| named("pair apart", at, &[one, other]))
    }

    /// Every pair that may meet and should, once.
    fn pairs(&self) -> Vec<Pair> {
        let apart: HashSet<(u32, u32)> = self.apart.iter().map(|&pair| sorted(pair)).collect();
        let mut strongest = BTreeMap::<(u32, u32), [u64; 2]>::new();
        for wish in &self.wishes {
            let key = sorted((wish.of, wish.to));
            if apart.contains(&key) {
                continue;
            }
            let way = &mut strongest.entry(key).or_default()[usize::from(wish.of > wish.to)];
            *way = u64::from(wish.strength).max(*way);
        }
        let pair = |((one, other), [there, back]): ((u32, u32), [u64; 2])| Pair {
            one,
            other,
            mutual: u64::from(there > 0 && back > 0),
            strength: there + back,
        };
        strongest.into_iter().map(pair).collect()
    }
}
