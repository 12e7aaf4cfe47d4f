//! Opening a file, and telling Festoon's from everybody else's.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::errors;
use crate::{StoreError, Trouble};

/// `FEST`, in the file's header, where SQLite has a place for it.
const APPLICATION: i32 = 0x4645_5354;

/// How long another process may write before we say that the database is busy.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Making the file and its schema.
    Make,
    /// Writing.
    Write,
    /// Only reading.
    Read,
}

/// A connection, with the settings that everything else relies on.
///
/// `synchronous=FULL` makes a commit wait until the write-ahead log is on disk: without it an acknowledged transaction would be lost in
/// a power cut. Foreign keys are checked as PostgreSQL checks them, and `"x"` is a name and never a text, as there.
pub(super) fn open(path: &Path, purpose: Purpose) -> Result<Connection, StoreError> {
    let make = if purpose == Purpose::Make { OpenFlags::SQLITE_OPEN_CREATE } else { OpenFlags::empty() };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | make;
    let opened = Connection::open_with_flags(path, flags).and_then(|connection| {
        connection.busy_timeout(PATIENCE)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
        connection.set_prepared_statement_cache_capacity(256);
        connection
            .execute_batch("PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;")?;
        if purpose == Purpose::Read {
            connection.execute_batch("PRAGMA query_only=ON;")?;
        }
        Ok(connection)
    });
    let connection = opened.map_err(|error| at(path, &error))?;

    if connection.is_readonly("main").map_err(|error| at(path, &error))? {
        return Err(StoreError::new(Trouble::Forbidden, format!("{} may not be written", path.display())));
    }
    Ok(connection)
}

/// Whether the file has Festoon's schema, whichever step; it does not if it is empty.
pub(super) fn has_schema(connection: &Connection, path: &Path) -> Result<bool, StoreError> {
    // One statement, so that both are of one state: another process may be making the schema. It reads what is not the header too,
    // so that a damaged file is found when it is opened.
    let sql =
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT COUNT(*) FROM sqlite_schema)";
    let found = connection.query_row(sql, (), |row| Ok((row.get::<_, i32>(0)?, row.get::<_, i64>(1)?)));
    match found.map_err(|error| at(path, &error))? {
        (APPLICATION, _) => Ok(true),
        (0, 0) => Ok(false),
        (application, tables) => {
            let words = format!("application_id of {} is {application}, {tables} tables", path.display());
            Err(StoreError::new(Trouble::Foreign, words))
        }
    }
}

/// Signs an empty file as Festoon's, within the transaction that makes its schema.
///
/// Another process may have been faster since the file was looked at.
pub(super) fn sign(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    if has_schema(connection, path)? {
        return Ok(());
    }
    connection.pragma_update(None, "application_id", APPLICATION).map_err(|error| at(path, &error))
}

/// Lets readers go on beside a writer. The file says so itself, so that it is said once.
///
/// Of two who say so at the same time SQLite sends one away at once, whatever its patience; that one waits for the other as for any
/// writer, and says it again.
pub(super) fn log_ahead(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    const TIMES: u32 = 20;
    let mut tried = 0;
    let mode: String = loop {
        tried += 1;
        let said = connection.query_row("PRAGMA journal_mode=WAL", (), |row| row.get(0));
        let busy = matches!(&said, Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy));
        if !busy || tried == TIMES {
            break said.map_err(|error| at(path, &error))?;
        }
        connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK;").map_err(|error| at(path, &error))?;
    };
    if mode == "wal" {
        return Ok(());
    }
    Err(StoreError::new(Trouble::Forbidden, format!("{}: journal_mode is {mode}", path.display())))
}

/// An error that names what is missing rather than that it could not be opened.
pub(super) fn must_be_there(path: &Path) -> Result<(), StoreError> {
    let named = |what: &str| format!("{}: {what}", path.display());
    match fs::metadata(path) {
        Ok(file) if file.is_dir() => Err(StoreError::new(Trouble::Absent, named("is a folder"))),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            Err(StoreError::new(Trouble::Forbidden, named(&error.to_string())))
        }
        Err(error) => Err(StoreError::new(Trouble::Absent, named(&error.to_string()))),
    }
}

/// A new file's name is lasting when its folder is.
pub(super) fn make_name_lasting(path: &Path) -> Result<(), StoreError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let lasting = File::open(folder).and_then(|folder| folder.sync_all());
    lasting.map_err(|error| StoreError::new(Trouble::Forbidden, format!("{}: {error}", folder.display())))
}

/// SQLite says “unable to open” for two things that somebody puts right in different ways.
fn at(path: &Path, error: &rusqlite::Error) -> StoreError {
    let found = errors::of(error);
    if found.trouble != Trouble::Forbidden {
        return found;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let missing = folder.is_some_and(|folder| matches!(folder.try_exists(), Ok(false)));
    let trouble = if missing || path.is_dir() { Trouble::Absent } else { Trouble::Forbidden };
    StoreError::new(trouble, format!("{}: {}", path.display(), found.words))
}
