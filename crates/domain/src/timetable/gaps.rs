//! Gaps: sessions of which nobody said where, when or whose they are.
//!
//! Where not a single session says it (a schedule file knows no hosts), that is told once.

use super::{Clash, Rule};
use crate::programme::{OccurrenceId, Programme, State};

pub(super) fn check(programme: &Programme, clashes: &mut Vec<Clash>) {
    let taking_place: Vec<OccurrenceId> = programme
        .each_occurrence()
        .filter(|(_, occurrence)| occurrence.state == State::Scheduled)
        .map(|(id, _)| id)
        .collect();
    let firsts = first_of_each_session(programme, &taking_place);

    let lacking = |ids: &[OccurrenceId], lacks: &dyn Fn(OccurrenceId) -> bool| -> Vec<OccurrenceId> {
        ids.iter().copied().filter(|id| lacks(*id)).collect()
    };
    let timeless = lacking(&taking_place, &|id| programme[id].when.is_none());
    let roomless = lacking(&taking_place, &|id| programme[id].room().is_none());
    let hostless = lacking(&firsts, &|id| programme.host_of(programme[id].session).is_none());

    clashes.extend(told(Rule::NoTime, &timeless, taking_place.len(), Clash::NoTime));
    clashes.extend(told(Rule::NoRoom, &roomless, taking_place.len(), Clash::NoRoom));
    clashes.extend(told(Rule::NoHost, &hostless, firsts.len(), Clash::NoHost));
}

/// A session on five days lacks one host, not five: its first occurrence speaks for it.
fn first_of_each_session(programme: &Programme, occurrences: &[OccurrenceId]) -> Vec<OccurrenceId> {
    let mut spoken_for = vec![false; programme.sessions.len()];
    occurrences
        .iter()
        .copied()
        .filter(|id| !std::mem::replace(&mut spoken_for[programme[*id].session.0 as usize], true))
        .collect()
}

/// Three sessions without, and not one with, are a habit of the file; fewer may be an oversight.
const FEWEST_FOR_ONE_SENTENCE: usize = 3;

fn told(rule: Rule, found: &[OccurrenceId], total: usize, each: fn(OccurrenceId) -> Clash) -> Vec<Clash> {
    if found.len() == total && total >= FEWEST_FOR_ONE_SENTENCE {
        let sessions = u32::try_from(total).unwrap_or(u32::MAX);
        return vec![Clash::Everywhere { rule, lang: None, sessions, example: found[0] }];
    }
    found.iter().copied().map(each).collect()
}
