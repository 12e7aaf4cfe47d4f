//! A timetable while it is being changed: every rule's cost, kept up with each entry that is lifted and put.
//!
//! Two verbs, [`State::lift`] and [`State::put`]; every move is made of them, so no rule knows a move and no move knows a rule. A move that
//! does not pay is taken back by the same verbs. What one verb costs is what the rules that are on look at: the entry's ties, and counters of
//! its track, its stocks, its people and its neighbours.

mod crowds;
mod ground;
mod hosts;
mod languages;
mod meetings;
mod order;
mod tracks;
mod waiting;

pub(crate) use ground::Ground;
pub(crate) use ground::number;

use crowds::Crowds;
use hosts::Hosts;
use languages::Languages;
use tracks::Tracks;

use crate::{Place, Plan, Rule, Score};

/// No block, no track.
pub(crate) const NONE: u32 = u32::MAX;

/// What stands in a block, earliest first.
pub(crate) type Shelf = Vec<(u16, u32)>;

#[derive(Clone)]
pub(crate) struct State<'a> {
    pub(crate) ground: &'a Ground<'a>,
    /// By entry: its block, or [`NONE`].
    pub(crate) block: Vec<u32>,
    /// By entry: its hours; of no period where it has no place. All that most ties ask for, in eight bytes.
    when: Vec<When>,
    pub(crate) slot: Vec<u16>,
    /// By block.
    pub(crate) shelf: Vec<Shelf>,
    pub(crate) free: Vec<u16>,
    pub(crate) unplaced: Vec<u32>,
    tracks: Tracks,
    crowds: Crowds,
    hosts: Hosts,
    languages: Languages,
    /// By track: how many of its entries stand out of order.
    misses: Vec<i64>,
    /// Tracks that changed since their misses were counted, and by track whether it is among them.
    changed: Vec<u32>,
    has_changed: Vec<bool>,
    walk: Vec<order::Step>,
    score: Score,
}

/// A stretch of a period.
#[derive(Clone, Copy)]
struct When {
    period: u32,
    from: u16,
    till: u16,
}

impl When {
    const NEVER: Self = Self { period: NONE, from: 0, till: 0 };

    /// The slots in which both are on.
    fn shares(self, other: Self) -> i64 {
        i64::from(self.till.min(other.till).saturating_sub(self.from.max(other.from)))
    }
}

/// An entry that comes to a place, or leaves it.
#[derive(Clone, Copy)]
pub(crate) struct Shift {
    pub(crate) entry: u32,
    pub(crate) block: u32,
    pub(crate) slot: u16,
    /// 1 for coming, -1 for leaving.
    pub(crate) sign: i64,
}

impl<'a> State<'a> {
    /// Nothing placed.
    pub(crate) fn new(ground: &'a Ground<'a>) -> Self {
        let problem = ground.problem;
        let entries = problem.entries.len();
        let mut state = Self {
            ground,
            block: vec![NONE; entries],
            when: vec![When::NEVER; entries],
            slot: vec![0; entries],
            shelf: vec![Shelf::new(); problem.blocks.len()],
            free: problem.blocks.iter().map(|block| block.slots).collect(),
            unplaced: (0..entries).map(number).collect(),
            tracks: Tracks::new(ground),
            crowds: Crowds::new(ground),
            hosts: Hosts::new(ground),
            languages: Languages::new(ground),
            misses: vec![0; problem.tracks.len()],
            changed: Vec::new(),
            has_changed: vec![false; problem.tracks.len()],
            walk: Vec::new(),
            score: Score::default(),
        };
        let short = Hosts::first_cost(ground);
        state.score = state.score + short;
        state.count(Rule::Unplaced, i64::from(number(entries)));
        state
    }

    /// What all rules cost now.
    pub(crate) fn score(&mut self) -> Score {
        while let Some(track) = self.changed.pop() {
            self.has_changed[track as usize] = false;
            let mut walk = std::mem::take(&mut self.walk);
            let misses = order::misses(self, track, &mut walk);
            self.walk = walk;
            let before = std::mem::replace(&mut self.misses[track as usize], misses);
            self.count(Rule::Order, misses - before);
        }
        self.score
    }

    /// How many of the track's entries stand out of order.
    pub(crate) fn missed(&mut self, track: u32) -> i64 {
        self.score();
        self.misses[track as usize]
    }

    /// Where everything stands.
    pub(crate) fn plan(&self) -> Plan {
        Plan((0..self.block.len()).map(|entry| self.place(number(entry))).collect())
    }

    /// Where the entry stands.
    pub(crate) fn place(&self, entry: u32) -> Option<Place> {
        let (block, slot) = (self.block[entry as usize], self.slot[entry as usize]);
        (block != NONE).then_some(Place { block, slot })
    }

    /// Puts everything where the plan says.
    pub(crate) fn set(&mut self, plan: &Plan) {
        for entry in 0..self.block.len() {
            if self.block[entry] != NONE {
                self.lift(number(entry));
            }
        }
        for (entry, place) in plan.0.iter().enumerate() {
            if let Some(place) = place {
                self.put(number(entry), *place);
            }
        }
    }

    /// The track of what stands in the block, where a block is of one.
    pub(crate) fn track_of(&self, block: u32) -> u32 {
        let row = &self.shelf[block as usize];
        row.first().map_or(NONE, |&(_, entry)| self.ground.problem.entries[entry as usize].track)
    }

    /// Takes the entry, which stands somewhere, away.
    pub(crate) fn lift(&mut self, entry: u32) {
        let at = entry as usize;
        let (block, slot) = (self.block[at], self.slot[at]);
        self.weigh(Shift { entry, block, slot, sign: -1 });
        self.block[at] = NONE;
        self.when[at] = When::NEVER;
        let row = &mut self.shelf[block as usize];
        let stood = row
            .iter()
            .position(|&(_, other)| other == entry)
            .expect("what stands in a block is on its shelf");
        row.remove(stood);
        let asks = &self.ground.problem.entries[at];
        self.free[block as usize] += asks.slots;
        self.unplaced.push(entry);
        self.note_order(asks.track);
        self.count(Rule::Unplaced, 1);
    }

    /// Puts the entry, which stands nowhere, where it has room.
    pub(crate) fn put(&mut self, entry: u32, place: Place) {
        let at = entry as usize;
        let Place { block, slot } = place;
        let row = &mut self.shelf[block as usize];
        let before = row.partition_point(|&(other, _)| other < slot);
        row.insert(before, (slot, entry));
        let asks = &self.ground.problem.entries[at];
        self.free[block as usize] -= asks.slots;
        self.block[at] = block;
        self.slot[at] = slot;
        let period = self.ground.period[block as usize];
        self.when[at] = When { period, from: slot, till: slot + asks.slots };
        let waiting =
            self.unplaced.iter().rposition(|&other| other == entry).expect("what is put was waiting");
        self.unplaced.swap_remove(waiting);
        self.weigh(Shift { entry, block, slot, sign: 1 });
        self.note_order(asks.track);
        self.count(Rule::Unplaced, -1);
    }

    /// What the entry costs where it stands: asked after it came and before it leaves.
    fn weigh(&mut self, shift: Shift) {
        let ground = self.ground;
        let met = ground.fixed(shift.entry, shift.block) + self.met(shift);
        let waited = waiting::changed(self, shift);
        let changed = self.tracks.shift(ground, shift)
            + self.crowds.shift(ground, shift)
            + self.hosts.shift(ground, shift)
            + self.languages.shift(ground, shift);
        self.score = self.score + met * shift.sign + waited + changed;
    }

    fn note_order(&mut self, track: u32) {
        if self.ground.ordered[track as usize]
            && !std::mem::replace(&mut self.has_changed[track as usize], true)
        {
            self.changed.push(track);
        }
    }

    fn count(&mut self, rule: Rule, count: i64) {
        self.score = self.score + self.ground.unit[rule as usize] * count;
    }
}
