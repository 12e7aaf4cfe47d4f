//! By what the events of a file are known, and what of it another event had before.
//!
//! Apps key on numbers, calendars on identifiers, pages on slugs: of two events that share one, only the first keeps it.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use uuid::Uuid;

use super::ScheduleTrouble;
use super::notes::{Counted, Notes};
use super::outline::RawEvent;
use crate::assembly::identity::number;

/// What identifies an event in a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identities {
    /// A UUID for ever and a whole number within the file: schedule.xml and schedule.json.
    GuidAndNumber,
    /// A UUID for ever and nothing else: the second version of schedule.json.
    Guid,
    /// Any word, good within its source: OPass.
    Word,
    /// Any word, good for ever and everywhere: a calendar's UID.
    Uid,
}

/// Identities met so far, with the line of whoever had them first.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) guids: HashMap<Uuid, u32>,
    /// How many events so far were the same in title, start and room, by an identity made of these.
    pub(super) repeats: HashMap<Uuid, u32>,
    worded: HashSet<String>,
    ids: HashMap<String, u32>,
    slugs: HashMap<String, u32>,
}

/// What of an event's own identities can be used.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) id: Option<String>,
    pub(super) number: Option<NonZeroU32>,
    pub(super) slug: Option<String>,
    /// It states a guid, and no event before stated the same words.
    pub(super) guid_is_new: bool,
}

impl Seen {
    /// Notes what an event is known by; says what is wrong with it.
    pub(super) fn meet(&mut self, event: &RawEvent, identities: Identities, notes: &mut Notes) -> Known {
        let id = self.id(event, identities, notes);
        let number = match identities {
            Identities::GuidAndNumber => id.as_deref().and_then(number),
            Identities::Guid | Identities::Word | Identities::Uid => None,
        };
        let slug = Some(event.slug.clone()).filter(|slug| !slug.is_empty());
        let slug = slug.filter(|slug| match self.slugs.get(slug) {
            Some(first) => {
                notes.say(event.line, slug, ScheduleTrouble::SlugTwice(*first));
                false
            }
            None => self.slugs.insert(slug.clone(), event.line).is_none(),
        });

        if event.guid.is_empty() {
            if matches!(identities, Identities::GuidAndNumber | Identities::Guid) {
                notes.count(Counted::GuidMissing, event.line);
            }
        } else {
            match Uuid::try_parse(&event.guid) {
                Ok(guid) if !guid.is_nil() => {
                    if event.guid.len() != uuid::fmt::Hyphenated::LENGTH {
                        notes.count(Counted::GuidUnhyphenated, event.line);
                    }
                }
                _ => notes.say(event.line, &event.guid, ScheduleTrouble::GuidInvalid),
            }
        }
        let guid_is_new = !event.guid.is_empty() && self.worded.insert(event.guid.clone());
        Known { id, number, slug, guid_is_new }
    }

    fn id(&mut self, event: &RawEvent, identities: Identities, notes: &mut Notes) -> Option<String> {
        let line = event.line;
        if event.id.is_empty() {
            if identities != Identities::Guid {
                notes.count(Counted::IdMissing, line);
            }
            return None;
        }
        if identities == Identities::GuidAndNumber {
            let is_nothing = event.id.bytes().all(|byte| byte == b'0');
            if is_nothing || !event.id.bytes().all(|byte| byte.is_ascii_digit()) {
                notes.say(line, &event.id, ScheduleTrouble::IdInvalid);
            }
            if is_nothing {
                return None;
            }
        }
        if let Some(first) = self.ids.get(&event.id) {
            notes.say(line, &event.id, ScheduleTrouble::IdTwice(*first));
            return None;
        }
        self.ids.insert(event.id.clone(), line);
        Some(event.id.clone())
    }
}

impl Known {
    /// A UUID that stands as the id of a format without guids *is* the guid: so our own files come back as they were.
    pub(super) fn guid_in_id(&self, identities: Identities) -> Option<Uuid> {
        if !matches!(identities, Identities::Word | Identities::Uid) {
            return None;
        }
        let id = self.id.as_deref().filter(|id| id.len() == uuid::fmt::Hyphenated::LENGTH)?;
        Uuid::try_parse(id).ok().filter(|guid| !guid.is_nil())
    }
}
