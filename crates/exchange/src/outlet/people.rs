//! Who appears in a file: as far as its readers may know.
//!
//! A name that is withheld must not come in through another door; every writer asks here and nowhere else.

use std::collections::HashSet;

use festoon_domain::programme::{Appearance, Person, PersonId, Programme, Role, Session, Visibility};

use super::{Loss, Losses};

/// The people of a session whom an audience may know of, in the order in which they were named.
pub(crate) fn visible<'p>(
    programme: &'p Programme,
    session: &Session,
    audience: Visibility,
    losses: &mut Losses,
) -> Vec<(PersonId, &'p Person, Role)> {
    let appearances = appearances(session, audience, losses);
    for _ in appearances.iter().filter(|one| one.visibility != Visibility::Public) {
        losses.note(Loss::VisibilityUnsaid, "");
    }
    appearances
        .into_iter()
        .map(|Appearance { person, role, .. }| (person, &programme[person], role))
        .collect()
}

/// The same with how far each may be known, for formats that say so.
pub(crate) fn appearances(session: &Session, audience: Visibility, losses: &mut Losses) -> Vec<Appearance> {
    let mut people = Vec::with_capacity(session.appearances.len());
    for appearance in &session.appearances {
        if appearance.visibility < audience {
            // Not even an example: what is withheld is not told to whoever writes the file either.
            losses.note(Loss::PeopleWithheld, "");
            continue;
        }
        people.push(*appearance);
    }
    people
}

/// The same for formats that show everybody as a speaker: without interpreters, each person once.
pub(crate) fn on_stage<'p>(
    programme: &'p Programme,
    session: &Session,
    audience: Visibility,
    losses: &mut Losses,
) -> Vec<(PersonId, &'p Person)> {
    let mut stage: Vec<(PersonId, &'p Person)> = Vec::new();
    let mut known = HashSet::new();
    for (id, person, role) in visible(programme, session, audience, losses) {
        if role == Role::Interpreter {
            losses.note(Loss::Interpreters, "");
        } else if known.insert(id) {
            stage.push((id, person));
        }
    }
    stage
}
