//! What must be true of a database after its writer died.

use std::collections::{BTreeMap, BTreeSet};

use festoon_store::{Address, Store, StoreError};

use crate::writer::{PARTS, THREADS, thread_of};

/// What a database holds.
struct Found {
    /// Transactions with how many of their rows are there.
    parts: BTreeMap<i64, i64>,
    /// How many transactions a thread counted.
    tally: Vec<i64>,
    /// What SQLite finds wrong with its own file.
    faults: Vec<String>,
}

/// Opens the database as any program would and compares it with what was acknowledged, ever; how many transactions are there.
pub(crate) fn judge(address: &Address, acknowledged: &BTreeSet<i64>) -> Result<usize, String> {
    let store = Store::open(address).map_err(|error| format!("it does not open: {error}"))?;
    let is_sqlite = matches!(address, Address::Sqlite(_));
    let found: Result<Found, StoreError> = store.read(move |read| {
        let parts = read.all("SELECT id, COUNT(*) FROM load GROUP BY id", &[], |row| {
            Ok((row.get::<i64>(0)?, row.get::<i64>(1)?))
        })?;
        let tally = read.all("SELECT number FROM tally ORDER BY thread", &[], |row| row.get(0))?;
        let faults = if is_sqlite {
            read.all("PRAGMA integrity_check", &[], |row| row.get::<String>(0))?
        } else {
            vec!["ok".to_owned()]
        };
        Ok(Found { parts: parts.into_iter().collect(), tally, faults })
    });
    let found = found.map_err(|error| format!("it does not read: {error}"))?;

    if found.faults != ["ok"] {
        return Err(format!("SQLite finds {:?}", found.faults));
    }
    if let Some((id, parts)) = found.parts.iter().find(|(_, parts)| **parts != PARTS) {
        return Err(format!("transaction {id} is half there: {parts} of {PARTS} rows"));
    }
    let count = |thread| {
        let of_thread = found.parts.keys().filter(|id| thread_of(**id) == thread).count();
        i64::try_from(of_thread).expect("a count")
    };
    let counted: Vec<i64> = (0..THREADS).map(count).collect();
    if counted != found.tally {
        return Err(format!("transactions are half there: {counted:?} against {:?}", found.tally));
    }
    let lost: Vec<i64> = acknowledged.iter().copied().filter(|id| !found.parts.contains_key(id)).collect();
    if !lost.is_empty() {
        return Err(format!("{} acknowledged transactions are lost, {} the first", lost.len(), lost[0]));
    }
    Ok(found.parts.len())
}
