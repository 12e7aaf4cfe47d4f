//! What can go wrong with a database, as far as somebody can do something about it.

use std::fmt;

use festoon_domain::text::Lang;

/// A database did not do what was asked; nothing of the transaction is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    /// What somebody can do about it.
    pub trouble: Trouble,
    /// The database's own words, for the log.
    pub words: String,
}

/// Kinds of trouble, by what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A newer Festoon has been here: schema found, newest known.
    Newer(i64, i64),
    /// The schema is older than this Festoon: found, newest known. `festoon migrate` is right.
    Older(i64, i64),
    /// It is no database, or one that is damaged.
    Corrupt,
    /// The disk is full.
    Full,
    /// Reading or writing is not allowed.
    Forbidden,
    /// There is no such file, folder or database.
    Absent,
    /// Another server holds this SQLite file.
    Served,
    /// Another process wrote for too long.
    Busy,
    /// The database does not answer.
    Away,
    /// The connection broke while the transaction was being made lasting, and nobody knows whether it is.
    Unknown,
    /// Writers got into each other's way again and again.
    Contended,
    /// A mistake of ours.
    Ours,
}

impl StoreError {
    /// A trouble with the database's own words.
    #[must_use]
    pub fn new(trouble: Trouble, words: impl Into<String>) -> Self {
        Self { trouble, words: words.into() }
    }

    pub(crate) fn unfit(column: usize) -> Self {
        Self::new(Trouble::Ours, format!("column {column} does not hold what was expected"))
    }

    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let _ = lang;
        unimplemented!()
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.sentence(Lang::En), self.words)
    }
}

impl std::error::Error for StoreError {}
