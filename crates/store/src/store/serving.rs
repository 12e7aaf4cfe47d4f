//! One server on one SQLite file.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::{StoreError, Trouble};

/// Held while a database is served; dropped, another server may come.
///
/// The lock is the operating system's and ends with the process, however it ends. Its file stays: taking it away would let two
/// servers lock two files of one name.
#[derive(Debug)]
pub struct ServingLock {
    _file: Option<File>,
}

impl ServingLock {
    /// Where several servers are wanted.
    pub(crate) const fn none() -> Self {
        Self { _file: None }
    }

    /// Beside the file itself, whichever link led there.
    pub(crate) fn beside(database: &Path) -> Result<Self, StoreError> {
        let forbidden = |error: std::io::Error| StoreError::new(Trouble::Forbidden, error.to_string());
        let mut name = database.canonicalize().map_err(forbidden)?.into_os_string();
        name.push("-serving");

        let file = File::options().create(true).truncate(false).write(true).open(&name).map_err(forbidden)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: Some(file) }),
            Err(TryLockError::WouldBlock) => {
                Err(StoreError::new(Trouble::Served, name.to_string_lossy().into_owned()))
            }
            Err(TryLockError::Error(error)) => Err(forbidden(error)),
        }
    }
}
