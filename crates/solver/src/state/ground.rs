//! A problem made ready for being asked a million times a second: costs that depend on one entry and one block in a table, ties by entry,
//! a line of slots on which all periods lie one after the other.

mod fixed;
mod ties;

pub(crate) use ties::Ties;

use crate::{Problem, Rule, Score, Weight};

pub(crate) struct Ground<'a> {
    pub(crate) problem: &'a Problem,
    /// By rule: what one count costs.
    pub(crate) unit: [Score; Rule::COUNT],
    /// By entry and block.
    fixed: Vec<Score>,
    /// By entry: the hours at which it costs, and what.
    pub(crate) hours: Vec<Vec<(crate::Hours, Score)>>,
    /// By track and block: what it costs that the block is the track's.
    block_of_track: Vec<Score>,
    /// In one period, in different rooms.
    pub(crate) meetings: Ties,
    /// Each slot that both are on.
    pub(crate) overlaps: Ties,
    /// On at once, however long.
    pub(crate) clashes: Ties,
    /// On at once, or too far apart for the time between.
    pub(crate) people: Ties,
    /// On the road between them without slack.
    pub(crate) slack: Ties,
    /// The other must have ended.
    pub(crate) after: Ties,
    /// The other must not have begun.
    pub(crate) before: Ties,
    pub(crate) similar: Ties,
    /// By block.
    pub(crate) room: Vec<u32>,
    pub(crate) venue: Vec<u32>,
    pub(crate) period: Vec<u32>,
    /// By period: where its first slot lies on the line of all slots.
    pub(crate) base: Vec<usize>,
    /// How long that line is.
    pub(crate) line: usize,
    /// By track: whether anybody in it asks for a place in the order, and the rule is on.
    pub(crate) ordered: Vec<bool>,
    /// Whether any does.
    pub(crate) any_ordered: bool,
    /// By track: its entries.
    pub(crate) members: Vec<Vec<u32>>,
    /// By period: its blocks, by room.
    pub(crate) blocks_in: Vec<Vec<u32>>,
    /// By room: its blocks, by period.
    pub(crate) blocks_of: Vec<Vec<u32>>,
    /// The entries that have no pin.
    pub(crate) movable: Vec<u32>,
    /// By block: whether something in it is pinned.
    holds_pins: Vec<bool>,
    /// By entry: who is needed, for those who are needed twice.
    pub(crate) needs: Vec<Vec<u32>>,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let unit = Rule::ALL.map(|rule| match problem.rules.weight(rule) {
            Weight::Off => Score::default(),
            Weight::Soft(soft) => Score { hard: 0, soft },
            Weight::Hard => Score { hard: 1, soft: 0 },
        });
        let members = listed(problem.tracks.len(), problem.entries.iter().map(|entry| entry.track));
        let ordered = |of: &Vec<u32>| {
            problem.rules.on(Rule::Order) && of.iter().any(|&entry| problem.entries[entry as usize].order > 0)
        };
        let ordered: Vec<bool> = members.iter().map(ordered).collect();
        let mut base = Vec::with_capacity(problem.periods.len());
        let mut line = 0;
        for period in &problem.periods {
            base.push(line);
            line += usize::from(period.slots);
        }
        let of_entries = |pairs: Vec<(u32, u32, Score)>| Ties::mutual(problem.entries.len(), pairs);
        let bonds = |rules: &[Rule]| ties::bound(&problem.bonds, rules, &unit);
        let before: Vec<_> = bonds(&[Rule::Prerequisite]);
        let after = before.iter().map(|&(one, other, cost)| (other, one, cost)).collect();
        Self {
            fixed: fixed::of_entries(problem, &unit),
            hours: fixed::hours(problem, &unit),
            block_of_track: fixed::of_tracks(problem, &unit),
            meetings: of_entries(bonds(&[Rule::Presenters, Rule::Attendees])),
            overlaps: of_entries(bonds(&[Rule::PresentersAtOnce, Rule::AttendeesAtOnce])),
            clashes: of_entries(bonds(&[Rule::Bookmarks])),
            slack: of_entries(bonds(&[Rule::Slack])),
            people: of_entries(ties::of_people(problem, unit[Rule::People as usize])),
            before: Ties::gathered(problem.entries.len(), before),
            after: Ties::gathered(problem.entries.len(), after),
            similar: Ties::mutual(
                problem.tracks.len(),
                ties::bound(&problem.track_bonds, &[Rule::SimilarTracks, Rule::Chairs], &unit),
            ),
            room: problem.blocks.iter().map(|block| block.room).collect(),
            venue: problem.blocks.iter().map(|block| problem.rooms[block.room as usize].venue).collect(),
            period: problem.blocks.iter().map(|block| block.period).collect(),
            base,
            line,
            any_ordered: ordered.contains(&true),
            ordered,
            members,
            blocks_in: listed(problem.periods.len(), problem.blocks.iter().map(|block| block.period)),
            blocks_of: listed(problem.rooms.len(), problem.blocks.iter().map(|block| block.room)),
            needs: needs(problem),
            movable: movable(problem),
            holds_pins: holds_pins(problem),
            problem,
            unit,
        }
    }

    pub(crate) fn fixed(&self, entry: u32, block: u32) -> Score {
        self.fixed[entry as usize * self.room.len() + block as usize]
    }

    pub(crate) fn block_of_track(&self, track: u32, block: u32) -> Score {
        self.block_of_track[track as usize * self.room.len() + block as usize]
    }

    pub(crate) fn pinned(&self, entry: u32) -> bool {
        self.problem.entries[entry as usize].pin.is_some()
    }

    pub(crate) fn holds_pins(&self, block: u32) -> bool {
        self.holds_pins[block as usize]
    }

    /// Whether the rule is looked at.
    pub(crate) fn on(&self, rule: Rule) -> bool {
        self.problem.rules.on(rule)
    }

    /// The slots of the road from the house of the one block to that of the other; the way back may take longer.
    pub(crate) fn road(&self, one: u32, other: u32) -> u16 {
        let roads = &self.problem.venues[self.venue[one as usize] as usize].roads;
        roads.get(self.venue[other as usize] as usize).copied().unwrap_or(0)
    }
}

/// A place in a list as a number: lists are counted in 32 bits.
pub(crate) fn number(place: usize) -> u32 {
    u32::try_from(place).expect("no timetable has four thousand million of anything")
}

/// By owner: the places of those that name it.
fn listed(owners: usize, named: impl Iterator<Item = u32>) -> Vec<Vec<u32>> {
    let mut lists = vec![Vec::new(); owners];
    for (place, owner) in named.enumerate() {
        lists[owner as usize].push(number(place));
    }
    lists
}

fn needs(problem: &Problem) -> Vec<Vec<u32>> {
    let mut needs = vec![Vec::new(); problem.entries.len()];
    for (person, entries) in problem.people.iter().enumerate() {
        for &entry in entries.iter().filter(|_| entries.len() > 1) {
            needs[entry as usize].push(number(person));
        }
    }
    needs
}

fn movable(problem: &Problem) -> Vec<u32> {
    let free = problem.entries.iter().enumerate().filter(|(_, entry)| entry.pin.is_none());
    free.map(|(entry, _)| number(entry)).collect()
}

fn holds_pins(problem: &Problem) -> Vec<bool> {
    let mut holds = vec![false; problem.blocks.len()];
    for pin in problem.entries.iter().filter_map(|entry| entry.pin) {
        holds[pin.block as usize] = true;
    }
    holds
}
