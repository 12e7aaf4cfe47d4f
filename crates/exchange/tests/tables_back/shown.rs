//! Everything a table holds of a programme, as lines that can be compared.

use std::fmt::Debug;

use festoon_domain::programme::{HostId, Place, Programme, ReferenceKind, Role, SessionId};
use festoon_domain::text::{Lang, Text};

/// What is said of each occurrence, by its guid.
pub(crate) fn rows(programme: &Programme) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = (0..programme.occurrences.len()).map(|at| row(programme, at)).collect();
    rows.sort();
    rows
}

/// What is said of each house and hall.
pub(crate) fn places(programme: &Programme) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = programme
        .venues
        .iter()
        .map(|venue| {
            vec![
                both(&venue.name),
                both(&venue.address),
                debug(&venue.capacity),
                debug(&venue.position),
                debug(&venue.hours),
            ]
        })
        .collect();
    all.extend(programme.rooms.iter().map(|room| {
        let house = both(&programme[room.venue].name);
        vec![
            house,
            both(&room.name),
            debug(&room.seats),
            debug(&room.equipment),
            debug(&room.step_free),
            debug(&room.hours),
        ]
    }));
    all.sort();
    all
}

fn row(programme: &Programme, at: usize) -> Vec<String> {
    let one = &programme.occurrences[at];
    let mut said = vec![debug(&(one.guid, one.number, &one.slug, one.when, one.state))];
    said.push(match one.place {
        None => String::new(),
        Some(Place::Venue(venue)) => both(&programme[venue].name),
        Some(Place::Room(room)) => {
            let room = &programme[room];
            both(&programme[room.venue].name) + &both(&room.name) + &debug(&room.seats)
        }
    });
    said.extend(session(programme, one.session));
    said
}

fn session(programme: &Programme, id: SessionId) -> Vec<String> {
    let session = &programme[id];
    let host = |host: HostId| both(&programme[host].name);
    let texts = [&session.title, &session.subtitle, &session.summary, &session.description];
    let mut said: Vec<String> = texts.into_iter().map(both).collect();
    said.push(debug(&(
        session.kind,
        session.room_use,
        session.expected,
        &session.languages,
        &session.interpretation,
    )));
    said.push(debug(&(&session.equipment, &session.access, &session.link)));
    for kind in [ReferenceKind::Related, ReferenceKind::Attachment] {
        let of_kind: Vec<_> = session.references.iter().filter(|reference| reference.kind == kind).collect();
        said.push(debug(&of_kind));
    }
    said.push(programme.host_of(id).map(host).unwrap_or_default());
    said.push(
        session
            .part
            .map(|part| both(&programme[part].title) + &debug(&programme[part].kind))
            .unwrap_or_default(),
    );
    if let Some(activity) = session.activity.map(|activity| &programme[activity]) {
        said.push(
            both(&activity.title)
                + &debug(&(activity.kind, activity.is_key, activity.edition, &activity.partners)),
        );
        said.push(activity.host.map(host).unwrap_or_default());
        said.push(activity.co_hosts.iter().map(|one| host(*one)).collect());
        let chain = programme.week.chains.iter().find(|chain| Some(&chain.key) == activity.chain.as_ref());
        said.push(chain.map(|chain| both(&chain.name)).unwrap_or_default());
    }
    for role in [Role::Speaker, Role::Chair, Role::GuestOfHonour, Role::Interpreter] {
        for one in session.appearances.iter().filter(|one| one.role == role) {
            let person = &programme[one.person];
            let texts = [&person.name, &person.organisation, &person.position];
            said.push(texts.map(both).concat() + &debug(&(role, one.visibility)));
        }
    }
    said
}

fn both(text: &Text) -> String {
    debug(&Lang::BOTH.map(|lang| text.wording(lang)))
}

fn debug(value: &impl Debug) -> String {
    format!("{value:?}")
}
