//! What differs between the two databases, and nothing else.

/// One connection, of whichever database.
pub(crate) trait Connection {}
