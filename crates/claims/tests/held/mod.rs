//! A text of one day held against the figures of a marked set.

use festoon_claims::{Date, Finding, Ledger, Linter, Occasion};

/// What is told of the last claim that has the words `claim`, and of which figure.
pub(crate) fn told(set: &str, (day, week): (&str, &str), text: &str, claim: &str) -> (String, String) {
    let path = format!("{}/tests/sets/{set}/figures.toml", env!("CARGO_MANIFEST_DIR"));
    let ledger = Ledger::parse(&std::fs::read_to_string(path).expect("the figures")).expect("a ledger");
    let finding = last(&ledger, (day, week), text, claim);
    (finding.verdict.word().to_owned(), finding.figure.clone().unwrap_or_default())
}

/// The last finding that has the words `claim`, at noon of a day.
pub(crate) fn last(ledger: &Ledger, (day, week): (&str, &str), text: &str, claim: &str) -> Finding {
    let occasion = Occasion {
        day: Date::parse(day).expect("a day"),
        at: format!("{day}T12:00:00+08:00").parse().expect("an instant"),
        week: Some(week.to_owned()),
    };
    let mut findings = Linter::new(ledger).lint(text, &occasion);
    let said = |finding: &Finding| text[finding.claim.place.clone()].contains(claim);
    let at = findings.iter().rposition(said).unwrap_or_else(|| panic!("“{claim}” is found in “{text}”"));
    findings.swap_remove(at)
}

/// A verdict and a figure as [`told`] gives them.
pub(crate) fn of(verdict: &str, figure: &str) -> (String, String) {
    (verdict.to_owned(), figure.to_owned())
}
