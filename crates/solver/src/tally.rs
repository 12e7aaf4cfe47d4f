//! Every rule counted from its definition, without memory of what was counted before: what a plan is said to cost, and what the search's
//! own counting is held against.

use std::ops::{Add, Mul};

use crate::{At, Cost, Fault, Plan, Problem, Rule, Weight};

/// What a timetable costs: first what must not be, then what should not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Score {
    pub hard: i64,
    pub soft: i64,
}

impl Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { hard: self.hard + other.hard, soft: self.soft + other.soft }
    }
}

impl Mul<i64> for Score {
    type Output = Self;

    fn mul(self, times: i64) -> Self {
        Self { hard: self.hard * times, soft: self.soft * times }
    }
}

/// What each rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally(pub [i64; Rule::COUNT]);

impl Tally {
    /// What the rule counts.
    #[must_use]
    pub const fn count(&self, rule: Rule) -> i64 {
        self.0[rule as usize]
    }

    /// What it all costs under the problem's rulebook.
    #[must_use]
    pub fn score(&self, problem: &Problem) -> Score {
        Rule::ALL.iter().fold(Score::default(), |sum, &rule| {
            let count = self.count(rule);
            sum + match problem.rules.weight(rule) {
                Weight::Off => Score::default(),
                Weight::Soft(weight) => Score { hard: 0, soft: weight * count },
                Weight::Hard => Score { hard: count, soft: 0 },
            }
        })
    }
}

/// Counts every rule of the plan.
///
/// # Errors
/// A plan that no weight could excuse: entries torn, two at once in a room, two tracks in a block of one.
pub fn tally(problem: &Problem, plan: &Plan) -> Result<Tally, Fault> {
    problem.check()?;
    problem.check_plan(plan)?;
    let mut tally = Tally([0; Rule::COUNT]);
    let mut add = |rule: Rule, count: i64| tally.0[rule as usize] += count;
    let standing = Standing::of(problem, plan);

    for (entry, place) in problem.entries.iter().zip(&standing.places) {
        let Some(block) = place.map(|(block, _)| problem.blocks[block]) else {
            add(Rule::Unplaced, 1);
            continue;
        };
        for cost in due(&entry.costs, block.period, block.room) {
            add(cost.rule, cost.count);
        }
    }
    for bond in &problem.bonds {
        add(bond.rule, bond.count * standing.meetings(problem, bond));
    }
    for (track, blocks) in standing.blocks_of.iter().enumerate() {
        let of: Vec<_> = blocks.iter().map(|&block| problem.blocks[block]).collect();
        for block in &of {
            for cost in due(&problem.tracks[track].costs, block.period, block.room) {
                add(cost.rule, cost.count);
            }
        }
        let periods = distinct(of.iter().map(|block| block.period));
        add(Rule::RoomsPerTrack, beyond_one(distinct(of.iter().map(|block| block.room)).len()));
        add(Rule::ParallelTracks, length(of.len() - periods.len()));
        let torn = periods
            .last()
            .zip(periods.first())
            .is_some_and(|(last, first)| (last - first) as usize + 1 != periods.len());
        add(Rule::ConsecutiveTracks, i64::from(torn));
        add(Rule::Order, standing.misses(problem, track));
    }
    for &(block, count) in &problem.block_costs {
        let users = standing.blocks_of.iter().filter(|blocks| blocks.contains(&(block as usize)));
        add(Rule::PeriodRoom, count * length(users.count()));
    }
    for bond in &problem.track_bonds {
        let beside =
            |one: &usize, other: &usize| problem.blocks[*one].period == problem.blocks[*other].period;
        let (one, other) = (&standing.blocks_of[bond.one as usize], &standing.blocks_of[bond.other as usize]);
        let met = one.iter().map(|block| other.iter().filter(|next| beside(block, next)).count());
        add(bond.rule, bond.count * length(met.sum()));
    }
    Ok(tally)
}

/// Where everything stands, and which blocks each track has, in order.
struct Standing {
    places: Vec<Option<(usize, u16)>>,
    blocks_of: Vec<Vec<usize>>,
}

impl Standing {
    fn of(problem: &Problem, plan: &Plan) -> Self {
        let places: Vec<_> =
            plan.0.iter().map(|place| place.map(|place| (place.block as usize, place.slot))).collect();
        let mut blocks_of = vec![Vec::new(); problem.tracks.len()];
        for (entry, place) in problem.entries.iter().zip(&places) {
            if let Some((block, _)) = place {
                blocks_of[entry.track as usize].push(*block);
            }
        }
        for blocks in &mut blocks_of {
            blocks.sort_unstable();
            blocks.dedup();
        }
        Self { places, blocks_of }
    }

    /// How often the two of the bond meet.
    fn meetings(&self, problem: &Problem, bond: &crate::Bond) -> i64 {
        let (one, other) = (bond.one as usize, bond.other as usize);
        let (Some((block, slot)), Some((next, later))) = (self.places[one], self.places[other]) else {
            return 0;
        };
        let (block, next) = (problem.blocks[block], problem.blocks[next]);
        if block.period != next.period {
            return 0;
        }
        if matches!(bond.rule, Rule::Presenters | Rule::Attendees) {
            return i64::from(block.room != next.room);
        }
        let till = (slot + problem.entries[one].slots).min(later + problem.entries[other].slots);
        i64::from(till.saturating_sub(slot.max(later)))
    }

    fn misses(&self, problem: &Problem, track: usize) -> i64 {
        let mut walk: Vec<_> = problem
            .entries
            .iter()
            .zip(&self.places)
            .filter(|(entry, _)| entry.track as usize == track)
            .filter_map(|(entry, place)| {
                let (block, slot) = (*place)?;
                let block = problem.blocks[block];
                Some(((block.period, block.room, slot), entry.order))
            })
            .collect();
        walk.sort_unstable();
        let missed = walk.iter().zip(1_u32..).filter(|((_, order), place)| *order != 0 && order != place);
        length(missed.count())
    }
}

fn due(costs: &[Cost], period: u32, room: u32) -> impl Iterator<Item = &Cost> {
    costs.iter().filter(move |cost| match cost.at {
        At::Period(of) => of == period,
        At::Room(of) => of == room,
    })
}

fn distinct(of: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = of.collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn beyond_one(count: usize) -> i64 {
    length(count.saturating_sub(1))
}

fn length(count: usize) -> i64 {
    i64::try_from(count).expect("counts are of lists, which are counted in 32 bits")
}
