//! How a use case ends when it does not end well, and who asked for it.

use std::fmt;

use festoon_store::StoreError;

/// A person was refused, or the database did not do what was asked. Nothing of the use case is kept either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure<R> {
    /// For a reason a person can be told.
    Refused(R),
    /// The database.
    Store(StoreError),
}

impl<R> From<StoreError> for Failure<R> {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Who does something: a person's name as the journal shows it, or a program's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor(String);

impl Actor {
    /// A name of at least one and at most 200 characters on one line.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        let name = name.trim();
        let fits = !name.is_empty() && name.chars().count() <= 200 && !name.chars().any(char::is_control);
        fits.then(|| Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
