//! A problem made ready for being asked a million times a second: costs that depend on one entry and one block in a table, bonds by entry.

use crate::{At, Problem, Rule, Score, Weight};

/// Who an entry is bound to, and what meeting them costs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tie {
    pub(crate) other: u32,
    pub(crate) cost: Score,
}

/// Lists of ties, one after the other; `from[n]..from[n + 1]` are those of number n.
#[derive(Debug, Default)]
pub(crate) struct Ties {
    from: Vec<u32>,
    ties: Vec<Tie>,
}

impl Ties {
    pub(crate) fn of(&self, number: u32) -> &[Tie] {
        let number = number as usize;
        &self.ties[self.from[number] as usize..self.from[number + 1] as usize]
    }

    fn gathered(count: usize, pairs: impl Iterator<Item = (u32, u32, Score)>) -> Self {
        let mut both: Vec<(u32, u32, Score)> = pairs
            .flat_map(|(one, other, cost)| [(one, other, cost), (other, one, cost)])
            .filter(|(one, other, cost)| one != other && *cost != Score::default())
            .collect();
        both.sort_by_key(|&(one, other, _)| (one, other));
        both.dedup_by(|later, earlier| {
            let same = (later.0, later.1) == (earlier.0, earlier.1);
            if same {
                earlier.2 = earlier.2 + later.2;
            }
            same
        });
        let from = (0..=count)
            .map(|number| number_of(both.partition_point(|pair| (pair.0 as usize) < number)))
            .collect();
        let ties = both.into_iter().map(|(_, other, cost)| Tie { other, cost }).collect();
        Self { from, ties }
    }
}

pub(crate) struct Ground<'a> {
    pub(crate) problem: &'a Problem,
    /// By rule: what one count costs.
    pub(crate) unit: [Score; Rule::COUNT],
    /// By entry and block.
    fixed: Vec<Score>,
    /// By track and block: what it costs that the block is the track's.
    block_of_track: Vec<Score>,
    meetings: Ties,
    overlaps: Ties,
    pub(crate) similar: Ties,
    /// By block.
    pub(crate) room: Vec<u32>,
    /// By track: whether anybody in it asks for a place in the order, and the rule is on.
    pub(crate) ordered: Vec<bool>,
    /// By track: its entries.
    pub(crate) members: Vec<Vec<u32>>,
    /// By period: its blocks, by room.
    pub(crate) blocks_in: Vec<Vec<u32>>,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let unit = Rule::ALL.map(|rule| match problem.rules.weight(rule) {
            Weight::Off => Score::default(),
            Weight::Soft(soft) => Score { hard: 0, soft },
            Weight::Hard => Score { hard: 1, soft: 0 },
        });
        let mut members = vec![Vec::new(); problem.tracks.len()];
        for (number, entry) in problem.entries.iter().enumerate() {
            members[entry.track as usize].push(number_of(number));
        }
        let mut blocks_in = vec![Vec::new(); problem.periods.len()];
        for (number, block) in problem.blocks.iter().enumerate() {
            blocks_in[block.period as usize].push(number_of(number));
        }
        let bound = |rules: [Rule; 2]| {
            let unit = &unit;
            let asked = problem.bonds.iter().filter(move |bond| rules.contains(&bond.rule));
            let pairs = asked.map(|bond| (bond.one, bond.other, unit[bond.rule as usize] * bond.count));
            Ties::gathered(problem.entries.len(), pairs)
        };
        let drawn = problem
            .track_bonds
            .iter()
            .map(|bond| (bond.one, bond.other, unit[bond.rule as usize] * bond.count));
        Self {
            problem,
            fixed: fixed(problem, &unit),
            block_of_track: of_tracks(problem, &unit),
            meetings: bound([Rule::Presenters, Rule::Attendees]),
            overlaps: bound([Rule::PresentersAtOnce, Rule::AttendeesAtOnce]),
            similar: Ties::gathered(problem.tracks.len(), drawn),
            room: problem.blocks.iter().map(|block| block.room).collect(),
            ordered: members
                .iter()
                .map(|of: &Vec<u32>| {
                    problem.rules.on(Rule::Order)
                        && of.iter().any(|&entry| problem.entries[entry as usize].order > 0)
                })
                .collect(),
            members,
            blocks_in,
            unit,
        }
    }

    pub(crate) fn fixed(&self, entry: u32, block: u32) -> Score {
        self.fixed[entry as usize * self.room.len() + block as usize]
    }

    pub(crate) fn block_of_track(&self, track: u32, block: u32) -> Score {
        self.block_of_track[track as usize * self.room.len() + block as usize]
    }

    pub(crate) fn bonds(&self, entry: u32) -> &[Tie] {
        self.meetings.of(entry)
    }

    pub(crate) fn overlaps(&self, entry: u32) -> &[Tie] {
        self.overlaps.of(entry)
    }
}

/// A place in a list as a number: lists are counted in 32 bits, which [`Problem::check`] sees to.
pub(crate) fn number(place: usize) -> u32 {
    number_of(place)
}

fn number_of(place: usize) -> u32 {
    u32::try_from(place).expect("no timetable has four thousand million of anything")
}

fn fixed(problem: &Problem, unit: &[Score; Rule::COUNT]) -> Vec<Score> {
    let mut table = Vec::with_capacity(problem.entries.len() * problem.blocks.len());
    for entry in &problem.entries {
        let spread = Spread::of(problem, &entry.costs, unit);
        table.extend(problem.blocks.iter().map(|block| spread.at(block)));
    }
    table
}

fn of_tracks(problem: &Problem, unit: &[Score; Rule::COUNT]) -> Vec<Score> {
    let mut blocks = vec![Score::default(); problem.blocks.len()];
    for &(block, count) in &problem.block_costs {
        blocks[block as usize] = blocks[block as usize] + unit[Rule::PeriodRoom as usize] * count;
    }
    let mut table = Vec::with_capacity(problem.tracks.len() * problem.blocks.len());
    for track in &problem.tracks {
        let spread = Spread::of(problem, &track.costs, unit);
        let costs = problem.blocks.iter().zip(&blocks);
        table.extend(costs.map(|(block, own)| spread.at(block) + *own));
    }
    table
}

/// Costs by period and by room.
struct Spread {
    periods: Vec<Score>,
    rooms: Vec<Score>,
}

impl Spread {
    fn of(problem: &Problem, costs: &[crate::Cost], unit: &[Score; Rule::COUNT]) -> Self {
        let mut periods = vec![Score::default(); problem.periods.len()];
        let mut rooms = vec![Score::default(); problem.rooms.len()];
        for cost in costs {
            let due = unit[cost.rule as usize] * cost.count;
            let place = match cost.at {
                At::Period(period) => &mut periods[period as usize],
                At::Room(room) => &mut rooms[room as usize],
            };
            *place = *place + due;
        }
        Self { periods, rooms }
    }

    fn at(&self, block: &crate::Block) -> Score {
        self.periods[block.period as usize] + self.rooms[block.room as usize]
    }
}
