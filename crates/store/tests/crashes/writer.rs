//! A program that writes until it is killed and says what was acknowledged, and the handle on it.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use festoon_store::{Address, Store, StoreError, Trouble, Tx};
use rusqlite::Connection;

const ADDRESS: &str = "FESTOON_CRASH_ADDRESS";
const ROUND: &str = "FESTOON_CRASH_ROUND";
const CARE: &str = "FESTOON_CRASH_CARE";

/// Threads of a writer: so many transactions may be under way when it dies.
pub(crate) const THREADS: i64 = 6;
/// Rows of a transaction.
pub(crate) const PARTS: i64 = 3;

/// The tables of the load; `tally` counts the transactions of a thread, in the same transactions.
pub(crate) fn make_tables(store: &Store) {
    let made: Result<(), StoreError> = store.write(|tx| {
        tx.run("CREATE TABLE load (id BIGINT NOT NULL, part BIGINT NOT NULL, body BYTEA NOT NULL, PRIMARY KEY (id, part))", &[])?;
        tx.run("CREATE TABLE tally (thread BIGINT NOT NULL PRIMARY KEY, number BIGINT NOT NULL)", &[])?;
        (0..THREADS).try_for_each(|thread| {
            tx.run("INSERT INTO tally (thread, number) VALUES ($1, 0)", &[thread.into()]).map(drop)
        })
    });
    made.expect("the tables can be made");
}

/// The thread that wrote a transaction.
pub(crate) const fn thread_of(id: i64) -> i64 {
    id % THREADS
}

/// Rows of many sizes, so that the log is written back now and then.
fn body(id: i64, part: i64) -> Vec<u8> {
    let length = usize::try_from((id * 37 + part * 911) % 6_000).expect("a few thousand");
    vec![u8::try_from(id % 251).expect("a byte"); length]
}

fn transaction(tx: &mut Tx<'_>, id: i64) -> Result<(), StoreError> {
    tx.run("UPDATE tally SET number = number + 1 WHERE thread = $1", &[thread_of(id).into()])?;
    (0..PARTS).try_for_each(|part| {
        let row = [id.into(), part.into(), body(id, part).into()];
        tx.run("INSERT INTO load (id, part, body) VALUES ($1, $2, $3)", &row).map(drop)
    })
}

/// The same without the store, on a connection whose `synchronous` is this.
fn careless(connection: &mut Connection, id: i64) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute("UPDATE tally SET number = number + 1 WHERE thread = ?1", [thread_of(id)])?;
    for part in 0..PARTS {
        let row = (id, part, body(id, part));
        transaction.execute("INSERT INTO load (id, part, body) VALUES (?1, ?2, ?3)", row)?;
    }
    transaction.commit()
}

/// Whole lines, at once: what is said must not wait in a buffer for the end.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush()).expect("somebody listens");
}

#[test]
#[ignore = "the writer that the other tests start and kill"]
fn writes_until_it_is_killed() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    let address: Address = address.parse().expect("an address");
    let first: i64 = std::env::var(ROUND).expect("a round").parse::<i64>().expect("a number") * 10_000_000;
    match (std::env::var(CARE).as_deref(), &address) {
        (Ok("migrate"), _) => {
            Store::migrate(&address).expect("it can be made");
            say("acknowledged 0");
            let _ = mpsc::channel::<()>().1.recv_timeout(Duration::from_mins(1));
        }
        (Ok(synchronous), Address::Sqlite(path)) => {
            let mut connection = Connection::open(path).expect("it opens");
            let settings = format!("PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous};");
            connection.execute_batch(&settings).expect("it takes settings");
            for id in (first..).take(1_000_000) {
                careless(&mut connection, id).expect("it is written");
                say(&format!("acknowledged {id}"));
            }
        }
        _ => {
            let store = Store::open(&address).expect("it opens");
            std::thread::scope(|scope| {
                for thread in 0..THREADS {
                    let store = &store;
                    scope.spawn(move || load(store, first + thread));
                }
            });
        }
    }
}

/// Every transaction is named once: one that failed or may have failed is not tried under its name again.
fn load(store: &Store, first: i64) {
    let by = usize::try_from(THREADS).expect("a few");
    for id in (first..).step_by(by) {
        match store.write(move |tx| transaction(tx, id)) {
            Ok(()) => say(&format!("acknowledged {id}")),
            Err(error) if error.trouble == Trouble::Ours => say(&format!("wrong {id}: {error}")),
            Err(error) => say(&format!("refused {id}: {error}")),
        }
    }
}

/// A writer that runs.
pub(crate) struct Writer {
    child: Child,
    lines: Receiver<String>,
    said: Said,
}

/// What a writer said.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// What was acknowledged.
    pub(crate) acknowledged: BTreeSet<i64>,
    /// What was refused, for a reason that somebody can do something about.
    pub(crate) refused: Vec<String>,
    /// What must not happen.
    pub(crate) wrong: Vec<String>,
}

/// With what a writer is started.
#[derive(Default)]
pub(crate) struct Start<'a> {
    /// Variables of its environment.
    pub(crate) variables: Vec<(&'a str, String)>,
    /// Something else than writing through the store: `migrate`, or a `synchronous` of SQLite.
    pub(crate) instead: Option<&'a str>,
}

impl Writer {
    pub(crate) fn start(address: &str, round: u64, start: Start<'_>) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this program is a file"));
        command.args(["--ignored", "--exact", "--nocapture", "writer::writes_until_it_is_killed"]);
        command.env(ADDRESS, address).env(ROUND, round.to_string()).envs(start.variables);
        if let Some(instead) = start.instead {
            command.env(CARE, instead);
        }
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts again");

        let out = BufReader::new(child.stdout.take().expect("it is piped"));
        let (say, lines) = mpsc::channel();
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| say.send(line)));
        Self { child, lines, said: Said::default() }
    }

    /// Listens until so many more transactions were acknowledged.
    pub(crate) fn listen(&mut self, more: u64) {
        let until = self.said.acknowledged.len() + usize::try_from(more).expect("a few");
        let patience = Instant::now() + Duration::from_mins(1);
        while self.said.acknowledged.len() < until {
            let left = patience.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left);
            let line =
                line.unwrap_or_else(|_| panic!("the writer is silent after {:?}", self.said.refused.last()));
            self.hear(&line);
        }
    }

    /// Listens for so long.
    pub(crate) fn listen_for(&mut self, time: Duration) {
        let until = Instant::now() + time;
        loop {
            match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) => self.hear(&line),
                Err(RecvTimeoutError::Timeout) => return,
                Err(RecvTimeoutError::Disconnected) => panic!("the writer ended"),
            }
        }
    }

    /// Kills it where it stands; everything it had said.
    pub(crate) fn kill(mut self) -> Said {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it is gone");
        while let Ok(line) = self.lines.recv() {
            self.hear(&line);
        }
        self.said
    }

    fn hear(&mut self, line: &str) {
        if let Some(id) = line.strip_prefix("acknowledged ") {
            // A line cut short by the kill was not said.
            self.said.acknowledged.extend(id.parse::<i64>());
        } else if line.starts_with("refused ") {
            self.said.refused.push(line.to_owned());
        } else if line.starts_with("wrong ") {
            self.said.wrong.push(line.to_owned());
        }
    }
}
