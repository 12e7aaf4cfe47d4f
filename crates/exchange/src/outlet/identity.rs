//! Numbers, slugs and identifiers by which apps key on what is written.
//!
//! What an app knows already stays. What has none yet gets it from its own guid, not from its place in the file, so that
//! it is the same in the next file, whatever was added before it. Numbers fit a signed 32-bit number, the least that an
//! app keeps them in; two guids in some 65,000 of one programme meet in one, and then the later in order of guids moves on.

use std::collections::{BTreeMap, HashSet};
use std::num::NonZeroU32;

use festoon_domain::programme::{Occurrence, PersonId, Programme};
use festoon_domain::venue::{RoomId, VenueId};
use uuid::Uuid;

use crate::assembly::identity::derive;

/// Numbers given so far.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    taken: HashSet<NonZeroU32>,
}

impl Numbers {
    /// Notes a number that something has already.
    pub(crate) fn take(&mut self, number: NonZeroU32) -> bool {
        self.taken.insert(number)
    }

    /// A number for something of this identity, unlike all before.
    pub(crate) fn give(&mut self, guid: Uuid) -> NonZeroU32 {
        let bits = guid.as_u128();
        let folded = (bits ^ (bits >> 32) ^ (bits >> 64) ^ (bits >> 96)) & 0x7fff_ffff;
        let mut number = u32::try_from(folded).unwrap_or(1).max(1);
        loop {
            let candidate = NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
            if self.taken.insert(candidate) {
                return candidate;
            }
            number = if number >= 0x7fff_ffff { 1 } else { number + 1 };
        }
    }
}

/// Settles the numbers of all occurrences: those that were published keep theirs, then each its own, the rest from their guids.
///
/// Without this a number could still move when something is added whose guid happens to meet it.
pub fn settle_numbers(programme: &mut Programme, published: &BTreeMap<Uuid, NonZeroU32>) {
    let mut numbers = Numbers::default();
    for occurrence in &mut programme.occurrences {
        if let Some(number) = published.get(&occurrence.guid) {
            occurrence.number = Some(*number);
            numbers.take(*number);
        }
    }
    let mut rest: Vec<&mut Occurrence> = (programme.occurrences.iter_mut())
        .filter(|occurrence| !published.contains_key(&occurrence.guid))
        .collect();
    rest.sort_by_key(|occurrence| occurrence.guid);
    for occurrence in &mut rest {
        occurrence.number = occurrence.number.filter(|number| numbers.take(*number));
    }
    for occurrence in rest {
        let number = occurrence.number.unwrap_or_else(|| numbers.give(occurrence.guid));
        occurrence.number = Some(number);
    }
}

/// The short name of a programme that schema and apps take: four or more of `a-z 0-9 _`.
pub(crate) fn acronym(slug: &str) -> String {
    let mut acronym: String =
        slug.to_ascii_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    while acronym.len() < 4 {
        acronym.push('_');
    }
    acronym
}

/// The slug of an entry: the one it is known by where that fits the schema, else from its number.
pub(crate) fn slug(known: Option<&str>, acronym: &str, number: NonZeroU32) -> String {
    match known {
        Some(known) if fits(known) => known.to_owned(),
        _ => format!("{acronym}-{number:04}"),
    }
}

/// Four or more of `a-z 0-9 _`, a hyphen, four or more of `a-z 0-9 _ -` of which the last is no hyphen or underscore.
fn fits(slug: &str) -> bool {
    let Some((first, rest)) = slug.split_once('-') else { return false };
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    first.len() >= 4
        && first.bytes().all(|byte| small(byte) || byte == b'_')
        && rest.len() >= 4
        && rest.bytes().all(|byte| small(byte) || matches!(byte, b'_' | b'-'))
        && rest.bytes().last().is_some_and(small)
}

/// A person's identity in files.
pub(crate) fn person(programme: &Programme, id: PersonId) -> Uuid {
    let person = &programme[id];
    person.guid.unwrap_or_else(|| derive(&["person", &programme.week.slug, &person.key]))
}

/// A house's identity in files.
pub(crate) fn venue(programme: &Programme, id: VenueId) -> Uuid {
    derive(&["venue", &programme.week.slug, &programme[id].key])
}

/// A number for everybody, the same in every file: it does not hang on who else is written. An app that finds a person
/// without one gives up the whole file.
pub(crate) fn people_numbers(programme: &Programme) -> Vec<NonZeroU32> {
    let everybody = (0..).map(PersonId).zip(&programme.people);
    let mut by_guid: Vec<(Uuid, PersonId)> = everybody.map(|(id, _)| (person(programme, id), id)).collect();
    by_guid.sort_unstable();
    let mut numbers = Numbers::default();
    let known: Vec<Option<NonZeroU32>> =
        programme.people.iter().map(|person| person.number.filter(|number| numbers.take(*number))).collect();
    let mut numbered: Vec<(PersonId, NonZeroU32)> = by_guid
        .into_iter()
        .map(|(guid, id)| (id, known[id.0 as usize].unwrap_or_else(|| numbers.give(guid))))
        .collect();
    numbered.sort_unstable_by_key(|(id, _)| *id);
    numbered.into_iter().map(|(_, number)| number).collect()
}

/// A hall's identity in files.
pub(crate) fn room(programme: &Programme, id: RoomId) -> Uuid {
    let room = &programme[id];
    room.guid
        .unwrap_or_else(|| derive(&["room", &programme.week.slug, &programme[room.venue].key, &room.key]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_comes_from_the_identity_and_never_twice() {
        let guid = Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        let (mut one, mut other) = (Numbers::default(), Numbers::default());
        let first = one.give(guid);
        other.give(Uuid::from_u128(7));
        assert_eq!(other.give(guid), first);
        assert_ne!(one.give(guid), first);
        assert!(i32::try_from(first.get()).is_ok());
        assert_eq!(Numbers::default().give(Uuid::nil()).get(), 1);
    }

    #[test]
    fn slugs_fit_the_schema_whatever_stood_before() {
        let number = NonZeroU32::MIN;
        assert_eq!(acronym("Jiangning-2021"), "jiangning_2021");
        assert_eq!(acronym("周"), "____");
        assert_eq!(slug(Some("fosdem-2024-1-opening"), "x", number), "fosdem-2024-1-opening");
        for unfit in ["38c3-ada", "39C3-opening", "plain", "week-open-", "开幕式-opening"] {
            assert_eq!(slug(Some(unfit), "week", number), "week-0001", "{unfit}");
        }
    }
}
