//! SQLite's errors, by what somebody can do about them.

use rusqlite::{ErrorCode as Code, ffi};

use crate::{StoreError, Trouble};

/// What went wrong, with SQLite's own words.
pub(super) fn of(error: &rusqlite::Error) -> StoreError {
    let trouble = match error {
        // The file that readers and the writer share could not grow.
        rusqlite::Error::SqliteFailure(code, _) if code.extended_code == ffi::SQLITE_IOERR_SHMSIZE => {
            Trouble::Full
        }
        _ => error.sqlite_error_code().map_or(Trouble::Ours, trouble),
    };
    StoreError::new(trouble, words(error))
}

const fn trouble(code: Code) -> Trouble {
    match code {
        Code::NotADatabase | Code::DatabaseCorrupt => Trouble::Corrupt,
        Code::DiskFull => Trouble::Full,
        Code::ReadOnly
        | Code::CannotOpen
        | Code::PermissionDenied
        | Code::AuthorizationForStatementDenied => Trouble::Forbidden,
        Code::DatabaseBusy | Code::DatabaseLocked | Code::FileLockingProtocolFailed => Trouble::Busy,
        Code::SystemIoFailure => Trouble::Away,
        _ => Trouble::Ours,
    }
}

fn words(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(code, words) => {
            let words = words.as_deref().map_or_else(|| code.to_string(), str::to_owned);
            format!("{words} (SQLite {})", code.extended_code)
        }
        other => other.to_string(),
    }
}
