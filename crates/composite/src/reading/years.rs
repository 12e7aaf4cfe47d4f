//! How units move from year to year, and how often one was first.

use std::collections::BTreeMap;

use crate::run::{Run, ScoredNode};

/// A unit's way from one year to the next in which it is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearOnYear {
    /// The unit, by its place among the units.
    pub unit: usize,
    /// The case of the earlier year.
    pub from: usize,
    /// The case of the later year.
    pub to: usize,
    /// The later score minus the earlier one; none when one of them is missing.
    pub change: Option<f64>,
    /// The later score over the earlier one, minus 1; none when one is missing or the earlier one is not above 0.
    pub growth: Option<f64>,
    /// How many ranks it rose; negative when it fell.
    pub climbed: Option<f64>,
}

/// Every unit's way through the years, for one node: units in their order, years in theirs.
#[must_use]
pub fn year_on_year(run: &Run, node: &ScoredNode) -> Vec<YearOnYear> {
    let mut by_unit: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, case) in run.cases.iter().enumerate() {
        by_unit.entry(case.unit).or_default().push(place);
    }
    let mut ways = Vec::new();
    for (unit, mut cases) in by_unit {
        cases.sort_unstable_by_key(|&case| run.cases[case].year);
        for pair in cases.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let both = |of: &[Option<f64>]| Some((of.get(from).copied()??, of.get(to).copied()??));
            let scores = both(&node.scores);
            ways.push(YearOnYear {
                unit,
                from,
                to,
                change: scores.map(|(before, after)| after - before),
                growth: scores
                    .filter(|(before, _)| *before > 0.0)
                    .map(|(before, after)| after / before - 1.0),
                climbed: both(&node.ranks).map(|(before, after)| before - after),
            });
        }
    }
    ways
}

/// A unit that was first in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honour {
    /// The unit, by its place among the units.
    pub unit: usize,
    /// The year.
    pub year: i32,
    /// The indexes on which it has rank 1, by their places.
    pub on: Vec<usize>,
    /// Of how many.
    pub of: usize,
    /// For which time: in how many years, this one included, it was first on at least as many.
    pub time: usize,
}

/// Who was first on which indexes, by year and by unit. Equals that share the first rank are all first, where the ranking step lets them share it.
#[must_use]
pub fn honours(run: &Run) -> Vec<Honour> {
    let mut firsts: BTreeMap<(i32, usize), Vec<usize>> = BTreeMap::new();
    for (index, scored) in run.indexes.iter().enumerate() {
        for (case, rank) in run.cases.iter().zip(&scored.root().ranks) {
            if *rank == Some(1.0) {
                firsts.entry((case.year, case.unit)).or_default().push(index);
            }
        }
    }
    let time = |year: i32, unit: usize, at_least: usize| {
        let so_far = firsts.iter().filter(|((when, who), _)| *who == unit && *when <= year);
        so_far.filter(|(_, on)| on.len() >= at_least).count()
    };
    let honour = |(&(year, unit), on): (&(i32, usize), &Vec<usize>)| Honour {
        unit,
        year,
        on: on.clone(),
        of: run.indexes.len(),
        time: time(year, unit, on.len()),
    };
    firsts.iter().map(honour).collect()
}
