//! The timetable: the clash rules, once.
//!
//! Everything that must know whether two things can both happen (the clash report, the desk, registration, a visitor's
//! own plan, the planner) asks here.
//! [`check`] walks a whole programme; each rule is a file beside this one and costs n log n plus its findings.
//! What is deliberately absent: nothing here moves anything, and nothing here reads a file.

mod audience;
mod duplicates;
mod findings;
mod gaps;
mod people;
mod rooms;
mod rulebook;
mod sweep;
mod translations;
mod venues;
mod visitor;
pub mod words;

pub use duplicates::Duplicates;
pub use findings::{Clash, Field, Finding, Rule, Severity, Subject};
pub use people::{Move, Passage, honoured, whereabouts};
pub use rulebook::Rulebook;
pub use visitor::{Collision, Hindrance, collisions};

use jiff::Timestamp;

use crate::programme::{Programme, Span};

/// Everything wrong with a programme: the gravest first, then by time, then by rule.
#[must_use]
pub fn check(programme: &Programme, rulebook: &Rulebook) -> Vec<Finding> {
    let duplicates = Duplicates::among(programme, rulebook);

    let mut clashes = duplicates.clashes();
    people::check(programme, rulebook, &duplicates, &mut clashes);
    rooms::check(programme, rulebook, &duplicates, &mut clashes);
    venues::check(programme, &duplicates, &mut clashes);
    audience::check(programme, &mut clashes);
    translations::check(programme, &mut clashes);
    gaps::check(programme, &mut clashes);

    graded(programme, rulebook, clashes)
}

fn graded(programme: &Programme, rulebook: &Rulebook, clashes: Vec<Clash>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = clashes
        .into_iter()
        .filter_map(|clash| rulebook.severity(clash.rule()).map(|severity| Finding { severity, clash }))
        .collect();
    findings.sort_by_cached_key(|finding| {
        let occurrences = finding.clash.occurrences();
        let start =
            occurrences.first().and_then(|id| programme[*id].when).map_or(Timestamp::MAX, Span::start);
        let place = Rule::ALL.iter().position(|rule| *rule == finding.clash.rule());
        (finding.severity, start, place, occurrences)
    });
    findings
}
