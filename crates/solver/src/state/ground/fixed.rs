//! What standing somewhere costs whoever else stands where: tables by block, and hours.

use crate::{At, Block, Cost, Hours, Problem, Rule, Score};

type Units = [Score; Rule::COUNT];

/// By entry and block.
pub(super) fn of_entries(problem: &Problem, unit: &Units) -> Vec<Score> {
    let mut table = Vec::with_capacity(problem.entries.len() * problem.blocks.len());
    for entry in &problem.entries {
        let spread = Spread::of(problem, &entry.costs, unit);
        table.extend(problem.blocks.iter().map(|block| spread.at(block)));
    }
    table
}

/// By track and block, with what the block costs whoever has it.
pub(super) fn of_tracks(problem: &Problem, unit: &Units) -> Vec<Score> {
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

/// By entry.
pub(super) fn hours(problem: &Problem, unit: &Units) -> Vec<Vec<(Hours, Score)>> {
    let of = |cost: &Cost| match cost.at {
        At::Hours(hours) => Some((hours, unit[cost.rule as usize] * cost.count)),
        At::Period(_) | At::Room(_) => None,
    };
    let costs = |entry: &crate::Entry| entry.costs.iter().filter_map(of).collect();
    problem.entries.iter().map(costs).collect()
}

/// Costs by period and by room.
struct Spread {
    periods: Vec<Score>,
    rooms: Vec<Score>,
}

impl Spread {
    fn of(problem: &Problem, costs: &[Cost], unit: &Units) -> Self {
        let mut periods = vec![Score::default(); problem.periods.len()];
        let mut rooms = vec![Score::default(); problem.rooms.len()];
        for cost in costs {
            let due = unit[cost.rule as usize] * cost.count;
            let place = match cost.at {
                At::Period(period) => &mut periods[period as usize],
                At::Room(room) => &mut rooms[room as usize],
                At::Hours(_) => continue,
            };
            *place = *place + due;
        }
        Self { periods, rooms }
    }

    fn at(&self, block: &Block) -> Score {
        self.periods[block.period as usize] + self.rooms[block.room as usize]
    }
}
