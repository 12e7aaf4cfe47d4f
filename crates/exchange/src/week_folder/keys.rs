//! Which key is which record.

use std::collections::HashMap;

use festoon_domain::programme::{ActivityId, HostId, PartId, PersonId, SessionId};
use festoon_domain::venue::{RoomId, VenueId};

use super::FolderFault;
use super::table::Row;
use crate::Refusal;

/// The keys of every table read so far.
#[derive(Debug, Default)]
pub(super) struct Keys {
    pub(super) venues: KeysOf<VenueId>,
    pub(super) rooms: KeysOf<RoomId>,
    pub(super) hosts: KeysOf<HostId>,
    pub(super) people: KeysOf<PersonId>,
    pub(super) activities: KeysOf<ActivityId>,
    pub(super) parts: KeysOf<PartId>,
    pub(super) sessions: KeysOf<SessionId>,
}

/// The keys of one table.
#[derive(Debug)]
pub(super) struct KeysOf<Id>(HashMap<String, Id>);

impl<Id> Default for KeysOf<Id> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<Id: Copy> KeysOf<Id> {
    /// Notes the key of a row; the id is the place that `make` gives to the number of keys so far.
    pub(super) fn define(&mut self, row: Row<'_>, make: impl Fn(u32) -> Id) -> Result<String, Refusal> {
        let key = row.get("key");
        let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if key.is_empty() || !key.chars().all(is_word) {
            return Err(row.bad("key", key, "a-z 0-9 -"));
        }
        let id = make(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        if self.0.insert(key.to_owned(), id).is_some() {
            return Err(row.fault(FolderFault::KeyTwice(key.to_owned())));
        }
        Ok(key.to_owned())
    }

    pub(super) fn get(&self, key: &str) -> Option<Id> {
        self.0.get(key).copied()
    }

    /// The record a cell names; nothing for an empty cell.
    pub(super) fn named(&self, row: Row<'_>, column: &'static str) -> Result<Option<Id>, Refusal> {
        match row.get(column) {
            "" => Ok(None),
            key => self.find(row, column, key).map(Some),
        }
    }

    /// The records a cell lists.
    pub(super) fn listed(&self, row: Row<'_>, column: &'static str) -> Result<Vec<Id>, Refusal> {
        row.list(column).map(|key| self.find(row, column, key)).collect()
    }

    fn find(&self, row: Row<'_>, column: &'static str, key: &str) -> Result<Id, Refusal> {
        self.get(key).ok_or_else(|| row.fault(FolderFault::UnknownKey(column, key.to_owned())))
    }
}
