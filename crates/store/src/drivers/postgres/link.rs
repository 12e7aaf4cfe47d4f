//! A lane's way to the server, found again when it was lost.

use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use postgres::{Config, NoTls};

use super::connection::{Live, Mode};
use super::errors;
use crate::store::queue::Queue;
use crate::{StoreError, Trouble};

/// How long somebody who writes waits for a server that is away.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// An attempt that failed a moment ago need not be made again by somebody whose time is up.
const FRESH: Duration = Duration::from_secs(1);
const SHORTEST: Duration = Duration::from_millis(20);
const LONGEST: Duration = Duration::from_millis(250);

/// What the server is told about every session: nothing may hold locks for ever, and a commit is answered when it is on disk, even
/// where the server's own setting is to be quicker than that.
const SESSION: &str = "SET lock_timeout = '5s'; SET statement_timeout = '60s';
    SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = 'error';
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

/// A step of the schema may take as long as it takes.
const SCHEMA_SESSION: &str = "SET client_min_messages = 'error'";

/// An address taken apart, with bounds on how long a dead connection is believed in.
pub(super) fn config(url: &str) -> Result<Config, StoreError> {
    let mut config =
        Config::from_str(url).map_err(|error| StoreError::new(Trouble::Absent, errors::words(&error)))?;
    config.connect_timeout(Duration::from_secs(2));
    config.keepalives_idle(Duration::from_secs(10));
    config.keepalives_interval(Duration::from_secs(3));
    config.keepalives_retries(3);
    config.tcp_user_timeout(Duration::from_secs(15));
    if config.get_application_name().is_none() {
        config.application_name("festoon");
    }
    Ok(config)
}

/// When the server was last found to be away; shared by all lanes, so that not everyone who waits has to find it out.
#[derive(Debug, Default)]
pub(super) struct Outage(Mutex<Option<Instant>>);

impl Outage {
    fn note(&self, found: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = found;
    }

    fn is_fresh(&self) -> bool {
        let found = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        found.is_some_and(|found| found.elapsed() < FRESH)
    }
}

/// A connection that is made when it is needed.
#[derive(Debug)]
pub(super) struct Link {
    config: Config,
    outage: Arc<Outage>,
    mode: Mode,
    live: Option<Live>,
}

impl Link {
    pub(super) const fn new(config: Config, outage: Arc<Outage>, mode: Mode) -> Self {
        Self { config, outage, mode, live: None }
    }

    /// The connection, made if need be; tried again until the deadline while the server is away, and at least once unless somebody
    /// else has just tried.
    pub(super) fn connected(&mut self, deadline: Instant, queue: &Queue) -> Result<&mut Live, StoreError> {
        if self.live.as_mut().is_some_and(Live::is_lost) {
            self.live = None;
        }
        if self.live.is_none() {
            self.live = Some(self.found_again(deadline, queue)?);
        }
        self.live.as_mut().ok_or_else(|| StoreError::new(Trouble::Away, "there is no connection"))
    }

    /// The connection, for good.
    pub(super) fn take(&mut self) -> Option<Live> {
        self.live.take()
    }

    fn found_again(&self, deadline: Instant, queue: &Queue) -> Result<Live, StoreError> {
        let mut pause = SHORTEST;
        loop {
            if Instant::now() >= deadline && self.outage.is_fresh() {
                return Err(StoreError::new(Trouble::Away, "the server was away a moment ago"));
            }
            let error = match self.attempt() {
                Ok(live) => {
                    self.outage.note(None);
                    return Ok(live);
                }
                Err(error) => error,
            };
            if error.trouble != Trouble::Away {
                return Err(error);
            }
            self.outage.note(Some(Instant::now()));
            if Instant::now() + pause >= deadline || queue.is_closed() {
                return Err(error);
            }
            queue.rest(pause);
            pause = LONGEST.min(pause * 2);
        }
    }

    fn attempt(&self) -> Result<Live, StoreError> {
        let settings = if self.mode == Mode::Schema { SCHEMA_SESSION } else { SESSION };
        let mut client = self.config.connect(NoTls).map_err(|error| errors::of(&error))?;
        client.batch_execute(settings).map_err(|error| errors::of(&error))?;
        Live::new(client, self.mode)
    }
}
