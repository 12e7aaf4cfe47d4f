//! A connection to a server, and the transaction on it.
//!
//! A transaction begins with its first statement. So a lock that is taken before is had before the state is chosen which the transaction sees;
//! one that is wanted later makes the lane begin again, with all locks that the closure is known to want, in the order of their names.
//! Locks belong to the session and are let go of after the commit.

use std::collections::BTreeSet;
use std::fmt;

use postgres::fallible_iterator::FallibleIterator as _;
use postgres::{Client, Error, Statement};

use super::prepared::Prepared;
use super::{bulk, errors, values};
use crate::drivers::Connection;
use crate::tx::Put;
use crate::{Row, StoreError, Trouble, Value};

/// Which transactions a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Writing: in effect one after another.
    Serial,
    /// Only reading, one state.
    Look,
    /// Steps of the schema: each statement sees what there is, once the lock is had.
    Schema,
}

/// Why a transaction came to nothing.
#[derive(Debug, Clone)]
pub(super) enum Failure {
    /// The next time it may succeed.
    Passing(StoreError),
    /// A few times more will show whether it is for good.
    Doubtful(StoreError),
    /// The connection broke before the commit.
    Lost(StoreError),
    /// It has to begin again, with a lock held.
    Unlocked,
    /// For good.
    Lasting(StoreError),
}

/// The name under which a commit can be found again.
#[derive(Debug, Clone)]
pub(super) struct Receipt {
    lane: String,
    number: i64,
}

/// A connection.
pub(super) struct Live {
    client: Client,
    mode: Mode,
    prepared: Prepared,
    has_begun: bool,
    failure: Option<Failure>,
    held: BTreeSet<String>,
    wanted: BTreeSet<String>,
    receipt: Receipt,
}

impl Live {
    pub(super) fn new(mut client: Client, mode: Mode) -> Result<Self, StoreError> {
        let lane = client.query_one("SELECT CAST(gen_random_uuid() AS TEXT)", &[]);
        let lane = lane.and_then(|row| row.try_get(0)).map_err(|error| errors::of(&error))?;
        Ok(Self {
            client,
            mode,
            prepared: Prepared::default(),
            has_begun: false,
            failure: None,
            held: BTreeSet::new(),
            wanted: BTreeSet::new(),
            receipt: Receipt { lane, number: 0 },
        })
    }

    pub(super) fn is_lost(&mut self) -> bool {
        self.client.is_closed()
    }

    /// Whether the database has Festoon's schema, whichever step.
    pub(super) fn has_schema(&mut self) -> Result<bool, StoreError> {
        let found = self.client.query_one("SELECT to_regclass('schema_step') IS NOT NULL", &[]);
        found.and_then(|row| row.try_get(0)).map_err(|error| errors::of(&error))
    }

    /// Lines about commits that nobody can be in doubt about any more.
    pub(super) fn forget_old_commits(&mut self) -> Result<(), StoreError> {
        let sql = "DELETE FROM store_commit WHERE at < now() - interval '1 day'";
        self.client.batch_execute(sql).map_err(|error| errors::of(&error))
    }

    /// Takes the locks that the closure wanted the last time.
    pub(super) fn take_wanted_locks(&mut self) -> Result<(), Failure> {
        for name in self.wanted.clone() {
            self.take_lock(&name).map_err(|error| self.judged(&error))?;
        }
        Ok(())
    }

    /// The first failure since the last time somebody asked.
    pub(super) fn failure(&mut self) -> Option<Failure> {
        self.failure.take()
    }

    /// What was written, as a line that is kept with it; the commit can be found again by it.
    pub(super) fn next_receipt(&mut self) -> Receipt {
        self.receipt.number += 1;
        self.receipt.clone()
    }

    /// Makes the transaction lasting, if it wrote, together with its receipt; both in one message.
    ///
    /// # Errors
    /// When it is not: [`Failure::Lost`] says that nobody knows.
    pub(super) fn commit(&mut self, receipt: &Receipt) -> Result<(), Failure> {
        if !self.has_begun {
            return Ok(());
        }
        let sql = format!(
            "INSERT INTO store_commit (lane, number) SELECT '{}', {} WHERE pg_current_xact_id_if_assigned() IS NOT NULL; \
             COMMIT",
            receipt.lane, receipt.number
        );
        self.client.batch_execute(&sql).map_err(|error| self.judged(&error))?;
        self.has_begun = false;
        Ok(())
    }

    /// Makes steps of the schema lasting.
    pub(super) fn commit_schema(&mut self) -> Result<(), StoreError> {
        self.client.batch_execute("COMMIT").map_err(|error| errors::of(&error))?;
        self.has_begun = false;
        self.end();
        Ok(())
    }

    /// Whether the transaction of a receipt is lasting. Waits for its connection's end, which may not have noticed yet, and forbids
    /// it for ever if it is not: whoever puts the line in second is refused.
    pub(super) fn is_lasting(&mut self, receipt: &Receipt) -> Result<bool, StoreError> {
        let put = self.client.execute(
            "INSERT INTO store_commit (lane, number) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            &[&receipt.lane, &receipt.number],
        );
        put.map(|lines| lines == 0).map_err(|error| errors::of(&error))
    }

    /// Ends what is left of a transaction, undoing it, and lets go of its locks.
    pub(super) fn end(&mut self) {
        self.failure = None;
        if std::mem::take(&mut self.has_begun) {
            let _ = self.client.batch_execute("ROLLBACK");
        }
        if !std::mem::take(&mut self.held).is_empty() {
            let _ = self.client.batch_execute("SELECT pg_advisory_unlock_all()");
        }
    }

    /// The next closure's locks are not those of this one; old receipts go now and then.
    pub(super) fn finish(&mut self) {
        self.end();
        self.wanted.clear();
        if self.receipt.number % 512 == 511 {
            let sql = "DELETE FROM store_commit WHERE lane = $1 AND number < $2";
            let _ = self.client.execute(sql, &[&self.receipt.lane, &self.receipt.number]);
        }
    }

    fn begin(&mut self) -> Result<(), Error> {
        if self.has_begun {
            return Ok(());
        }
        self.client.batch_execute(match self.mode {
            Mode::Serial => "BEGIN ISOLATION LEVEL SERIALIZABLE",
            Mode::Look => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Mode::Schema => "BEGIN ISOLATION LEVEL READ COMMITTED",
        })?;
        self.has_begun = true;
        Ok(())
    }

    fn statement(&mut self, sql: &'static str, parameters: usize) -> Result<Statement, Stop> {
        self.begin()?;
        let statement = self.prepared.of(&mut self.client, sql)?;
        let wanted = statement.params().len();
        if wanted == parameters {
            return Ok(statement);
        }
        let words = format!("{parameters} values for the {wanted} of {sql}");
        Err(Stop::Ours(StoreError::new(Trouble::Ours, words)))
    }

    fn rows(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        take: &mut dyn FnMut(&mut Row) -> Result<(), StoreError>,
    ) -> Result<(), Stop> {
        let statement = self.statement(sql, parameters.len())?;
        let mut rows = self.client.query_raw(&statement, parameters)?;
        while let Some(row) = rows.next()? {
            let mut row = values::row(&row).map_err(Stop::Ours)?;
            take(&mut row).map_err(Stop::Taker)?;
        }
        Ok(())
    }

    fn touched(&mut self, sql: &'static str, parameters: &[Value]) -> Result<u64, Stop> {
        let statement = self.statement(sql, parameters.len())?;
        let parameters: Vec<_> = parameters.iter().map(values::parameter).collect();
        Ok(self.client.execute(&statement, &parameters)?)
    }

    fn put(&mut self, put: &Put<'_>, rows: &[Vec<Value>]) -> Result<u64, Stop> {
        self.begin()?;
        let statement = self.prepared.of(&mut self.client, &bulk::statement(put))?;
        bulk::chunks(rows).try_fold(0, |sum, chunk| {
            let columns = bulk::columns(put, chunk);
            let columns: Vec<_> = columns.iter().map(bulk::parameter).collect();
            Ok(sum + self.client.execute(&statement, &columns)?)
        })
    }

    fn take_lock(&mut self, name: &str) -> Result<(), Error> {
        if self.held.contains(name) {
            return Ok(());
        }
        self.client.execute("SELECT pg_advisory_lock(hashtextextended($1, 0))", &[&name])?;
        self.held.insert(name.to_owned());
        Ok(())
    }

    fn judged(&mut self, error: &Error) -> Failure {
        if errors::breaks(error) {
            return Failure::Lost(errors::of(error));
        }
        if errors::is_stale(error) {
            self.prepared.forget();
            return Failure::Passing(errors::of(error));
        }
        if errors::passes(error) {
            return Failure::Passing(errors::of(error));
        }
        if errors::may_pass(error) {
            return Failure::Doubtful(errors::of(error));
        }
        Failure::Lasting(errors::of(error))
    }

    /// A failed statement fails the transaction, whatever the closure makes of it.
    fn stopped(&mut self, stop: Stop) -> StoreError {
        let (failure, error) = match stop {
            Stop::Taker(error) => return error,
            Stop::Ours(error) => (Failure::Lasting(error.clone()), error),
            Stop::Database(error) => (self.judged(&error), errors::of(&error)),
        };
        self.failure.get_or_insert(failure);
        error
    }
}

impl Connection for Live {
    fn each(
        &mut self,
        sql: &'static str,
        parameters: &[Value],
        take: &mut dyn FnMut(&mut Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.rows(sql, parameters, take).map_err(|stop| self.stopped(stop))
    }

    fn run(&mut self, sql: &'static str, parameters: &[Value]) -> Result<u64, StoreError> {
        self.touched(sql, parameters).map_err(|stop| self.stopped(stop))
    }

    fn put_many(&mut self, put: &Put<'_>, rows: &[Vec<Value>]) -> Result<u64, StoreError> {
        self.put(put, rows).map_err(|stop| self.stopped(stop))
    }

    fn lock(&mut self, name: &str) -> Result<(), StoreError> {
        if self.held.contains(name) {
            return Ok(());
        }
        // Next time all of them are taken in one order, so that two who wait for each other do not do so again.
        self.wanted.insert(name.to_owned());
        if self.has_begun {
            self.failure.get_or_insert(Failure::Unlocked);
            return Err(StoreError::new(Trouble::Contended, format!("it begins again, holding {name}")));
        }
        self.take_lock(name).map_err(|error| self.stopped(error.into()))
    }

    fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        let ran = self.begin().and_then(|()| self.client.batch_execute(sql));
        ran.map_err(|error| self.stopped(error.into()))
    }
}

/// Who stopped a statement.
enum Stop {
    Taker(StoreError),
    Ours(StoreError),
    Database(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Database(error)
    }
}

impl fmt::Debug for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Live {:?}", self.mode)
    }
}
