//! What depends on which blocks a track has: kept as counts of its entries by block, and of its blocks by period and by room.

use super::{Ground, Shift};
use crate::{Rule, Score};

#[derive(Clone)]
pub(crate) struct Tracks {
    rooms: usize,
    periods: usize,
    blocks: usize,
    /// By track and block: entries.
    in_block: Vec<u16>,
    /// By track and period: blocks.
    in_period: Vec<u16>,
    /// By track and room: blocks.
    in_room: Vec<u16>,
    /// By track: rooms.
    room_count: Vec<u16>,
    /// By track: whether its periods have a gap.
    torn: Vec<bool>,
}

impl Tracks {
    pub(crate) fn new(ground: &Ground<'_>) -> Self {
        let problem = ground.problem;
        let tracks = problem.tracks.len();
        let (rooms, periods, blocks) = (problem.rooms.len(), problem.periods.len(), problem.blocks.len());
        Self {
            rooms,
            periods,
            blocks,
            in_block: vec![0; tracks * blocks],
            in_period: vec![0; tracks * periods],
            in_room: vec![0; tracks * rooms],
            room_count: vec![0; tracks],
            torn: vec![false; tracks],
        }
    }

    /// An entry of the track came to the block, or left it: what that changes.
    pub(crate) fn shift(&mut self, ground: &Ground<'_>, shift: Shift) -> Score {
        let Shift { block, sign, .. } = shift;
        let track = ground.problem.entries[shift.entry as usize].track;
        let inside = &mut self.in_block[track as usize * self.blocks + block as usize];
        if sign > 0 {
            *inside += 1;
            if *inside > 1 {
                return Score::default();
            }
        } else {
            *inside -= 1;
            if *inside > 0 {
                return Score::default();
            }
        }
        self.shift_block(ground, track, block, sign)
    }

    /// The track has one block more, or one less.
    fn shift_block(&mut self, ground: &Ground<'_>, track: u32, block: u32, sign: i64) -> Score {
        let place = ground.problem.blocks[block as usize];
        let row = track as usize;
        let mut changed = ground.block_of_track(track, block) * sign;

        for &tie in ground.similar.of(track) {
            let beside = self.in_period[tie.other as usize * self.periods + place.period as usize];
            changed = changed + ground.similar.cost(tie) * (sign * i64::from(beside));
        }

        let blocks = &mut self.in_period[row * self.periods + place.period as usize];
        let before = *blocks;
        *blocks = stepped(before, sign);
        if before.max(*blocks) > 1 {
            changed = changed + ground.unit[Rule::ParallelTracks as usize] * sign;
        }
        if (before == 0 || *blocks == 0) && ground.problem.rules.on(Rule::ConsecutiveTracks) {
            let of = &self.in_period[row * self.periods..(row + 1) * self.periods];
            let torn = has_gap(of);
            let was = std::mem::replace(&mut self.torn[row], torn);
            let change = i64::from(torn) - i64::from(was);
            changed = changed + ground.unit[Rule::ConsecutiveTracks as usize] * change;
        }

        let blocks = &mut self.in_room[row * self.rooms + place.room as usize];
        let before = *blocks;
        *blocks = stepped(before, sign);
        if before == 0 || *blocks == 0 {
            let rooms = self.room_count[row];
            self.room_count[row] = stepped(rooms, sign);
            if rooms.max(self.room_count[row]) > 1 {
                changed = changed + ground.unit[Rule::RoomsPerTrack as usize] * sign;
            }
        }
        changed
    }
}

const fn stepped(count: u16, sign: i64) -> u16 {
    if sign > 0 { count + 1 } else { count - 1 }
}

/// Whether there is a nought between two that are none.
fn has_gap(counts: &[u16]) -> bool {
    let mut used = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let Some((first, _)) = used.next() else {
        return false;
    };
    let (last, others) = used.fold((first, 0), |(_, others), (at, _)| (at, others + 1));
    last - first > others
}
