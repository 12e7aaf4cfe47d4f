//! Who must be where: asked of the timetable, person by person.

use std::collections::HashSet;

use festoon_domain::programme::{OccurrenceId, PersonId, Programme};
use festoon_domain::timetable::{Duplicates, Passage, Rulebook, honoured, whereabouts};
use festoon_exchange::planner::Planner;
use festoon_solver::{Bond, Rule};
use jiff::Timestamp;

use super::{Planning, number};

pub(super) fn add(
    planning: &mut Planning,
    programme: &Programme,
    duplicates: &Duplicates,
    rulebook: &Rulebook,
    planner: &Planner,
) {
    planning.problem.slack = planning.calendar.up(planner.slack.unwrap_or(rulebook.slack.0));
    let pieces = pieces(planning, programme);
    let passing = Passing { programme, duplicates, rulebook };
    for (person, timed) in whereabouts(programme) {
        let of = |id: OccurrenceId| pieces[id.0 as usize].iter().map(move |piece| (id, *piece));
        let there: Vec<(OccurrenceId, u32)> = timed.iter().flat_map(|(_, id)| of(*id)).collect();
        let is_held = |entry: u32| planning.problem.entries[entry as usize].pin.is_some();
        let mut excused = HashSet::new();
        let mut slack = Vec::new();
        for (place, &(first, one)) in there.iter().enumerate() {
            for &(then, other) in &there[place + 1..] {
                let both_held = is_held(one) && is_held(other);
                if both_held && !passing.clashes(first, then) {
                    excused.insert((one, other));
                }
                let wants_slack = honoured(programme, person, first) || honoured(programme, person, then);
                if wants_slack && first != then && (!both_held || passing.is_tight(first, then)) {
                    slack.push(Bond { rule: Rule::Slack, one, other, count: 1 });
                }
            }
        }
        planning.problem.bonds.extend(slack);
        add_lists(planning, person, &there, &excused);
    }
}

/// One list for a person; where two things that are held do not count against each other, a list for every two that do.
fn add_lists(
    planning: &mut Planning,
    person: PersonId,
    there: &[(OccurrenceId, u32)],
    excused: &HashSet<(u32, u32)>,
) {
    let entries: Vec<u32> = there.iter().map(|(_, entry)| *entry).collect();
    if excused.is_empty() {
        planning.people.push(person);
        planning.problem.people.push(entries);
        return;
    }
    for (place, &one) in entries.iter().enumerate() {
        for &other in &entries[place + 1..] {
            if !excused.contains(&(one, other)) {
                planning.people.push(person);
                planning.problem.people.push(vec![one, other]);
            }
        }
    }
}

/// What the timetable says of two things that stay where they are, the earlier first.
struct Passing<'a> {
    programme: &'a Programme,
    duplicates: &'a Duplicates,
    rulebook: &'a Rulebook,
}

impl Passing<'_> {
    fn clashes(&self, first: OccurrenceId, then: OccurrenceId) -> bool {
        let passage = Passage::between(self.programme, first, then);
        matches!(passage, Passage::Together(_) | Passage::TooFar(_)) && !self.duplicates.contains(first, then)
    }

    fn is_tight(&self, first: OccurrenceId, then: OccurrenceId) -> bool {
        Passage::between(self.programme, first, then).is_tight(self.rulebook)
            && !self.duplicates.contains(first, then)
    }
}

/// By occurrence: its entries.
pub(super) fn pieces(planning: &Planning, programme: &Programme) -> Vec<Vec<u32>> {
    let mut pieces = vec![Vec::new(); programme.occurrences.len()];
    for (entry, id) in planning.entries.iter().enumerate() {
        pieces[id.0 as usize].push(number(entry));
    }
    pieces
}

/// When an occurrence of the programme begins, for lists by time.
pub(super) fn begins(programme: &Programme, id: OccurrenceId) -> Timestamp {
    programme[id].when.map_or(Timestamp::MAX, festoon_domain::programme::Span::start)
}
