//! OPass session.json: both languages in one file, as the apps of Taiwan's conferences read it.
//!
//! Android dies of a room that is not listed, iOS of an id that stands twice and of a missing text; so every list is made
//! from what the sessions name, each once, and what one language lacks is copied from the other, as everybody does.
//! A session's id is its occurrence's guid, by which a later reading knows it again. Occurrences are written whole.
//! Announcements and check-in are other files of OPass and not written.

mod directory;
mod session;

use festoon_domain::programme::Programme;
use festoon_domain::text::{Lang, Text};
use serde::Serialize;

use self::directory::{Directory, Entry, SpeakerListed};
use self::session::SessionListed;
use super::only::Picked;
use super::{Asked, Loss, Losses, json_text, words};

pub(super) fn write(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Vec<u8> {
    let mut directory = Directory::default();
    let mut timed = Vec::with_capacity(programme.occurrences.len());
    let picked = Picked::of(programme, asked);
    for (id, occurrence) in programme.each_occurrence().filter(|(id, _)| picked.takes(*id)) {
        match occurrence.when {
            Some(when) => timed.push((when, occurrence.guid, id)),
            None => losses.note(Loss::NoTime, programme[occurrence.session].title.read(asked.lang)),
        }
    }
    timed.sort_unstable();

    let sessions: Vec<SessionListed> = timed
        .into_iter()
        .map(|(when, _, id)| session::listed(programme, id, when, asked, &mut directory, losses))
        .collect();
    let document = Document {
        sessions,
        speakers: directory.speakers(programme, losses),
        session_types: directory.types(programme, losses),
        rooms: directory.rooms(programme, losses),
        tags: directory.tags(),
    };
    // Both languages are there, and what one lacks is copied: nothing that was asked for is missing.
    losses.forget(Loss::OtherLanguage);
    json_text::bytes(&document)
}

#[derive(Serialize)]
struct Document {
    sessions: Vec<SessionListed>,
    speakers: Vec<SpeakerListed>,
    session_types: Vec<Entry>,
    rooms: Vec<Entry>,
    tags: Vec<Entry>,
}

/// A wording in each language, neither missing unless both are.
fn both(text: &Text, losses: &mut Losses) -> [String; 2] {
    Lang::BOTH.map(|lang| words::shown(text, lang, losses))
}

#[cfg(test)]
mod tests;
