//! The clash report: from files to findings, without a database and without an account.

use festoon_domain::timetable::{self, Finding, Rulebook};
use festoon_exchange::{NamedFile, Options, Reading, Refusal};

/// What is wrong with a set of files.
#[derive(Debug, Clone)]
pub struct ClashReport {
    /// What the files say together, with what had to be assumed.
    pub reading: Reading,
    /// What is wrong with it, the gravest first.
    pub findings: Vec<Finding>,
}

/// An organiser drops in the hosts' files and reads what is wrong with the week.
///
/// # Errors
/// Every file that cannot be read at all.
pub fn check(
    files: &[NamedFile],
    options: &Options,
    rulebook: &Rulebook,
) -> Result<ClashReport, Vec<Refusal>> {
    let reading = festoon_exchange::read(files, options)?;

    Ok(examine(reading, rulebook))
}

/// The same for files that are read already, as where somebody sets the speed of the roads in between.
#[must_use]
pub fn examine(reading: Reading, rulebook: &Rulebook) -> ClashReport {
    let findings = timetable::check(&reading.programme, rulebook);

    ClashReport { reading, findings }
}
