//! A timetable: where each entry stands.

/// A block, and the slot of its period at which an entry begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub block: u32,
    pub slot: u16,
}

/// A place for every entry that has one, in the order of the entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan(pub Vec<Option<Place>>);
