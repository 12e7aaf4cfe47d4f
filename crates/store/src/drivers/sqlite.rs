//! One SQLite file: a writer whose transactions are made lasting in groups, and a few readers beside it.

mod connection;
mod errors;
mod file;
mod parameters;
mod reader;
mod writer;

use std::path::{Path, PathBuf};

use crate::migrations::{self, STEPS};
use crate::store::lanes::Lanes;
use crate::{StoreError, Trouble};
use connection::Sqlite;
use file::Purpose;

/// A page that is shown takes one for a fraction of a millisecond; more would only hold memory.
const READERS: usize = 4;

/// An open SQLite file.
#[derive(Debug)]
pub(crate) struct Database {
    path: PathBuf,
    lanes: Lanes,
}

impl Database {
    /// Opens a file whose schema is this Festoon's.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        file::must_be_there(path)?;
        let mut writer = Sqlite::open(path, Purpose::Write)?;
        let found = if file::has_schema(writer.raw(), path)? { migrations::found(&mut writer)? } else { 0 };
        migrations::check(found, STEPS)?;
        file::log_ahead(writer.raw(), path)?;

        let mut lanes = Lanes::default();
        let started = |error: std::io::Error| StoreError::new(Trouble::Ours, error.to_string());
        lanes.writer(move |queue| writer::serve(queue, &mut writer)).map_err(started)?;
        for _ in 0..READERS {
            let mut reader = Sqlite::open(path, Purpose::Read)?;
            lanes.reader(move |queue| reader::serve(queue, &mut reader)).map_err(started)?;
        }
        Ok(Self { path: path.to_owned(), lanes })
    }

    pub(crate) const fn lanes(&self) -> &Lanes {
        &self.lanes
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A look at the number that every other connection's commit changes.
    pub(crate) fn look(&self) -> impl FnMut() -> Option<i64> + Send + 'static {
        let path = self.path.clone();
        let mut connection = None;
        move || {
            if connection.is_none() {
                connection = file::open(&path, Purpose::Read).ok();
            }
            connection.as_ref()?.query_row("PRAGMA data_version", (), |row| row.get(0)).ok()
        }
    }
}

/// Brings the schema of a file up, making the file where there is none; the schema found before.
pub(crate) fn migrate(path: &Path) -> Result<i64, StoreError> {
    let mut connection = Sqlite::open(path, Purpose::Make)?;
    if file::has_schema(connection.raw(), path)? {
        // Nothing is written to a file that has all steps or newer ones.
        let found = migrations::found(&mut connection)?;
        if found >= migrations::newest(STEPS) {
            return migrations::check(found, STEPS).map(|()| found);
        }
    }

    file::log_ahead(connection.raw(), path)?;
    connection.begin()?;
    let taken = file::sign(connection.raw(), path)
        .and_then(|()| migrations::take(&mut connection, STEPS, "TEXT"))
        .and_then(|found| connection.commit().map(|()| found));
    if taken.is_err() {
        connection.abandon();
    }
    let found = taken?;

    drop(connection);
    file::make_name_lasting(path)?;
    Ok(found)
}
