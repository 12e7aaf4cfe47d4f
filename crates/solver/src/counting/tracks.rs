//! What tracks cost: their blocks, their rooms, their order, and each other.

use super::standing::Stands;
use super::{Standing, Tell, Who, length, number, tell};
use crate::{At, Block, Cost, Rule};

pub(super) fn count(standing: &Standing<'_>, to: Tell<'_>) {
    let problem = standing.problem;
    let blocks_of: Vec<Vec<usize>> = (0..problem.tracks.len()).map(|track| blocks(standing, track)).collect();
    for (own, (track, blocks)) in problem.tracks.iter().zip(&blocks_of).enumerate() {
        let who = Who::Track(number(own));
        let of: Vec<Block> = blocks.iter().map(|&block| problem.blocks[block]).collect();
        for cost in of.iter().flat_map(|block| due(&track.costs, block)) {
            tell(to, cost.rule, cost.count, who);
        }
        let periods = distinct(of.iter().map(|block| block.period));
        let rooms = distinct(of.iter().map(|block| block.room));
        tell(to, Rule::RoomsPerTrack, length(rooms.len().saturating_sub(1)), who);
        tell(to, Rule::ParallelTracks, length(of.len() - periods.len()), who);
        let ends = periods.first().zip(periods.last());
        let torn = ends.is_some_and(|(first, last)| (last - first) as usize + 1 != periods.len());
        tell(to, Rule::ConsecutiveTracks, i64::from(torn), who);
    }
    for track in 0..problem.tracks.len() {
        tell(to, Rule::Order, misses(standing, track), Who::Track(number(track)));
    }
    for &(block, count) in &problem.block_costs {
        let users = blocks_of.iter().filter(|blocks| blocks.contains(&(block as usize))).count();
        tell(to, Rule::PeriodRoom, count * length(users), Who::Block(block));
    }
    for bond in &problem.track_bonds {
        let (one, other) = (&blocks_of[bond.one as usize], &blocks_of[bond.other as usize]);
        let period = |block: &usize| problem.blocks[*block].period;
        let beside = |block: &usize| other.iter().filter(|next| period(next) == period(block)).count();
        let met = length(one.iter().map(beside).sum());
        tell(to, bond.rule, bond.count * met, Who::Tracks(bond.one, bond.other));
    }
}

fn blocks(standing: &Standing<'_>, track: usize) -> Vec<usize> {
    let mut blocks: Vec<usize> = of(standing, track).map(|stands| stands.block_number).collect();
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}

fn of<'s, 'a>(standing: &'s Standing<'a>, track: usize) -> impl Iterator<Item = &'s Stands<'a>> {
    standing.all().filter(move |stands| stands.entry.track as usize == track)
}

fn due<'c>(costs: &'c [Cost], block: &Block) -> impl Iterator<Item = &'c Cost> {
    costs.iter().filter(move |cost| match cost.at {
        At::Period(period) => period == block.period,
        At::Room(room) => room == block.room,
        At::Hours(_) => false,
    })
}

fn distinct(of: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = of.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Those who, on a walk by period, room and slot, are not the one they asked to be.
fn misses(standing: &Standing<'_>, track: usize) -> i64 {
    let mut walk: Vec<_> = of(standing, track)
        .map(|stands| {
            ((stands.block.period, stands.block.room, stands.from), stands.number, stands.entry.order)
        })
        .collect();
    walk.sort_unstable();
    let missed = walk.iter().zip(1_u32..).filter(|((.., order), place)| *order != 0 && order != place);
    length(missed.count())
}
