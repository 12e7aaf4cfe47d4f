//! What cannot be a problem, and what cannot be a plan of it: said with the place, before anything is searched.

use thiserror::Error;

use crate::{At, BlockUse, Plan, Problem, Rule, Weight};

/// Weights and counts up to here can be added up for any timetable without leaving 64 bits.
const MOST: i64 = 1_000_000_000;

/// Why a problem or a plan is none.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum Fault {
    #[error("{list} {at} names {what} {named}, and there are {count}")]
    Unknown { list: &'static str, at: usize, what: &'static str, named: u32, count: usize },
    #[error("the weight of {rule:?} is {weight}; weights are from 0 to {MOST}")]
    Weight { rule: Rule, weight: i64 },
    #[error("{list} {at} costs {count}; costs are from 0 to {MOST}")]
    Count { list: &'static str, at: usize, count: i64 },
    #[error("{list} {at} is of {rule:?}, which holds no two apart")]
    NoBond { list: &'static str, at: usize, rule: Rule },
    #[error("entry {entry} takes no time; it needs one slot or more")]
    NoTime { entry: usize },
    #[error("entries begin at every slot 0; the step is 1 or more")]
    NoStep,
    #[error("person {person} is needed twice for entry {entry}")]
    Twice { person: usize, entry: u32 },
    #[error("{list} {at} is between {named} and itself")]
    Oneself { list: &'static str, at: usize, named: u32 },
    #[error("block {block} ends after its period")]
    Beyond { block: usize },
    #[error("the plan places {placed} entries, and there are {entries}")]
    Places { placed: usize, entries: usize },
    #[error("entry {entry} does not fit into block {block} at slot {slot}")]
    Outside { entry: usize, block: u32, slot: u16 },
    #[error("entries {one} and {other} stand in block {block} at the same time")]
    Overlap { one: usize, other: usize, block: u32 },
    #[error("entries {one} and {other} of different tracks stand in block {block}")]
    Tracks { one: usize, other: usize, block: u32 },
}

impl Problem {
    /// Whether every number names something and every cost can be added up.
    ///
    /// # Errors
    /// The first fault, with its place.
    pub fn check(&self) -> Result<(), Fault> {
        if self.step == 0 {
            return Err(Fault::NoStep);
        }
        for rule in Rule::ALL {
            if let Weight::Soft(weight) = self.rules.weight(rule)
                && !(0..=MOST).contains(&weight)
            {
                return Err(Fault::Weight { rule, weight });
            }
        }
        for (at, room) in self.rooms.iter().enumerate() {
            named("room", at, "venue", room.venue, self.venues.len())?;
        }
        for (at, block) in self.blocks.iter().enumerate() {
            named("block", at, "period", block.period, self.periods.len())?;
            named("block", at, "room", block.room, self.rooms.len())?;
            let till = u32::from(block.from) + u32::from(block.slots);
            if till > u32::from(self.periods[block.period as usize].slots) {
                return Err(Fault::Beyond { block: at });
            }
        }
        for (at, entry) in self.entries.iter().enumerate() {
            named("entry", at, "track", entry.track, self.tracks.len())?;
            if entry.slots == 0 {
                return Err(Fault::NoTime { entry: at });
            }
            self.check_costs("entry", at, &entry.costs)?;
            for (what, asked, count) in [
                ("host", entry.host, self.hosts.len()),
                ("language", entry.language, self.languages as usize),
                ("block", entry.former.map(|former| former.block), self.blocks.len()),
            ] {
                named("entry", at, what, asked.unwrap_or(0), if asked.is_some() { count } else { 1 })?;
            }
            for draw in &entry.draws {
                named("entry", at, "stock", draw.stock, self.stocks.len())?;
            }
        }
        for (at, hours) in self.prime.iter().enumerate() {
            named("prime time", at, "period", hours.period, self.periods.len())?;
        }
        for (at, entries) in self.people.iter().enumerate() {
            for &entry in entries {
                named("person", at, "entry", entry, self.entries.len())?;
            }
            let mut needed = entries.clone();
            needed.sort_unstable();
            if let Some(pair) = needed.windows(2).find(|pair| pair[0] == pair[1]) {
                return Err(Fault::Twice { person: at, entry: pair[0] });
            }
        }
        for (at, track) in self.tracks.iter().enumerate() {
            self.check_costs("track", at, &track.costs)?;
        }
        for (at, (block, count)) in self.block_costs.iter().enumerate() {
            named("block cost", at, "block", *block, self.blocks.len())?;
            counted("block cost", at, *count)?;
        }
        for (list, bonds, what, count) in [
            ("bond", &self.bonds, "entry", self.entries.len()),
            ("track bond", &self.track_bonds, "track", self.tracks.len()),
        ] {
            for (at, bond) in bonds.iter().enumerate() {
                named(list, at, what, bond.one, count)?;
                named(list, at, what, bond.other, count)?;
                counted(list, at, bond.count)?;
                if bond.one == bond.other {
                    return Err(Fault::Oneself { list, at, named: bond.one });
                }
                if !bonding(bond.rule, what) {
                    return Err(Fault::NoBond { list, at, rule: bond.rule });
                }
            }
        }
        self.check_plan(&Plan(self.entries.iter().map(|entry| entry.pin).collect()))
    }

    /// Whether there are such an entry and such a block.
    pub(crate) fn check_asked(&self, entry: u32, place: crate::Place) -> Result<(), Fault> {
        named("question", 0, "entry", entry, self.entries.len())?;
        named("question", 0, "block", place.block, self.blocks.len())
    }

    fn check_costs(&self, list: &'static str, at: usize, costs: &[crate::Cost]) -> Result<(), Fault> {
        for cost in costs {
            counted(list, at, cost.count)?;
            match cost.at {
                At::Period(period) => named(list, at, "period", period, self.periods.len())?,
                At::Room(room) => named(list, at, "room", room, self.rooms.len())?,
                At::Hours(hours) => named(list, at, "period", hours.period, self.periods.len())?,
            }
        }
        Ok(())
    }

    /// Whether the plan could be: everything whole, in its block, alone there at its time.
    ///
    /// # Errors
    /// The first fault, with its place.
    pub(crate) fn check_plan(&self, plan: &Plan) -> Result<(), Fault> {
        if plan.0.len() != self.entries.len() {
            return Err(Fault::Places { placed: plan.0.len(), entries: self.entries.len() });
        }
        let mut standing = Vec::new();
        for (at, place) in plan.0.iter().enumerate() {
            let Some(place) = place else { continue };
            named("the place of entry", at, "block", place.block, self.blocks.len())?;
            let block = self.blocks[place.block as usize];
            let till = u32::from(place.slot) + u32::from(self.entries[at].slots);
            if place.slot < block.from || till > u32::from(block.from) + u32::from(block.slots) {
                return Err(Fault::Outside { entry: at, block: place.block, slot: place.slot });
            }
            standing.push((place.block, place.slot, at));
        }
        standing.sort_unstable();
        for pair in standing.windows(2) {
            let [(block, slot, one), (next, later, other)] = [pair[0], pair[1]];
            if block != next {
                continue;
            }
            if slot + self.entries[one].slots > later {
                return Err(Fault::Overlap { one, other, block });
            }
            if self.block_use == BlockUse::OneTrack && self.entries[one].track != self.entries[other].track {
                return Err(Fault::Tracks { one, other, block });
            }
        }
        Ok(())
    }
}

/// Whether the rule holds two of these apart.
const fn bonding(rule: Rule, what: &str) -> bool {
    match rule {
        Rule::SimilarTracks | Rule::Chairs => matches!(what.as_bytes(), b"track"),
        Rule::Presenters
        | Rule::Attendees
        | Rule::PresentersAtOnce
        | Rule::AttendeesAtOnce
        | Rule::Bookmarks
        | Rule::Slack
        | Rule::Prerequisite => matches!(what.as_bytes(), b"entry"),
        _ => false,
    }
}

const fn named(
    list: &'static str,
    at: usize,
    what: &'static str,
    named: u32,
    count: usize,
) -> Result<(), Fault> {
    if (named as usize) < count {
        return Ok(());
    }
    Err(Fault::Unknown { list, at, what, named, count })
}

const fn counted(list: &'static str, at: usize, count: i64) -> Result<(), Fault> {
    if 0 <= count && count <= MOST {
        return Ok(());
    }
    Err(Fault::Count { list, at, count })
}
