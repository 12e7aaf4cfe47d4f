//! Records without what only hosts, the protocol desk or the project desk may know.

use std::sync::Arc;

use festoon_domain::programme::{Citation, PersonId, Programme, Spot, Visibility};
use festoon_domain::week::Records;

/// The same week without its secrets.
pub(super) fn without(records: Records) -> Records {
    let mut programme = records.programme;
    for session in &mut programme.sessions {
        session.appearances.retain(|appearance| appearance.visibility == Visibility::Public);
        // How many are expected and what the house must provide is between host and house.
        session.expected = None;
        session.equipment = Vec::new();
    }
    // Files of hosts have names, and rows that count what else stood in them.
    let nowhere = Citation { file: Arc::from(""), spot: Spot::Whole };
    for occurrence in &mut programme.occurrences {
        occurrence.citation = nowhere.clone();
    }
    keep_only_the_public(&mut programme);
    Records { programme, projects: Vec::new(), ..records }
}

/// Leaves out everybody who appears nowhere any more; those who stay move up, so that not even how many are left out is told.
fn keep_only_the_public(programme: &mut Programme) {
    let mut appears = vec![false; programme.people.len()];
    for appearance in programme.sessions.iter().flat_map(|session| &session.appearances) {
        appears[appearance.person.0 as usize] = true;
    }
    let mut next = 0;
    let moved: Vec<PersonId> = (appears.iter())
        .map(|&appears| {
            let id = PersonId(next);
            next += u32::from(appears);
            id
        })
        .collect();

    let mut stays = appears.iter();
    programme.people.retain(|_| *stays.next().expect("one mark a person"));
    for appearance in programme.sessions.iter_mut().flat_map(|session| &mut session.appearances) {
        appearance.person = moved[appearance.person.0 as usize];
    }
}
