//! Who is bound to whom, by number: what a move looks at instead of a list of all bonds.

use super::number;
use crate::{Bond, Problem, Rule, Score};

/// Who an entry is bound to. Eight bytes, since a week of bookmarks has millions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tie {
    pub(crate) other: u32,
    /// Which of the costs there are.
    cost: u32,
}

/// Lists of ties, one after the other; `from[n]..from[n + 1]` are those of number n.
#[derive(Debug, Default)]
pub(crate) struct Ties {
    from: Vec<u32>,
    list: Vec<Tie>,
    /// Every cost that occurs, once.
    costs: Vec<Score>,
}

impl Ties {
    pub(crate) fn of(&self, number: u32) -> &[Tie] {
        let number = number as usize;
        &self.list[self.from[number] as usize..self.from[number + 1] as usize]
    }

    /// What meeting them costs.
    pub(crate) fn cost(&self, tie: Tie) -> Score {
        self.costs[tie.cost as usize]
    }

    /// Each of a pair is tied to the other.
    pub(crate) fn mutual(count: usize, pairs: Vec<(u32, u32, Score)>) -> Self {
        let both = pairs.into_iter().flat_map(|(one, other, cost)| [(one, other, cost), (other, one, cost)]);
        Self::gathered(count, both.collect())
    }

    /// The first of a pair is tied to the second; what is said twice costs twice.
    pub(crate) fn gathered(count: usize, mut pairs: Vec<(u32, u32, Score)>) -> Self {
        pairs.retain(|(one, other, cost)| one != other && *cost != Score::default());
        pairs.sort_by_key(|&(one, other, _)| (one, other));
        pairs.dedup_by(|later, earlier| {
            let same = (later.0, later.1) == (earlier.0, earlier.1);
            if same {
                earlier.2 = earlier.2 + later.2;
            }
            same
        });
        let from =
            (0..=count).map(|of| number(pairs.partition_point(|pair| (pair.0 as usize) < of))).collect();
        let mut costs: Vec<Score> = pairs.iter().map(|&(.., cost)| cost).collect();
        costs.sort_unstable();
        costs.dedup();
        let place = |cost| number(costs.binary_search(&cost).expect("every cost is among the costs"));
        let list = pairs.iter().map(|&(_, other, cost)| Tie { other, cost: place(cost) }).collect();
        Self { from, list, costs }
    }
}

/// The bonds of these rules, and what a meeting costs.
pub(super) fn bound(bonds: &[Bond], rules: &[Rule], unit: &[Score; Rule::COUNT]) -> Vec<(u32, u32, Score)> {
    let asked = bonds.iter().filter(|bond| rules.contains(&bond.rule));
    asked.map(|bond| (bond.one, bond.other, unit[bond.rule as usize] * bond.count)).collect()
}

/// Every two entries that need one person.
pub(super) fn of_people(problem: &Problem, unit: Score) -> Vec<(u32, u32, Score)> {
    if unit == Score::default() {
        return Vec::new();
    }
    let pairs = |entries: &Vec<u32>| {
        let entries = entries.clone();
        let count = entries.len();
        (0..count).flat_map(move |one| {
            let entries = entries.clone();
            (one + 1..count).map(move |other| (entries[one], entries[other], unit))
        })
    };
    problem.people.iter().flat_map(pairs).collect()
}
