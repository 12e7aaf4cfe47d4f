//! A database, opened.
//!
//! **What it costs.** A write waits for the disk: about a millisecond alone, a share of one in company, because SQLite's one writer
//! makes all transactions that wait lasting together, and PostgreSQL does the same with its own. So work inside a write is to be short:
//! whatever can be computed, rendered or read from files beforehand is. A read never waits for a writer, but has one of
//! a few threads to itself while it lasts. Both hand the closure to another thread, a few microseconds each way; none may be
//! called on an async thread, which `submit` alone may.
//!
//! **What may happen to a closure.** It may be run again after two writers got into each other's way or a connection broke; only
//! the last run counts. If a statement fails, the transaction fails, whatever the closure makes of it.

mod health;
pub(crate) mod job;
pub(crate) mod lanes;
pub(crate) mod queue;
mod serving;
mod watch;

use std::sync::{Arc, mpsc};

use crate::drivers::{Connection, Driver, postgres, sqlite};
use crate::{Address, Read, StoreError, Trouble, Tx};
use job::job;

pub use serving::ServingLock;
pub use watch::Watch;

/// An open database; a clone is the same one. When the last is dropped, what waits is done and the connections are closed.
#[derive(Debug, Clone)]
pub struct Store {
    driver: Arc<Driver>,
}

impl Store {
    /// Opens a database whose schema is this Festoon's.
    ///
    /// # Errors
    /// [`Trouble::Older`] when [`Self::migrate`] is needed, and every other trouble there is with it.
    pub fn open(address: &Address) -> Result<Self, StoreError> {
        let driver = match address {
            Address::Sqlite(path) => Driver::Sqlite(sqlite::Database::open(path)?),
            Address::Postgres(url) => Driver::Postgres(postgres::Database::open(url)?),
        };
        Ok(Self { driver: Arc::new(driver) })
    }

    /// Brings the schema of a database up to this Festoon's, making the SQLite file where there is none; the schema found before
    /// (0 for none). Harmless when repeated, also by two processes at once.
    ///
    /// # Errors
    /// [`Trouble::Newer`], and every other trouble there is with it.
    pub fn migrate(address: &Address) -> Result<i64, StoreError> {
        match address {
            Address::Sqlite(path) => sqlite::migrate(path),
            Address::Postgres(url) => postgres::migrate(url),
        }
    }

    /// Writes, and returns when it is lasting. Must not be called on a thread that waits for others (an async one), nor
    /// within another closure of this store, which would wait for itself.
    ///
    /// # Errors
    /// What the closure refuses, and what the database does.
    pub fn write<T, E>(&self, work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        awaited(|done| self.submit(work, done))
    }

    /// Writes, and calls `done` when it is lasting or refused; returns at once. `done` is called on the lane that did it, on which
    /// others wait: it is to pass the answer on and nothing else.
    pub fn submit<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        done: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let work = move |connection: &mut dyn Connection| work(&mut Tx { read: Read { connection } });
        self.driver.lanes().writes.put(job(work, done));
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
        let work = move |connection: &mut dyn Connection| work(&mut Read { connection });
        awaited(|done| self.driver.lanes().reads.put(job(work, done)))
    }

    /// Calls `changed` soon after anybody, in whichever process, wrote something; at the latest half a second after. It may call
    /// without need. Ends when the watch is dropped.
    #[must_use]
    pub fn watch(&self, changed: impl Fn() + Send + 'static) -> Watch {
        match &*self.driver {
            Driver::Sqlite(database) => Watch::start(database.look(), changed),
            Driver::Postgres(database) => Watch::start(database.look(), changed),
        }
    }

    /// Says that this process serves the database. A SQLite file has one server, which alone may keep things in mind about it; PostgreSQL
    /// may have as many as are wanted.
    ///
    /// # Errors
    /// [`Trouble::Served`] when another process does, [`Trouble::Forbidden`] when nothing may be written beside the file.
    pub fn serving(&self) -> Result<ServingLock, StoreError> {
        match &*self.driver {
            Driver::Sqlite(database) => ServingLock::beside(database.path()),
            Driver::Postgres(_) => Ok(ServingLock::none()),
        }
    }
}

/// Waits for an answer.
fn awaited<T, E>(ask: impl FnOnce(Box<dyn FnOnce(Result<T, E>) + Send>)) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (answer, answered) = mpsc::sync_channel(1);
    ask(Box::new(move |result| {
        // Whoever asked may have gone; nobody else wants the answer.
        let _ = answer.send(result);
    }));
    answered
        .recv()
        .unwrap_or_else(|_| Err(StoreError::new(Trouble::Ours, "a lane ended without an answer").into()))
}
