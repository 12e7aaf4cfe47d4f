//! `figures.toml`: the published figures that texts are held against. Described in docs/figures-toml.md; the schema is
//! docs/schemas/figures.schema.json.
//!
//! Reading is strict: a figure that was understood wrongly would call a true text wrong. Every mistake is told with its line, all at once,
//! up to a hundred; a file with a mistake is not used. What the engine finds contradictory (two truths under one id, parts that do not make
//! their total) is told where the figure stands.

mod doubt;
mod faults;
mod reading;

use festoon_claims::Ledger;

use crate::{NamedFile, Refusal};

/// Reads `figures.toml`.
///
/// # Errors
/// Everything that is not as it should be, with its line and what would be right.
pub fn read(file: &NamedFile) -> Result<Ledger, Vec<Refusal>> {
    reading::read(file)
}

#[cfg(test)]
mod tests;
