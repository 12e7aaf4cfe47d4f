//! Who interprets at which meeting, once it is known when and where each is.
//!
//! As many meetings as can be get somebody who speaks for them, is there, and gets there in time. Slot by slot a matching that leaves as few as can be
//! without anybody (augmenting paths); where roads make what was chosen for one slot matter in the next, and somebody is left without, other choices
//! are tried in the order of time, each state of a slot once, until nothing better is possible or the patience ends. Of few halls or short roads that is
//! a walk through the slots.

use std::collections::HashMap;

use super::day::{Day, Plan, Seat};

/// A meeting that needs somebody, and who could.
struct Call {
    meeting: usize,
    seat: Seat,
    able: Vec<u32>,
}

/// Who comes to each meeting, in the order of the meetings; `None` where nobody is needed, and where nobody can come.
///
/// `able` says for each meeting who could speak for it, by their place, and is empty where nobody is needed; `there` in which slots each of them is,
/// a bit a slot. `patience` is how many choices are tried.
///
/// # Panics
/// When `able` is of another number of meetings than the plan, or names somebody of whom `there` says nothing.
#[must_use]
pub fn interpreted(
    day: &Day,
    plan: &Plan,
    able: &[Vec<u32>],
    there: &[u128],
    patience: u32,
) -> Vec<Option<u32>> {
    assert_eq!(able.len(), plan.0.len(), "every meeting says who could speak for it");
    let mut calls: Vec<Call> = Vec::new();
    for (meeting, (seat, able)) in plan.0.iter().zip(able).enumerate() {
        let Some(seat) = seat.filter(|_| !able.is_empty()) else { continue };
        let is_there = |who: &&u32| there[**who as usize] & (1 << seat.slot) != 0;
        calls.push(Call { meeting, seat, able: able.iter().filter(is_there).copied().collect() });
    }
    calls.sort_by_key(|call| (call.seat, call.meeting));
    let slots: Vec<&[Call]> = calls.chunk_by(|one, other| one.seat.slot == other.seat.slot).collect();

    let mut search = Search::of(day, slots, there.len(), patience);
    let first = search.greedy();
    search.best_left = left(&first);
    search.best = first;
    if search.best_left > search.fewest_from.first().copied().unwrap_or(0) {
        let nowhere = vec![None; there.len()];
        search.slot(0, &nowhere, 0, &mut Vec::new());
    }

    let mut given = vec![None; plan.0.len()];
    for (call, who) in calls.iter().zip(search.best) {
        given[call.meeting] = who;
    }
    given
}

fn left(given: &[Option<u32>]) -> usize {
    given.iter().filter(|who| who.is_none()).count()
}

struct Search<'a> {
    day: &'a Day,
    slots: Vec<&'a [Call]>,
    people: usize,
    /// From each slot on, so many calls go without anybody even if roads took no time.
    fewest_from: Vec<usize>,
    best: Vec<Option<u32>>,
    best_left: usize,
    /// With how few left somebody came to a slot from where everybody was.
    seen: HashMap<(usize, Vec<Option<Seat>>), usize>,
    patience: u32,
}

impl<'a> Search<'a> {
    fn of(day: &'a Day, slots: Vec<&'a [Call]>, people: usize, patience: u32) -> Self {
        let mut fewest_from = vec![0; slots.len() + 1];
        for (at, calls) in slots.iter().enumerate().rev() {
            let options: Vec<Vec<u32>> = calls.iter().map(|call| call.able.clone()).collect();
            fewest_from[at] = fewest_from[at + 1] + left(&matched(&options, people));
        }
        let (best, seen) = (Vec::new(), HashMap::new());
        Self { day, slots, people, fewest_from, best, best_left: usize::MAX, seen, patience }
    }

    /// Slot by slot; whoever is in the hall already rather than whoever must walk.
    fn greedy(&self) -> Vec<Option<u32>> {
        let mut given = Vec::new();
        let mut last: Vec<Option<Seat>> = vec![None; self.people];
        for calls in &self.slots {
            let options: Vec<Vec<u32>> = calls.iter().map(|call| self.options(call, &last)).collect();
            let here = matched(&options, self.people);
            for (call, who) in calls.iter().zip(&here) {
                if let Some(who) = who {
                    last[*who as usize] = Some(call.seat);
                }
            }
            given.extend(here);
        }
        given
    }

    /// Who can come to a call from where they were last.
    fn options(&self, call: &Call, last: &[Option<Seat>]) -> Vec<u32> {
        let gets_there = |who: &&u32| last[**who as usize].is_none_or(|from| self.day.walks(from, call.seat));
        let mut options: Vec<u32> = call.able.iter().filter(gets_there).copied().collect();
        options.sort_by_key(|who| last[*who as usize].is_none_or(|from| from.hall != call.seat.hall));
        options
    }

    /// Everything from a slot on, so many having been left before it.
    fn slot(&mut self, at: usize, last: &[Option<Seat>], left: usize, given: &mut Vec<Option<u32>>) {
        if left + self.fewest_from[at] >= self.best_left || self.patience == 0 {
            return;
        }
        if at == self.slots.len() {
            self.best_left = left;
            self.best.clone_from(given);
            return;
        }
        let from = self.mattering(at, last);
        if self.seen.get(&(at, from.clone())).is_some_and(|&before| before <= left) {
            return;
        }
        self.seen.insert((at, from.clone()), left);
        let mut now = from.clone();
        self.call(at, 0, &from, &mut now, left, given);
    }

    /// Every choice for the calls of a slot from this one on.
    fn call(
        &mut self,
        at: usize,
        number: usize,
        from: &[Option<Seat>],
        now: &mut Vec<Option<Seat>>,
        left: usize,
        given: &mut Vec<Option<u32>>,
    ) {
        self.patience = self.patience.saturating_sub(1);
        if self.patience == 0 || left >= self.best_left {
            return;
        }
        let calls: &'a [Call] = self.slots[at];
        let Some(call) = calls.get(number) else {
            let then = now.clone();
            self.slot(at + 1, &then, left, given);
            return;
        };
        for who in self.options(call, from) {
            let is_taken = now[who as usize].is_some_and(|seat| seat.slot == call.seat.slot);
            if is_taken {
                continue;
            }
            let before = now[who as usize].replace(call.seat);
            given.push(Some(who));
            self.call(at, number + 1, from, now, left, given);
            given.pop();
            now[who as usize] = before;
        }
        given.push(None);
        self.call(at, number + 1, from, now, left + 1, given);
        given.pop();
    }

    /// Where people were, as far as it keeps anybody from a hall in this slot: whoever can be anywhere in time might have been anywhere.
    fn mattering(&self, at: usize, last: &[Option<Seat>]) -> Vec<Option<Seat>> {
        let slot = self.slots[at][0].seat.slot;
        let halls = 0..u32::try_from(self.day.halls.len()).unwrap_or(u32::MAX);
        let holds = |from: &Seat| halls.clone().any(|hall| !self.day.walks(*from, Seat { slot, hall }));
        last.iter().map(|from| from.filter(holds)).collect()
    }
}

/// Gives as many as can be one of their options each, nobody twice; the options that stand first rather than the others.
fn matched(options: &[Vec<u32>], people: usize) -> Vec<Option<u32>> {
    let mut holds: Vec<Option<usize>> = vec![None; people];
    for call in 0..options.len() {
        let mut seen = vec![false; people];
        seat(call, options, &mut holds, &mut seen);
    }
    let mut given = vec![None; options.len()];
    for (who, call) in (0..).zip(holds) {
        if let Some(call) = call {
            given[call] = Some(who);
        }
    }
    given
}

fn seat(call: usize, options: &[Vec<u32>], holds: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    // Whoever is free is asked before anybody is moved.
    let free = options[call].iter().find(|who| holds[**who as usize].is_none());
    if let Some(&who) = free {
        holds[who as usize] = Some(call);
        return true;
    }
    for &who in &options[call] {
        let at = who as usize;
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let Some(other) = holds[at] else { continue };
        if seat(other, options, holds, seen) {
            holds[at] = Some(call);
            return true;
        }
    }
    false
}
