//! Bringing the names of all files together: one person, venue, room, host and activity each.

use festoon_domain::text::Lang;

/// What could not be brought together as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssemblyTrouble {}

impl AssemblyTrouble {
    /// What is wrong and what was assumed.
    #[must_use]
    pub fn sentence(&self, _lang: Lang) -> String {
        match *self {}
    }

    /// A word for it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match *self {}
    }
}

/// Collects entries and resolves their names.
#[derive(Debug)]
pub struct Assembly {}
