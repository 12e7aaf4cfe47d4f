//! A rule broken once, and by whom.

use super::Score;
use crate::{Problem, Rule, Weight};

/// What a rule counts of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Breach {
    pub rule: Rule,
    pub count: i64,
    pub who: Who,
}

/// Whom a breach is about, by their places in the problem's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    Entry(u32),
    Pair(u32, u32),
    /// Two entries that need this person.
    PairOf {
        one: u32,
        other: u32,
        person: u32,
    },
    Track(u32),
    Tracks(u32, u32),
    Block(u32),
    Person {
        person: u32,
        period: u32,
    },
    Venue {
        venue: u32,
        period: u32,
        slot: u16,
    },
    Stock {
        stock: u32,
        period: u32,
        slot: u16,
    },
    TrackSlot {
        track: u32,
        period: u32,
        slot: u16,
    },
    Slot {
        period: u32,
        slot: u16,
    },
    Host(u32),
}

impl Breach {
    /// What it costs under the problem's rulebook.
    #[must_use]
    pub fn cost(&self, problem: &Problem) -> Score {
        match problem.rules.weight(self.rule) {
            Weight::Off => Score::default(),
            Weight::Soft(weight) => Score { hard: 0, soft: weight * self.count },
            Weight::Hard => Score { hard: self.count, soft: 0 },
        }
    }
}
