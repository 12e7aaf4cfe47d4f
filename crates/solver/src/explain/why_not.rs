//! Why an entry does not stand somewhere else: who stands there, and which rules would be broken.

use std::collections::BTreeMap;

use crate::counting::broken;
use crate::{BlockUse, Breach, Fault, Place, Plan, Problem, Rule, Who};

/// What would come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// What makes it impossible as everything else stands. Empty if nothing does.
    pub in_the_way: Vec<InTheWay>,
    /// What would be broken then and is not now, once whoever is in the way has given place.
    pub worse: Vec<Breach>,
    /// What is broken now and would not be then.
    pub better: Vec<Breach>,
}

/// Something that no weight could excuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InTheWay {
    /// The block is closed for some of the time, or too short.
    Closed,
    /// This entry stands there then.
    Taken(u32),
    /// The block is of the track of this entry.
    OtherTrack(u32),
    /// The entry itself is pinned elsewhere.
    Pinned,
}

/// Asks for an entry and a place that it does not have.
///
/// # Errors
/// What is wrong with the problem, the plan, or the numbers asked for.
pub fn why_not(problem: &Problem, plan: &Plan, entry: u32, place: Place) -> Result<WhyNot, Fault> {
    let now = counted(broken(problem, plan)?);
    problem.check_asked(entry, place)?;
    let mut in_the_way = Vec::new();
    let asks = &problem.entries[entry as usize];
    if asks.pin.is_some_and(|pin| pin != place) {
        in_the_way.push(InTheWay::Pinned);
    }
    let hall = problem.blocks[place.block as usize];
    let till = u32::from(place.slot) + u32::from(asks.slots);
    if place.slot < hall.from || till > u32::from(hall.till()) {
        in_the_way.push(InTheWay::Closed);
        return Ok(WhyNot { in_the_way, worse: Vec::new(), better: Vec::new() });
    }
    let others = standing(problem, plan, entry, place);
    let mut then = plan.clone();
    then.0[entry as usize] = Some(place);
    for other in &others {
        let (InTheWay::Taken(number) | InTheWay::OtherTrack(number)) = other else { continue };
        then.0[*number as usize] = None;
    }
    in_the_way.extend(others);
    let mut then = counted(broken(problem, &then)?);
    // That those have no place then is what `in_the_way` says.
    then.retain(|(rule, who), _| *rule != Rule::Unplaced || now.contains_key(&(*rule, *who)));
    Ok(WhyNot { worse: beyond(problem, &then, &now), better: beyond(problem, &now, &then), in_the_way })
}

/// Who stands in the block so that the entry cannot.
fn standing(problem: &Problem, plan: &Plan, entry: u32, place: Place) -> Vec<InTheWay> {
    let asks = &problem.entries[entry as usize];
    let there = (0_u32..).zip(problem.entries.iter().zip(&plan.0)).filter_map(|(number, (other, stands))| {
        let stands = (*stands)?;
        if stands.block != place.block || number == entry {
            return None;
        }
        if stands.slot < place.slot + asks.slots && place.slot < stands.slot + other.slots {
            return Some(InTheWay::Taken(number));
        }
        let alien = problem.block_use == BlockUse::OneTrack && other.track != asks.track;
        alien.then_some(InTheWay::OtherTrack(number))
    });
    there.collect()
}

type Counted = BTreeMap<(Rule, Who), i64>;

fn counted(breaches: Vec<Breach>) -> Counted {
    let mut counted = Counted::new();
    for breach in breaches {
        *counted.entry((breach.rule, breach.who)).or_default() += breach.count;
    }
    counted
}

/// What the one counts beyond the other, dearest first.
fn beyond(problem: &Problem, one: &Counted, other: &Counted) -> Vec<Breach> {
    let more = |(&(rule, who), &count): (&(Rule, Who), &i64)| {
        let count = count - other.get(&(rule, who)).copied().unwrap_or(0);
        (count > 0).then_some(Breach { rule, count, who })
    };
    let mut all: Vec<Breach> = one.iter().filter_map(more).collect();
    all.sort_by_key(|breach| std::cmp::Reverse(breach.cost(problem)));
    all
}
