//! A PostgreSQL server: several writers whose transactions are serial in effect, and several readers.
//!
//! No pooler that hands connections on between transactions may stand in between: a lane keeps statements and locks with its session.

mod bulk;
mod connection;
mod errors;
mod link;
mod prepared;
mod reader;
mod values;
mod writer;

use std::sync::Arc;
use std::time::Instant;

use postgres::{Client, NoTls};

use crate::migrations::{self, STEPS};
use crate::store::lanes::Lanes;
use crate::store::queue::Queue;
use crate::{StoreError, Trouble};
use connection::{Live, Mode};
use link::{Link, Outage};

/// Enough that the server makes several transactions lasting together; more of them get into each other's way.
const WRITERS: usize = 8;
/// A page that is shown takes one for a millisecond.
const READERS: usize = 4;

/// What a schema step holds while it runs, so that no two do at once.
const SCHEMA_LOCK: &str = "festoon schema";

/// What an unlucky lane asks after a commit that nobody answered: whether this line is there.
const COMMITS: &str = "CREATE TABLE IF NOT EXISTS store_commit (lane TEXT NOT NULL, number BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL DEFAULT now(), PRIMARY KEY (lane, number))";

/// An open database on a server.
#[derive(Debug)]
pub(crate) struct Database {
    config: Box<postgres::Config>,
    lanes: Lanes,
}

impl Database {
    /// Opens a database whose schema is this Festoon's; its lanes connect when they have something to do.
    pub(crate) fn open(url: &str) -> Result<Self, StoreError> {
        let config = link::config(url)?;
        let outage = Arc::new(Outage::default());
        let mut live = first(&config, Mode::Serial)?;
        migrations::check(found(&mut live)?, STEPS)?;
        live.forget_old_commits()?;
        drop(live);

        let mut lanes = Lanes::default();
        let started = |error: std::io::Error| StoreError::new(Trouble::Ours, error.to_string());
        for number in 0..WRITERS {
            let mut link = Link::new(config.clone(), Arc::clone(&outage), Mode::Serial);
            lanes.writer(move |queue| writer::serve(queue, &mut link, number)).map_err(started)?;
        }
        for _ in 0..READERS {
            let mut link = Link::new(config.clone(), Arc::clone(&outage), Mode::Look);
            lanes.reader(move |queue| reader::serve(queue, &mut link)).map_err(started)?;
        }
        Ok(Self { config: Box::new(config), lanes })
    }

    pub(crate) const fn lanes(&self) -> &Lanes {
        &self.lanes
    }

    /// A look at which transactions have ended: a snapshot's text changes with every commit on the server.
    pub(crate) fn look(&self) -> impl FnMut() -> Option<String> + Send + 'static {
        let config = self.config.clone();
        let mut client: Option<Client> = None;
        move || {
            if client.as_ref().is_none_or(Client::is_closed) {
                client = config.connect(NoTls).ok();
            }
            let seen = client.as_mut()?.query_one("SELECT pg_current_snapshot()::text", &[]);
            let Ok(seen) = seen else {
                client = None;
                return None;
            };
            seen.try_get(0).ok()
        }
    }
}

/// Brings the schema of a database up; the schema found before.
pub(crate) fn migrate(url: &str) -> Result<i64, StoreError> {
    let mut live = first(&link::config(url)?, Mode::Schema)?;
    let known = found(&mut live)?;
    if known >= migrations::newest(STEPS) {
        // Nothing is written to a database that has all steps or newer ones.
        return migrations::check(known, STEPS).map(|()| known);
    }

    let taken = crate::drivers::Connection::lock(&mut live, SCHEMA_LOCK)
        .and_then(|()| crate::drivers::Connection::batch(&mut live, COMMITS))
        .and_then(|()| migrations::take(&mut live, STEPS, "TEXT COLLATE \"C\""));
    match taken {
        Ok(found) => live.commit_schema().map(|()| found),
        Err(error) => {
            live.end();
            Err(error)
        }
    }
}

/// A connection for a question that nobody else waits for.
fn first(config: &postgres::Config, mode: Mode) -> Result<Live, StoreError> {
    let mut link = Link::new(config.clone(), Arc::new(Outage::default()), mode);
    link.connected(Instant::now() + link::PATIENCE, &Queue::default())?;
    link.take().ok_or_else(|| StoreError::new(Trouble::Ours, "a connection was lost at once"))
}

/// The schema of the database; 0 where it has none.
fn found(live: &mut Live) -> Result<i64, StoreError> {
    let found = if live.has_schema()? { migrations::found(live) } else { Ok(0) };
    live.end();
    found
}
