//! PostgreSQL's errors, by what somebody can do about them.

use std::error::Error as _;
use std::io;

use postgres::Error;
use postgres::error::{Severity, SqlState};

use crate::{StoreError, Trouble};

/// What went wrong, with PostgreSQL's own words.
pub(super) fn of(error: &Error) -> StoreError {
    StoreError::new(trouble(error), words(error))
}

fn trouble(error: &Error) -> Trouble {
    if breaks(error) {
        return Trouble::Away;
    }
    let Some(code) = error.code().map(SqlState::code) else { return Trouble::Ours };
    match code {
        "3D000" => Trouble::Absent,
        "42501" => Trouble::Forbidden,
        "53100" => Trouble::Full,
        "XX001" | "XX002" => Trouble::Corrupt,
        // In recovery, and so not the server that may be written to.
        "25006" if error.as_db_error().is_some_and(is_a_standby) => Trouble::Away,
        "40001" | "40P01" | "55P03" => Trouble::Contended,
        // No room for another connection, a statement that ran for a minute, or one that was cancelled by hand.
        "53300" | "57014" => Trouble::Busy,
        code if code.starts_with("28") => Trouble::Forbidden,
        _ => Trouble::Ours,
    }
}

/// Whether the connection is of no use any more, or was never had.
pub(super) fn breaks(error: &Error) -> bool {
    let Some(told) = error.as_db_error() else {
        return error.is_closed() || error.source().is_some_and(<dyn std::error::Error>::is::<io::Error>);
    };
    let code = told.code().code();
    let is_fatal = matches!(told.parsed_severity(), Some(Severity::Fatal | Severity::Panic));
    code.starts_with("08") || code.starts_with("57P") || (is_fatal && code.starts_with("25P"))
}

/// Whether the same transaction may well succeed the next time.
pub(super) fn passes(error: &Error) -> bool {
    let code = error.code().map(SqlState::code);
    matches!(code, Some("40001" | "40P01"))
}

/// Whether a key was taken, or what a row names was missing: it may be so only because another transaction was faster, which PostgreSQL does
/// not say of a key that this one had computed from what it saw.
pub(super) fn may_pass(error: &Error) -> bool {
    let code = error.code().map(SqlState::code);
    matches!(code, Some("23505" | "23503"))
}

/// Whether a statement that was prepared is no longer good, after a change of the schema.
pub(super) fn is_stale(error: &Error) -> bool {
    let code = error.code().map(SqlState::code);
    matches!(code, Some("0A000" | "26000"))
}

/// A standby refuses writes as a read-only transaction does; only its words tell.
fn is_a_standby(told: &postgres::error::DbError) -> bool {
    told.message().contains("recovery")
}

/// PostgreSQL's words with their code.
pub(super) fn words(error: &Error) -> String {
    if let Some(told) = error.as_db_error() {
        let detail = told.detail().map(|detail| format!("; {detail}")).unwrap_or_default();
        return format!("{}{detail} (PostgreSQL {})", told.message(), told.code().code());
    }
    match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}
