//! A timetable while it is being changed: every rule's count, kept up with each entry that is lifted and put.
//!
//! Two verbs, [`State::lift`] and [`State::put`]; every move is made of them, so no rule knows a move and no move knows a rule. A move that
//! does not pay is taken back by the same verbs. What one verb costs is what the rules look at: the entry's bonds, and of its track the
//! counters of one block.

mod ground;
mod order;
mod tracks;

pub(crate) use ground::Ground;

use tracks::Tracks;

use crate::{Place, Plan, Rule, Score};

/// No block, no track.
pub(crate) const NONE: u32 = u32::MAX;

/// What stands in a block, earliest first.
pub(crate) type Shelf = Vec<(u16, u32)>;

pub(crate) struct State<'a> {
    pub(crate) ground: &'a Ground<'a>,
    /// By entry: its block, or [`NONE`].
    pub(crate) block: Vec<u32>,
    /// By entry: its period, or [`NONE`]. Kept beside the block since bonds ask for nothing else.
    period: Vec<u32>,
    pub(crate) slot: Vec<u16>,
    /// By block.
    pub(crate) shelf: Vec<Shelf>,
    pub(crate) free: Vec<u16>,
    pub(crate) tracks: Tracks,
    /// By track: how many of its entries stand out of order.
    misses: Vec<i64>,
    score: Score,
    pub(crate) unplaced: Vec<u32>,
}

impl<'a> State<'a> {
    /// Nothing placed.
    pub(crate) fn new(ground: &'a Ground<'a>) -> Self {
        let problem = ground.problem;
        let entries = problem.entries.len();
        let mut state = Self {
            ground,
            block: vec![NONE; entries],
            period: vec![NONE; entries],
            slot: vec![0; entries],
            shelf: vec![Shelf::new(); problem.blocks.len()],
            free: problem.blocks.iter().map(|block| block.slots).collect(),
            tracks: Tracks::new(ground),
            misses: vec![0; problem.tracks.len()],
            score: Score::default(),
            unplaced: (0..entries).map(ground::number).collect(),
        };
        let count = i64::try_from(entries).expect("entries are counted in 32 bits");
        state.add(Rule::Unplaced, count);
        state
    }

    /// What all rules cost now.
    pub(crate) const fn score(&self) -> Score {
        self.score
    }

    /// Where everything stands.
    pub(crate) fn plan(&self) -> Plan {
        let place = |entry: usize| {
            (self.block[entry] != NONE).then(|| Place { block: self.block[entry], slot: self.slot[entry] })
        };
        Plan((0..self.block.len()).map(place).collect())
    }

    /// Where the entry stands.
    pub(crate) fn place(&self, entry: u32) -> Option<Place> {
        let entry = entry as usize;
        (self.block[entry] != NONE).then(|| Place { block: self.block[entry], slot: self.slot[entry] })
    }

    /// The track of what stands in the block, where a block is of one.
    pub(crate) fn track_of(&self, block: u32) -> u32 {
        let shelf = &self.shelf[block as usize];
        shelf.first().map_or(NONE, |&(_, entry)| self.ground.problem.entries[entry as usize].track)
    }

    /// Takes the entry, which stands somewhere, away.
    pub(crate) fn lift(&mut self, entry: u32) {
        let at = entry as usize;
        let block = self.block[at];
        self.weigh(entry, block, -1);
        self.block[at] = NONE;
        self.period[at] = NONE;
        let shelf = &mut self.shelf[block as usize];
        let stood = shelf
            .iter()
            .position(|&(_, other)| other == entry)
            .expect("what stands in a block is on its shelf");
        shelf.remove(stood);
        let asks = &self.ground.problem.entries[at];
        self.free[block as usize] += asks.slots;
        self.settle_track(asks.track, block, -1);
        self.settle_order(asks.track);
        self.unplaced.push(entry);
        self.add(Rule::Unplaced, 1);
    }

    /// Puts the entry, which stands nowhere, where it has room.
    pub(crate) fn put(&mut self, entry: u32, place: Place) {
        let at = entry as usize;
        let block = place.block;
        let shelf = &mut self.shelf[block as usize];
        let before = shelf.partition_point(|&(slot, _)| slot < place.slot);
        shelf.insert(before, (place.slot, entry));
        let asks = &self.ground.problem.entries[at];
        self.free[block as usize] -= asks.slots;
        self.block[at] = block;
        self.slot[at] = place.slot;
        self.period[at] = self.ground.problem.blocks[block as usize].period;
        self.weigh(entry, block, 1);
        self.settle_track(asks.track, block, 1);
        self.settle_order(asks.track);
        let waiting =
            self.unplaced.iter().rposition(|&other| other == entry).expect("what is put was waiting");
        self.unplaced.swap_remove(waiting);
        self.add(Rule::Unplaced, -1);
    }

    /// The first slot of the block at which so many slots are free, if there is one without moving anything.
    pub(crate) fn gap(&self, block: u32, slots: u16) -> Option<u16> {
        let ground = self.ground.problem.blocks[block as usize];
        let mut from = ground.from;
        for &(slot, entry) in &self.shelf[block as usize] {
            if slot - from >= slots {
                return Some(from);
            }
            from = slot + self.ground.problem.entries[entry as usize].slots;
        }
        (ground.from + ground.slots - from >= slots).then_some(from)
    }

    /// Adds, or takes away, what the entry costs where it stands, alone and with those it is bound to.
    fn weigh(&mut self, entry: u32, block: u32, sign: i64) {
        let fixed = self.ground.fixed(entry, block);
        self.score.hard += sign * fixed.hard;
        self.score.soft += sign * fixed.soft;
        let period = self.period[entry as usize];
        let room = self.ground.room[block as usize];
        let mut met = Score::default();
        for bond in self.ground.bonds(entry) {
            let other = bond.other as usize;
            if self.period[other] == period && self.ground.room[self.block[other] as usize] != room {
                met.hard += bond.cost.hard;
                met.soft += bond.cost.soft;
            }
        }
        for bond in self.ground.overlaps(entry) {
            let other = bond.other as usize;
            if self.period[other] == period {
                let shared = self.shared(entry as usize, other);
                met.hard += bond.cost.hard * shared;
                met.soft += bond.cost.soft * shared;
            }
        }
        self.score.hard += sign * met.hard;
        self.score.soft += sign * met.soft;
    }

    /// The slots in which both are on, in one period.
    fn shared(&self, one: usize, other: usize) -> i64 {
        let entries = &self.ground.problem.entries;
        let from = self.slot[one].max(self.slot[other]);
        let till = (self.slot[one] + entries[one].slots).min(self.slot[other] + entries[other].slots);
        i64::from(till.saturating_sub(from))
    }

    fn settle_track(&mut self, track: u32, block: u32, sign: i64) {
        let changed = self.tracks.shift(self.ground, track, block, sign);
        self.score.hard += changed.hard;
        self.score.soft += changed.soft;
    }

    fn settle_order(&mut self, track: u32) {
        if !self.ground.ordered[track as usize] {
            return;
        }
        let misses = order::misses(self, track);
        let before = std::mem::replace(&mut self.misses[track as usize], misses);
        self.add(Rule::Order, misses - before);
    }

    fn add(&mut self, rule: Rule, count: i64) {
        let unit = self.ground.unit[rule as usize];
        self.score.hard += count * unit.hard;
        self.score.soft += count * unit.soft;
    }
}
