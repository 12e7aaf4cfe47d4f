//! A database, opened.

use crate::{Address, Read, StoreError, Tx};

/// An open database; a clone is the same one.
#[derive(Debug, Clone)]
pub struct Store {}

impl Store {
    /// Opens a database whose schema is this Festoon's.
    ///
    /// # Errors
    /// [`Trouble::Older`](crate::Trouble::Older) when [`Self::migrate`] is needed, and every other trouble there is with it.
    pub fn open(address: &Address) -> Result<Self, StoreError> {
        let _ = address;
        unimplemented!()
    }

    /// Brings the schema of a database up to this Festoon's, making the database where there is none; the schema found before
    /// (0 for none). Harmless when repeated.
    ///
    /// # Errors
    /// [`Trouble::Newer`](crate::Trouble::Newer), and every other trouble there is with it.
    pub fn migrate(address: &Address) -> Result<i64, StoreError> {
        let _ = address;
        unimplemented!()
    }

    /// Writes, and returns when it is lasting. Must not be called on a thread that waits for others (an async one).
    ///
    /// # Errors
    /// What the closure refuses, and what the database does.
    pub fn write<T, E>(&self, work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _ = work;
        unimplemented!()
    }

    /// Writes, and calls `done` when it is lasting or refused; returns at once.
    pub fn submit<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        done: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _ = (work, done);
        unimplemented!()
    }

    /// Reads one state of the database, never waiting for a writer. Must not be called on an async thread.
    ///
    /// # Errors
    /// What the closure refuses, and what the database does.
    pub fn read<T, E>(&self, work: impl Fn(&mut Read<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _ = work;
        unimplemented!()
    }

    /// Calls `changed` soon after anybody, in whichever process, wrote something; at the latest half a second after. It may call
    /// without need. Ends when the watch is dropped.
    #[must_use]
    pub fn watch(&self, changed: impl Fn() + Send + 'static) -> Watch {
        let _ = changed;
        unimplemented!()
    }
}

/// Dropped, it watches no longer.
#[derive(Debug)]
pub struct Watch {}
