//! What people wait between the first and the last thing they are needed for on a day.

use super::{Shift, State};
use crate::{Rule, Score};

/// By how much waiting rises when the entry comes, or falls when it leaves.
pub(super) fn changed(state: &State<'_>, shift: Shift) -> Score {
    let ground = state.ground;
    if !ground.on(Rule::Waiting) {
        return Score::default();
    }
    let period = ground.period[shift.block as usize];
    let people = ground.needs[shift.entry as usize].iter();
    let with_less_without =
        |&person: &u32| waits(state, person, period, None) - waits(state, person, period, Some(shift.entry));
    ground.unit[Rule::Waiting as usize] * (people.map(with_less_without).sum::<i64>() * shift.sign)
}

/// The slots between the person's first beginning and last end in the period that nothing of theirs fills.
fn waits(state: &State<'_>, person: u32, period: u32, but: Option<u32>) -> i64 {
    let mut first = u16::MAX;
    let mut last = 0;
    let mut busy = 0;
    for &entry in &state.ground.problem.people[person as usize] {
        if state.period[entry as usize] != period || Some(entry) == but {
            continue;
        }
        let slots = state.ground.problem.entries[entry as usize].slots;
        let from = state.slot[entry as usize];
        first = first.min(from);
        last = last.max(from + slots);
        busy += i64::from(slots);
    }
    (i64::from(last) - i64::from(first) - busy).max(0)
}
