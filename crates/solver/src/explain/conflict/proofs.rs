//! What counting proves.

use std::collections::BTreeMap;

use super::{Cause, Proof};
use crate::counting::broken;
use crate::{At, Entry, Place, Plan, Problem, Rule, Weight, Who};

pub(super) fn all(problem: &Problem) -> Vec<Cause> {
    let mut causes = Vec::new();
    let usable = Usable::of(problem);
    for (number, entry) in (0..).zip(&problem.entries) {
        if entry.pin.is_none() {
            causes.extend(homeless(&usable, entry).map(|proof| Cause { proof, entries: vec![number] }));
        }
    }
    causes.extend(people(&usable));
    causes.extend(full(&usable));
    causes.extend(circle(problem));
    causes.extend(pins(problem));
    causes
}

fn hard(problem: &Problem, rule: Rule) -> bool {
    problem.rules.weight(rule) == Weight::Hard
}

/// Whether the entry may stand in the block as far as rooms and days go.
fn may(problem: &Problem, entry: &Entry, block: crate::Block) -> bool {
    let forbids = |cost: &&crate::Cost| {
        hard(problem, cost.rule)
            && cost.count > 0
            && match cost.at {
                At::Period(period) => period == block.period,
                At::Room(room) => room == block.room,
                At::Hours(hours) => {
                    hours.period == block.period && hours.from <= block.from && hours.till >= block.till()
                }
            }
    };
    block.slots >= entry.slots && !entry.costs.iter().any(|cost| forbids(&cost))
}

/// The blocks in which anything may stand at all: those that cost something hard whoever uses them are none.
struct Usable<'a> {
    problem: &'a Problem,
    barred: Vec<bool>,
}

impl<'a> Usable<'a> {
    fn of(problem: &'a Problem) -> Self {
        let mut barred = vec![false; problem.blocks.len()];
        if hard(problem, Rule::PeriodRoom) {
            for (block, _) in problem.block_costs.iter().filter(|(_, count)| *count > 0) {
                barred[*block as usize] = true;
            }
        }
        Self { problem, barred }
    }

    fn blocks(&self) -> impl Iterator<Item = (usize, crate::Block)> {
        let all = self.problem.blocks.iter().copied().enumerate();
        all.filter(|(block, _)| !self.barred[*block])
    }

    /// Where the entry may stand as far as rooms and days go; what is pinned stands at its pin.
    fn blocks_for(&self, entry: &Entry) -> impl Iterator<Item = (usize, crate::Block)> {
        let pin = entry.pin.map(|place| place.block as usize);
        let pinned = pin.map(|block| (block, self.problem.blocks[block]));
        let free = self.blocks().filter(move |(_, block)| pin.is_none() && may(self.problem, entry, *block));
        pinned.into_iter().chain(free)
    }
}

fn homeless(usable: &Usable<'_>, entry: &Entry) -> Option<Proof> {
    let longest = usable.blocks().map(|(_, block)| block.slots).max().unwrap_or(0);
    if longest < entry.slots {
        return Some(Proof::TooLong { slots: entry.slots, longest });
    }
    usable.blocks_for(entry).next().is_none().then_some(Proof::NoRoom)
}

/// People who are needed longer than they are there.
fn people(usable: &Usable<'_>) -> Vec<Cause> {
    let problem = usable.problem;
    if !hard(problem, Rule::People) {
        return Vec::new();
    }
    let mut causes = Vec::new();
    for (person, entries) in (0..).zip(&problem.people) {
        let needed: u64 = entries.iter().map(|&entry| u64::from(problem.entries[entry as usize].slots)).sum();
        if entries.iter().any(|&entry| has_a_block_of(usable, entry, needed)) {
            continue;
        }
        // A slot counts if any of theirs could be on in it; mostly the first few have slots enough for all.
        let mut any = Vec::new();
        let mut there = 0;
        for &entry in entries {
            let own = could_be_on(usable, entry);
            any.resize(own.len(), false);
            any.iter_mut().zip(own).for_each(|(any, own)| *any |= own);
            there = any.iter().filter(|slot| **slot).count() as u64;
            if needed <= there {
                break;
            }
        }
        if needed > there {
            causes.push(Cause { proof: Proof::Person { person, needed, there }, entries: entries.clone() });
        }
    }
    causes
}

/// Whether a single block has so many slots for the entry: then nothing needs to be counted slot by slot.
fn has_a_block_of(usable: &Usable<'_>, entry: u32, needed: u64) -> bool {
    let problem = usable.problem;
    let entry = &problem.entries[entry as usize];
    let is_by_hours = |cost: &crate::Cost| matches!(cost.at, At::Hours(_)) && hard(problem, cost.rule);
    let mut own = usable.blocks_for(entry);
    !entry.costs.iter().any(is_by_hours) && own.any(|(_, block)| u64::from(block.slots) >= needed)
}

/// Whether the entry could be on in each slot, of one period after the other.
fn could_be_on(usable: &Usable<'_>, entry: u32) -> Vec<bool> {
    let problem = usable.problem;
    let entry = &problem.entries[entry as usize];
    let mut periods: Vec<Vec<bool>> =
        problem.periods.iter().map(|period| vec![false; usize::from(period.slots)]).collect();
    let mut mark = |period: u32, from: u16, till: u16, on: bool| {
        let slots = &mut periods[period as usize];
        let till = usize::from(till).min(slots.len());
        slots[usize::from(from).min(till)..till].fill(on);
    };
    for (_, block) in usable.blocks_for(entry) {
        mark(block.period, block.from, block.till(), true);
    }
    for cost in entry.costs.iter().filter(|cost| hard(problem, cost.rule)) {
        if let At::Hours(hours) = cost.at {
            mark(hours.period, hours.from, hours.till, false);
        }
    }
    periods.concat()
}

/// Blocks with less time than is asked of them by those who may go nowhere else.
fn full(usable: &Usable<'_>) -> Option<Cause> {
    let problem = usable.problem;
    if !hard(problem, Rule::Unplaced) {
        return None;
    }
    let mut by_blocks: BTreeMap<Vec<usize>, Vec<u32>> = BTreeMap::new();
    for (number, entry) in (0..).zip(&problem.entries) {
        by_blocks.entry(usable.blocks_for(entry).map(|(block, _)| block).collect()).or_default().push(number);
    }
    // Every union that one set of blocks spans: entries whose blocks all lie in it.
    by_blocks.keys().filter(|blocks| !blocks.is_empty()).find_map(|blocks| {
        let inside = by_blocks
            .iter()
            .filter(|(other, _)| other.iter().all(|block| blocks.binary_search(block).is_ok()));
        let mut entries: Vec<u32> = inside.flat_map(|(_, entries)| entries).copied().collect();
        let slots = |entry: u32| u64::from(problem.entries[entry as usize].slots);
        let there: u64 = blocks.iter().map(|&block| u64::from(problem.blocks[block].slots)).sum();
        // The longest are enough to show it, and the fewest.
        entries.sort_unstable_by_key(|&entry| (std::cmp::Reverse(slots(entry)), entry));
        let mut needed = 0;
        let few = entries.iter().position(|&entry| {
            needed += slots(entry);
            needed > there
        })?;
        entries.truncate(few + 1);
        entries.sort_unstable();
        Some(Cause { proof: Proof::Full { needed, there }, entries })
    })
}

/// A circle of prerequisites, if there is one.
fn circle(problem: &Problem) -> Option<Cause> {
    if !hard(problem, Rule::Prerequisite) {
        return None;
    }
    let mut after: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for bond in problem.bonds.iter().filter(|bond| bond.rule == Rule::Prerequisite && bond.count > 0) {
        after.entry(bond.one).or_default().push(bond.other);
    }
    let mut done = vec![false; problem.entries.len()];
    for &start in after.keys() {
        // The way from the start, and which of each one's followers is next.
        let mut way: Vec<(u32, usize)> = vec![(start, 0)];
        while let Some((entry, next)) = way.last_mut() {
            let Some(&follower) = after.get(entry).and_then(|all| all.get(*next)) else {
                done[*entry as usize] = true;
                way.pop();
                continue;
            };
            *next += 1;
            if let Some(begins) = way.iter().position(|(on, _)| *on == follower) {
                let entries = way[begins..].iter().map(|(entry, _)| *entry).collect();
                return Some(Cause { proof: Proof::Circle, entries });
            }
            if !done[follower as usize] {
                way.push((follower, 0));
            }
        }
    }
    None
}

/// Pins that break a hard rule among themselves.
fn pins(problem: &Problem) -> Vec<Cause> {
    let pinned: Vec<Option<Place>> = problem.entries.iter().map(|entry| entry.pin).collect();
    let Ok(breaches) = broken(problem, &Plan(pinned)) else {
        return Vec::new();
    };
    let of = |breach: &crate::Breach| {
        let entries = match breach.who {
            Who::Pair(one, other) | Who::PairOf { one, other, .. } => vec![one, other],
            Who::Entry(entry) if breach.rule != Rule::Unplaced => vec![entry],
            _ => return None,
        };
        hard(problem, breach.rule).then_some(Cause { proof: Proof::Pins { rule: breach.rule }, entries })
    };
    breaches.iter().filter_map(of).collect()
}
